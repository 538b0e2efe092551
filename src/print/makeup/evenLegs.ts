/**
 * Even legs: where each of a story's legs ends is chosen for all of them together, so that their feet are as level as paragraphs and
 * headings allow. Dynamic programming over (leg, first slug that is left, floats that wait); `legs.ts` fills one leg after another.
 */
import { endsDivided, isBad, type PlacedSlug } from './legs.ts'
import { isParagraphEnd, type Slug } from './slug.ts'

/** Legs whose feet were weighed together. */
export interface EvenLegs {
  legs: PlacedSlug[][]
  /** First slug that is not in them; the number of slugs when all are. */
  next: number
  /** Rows left empty at the foot of each leg. */
  empty: number[]
  /** How far they are from level feet and good breaks: a point is about an empty row of one column. */
  cost: number
}

const costs = {
  /** A row of white over a heading or around a float, which an editor would put there too. */
  white: 0.3,
  /** One empty row at a leg's foot; more of them cost their square. */
  row: 2,
  /** A leg that ends in a divided word. */
  divided: 12,
  /** An orphan, a widow, or a heading that falls. */
  badBreak: 30,
  /** A leg of fewer than `fewLines`, which looks like a caption. */
  fewLines: 6,
  /** A leg without anything in it before others that have something. */
  emptyLeg: 60,
  /** What the foot of the last leg costs of that of another: there a story ends. Of the others, rather a later one is short. */
  lastLeg: 0.8,
}

const fewLines = 5

/** Most rows of white that one place of a leg may get more than it has. */
const mostWhite = 2

/** Most rows that the last leg before a jump may leave empty for its paragraph's sake. */
const mostBeforeJump = 12

/** A way through the legs up to one of them. */
interface Way {
  next: number
  /** Slugs that float, and wait for a leg that has room for them. */
  waiting: number[]
  cost: number
  before?: Way
}

/**
 * The slugs from `start` in legs of these rows: all of them, or (`whole` false) as many as end with a paragraph. Undefined where that
 * cannot be.
 */
export function evenLegs(slugs: Slug[], start: number, rows: number[], whole: boolean): EvenLegs | undefined {
  const measured = measureOf(slugs)
  const { count } = measured
  let room = rows.reduce((sum, each) => sum + each, 0)
  const few = room < 2 * fewLines
  const slack = Math.max(0, room - rowsLeft(measured, start))
  let ways: Way[] = [{ next: start, waiting: [], cost: 0 }]
  for (const [leg, capacity] of rows.entries()) {
    const isLast = leg === rows.length - 1
    room -= capacity
    const most = whole ? slack + 2 : isLast ? mostBeforeJump : mostShort
    const found = new Map<number | string, Way>()
    for (const way of ways) {
      pourEnd(slugs, measured, way, capacity, most, (next, used, waiting, places, lines) => {
        if (whole ? isLast && next < count : next === count) return
        // At the head of a leg the white over a heading goes.
        if (whole && rowsLeft(measured, next) > room + (rows.length - leg) * mostWhite) return
        if (isLast && (waiting.length > 0 || (!whole && (next === start || !isParagraphEnd(slugs, next))))) return
        const foot = footCost(capacity - used, places) * (isLast ? costs.lastLeg : 1 + (rows.length - leg) / 100)
        const cost = way.cost + foot + (next < count && !isLast ? breakCost(slugs, measured, next, used) : 0)
          + (lines > 0 && lines < fewLines && !few ? costs.fewLines : 0)
        const key = waiting.length === 0 ? next : `${next} ${waiting}`
        const known = found.get(key)
        if (!known || cost < known.cost) found.set(key, { next, waiting: [...waiting], cost, before: way })
      })
    }
    ways = [...found.values()]
  }
  const best = ways.reduce<Way | undefined>((least, way) => !least || way.cost < least.cost ? way : least, undefined)
  return best && build(slugs, best, rows)
}

/** Most rows that a leg of a story that goes on elsewhere may end early. */
const mostShort = 4

/** What is asked of slugs again and again, each an entry a slug and one for their end. */
interface Measured {
  count: number
  /** Rows of all slugs before it, the white over each included. */
  above: Int32Array
  /** Slugs before it that have white over them. */
  whites: Int32Array
  /** The next slug that floats, itself included; the number of slugs when none does. */
  float: Int32Array
  /** What it costs to end a leg before it; NaN until it is asked for. */
  breaks: Float64Array
}

const measures = new WeakMap<Slug[], Measured>()

function measureOf(slugs: Slug[]): Measured {
  const known = measures.get(slugs)
  if (known) return known
  const count = slugs.length
  const measured: Measured = {
    count, above: new Int32Array(count + 1), whites: new Int32Array(count + 1), float: new Int32Array(count + 1).fill(count),
    breaks: new Float64Array(count + 1).fill(NaN),
  }
  slugs.forEach(({ rows, before }, at) => {
    measured.above[at + 1] = measured.above[at]! + rows + before
    measured.whites[at + 1] = measured.whites[at]! + (before > 0 ? 1 : 0)
  })
  for (let at = count - 1; at >= 0; at--) measured.float[at] = slugs[at]!.float ? at : measured.float[at + 1]!
  measures.set(slugs, measured)
  return measured
}

/** Rows of the slugs from this one to the end, the white over it included. */
function rowsLeft({ above, count }: Measured, from: number): number {
  return above[count]! - above[from]!
}

function footCost(empty: number, places: number): number {
  return empty <= places * mostWhite ? empty * costs.white : empty * empty * costs.row
}

/** Text begins in the first leg that can hold any. */
function breakCost(slugs: Slug[], { breaks }: Measured, next: number, used: number): number {
  if (used === 0) return costs.emptyLeg
  if (Number.isNaN(breaks[next])) breaks[next] = isBad(slugs, next) ? costs.badBreak : endsDivided(slugs, next) ? costs.divided : 0
  return breaks[next]!
}

type Visit = (next: number, used: number, waiting: number[], places: number, lines: number) => void

/** Tells `visit` of every place where a leg may end that leaves no more than `most` rows of it empty, or at which all slugs are in it. */
function pourEnd(slugs: Slug[], measured: Measured, way: Way, capacity: number, most: number, visit: Visit): void {
  const { above, whites, float, count } = measured
  const from = way.next
  // Rows from the head of the leg, over which the white goes.
  const head = from < count ? above[from]! + slugs[from]!.before : 0
  let end = from
  for (let high = count; end < high;) {
    const middle = (end + high + 1) >> 1
    if (above[middle]! - head <= capacity) end = middle
    else high = middle - 1
  }
  if (way.waiting.length > 0 || float[from]! <= Math.min(end, count - 1)) {
    pour(slugs, way, capacity, (next, used, waiting, places, lines) => {
      if (capacity - used <= most || next === count) visit(next, used, waiting, places, lines)
    })
    return
  }
  const usedAt = (next: number) => next === from ? 0 : above[next]! - head
  let first = end
  while (first > from && capacity - usedAt(first - 1) <= most) first--
  for (let next = first; next <= end; next++) {
    if (capacity - usedAt(next) > most && next < count) continue
    visit(next, usedAt(next), nothing, next > from + 1 ? whites[next]! - whites[from + 1]! : 0, usedAt(next))
  }
}

const nothing: number[] = []

/**
 * Fills a leg slug by slug. Before each one, `visit` hears how it would be if the leg ended there: rows used, floats that wait,
 * places where white may go, and rows of text. A float that finds no room waits while the text flows on.
 */
function pour(
  slugs: Slug[], { next: from, waiting }: Way, capacity: number, visit: Visit, place?: (slug: Slug, row: number) => void,
): void {
  let used = 0
  let row = 0
  let places = 0
  let lines = 0
  let afterFloat = false
  const still: number[] = []
  const put = (slug: Slug, at: number) => {
    if (at > 0 && (slug.before > 0 || slug.float || afterFloat)) places++
    afterFloat = slug.float
    if (!slug.float) lines += slug.rows
    used = at + slug.rows
    place?.(slug, at)
  }
  for (const index of waiting) {
    const slug = slugs[index]!
    if (row + slug.rows > capacity) still.push(index)
    else {
      put(slug, row)
      row = used + 1
    }
  }
  for (let index = from; ; index++) {
    visit(index, used, still, places, lines)
    const slug = slugs[index]
    if (!slug) return
    const at = row === 0 ? 0 : row + slug.before
    if (at + slug.rows <= capacity) {
      put(slug, at)
      row = used
    } else if (slug.float) still.push(index)
    else return
  }
}

/** Walks the way again, and gives white to the legs that end early. */
function build(slugs: Slug[], best: Way, rows: number[]): EvenLegs {
  const ways: Way[] = []
  for (let way: Way | undefined = best; way; way = way.before) ways.unshift(way)
  const poured = rows.map((capacity, leg) => {
    const placed: PlacedSlug[] = []
    const end = ways[leg + 1]!.next
    let atEnd = { count: 0, used: 0 }
    pour(slugs, ways[leg]!, capacity, (next, used) => {
      if (next === end) atEnd = { count: placed.length, used }
    }, (slug, row) => placed.push({ slug, row }))
    return stretched(placed.slice(0, atEnd.count), capacity - atEnd.used)
  })
  return { legs: poured.map(({ leg }) => leg), next: best.next, empty: poured.map(({ empty }) => empty), cost: best.cost }
}

/**
 * Brings the foot of a leg down to its full height, as an editor would: whole rows of white go over headings and around what floats,
 * never between paragraphs. A leg that has no such place, or would need too much white, stays as it is.
 */
function stretched(leg: PlacedSlug[], empty: number): { leg: PlacedSlug[]; empty: number } {
  const places = leg.flatMap(({ slug }, at) => at > 0 && (slug.before > 0 || slug.float || leg[at - 1]!.slug.float) ? [at] : [])
  if (empty === 0 || empty > places.length * mostWhite) return { leg, empty }
  let given = 0
  return {
    leg: leg.map((placed, at) => {
      const place = places.indexOf(at)
      // The first places get one row more where the white does not divide evenly.
      if (place >= 0) given += Math.floor(empty / places.length) + (place < empty % places.length ? 1 : 0)
      return { ...placed, row: placed.row + given }
    }),
    empty: 0,
  }
}

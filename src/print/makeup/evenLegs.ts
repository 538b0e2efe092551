/**
 * Even legs: where each of a story's legs ends is chosen for all of them together, so that their feet are as level as paragraphs and
 * headings allow. Dynamic programming over (leg, first slug that is left, floats that wait); `legs.ts` fills one leg after another.
 */
import { endsDivided, isBad, type PlacedSlug } from './legs.ts'
import { mayPart, type Slug } from './slug.ts'

/** Legs whose feet were weighed together. */
export interface EvenLegs {
  readonly legs: PlacedSlug[][]
  /** First slug that is not in them; the number of slugs when all are. */
  next: number
  /** Rows left empty at the foot of each leg. */
  readonly empty: number[]
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

/** Fewer lines than this look like a caption. */
export const fewLines = 5

/** Most rows of white that a heading or a float of a leg may get more than it has, and that a pause of the text may get. */
const mostWhite = 2
const mostAtPause = 1

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
 * cannot be, or costs `limit` or more.
 */
export function evenLegs(slugs: Slug[], start: number, rows: number[], whole: boolean, limit = Infinity): EvenLegs | undefined {
  const best = new Search(slugs, start, rows, whole, limit).cheapest()
  return best && new ChosenLegs(slugs, best, rows)
}

/** Most rows that a leg of a story that goes on elsewhere may end early. */
const mostShort = 4

/** All ways of one story through its legs, leg by leg. */
class Search {
  private readonly slugs: Slug[]
  private readonly measured: Measured
  private readonly start: number
  private readonly rows: number[]
  private readonly whole: boolean
  private readonly limit: number
  /** So little copy that short legs cannot be avoided. */
  private readonly few: boolean
  /** Rows that all legs have more than the copy needs. */
  private readonly slack: number
  private ways: Way[]

  // The leg that is being filled.
  private isLast = false
  private capacity = 0
  /** Most of its rows that may stay empty, unless all slugs are placed. */
  private most = 0
  /** First slug before which it may end: what would be left must have room in the legs to come. */
  private earliest = 0
  private footWeight = 0
  private found: Way[] = []
  /** Of what was found, ways on which nothing waits, by the slug that is next, and others. */
  private readonly plain = new Map<number, Way>()
  private readonly others = new Map<string, Way>()

  constructor(slugs: Slug[], start: number, rows: number[], whole: boolean, limit: number) {
    const room = rows.reduce((sum, each) => sum + each, 0)
    this.slugs = slugs
    this.measured = measureOf(slugs)
    this.start = start
    this.rows = rows
    this.whole = whole
    this.limit = limit
    this.few = room < 2 * fewLines
    this.slack = Math.max(0, room - rowsLeft(this.measured, start))
    this.ways = [{ next: start, waiting: nothing, cost: 0 }]
  }

  cheapest(): Way | undefined {
    let room = this.rows.reduce((sum, each) => sum + each, 0)
    for (const [leg, capacity] of this.rows.entries()) {
      const left = this.rows.length - leg
      room -= capacity
      this.capacity = capacity
      this.isLast = left === 1
      this.most = this.whole ? this.slack + 2 : this.isLast ? mostBeforeJump : mostShort
      // At the head of a leg the white over a heading goes.
      this.earliest = this.whole ? firstWithin(this.measured, room + left * mostWhite) : 0
      this.footWeight = this.isLast ? costs.lastLeg : 1 + left / 100
      this.found = []
      this.plain.clear()
      this.others.clear()
      for (const way of this.ways) this.fill(way)
      this.ways = this.found
    }
    return this.ways.reduce<Way | undefined>((least, way) => !least || way.cost < least.cost ? way : least, undefined)
  }

  /**
   * Fills the leg after a way: first the floats that wait for it, as far as there is room, then the text in runs from float to float.
   * A float that finds no room waits while the text flows on.
   */
  private fill(way: Way): void {
    const { slugs, capacity, measured: { count, above, whites, text, float } } = this
    let used = 0
    let row = 0
    let white = 0
    let afterFloat = false
    let waiting = nothing
    for (const index of way.waiting) {
      const slug = slugs[index]!
      if (row + slug.rows > capacity) {
        waiting = [...waiting, index]
        continue
      }
      if (row > 0) white += mostWhite
      used = row + slug.rows
      row = used + 1
      afterFloat = true
    }
    let index = way.next
    let lines = 0
    this.end(way, index, used, waiting, white, lines)
    while (index < count) {
      const { before, rows } = slugs[index]!
      const at = row === 0 ? 0 : row + before
      const stays = float[index] !== index
      if (at + rows > capacity) {
        if (stays) return
        waiting = [...waiting, index++]
        this.end(way, index, used, waiting, white, lines)
        continue
      }
      if (at > 0) white += afterFloat || !stays ? mostWhite : whites[index + 1]! - whites[index]!
      afterFloat = !stays
      if (!stays) {
        used = row = at + rows
        this.end(way, ++index, used, waiting, white, lines)
        continue
      }
      // A run of text, of which all ends but the last few leave too much empty.
      const from = index
      const head = above[from]! + before - at
      const last = lastWithin(above, from + 1, float[from]!, head + capacity)
      let next = last
      while (next > from + 1 && capacity - (above[next - 1]! - head) <= this.most) next--
      for (; next <= last; next++) {
        this.end(way, next, above[next]! - head, waiting, white + whites[next]! - whites[from + 1]!, lines + text[next]! - text[from]!)
      }
      if (last < float[from]!) return
      white += whites[last]! - whites[from + 1]!
      lines += text[last]! - text[from]!
      used = row = above[last]! - head
      index = last
    }
  }

  /** The leg may end before slug `next`: that is one more way, unless a cheaper one is known. */
  private end(way: Way, next: number, used: number, waiting: number[], white: number, lines: number): void {
    const { slugs, measured, isLast, whole } = this
    const { count } = measured
    const empty = this.capacity - used
    if (next < this.earliest || (empty > this.most && next < count)) return
    if (whole ? isLast && next < count : next === count) return
    if (isLast && (waiting.length > 0 || (!whole && (next === this.start || !mayPart(slugs, next))))) return
    const cost = way.cost + footCost(empty, white) * this.footWeight
      + (next < count && !isLast ? breakCost(slugs, measured, next, used) : 0)
      + (lines > 0 && lines < fewLines && !this.few ? costs.fewLines : 0)
    if (cost >= this.limit) return
    const known = waiting.length === 0 ? this.plain.get(next) : this.others.get(`${next} ${waiting}`)
    if (!known) {
      const added: Way = { next, waiting, cost, before: way }
      this.found.push(added)
      if (waiting.length === 0) this.plain.set(next, added)
      else this.others.set(`${next} ${waiting}`, added)
    } else if (cost < known.cost) {
      known.cost = cost
      known.before = way
    }
  }
}

const nothing: number[] = []

/** What is asked of slugs again and again, each an entry a slug and one for their end. */
interface Measured {
  count: number
  /** Rows of all slugs before it, the white over each included. */
  above: Int32Array
  /** Rows of white that may go over slugs before it, floats apart. */
  whites: Int32Array
  /** Rows of all slugs before it that do not float, without white. */
  text: Int32Array
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
    count, above: new Int32Array(count + 1), whites: new Int32Array(count + 1), text: new Int32Array(count + 1),
    float: new Int32Array(count + 1).fill(count), breaks: new Float64Array(count + 1).fill(NaN),
  }
  slugs.forEach((slug, at) => {
    const { rows, before, float } = slug
    measured.above[at + 1] = measured.above[at]! + rows + before
    measured.whites[at + 1] = measured.whites[at]! + whiteOver(slug)
    measured.text[at + 1] = measured.text[at]! + (float ? 0 : rows)
  })
  for (let at = count - 1; at >= 0; at--) measured.float[at] = slugs[at]!.float ? at : measured.float[at + 1]!
  measures.set(slugs, measured)
  return measured
}

/** Rows of the slugs from this one to the end, the white over it included. */
function rowsLeft({ above, count }: Measured, from: number): number {
  return above[count]! - above[from]!
}

/** The first slug from which on the rest takes no more than `rows`. */
function firstWithin({ above, count }: Measured, rows: number): number {
  let first = 0
  for (let last = count; first < last;) {
    const middle = (first + last) >> 1
    if (above[count]! - above[middle]! <= rows) last = middle
    else first = middle + 1
  }
  return first
}

/** The last slug from `first`, which is known to be, to `last` that has no more than so many rows above it. */
function lastWithin(above: Int32Array, first: number, last: number, rows: number): number {
  while (first < last) {
    const middle = (first + last + 1) >> 1
    if (above[middle]! <= rows) first = middle
    else last = middle - 1
  }
  return first
}

/** Rows of white that may go over a slug in the middle of a leg's text. */
function whiteOver({ before, pauses }: Slug): number {
  return before > 0 ? mostWhite : pauses ? mostAtPause : 0
}

/** Rows at the foot of a leg that are not seen to be missing, so that white which brings it so far down is well spent. */
const unseenRows = 1

function footCost(empty: number, white: number): number {
  return empty <= white ? empty * costs.white : empty * empty * costs.row
}

/** Text begins in the first leg that can hold any. */
function breakCost(slugs: Slug[], { breaks }: Measured, next: number, used: number): number {
  if (used === 0) return costs.emptyLeg
  if (Number.isNaN(breaks[next])) breaks[next] = isBad(slugs, next) ? costs.badBreak : endsDivided(slugs, next) ? costs.divided : 0
  return breaks[next]!
}

/** Slugs that are placed, and given white where legs end early, once they are asked for: few of many boxes are drawn. */
class ChosenLegs implements EvenLegs {
  readonly next: number
  readonly cost: number
  private readonly slugs: Slug[]
  private readonly best: Way
  private readonly rows: number[]
  private poured: { leg: PlacedSlug[]; empty: number }[] | undefined

  constructor(slugs: Slug[], best: Way, rows: number[]) {
    this.next = best.next
    this.cost = best.cost
    this.slugs = slugs
    this.best = best
    this.rows = rows
  }

  get legs(): PlacedSlug[][] {
    return this.pour().map(({ leg }) => leg)
  }

  get empty(): number[] {
    return this.pour().map(({ empty }) => empty)
  }

  private pour(): { leg: PlacedSlug[]; empty: number }[] {
    return this.poured ??= pourWays(this.slugs, this.best, this.rows)
  }
}

function pourWays(slugs: Slug[], best: Way, rows: number[]): { leg: PlacedSlug[]; empty: number }[] {
  const ways: Way[] = []
  for (let way: Way | undefined = best; way; way = way.before) ways.unshift(way)
  return rows.map((capacity, leg) => stretched(placedIn(slugs, ways[leg]!, ways[leg + 1]!.next, capacity), capacity))
}

/** The slugs of the leg after a way, up to the one before which it ends, as `Search.fill` lays them. */
function placedIn(slugs: Slug[], { next, waiting }: Way, end: number, capacity: number): PlacedSlug[] {
  const placed: PlacedSlug[] = []
  let row = 0
  for (const index of waiting) {
    const slug = slugs[index]!
    if (row + slug.rows > capacity) continue
    placed.push({ slug, row })
    row += slug.rows + 1
  }
  for (const slug of slugs.slice(next, end)) {
    const at = row === 0 ? 0 : row + slug.before
    if (at + slug.rows > capacity) continue
    placed.push({ slug, row: at })
    row = at + slug.rows
  }
  return placed
}

/** Rows of white that may go over each slug of a leg. */
export function whitesIn(leg: PlacedSlug[]): number[] {
  return leg.map(({ slug }, at) => at === 0 ? 0 : slug.float || leg[at - 1]!.slug.float ? mostWhite : whiteOver(slug))
}

/**
 * Brings the foot of a leg down to its full height, as an editor would: whole rows of white go over headings, around what floats and
 * where the text changes its tone, never between its paragraphs. A leg that has no such place, or would need too much white, stays as it is.
 */
export function stretched(leg: PlacedSlug[], capacity: number): { leg: PlacedSlug[]; empty: number } {
  const last = leg.at(-1)
  const empty = last ? capacity - last.row - last.slug.rows : capacity
  const most = whitesIn(leg)
  const room = most.reduce((sum, each) => sum + each, 0)
  if (empty === 0 || room === 0 || empty > room + unseenRows) return { leg, empty }
  const white = leg.map(() => 0)
  const wanted = Math.min(empty, room)
  // Row by row, so that it is spread evenly; headings have theirs before a list has its own.
  for (let given = 0; given < wanted;) {
    const least = Math.max(...most)
    for (let at = 0; at < leg.length && given < wanted; at++) {
      if (most[at] !== least) continue
      most[at]!--
      white[at]!++
      given++
    }
  }
  let given = 0
  return { leg: leg.map((placed, at) => ({ ...placed, row: placed.row + (given += white[at]!) })), empty: empty - wanted }
}

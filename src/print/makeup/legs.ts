/**
 * Legs: a story's slugs poured into the columns that a box gives it.
 * An orphan is a paragraph's first line alone at the foot of a leg; a widow is its last line alone at the head of one.
 */
import type { Slug } from './slug.ts'

export interface PlacedSlug {
  slug: Slug
  /** Rows from the leg's head. */
  row: number
}

export interface Fill {
  legs: PlacedSlug[][]
  /** Index of the first slug that found no room; the number of slugs when all did. */
  next: number
  /** Floats that wait for a leg that never came. */
  deferred: Slug[]
  /** Rows left empty at the foot of each leg. */
  empty: number[]
  /** Breaks that leave an orphan or a widow because nothing better was near. */
  badBreaks: number
}

/** How many slugs a break may move back to spare an orphan, a widow or a heading's fall. */
const reach = 4

/**
 * Pours slugs from `start` into legs of the given rows, in order. `waiting` floats come from legs before these; they part no
 * paragraph that runs on from there, unless they take most of the leg.
 */
export function fillLegs(slugs: Slug[], start: number, rows: number[], waiting: Slug[] = []): Fill {
  const legs: PlacedSlug[][] = []
  const empty: number[] = []
  let deferred = waiting
  let next = start
  let badBreaks = 0
  for (const capacity of rows) {
    const filled = fillLeg(slugs, next, capacity, deferred)
    const { leg, index, floated } = filled
    if (index < slugs.length) {
      const back = goodBreak(slugs, index, next)
      if (back === undefined) {
        if (isBad(slugs, index)) badBreaks++
      } else {
        while (leg.length > 0 && isBehind(leg.at(-1)!, back)) leg.pop()
        filled.index = back
      }
    }
    next = filled.index
    const placed = new Set(leg.map(({ slug }) => slug))
    deferred = [...deferred.filter((slug) => !placed.has(slug)), ...floated.filter((each) => each < next).map((each) => slugs[each]!)]
    const last = leg.at(-1)
    empty.push(capacity - (last ? last.row + last.slug.rows : 0))
    legs.push(leg.map(({ slug, row }) => ({ slug, row })))
  }
  return { legs, next, deferred, empty, badBreaks }
}

/** A slug in a leg that is being filled. */
interface Filled extends PlacedSlug {
  /** Its number, or that of the slug before which a waiting float stands. */
  at: number
  waited: boolean
}

/** As much as a leg holds: its slugs, the first that is not in it, and the floats that found no room. */
function fillLeg(slugs: Slug[], start: number, capacity: number, waiting: Slug[]): { leg: Filled[]; index: number; floated: number[] } {
  const leg: Filled[] = []
  const floated: number[] = []
  let due = waiting
  let row = 0
  let index = start
  for (; index <= slugs.length; index++) {
    const slug = slugs[index]
    if (due.length > 0) {
      const isInside = slug !== undefined && runsOn(slug)
      due = due.filter((float) => {
        if (isInside && (row > 0 || float.rows * 2 <= capacity)) return true
        const at = row === 0 || leg.at(-1)!.waited ? row : row + float.before
        if (at + float.rows > capacity) return true
        leg.push({ slug: float, row: at, at: index, waited: true })
        row = at + float.rows + 1
        return false
      })
    }
    if (!slug) break
    const at = row === 0 ? 0 : row + slug.before
    if (at + slug.rows <= capacity) {
      leg.push({ slug, row: at, at: index, waited: false })
      row = at + slug.rows
    } else if (slug.float) {
      floated.push(index)
    } else {
      break
    }
  }
  return { leg, index: Math.min(index, slugs.length), floated }
}

/** Whether a slug is not the first of its paragraph. */
function runsOn({ paragraph }: Slug): boolean {
  return paragraph !== undefined && paragraph.index > 0
}

/** Whether a slug goes to the next leg when this one ends before slug `back`. */
function isBehind({ at, waited }: Filled, back: number): boolean {
  return waited ? at > back : at >= back
}

/** Full columns while there is copy for them; where it ends, as short as they can be, so that they end level. */
export function levelFill(slugs: Slug[], start: number, waiting: Slug[], rows: number, columns: number): Fill {
  const pour = (each: number) => fillLegs(slugs, start, Array.from({ length: columns }, () => each), waiting)
  const full = pour(rows)
  if (full.next < slugs.length || full.deferred.length > 0 || columns === 1) return full
  for (let each = 1; each < rows; each++) {
    const fill = pour(each)
    if (fill.next === slugs.length && fill.deferred.length === 0) return fill
  }
  return full
}

/** The nearest break without fault; where none is near, one after a divided word. */
function goodBreak(slugs: Slug[], index: number, start: number): number | undefined {
  for (const mayDivide of [false, true]) {
    for (let back = index; back > start && index - back <= reach; back--) {
      if (!isBad(slugs, back) && (mayDivide || !endsDivided(slugs, back))) return back
    }
  }
  return undefined
}

export function endsDivided(slugs: Slug[], index: number): boolean {
  return slugs[index - 1]!.lines.at(-1)?.line.end === 'hyphen'
}

/** Whether a break before this slug leaves an orphan, a widow or a heading without its text. */
export function isBad(slugs: Slug[], index: number): boolean {
  const slug = slugs[index]
  if (slug?.paragraph && slug.paragraph.count > 1) {
    if (slug.paragraph.index === 1 || slug.paragraph.index === slug.paragraph.count - 1) return true
  }
  for (let before = index - 1; before >= 0; before--) {
    if (!slugs[before]!.float) return slugs[before]!.keepWithNext
  }
  return false
}

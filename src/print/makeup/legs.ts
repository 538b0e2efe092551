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

/** Pours slugs from `start` into legs of the given rows, in order. `waiting` floats come from legs before these. */
export function fillLegs(slugs: Slug[], start: number, rows: number[], waiting: Slug[] = []): Fill {
  const legs: PlacedSlug[][] = []
  const empty: number[] = []
  let deferred = waiting
  let next = start
  let badBreaks = 0
  for (const capacity of rows) {
    const leg: PlacedSlug[] = []
    let row = 0
    const stillWaiting: Slug[] = []
    for (const slug of deferred) {
      if (row + slug.rows <= capacity) {
        leg.push({ slug, row })
        row += slug.rows + 1
      } else {
        stillWaiting.push(slug)
      }
    }
    deferred = stillWaiting
    /** Index in `slugs` of each placed slug, for taking lines back. */
    const placed: number[] = []
    const floated: number[] = []
    let index = next
    for (; index < slugs.length; index++) {
      const slug = slugs[index]!
      const at = row === 0 ? 0 : row + slug.before
      if (at + slug.rows <= capacity) {
        leg.push({ slug, row: at })
        placed.push(index)
        row = at + slug.rows
      } else if (slug.float) {
        floated.push(index)
      } else {
        break
      }
    }
    if (index < slugs.length) {
      const back = goodBreak(slugs, index, next)
      if (back === undefined) {
        if (isBad(slugs, index)) badBreaks++
      } else {
        while (placed.length > 0 && placed.at(-1)! >= back) {
          placed.pop()
          leg.pop()
        }
        index = back
      }
    }
    deferred.push(...floated.filter((each) => each < index).map((each) => slugs[each]!))
    next = index
    const last = leg.at(-1)
    empty.push(capacity - (last ? last.row + last.slug.rows : 0))
    legs.push(leg)
  }
  return { legs, next, deferred, empty, badBreaks }
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

/**
 * Page cutter: cuts pages for sets of stories, each set once. Which page it is matters only where page one, the last page and
 * those between differ; so a set that was tried on one page, under one pressure or before an edit is known on the next.
 */
import { cutPage, type CutPage } from './cuts.ts'
import { Memory } from './memory.ts'
import type { Slot } from './choice.ts'
import { prominenceOf } from './order.ts'
import { boxParts, columnParts, type Part } from './parts.ts'
import type { Furnishing, Piece } from './piece.ts'
import { formatWish, variantsOf } from './variants.ts'
import type { Waiting } from './waiting.ts'
import type { Workshop } from './workshop.ts'

export interface Furniture {
  /** Stands on page one. */
  front: Furnishing[]
  /** Stands on the last page. */
  back: Furnishing[]
  filler(page: number): Furnishing
}

/** Rows for boxes on a page. The white under the lowest box lies outside the type area, so one row more can be given out. */
export function boxRows(page: number, { book }: Workshop): number {
  return book.rows - (page === 1 ? book.nameplateRows : book.folioRows) + 1
}

/** Notices on one page: beside the colophon and few stories there may be room for two. */
const mostFillers = 2

/** What a notice costs beside a story that jumps. */
const besideJump = 60

/** A spread stands over every other story, so that its two pages are level. */
const firstRank = -1
/** Furniture stands below and beside every story. */
const leastRank = 1000

/** Cuts a page for these stories, with a house filler where they leave too much white; undefined when they cannot all stand on it. */
export function cutFor(slots: Slot[], page: number, isLast: boolean, furniture: Furniture, workshop: Workshop): CutPage | undefined {
  const standing = furnitureOn(page, isLast, furniture)
  const filler = slots.length > 0 ? furniture.filler(page) : { ...furniture.filler(page), large: 0 }
  const ranks = new Map(slots.flat().sort((a, b) => a.priority - b.priority).map((waiting, rank) => [waiting, rank]))
  let known = pastCuts.get(workshop)
  if (!known) pastCuts.set(workshop, (known = new PastCuts()))
  const key = `${page === 1} ${[...standing, filler].map(formatFurnishing)} ${known.format(slots, ranks)}`
  return known.of(key, () => makeCut(slots, ranks, page, standing, filler, workshop))
}

export function furnitureOn(page: number, isLast: boolean, { front, back }: Furniture): Furnishing[] {
  return [...page === 1 ? front : [], ...isLast ? back : []]
}

function makeCut(slots: Slot[], ranks: Map<Waiting, number>, page: number, standing: Furnishing[], filler: Furnishing, workshop: Workshop): CutPage | undefined {
  const { columns } = workshop.book
  const partsOf = (waiting: Waiting) => {
    const rank = ranks.get(waiting)!
    const variants = variantsOf(waiting.piece, prominenceOf(waiting.piece, rank, page === 1, workshop), waiting.wish, workshop, waiting.headRow)
    return boxParts(variants, waiting.piece.copy.spread ? firstRank : rank)
  }
  const stories = slots.map((slot) => slot.length === 1 ? partsOf(slot[0]!) : columnParts(slot.map(partsOf)))
  const attempt = (units: Furnishing[]) => {
    const furnished = units.map((unit) => boxParts(variantsOf(unit, 0, undefined, workshop, 0), leastRank))
    return cutPage([...stories, ...furnished], columns, boxRows(page, workshop))
  }
  const room = columns * boxRows(page, workshop) - stories.reduce((sum, parts) => sum + leastOf(parts), 0)
    - standing.reduce((sum, unit) => sum + areaOf(unit), 0)
  if (room < 0) return undefined
  let best = stories.length + standing.length > 0 ? attempt(standing) : undefined
  // What goes on elsewhere for want of room should leave none for notices.
  const beside = slots.some((slot) => slot.some(({ piece }) => piece.mayJump)) ? besideJump : 0
  for (let fillers = 1; fillers <= Math.min(stories.length > 2 ? 1 : mostFillers, room / areaOf(filler)) && (!best || best.white > 2 * columns); fillers++) {
    const filled = attempt([...standing, ...Array.from({ length: fillers }, () => filler)])
    if (filled && (!best || filled.cost + beside < best.cost)) best = { ...filled, cost: filled.cost + beside }
  }
  return best
}

/** Column rows that a unit takes at least. */
function leastOf(parts: Part[]): number {
  return parts.reduce((least, { min, columns }) => Math.min(least, min * columns), Infinity)
}

function areaOf({ minRows, columns }: Furnishing): number {
  return minRows * columns[0]!
}

function formatFurnishing({ id, minRows, maxRows, columns, cost, large }: Furnishing): string {
  return `${id} ${minRows} ${maxRows} ${columns} ${cost} ${large}`
}

/** Cuts of a workshop that were made before. Of many the older ones are forgotten. */
class PastCuts {
  private recent = new Map<string, CutPage | undefined>()
  private older = new Map<string, CutPage | undefined>()
  private readonly numbers = new Memory<Piece, number>()
  private count = 0

  /** The slots in letters: what a cut depends on. */
  format(slots: Slot[], ranks: Map<Waiting, number>): string {
    return slots.map((slot) => slot.map((waiting) => `${this.numberOf(waiting)}:${ranks.get(waiting)}`).join('+')).join(' ')
  }

  of(key: string, make: () => CutPage | undefined): CutPage | undefined {
    if (this.recent.has(key)) return this.recent.get(key)
    const cut = this.older.has(key) ? this.older.get(key) : make()
    if (this.recent.size >= mostRecent) {
      this.older = this.recent
      this.recent = new Map()
    }
    this.recent.set(key, cut)
    return cut
  }

  private numberOf({ piece, wish, headRow }: Waiting): number {
    return this.numbers.of(piece, `${formatWish(wish)} ${headRow}`, () => this.count++)
  }
}

/** Cuts that are kept: more than planning 64 pages tries. */
const mostRecent = 6000

const pastCuts = new WeakMap<Workshop, PastCuts>()

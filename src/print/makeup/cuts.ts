/**
 * Guillotine make-up of one page: the page is cut into two, each part again, until every part holds one box.
 * Dynamic programming over (set of units, columns) finds the cheapest cuts (after Gange, Marriott and Stuckey, "Optimal
 * guillotine layout", DocEng 2012); a part is a range of heights rather than one height, because pictures can be cropped.
 */
import { solveBox, type Solved } from './box.ts'
import { keptParts, keptPartsOfMany, offerSides, offerStacks, shortlisted, Shortlist, type Part } from './parts.ts'
import type { Variant } from './variants.ts'

/** A box where it stands on its page. */
export interface PlacedBox {
  variant: Variant
  solved?: Solved
  /** First column, from 0. */
  column: number
  /** First row, from the head of the page's area for boxes. */
  row: number
  rows: number
}

export interface CutPage {
  boxes: PlacedBox[]
  cost: number
  /** Empty column rows. */
  white: number
}

/** What an empty row at the foot of the page costs, per column. */
const whiteCost = 1
const triedPages = 10

/** Cuts a page of `columns` × `rows` for units given as the parts that each may be, or answers undefined when they cannot all stand on it. */
export function cutPage(units: Part[][], columns: number, rows: number): CutPage | undefined {
  const finished = wholePages(units, columns, rows)
    .map((part) => ({ part, height: Math.min(rows, part.max), cost: finishedCost(part, rows) }))
    .sort((a, b) => a.cost - b.cost)
  for (const { part, height, cost } of finished.slice(0, triedPages)) {
    const boxes: PlacedBox[] = []
    if (place(part, 0, 0, height, boxes)) return { boxes, cost, white: (rows - height) * columns }
  }
  return undefined
}

/** The cheapest parts as wide as the page that hold all units. */
function wholePages(units: Part[][], columns: number, rows: number): Part[] {
  const all = (1 << units.length) - 1
  const most = units.length > 5 ? keptPartsOfMany : keptParts
  /** By set of units (a bit each) and width. */
  const parts: Part[][][] = [[]]
  for (let set = 1; set <= all; set++) {
    const ofSet: Part[][] = [[]]
    parts.push(ofSet)
    const isOne = (set & (set - 1)) === 0
    for (let width = 1; width <= columns; width++) {
      ofSet.push(isOne ? shortlisted(units[Math.log2(set)]!, width, rows, most) : putTogether(parts, set, width, rows, most))
    }
  }
  return parts[all]![columns]!
}

/** Every way to part a set in two, one above the other or side by side. */
function putTogether(parts: Part[][][], set: number, width: number, rows: number, most: number): Part[] {
  const shortlist = new Shortlist(most)
  for (let a = (set - 1) & set; a > 0; a = (a - 1) & set) {
    const [first, second] = [parts[a]!, parts[set & ~a]!]
    offerStacks(first[width]!, second[width]!, rows, shortlist)
    for (let left = 1; left < width; left++) offerSides(first[left]!, second[width - left]!, shortlist)
  }
  return shortlist.take()
}

function finishedCost(part: Part, rows: number): number {
  const strain = Math.abs(Math.min(rows, part.max) - part.natural) * part.columns * part.strain
  return part.cost + strain + Math.max(0, rows - part.max) * part.columns * whiteCost
}

/** Gives every box its place and height; false when a box cannot be built at the height that falls to it. */
function place(part: Part, column: number, row: number, rows: number, boxes: PlacedBox[]): boolean {
  const { cut } = part
  if (cut.kind === 'side') {
    return place(cut.left, column, row, Math.min(rows, cut.left.max), boxes)
      && place(cut.right, column + cut.left.columns, row, Math.min(rows, cut.right.max), boxes)
  }
  if (cut.kind === 'stack') {
    const first = shareOf(cut.above, cut.below, rows)
    return place(cut.above, column, row, first, boxes) && place(cut.below, column, row + first, rows - first, boxes)
  }
  const { variant } = cut
  if (!variant.spec) {
    boxes.push({ variant, column, row, rows })
    return true
  }
  const solved = solveBox(variant.spec, rows)
  if (!solved) return false
  boxes.push({ variant, solved, column, row, rows })
  return true
}

/** The upper part's rows: both parts are stretched or squeezed in proportion to what they can take. */
function shareOf(above: Part, below: Part, rows: number): number {
  const spare = rows - above.natural - below.natural
  const roomAbove = spare > 0 ? above.max - above.natural : above.natural - above.min
  const roomBelow = spare > 0 ? below.max - below.natural : below.natural - below.min
  const share = roomAbove + roomBelow === 0 ? 0 : Math.round((spare * roomAbove) / (roomAbove + roomBelow))
  const wanted = above.natural + share
  return Math.max(above.min, rows - below.max, Math.min(above.max, rows - below.min, wanted))
}

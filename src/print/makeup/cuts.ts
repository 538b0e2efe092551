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
const whiteCost = 5
/** Ways to cut a page of which the boxes are filled, and those that are looked at when none of these can be. */
const weighedPages = 5
const triedPages = 12

/** Cuts a page of `columns` × `rows` for units given as the parts that each may be, or answers undefined when they cannot all stand on it. */
export function cutPage(units: Part[][], columns: number, rows: number): CutPage | undefined {
  const finished = wholePages(units, columns, rows)
    .map((part) => ({ part, height: Math.min(rows, part.max), cost: finishedCost(part, rows) }))
    .sort((a, b) => a.cost - b.cost)
  const settler = new Settler()
  let best: CutPage | undefined
  for (const [tried, { part, height, cost }] of finished.slice(0, triedPages).entries()) {
    if (best && (tried >= weighedPages || cost >= best.cost)) break
    const settled = settler.settle(part, height)
    if (!settled || (best && cost + settled.cost >= best.cost)) continue
    best = { boxes: boxesOf(settled, 0, 0), cost: cost + settled.cost, white: (rows - height) * columns }
  }
  return best
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

/** A part at a height, every box in it filled. */
interface Settled {
  rows: number
  columns: number
  /** Of all boxes in it. */
  cost: number
  of: { box: Omit<PlacedBox, 'column' | 'row'> } | { above: Settled; below: Settled } | { left: Settled; right: Settled }
}

/** Rows by which the boundary of two parts, one above the other, is moved for the sake of what they hold. */
const moved = [0, 1, -1, 2, -2]

/** Finds the heights within parts at which their boxes are filled best; each part at each height once. */
class Settler {
  private readonly known = new Map<Part, Map<number, Settled | undefined>>()

  /** Undefined when a box cannot be built at any height that may fall to it. */
  settle(part: Part, rows: number): Settled | undefined {
    let ofPart = this.known.get(part)
    if (!ofPart) this.known.set(part, (ofPart = new Map()))
    if (!ofPart.has(rows)) ofPart.set(rows, this.find(part, rows))
    return ofPart.get(rows)
  }

  private find(part: Part, rows: number): Settled | undefined {
    const { cut, columns } = part
    if (cut.kind === 'side') {
      const left = this.settle(cut.left, Math.min(rows, cut.left.max))
      const right = left && this.settle(cut.right, Math.min(rows, cut.right.max))
      return right && { rows, columns, cost: left.cost + right.cost, of: { left, right } }
    }
    if (cut.kind === 'stack') return this.findStack(cut.above, cut.below, rows)
    const { variant } = cut
    if (!variant.spec) return { rows, columns, cost: 0, of: { box: { variant, rows } } }
    const solved = solveBox(variant.spec, rows)
    return solved && { rows, columns, cost: solved.cost, of: { box: { variant, solved, rows } } }
  }

  private findStack(upper: Part, lower: Part, rows: number): Settled | undefined {
    const wanted = shareOf(upper, lower, rows)
    let best: Settled | undefined
    for (const by of moved) {
      const first = wanted + by
      if (by !== 0 && (first < upper.min || first > upper.max || rows - first < lower.min || rows - first > lower.max)) continue
      const above = this.settle(upper, first)
      const below = above && this.settle(lower, rows - first)
      if (!below) continue
      const cost = above.cost + below.cost
      if (!best || cost < best.cost) best = { rows, columns: upper.columns, cost, of: { above, below } }
      if (best.cost <= levelEnough) break
    }
    return best
  }
}

/** Two boxes of this cost are as good as they need be. */
const levelEnough = 1.5

/** The boxes where they stand. */
function boxesOf({ of }: Settled, column: number, row: number): PlacedBox[] {
  if ('box' in of) return [{ ...of.box, column, row }]
  if ('left' in of) return [...boxesOf(of.left, column, row), ...boxesOf(of.right, column + of.left.columns, row)]
  return [...boxesOf(of.above, column, row), ...boxesOf(of.below, column, row + of.above.rows)]
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

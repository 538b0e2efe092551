/**
 * Guillotine make-up of one page: the page is cut into two, each part again, until every part holds one box.
 * Dynamic programming over (set of units, columns) finds the cheapest cuts (after Gange, Marriott and Stuckey, "Optimal
 * guillotine layout", DocEng 2012); a part is a range of heights rather than one height, because pictures can be cropped.
 */
import { solveBox, type Solved } from './box.ts'
import type { Variant } from './variants.ts'

type Cut =
  | { kind: 'box'; variant: Variant }
  | { kind: 'stack'; above: Part; below: Part }
  | { kind: 'side'; left: Part; right: Part }

/** A rectangle of the page and what it may hold. */
export interface Part {
  cut: Cut
  /** What a row more or less than natural costs, for each column. */
  strain: number
  columns: number
  min: number
  natural: number
  max: number
  cost: number
  /** Headline tiers along its top edge, left to right, and of the boxes at its foot. */
  top: number[]
  lowest: number[]
  /** A story breaks off at its foot, to go on elsewhere. */
  jumps: boolean
  /** Pictures at its left and right edges. */
  pictureLeft: boolean
  pictureRight: boolean
  /** The editor's rank of its most important story: the lower, the more important. */
  rank: number
}

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

const costs = {
  /** A more important story under a lesser one, or right of it at the same height. */
  rank: 4,
  /** Two headlines of one size side by side: a tombstone. */
  tombstone: 6,
  /** A headline under another of its own size. */
  sameSize: 3,
  /** A headline under another story's jump line. */
  underJump: 8,
  /** Pictures of two stories side by side. */
  bumping: 5,
  /** A row of difference between two parts side by side that cropping cannot take up, per column. */
  uneven: 1.5,
  /** A part stretched or squeezed by a row from its natural height, per column. */
  strain: 0.12,
  /** The same for notices of the house: a reader pays for news. */
  fillerStrain: 0.4,
  /** An empty row at the foot of the page, per column. */
  white: 1,
}

/** Rows by which two parts side by side may differ. */
const unevenness = 3
const keptPerBucket = 3
const bucketRows = 6
/** Parts kept for each set of units and width: fewer where there are many sets. */
const keptParts = 18
const keptPartsOfMany = 8
const triedPages = 10

/** Cuts a page of `columns` × `rows` for units given as the parts that each may be, or answers undefined when they cannot all stand on it. */
export function cutPage(units: Part[][], columns: number, rows: number): CutPage | undefined {
  const all = (1 << units.length) - 1
  const parts: Part[][][] = Array.from({ length: all + 1 }, () => Array.from({ length: columns + 1 }, () => []))
  for (let set = 1; set <= all; set++) {
    for (let width = 1; width <= columns; width++) {
      const found: Part[] = []
      if ((set & (set - 1)) === 0) {
        const unit = Math.log2(set)
        for (const part of units[unit]!) if (part.columns === width && part.min <= rows) found.push(part)
      } else {
        for (let a = (set - 1) & set; a > 0; a = (a - 1) & set) {
          const b = set & ~a
          for (const above of parts[a]![width]!) for (const below of parts[b]![width]!) {
            if (above.min + below.min <= rows) found.push(stackPart(above, below))
          }
          for (let left = 1; left < width; left++) {
            for (const first of parts[a]![left]!) for (const second of parts[b]![width - left]!) {
              const part = sidePart(first, second)
              if (part && part.min <= rows) found.push(part)
            }
          }
        }
      }
      parts[set]![width] = kept(found, units.length > 5 ? keptPartsOfMany : keptParts)
    }
  }
  const finished = parts[all]![columns]!
    .filter((part) => part.min <= rows)
    .map((part) => ({ part, height: Math.min(rows, part.max), cost: finishedCost(part, rows) }))
    .sort((a, b) => a.cost - b.cost)
  for (const { part, height, cost } of finished.slice(0, triedPages)) {
    const boxes: PlacedBox[] = []
    if (place(part, 0, 0, height, boxes)) return { boxes, cost, white: (rows - height) * columns }
  }
  return undefined
}

function finishedCost(part: Part, rows: number): number {
  const strain = Math.abs(Math.min(rows, part.max) - part.natural) * part.columns * part.strain
  return part.cost + strain + Math.max(0, rows - part.max) * part.columns * costs.white
}

/** A unit by itself: one part a variant. */
export function boxParts(variants: Variant[], rank: number): Part[] {
  return variants.map((variant) => boxPart(variant, rank))
}

/** Several small units as one, under one another: a column of letters or briefs. */
export function columnParts(units: Part[][]): Part[] {
  return units.reduce((above, below) => {
    const found = above.flatMap((upper) => below.filter((lower) => lower.columns === upper.columns).map((lower) => stackPart(upper, lower)))
    const widths = [...new Set(found.map((part) => part.columns))]
    return widths.flatMap((width) => kept(found.filter((part) => part.columns === width)))
  })
}

function boxPart(variant: Variant, rank: number): Part {
  const { spec } = variant
  return {
    cut: { kind: 'box', variant },
    strain: variant.unit.kind === 'filler' ? costs.fillerStrain : costs.strain,
    columns: variant.columns,
    min: variant.minRows,
    natural: variant.naturalRows,
    max: variant.maxRows,
    cost: variant.cost,
    top: spec ? [spec.tier] : [],
    lowest: spec ? [spec.tier] : [],
    jumps: spec?.piece.mayJump ?? false,
    pictureLeft: spec?.lead !== undefined && spec.lead.columns === spec.columns,
    pictureRight: spec?.lead !== undefined,
    rank,
  }
}

function stackPart(above: Part, below: Part): Part {
  return {
    cut: { kind: 'stack', above, below },
    strain: Math.max(above.strain, below.strain),
    columns: above.columns,
    min: above.min + below.min,
    natural: above.natural + below.natural,
    max: above.max + below.max,
    cost: above.cost + below.cost + (below.rank < above.rank ? costs.rank : 0)
      + (above.lowest.some((tier) => below.top.includes(tier)) ? costs.sameSize : 0)
      + (above.jumps && below.top.length > 0 ? costs.underJump : 0),
    top: above.top,
    lowest: below.lowest,
    jumps: below.jumps,
    pictureLeft: above.pictureLeft || below.pictureLeft,
    pictureRight: above.pictureRight || below.pictureRight,
    rank: Math.min(above.rank, below.rank),
  }
}

function sidePart(left: Part, right: Part): Part | undefined {
  const min = Math.max(left.min, right.min)
  const max = Math.min(left.max, right.max)
  if (min > max + unevenness) return undefined
  const uneven = min > max ? (min - max) * (left.max < right.max ? left.columns : right.columns) * costs.uneven : 0
  const top = Math.max(min, max)
  const natural = Math.max(min, Math.min(top, Math.round((left.natural * left.columns + right.natural * right.columns) / (left.columns + right.columns))))
  const strain = Math.abs(natural - left.natural) * left.columns * left.strain + Math.abs(natural - right.natural) * right.columns * right.strain
  const tombstone = left.top.length > 0 && left.top.at(-1) === right.top[0] ? costs.tombstone : 0
  return {
    cut: { kind: 'side', left, right },
    strain: Math.max(left.strain, right.strain),
    columns: left.columns + right.columns,
    min,
    natural,
    max: top,
    cost: left.cost + right.cost + uneven + strain + tombstone + (right.rank < left.rank ? costs.rank : 0)
      + (left.pictureRight && right.pictureLeft ? costs.bumping : 0),
    top: [...left.top, ...right.top],
    lowest: [...left.lowest, ...right.lowest],
    jumps: left.jumps || right.jumps,
    pictureLeft: left.pictureLeft,
    pictureRight: right.pictureRight,
    rank: Math.min(left.rank, right.rank),
  }
}

/** The cheapest parts of every height, so that a dear part of a rare height is still there when it is needed. */
function kept(parts: Part[], most = keptPartsOfMany): Part[] {
  parts.sort((a, b) => a.cost - b.cost)
  const buckets = new Map<string, number>()
  const best: Part[] = []
  for (const part of parts) {
    const bucket = `${Math.floor(part.min / bucketRows)} ${Math.floor(part.max / bucketRows)}`
    const count = buckets.get(bucket) ?? 0
    if (count >= keptPerBucket) continue
    buckets.set(bucket, count + 1)
    best.push(part)
    if (best.length === most) break
  }
  return best
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

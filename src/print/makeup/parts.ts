/**
 * Parts of a page: a box, or two parts one above or beside the other, each a range of heights with a cost. What an art director
 * objects to where two parts meet is counted when they are put together. A shortlist keeps the cheapest.
 */
import { Memory } from './memory.ts'
import { noHeadline, type Variant } from './variants.ts'

export type Cut =
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
  /** Tiers of the headlines at the left and right ends of its top edge; `noHeadline` where none stands there. */
  topLeft: number
  topRight: number
  /** Tiers of all headlines along its top edge, and of the boxes at its foot, as bits. */
  tops: number
  lowest: number
  /** A story breaks off at its foot, to go on elsewhere. */
  jumps: boolean
  /** Pictures at its left and right edges. */
  pictureLeft: boolean
  pictureRight: boolean
  /** The editor's rank of its most important story: the lower, the more important. */
  rank: number
}

const costs = {
  /** A more important story under a lesser one, or right of it at the same height. */
  rank: 10,
  /** Two headlines of one size side by side: a tombstone. */
  tombstone: 14,
  /** A headline under another of its own size. */
  sameSize: 6,
  /** A headline under another story's jump line. */
  underJump: 16,
  /** Pictures of two stories side by side. */
  bumping: 14,
  /** A row of difference between two parts side by side that cropping cannot take up, per column. */
  uneven: 1.5,
  /** A part stretched or squeezed by a row from its natural height, per column. */
  strain: 0.12,
  /** The same for notices of the house: a reader pays for news. */
  fillerStrain: 0.4,
}

/** Rows by which two parts side by side may differ. */
const unevenness = 3

/** A unit by itself: one part a variant; the same for the same list of them. */
export function boxParts(variants: Variant[], rank: number): Part[] {
  return known.of(variants, String(rank), () => variants.map((variant) => boxPart(variant, rank)))
}

const known = new Memory<Variant[], Part[]>()

/** Several small units as one, under one another: a column of letters or briefs. */
export function columnParts(units: Part[][]): Part[] {
  return units.reduce((above, below) => [...new Set(above.map((part) => part.columns))].flatMap((width) => {
    const ofWidth = (part: Part) => part.columns === width
    const shortlist = new Shortlist(keptPartsOfMany)
    offerStacks(byCost(above.filter(ofWidth)), byCost(below.filter(ofWidth)), Infinity, shortlist)
    return shortlist.take()
  }))
}

/** The parts of this width that a page of so many rows can hold, the cheapest of every height. */
export function shortlisted(parts: Part[], width: number, rows: number, most: number): Part[] {
  const shortlist = new Shortlist(most)
  for (const part of parts) if (part.columns === width && part.min <= rows) shortlist.offer(part.cost, part.min, part.max, part)
  return shortlist.take()
}

function byCost(parts: Part[]): Part[] {
  return parts.sort((a, b) => a.cost - b.cost)
}

function boxPart(variant: Variant, rank: number): Part {
  const { spec } = variant
  const tier = spec?.tier ?? noHeadline
  const tiers = tier === noHeadline ? 0 : 1 << tier
  return {
    cut: { kind: 'box', variant },
    strain: variant.unit.kind === 'filler' ? costs.fillerStrain : costs.strain,
    columns: variant.columns,
    min: variant.minRows,
    natural: variant.naturalRows,
    max: variant.maxRows,
    cost: variant.cost,
    topLeft: tier,
    topRight: tier,
    tops: tiers,
    lowest: tiers,
    jumps: spec?.piece.mayJump ?? false,
    pictureLeft: spec?.lead !== undefined && spec.lead.columns === spec.columns,
    pictureRight: spec?.lead !== undefined,
    rank,
  }
}

/** Offers every part of `uppers` over every one of `lowers`, both sorted by cost and of one width. */
export function offerStacks(uppers: Part[], lowers: Part[], rows: number, shortlist: Shortlist): void {
  // Counted loops: this is done a million times for an issue.
  for (let upper = 0; upper < uppers.length; upper++) {
    const above = uppers[upper]!
    for (let lower = 0; lower < lowers.length; lower++) {
      const below = lowers[lower]!
      // All that meeting adds is a cost: from here on none is cheap enough.
      if (above.cost + below.cost >= shortlist.limit) break
      if (above.min + below.min > rows) continue
      const cost = above.cost + below.cost + (below.rank < above.rank ? costs.rank : 0)
        + ((above.lowest & below.tops) !== 0 ? costs.sameSize : 0)
        + (above.jumps && below.tops !== 0 ? costs.underJump : 0)
      if (cost < shortlist.limit) shortlist.offer(cost, above.min + below.min, above.max + below.max, above, below, 'stack')
    }
  }
}

/** Offers every part of `lefts` beside every one of `rights`, both sorted by cost; what differs too much in height does not go together. */
export function offerSides(lefts: Part[], rights: Part[], shortlist: Shortlist): void {
  for (let at = 0; at < lefts.length; at++) {
    const left = lefts[at]!
    for (let beside = 0; beside < rights.length; beside++) {
      const right = rights[beside]!
      if (left.cost + right.cost >= shortlist.limit) break
      const min = Math.max(left.min, right.min)
      const max = Math.min(left.max, right.max)
      if (min > max + unevenness) continue
      const cost = sideCost(left, right, min, max)
      if (cost < shortlist.limit) shortlist.offer(cost, min, Math.max(min, max), left, right, 'side')
    }
  }
}

function sideCost(left: Part, right: Part, min: number, max: number): number {
  const uneven = min > max ? (min - max) * (left.max < right.max ? left.columns : right.columns) * costs.uneven : 0
  const natural = sideNatural(left, right, min, max)
  const strain = Math.abs(natural - left.natural) * left.columns * left.strain + Math.abs(natural - right.natural) * right.columns * right.strain
  const tombstone = left.topRight !== noHeadline && left.topRight === right.topLeft ? costs.tombstone : 0
  return left.cost + right.cost + uneven + strain + tombstone + (right.rank < left.rank ? costs.rank : 0)
    + (left.pictureRight && right.pictureLeft ? costs.bumping : 0)
}

function sideNatural(left: Part, right: Part, min: number, max: number): number {
  const wanted = Math.round((left.natural * left.columns + right.natural * right.columns) / (left.columns + right.columns))
  return Math.max(min, Math.min(Math.max(min, max), wanted))
}

function stackPart(above: Part, below: Part, cost: number): Part {
  return {
    cut: { kind: 'stack', above, below },
    strain: Math.max(above.strain, below.strain),
    columns: above.columns,
    min: above.min + below.min,
    natural: above.natural + below.natural,
    max: above.max + below.max,
    cost,
    topLeft: above.topLeft,
    topRight: above.topRight,
    tops: above.tops,
    lowest: below.lowest,
    jumps: below.jumps,
    pictureLeft: above.pictureLeft || below.pictureLeft,
    pictureRight: above.pictureRight || below.pictureRight,
    rank: Math.min(above.rank, below.rank),
  }
}

function sidePart(left: Part, right: Part, cost: number): Part {
  const min = Math.max(left.min, right.min)
  const max = Math.min(left.max, right.max)
  return {
    cut: { kind: 'side', left, right },
    strain: Math.max(left.strain, right.strain),
    columns: left.columns + right.columns,
    min,
    natural: sideNatural(left, right, min, max),
    max: Math.max(min, max),
    cost,
    topLeft: left.tops === 0 ? right.topLeft : left.topLeft,
    topRight: right.tops === 0 ? left.topRight : right.topRight,
    tops: left.tops | right.tops,
    lowest: left.lowest | right.lowest,
    jumps: left.jumps || right.jumps,
    pictureLeft: left.pictureLeft,
    pictureRight: right.pictureRight,
    rank: Math.min(left.rank, right.rank),
  }
}

/** Parts kept for each set of units and width: fewer where there are many sets. */
export const keptParts = 18
export const keptPartsOfMany = 8
const keptPerBucket = 3
const bucketRows = 6
/** More than any part's rows, in buckets. */
const mostBuckets = 1 << 12

/** How parts come into a shortlist: as they are, or as two that are put together when the list is taken. */
type Joint = 'made' | 'stack' | 'side'

interface Offer {
  cost: number
  /** Its heights, roughly. */
  bucket: number
  joint: Joint
  first: Part
  second: Part
}

/**
 * The cheapest of all parts that were offered, but few of like heights, so that a dear part of a rare height is still there when
 * it is needed. Millions are offered and few are kept, so parts are put together when the list is taken.
 */
export class Shortlist {
  /** A part of this cost or more is not taken any longer. */
  limit = Infinity
  private readonly most: number
  /** The cheapest first. */
  private readonly offers: Offer[] = []

  constructor(most: number) {
    this.most = most
  }

  /** Of equal costs the first offered is kept. */
  offer(cost: number, min: number, max: number, first: Part, second = first, joint: Joint = 'made'): void {
    const { offers, most } = this
    const bucket = Math.floor(min / bucketRows) * mostBuckets + Math.floor(max / bucketRows)
    let at = offers.length
    while (at > 0 && offers[at - 1]!.cost > cost) at--
    let alike = 0
    for (let k = 0; k < at; k++) if (offers[k]!.bucket === bucket) alike++
    if (alike >= keptPerBucket || at >= most) return
    offers.splice(at, 0, { cost, bucket, joint, first, second })
    for (let k = at; k < offers.length; k++) {
      if (offers[k]!.bucket === bucket && ++alike > keptPerBucket) offers.splice(k, 1)
    }
    if (offers.length > most) offers.pop()
    if (offers.length === most) this.limit = offers[most - 1]!.cost
  }

  /** The parts, the cheapest first. */
  take(): Part[] {
    return this.offers.map(({ cost, joint, first, second }) => {
      if (joint === 'made') return first
      return joint === 'stack' ? stackPart(first, second, cost) : sidePart(first, second, cost)
    })
  }
}

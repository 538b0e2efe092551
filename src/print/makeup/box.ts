/**
 * Box: a piece in a rectangle of whole columns and whole rows, a head over a body. A `Spec` says how it is built; `solveBox` finds
 * whether the copy fits a given height.
 */
import { isBeside, pourBody, shortestLeg, toBody, type Body, type BodyForm, type PictureSpec, type Poured } from './body.ts'
import { setHead, type Head } from './head.ts'
import { isBoxed, type Piece } from './piece.ts'
import type { Workshop } from './workshop.ts'

/** How a box is built: chosen before its height is known. */
export interface Spec extends Body {
  tier: number
  head: Head
}

/** A box at a height. */
export interface Solved extends Poured {
  spec: Spec
  rows: number
  /** Rows of white between head and text, which take up what pictures cannot. */
  gap: number
}

/** Rows of a box besides head and legs: white with the rule above, white below, and at the foot of a panel a row inside it. */
export function marginRows(piece: Piece): number {
  return isBoxed(piece) ? 3 : 2
}

/** Shortest legs of a story that goes on elsewhere: fewer rows are a notice of it, not its beginning. */
const shortestBeforeJump = 9

/** Column rows that a jump leaves behind: fewer are a strip on the page where it goes on. Where nothing else can be, what is just worth a head. */
const leastBehind = [40, 20]

/** Most rows of white between head and text, and what each costs a column. */
const mostGap = 2
const gapCost = 0.3

/** `tier` is not asked of heads that have one size. */
export function toSpec(piece: Piece, form: BodyForm, tier: number, workshop: Workshop): Spec {
  const body = toBody(piece, form, workshop)
  return { ...body, tier, head: body.ownHead ?? setHead(piece, tier, body.width, workshop) }
}

/** Rows that the box needs at least, and at most fills. `undefined`: it cannot be built in this many columns. */
export function rangeOf(spec: Spec): { min: number; max: number; natural: number } | undefined {
  const { columns, head, textRows, lead, foot } = spec
  const margin = marginRows(spec.piece)
  const rowsWith = (pick: (picture: PictureSpec) => number) => {
    const pictures = (lead ? lead.columns * (pick(lead) + 1) : 0) + (foot ? foot.columns * (pick(foot) + 1) : 0)
    return margin + head.rows + Math.max((textRows + pictures) / columns, tallest(pick))
  }
  const tallest = (pick: (picture: PictureSpec) => number) => {
    const leadRows = lead ? pick(lead) + 1 : 0
    const footRows = foot ? pick(foot) + 1 : 0
    const share = isBeside(spec) ? shortestLeg : 0
    return lead && foot && lead.columns + foot.columns > columns ? leadRows + footRows : Math.max(leadRows, footRows) + share
  }
  if (spec.piece.mayJump) {
    const least = margin + head.rows + tallest((picture) => picture.minRows) + shortestBeforeJump
    const whole = Math.ceil(rowsWith((picture) => picture.minRows))
    // The other page of a spread is seen together with this one.
    for (const behind of spec.piece.copy.spread ? leastBehind.slice(-1) : leastBehind) {
      const max = Math.min(whole, Math.floor(rowsWith((picture) => picture.maxRows) - behind / columns))
      if (max > least) return { min: Math.ceil(least), max, natural: Math.round((least + max) / 2) }
    }
    return undefined
  }
  let min = Math.ceil(rowsWith((picture) => picture.minRows))
  const max = Math.max(min, Math.floor(rowsWith((picture) => picture.maxRows)))
  for (let tries = 0; !solveBox(spec, min); tries++) {
    if (tries === 6) return undefined
    min++
  }
  return { min, max: Math.max(min, max) + mostGapOf(spec), natural: Math.max(min, Math.min(max, Math.round(rowsWith((picture) => picture.naturalRows)))) }
}

/** Where no head stands over all legs, none of them could be lower. */
function mostGapOf({ piece, ownHead }: Spec): number {
  return piece.mayJump || ownHead ? 0 : mostGap
}

/** The box at this height, or undefined when the copy does not fit; of the gaps under the head the one that leaves the legs fullest. */
export function solveBox(spec: Spec, rows: number): Solved | undefined {
  let best: Solved | undefined
  for (let gap = 0; gap <= mostGapOf(spec); gap++) {
    const solved = solveWithGap(spec, rows, gap)
    if (!solved) break
    if (!best || solved.cost < best.cost) best = solved
    if (best.cost <= gapCost * spec.columns) break
  }
  return best
}

/** The box at this height with so many rows of white under its head. */
export function solveWithGap(spec: Spec, rows: number, gap: number): Solved | undefined {
  const poured = pourBody(spec, rows - marginRows(spec.piece) - spec.head.rows - gap)
  return poured && { spec, rows, gap, ...poured, cost: poured.cost + gap * spec.columns * gapCost }
}

/**
 * Box: a piece in a rectangle of whole columns and whole rows. A `Spec` says how it is built; `solveBox` finds whether the
 * copy fits a given height, by growing or shrinking its pictures row by row, and where a jumping story is cut.
 */
import { columnsWidth } from '../stylebook/stylebook.ts'
import { setCaption } from './galley.ts'
import { setHead, type Head } from './head.ts'
import { fillLegs, stretchLegs, type Fill } from './legs.ts'
import { isBoxed, type LargePicture, type Piece } from './piece.ts'
import type { Workshop } from './workshop.ts'
import { isParagraphEnd, rowsOf, type Slug, type SlugLine } from './slug.ts'

/** How a box is built: chosen before its height is known. */
export interface Spec {
  piece: Piece
  columns: number
  tier: number
  head: Head
  /** Measure of a leg. */
  measure: number
  /** Width inside the panel, or of the whole box. */
  width: number
  lead?: PictureSpec
  foot?: PictureSpec
  slugs: Slug[]
  /** Rows of the story from the piece's start, set as one column. */
  textRows: number
}

/** A large picture: at the top right (`lead`) or bottom right (`foot`) of the legs. */
export interface PictureSpec extends LargePicture {
  columns: number
  width: number
  caption: { lines: SlugLine[]; height: number }
  /** Rows with its caption: as little, as natural, as much as cropping allows. */
  minRows: number
  naturalRows: number
  maxRows: number
}

/** A box at a height. */
export interface Solved {
  spec: Spec
  rows: number
  /** Rows of white between head and text, which take up what pictures cannot. */
  gap: number
  leadRows: number
  footRows: number
  fill: Fill
  /** Slug at which the story jumps; the number of slugs when it ends here. */
  cut: number
  /** Rows of legs that stay empty, all together. */
  empty: number
}

/** Rows of a box besides head and legs: white with the rule above, white below, and at the foot of a panel a row inside it. */
export function marginRows(piece: Piece): number {
  return isBoxed(piece) ? 3 : 2
}

/** Most rows of white between head and text. */
const mostGap = 2

/** Shortest leg, in rows, beside or under a picture. */
const shortestLeg = 5

export function toSpec(piece: Piece, columns: number, tier: number, lead: number | undefined, foot: number | undefined, workshop: Workshop): Spec {
  const { book } = workshop
  const inset = isBoxed(piece) ? book.inset : 0
  const width = columnsWidth(book, columns) - 2 * inset
  const measure = (width - (columns - 1) * book.gutter) / columns
  const slugs = piece.copy.galley(measure)
  return {
    piece, columns, tier, measure, width, slugs,
    head: setHead(piece, tier, width, workshop),
    textRows: rowsOf(slugs.slice(piece.start)) + slugs.slice(piece.start).filter((slug) => slug.float).length,
    lead: lead ? pictureSpec(piece, piece.pictures[0]!, lead, measure, workshop) : undefined,
    foot: foot ? pictureSpec(piece, piece.pictures[1]!, foot, measure, workshop) : undefined,
  }
}

function pictureSpec(piece: Piece, large: LargePicture, columns: number, measure: number, workshop: Workshop): PictureSpec {
  const { book } = workshop
  const width = columns * measure + (columns - 1) * book.gutter
  const caption = setCaption(large, width, workshop, piece.copy.flow)
  const natural = width / large.aspect
  const rows = (height: number) => Math.max(4, Math.round((height + caption.height) / book.leading))
  return {
    ...large, columns, width, caption,
    // A panorama loses its heads and feet sooner than a picture of usual shape.
    minRows: rows(natural * (large.aspect > 2 ? 0.88 : 0.76)),
    naturalRows: rows(natural),
    maxRows: rows(natural * (large.aspect > 1 ? 1.22 : 1.06)),
  }
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
    const least = margin + head.rows + tallest((picture) => picture.minRows) + shortestLeg
    const whole = Math.ceil(rowsWith((picture) => picture.minRows))
    // A jump must leave enough behind to be worth a head of its own.
    const max = Math.min(whole, Math.floor(rowsWith((picture) => picture.maxRows) - 20 / columns))
    if (max <= least) return undefined
    return { min: Math.ceil(least), max, natural: Math.round((least + max) / 2) }
  }
  let min = Math.ceil(rowsWith((picture) => picture.minRows))
  const max = Math.max(min, Math.floor(rowsWith((picture) => picture.maxRows)))
  for (let tries = 0; !solveBox(spec, min); tries++) {
    if (tries === 6) return undefined
    min++
  }
  return { min, max: Math.max(min, max) + mostGap, natural: Math.max(min, Math.min(max, Math.round(rowsWith((picture) => picture.naturalRows)))) }
}

/** The box at this height, or undefined when the copy does not fit. */
export function solveBox(spec: Spec, rows: number): Solved | undefined {
  return spec.piece.mayJump ? solveJump(spec, rows) : solveWhole(spec, rows)
}

/** Of the gaps under the head the one that leaves the legs fullest. */
function solveWhole(spec: Spec, rows: number): Solved | undefined {
  let best: Solved | undefined
  for (let gap = 0; gap <= mostGap; gap++) {
    const solved = solveWithGap(spec, rows, gap)
    if (!solved) break
    if (!best || solved.empty + gap < best.empty + best.gap) best = solved
    if (best.empty <= 1) break
  }
  return best
}

function solveWithGap(spec: Spec, rows: number, gap: number): Solved | undefined {
  const body = rows - marginRows(spec.piece) - spec.head.rows - gap
  const { lead, foot } = spec
  let footRows = foot ? clamp(foot.naturalRows, foot.minRows, foot.maxRows) : 0
  const free = () => spec.columns * body - spec.textRows - (foot ? foot.columns * (footRows + 1) : 0)
  let leadRows = lead ? clamp(Math.floor(free() / lead.columns) - 1, lead.minRows, lead.maxRows) : 0
  if (foot) footRows = clamp(Math.floor((spec.columns * body - spec.textRows - (lead ? lead.columns * (leadRows + 1) : 0)) / foot.columns) - 1, foot.minRows, foot.maxRows)
  for (;;) {
    const solved = pour(spec, rows, gap, leadRows, footRows)
    if (solved && isFull(solved.fill, spec)) return solved
    if (lead && leadRows > lead.minRows) leadRows--
    else if (foot && footRows > foot.minRows) footRows--
    else return undefined
  }
}

/** A story that jumps is cut between paragraphs; of all picture heights the one that leaves the least empty. */
function solveJump(spec: Spec, rows: number): Solved | undefined {
  const { lead, foot } = spec
  let best: Solved | undefined
  let bestCost = Infinity
  for (let footRows = foot?.minRows ?? 0; footRows <= (foot?.maxRows ?? 0); footRows++) {
    for (let leadRows = lead?.minRows ?? 0; leadRows <= (lead?.maxRows ?? 0); leadRows++) {
      const solved = pour(spec, rows, 0, leadRows, footRows, true)
      if (!solved || solved.cut >= spec.slugs.length) continue
      const crop = Math.abs(leadRows - (lead?.naturalRows ?? 0)) + Math.abs(footRows - (foot?.naturalRows ?? 0))
      const cost = solved.empty + 0.4 * crop
      if (cost < bestCost) {
        best = solved
        bestCost = cost
      }
    }
  }
  return best
}

function pour(spec: Spec, rows: number, gap: number, leadRows: number, footRows: number, jumps = false): Solved | undefined {
  const body = rows - marginRows(spec.piece) - spec.head.rows - gap
  const legs = legRows(spec, body, leadRows, footRows)
  if (legs.some((leg) => leg < (isBeside(spec) ? shortestLeg : 0)) || (spec.textRows > 0 && Math.max(...legs) < 1)) return undefined
  // The jump line takes the foot of the last leg.
  const room = jumps && !spec.piece.copy.spread ? legs.map((leg, index) => index === legs.length - 1 ? leg - 1 : leg) : legs
  const slack = sum(room) - spec.textRows
  let fill = fillLegs(spec.slugs, spec.piece.start, room)
  // All slack is taken from the feet of the legs evenly, or as much of it as paragraphs and headings allow.
  for (let taken = jumps ? 0 : Math.min(slack, legs.length * evenedRows); taken > 0 && isFull(fill, spec); taken--) {
    const even = fillLegs(spec.slugs, spec.piece.start, shortened(room, taken, isBeside(spec) ? shortestLeg : 0))
    if (!isFull(even, spec)) continue
    fill = even
    break
  }
  let cut = fill.next
  if (jumps && cut < spec.slugs.length) {
    while (!spec.piece.copy.spread && cut > spec.piece.start && !isParagraphEnd(spec.slugs, cut)) cut--
    if (cut <= spec.piece.start) return undefined
    fill = fillLegs(spec.slugs.slice(0, cut), spec.piece.start, room)
    if (fill.deferred.length > 0) return undefined
  }
  // Empty rows count from the full height of the legs, not from where their feet were evened.
  const full = { ...fill, empty: fill.legs.map((leg, index) => legs[index]! - (leg.length > 0 ? leg.at(-1)!.row + leg.at(-1)!.slug.rows : 0)) }
  const stretched = jumps ? full : stretchLegs(full)
  return { spec, rows, gap, leadRows, footRows, fill: stretched, cut, empty: sum(stretched.empty) }
}

/** Most rows that are taken from each leg to even out their feet. */
const evenedRows = 3

/** Whether a picture leaves legs of text beside it. */
function isBeside({ columns, lead, foot }: Spec): boolean {
  return [lead, foot].some((picture) => picture !== undefined && picture.columns < columns)
}

function isFull(fill: Fill, spec: Spec): boolean {
  return fill.next === spec.slugs.length && fill.deferred.length === 0
}

/** Rows of each leg: pictures stand over or under the right-hand ones. */
export function legRows(spec: Spec, body: number, leadRows: number, footRows: number): number[] {
  return Array.from({ length: spec.columns }, (_, column) => {
    const underLead = spec.lead && column >= spec.columns - spec.lead.columns
    const overFoot = spec.foot && column >= spec.columns - spec.foot.columns
    return body - (underLead ? leadRows + 1 : 0) - (overFoot ? footRows + 1 : 0)
  })
}

/** Takes the slack from the feet of the last legs, so that no leg ends much before the others; legs of `least` rows keep theirs. */
function shortened(legs: number[], slack: number, least: number): number[] {
  const rows = [...legs]
  const able = rows.map((_, column) => column).filter((column) => rows[column]! > least).reverse()
  for (let taken = 0; taken < slack && able.length > 0; taken++) rows[able[taken % able.length]!]!--
  return rows
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value))
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/**
 * Body: what stands under a box's head, legs and large pictures. Whether the copy fits a given height is found by growing or
 * shrinking its pictures row by row; a jumping story is cut between paragraphs.
 */
import { columnsWidth } from '../stylebook/stylebook.ts'
import { setCaption } from './galley.ts'
import { fillLegs, stretchLegs, type Fill } from './legs.ts'
import { Memory } from './memory.ts'
import { isBoxed, type LargePicture, type Piece } from './piece.ts'
import { isParagraphEnd, rowsOf, type Slug, type SlugLine } from './slug.ts'
import type { Workshop } from './workshop.ts'

/** How a body is built: the same under a headline of any size. */
export interface Body {
  piece: Piece
  columns: number
  /** Measure of a leg. */
  measure: number
  /** Width inside the panel, or of the whole box. */
  width: number
  lead?: PictureSpec
  foot?: PictureSpec
  slugs: Slug[]
  /** Rows of the story from the piece's start, set as one column. */
  textRows: number
  /** What was poured before, by rows. */
  poured: Map<number, Poured | undefined>
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

/** A body at a height. */
export interface Poured {
  leadRows: number
  footRows: number
  fill: Fill
  /** Slug at which the story jumps; the number of slugs when it ends here. */
  cut: number
  /** Rows of legs that stay empty, all together. */
  empty: number
}

/** Shortest leg, in rows, beside or under a picture. */
export const shortestLeg = 5

const bodies = new Memory<Piece, Body>()

/** The body with these pictures (columns each), the same object for the same piece. */
export function toBody(piece: Piece, columns: number, lead: number | undefined, foot: number | undefined, workshop: Workshop): Body {
  return bodies.of(piece, `${columns} ${lead} ${foot}`, () => makeBody(piece, columns, lead, foot, workshop))
}

function makeBody(piece: Piece, columns: number, lead: number | undefined, foot: number | undefined, workshop: Workshop): Body {
  const { book } = workshop
  const inset = isBoxed(piece) ? book.inset : 0
  const width = columnsWidth(book, columns) - 2 * inset
  const measure = (width - (columns - 1) * book.gutter) / columns
  const slugs = piece.copy.galley(measure)
  const own = slugs.slice(piece.start)
  return {
    piece, columns, measure, width, slugs,
    textRows: rowsOf(own) + own.filter((slug) => slug.float).length,
    lead: lead ? pictureSpec(piece, piece.pictures[0]!, lead, measure, workshop) : undefined,
    foot: foot ? pictureSpec(piece, piece.pictures[1]!, foot, measure, workshop) : undefined,
    poured: new Map(),
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

/** The body at this height, or undefined when the copy does not fit. */
export function pourBody(body: Body, rows: number): Poured | undefined {
  let poured = body.poured.get(rows)
  if (!poured && !body.poured.has(rows)) body.poured.set(rows, (poured = body.piece.mayJump ? pourJump(body, rows) : pourWhole(body, rows)))
  return poured
}

/** With pictures as large as the text leaves room for. */
function pourWhole(body: Body, rows: number): Poured | undefined {
  const { lead, foot } = body
  const text = body.columns * rows - body.textRows
  let footRows = foot ? clamp(foot.naturalRows, foot.minRows, foot.maxRows) : 0
  const free = text - (foot ? foot.columns * (footRows + 1) : 0)
  let leadRows = lead ? clamp(Math.floor(free / lead.columns) - 1, lead.minRows, lead.maxRows) : 0
  if (foot) footRows = clamp(Math.floor((text - (lead ? lead.columns * (leadRows + 1) : 0)) / foot.columns) - 1, foot.minRows, foot.maxRows)
  for (;;) {
    const poured = pourLevel(body, rows, leadRows, footRows)
    if (poured) return poured
    if (lead && leadRows > lead.minRows) leadRows--
    else if (foot && footRows > foot.minRows) footRows--
    else return undefined
  }
}

/** All of the text, the feet of its legs as level as can be; undefined when it does not fit. */
function pourLevel(body: Body, rows: number, leadRows: number, footRows: number): Poured | undefined {
  const legs = legRows(body, rows, leadRows, footRows)
  if (areTooShort(legs, body)) return undefined
  const { slugs, piece: { start } } = body
  let fill = fillLegs(slugs, start, legs)
  if (!isFull(fill, body)) return undefined
  // All slack is taken from the feet of the legs evenly, or as much of it as paragraphs and headings allow.
  for (let taken = Math.min(sum(legs) - body.textRows, legs.length * evenedRows); taken > 0; taken--) {
    const even = fillLegs(slugs, start, shortened(legs, taken, leastOf(body)))
    if (!isFull(even, body)) continue
    fill = even
    break
  }
  const stretched = stretchLegs(withFeet(fill, legs))
  return { leadRows, footRows, fill: stretched, cut: slugs.length, empty: sum(stretched.empty) }
}

/** A story that jumps is cut between paragraphs; of all picture heights the one that leaves the least empty. */
function pourJump(body: Body, rows: number): Poured | undefined {
  const { lead, foot } = body
  let best: Poured | undefined
  let bestCost = Infinity
  for (let footRows = foot?.minRows ?? 0; footRows <= (foot?.maxRows ?? 0); footRows++) {
    for (let leadRows = lead?.minRows ?? 0; leadRows <= (lead?.maxRows ?? 0); leadRows++) {
      const poured = pourCut(body, rows, leadRows, footRows)
      if (!poured) continue
      const crop = Math.abs(leadRows - (lead?.naturalRows ?? 0)) + Math.abs(footRows - (foot?.naturalRows ?? 0))
      const cost = poured.empty + 0.4 * crop
      if (cost < bestCost) {
        best = poured
        bestCost = cost
      }
    }
  }
  return best
}

/** As much of the text as ends with a paragraph; undefined when that is nothing, or all of it. */
function pourCut(body: Body, rows: number, leadRows: number, footRows: number): Poured | undefined {
  const legs = legRows(body, rows, leadRows, footRows)
  if (areTooShort(legs, body)) return undefined
  const { slugs, piece: { start, copy } } = body
  // The jump line takes the foot of the last leg.
  const room = copy.spread ? legs : legs.map((leg, index) => index === legs.length - 1 ? leg - 1 : leg)
  let cut = fillLegs(slugs, start, room).next
  if (cut === slugs.length) return undefined
  while (cut > start && !isParagraphEnd(slugs, cut)) cut--
  if (cut <= start) return undefined
  const fill = fillLegs(slugs.slice(0, cut), start, room)
  if (fill.deferred.length > 0) return undefined
  const footed = withFeet(fill, legs)
  return { leadRows, footRows, fill: footed, cut, empty: sum(footed.empty) }
}

/** Empty rows count from the full height of the legs, not from where their feet were evened. */
function withFeet(fill: Fill, legs: number[]): Fill {
  return { ...fill, empty: fill.legs.map((leg, index) => {
    const last = leg.at(-1)
    return legs[index]! - (last ? last.row + last.slug.rows : 0)
  }) }
}

/** Most rows that are taken from each leg to even out their feet. */
const evenedRows = 3

function areTooShort(legs: number[], body: Body): boolean {
  const least = leastOf(body)
  return legs.some((leg) => leg < least) || (body.textRows > 0 && Math.max(...legs) < 1)
}

function leastOf(body: Body): number {
  return isBeside(body) ? shortestLeg : 0
}

/** Whether a picture leaves legs of text beside it. */
export function isBeside({ columns, lead, foot }: Body): boolean {
  return (lead !== undefined && lead.columns < columns) || (foot !== undefined && foot.columns < columns)
}

function isFull(fill: Fill, body: Body): boolean {
  return fill.next === body.slugs.length && fill.deferred.length === 0
}

/** Rows of each leg: pictures stand over or under the right-hand ones. */
export function legRows({ columns, lead, foot }: Body, rows: number, leadRows: number, footRows: number): number[] {
  return Array.from({ length: columns }, (_, column) => {
    const underLead = lead && column >= columns - lead.columns
    const overFoot = foot && column >= columns - foot.columns
    return rows - (underLead ? leadRows + 1 : 0) - (overFoot ? footRows + 1 : 0)
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

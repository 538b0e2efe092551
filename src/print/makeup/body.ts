/**
 * Body: what stands under a box's head, legs and large pictures. Whether the copy fits a given height is found by growing or
 * shrinking its pictures row by row; a jumping story is cut between paragraphs.
 */
import { columnsWidth } from '../stylebook/stylebook.ts'
import { naturalHeight, setCaption } from './galley.ts'
import { evenLegs, type EvenLegs } from './evenLegs.ts'
import { emptyHead, setLabel, type Head } from './head.ts'
import { Memory } from './memory.ts'
import { isBoxed, type LargePicture, type Piece } from './piece.ts'
import { setRunIn } from './runIn.ts'
import { rowsOf, type Slug, type SlugLine } from './slug.ts'
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
  /** A head that is not set over all legs: a label over the first, or none, because it runs in with the text. */
  ownHead?: Head
  slugs: Slug[]
  /** Rows of the story from the piece's start, set as one column, its label included. */
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
  fill: EvenLegs
  /** Slug at which the story jumps; the number of slugs when it ends here. */
  cut: number
  /** How far it is from level feet, good breaks and uncropped pictures: a point is about an empty row of one column. */
  cost: number
}

/** Shortest leg, in rows, beside or under a picture. */
export const shortestLeg = 5

const bodies = new Memory<Piece, Body>()

/** What a body is made of: its columns, the columns of its pictures, and how its head stands to its legs. */
export interface BodyForm {
  columns: number
  lead?: number | undefined
  foot?: number | undefined
  head: HeadForm
}

/** A head stands over all legs, as a label over the first, or is run in with the text. */
export type HeadForm = 'over' | 'label' | 'runIn'

/** The body of this form, the same object for the same piece. */
export function toBody(piece: Piece, form: BodyForm, workshop: Workshop): Body {
  const { columns, lead, foot, head } = form
  return bodies.of(piece, `${columns} ${lead} ${foot} ${head}`, () => makeBody(piece, form, workshop))
}

function makeBody(piece: Piece, { columns, lead, foot, head }: BodyForm, workshop: Workshop): Body {
  const { book } = workshop
  const inset = isBoxed(piece) ? book.inset : 0
  const width = columnsWidth(book, columns) - 2 * inset
  const measure = (width - (columns - 1) * book.gutter) / columns
  const runIn = head === 'runIn' ? setRunIn(piece, measure, workshop) : undefined
  const slugs = runIn ?? piece.copy.galley(measure)
  const own = slugs.slice(piece.start)
  const ownHead = runIn ? emptyHead : head === 'label' ? setLabel(piece, measure, workshop) : undefined
  return {
    piece, columns, measure, width, slugs,
    ...ownHead && { ownHead },
    textRows: rowsOf(own) + own.filter((slug) => slug.float).length + (ownHead?.firstLeg ?? 0),
    lead: lead ? pictureSpec(piece, piece.pictures[0]!, lead, measure, workshop) : undefined,
    foot: foot ? pictureSpec(piece, piece.pictures[1]!, foot, measure, workshop) : undefined,
    poured: new Map(),
  }
}

function pictureSpec(piece: Piece, large: LargePicture, columns: number, measure: number, workshop: Workshop): PictureSpec {
  const { book } = workshop
  const width = columns * measure + (columns - 1) * book.gutter
  const caption = setCaption(large, width, workshop, piece.copy.flow)
  const natural = naturalHeight(large.aspect, width, book)
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

/** A row by which a large picture is cropped or stretched, for each of its columns. */
const cropCost = 0.04
/** The same where the story goes on elsewhere and the picture need not give. */
const jumpCropCost = 0.2
/** Sizes of pictures that are tried when one of them will do, and how good is good enough. */
const triedSizes = 8
const goodEnough = 0.6

/** With the pictures at which the feet of its legs are the most level. */
function pourWhole(body: Body, rows: number): Poured | undefined {
  let best: Poured | undefined
  for (const [tried, { leadRows, footRows, crop }] of sizesFor(body, rows).entries()) {
    if (best && (tried >= triedSizes || best.cost <= Math.max(goodEnough, crop * cropCost))) break
    best = pour(body, rows, leadRows, footRows, crop * cropCost, best) ?? best
  }
  return best
}

interface Sizes {
  leadRows: number
  footRows: number
  /** Rows by which pictures are larger or smaller than natural, for each of their columns. */
  crop: number
}

/** Sizes of pictures that leave the text just the room that it needs, or a little more; the least cropped first. */
function sizesFor({ lead, foot, columns, textRows }: Body, rows: number): Sizes[] {
  const room = columns * rows - textRows
  const areaOf = (picture: PictureSpec | undefined, rows: number) => picture ? picture.columns * (rows + 1) : 0
  const sizes: (Sizes & { spare: number })[] = []
  for (const footRows of heightsOf(foot)) {
    const free = room - areaOf(foot, footRows)
    for (const leadRows of heightsOf(lead)) {
      const spare = free - areaOf(lead, leadRows)
      // White over what floats goes where it stands at the head of a leg.
      if (spare >= -columns) sizes.push({ leadRows, footRows, spare: Math.abs(spare), crop: cropOf(lead, leadRows) + cropOf(foot, footRows) })
    }
  }
  return sizes.sort((a, b) => a.spare + a.crop * cropCost - b.spare - b.crop * cropCost)
}

function heightsOf(picture: PictureSpec | undefined): number[] {
  return picture ? Array.from({ length: picture.maxRows - picture.minRows + 1 }, (_, index) => picture.minRows + index) : [0]
}

function cropOf(picture: PictureSpec | undefined, rows: number): number {
  return picture ? Math.abs(rows - picture.naturalRows) * picture.columns : 0
}

/** A story that jumps is cut between paragraphs; of all picture heights the one that leaves the least empty. */
function pourJump(body: Body, rows: number): Poured | undefined {
  const { lead, foot } = body
  let best: Poured | undefined
  for (const footRows of heightsOf(foot)) {
    for (const leadRows of heightsOf(lead)) {
      const crop = (cropOf(lead, leadRows) + cropOf(foot, footRows)) * jumpCropCost
      if (best && best.cost <= crop) continue
      best = pour(body, rows, leadRows, footRows, crop, best) ?? best
    }
  }
  return best
}

/**
 * With pictures of these heights, which cost this much: the whole text, or as much of it as ends with a paragraph. Undefined where it
 * does not fit, or is no better than the best that is known.
 */
function pour(body: Body, rows: number, leadRows: number, footRows: number, crop: number, best: Poured | undefined): Poured | undefined {
  const { slugs, piece: { start, copy, mayJump } } = body
  const legs = legRows(body, rows, leadRows, footRows)
  // The jump line takes the foot of the last leg.
  const room = !mayJump || copy.spread ? legs : legs.map((leg, index) => index === legs.length - 1 ? leg - 1 : leg)
  if (areTooShort(room, body)) return undefined
  const fill = evenLegs(slugs, start, room, !mayJump, best && best.cost - crop)
  return fill && { leadRows, footRows, fill, cut: fill.next, cost: fill.cost + crop }
}

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

/** Rows of each leg: pictures stand over or under the right-hand ones, a label over the first. */
export function legRows({ columns, lead, foot, ownHead }: Body, rows: number, leadRows: number, footRows: number): number[] {
  return Array.from({ length: columns }, (_, column) => {
    const underLead = lead && column >= columns - lead.columns
    const overFoot = foot && column >= columns - foot.columns
    return rows - (ownHead && column === 0 ? ownHead.firstLeg : 0) - (underLead ? leadRows + 1 : 0) - (overFoot ? footRows + 1 : 0)
  })
}

/**
 * Frames: a placed box becomes finished rectangles of its page. Panels and rules come first, then the head, the legs in
 * reading order, and last what stands beside the text, so that text taken out of the page reads as it was written.
 */
import { directionOf, type Language } from '../../languages/language.ts'
import type { Paragraph } from '../flow/paragraph.ts'
import { partByScript } from '../stylebook/scripts.ts'
import { columnsWidth, type Stylebook } from '../stylebook/stylebook.ts'
import type { Line } from '../type/line.ts'
import { legRows, type PictureSpec } from './body.ts'
import { marginRows, type Solved } from './box.ts'
import { feather } from './feather.ts'
import type { PlacedBox } from './cuts.ts'
import type { Head } from './head.ts'
import type { PlacedSlug } from './legs.ts'
import type { FillFrame, Frame, PictureFrame, PlacedLine, Rect, TextFrame, TextKind } from './page.ts'
import { isBoxed, type Piece } from './piece.ts'
import type { Workshop } from './workshop.ts'
import type { SlugLine } from './slug.ts'

/** Where a box's top left corner lies and how large it is, the white around it included. */
export function rectOf(box: PlacedBox, top: number, book: Stylebook): Rect {
  return {
    x: book.margin.left + columnsWidth(book, box.column) + book.gutter,
    y: top + box.row * book.leading,
    width: columnsWidth(book, box.variant.columns),
    height: box.rows * book.leading,
  }
}

/** A head where it stands on its page. */
export function headFrames(head: Head, x: number, y: number, width: number, story: string, workshop: Workshop): Frame[] {
  return [
    ...head.grounds.map((ground): Frame => ({ kind: 'panel', story, ...ground, x: x + ground.x, y: y + ground.y })),
    textFrame('headline', story, { x, y, width, height: (head.rows + head.firstLeg) * workshop.book.leading }, placed(head.lines, x, y)),
  ]
}

/** The frames of a story's box. `jumpTo` is the page on which it continues. */
export function storyFrames(solved: Solved, piece: Piece, rect: Rect, atTop: boolean, jumpTo: number | undefined, workshop: Workshop): Frame[] {
  const { book } = workshop
  const { spec } = solved
  const { copy } = piece
  const story = copy.flow.article.story
  const inset = isBoxed(piece) ? book.inset : 0
  const x = rect.x + inset
  const headTop = rect.y + book.leading
  const bodyTop = headTop + (spec.head.rows + solved.gap) * book.leading
  const body = solved.rows - marginRows(piece) - spec.head.rows - solved.gap
  const under: Frame[] = []
  const beside: Frame[] = []
  if (isBoxed(piece)) under.push(panel(rect.x, rect.y + book.leading / 2, rect.width, solved.rows * book.leading - book.leading * 1.5, book.panels[copy.flow.article.kind]!, story))
  under.push(...topRule(rect, piece, atTop, book))

  const head = spec.head.lines.length === 0 ? [] : headFrames(spec.head, x, headTop, spec.ownHead ? spec.measure : spec.width, story, workshop)
  if (spec.lead) beside.push(...largePicture(spec.lead, x + spec.width - spec.lead.width, bodyTop + 2, solved.leadRows * book.leading - 2, story))
  if (spec.foot) {
    const top = bodyTop + (body - solved.footRows) * book.leading
    beside.push(...largePicture(spec.foot, x + spec.width - spec.foot.width, top, solved.footRows * book.leading, story))
  }

  const heights = legRows(spec, body, solved.leadRows, solved.footRows)
  const rowsOver = (column: number) => (isUnderLead(spec, column) ? solved.leadRows + 1 : 0) + (column === 0 ? spec.head.firstLeg : 0)
  const legTop = (column: number) => bodyTop + rowsOver(column) * book.leading
  const { legs } = feather(solved.fill, copy.flow, spec.measure, workshop)
  const text = legFrames(legs, x, legTop, spec.measure, workshop, story)

  if (jumpTo !== undefined) {
    const column = spec.columns - 1
    const left = x + column * (spec.measure + book.gutter)
    const last = legs[column]?.at(-1)
    const used = last ? last.row + last.slug.rows : 0
    // At the foot of the leg, or nearer to the text where the leg ends early.
    const row = heights[column]! - used > 3 ? used + 1 : heights[column]! - 1
    const foot = legTop(column) + row * book.leading
    const line = setLine(workshop.words.continuedOn(jumpTo), book.jumpLine.style, spec.measure, 'right', workshop, piece)
    beside.push(textFrame('jumpLine', story, { x: left, y: foot, width: spec.measure, height: book.leading }, [{ line, x: left, baseline: foot + book.baseline }]))
  }
  return [...under, ...head, ...text, ...beside]
}

function isUnderLead(spec: Solved['spec'], column: number): boolean {
  return spec.lead !== undefined && column >= spec.columns - spec.lead.columns
}

/** The frames of a story's text: panels first, then the legs, then what floats in them. */
export function legFrames(
  legs: PlacedSlug[][], x: number, topOf: (column: number) => number, measure: number, workshop: Workshop, story: string,
): Frame[] {
  const { book } = workshop
  const behind: Frame[] = []
  const text: Frame[] = []
  const beside: Frame[] = []
  legs.forEach((leg, column) => {
    const left = x + column * (measure + book.gutter)
    const top = topOf(column)
    behind.push(...panels(leg, left, top, measure, book, story))
    beside.push(...insets(leg, left, top, measure, workshop, story))
    for (const run of runsBetweenFloats(leg)) {
      const lines = run.flatMap(({ slug, row }) => placed(slug.lines, left, top + row * book.leading))
      const first = run[0]!
      const last = run.at(-1)!
      const rect = { x: left, y: top + first.row * book.leading, width: measure, height: (last.row + last.slug.rows - first.row) * book.leading }
      if (lines.length > 0) text.push(textFrame('leg', story, rect, lines))
    }
  })
  return [...behind, ...text, ...beside]
}

/** A leg's text, parted where a float stands in it: frames do not lie on one another. */
function runsBetweenFloats(leg: PlacedSlug[]): PlacedSlug[][] {
  const runs: PlacedSlug[][] = [[]]
  for (const placed of leg) {
    if (placed.slug.float) runs.push([])
    else runs.at(-1)!.push(placed)
  }
  return runs.filter((run) => run.length > 0)
}

/** The rule over a box: its kind's band wherever it stands, or the usual rule under another box. A panel needs no rule. */
function topRule(rect: Rect, piece: Piece, atTop: boolean, book: Stylebook): FillFrame[] {
  const band = book.bands[piece.copy.flow.article.kind]
  if (!band && (atTop || isBoxed(piece))) return []
  const { ink, height } = band ?? book.boxRule
  const y = rect.y + book.leading / 2 - (isBoxed(piece) ? 0 : height / 2)
  return [{ kind: 'rule', ink, x: rect.x, y, width: rect.width, height }]
}

function largePicture(spec: PictureSpec, x: number, y: number, height: number, story: string): Frame[] {
  const pictureHeight = height - spec.caption.height
  const picture: PictureFrame = {
    kind: 'picture', story, x, y, width: spec.width, height: pictureHeight,
    file: spec.picture.file,
    crop: cropOf(spec.aspect, spec.width / pictureHeight),
    alt: spec.picture.alt,
    tag: { story, block: spec.block, role: 'Figure' },
  }
  return [picture, ...captionFrame(spec.caption.lines, x, y + pictureHeight, spec.width, spec.caption.height, story)]
}

/** The lines of a caption, whose baselines are measured from `y`; its frame begins `under` that, below a picture that the lines are set with. */
function captionFrame(lines: SlugLine[], x: number, y: number, width: number, height: number, story: string, under = 0): TextFrame[] {
  return lines.length === 0 ? [] : [textFrame('caption', story, { x, y: y + under, width, height: height - under }, placed(lines, x, y))]
}

/** The part of a picture that fills a frame of another shape: the middle, and of tall pictures rather the upper part. */
export function cropOf(aspect: number, frameAspect: number): Rect {
  if (frameAspect >= aspect) {
    const height = aspect / frameAspect
    return { x: 0, y: (1 - height) * 0.42, width: 1, height }
  }
  const width = frameAspect / aspect
  return { x: (1 - width) / 2, y: 0, width, height: 1 }
}

/** Panels behind the parts of sidebars that a leg holds. */
function panels(leg: PlacedSlug[], x: number, top: number, width: number, book: Stylebook, story: string): FillFrame[] {
  const found: (FillFrame & { panel: number })[] = []
  for (const { slug, row } of leg) {
    if (slug.panel === undefined) continue
    // A panel that floats as one piece keeps a row of white under it.
    const rows = slug.float ? slug.rows - 1 : slug.rows
    const y = top + row * book.leading
    const last = found.at(-1)
    if (last && last.panel === slug.panel) last.height = y + rows * book.leading - last.y
    else found.push({ ...panel(x, y, width, rows * book.leading, 'tint', story), panel: slug.panel })
  }
  return found.map(({ panel: _, ...frame }) => frame)
}

/** Pull quotes, floating panels and small pictures within a leg, as frames of their own. */
function insets(leg: PlacedSlug[], x: number, top: number, width: number, workshop: Workshop, story: string): Frame[] {
  const { book } = workshop
  return leg.flatMap(({ slug, row }): Frame[] => {
    if (!slug.float) return []
    const y = top + row * book.leading
    const height = (slug.rows - 1) * book.leading
    if (slug.picture) {
      const { picture, tag } = slug.picture
      const crop = cropOf(workshop.aspectOf(picture.file), width / slug.picture.height)
      return [
        { kind: 'picture', story, x, y, width, height: slug.picture.height, file: picture.file, crop, alt: picture.alt, tag },
        ...captionFrame(slug.lines, x, y, width, height, story, slug.picture.height),
      ]
    }
    const text = textFrame(slug.ruled ? 'pullQuote' : 'sidebar', story, { x, y, width, height }, placed(slug.lines, x, y))
    if (!slug.ruled) return [text]
    return [
      { kind: 'rule', x, y, width, ...book.pullQuote.top, story },
      text,
      { kind: 'rule', x, y: y + height - book.pullQuote.foot.height, width, ...book.pullQuote.foot, story },
    ]
  })
}

function panel(x: number, y: number, width: number, height: number, ink: FillFrame['ink'], story?: string): FillFrame {
  return { kind: 'panel', ink, x, y, width, height, story }
}

export function textFrame(kind: TextKind, story: string | undefined, rect: Rect, lines: PlacedLine[]): TextFrame {
  return { kind, story, ...rect, lines }
}

export function placed(lines: SlugLine[], x: number, y: number): PlacedLine[] {
  return lines.map(({ line, x: dx, y: dy, tag, initial }) => ({
    line, x: x + dx, baseline: y + dy, tag, ...initial && { initial: { ...initial, x: x + initial.x, baseline: y + initial.baseline } },
  }))
}

/** One line of furniture, in one style. Where the language begins at the right, `left` is its beginning too. */
export function setLine(
  text: string, style: Line['runs'][number]['style'], width: number, align: 'left' | 'center' | 'right',
  workshop: Workshop, source: Pick<Piece, 'copy'> | { place: Line['place']; language: Language },
): Line {
  const spare = width - workshop.width(text, style)
  const { place, language } = 'place' in source ? source : { place: source.copy.flow.place, language: source.copy.flow.article.language }
  const fromRight = directionOf(language) === 'rtl'
  const x = align === 'center' ? spare / 2 : (align === 'left') === fromRight ? spare : 0
  if (!fromRight && partByScript(text, style).every((part) => part.style === style)) {
    return { runs: [{ text, style, x }], width, wordSpace: 0, end: 'paragraph', place }
  }
  // Scripts and directions part the line into runs as a headline's, at a measure that it never fills.
  const measure = 2 * (width + Math.abs(spare))
  const paragraph: Paragraph = { spans: [{ text, style, place }], language, align: 'left', indent: 0, left: 0, right: 0, hyphenate: false }
  const runs = workshop.setHeadline(paragraph, measure)[0]?.runs ?? []
  const begin = Math.min(...runs.map((run) => run.x))
  return { runs: runs.map((run) => ({ ...run, x: run.x - begin + x })), width, wordSpace: 0, end: 'paragraph', place }
}


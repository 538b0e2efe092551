/**
 * Galley: a story set at one measure, as a single column of slugs that legs are cut from.
 */
import type { Block, Flow, PictureBlock, PullQuoteBlock, RowBlock, SidebarBlock, TextBlock } from '../flow/block.ts'
import { plainSpan } from '../flow/inlines.ts'
import type { Stylebook } from '../stylebook/stylebook.ts'
import type { Line } from '../type/line.ts'
import type { Paragraph } from '../flow/paragraph.ts'
import type { Tag } from './page.ts'
import type { Workshop } from './workshop.ts'
import { setDropCap } from './dropCap.ts'
import { rowsOf, type Slug, type SlugLine } from './slug.ts'

/** A panel longer than this flows from leg to leg with the text; a shorter one stays in one piece and may float. */
const longestWholePanel = 26

/** Sets all blocks but those pictures that the box shows large. Long stories begin with a large letter. */
export function setGalley(flow: Flow, measure: number, workshop: Workshop, large: Set<number>): Slug[] {
  const slugs = setBlocks(flow.blocks, flow, measure, workshop, large)
  const { leastLines, without } = workshop.book.dropCap
  const first = flow.blocks.find((block) => block.kind === 'text' && block.opens)
  if (first?.kind !== 'text' || without.includes(flow.article.kind) || rowsOf(slugs) < leastLines) return slugs
  const opening = openingSlugs(first, measure, workshop, flow)
  if (!opening) return slugs
  const others = (blocks: Block[]) => setBlocks(blocks, flow, measure, workshop, large)
  const at = flow.blocks.indexOf(first)
  return [...others(flow.blocks.slice(0, at)), ...opening, ...others(flow.blocks.slice(at + 1))]
}

function setBlocks(blocks: Block[], flow: Flow, measure: number, workshop: Workshop, large: Set<number>): Slug[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'text': return textSlugs(block, measure, workshop, flow)
      case 'row': return rowSlug(block, measure, workshop, flow)
      case 'picture': return large.has(block.block) ? [] : pictureSlug(block, measure, workshop, flow)
      case 'pullQuote': return pullQuoteSlug(block, measure, workshop, flow)
      case 'sidebar': return sidebarSlugs(block, measure, workshop, flow)
    }
  })
}

function tagOf(flow: Flow, block: number, role: Tag['role']): Tag {
  return { story: flow.article.story, block, role }
}

/** The paragraph with its mark (a bullet, a number) hung out before the lines. */
function hung({ paragraph, mark }: TextBlock, workshop: Workshop): Paragraph {
  if (!mark) return paragraph
  const width = workshop.width(mark.text, mark.style)
  return { ...paragraph, spans: [mark, ...paragraph.spans], left: paragraph.left + width, indent: -width }
}

function textSlugs(block: TextBlock, measure: number, workshop: Workshop, flow: Flow): Slug[] {
  const { book } = workshop
  const lines = workshop.set(hung(block, workshop), measure)
  const tag = tagOf(flow, block.block, block.role)
  if (block.leading !== undefined) {
    const rows = Math.ceil((lines.length * block.leading) / book.leading)
    const top = (rows * book.leading - lines.length * block.leading) / 2
    return [{
      rows,
      before: block.before,
      lines: lines.map((line, index) => ({ line, x: 0, y: top + (index + 0.78) * block.leading!, tag })),
      keepWithNext: block.keepWithNext,
      float: false,
      place: lines[0]?.place ?? flow.place,
    }]
  }
  return lineSlugs(block, lines, tag, workshop)
}

function lineSlugs(block: TextBlock, lines: Line[], tag: Tag, { book }: Workshop): Slug[] {
  return lines.map((line, index) => ({
    rows: 1,
    before: index === 0 ? block.before : 0,
    ...index === 0 && block.pauses && { pauses: true },
    lines: [{ line, x: 0, y: book.baseline, tag }],
    keepWithNext: block.keepWithNext,
    paragraph: { index, count: lines.length },
    float: false,
    place: line.place,
  }))
}

/** A paragraph set in exactly so many lines; none where it would be seen, or where the block is no paragraph of the story's own text. */
export function slugsInLines(flow: Flow, block: number, measure: number, lines: number, workshop: Workshop): Slug[] {
  const found = flow.blocks.find((each): each is TextBlock => each.kind === 'text' && each.block === block)
  if (!found || found.leading !== undefined) return []
  return lineSlugs(found, workshop.setInLines(hung(found, workshop), measure, lines), tagOf(flow, block, found.role), workshop)
}

/** The story's first paragraph with its letter; the lines beside it are never parted. */
function openingSlugs(block: TextBlock, measure: number, workshop: Workshop, flow: Flow): Slug[] | undefined {
  const { book } = workshop
  const opening = setDropCap(block.paragraph, measure, workshop)
  if (!opening) return undefined
  const tag = tagOf(flow, block.block, block.role)
  const rows = book.dropCap.lines
  const beside = opening.lines.slice(0, rows)
  const under = opening.lines.slice(rows)
  const count = 1 + under.length
  return [
    {
      rows,
      before: block.before,
      lines: beside.map((line, row): SlugLine => ({ line, x: 0, y: row * book.leading + book.baseline, tag, ...row === 0 && { initial: opening.initial } })),
      keepWithNext: false,
      paragraph: { index: 0, count },
      float: false,
      place: beside[0]!.place,
    },
    ...under.map((line, index): Slug => ({
      rows: 1, before: 0, lines: [{ line, x: 0, y: book.baseline, tag }], keepWithNext: false,
      paragraph: { index: index + 1, count }, float: false, place: line.place,
    })),
  ]
}

function rowSlug(block: RowBlock, measure: number, workshop: Workshop, flow: Flow): Slug[] {
  const { book } = workshop
  const widths = columnWidths(block.table, measure, workshop)
  const left = widths.map((_, column) => widths.slice(0, column).reduce((sum, width) => sum + width + tableGap, 0))
  const cells = block.cells.map((cell, column) => workshop.set(cell, widths[column]!))
  const rows = Math.max(1, ...cells.map((lines) => lines.length))
  const tag = tagOf(flow, block.block, 'P')
  const lines: SlugLine[] = cells.flatMap((cell, column) => cell.map((line, index) => ({
    line, x: left[column]!, y: index * book.leading + book.baseline, tag,
  })))
  return [{
    rows, before: 0, ...block.pauses && { pauses: true }, lines, keepWithNext: !block.last, float: false,
    place: cells.flat()[0]?.place ?? flow.place,
  }]
}

/** Width by height of the slimmest picture that stands whole; of a strip as slim as a tower the middle is kept. */
const slimmest = 0.4

/** Height of a picture as wide as this: no higher than what a page holds beside a head, a caption and some text. */
export function naturalHeight(aspect: number, width: number, book: Stylebook): number {
  return Math.min(width / Math.max(aspect, slimmest), book.rows * book.leading * 0.7)
}

function pictureSlug(block: PictureBlock, measure: number, workshop: Workshop, flow: Flow): Slug[] {
  const { book } = workshop
  const caption = setCaption(block, measure, workshop, flow)
  const natural = naturalHeight(workshop.aspectOf(block.picture.file), measure, book)
  const rows = Math.ceil((natural + caption.height) / book.leading)
  const height = rows * book.leading - caption.height
  return [{
    rows: rows + 1,
    before: 1,
    lines: caption.lines.map((line) => ({ ...line, y: line.y + height })),
    keepWithNext: false,
    float: true,
    picture: { picture: block.picture, height, tag: tagOf(flow, block.block, 'Figure') },
    place: block.picture.place,
  }]
}

/** Points between a table's columns. */
const tableGap = 7

/** Widths of a table's columns: what their cells ask for; where that is too much, those who ask for little come first. */
function columnWidths(table: Paragraph[][], measure: number, workshop: Workshop): number[] {
  const columns = Math.max(...table.map((row) => row.length))
  const widest = (column: number, pieces: (text: string) => string[]) => Math.max(1, ...table.flatMap((row) => (row[column]?.spans ?? [])
    .flatMap(({ text, style }) => pieces(text).map((piece) => workshop.width(piece, style) + 0.5))))
  const all = Array.from({ length: columns }, (_, column) => column)
  const whole = all.map((column) => widest(column, (text) => [text]))
  const word = all.map((column) => widest(column, (text) => text.split(/\s+/)))
  const room = measure - tableGap * (columns - 1)
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  const spare = room - sum(word)
  if (spare <= 0) return word.map((width) => (width / sum(word)) * room)
  const wants = all.map((column) => whole[column]! - word[column]!)
  const widths = [...word]
  let left = spare
  // Dates and numbers want little more than their longest word and get it; long texts share what is left.
  all.toSorted((a, b) => wants[a]! - wants[b]!).forEach((column, index) => {
    const more = Math.min(wants[column]!, left / (columns - index))
    widths[column]! += more
    left -= more
  })
  return widths.map((width) => width + left / columns)
}

/** Caption and credit under a picture; `y` counts from the picture's foot. */
export function setCaption(
  { block, picture }: Pick<PictureBlock, 'block' | 'picture'>, measure: number, workshop: Workshop, flow: Flow,
): { lines: SlugLine[]; height: number } {
  const { book } = workshop
  const spans = [
    ...(picture.caption ? plainSpan(picture.caption, book.caption.style, picture.place) : []),
    ...(picture.credit ? plainSpan(`${picture.caption ? ' ' : ''}${picture.credit}`, book.credit, picture.place) : []),
  ]
  if (spans.length === 0) return { lines: [], height: 4 }
  const lines = workshop.set({ spans, language: flow.article.language, align: 'left', indent: 0, left: 0, right: 0, hyphenate: false }, measure)
  const tag = tagOf(flow, block + 1, 'Caption')
  return {
    lines: lines.map((line, index) => ({ line, x: 0, y: 10.5 + index * book.caption.leading, tag })),
    height: 5 + lines.length * book.caption.leading,
  }
}

function pullQuoteSlug(block: PullQuoteBlock, measure: number, workshop: Workshop, flow: Flow): Slug[] {
  const { book } = workshop
  const lines = block.paragraphs.flatMap((paragraph) => workshop.set(paragraph, measure))
  const height = lines.length * book.pullQuote.leading
  const rows = Math.ceil((height + 16) / book.leading)
  const top = (rows * book.leading - height) / 2
  const tag = tagOf(flow, block.block, 'BlockQuote')
  return [{
    rows: rows + 1,
    before: 1,
    lines: lines.map((line, index) => ({ line, x: 0, y: top + (index + 0.76) * book.pullQuote.leading, tag })),
    keepWithNext: false,
    float: true,
    ruled: true,
    place: lines[0]?.place ?? flow.place,
  }]
}

function sidebarSlugs(block: SidebarBlock, measure: number, workshop: Workshop, flow: Flow): Slug[] {
  const { book } = workshop
  const width = measure - 2 * book.inset
  const inner: Slug[] = [
    ...(block.title ? textSlugs(titleBlock(block, block.title), width, workshop, flow) : []),
    ...block.blocks.flatMap((each: Block) => each.kind === 'text'
      ? textSlugs(each, width, workshop, flow)
      : each.kind === 'row' ? rowSlug(each, width, workshop, flow) : []),
  ]
  if (inner.length === 0) return []
  const lined = inner.map((slug): Slug => ({
    ...slug,
    panel: block.block,
    lines: slug.lines.map((line) => ({ ...line, x: line.x + book.inset })),
  }))
  const blank = (before: number): Slug => ({
    rows: 1, before, lines: [], keepWithNext: before > 0, float: false, panel: block.block, place: inner[0]!.place,
  })
  const slugs = [blank(1), ...lined.map((slug, index) => index === lined.length - 1 ? { ...slug, keepWithNext: true } : slug), blank(0)]
  const rows = slugs.reduce((sum, slug, index) => sum + slug.rows + (index === 0 ? 0 : slug.before), 0)
  if (rows > longestWholePanel) return slugs
  return [joined(slugs, book, rows)]
}

function titleBlock(block: SidebarBlock, paragraph: Paragraph): TextBlock {
  return { kind: 'text', block: block.block, role: 'Aside', paragraph, before: 0, after: 0, keepWithNext: true }
}

/** One slug made of several, so that a short panel stays whole. */
function joined(slugs: Slug[], book: Workshop['book'], rows: number): Slug {
  let row = 0
  const lines = slugs.flatMap((slug, index) => {
    row += index === 0 ? 0 : slug.before
    const top = row * book.leading
    row += slug.rows
    return slug.lines.map((line) => ({ ...line, y: line.y + top }))
  })
  return {
    rows: rows + 1,
    before: 1,
    lines,
    keepWithNext: false,
    float: true,
    panel: slugs[0]!.panel,
    place: slugs[0]!.place,
  }
}

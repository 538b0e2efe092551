/**
 * Furniture: what stands on the pages besides stories. The nameplate, the folios, the list of contents, the colophon and the
 * house's own notices that take up slack.
 */
import type { Place } from '../../diagnostics/diagnostic.ts'
import type { Language } from '../../languages/language.ts'
import { columnsWidth, type Stylebook } from '../stylebook/stylebook.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import { setLine, textFrame } from './frames.ts'
import type { Frame, PlacedLine, Rect } from './page.ts'
import type { Workshop } from './workshop.ts'

/** The words of the furniture, in the language of the issue. */
export interface FurnitureWords {
  language: Language
  /** The paper's name in this language, and in the others. */
  name: string
  otherNames: string[]
  /** The slogan in this language first, then in the others. */
  slogans: string[]
  /** "Volume 17, Number 1" */
  numbering: string
  period: string
  publisher: string
  inThisIssue: string
  /** Lines of the colophon, the ways to reach the paper last. */
  colophon: string[]
  /** Notices of the house, taken in turn. */
  notices: { title: string; text: string }[]
  contactLine: string
  place: Place
}

/** A story in the list of contents. */
export interface Entry {
  title: string
  page: number
}

export function nameplateFrames(words: FurnitureWords, workshop: Workshop): Frame[] {
  const { book } = workshop
  const area = areaOf(book)
  const band = { x: area.x, y: area.y, width: area.width, height: 9.5 * book.leading }
  const draw = lineDrawer(words, workshop)
  const name = words.name.toLocaleUpperCase(words.language)
  const style = fitted(name, { face: 'labelBlack', size: 104, ink: 'paper', tracking: -2 }, band.width - 36, workshop)
  const lines = [draw(name, style, band.x + 18, band.width - 36, band.y + band.height / 2 + style.size * 0.36, 'center')]
  const slogan = words.slogans.join('  •  ')
  const sloganBase = band.y + band.height + 1.4 * book.leading
  lines.push(draw(slogan, { face: 'labelBold', size: 12.5, ink: 'accent', tracking: 0.3 }, area.x, area.width, sloganBase, 'center'))
  const barTop = band.y + band.height + 2.2 * book.leading
  const bar = barTop + 11.6
  const small: TextStyle = { ...book.folio, face: 'labelBold' }
  lines.push(draw(words.numbering, small, area.x, area.width, bar, 'left'))
  lines.push(draw(words.period, small, area.x, area.width, bar, 'center'))
  lines.push(draw(words.otherNames.join(' · '), small, area.x, area.width, bar, 'right'))
  return [
    { kind: 'panel', ink: 'accent', ...band },
    { kind: 'rule', ink: 'black', x: area.x, y: barTop, width: area.width, height: 0.7 },
    { kind: 'rule', ink: 'black', x: area.x, y: barTop + 17, width: area.width, height: 2 },
    textFrame('nameplate', undefined, { x: area.x, y: area.y, width: area.width, height: book.nameplateRows * book.leading }, lines),
  ]
}

export function folioFrames(page: number, words: FurnitureWords, workshop: Workshop): Frame[] {
  const { book } = workshop
  const area = areaOf(book)
  const base = area.y + 9
  const draw = lineDrawer(words, workshop)
  const outer = page % 2 === 0 ? 'left' : 'right'
  const inner = page % 2 === 0 ? 'right' : 'left'
  const lines = [
    draw(String(page), { face: 'labelBlack', size: 13, ink: 'accent' }, area.x, area.width, base, outer),
    draw(words.name.toLocaleUpperCase(words.language), { ...book.folio, face: 'labelBold', tracking: 0.6 }, area.x, area.width, base, 'center'),
    draw(words.period, book.folio, area.x, area.width, base, inner),
  ]
  return [
    textFrame('folio', undefined, { x: area.x, y: area.y, width: area.width, height: book.leading }, lines),
    { kind: 'rule', ink: 'black', x: area.x, y: area.y + book.leading + 3, width: area.width, height: 1.2 },
  ]
}

/** The list of contents: as many entries as the box holds, in the order of pages. */
export function indexFrames(entries: Entry[], rect: Rect, words: FurnitureWords, workshop: Workshop): Frame[] {
  const { book } = workshop
  const box = inner(rect, book)
  const numberWidth = 18
  const style: TextStyle = { ...book.body, size: 9.6 }
  const lines: PlacedLine[] = []
  const draw = lineDrawer(words, workshop)
  let y = box.y + 2 * book.leading
  lines.push(draw(words.inThisIssue.toLocaleUpperCase(words.language), book.kicker, box.x, box.width, box.y + book.leading, 'left'))
  for (const entry of entries) {
    const set = workshop.setHeadline({
      spans: [{ text: entry.title, style, place: words.place }], language: words.language,
      align: 'left', indent: 0, left: 0, right: 0, hyphenate: false,
    }, box.width - numberWidth)
    if (y + set.length * book.leading > box.y + box.height) break
    lines.push(draw(String(entry.page), { face: 'labelBold', size: 9.6, ink: 'accent' }, box.x, box.width, y + book.baseline, 'right'))
    for (const line of set) {
      lines.push({ line, x: box.x, baseline: y + book.baseline })
      y += book.leading
    }
    y += book.leading * 0.4
  }
  return [
    { kind: 'panel', ink: 'tint', x: rect.x, y: box.y - book.inset, width: rect.width, height: box.height + 2 * book.inset },
    { kind: 'rule', ink: 'accent', x: rect.x, y: box.y - book.inset, width: rect.width, height: 3 },
    textFrame('furniture', undefined, box, lines),
  ]
}

/** Rows that the list of contents wants for all its entries. */
export function indexRows(titles: string[], workshop: Workshop, words: FurnitureWords): number {
  const { book } = workshop
  const style: TextStyle = { ...book.body, size: 9.6 }
  const width = columnsWidth(book, 1) - 2 * book.inset - 18
  const rows = titles.reduce((sum, title) => sum + 0.4 + workshop.setHeadline({
    spans: [{ text: title, style, place: words.place }], language: words.language,
    align: 'left', indent: 0, left: 0, right: 0, hyphenate: false,
  }, width).length, 0)
  return Math.ceil(rows) + 5
}

export function colophonFrames(rect: Rect, words: FurnitureWords, workshop: Workshop): Frame[] {
  const { book } = workshop
  const box = inner(rect, book)
  const draw = lineDrawer(words, workshop)
  const lines: PlacedLine[] = [draw(words.name.toLocaleUpperCase(words.language), book.kicker, box.x, box.width, box.y + book.leading, 'left')]
  let y = box.y + 1.6 * book.leading
  for (const text of words.colophon) {
    for (const line of setText(text, book.caption.style, box.width, words, workshop)) {
      lines.push({ line, x: box.x, baseline: y + 9 })
      y += book.caption.leading + 0.6
    }
    y += 3
  }
  return [
    { kind: 'rule', ink: 'black', x: rect.x, y: box.y - book.inset, width: rect.width, height: 2 },
    textFrame('furniture', undefined, box, lines),
    { kind: 'rule', ink: 'black', x: rect.x, y: box.y + box.height + book.inset - 0.7, width: rect.width, height: 0.7 },
  ]
}

/** Rows that the colophon needs in a box of this many columns. */
export function colophonRows(columns: number, words: FurnitureWords, workshop: Workshop): number {
  const { book } = workshop
  const width = columnsWidth(book, columns) - 2 * book.inset
  const height = words.colophon.reduce((sum, text) => sum + 3 + setText(text, book.caption.style, width, words, workshop).length * (book.caption.leading + 0.6), 0)
  return Math.ceil(height / book.leading + 1.6) + 4
}

/** A notice of the house, as large as the box allows, in the middle of it. */
export function fillerFrames(page: number, rect: Rect, words: FurnitureWords, workshop: Workshop): Frame[] {
  const { book } = workshop
  const box = inner(rect, book)
  const notice = words.notices[page % words.notices.length]!
  const size = Math.max(15, Math.min(92, box.width / 8.5, box.height / 5.5))
  const titleLines = workshop.setHeadline({
    spans: [{ text: notice.title, style: { face: 'labelBlack', size, ink: 'paper' }, place: words.place }], language: words.language,
    align: 'center', indent: 0, left: 0, right: 0, hyphenate: false,
  }, box.width)
  const textStyle: TextStyle = { face: 'label', size: Math.max(12, Math.min(19, size * 0.42)), ink: 'paper' }
  const textLeading = textStyle.size * 1.35
  const measure = Math.min(box.width, textStyle.size * 34)
  const textLines = setText(notice.text, textStyle, measure, words, workshop, 'center')
  const contact = setText(words.contactLine, { ...textStyle, face: 'labelBold' }, measure, words, workshop, 'center')
  const blocks = [
    { lines: titleLines, leading: size * 1.08, x: box.x },
    { lines: textLines, leading: textLeading, x: box.x + (box.width - measure) / 2 },
    { lines: contact, leading: textLeading, x: box.x + (box.width - measure) / 2 },
  ]
  const gap = size * 0.35
  const height = (count: number) => blocks.slice(0, count).reduce((sum, block) => sum + block.lines.length * block.leading, 0) + (count - 1) * gap
  const count = [3, 2, 1].find((each) => height(each) <= box.height) ?? 0
  let y = box.y + (box.height - height(count)) / 2
  const lines: PlacedLine[] = []
  for (const block of blocks.slice(0, count)) {
    for (const line of block.lines) {
      lines.push({ line, x: block.x, baseline: y + block.leading * 0.78 })
      y += block.leading
    }
    y += gap
  }
  return [
    { kind: 'panel', ink: 'accent', x: rect.x, y: box.y - book.inset, width: rect.width, height: box.height + 2 * book.inset },
    textFrame('furniture', undefined, box, lines),
  ]
}

/** The type area of every page. */
export function areaOf(book: Stylebook): Rect {
  const { trim, margin } = book
  return { x: margin.left, y: margin.top, width: trim.width - margin.left - margin.right, height: book.rows * book.leading }
}

/** What is left of a box inside its white and its inset. */
function inner(rect: Rect, book: Stylebook): Rect {
  return {
    x: rect.x + book.inset,
    y: rect.y + book.leading * 0.9 + book.inset,
    width: rect.width - 2 * book.inset,
    height: rect.height - book.leading * 1.9 - 2 * book.inset,
  }
}

function lineDrawer(words: FurnitureWords, workshop: Workshop) {
  return (text: string, style: TextStyle, x: number, width: number, baseline: number, align: 'left' | 'center' | 'right'): PlacedLine => ({
    line: setLine(text, style, width, align, workshop, words), x, baseline,
  })
}

export function setText(text: string, style: TextStyle, width: number, words: FurnitureWords, workshop: Workshop, align: 'left' | 'center' = 'left') {
  return workshop.set({
    spans: [{ text, style, place: words.place }], language: words.language, align, indent: 0, left: 0, right: 0, hyphenate: false,
  }, width)
}

/** The style, made smaller until the text fits the width. */
function fitted(text: string, style: TextStyle, width: number, workshop: Workshop): TextStyle {
  const natural = workshop.width(text, style)
  const scale = Math.min(1, width / natural)
  return { ...style, size: style.size * scale, tracking: style.tracking && style.tracking * scale }
}

/** Furniture: what stands on the pages besides stories. Folios, the list of contents and the colophon; nameplate and notices are beside. */
import type { Place } from '../../diagnostics/diagnostic.ts'
import type { Language } from '../../languages/language.ts'
import { columnsWidth, type Stylebook } from '../stylebook/stylebook.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import { setLine, textFrame } from './frames.ts'
import type { FillFrame, Frame, PlacedLine, Rect } from './page.ts'
import { qrFrames } from './qrCode.ts'
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
  /** What stands to the left and to the right of the paper's name, each a few short texts. */
  ears: [string[], string[]]
  /** Section key → its name. */
  sections: ReadonlyMap<string, string>
  /** Address of the paper's site, for a code that telephones read. */
  site?: string
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

/** Page number, name and date, and beside the number the section that all stories of the page belong to. */
export function folioFrames(page: number, section: string | undefined, words: FurnitureWords, workshop: Workshop): Frame[] {
  const { book } = workshop
  const { number, name, section: flag, rule } = book.folioLine
  const area = areaOf(book)
  // A label stands within the type area.
  const base = area.y + Math.max(9, flag.label ? (flag.label.height + flag.style.size * flag.label.capHeight) / 2 : 0)
  const draw = lineDrawer(words, workshop)
  const outer = page % 2 === 0 ? 'left' : 'right'
  const inner = page % 2 === 0 ? 'right' : 'left'
  const numberWidth = workshop.width(String(page), number)
  const lines = [
    draw(String(page), number, area.x, area.width, base, outer),
    draw(words.name.toLocaleUpperCase(words.language), name, area.x, area.width, base, 'center'),
    draw(words.period, book.folio, area.x, area.width, base, inner),
  ]
  const grounds: FillFrame[] = []
  if (section !== undefined) {
    const text = section.toLocaleUpperCase(words.language)
    const width = workshop.width(text, flag.style) - (flag.style.tracking ?? 0)
    const pad = flag.label?.pad ?? 0
    const left = outer === 'left' ? area.x + numberWidth + flagGap : area.x + area.width - numberWidth - flagGap - width - 2 * pad
    lines.push(draw(text, flag.style, left + pad, width, base, 'left'))
    if (flag.label) {
      const { ink, height, capHeight } = flag.label
      grounds.push({ kind: 'panel', ink, x: left, y: base - (height + flag.style.size * capHeight) / 2, width: width + 2 * pad, height })
    }
  }
  return [
    ...grounds,
    textFrame('folio', undefined, { x: area.x, y: area.y, width: area.width, height: book.leading }, lines),
    { kind: 'rule', ink: rule.ink, x: area.x, y: area.y + book.leading + 3, width: area.width, height: rule.height },
  ]
}

/** White between a page's number and its section. */
const flagGap = 9

/** The list of contents: as many entries as the box holds, in the order of pages. */
export function indexFrames(entries: Entry[], rect: Rect, words: FurnitureWords, workshop: Workshop): Frame[] {
  const { book } = workshop
  const box = innerOf(rect, book)
  const numberWidth = 18
  const style = book.index.entry
  const lines: PlacedLine[] = []
  const draw = lineDrawer(words, workshop)
  let y = box.y + 2 * book.leading
  lines.push(draw(words.inThisIssue.toLocaleUpperCase(words.language), book.index.title, box.x, box.width, box.y + book.leading, 'left'))
  for (const entry of entries) {
    const set = workshop.setHeadline({
      spans: [{ text: entry.title, style, place: words.place }], language: words.language,
      align: 'left', indent: 0, left: 0, right: 0, hyphenate: false,
    }, box.width - numberWidth)
    if (y + set.length * book.leading > box.y + box.height) break
    lines.push(draw(String(entry.page), book.index.page, box.x, box.width, y + book.baseline, 'right'))
    for (const line of set) {
      lines.push({ line, x: box.x, baseline: y + book.baseline })
      y += book.leading
    }
    y += book.leading * 0.4
  }
  return [
    { kind: 'panel', ink: book.index.panel, x: rect.x, y: box.y - book.inset, width: rect.width, height: box.height + 2 * book.inset },
    { kind: 'rule', x: rect.x, y: box.y - book.inset, width: rect.width, ...book.index.rule },
    textFrame('furniture', undefined, box, lines),
  ]
}

/** Rows that the list of contents wants for all its entries. */
export function indexRows(titles: string[], workshop: Workshop, words: FurnitureWords): number {
  const { book } = workshop
  const style = book.index.entry
  const width = columnsWidth(book, 1) - 2 * book.inset - 18
  const rows = titles.reduce((sum, title) => sum + 0.4 + workshop.setHeadline({
    spans: [{ text: title, style, place: words.place }], language: words.language,
    align: 'left', indent: 0, left: 0, right: 0, hyphenate: false,
  }, width).length, 0)
  return Math.ceil(rows) + 5
}

/** Who makes the paper and how to reach it; a code leads a telephone to its site. */
export function colophonFrames(rect: Rect, words: FurnitureWords, workshop: Workshop): Frame[] {
  const { book } = workshop
  const { title, text: { style, leading }, top, foot } = book.colophon
  const box = innerOf(rect, book)
  const draw = lineDrawer(words, workshop)
  const lines: PlacedLine[] = [draw(words.name.toLocaleUpperCase(words.language), title, box.x, box.width, box.y + book.leading, 'left')]
  let y = box.y + 1.6 * book.leading
  for (const text of words.colophon) {
    for (const line of setText(text, style, box.width, words, workshop)) {
      lines.push({ line, x: box.x, baseline: y + 9 })
      y += leading
    }
    y += 3
  }
  // The code is as large as the room under the text allows.
  const side = Math.min(box.width * 0.75, box.y + box.height - y - 3)
  const code = words.site === undefined || side < codeSize ? [] : qrFrames(words.site, { x: box.x, y: y + 3, width: side, height: side })
  return [
    { kind: 'rule', x: rect.x, y: box.y - book.inset, width: rect.width, ...top },
    textFrame('furniture', undefined, box, lines),
    ...code,
    { kind: 'rule', x: rect.x, y: box.y + box.height + book.inset - foot.height, width: rect.width, ...foot },
  ]
}

/** Least side of the code, white included: modules of half a millimetre are read from newsprint at arm's length. */
const codeSize = 62

/** Rows that the colophon needs in a box of this many columns. */
export function colophonRows(columns: number, words: FurnitureWords, workshop: Workshop): number {
  const { book } = workshop
  const { style, leading } = book.colophon.text
  const width = columnsWidth(book, columns) - 2 * book.inset
  const height = words.colophon.reduce((sum, text) => sum + 3 + setText(text, style, width, words, workshop).length * leading, 0)
  return Math.ceil((height + (words.site === undefined ? 0 : codeSize + 3)) / book.leading + 1.6) + 4
}

/** The type area of every page. */
export function areaOf(book: Stylebook): Rect {
  const { trim, margin } = book
  return { x: margin.left, y: margin.top, width: trim.width - margin.left - margin.right, height: book.rows * book.leading }
}

/** What is left of a box inside its white and its inset. */
export function innerOf(rect: Rect, book: Stylebook): Rect {
  return {
    x: rect.x + book.inset,
    y: rect.y + book.leading * 0.9 + book.inset,
    width: rect.width - 2 * book.inset,
    height: rect.height - book.leading * 1.9 - 2 * book.inset,
  }
}

export function lineDrawer(words: FurnitureWords, workshop: Workshop) {
  return (text: string, style: TextStyle, x: number, width: number, baseline: number, align: 'left' | 'center' | 'right'): PlacedLine => ({
    line: setLine(text, style, width, align, workshop, words), x, baseline,
  })
}

export function setText(text: string, style: TextStyle, width: number, words: FurnitureWords, workshop: Workshop, align: 'left' | 'center' = 'left') {
  return workshop.set({
    spans: [{ text, style, place: words.place }], language: words.language, align, indent: 0, left: 0, right: 0, hyphenate: false,
  }, width)
}

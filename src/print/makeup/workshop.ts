import type { Paragraph } from '../flow/paragraph.ts'
import type { Stylebook } from '../stylebook/stylebook.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import type { Line } from '../type/line.ts'

/** What type setting and pictures give to make-up. */
export interface Workshop {
  book: Stylebook
  set(paragraph: Paragraph, measure: number): Line[]
  /** The paragraph in exactly so many lines; none where it would be seen that it was forced. */
  setInLines(paragraph: Paragraph, measure: number, lines: number): Line[]
  setHeadline(paragraph: Paragraph, measure: number): Line[]
  width(text: string, style: TextStyle): number
  /** Measure of one column. */
  column: number
  /** Upright width divided by height of a picture file. */
  aspectOf(file: string): number
  /** Whether the printer has more than black ink for a page, of so many pages. */
  hasColor(page: number, pages: number): boolean
  words: MakeupWords
}

/** Words that make-up puts on the page, in the language of the issue. */
export interface MakeupWords {
  continuedOn(page: number): string
  continuedFrom(page: number): string
}

/** Grid rows of one of the twelve modules into which a page's height is divided for wishes. */
export function moduleRows(book: Stylebook): number {
  return Math.round(book.rows / 12)
}

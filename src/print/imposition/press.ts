/** How a press wants pages: one by one or as readers' pairs, cut to the printer's PDF page, with or without crop marks. */
import type { Printer } from '../../newsroom/printer.ts'
import type { Page, Rect } from '../makeup/page.ts'
import { markThickness, type Side } from './sheet.ts'

/** Points from the trim to a crop mark: 6 mm where the room is large enough (goffset.com). */
const markDistance = (6 * 72) / 25.4

export function pressSides(pages: Page[], { trim, pdfPage, pairs, marks, bleed }: Pick<Printer, 'trim' | 'pdfPage' | 'pairs' | 'marks' | 'bleed'>): Side[] {
  const { width, height } = pdfPage
  // A PDF page that is smaller than the trim lies in its middle.
  const [x, y] = [(width - trim.width) / 2, (height - trim.height) / 2]
  const room = Math.max(marks, bleed)
  const around = room > 0 ? { room, bleed } : {}
  const sides = pairs
    ? readersPairs(pages).map(([left, right]): Side => ({
        width: 2 * width, height, ...around, placements: [{ page: left, x, y }, { page: right, x: width + x, y }],
      }))
    : pages.map((page): Side => ({ width, height, ...around, placements: [{ page, x, y }] }))
  return marks > 0 ? sides.map((side) => ({ ...side, marks: cropMarks(side.width, side.height, marks) })) : sides
}

/** Pages that lie side by side when the paper is open; the last and the first share the outside. */
export function readersPairs(pages: Page[]): [Page, Page][] {
  if (pages.length % 2 !== 0) throw new Error(`Pairs need an even number of pages, not ${pages.length}`)
  return [[pages.at(-1)!, pages[0]!], ...Array.from({ length: pages.length / 2 - 1 }, (_, pair): [Page, Page] => [pages[2 * pair + 1]!, pages[2 * pair + 2]!])]
}

/** Two short lines at each corner of the trim, in the room around it. */
function cropMarks(width: number, height: number, room: number): Rect[] {
  const start = Math.min(markDistance, room / 2)
  const length = room - start
  const across = [-room, width + start].flatMap((x) => [0, height].map((y): Rect => ({ x, y: y - markThickness / 2, width: length, height: markThickness })))
  const down = [-room, height + start].flatMap((y) => [0, width].map((x): Rect => ({ x: x - markThickness / 2, y, width: markThickness, height: length })))
  return [...across, ...down]
}

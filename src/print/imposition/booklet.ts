/**
 * Booklet imposition: pages two up on both sides of sheets that are printed duplex, laid on one another and folded once.
 * With n pages, sheet i (from 0, outermost) carries n − 2i and 1 + 2i outside, 2 + 2i and n − 1 − 2i inside.
 */
import type { Page, Rect } from '../makeup/page.ts'
import { markThickness, type Placement, type Side } from './sheet.ts'

/** The paper that the sheets are printed on, upright or lying; each page is scaled into half of it. */
export interface BookletPaper {
  width: number
  height: number
  /** Points by which the pages of each sheet further in are moved to the fold: folding pushes inner sheets out at the fore edge. */
  creep: number
}

/** Length of a fold mark at the head and foot of the outside. */
const foldMark = 9

/**
 * The sides in printing order: front and back of the outermost sheet first. The pages' number is a multiple of four.
 * Without a paper, sheets are as large as two pages. `turned` are the pages that stand on their heads.
 */
export function imposeBooklet(pages: Page[], paper?: BookletPaper, turned: Set<Page> = new Set()): Side[] {
  if (pages.length === 0 || pages.length % 4 !== 0) throw new Error(`A booklet needs a multiple of four pages, not ${pages.length}`)
  const { trim } = pages[0]!
  const { width, height, creep } = paper ?? { width: 2 * trim.width, height: trim.height, creep: 0 }
  const scale = Math.min(1, width / 2 / trim.width, height / trim.height)
  const y = (height - trim.height * scale) / 2
  const fold = width / 2
  const place = (page: Page, x: number): Placement => ({ page, x, y, ...scale < 1 && { scale }, ...turned.has(page) && { turned: true } })
  const side = (left: Page, right: Page, sheet: number): Side => {
    const shift = sheet * creep
    return {
      width, height,
      placements: [
        place(left, fold - trim.width * scale + shift),
        place(right, fold - shift),
      ],
    }
  }
  const last = pages.length - 1
  const sides = Array.from({ length: pages.length / 4 }, (_, sheet) => [
    side(pages[last - 2 * sheet]!, pages[2 * sheet]!, sheet),
    side(pages[2 * sheet + 1]!, pages[last - 2 * sheet - 1]!, sheet),
  ]).flat()
  if (paper) sides[0]!.marks = foldMarks(fold, height)
  return sides
}

function foldMarks(fold: number, height: number): Rect[] {
  return [0, height - foldMark].map((y) => ({ x: fold - markThickness / 2, y, width: markThickness, height: foldMark }))
}

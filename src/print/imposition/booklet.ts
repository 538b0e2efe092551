/**
 * Booklet imposition: pages two up on both sides of sheets that are printed duplex, laid on one another and folded once.
 * With n pages, sheet i (from 0, outermost) carries n − 2i and 1 + 2i outside, 2 + 2i and n − 1 − 2i inside.
 */
import type { Page } from '../makeup/page.ts'
import type { Side } from './sheet.ts'

/** The sides in printing order: front and back of the outermost sheet first. The pages' number is a multiple of four. */
export function imposeBooklet(pages: Page[]): Side[] {
  if (pages.length % 4 !== 0) throw new Error(`A booklet needs a multiple of four pages, not ${pages.length}`)
  const { width, height } = pages[0]!.trim
  const side = (left: Page, right: Page): Side => ({
    width: 2 * width, height, placements: [{ page: left, x: 0, y: 0 }, { page: right, x: width, y: 0 }],
  })
  const last = pages.length - 1
  return Array.from({ length: pages.length / 4 }, (_, sheet) => [
    side(pages[last - 2 * sheet]!, pages[2 * sheet]!),
    side(pages[2 * sheet + 1]!, pages[last - 2 * sheet - 1]!),
  ]).flat()
}

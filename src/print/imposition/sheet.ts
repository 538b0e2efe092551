import type { Page } from '../makeup/page.ts'

/** A page on one side of a sheet; x and y are its trim's top left corner, in points from the sheet's top left. */
export interface Placement {
  page: Page
  x: number
  y: number
}

/** One side of a sheet of paper. */
export interface Side {
  width: number
  height: number
  placements: Placement[]
}

/** Each page on a sheet of its own size: how a press and a screen want them. */
export function singlePages(pages: Page[]): Side[] {
  return pages.map((page) => ({ width: page.trim.width, height: page.trim.height, placements: [{ page, x: 0, y: 0 }] }))
}

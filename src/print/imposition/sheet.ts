import type { Page, Rect } from '../makeup/page.ts'

/** A page on one side of a sheet; x and y are its trim's top left corner, in points from the sheet's top left. */
export interface Placement {
  page: Page
  x: number
  y: number
  /** Size on the sheet, as a share of the page's own; 1 when absent. */
  scale?: number
  /** Turned on its head within the place that it takes upright. */
  turned?: true
}

/** One side of a sheet of paper. */
export interface Side {
  width: number
  height: number
  placements: Placement[]
  /** Paper around the sheet for bleed and marks, cut off afterwards. */
  room?: number
  /** How much of that room colour may run into; all of it when absent. */
  bleed?: number
  /** Lines that say where to cut or fold, drawn last; they may stand in the room around the sheet. */
  marks?: Rect[]
}

/** Each page on a sheet of its own size: how a press and a screen want them. */
export function singlePages(pages: Page[]): Side[] {
  return pages.map((page) => ({ width: page.trim.width, height: page.trim.height, placements: [{ page, x: 0, y: 0 }] }))
}

/** The pages, and after them as many blank ones as a multiple needs. */
export function fillUp(pages: Page[], multiple: number): Page[] {
  const blanks = (multiple - (pages.length % multiple)) % multiple
  return [...pages, ...Array.from({ length: blanks }, (_, at): Page => {
    const number = pages.length + at + 1
    return { ...pages[0]!, number, side: number % 2 === 0 ? 'left' : 'right', frames: [] }
  })]
}

/** Each page larger, or smaller, than it was set. */
export function enlarge(pages: Page[], scale: number): Side[] {
  return pages.map((page) => ({ width: page.trim.width * scale, height: page.trim.height * scale, placements: [{ page, x: 0, y: 0, scale }] }))
}

/** Thickness of a mark in points: thin enough to vanish in the cut. */
export const markThickness = 0.25

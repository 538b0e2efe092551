/** Flyers: the same page as often as it fits on an office sheet, to be cut apart. */
import type { Page, Rect } from '../makeup/page.ts'
import { markThickness, type Placement, type Side } from './sheet.ts'

const cutMark = 12

/** Each page fills a side, in rows and columns at its own size, with marks at the edges where to cut. */
export function imposeFlyer(pages: Page[], columns: number, rows: number): Side[] {
  return pages.map((page): Side => {
    const { width, height } = page.trim
    const placements = Array.from({ length: columns * rows }, (_, at): Placement => ({ page, x: (at % columns) * width, y: Math.floor(at / columns) * height }))
    return { width: columns * width, height: rows * height, placements, marks: cutMarks(columns, rows, width, height) }
  })
}

function cutMarks(columns: number, rows: number, width: number, height: number): Rect[] {
  const inner = (count: number) => Array.from({ length: count - 1 }, (_, at) => at + 1)
  const down = inner(columns).flatMap((at) => [0, rows * height - cutMark].map((y): Rect => ({ x: at * width - markThickness / 2, y, width: markThickness, height: cutMark })))
  const across = inner(rows).flatMap((at) => [0, columns * width - cutMark].map((x): Rect => ({ x, y: at * height - markThickness / 2, width: cutMark, height: markThickness })))
  return [...down, ...across]
}

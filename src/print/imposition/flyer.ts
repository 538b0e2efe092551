/** Flyers: the same page as often as it fits on an office sheet, to be cut apart. */
import type { Frame, Page, Rect } from '../makeup/page.ts'
import { fillUp, markThickness, type Placement, type Side } from './sheet.ts'

const cutMark = 12

/** Each page fills a side, in rows and columns at its own size or another, with marks at the edges where to cut. */
export function imposeFlyer(pages: Page[], columns: number, rows: number, scale = 1): Side[] {
  return pages.map((page): Side => {
    const [width, height] = [page.trim.width * scale, page.trim.height * scale]
    const copy = unsaid(page)
    const placements = Array.from({ length: columns * rows }, (_, at): Placement => ({
      page: at === 0 ? page : copy, x: (at % columns) * width, y: Math.floor(at / columns) * height, ...scale !== 1 && { scale },
    }))
    return { width: columns * width, height: rows * height, placements, marks: cutMarks(columns, rows, width, height) }
  })
}

/** Fronts and backs in turn: each page of the first with the page of the second behind it. */
export function backToBack(first: Page[], second: Page[]): Page[] {
  const length = Math.max(first.length, second.length)
  const [fronts, backs] = [fillUp(first, length), fillUp(second, length)]
  return fronts.flatMap((front, at) => [front, backs[at]!])
}

/** A page that a listening reader passes over, because it has been read to them. */
function unsaid(page: Page): Page {
  const silent = (frame: Frame): Frame => {
    if ('lines' in frame) return { ...frame, lines: frame.lines.map(({ tag: _, ...placed }) => placed) }
    return frame.kind === 'picture' ? { ...frame, alt: '' } : frame
  }
  return { ...page, frames: page.frames.map(silent) }
}

function cutMarks(columns: number, rows: number, width: number, height: number): Rect[] {
  const inner = (count: number) => Array.from({ length: count - 1 }, (_, at) => at + 1)
  const down = inner(columns).flatMap((at) => [0, rows * height - cutMark].map((y): Rect => ({ x: at * width - markThickness / 2, y, width: markThickness, height: cutMark })))
  const across = inner(rows).flatMap((at) => [0, columns * width - cutMark].map((x): Rect => ({ x, y: at * height - markThickness / 2, width: cutMark, height: markThickness })))
  return [...down, ...across]
}

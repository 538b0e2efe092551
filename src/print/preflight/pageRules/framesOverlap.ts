/** Two frames on the same spot: one would print over the other. */
import type { Frame, Rect } from '../../makeup/page.ts'
import { nameOf, placeOf, type PageRule } from './pageRule.ts'

/** Points; descenders of one frame may touch the next. */
const tolerance = 1

export const framesOverlap: PageRule = ({ pages }) => pages.flatMap((page) => {
  const frames = page.frames.filter(isSolid)
  return frames.flatMap((frame, i) => frames.slice(i + 1).filter((other) => touches(frame, other)).map((other) => ({
    id: 'print/frames-overlap' as const, place: placeOf(frame, page), params: { page: page.number, first: nameOf(frame), second: nameOf(other), ...mmOf(other) },
  })))
})

/** Panels lie under text, and rules are drawn close to it. */
function isSolid(frame: Frame): boolean {
  return frame.kind === 'picture' || ('lines' in frame && frame.lines.length > 0)
}

function touches(a: Rect, b: Rect): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return across > tolerance && down > tolerance
}

function mmOf({ x, y }: Rect): { left: number; top: number } {
  return { left: Math.round((x / 72) * 25.4), top: Math.round((y / 72) * 25.4) }
}

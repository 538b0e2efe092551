/** Two frames on the same spot: one would print over the other. */
import type { Frame, Rect } from '../../makeup/page.ts'
import { nameOf, placeOf, type PageRule } from './pageRule.ts'

/** Points. */
const tolerance = 1

export const framesOverlap: PageRule = ({ pages }) => pages.flatMap((page) => {
  const inked = page.frames.flatMap((frame) => {
    const box = inkOf(frame)
    return box ? [{ frame, box }] : []
  })
  return inked.flatMap(({ frame, box }, i) => inked.slice(i + 1).filter((other) => touches(box, other.box)).map((other) => ({
    id: 'print/frames-overlap' as const,
    place: placeOf(frame, page),
    params: { page: page.number, first: nameOf(frame), second: nameOf(other.frame), ...mmOf(other.box) },
  })))
})

/** What a frame prints on: a picture's box, the box around lines. Panels lie under text, and rules are drawn close to it. */
function inkOf(frame: Frame): Rect | undefined {
  if (frame.kind === 'picture') return frame
  if (!('lines' in frame)) return undefined
  const boxes = frame.lines.filter(({ line }) => line.runs.length > 0).map(({ line, x, baseline }) => {
    const size = Math.max(...line.runs.map(({ style }) => style.size))
    return { left: x, right: x + line.width, top: baseline - 0.7 * size, bottom: baseline }
  })
  if (boxes.length === 0) return undefined
  const x = Math.min(...boxes.map(({ left }) => left))
  const y = Math.min(...boxes.map(({ top }) => top))
  return { x, y, width: Math.max(...boxes.map(({ right }) => right)) - x, height: Math.max(...boxes.map(({ bottom }) => bottom)) - y }
}

function touches(a: Rect, b: Rect): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return across > tolerance && down > tolerance
}

function mmOf({ x, y }: Rect): { left: number; top: number } {
  return { left: Math.round((x / 72) * 25.4), top: Math.round((y / 72) * 25.4) }
}

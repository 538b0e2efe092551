/** Type stays away from the edge: there the knife, the grippers and the fold are not exact. */
import type { PdfRule } from './rule.ts'
import { isVisibleText } from './rule.ts'

/** Punctuation may hang over the edge of a column by this share of its size. */
const hanging = 0.4

const mm = (points: number): number => Math.round((points / 72) * 254) / 10

export const liveArea: PdfRule = (file, { margin }) => margin === undefined ? [] : file.pages.flatMap(({ number, marks, trim, media }) => {
  const page = trim ?? media
  return marks.flatMap((mark) => {
    if (!isVisibleText(mark)) return []
    const { left, right, bottom, top } = mark.box
    const spare = hanging * mark.size
    const isOver = Math.min(left - page.left, page.right - right) < margin.side - spare
    const isLow = Math.min(bottom - page.bottom, page.top - top) < margin.head - spare
    return isOver || isLow ? [{ id: 'preflight/outside-area' as const, page: number, mark, params: { margin: mm(isOver ? margin.side : margin.head) } }] : []
  })
})

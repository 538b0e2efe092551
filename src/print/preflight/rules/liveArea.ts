/** Type stays away from the edge: there the knife, the grippers and the fold are not exact. */
import type { PdfRule } from './rule.ts'
import { isVisibleText } from './rule.ts'

/** Punctuation may hang over the edge of a column by this share of its size. */
const hanging = 0.4

export const liveArea: PdfRule = (file, { margin }) => margin === undefined ? [] : file.pages.flatMap(({ number, marks, trim, media }) => {
  const page = trim ?? media
  return marks.filter((mark) => {
    if (!isVisibleText(mark)) return false
    const spare = margin - hanging * mark.size
    const { left, right, bottom, top } = mark.box
    return left < page.left + spare || right > page.right - spare || bottom < page.bottom + spare || top > page.top - spare
  }).map((mark) => ({ id: 'preflight/outside-area', page: number, mark, params: { margin: Math.round((margin / 72) * 254) / 10 } }))
})

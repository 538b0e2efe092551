/** Some presses print colour on some pages only. */
import { inksOf } from '../colors.ts'
import type { Mark } from '../pressFile.ts'
import type { PdfRule } from './rule.ts'

export const colorPages: PdfRule = (file, { colorPages }) => colorPages === undefined ? [] : file.pages.flatMap(({ number, marks }) => {
  const mark = colorPages.includes(number) ? undefined : marks.find(isColored)
  return mark ? [{ id: 'preflight/color-page', page: number, mark, params: { pages: colorPages.join(', ') } }] : []
})

function isColored({ kind, color }: Mark): boolean {
  if (color.kind === 'spot') return !color.spots.every((ink) => ink === 'Black' || ink === 'All')
  if (kind === 'picture') return color.kind !== 'gray'
  const [c, m, y] = inksOf(color) ?? [1, 1, 1]
  return c + m + y > 0
}

/** White letters on a ground fill up with ink when they are small, sooner where several inks must meet. */
import { inksOf, isWhite } from '../colors.ts'
import type { Mark, TextMark } from '../pressFile.ts'
import type { Finding, PdfRule } from './rule.ts'
import { isVisibleText } from './rule.ts'

export const reversedType: PdfRule = (file, { reversedType }) => reversedType === undefined ? [] : file.pages.flatMap(({ number, marks }) =>
  marks.flatMap((mark, i): Finding[] => {
    if (!isVisibleText(mark) || !isWhite(mark.color)) return []
    const ground = marks.slice(0, i).findLast((under) => liesUnder(under, mark))
    const limit = ground === undefined ? 0 : hasManyInks(ground) ? reversedType.manyInks : reversedType.oneInk
    return mark.size < limit - 0.01 ? [{ id: 'preflight/reversed-type', page: number, mark, params: { limit } }] : []
  }))

function liesUnder(under: Mark, { box }: TextMark): boolean {
  if (under.kind !== 'picture' && under.kind !== 'fill') return false
  const [x, y] = [(box.left + box.right) / 2, (box.bottom + box.top) / 2]
  return under.box.left <= x && x <= under.box.right && under.box.bottom <= y && y <= under.box.top
}

function hasManyInks({ kind, color }: Mark): boolean {
  if (kind === 'picture' || color.kind === 'spot') return color.kind === 'cmyk' || color.spots.length > 1
  return (inksOf(color) ?? [1, 1, 1, 1]).filter((ink) => ink > 0).length > 1
}

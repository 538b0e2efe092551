/** Small black type comes from the black plate alone: from four plates it is never sharp. */
import { inksOf } from '../colors.ts'
import type { PdfRule } from './rule.ts'
import { isVisibleText, marksThat } from './rule.ts'
import { smallType } from './blackOverprint.ts'

export const blackAlone: PdfRule = (file, { use }) => use !== 'press' ? [] :
  marksThat(file, 'preflight/black-of-many-inks', (mark) => {
    if (!isVisibleText(mark) || mark.size > smallType) return false
    const [c, m, y, k] = inksOf(mark.color) ?? [0, 0, 0, 0]
    // Black by its looks: much black with something under it, or the three colours together.
    return (k >= 0.7 && c + m + y > 0) || Math.min(c, m, y) >= 0.6
  }).map((finding) => ({ ...finding, params: { size: smallType } }))

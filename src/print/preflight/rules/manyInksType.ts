/** Type in two inks or more needs a size at which a shift of the plates does not close it. */
import { inksOf } from '../colors.ts'
import type { PdfRule } from './rule.ts'
import { isVisibleText, marksThat } from './rule.ts'

export const manyInksType: PdfRule = (file, { use, manyInksType }) => use !== 'press' || manyInksType === undefined ? [] :
  marksThat(file, 'preflight/many-inks-type', (mark) => isVisibleText(mark) && mark.size < manyInksType - 0.01 && (inksOf(mark.color) ?? []).filter((ink) => ink > 0).length > 1)
    .map((finding) => ({ ...finding, params: { limit: manyInksType } }))

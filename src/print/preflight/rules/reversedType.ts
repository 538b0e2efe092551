/** White letters on a ground fill up with ink when they are small. */
import { isWhite } from '../colors.ts'
import type { PdfRule } from './rule.ts'
import { isVisibleText, marksThat } from './rule.ts'

export const reversedType: PdfRule = (file, { reversedType }) => reversedType === undefined ? [] :
  marksThat(file, 'preflight/reversed-type', (mark) => isVisibleText(mark) && isWhite(mark.color) && mark.size < reversedType - 0.01)
    .map((finding) => ({ ...finding, params: { limit: reversedType } }))

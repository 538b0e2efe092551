/** White that overprints leaves what lies under it: the words are gone. */
import { isWhite } from '../colors.ts'
import type { PdfRule } from './rule.ts'
import { marksThat } from './rule.ts'

export const whiteOverprint: PdfRule = (file) =>
  marksThat(file, 'preflight/white-overprint', (mark) => mark.overprints && mark.kind !== 'picture' && isWhite(mark.color))

/** Pictures for a press are grey or in four inks; an RGB picture hides easily, because it looks right on every screen. */
import type { PdfRule } from './rule.ts'
import { marksThat } from './rule.ts'

export const pictureColors: PdfRule = (file, { use }) => use !== 'press' ? [] :
  marksThat(file, 'preflight/picture-color', (mark) => mark.kind === 'picture' && !['gray', 'cmyk', 'spot'].includes(mark.color.kind))

/** A font that is not in the file is replaced by whatever the printer's machine has. */
import type { PdfRule } from './rule.ts'

export const embeddedFonts: PdfRule = (file) => file.fonts
  .filter(({ embedded }) => !embedded)
  .map(({ name }) => ({ id: 'preflight/font-not-embedded', params: { font: name } }))

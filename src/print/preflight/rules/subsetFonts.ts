/** Only the letters in use belong into the file: a whole font makes it large, and some licences forbid to pass it on. */
import type { PdfRule } from './rule.ts'

export const subsetFonts: PdfRule = (file) => file.fonts
  .filter(({ embedded, subset }) => embedded && !subset)
  .map(({ name }) => ({ id: 'preflight/font-not-subset', params: { font: name } }))

/** A file's own number lets a printer tell this version from the last one. */
import type { PdfRule } from './rule.ts'

export const identifier: PdfRule = (file) => file.hasId ? [] : [{ id: 'preflight/missing-id' }]

/** A reading voice must know which language it reads. */
import type { PdfRule } from './rule.ts'

export const language: PdfRule = (file) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(file.language) ? [] : [{ id: 'preflight/missing-language' }]

/** A locked file cannot be printed by whoever has no key. */
import type { PdfRule } from './rule.ts'

export const encryption: PdfRule = (file) => file.encrypted ? [{ id: 'preflight/encrypted' }] : []

/** LZW packing is forbidden by PDF/X-1a, and some presses' interpreters do not know it. */
import type { PdfRule } from './rule.ts'

export const compression: PdfRule = (file, { use }) => use === 'press' && file.filters.has('LZWDecode') ? [{ id: 'preflight/lzw' }] : []

/** Older presses cannot mix what shines through: they leave it out, or print it solid. PDF/X-4 allows it. */
import { standardOf } from '../metadata.ts'
import type { PdfRule } from './rule.ts'

export const transparency: PdfRule = (file, limits) =>
  limits.use !== 'press' || (limits.standard ?? standardOf(file)) === 'PDF/X-4' || file.transparencies.length === 0
    ? [] : [{ id: 'preflight/transparency', params: { how: file.transparencies.join(', ') } }]

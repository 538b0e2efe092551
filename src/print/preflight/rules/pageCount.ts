/** Presses fold whole sheets: pages come in fours, and not too few or too many. */
import type { PdfRule } from './rule.ts'

export const pageCount: PdfRule = (file, { pages }) => {
  const count = file.pages.length
  if (!pages || (count % pages.multiple === 0 && count >= pages.least && count <= pages.most)) return []
  return [{ id: 'preflight/page-count', params: { pages: count, ...pages } }]
}

/** Links, notes and forms lie over a page and are no ink: a press file has none, any other only links. */
import type { PdfRule } from './rule.ts'

export const annotations: PdfRule = (file, { use }) => file.pages.flatMap(({ number, annotations }) => {
  const wrong = annotations.filter((kind) => use === 'press' || kind !== 'Link')
  return wrong.length === 0 ? [] : [{ id: 'preflight/annotation', page: number, params: { kinds: [...new Set(wrong)].join(', ') } }]
})

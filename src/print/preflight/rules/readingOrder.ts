/** What is read aloud follows the pages, leaves nothing out and says nothing twice. */
import type { StructureElement } from '../pressFile.ts'
import { elementsOf } from '../structure.ts'
import type { Finding, PdfRule } from './rule.ts'

export const readingOrder: PdfRule = (file, { imposed }) => {
  if (file.structure.length === 0) return []
  const uses = new Map<string, number>()
  for (const { pieces } of elementsOf(file.structure)) {
    for (const { page, number } of pieces) uses.set(`${page} ${number}`, (uses.get(`${page} ${number}`) ?? 0) + 1)
  }
  const strays = file.pages.flatMap(({ number: page, marks }) => marks.flatMap((mark): Finding[] => {
    if (mark.marking?.kind !== 'piece' || uses.get(`${page} ${mark.marking.number}`) === 1) return []
    return [{ id: 'preflight/reading-order', page, mark }]
  }))
  return imposed ? strays : [...strays, ...elementsOf(file.structure).flatMap(backwards)]
}

/** The pieces of one paragraph go from page to page, never back. */
function backwards({ pieces }: StructureElement): Finding[] {
  const back = pieces.find(({ page }, i) => i > 0 && page < pieces[i - 1]!.page)
  return back ? [{ id: 'preflight/reading-order', page: back.page }] : []
}

/** A picture that is part of a story says in words what it shows. */
import { elementsOf } from '../structure.ts'
import type { PdfRule } from './rule.ts'

export const altText: PdfRule = (file) => elementsOf(file.structure)
  .filter(({ role, alt }) => role === 'Figure' && (alt ?? '').trim() === '')
  .map(({ pieces: [piece] }) => {
    const mark = piece && file.pages[piece.page - 1]?.marks.find(({ marking }) => marking?.kind === 'piece' && marking.number === piece.number)
    return { id: 'preflight/missing-alt', ...(piece && { page: piece.page }), ...(mark && { mark }) }
  })

/** The glossary as a table for readers: a column for each language that it has, the page's own first, in the order of its words. */
import type { Language } from '../languages/language.ts'
import type { Term } from '../newsroom/glossary.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'

/** A term in one language. */
export interface GlossaryCell {
  language: Language
  /** The rendering that the paper uses; absent where it has none. */
  ours: string | undefined
  also: string[]
  forbidden: string[]
}

export interface GlossaryRow {
  cells: GlossaryCell[]
  note: string | undefined
}

export function toGlossary({ glossary, paper }: Newsroom, reader: Language): { languages: Language[]; rows: GlossaryRow[] } {
  const used = new Set(glossary.flatMap(({ renderings }) => Object.keys(renderings)))
  const inOrder = [...new Set([reader, ...paper.languages, ...used])].filter((language) => used.has(language))
  const rows = glossary.map((term) => ({ cells: inOrder.map((language) => toCell(term, language)), note: term.note }))
  const wordOf = ({ cells }: GlossaryRow): string => cells[0]?.ours ?? ''
  // What the reader's language has no word for yet comes last: there a translator is asked for one.
  const compare = new Intl.Collator(reader).compare
  return { languages: inOrder, rows: rows.sort((a, b) => Number(wordOf(a) === '') - Number(wordOf(b) === '') || compare(wordOf(a), wordOf(b))) }
}

function toCell(term: Term, language: Language): GlossaryCell {
  const [ours, ...also] = term.renderings[language] ?? []
  return { language, ours, also, forbidden: term.forbidden[language] ?? [] }
}

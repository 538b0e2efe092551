import type { Place } from '../diagnostics/diagnostic.ts'
import type { Language } from '../languages/language.ts'

/** One term of glossary.yaml. In each language the first rendering is ours, the others are also right. */
export interface Term {
  renderings: Record<Language, string[]>
  forbidden: Record<Language, string[]>
  note?: string
  place: Place
}

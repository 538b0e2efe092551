/** What travels to somebody who translates elsewhere, and back. */
import type { Language } from '../../languages/language.ts'

export const exchangeFormats = ['po', 'xliff', 'docx-table'] as const
export type ExchangeFormat = (typeof exchangeFormats)[number]

/** One paragraph. Texts are inline Markdown on one line. */
export interface Unit {
  /** `5-8a3f…`: its number and the hash of its source, so that nothing comes back to another text. */
  id: string
  source: string
  target: string
  /** The source as it was when `target` was confirmed; '' when it is the same, or nobody knows. */
  oldSource: string
  /** Whether `target` still says what the source says. */
  isDone: boolean
}

/** The paragraphs of one translation. */
export interface Parcel {
  /** The source's file, relative to the content folder. */
  file: string
  from: Language
  into: Language
  units: Unit[]
}

/** Texts that came back, by the id of their unit; what is empty or not finished is left out. */
export type Returned = Map<string, string>

/** What the checks on the words of a translation are given and what they answer. */
import type { Language } from '../../languages/language.ts'
import type { Term } from '../../newsroom/glossary.ts'
import { foldTypography, wordsOf } from '../segment.ts'

/** The checks, by the name that `dismiss` uses; the words for each stand under `translation.reason.*`. */
export const checkNames = [
  'number-differs', 'weekday-wrong', 'month-capital', 'opening-mark', 'doubled-word', 'bracket-open', 'space-before-mark',
  'term-forbidden', 'term-missing',
] as const

/** `not-followed`: both sides changed, and the translation not along with its source; found by the status, not by a check of its own. */
export type CheckName = (typeof checkNames)[number] | 'not-followed'

/** A paragraph and its translation, as inline Markdown. */
export interface TranslatedText {
  source: string
  target: string
  from: Language
  into: Language
  terms: readonly Term[]
}

/** The same with the running text of both sides, made once for all checks. */
export interface CheckedText extends TranslatedText {
  sourceProse: string
  targetProse: string
}

/** What a check found; `detail` are the words that it means, as an editor can look for them. */
export interface Finding {
  check: CheckName
  detail: string
}

/** Running text: code, addresses and template marks taken out, quotation marks and spaces in one spelling. */
export function runningText(text: string): string {
  const words = wordsOf(text.replace(/(?<!\\)`[^`]*`|\{[%{].*?[%}]\}/g, ' '))
  return foldTypography(/:\/\/|@/.test(words) ? words.replace(/https?:\/\/\S+|\S+@\S+/g, ' ') : words)
}

/** The language without its country: `es-MX` → `es`. */
export function primary(language: Language): Language {
  return language.split('-')[0]!
}

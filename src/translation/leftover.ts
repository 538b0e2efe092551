/**
 * Text of a translation that was left in the language of its source.
 */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { eld } from 'eld/extrasmall'
import type { Language } from '../languages/language.ts'
import { isSurelyIn } from './littleWords.ts'
import { foldTypography, wordsOf } from './segment.ts'

/** Shorter texts are names, labels and exclamations as often as not: no verdict. */
const fewestWords = 6

/** So much surer must the detector be of the source's language than of the translation's (scores go from 0 to 1). */
const leastLead = 0.12

/**
 * Whether a translated paragraph still stands in the language of its source: it says the same, word for word, as its source, or it
 * is told by its letters (Nito T.M., "Efficient Language Detector"). Code, addresses, names and short quotations are not looked
 * at. Languages that the detector does not know are only judged by sameness.
 */
export function isLeftInSource(text: string, source: string | undefined, from: Language, into: Language): boolean {
  const words = proseWords(text)
  if (words.length < fewestWords) return false
  const running = words.filter((word) => /^\p{Ll}/u.test(word) || /^[^\p{Lu}]/u.test(word)).length >= words.length / 3
  if (source !== undefined && running && proseWords(source).join(' ') === words.join(' ')) return true
  if (isSurelyIn(into, words.map((word) => word.toLowerCase()), from)) return false
  const scores = detector().detect(words.join(' ')).getScores()
  const [ofSource, ofTarget] = [from, into].map((language) => scores[language.split('-')[0]!])
  if (ofSource === undefined || !isKnown(into)) return false
  return ofSource - (ofTarget ?? 0) >= leastLead
}

/** Marks of programs: with more than one to so many words a paragraph is code that nobody marked as such. */
const wordsForOneMark = 4

/**
 * Running words of a paragraph; single letters are none, for they are of formulas and names as often as of languages. A credit (it
 * begins with a dash) names works by their own titles, however long.
 */
export function proseWords(text: string): string[] {
  const isCredit = /^[—–]/.test(text)
  const folded = foldTypography(wordsOf(text.replace(/(?<!\\)`[^`]*`|\{%.*?%\}|\{\{.*?\}\}/g, ' ')))
  const prose = (hasAddress.test(folded) ? folded.replace(/https?:\/\/\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)+(?:\/\S*)?/g, ' ') : folded)
    .replace(/(?<![\p{L}\p{N}])@[\p{L}\p{N}][\p{L}\p{N}_-]*/gu, ' ')
    .replace(isCredit ? /"[^"]+"/g : /"[^"]{1,80}"/g, (quoted: string, _at: number, whole: string) => (!isCredit && quoted.length > whole.length / 2 ? quoted : ' '))
  const words = prose.match(/[\p{L}\p{M}]{2,}(?:'[\p{L}\p{M}]+)*/gu) ?? []
  const marks = prose.match(/[{}<>=;\\]/g) ?? []
  return marks.length * wordsForOneMark > words.length ? [] : words
}

/** Looked for first, because to look for whole addresses takes longer than all the rest. */
const hasAddress = /:\/\/|@|\w\.[\w-]|-\.[\w-]/

let loaded: typeof eld | undefined
let known = new Set<string>()

/** Loaded when it is first needed: its tables take longer to load than a board without changes takes as a whole. */
function detector(): typeof eld {
  if (!loaded) {
    const { eld } = createRequire(import.meta.url)(fileURLToPath(import.meta.resolve('eld/extrasmall'))) as typeof import('eld/extrasmall')
    loaded = eld
    known = new Set(Object.values(loaded.info().Languages))
  }
  return loaded
}

function isKnown(language: Language): boolean {
  return known.has(language.split('-')[0]!)
}

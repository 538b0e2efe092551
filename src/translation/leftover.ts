/**
 * Text of a translation that was left in the language of its source.
 */
import type { Language } from '../languages/language.ts'
import { foldTypography, wordsOf } from './segment.ts'

/** Shorter texts are names, labels and exclamations as often as not: no verdict. */
const fewestWords = 6

/**
 * Whether a translated paragraph still stands in the language of its source: it says the same, word for word, as its source,
 * or the little words in it are of the source's language. Code, addresses and short quotations are not looked at. Languages
 * whose little words are not known are only judged by sameness.
 */
export function isLeftInSource(text: string, source: string | undefined, from: Language, into: Language): boolean {
  const words = proseWords(text)
  if (words.length < fewestWords) return false
  const running = words.filter((word) => /^\p{Ll}/u.test(word) || /^[^\p{Lu}]/u.test(word)).length >= words.length / 3
  if (source !== undefined && running && proseWords(source).join(' ') === words.join(' ')) return true
  const ofSource = countSmallWords(words, from)
  const ofTarget = countSmallWords(words, into)
  return ofSource >= 2 && ofSource / words.length >= 0.12 && ofTarget * 4 <= ofSource
}

function proseWords(text: string): string[] {
  const prose = foldTypography(wordsOf(text.replace(/(?<!\\)`[^`]*`/g, ' ')))
    .replace(/https?:\/\/\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)+(?:\/\S*)?/g, ' ')
    .replace(/"[^"]{1,80}"/g, (quoted: string, _at: number, whole: string) => (quoted.length > whole.length / 2 ? quoted : ' '))
  return prose.match(/[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu) ?? []
}

function countSmallWords(words: string[], language: Language): number {
  const known = smallWords[language.split('-')[0]!]
  return known ? words.filter((word) => known.has(word.toLowerCase())).length : 0
}

/** The commonest little words of a language that the others listed here do not have. */
const smallWords: Partial<Record<Language, Set<string>>> = {
  en: setOf(
    'the of and to in is that it for was on are as with his they at be this from have or by one had not but what all were ' +
    'when we there can an your which their if do will how about up out them then she many some so these would other into ' +
    'her him time has two more very after our just where most know than who may down been now any people made over did only ' +
    'new work well even because good give how why while through before between must too does own could should you don\'t ' +
    'it\'s i\'m you\'re',
  ),
  es: setOf(
    'de la que el en y los se del las por un para con una su al lo como más pero sus le ya este sí porque esta entre cuando ' +
    'muy sin sobre también hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos ' +
    'esto antes algunos qué unos otro otras otra él tanto esa estos mucho quienes nada muchos cual poco ella estar estas ' +
    'algunas algo nosotros mi mis tú te ti tu tus ellas nosotras está están es son fue era ser puede pueden tiene tienen ' +
    'hacer cada así según si',
  ),
}

function setOf(words: string): Set<string> {
  return new Set(words.split(' '))
}

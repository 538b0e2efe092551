/**
 * A word typed twice. Some words are rightly said twice, and some languages say many words so (Turkish, Swahili, Hindi): only those that do
 * not are looked at. Only little words that are never said twice can be mended without asking.
 */
import type { Language } from '../../languages/language.ts'
import { primary, type CheckedText, type Finding } from './finding.ts'

const doubled = /(?<![\p{L}\p{M}\p{N}'’-])([\p{L}\p{M}]{2,}) \1(?![\p{L}\p{M}\p{N}'’-])/gu

/** Said twice for good reason, or names, by language: `die, die die Arbeit tun`, `nous nous parlons`. */
const rightlyTwice: Record<string, Set<string>> = {
  en: setOf('had that is bye no so very blah ha do'),
  es: setOf('no sí si muy poco casi bla ja tan nos'),
  ca: setOf('no sí molt poc nos us'),
  gl: setOf('non si moi pouco nos'),
  pt: setOf('não sim muito pouco quase se nos'),
  fr: setOf('nous vous en non oui si très tout bla ha'),
  it: setOf('no sì si molto piano ci vi quasi via via'),
  de: setOf('die der das den dem sie ja nein so sehr bla ha'),
  nl: setOf('die dat het zijn ja nee heel bla ha'),
}

function setOf(words: string): Set<string> {
  return new Set(words.split(' '))
}

const neverTwice: Record<string, string> = {
  en: 'the|of|and|to|from|with|for|an|are|was|were|by|at',
  es: 'el|la|los|las|de|del|en|con|por|para|un|una|unos|unas|al|que|su|sus|se',
}

export function checkDoubledWords({ targetProse, into }: CheckedText): Finding[] {
  const rightly = rightlyTwice[primary(into)]
  if (!rightly) return []
  return [...targetProse.matchAll(doubled)]
    .filter(([, word]) => !rightly.has(word!) && /^\p{Ll}/u.test(word!))
    .map(([typed]) => ({ check: 'doubled-word', detail: typed }))
}

export function mendDoubledWords(text: string, language: Language): string {
  const words = neverTwice[primary(language)]
  return words === undefined ? text : text.replace(new RegExp(`(?<![\\p{L}\\p{M}\\p{N}'’-])(${words})[ \\n]\\1(?![\\p{L}\\p{M}\\p{N}'’-])`, 'gu'), '$1')
}

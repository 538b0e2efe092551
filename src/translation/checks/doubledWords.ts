/** A word typed twice. Some words are rightly said twice; only little words that never are can be mended without asking. */
import type { Language } from '../../languages/language.ts'
import { primary, type CheckedText, type Finding } from './finding.ts'

const doubled = /(?<![\p{L}\p{M}\p{N}'’-])([\p{L}\p{M}]{2,}) \1(?![\p{L}\p{M}\p{N}'’-])/gu

/** Said twice for good reason, or names. */
const rightlyTwice = new Set('had that bye no sí si muy poco casi blah bla ja ha tan nos'.split(' '))

const neverTwice: Record<string, string> = {
  en: 'the|of|and|to|from|with|for|an|are|was|were|by|at',
  es: 'el|la|los|las|de|del|en|con|por|para|un|una|unos|unas|al|que|su|sus|se',
}

export function checkDoubledWords({ targetProse }: CheckedText): Finding[] {
  return [...targetProse.matchAll(doubled)]
    .filter(([, word]) => !rightlyTwice.has(word!) && /^\p{Ll}/u.test(word!))
    .map(([typed]) => ({ check: 'doubled-word', detail: typed }))
}

export function mendDoubledWords(text: string, language: Language): string {
  const words = neverTwice[primary(language)]
  return words === undefined ? text : text.replace(new RegExp(`(?<![\\p{L}\\p{M}\\p{N}'’-])(${words})[ \\n]\\1(?![\\p{L}\\p{M}\\p{N}'’-])`, 'gu'), '$1')
}

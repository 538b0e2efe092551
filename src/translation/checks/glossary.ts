/**
 * Terms of the glossary: a forbidden rendering, or none of the agreed ones. Words are compared by their stems
 * (M. F. Porter, "Snowball: A Language for Stemming Algorithms", 2001), so that every inflection of a term counts as the term.
 */
import snowball from 'snowball-stemmers'
import type { Language } from '../../languages/language.ts'
import type { Term } from '../../newsroom/glossary.ts'
import { primary, type CheckedText, type Finding } from './finding.ts'

const stemmers: Record<string, string> = {
  da: 'danish', de: 'german', en: 'english', es: 'spanish', fi: 'finnish', fr: 'french', hu: 'hungarian', it: 'italian',
  nl: 'dutch', no: 'norwegian', pt: 'portuguese', ro: 'romanian', ru: 'russian', sv: 'swedish', tr: 'turkish', cs: 'czech',
}

export function checkGlossary({ sourceProse, targetProse, from, into, terms }: CheckedText): Finding[] {
  if (terms.length === 0) return []
  const ours = stemsOf(sourceProse, from)
  const theirs = stemsOf(targetProse, into)
  return terms.flatMap((term): Finding[] => {
    const [inSource, agreed, forbidden] = [rendering(term.renderings, from), rendering(term.renderings, into), rendering(term.forbidden, into)]
    if (!inSource.some((words) => contains(ours, stemsOf(words, from)))) return []
    if (isPartOfLonger(term, terms, ours, from)) return []
    const wrong = forbidden.find((words) => contains(theirs, stemsOf(words, into)))
    if (wrong !== undefined) return [{ check: 'term-forbidden', detail: `${wrong} → ${agreed[0] ?? inSource[0]}` }]
    // Only our own word for it is sure to mean the term: the others may mean more than that.
    if (agreed.length === 0 || !contains(ours, stemsOf(inSource[0]!, from)) || agreed.some((words) => contains(theirs, stemsOf(words, into)))) return []
    return [{ check: 'term-missing', detail: `${inSource[0]} → ${agreed[0]}` }]
  })
}

/** "study group" inside "study-action group" is the longer term. */
function isPartOfLonger(term: Term, terms: readonly Term[], text: string[], language: Language): boolean {
  const own = rendering(term.renderings, language)
  return terms.some((other) => other !== term && rendering(other.renderings, language).some((longer) =>
    contains(text, stemsOf(longer, language)) && own.some((words) => words !== longer && contains(stemsOf(longer, language), stemsOf(words, language)))))
}

function rendering(words: Term['renderings'], language: Language): string[] {
  return words[language] ?? words[primary(language)] ?? []
}

function contains(text: string[], words: string[]): boolean {
  return words.length > 0 && text.some((_, at) => words.every((word, offset) => text[at + offset] === word))
}

function stemsOf(text: string, language: Language): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const name = stemmers[primary(language)]
  if (name === undefined) return words
  const stemmer = stemmerOf(name)
  return words.map((word) => stemmer.stem(word))
}

const kept = new Map<string, snowball.Stemmer>()

function stemmerOf(name: string): snowball.Stemmer {
  const stemmer = kept.get(name) ?? snowball.newStemmer(name)
  kept.set(name, stemmer)
  return stemmer
}

/** The words that the paper itself says, on site, on paper and on the terminal, by language: i18next over `words/`, a file a language. */
import { readdirSync, readFileSync } from 'node:fs'
import { createInstance, type Resource } from 'i18next'
import type { Language } from './language.ts'

/** Answers the words of a key. `count` chooses the plural form; every other parameter stands in the words as `{{name}}`. */
export type Translate = (key: string, params?: Record<string, string | number>) => string

/** A language's words by key. */
export type Words = Record<string, string>

/**
 * The words of every language that has a file of them. A file may hold only what readers see (`web.`, `print.`, `copy.`, `epub.`):
 * English says the rest.
 */
export const interfaceWords: Record<Language, Words> = readWords()

/** The languages that have words of their own; every other language is served in English. */
export const interfaceLanguages: Language[] = Object.keys(interfaceWords)

/** The languages whose words reach to editors too: commands speak them. */
export const commandLanguages = interfaceLanguages.filter((language) => 'report.fix' in interfaceWords[language]!)

/** The language whose words a reader of `language` gets: `es-MX` → `es`, `hi` → `en`. */
export function interfaceLanguageOf(language: Language): Language {
  return hasWords(language) ? language.split('-')[0]!.toLowerCase() : 'en'
}

/** Whether the paper has words of its own in the language, or English stands in. */
export function hasWords(language: Language): boolean {
  return interfaceLanguages.includes(language.split('-')[0]!.toLowerCase())
}

/** Whether a key has words in the language itself, or English stands in. */
export function hasOwnWords(language: Language, key: string): boolean {
  return hasWords(language) && key in interfaceWords[interfaceLanguageOf(language)]!
}

/** The language in which a key is said, its own or English in its stead: numbers beside the words are written as that language writes them. */
export function languageOfWords(language: Language, key: string): Language {
  return hasOwnWords(language, key) ? language : 'en'
}

/** Whether the site speaks the language: what stands around a story can be said in it. */
export function hasSiteWords(language: Language): boolean {
  return hasOwnWords(language, 'web.listen')
}

/** The paper's own words in one language. Instances are kept: asking twice costs nothing. */
export function translatorFor(language: Language): Translate {
  const own = interfaceLanguageOf(language)
  let translate = translators.get(own)
  if (!translate) {
    translate = translatorOf(interfaceWords, own)
    translators.set(own, translate)
  }
  return translate
}

/**
 * A translator over words of one's own.
 * @param words words by interface language; a key missing in `language` is answered in English, a key missing there is answered as it is
 */
export function translatorOf(words: Record<Language, Words>, language: Language): Translate {
  const resources: Resource = {}
  for (const [name, texts] of Object.entries(words)) resources[name] = { translation: texts }
  const i18n = createInstance()
  void i18n.init({
    lng: interfaceLanguageOf(language),
    fallbackLng: 'en',
    resources,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
  })
  // Make-up asks for the same line thousands of times, and every answer costs i18next a walk through its options.
  const told = new Map<string, string>()
  return (key, params) => {
    const asked = params ? `${key} ${JSON.stringify(params)}` : key
    let answer = told.get(asked)
    if (answer === undefined) {
      if (told.size >= mostTold) told.clear()
      told.set(asked, (answer = i18n.t(key, params ?? {})))
    }
    return answer
  }
}

/** Answers that are kept; when there are more, all are forgotten. */
const mostTold = 2000

const translators = new Map<Language, Translate>()

function readWords(): Record<Language, Words> {
  const folder = new URL('words/', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.json')).sort()
  return Object.fromEntries(files.map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Words]))
}

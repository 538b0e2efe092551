/**
 * Whether every word of the site and of the printed page is there in every language of the paper.
 */
import type { Language } from '../languages/language.ts'
import type { Words } from '../languages/translator.ts'
import en from '../languages/words/en.json' with { type: 'json' }
import es from '../languages/words/es.json' with { type: 'json' }
import type { Selection } from './selection.ts'
import type { InterfaceStatus } from './status.ts'

/** Words that are rightly the same in more than one language. */
const sameEverywhere = new Set(['editorial', 'original', 'pdf', 'rss', 'json', 'feed', 'no', 'error', 'total', 'a4', 'a3', 'tabloid', 'markdown', 'github', 'html', 'web', 'email'])

const pluralForm = /_(zero|one|two|few|many|other)$/

/** The interface of the paper's languages; it is only looked at with the whole paper. */
export function interfaceStatus(languages: readonly Language[], { language, story, issue }: Selection): InterfaceStatus[] {
  if (story !== undefined || issue !== undefined) return []
  return checkInterface({ en, es }, languages.filter((each) => language === undefined || each === language))
}

/**
 * What the languages lack of the words of English, which has them all. Only findings, in the order of languages and keys.
 * @param words by interface language; plural forms end in `_one`, `_many`, `_other` … as i18next has them
 * @param languages the paper's; one without words of its own lacks every key
 */
export function checkInterface(words: Record<Language, Words>, languages: readonly Language[]): InterfaceStatus[] {
  const english = words.en ?? {}
  return languages
    .map((language) => language.split('-')[0]!)
    .filter((language, at, all) => all.indexOf(language) === at)
    .flatMap((language) => checkLanguage(language, words[language] ?? {}, english))
}

function checkLanguage(language: Language, words: Words, english: Words): InterfaceStatus[] {
  const keys = new Set(Object.keys(english).flatMap((key) => keysIn(language, key, english)))
  return [...keys].flatMap((key): InterfaceStatus[] => {
    const text = words[key]
    if (text === undefined) return [{ language, key, state: pluralForm.test(key) && !(key in english) ? 'plural' : 'missing' }]
    if (text.trim() === '') return [{ language, key, state: 'empty' }]
    return language !== 'en' && isLeftInEnglish(text, english[key]) ? [{ language, key, state: 'untranslated' }] : []
  })
}

/** The keys that a language needs for one key of English: of a plural, its own forms. */
function keysIn(language: Language, key: string, english: Words): string[] {
  const base = key.replace(pluralForm, '')
  if (base === key || !(`${base}_other` in english)) return [key]
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((form) => `${base}_${form}`)
}

function isLeftInEnglish(text: string, english: string | undefined): boolean {
  if (text !== english) return false
  const words = text.replace(/\{\{[^}]*\}\}/g, ' ').match(/\p{L}{2,}/gu) ?? []
  return words.some((word) => !sameEverywhere.has(word.toLowerCase()))
}

/**
 * Whether every word of the site and of the printed page is there in every language of the paper.
 */
import type { Language } from '../languages/language.ts'
import { interfaceWords, type Words } from '../languages/translator.ts'
import type { Selection } from './selection.ts'
import type { InterfaceStatus } from './status.ts'
import { checkUse, programTexts } from './wordUse.ts'

/** Words that are rightly the same in more than one language. */
const sameEverywhere = new Set(['editorial', 'original', 'pdf', 'rss', 'json', 'feed', 'no', 'error', 'total', 'a4', 'a3', 'tabloid', 'markdown', 'github', 'html', 'web', 'email', 'whatsapp', 'telegram', 'series', 'mm'])

/** Words that one language spells as English does. */
const sameIn: Record<Language, Set<string>> = { fr: new Set(['page', 'pages', 'note', 'notes', 'article', 'articles', 'section', 'sections']), de: new Set(['name', 'version']) }

/** Words of the commands: a language may have those for readers alone. */
const forEditors = /^(command|report|new|translation)\./

const pluralForm = /_(zero|one|two|few|many|other)$/

/** The interface of the paper's languages; it is only looked at with the whole paper. */
export function interfaceStatus(languages: readonly Language[], { language, story, issue }: Selection): InterfaceStatus[] {
  if (story !== undefined || issue !== undefined) return []
  const chosen = languages.filter((each) => language === undefined || each === language)
  const use = chosen.includes('en') ? checkUse(interfaceWords.en!, programTexts()) : []
  return [...checkInterface(interfaceWords, chosen), ...use]
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
  const speaksToEditors = Object.keys(words).some((key) => forEditors.test(key))
  const asked = Object.keys(english).filter((key) => speaksToEditors || !forEditors.test(key))
  const keys = new Set(asked.flatMap((key) => keysIn(language, key, english)))
  const strange = Object.keys(words).filter((key) => !keys.has(key)).map((key): InterfaceStatus => ({ language, key, state: 'unused' }))
  const lacking = [...keys].flatMap((key): InterfaceStatus[] => {
    const text = words[key]
    if (text === undefined) return [{ language, key, state: lacksOnlyThisForm(key, words) ? 'plural' : 'missing' }]
    if (text.trim() === '') return [{ language, key, state: 'empty' }]
    const original = english[key] ?? english[key.replace(pluralForm, '_other')]
    if (factsIn(text) !== factsIn(original ?? text)) return [{ language, key, state: 'variables' }]
    return language !== 'en' && isLeftInEnglish(text, english[key], language) ? [{ language, key, state: 'untranslated' }] : []
  })
  return [...lacking, ...strange]
}

/** What is filled in, `{{name}}`. A plural form for exactly one may say it in words. */
function factsIn(text: string): string {
  return [...new Set(text.match(/\{\{(?!count\b)[^}]*\}\}/g))].sort().join()
}

/** The keys that a language needs for one key of English: of a plural, its own forms. */
function keysIn(language: Language, key: string, english: Words): string[] {
  const base = key.replace(pluralForm, '')
  if (base === key || !(`${base}_other` in english)) return [key]
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((form) => `${base}_${form}`)
}

/** The language says it in one number and not in another. */
function lacksOnlyThisForm(key: string, words: Words): boolean {
  const base = key.replace(pluralForm, '')
  return base !== key && Object.keys(words).some((other) => other !== base && other.replace(pluralForm, '') === base)
}

function isLeftInEnglish(text: string, english: string | undefined, language: Language): boolean {
  if (text !== english) return false
  const words = text.replace(/\{\{[^}]*\}\}/g, ' ').match(/\p{L}{2,}/gu) ?? []
  return words.some((word) => !sameEverywhere.has(word.toLowerCase()) && !sameIn[language]?.has(word.toLowerCase()))
}

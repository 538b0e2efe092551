/** The words of every diagnostic, in every interface language. */
import type { Language } from '../languages/language.ts'
import { languageNameIn } from '../languages/names.ts'
import { interfaceLanguageOf, translatorOf, type Translate, type Words } from '../languages/translator.ts'
import type { Diagnostic, Place } from './diagnostic.ts'
import en from './words/en.json' with { type: 'json' }
import es from './words/es.json' with { type: 'json' }

/** What an editor reads: what is wrong, with the measured facts, and what to do about it. */
export interface Description {
  message: string
  fix: string
}

/**
 * A diagnostic in words.
 * @param placeName how a second place is named within the fix; its file, line and column unless given
 */
export function describe(diagnostic: Diagnostic, language: Language, placeName = formatPlace): Description {
  const t = wordsIn(language)
  const { id } = diagnostic
  const params: Record<string, string | number> = { related: diagnostic.related ? placeName(diagnostic.related) : '' }
  for (const [name, value] of Object.entries(diagnostic.params)) params[name] = typeof value === 'string' ? plain(value) : value
  // A language has a name in every language: `{{languageName}}`.
  if (typeof params.language === 'string') params.languageName = languageNameIn(params.language, interfaceLanguageOf(language))
  // Lines are what is counted on paper; their number chooses the plural.
  if (params.lines !== undefined) params.count = params.lines
  // Where the word that was meant is known, the fix can name it: `fix_likely`.
  if (params.likely) params.context = 'likely'
  // Where fewer pages may be asked for: `fix_fewer`.
  if (params.fewer) params.context = 'fewer'
  // A story of which nothing found room needs another cure than one that is too long: `fix_whole`.
  if (params.whole) params.context = 'whole'
  // What is written in place of a tag depends on the tag: `fix_br`, `fix_a`.
  if (id === 'html/tag') params.context = String(params.tag)
  // What stands in a finished PDF belongs to a story, or to none: `facts_story`.
  const facts = t(`${id}.facts`, params.story && !params.context ? { ...params, context: 'story' } : params)
  const problem = t(`${id}.problem`, params)
  return { message: facts === `${id}.facts` ? problem : `${problem} ${facts}`, fix: t(`${id}.fix`, params) }
}

/** `issues/17-01/issue.yaml:12:5`; without a line, the file alone. */
export function formatPlace({ file, start }: Place): string {
  return start ? `${file}:${start.line}:${start.column}` : file
}

/** Text of the copy on one line and without characters that would command a terminal. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
}

type WordsById = Record<string, Record<string, string>>

function flat(words: WordsById): Words {
  return Object.fromEntries(
    Object.entries(words).flatMap(([id, texts]) => Object.entries(texts).map(([name, text]) => [`${id}.${name}`, text])))
}

function wordsIn(language: Language): Translate {
  const own = interfaceLanguageOf(language)
  let translate = translators.get(own)
  if (!translate) {
    translate = translatorOf({ en: flat(en as WordsById), es: flat(es as WordsById) }, own)
    translators.set(own, translate)
  }
  return translate
}

const translators = new Map<Language, Translate>()

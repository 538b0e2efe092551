import type { Language } from './language.ts'

/** Whether a text is a language tag that BCP 47 allows: `en`, `pt-BR`; not `english_old`. */
export function isLanguage(text: string): boolean {
  const known = tags.get(text) ?? isTag(text)
  tags.set(text, known)
  return known
}

/** An archive asks of ten thousand files whether they are named by a language, and there are two. */
const tags = new Map<string, boolean>()

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1 && /^[a-z]{2,3}(-|$)/i.test(text)
  } catch {
    return false
  }
}

/** A language's own name, as its readers look for it: `English`, `Español`, `العربية`. An unknown language is its tag. */
export function languageName(language: Language): string {
  const name = ownNames.get(language) ?? ownName(language)
  ownNames.set(language, name)
  return name
}

const ownNames = new Map<Language, string>()

function ownName(language: Language): string {
  const name = nameIn(language, language) ?? language
  return name.charAt(0).toLocaleUpperCase(isLanguage(language) ? language : 'en') + name.slice(1)
}

/** A language's name in another language: `languageNameIn('es', 'en')` → `Spanish`. An unknown language is its tag. */
export function languageNameIn(language: Language, reader: Language): string {
  return nameIn(language, reader) ?? language
}

function nameIn(language: Language, reader: Language): string | undefined {
  const asked = `${language} ${reader}`
  if (!known.has(asked)) known.set(asked, lookUp(language, reader))
  return known.get(asked)
}

/** To load a language's names takes longer than to draw a whole page. */
const known = new Map<string, string | undefined>()

function lookUp(language: Language, reader: Language): string | undefined {
  if (!isLanguage(language) || !isLanguage(reader)) return undefined
  const name = new Intl.DisplayNames([reader, 'en'], { type: 'language', fallback: 'none' }).of(language)
  return name === undefined || name === '' ? undefined : name
}

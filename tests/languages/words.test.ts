import { describe, expect, test } from 'vitest'
import { directionOf } from '../../src/languages/language.ts'
import { isLanguage, languageName, languageNameIn } from '../../src/languages/names.ts'
import { interfaceLanguageOf, interfaceWords, languageOfWords, translatorFor, translatorOf } from '../../src/languages/translator.ts'

const words = interfaceWords
const en = words.en!

describe('the interface', () => {
  test('has the same keys in every language; only plural forms may differ', () => {
    const keys = (language: string): string[] => [...new Set(Object.keys(words[language]!).map(key => key.replace(/_(one|many|other)$/, '')))].sort()
    expect(keys('es')).toEqual(keys('en'))
  })

  test.each(Object.keys(words))('has no empty words in %s, and every plural has all its forms', language => {
    const own = words[language]!
    expect(Object.keys(own).filter(key => own[key]!.trim() === '')).toEqual([])
    const plurals = Object.keys(own).filter(key => key.endsWith('_one')).map(key => key.slice(0, -4))
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    expect(plurals.flatMap(key => forms.map(form => `${key}_${form}`)).filter(key => !(key in own))).toEqual([])
  })

  test.each(Object.keys(words).filter(language => 'print.colophon' in words[language]!))('says in %s how the paper is made, in one language as in many', language => {
    expect(words[language]!['print.colophonAlone']).toBeDefined()
    expect(words[language]!['print.colophonAlone']).not.toBe(words[language]!['print.colophon'])
  })

  test('counts as the language does in which it speaks', () => {
    expect(['es', 'pt-BR', 'de', 'xx'].map(language => languageOfWords(language, 'print.paper.inches'))).toEqual(['es', 'pt-BR', 'en', 'en'])
  })

  // The other files hold the words of a leaflet only.
  test.each(['es', 'pt'])('says in %s everything that readers see', language => {
    const keys = (own: Record<string, string>): string[] => (
      [...new Set(Object.keys(own).filter(key => /^(web|print|copy|epub)\./.test(key)).map(key => key.replace(/_(one|many|other)$/, '')))].sort()
    )
    expect(keys(words[language]!)).toEqual(keys(en))
  })

  test.each(Object.keys(words))('names in %s the same facts as in English, and nothing that English has not', language => {
    const facts = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].sort()
    const own = words[language]!
    const english = (key: string): string | undefined => en[key] ?? en[key.replace(/_many$/, '_other')]
    expect(Object.keys(own).filter(key => english(key) === undefined || String(facts(own[key]!)) !== String(facts(english(key)!)))).toEqual([])
  })
})

describe('a translator', () => {
  const t = (language: string) => translatorOf({ en: { greet: 'Hello {{name}}', n_one: '{{count}} page', n_other: '{{count}} pages', only: 'Only' }, es: { greet: 'Hola {{name}}', n_one: '{{count}} página', n_many: '{{count}} de páginas', n_other: '{{count}} páginas' } }, language)

  test('fills in facts as they are', () => {
    expect(t('en')('greet', { name: '<Ana> & {{x}}' })).toBe('Hello <Ana> & {{x}}')
  })

  test('chooses the plural form', () => {
    expect([1, 2, 1_000_000].map(count => t('es')('n', { count }))).toEqual(['1 página', '2 páginas', '1000000 de páginas'])
  })

  test('falls back to English for words and for languages that it has not', () => {
    expect(t('es')('only')).toBe('Only')
    expect(t('ta')('greet', { name: 'Ana' })).toBe('Hello Ana')
    expect(translatorFor('es-MX')('report.fix')).toBe('Qué hacer:')
    expect(interfaceLanguageOf('ta')).toBe('en')
  })
})

describe('languages', () => {
  test.each([['en', 'English'], ['es', 'Español'], ['ar', 'العربية'], ['hi', 'हिन्दी'], ['pt-BR', 'Português (Brasil)'], ['qx', 'Qx'], ['???', '???']])('%s calls itself %s', (language, name) => {
    expect(languageName(language)).toBe(name)
  })

  test('have names in other languages', () => {
    expect(languageNameIn('es', 'en')).toBe('Spanish')
    expect(languageNameIn('en', 'es')).toBe('inglés')
    expect(languageNameIn('qx', 'en')).toBe('qx')
  })

  test.each([['en', true], ['pt-BR', true], ['README', false], ['english_old', false], ['', false]])('“%s” is a language tag: %s', (text, is) => {
    expect(isLanguage(text)).toBe(is)
  })

  test.each([['ar', 'rtl'], ['he-IL', 'rtl'], ['en', 'ltr'], ['hi', 'ltr']])('%s runs %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction)
  })
})

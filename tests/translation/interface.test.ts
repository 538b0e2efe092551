import { expect, test } from 'vitest'
import { interfaceWords } from '../../src/languages/translator.ts'
import { checkInterface } from '../../src/translation/interface.ts'
import { checkUse, programTexts } from '../../src/translation/wordUse.ts'

const en = { 'page': 'Page {{number}}', 'skip': 'Skip to the text', 'feed': 'RSS', 'pages_one': '{{count}} page', 'pages_other': '{{count}} pages' }

test('a language that has every word has no findings', () => {
  const es = { 'page': 'Página {{number}}', 'skip': 'Ir al texto', 'feed': 'RSS', 'pages_one': '{{count}} página', 'pages_many': '{{count}} de páginas', 'pages_other': '{{count}} páginas' }
  expect(checkInterface({ en, es }, ['en', 'es'])).toEqual([])
})

test('a word that a language spells as English does is not left in English', () => {
  const words = { en: { notes: 'Notes', search: 'Search' }, fr: { notes: 'Notes', search: 'Search' }, es: { notes: 'Notes', search: 'Buscar' } }
  expect(checkInterface(words, ['fr', 'es'])).toEqual([
    { language: 'fr', key: 'search', state: 'untranslated' }, { language: 'es', key: 'notes', state: 'untranslated' },
  ])
})

test('a plural of which a language has no form at all is missing', () => {
  const en = { pages_one: 'one page', pages_other: '{{count}} pages' }
  expect(checkInterface({ en, it: {} }, ['it']).map(({ state }) => state)).toEqual(['missing', 'missing', 'missing'])
})

test('missing, empty and English words are found, and the plural forms that a language needs', () => {
  const es = { 'page': ' ', 'skip': 'Skip to the text', 'pages_one': '{{count}} página', 'pages_other': '{{count}} páginas' }
  expect(checkInterface({ en, es }, ['en', 'es'])).toEqual([
    { language: 'es', key: 'page', state: 'empty' },
    { language: 'es', key: 'skip', state: 'untranslated' },
    { language: 'es', key: 'feed', state: 'missing' },
    { language: 'es', key: 'pages_many', state: 'plural' },
  ])
})

test('a language without words lacks every one; regions share their language’s', () => {
  expect(checkInterface({ en }, ['hi']).map(({ key }) => key)).toEqual(['page', 'skip', 'feed', 'pages_one', 'pages_other'])
  expect(checkInterface({ en, es: en }, ['es-MX', 'es'])).toEqual(checkInterface({ en, es: en }, ['es']))
})

test('a language that speaks to readers alone lacks no word of the commands', () => {
  const words = { 'web.home': 'Front page', 'command.made': 'Made: {{file}}' }
  expect(checkInterface({ en: words, pt: {} }, ['pt']).map(({ key }) => key)).toEqual(['web.home'])
  expect(checkInterface({ en: words, es: { 'command.made': 'Hecho: {{file}}' } }, ['es']).map(({ key }) => key)).toEqual(['web.home'])
  expect(checkInterface({ en: { ...words, 'report.fix': 'Fix:' }, es: { 'command.made': 'Hecho: {{file}}', 'web.home': 'Portada' } }, ['es']).map(({ key }) => key)).toEqual(['report.fix'])
})

test('other facts than in English, and words that English has not, are found', () => {
  const es = { 'page': 'Página {{numero}}', 'skip': 'Ir al texto', 'feed': 'RSS', 'old': 'Viejo', 'pages_one': 'una página', 'pages_many': '{{count}} de páginas', 'pages_other': '{{count}} páginas' }
  expect(checkInterface({ en, es }, ['es'])).toEqual([{ language: 'es', key: 'page', state: 'variables' }, { language: 'es', key: 'old', state: 'unused' }])
})

test('a word that is asked for and not there, and one that is there and never asked for', () => {
  const words = { 'web.note': 'Note', 'web.nav.map': 'Map', 'web.count_one': 'one', 'web.count_other': 'many', 'web.old': 'Old' }
  expect(checkUse(words, ["t('web.note') + t('web.count', { count })", 'view.t(`web.nav.${kind}`)', "t('web.gone')"])).toEqual([
    { language: 'en', key: 'web.gone', state: 'undefined' }, { language: 'en', key: 'web.old', state: 'unused' },
  ])
})

test('the program asks for no word that is not there', () => {
  const texts = programTexts()
  expect(texts.length).toBeGreaterThan(100)
  expect(checkUse(interfaceWords.en!, texts).filter(({ state }) => state === 'undefined')).toEqual([])
})

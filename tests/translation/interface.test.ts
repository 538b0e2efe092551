import { expect, test } from 'vitest'
import { checkInterface } from '../../src/translation/interface.ts'

const en = { 'page': 'Page {{number}}', 'skip': 'Skip to the text', 'feed': 'RSS', 'pages_one': '{{count}} page', 'pages_other': '{{count}} pages' }

test('a language that has every word has no findings', () => {
  const es = { 'page': 'Página {{number}}', 'skip': 'Ir al texto', 'feed': 'RSS', 'pages_one': '{{count}} página', 'pages_many': '{{count}} de páginas', 'pages_other': '{{count}} páginas' }
  expect(checkInterface({ en, es }, ['en', 'es'])).toEqual([])
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

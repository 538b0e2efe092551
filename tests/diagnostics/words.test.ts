import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogue, type DiagnosticId } from '../../src/diagnostics/catalogue.ts'
import en from '../../src/diagnostics/words/en.json' with { type: 'json' }
import es from '../../src/diagnostics/words/es.json' with { type: 'json' }
import { describe as describeDiagnostic } from '../../src/diagnostics/words.ts'

type Texts = Record<string, string>
const words: Record<string, Record<string, Texts>> = { en, es }
const ids = Object.keys(catalogue) as DiagnosticId[]

describe('the words of every diagnostic', () => {
  test.each(ids)('%s says what is wrong and what to do, in both languages, with the same facts', id => {
    for (const language of ['en', 'es']) {
      const texts = words[language]![id]
      const parts = Object.keys(texts ?? {}).map(part => part.split('_')[0])
      expect(parts).toContain('problem')
      expect(parts).toContain('fix')
      for (const text of Object.values(texts!)) expect(text.trim()).not.toBe('')
    }
    const facts = (language: string): string[] => [...new Set(JSON.stringify(words[language]![id]).match(/\{\{\w+\}\}/g))].sort()
    expect(facts('es')).toEqual(facts('en'))
  })

  test.each(['en', 'es'])('%s has no words for what is not in the catalogue', language => {
    expect(Object.keys(words[language]!).filter(id => !(id in catalogue))).toEqual([])
  })

  test('every diagnostic of the catalogue can happen', () => {
    const sources = ['src', 'scripts'].flatMap(folder => readdirSync(join(import.meta.dirname, '../..', folder), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts') && !file.endsWith('catalogue.ts'))
      .map(file => readFileSync(join(import.meta.dirname, '../..', folder, file), 'utf8')))
    expect(ids.filter(id => !sources.some(source => source.includes(`'${id}'`)))).toEqual([])
  })

  test('the likely word is named where it is known', () => {
    const place = { file: 'a.md' }
    expect(describeDiagnostic({ id: 'yaml/unknown-key', place, params: { key: 'bylin', likely: 'byline' } }, 'en').fix).toBe('write byline instead.')
    expect(describeDiagnostic({ id: 'yaml/unknown-key', place, params: { key: 'x', likely: '' } }, 'en').fix).toBe('remove it, or check how it is written.')
  })

  test('a tag is replaced by what Markdown has for it', () => {
    const fix = (tag: string) => describeDiagnostic({ id: 'html/tag', place: { file: 'a.md' }, params: { tag } }, 'en').fix
    expect(fix('br')).toBe('end the line with a backslash (\\) or two spaces, or leave a line empty for a new paragraph.')
    expect(fix('a')).toBe('write [the words](https://example.org).')
    expect(fix('b')).toBe('write it in Markdown, such as **bold** or *italic*.')
  })

  test('a language is named in the language of who reads', () => {
    const stray = { id: 'print/other-page', place: { file: 'a.md' }, params: { page: 8, other: 5, language: 'en' } } as const
    expect(describeDiagnostic(stray, 'en').message).toBe('This story is on page 8, but on page 5 of the English edition.')
    expect(describeDiagnostic(stray, 'es').message).toBe('Este texto está en la página 8, pero en la 5 de la edición en inglés.')
  })

  test('text of the copy cannot command a terminal or break a line', () => {
    const { message } = describeDiagnostic({ id: 'yaml/unknown-key', place: { file: 'a.md' }, params: { key: 'a\u001b[31m\nb\u202e', likely: '' } }, 'en')
    expect(message).toBe('“a[31m b” is not known here and is passed over.')
  })

  test('marks of the words themselves in the copy stay as they are', () => {
    const { message } = describeDiagnostic({ id: 'yaml/unknown-key', place: { file: 'a.md' }, params: { key: '{{likely}} $t(x)', likely: '' } }, 'en')
    expect(message).toContain('“{{likely}} $t(x)”')
  })
})

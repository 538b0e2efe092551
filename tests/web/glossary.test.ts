import { expect, test } from 'vitest'
import { toGlossary } from '../../src/web/glossary.ts'
import { toSitePages } from '../../src/web/site.ts'
import { newsroomOf } from './paper.ts'

const glossary = `- { en: [shift, shifts], es: [turno, turnos], note: Of any length. }
- { en: base, es: base, forbidden: { es: [cimientos] } }
- { es: olla común }
`

test('a reader finds the words in the order of the own language; what it has no word for comes last', () => {
  const newsroom = newsroomOf({ 'glossary.yaml': glossary })
  const { languages, rows } = toGlossary(newsroom, 'en')
  expect(languages).toEqual(['en', 'es'])
  expect(rows.map(({ cells }) => cells.map(({ ours }) => ours))).toEqual([['base', 'base'], ['shift', 'turno'], [undefined, 'olla común']])
  expect(rows[0]!.cells[1]).toEqual({ language: 'es', ours: 'base', also: [], forbidden: ['cimientos'] })
  expect(rows[1]).toMatchObject({ note: 'Of any length.', cells: [{ also: ['shifts'] }, { also: ['turnos'] }] })
  expect(toGlossary(newsroom, 'es').rows.map(({ cells }) => cells[0]!.ours)).toEqual(['base', 'olla común', 'turno'])
})

test('a paper has the page in each of its languages when it has a glossary', () => {
  const pagesOf = (files: Record<string, string>): string[] =>
    toSitePages(newsroomOf(files)).filter(({ subject }) => subject.kind === 'glossary').map(({ address }) => address)
  expect(pagesOf({ 'glossary.yaml': glossary })).toEqual(['en/glossary/index.html', 'es/glossary/index.html'])
  expect(pagesOf({})).toEqual([])
})

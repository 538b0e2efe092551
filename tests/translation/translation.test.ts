import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readNewsroom, type Newsroom } from '../../src/newsroom/newsroom.ts'
import { recordFileOf, writeRecord } from '../../src/translation/record.ts'
import { confirm } from '../../src/translation/done.ts'
import { statusOf } from '../../src/translation/translation.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function paperWith(files: Record<string, string>): Newsroom {
  const folder = mkdtempSync(join(tmpdir(), 'translation-'))
  folders.push(folder)
  for (const [file, text] of Object.entries({ 'paper.yaml': 'name: { en: Red Flag, es: Bandera Roja }\nlanguages: [en, es]\n', ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return readNewsroom(folder).value!
}

function story(title: string, text: string, from?: string): string {
  return `---\ntitle: ${title}\n${from ? `from: ${from}\n` : ''}---\n\n${text}\n`
}

const files = {
  'issues/17-01/issue.yaml': 'volume: 17\nnumber: 1\ndate: 2026-11-15\n',
  'issues/17-01/depot/en.md': story('Depot', 'The depot has 214 buses.'),
  'issues/16-12/issue.yaml': 'volume: 16\nnumber: 12\ndate: 2026-10-25\n',
  'issues/16-12/rail/es.md': story('Taller', 'El taller tiene 12 vías.'),
  'leaflets/heat/en.md': story('Heat', 'Drink 2 liters.'),
  'leaflets/heat/pt.md': story('Calor', 'Beba 2 litros.', 'en'),
  'pamphlets/reading/en.md': story('Reading', 'Read aloud.'),
  'pages/about/en.md': story('About', 'We are workers.'),
}

test('the newest issue comes first, then pamphlets, leaflets and pages, each in every language of the paper and its own', () => {
  const { value } = statusOf(paperWith(files))
  expect(value.stories.map(({ folder, language, state }) => `${folder} ${language} ${state}`)).toEqual([
    'issues/17-01/depot en original', 'issues/17-01/depot es missing',
    'issues/16-12/rail en missing', 'issues/16-12/rail es original',
    'pamphlets/reading en original', 'pamphlets/reading es missing',
    'leaflets/heat en original', 'leaflets/heat es missing', 'leaflets/heat pt draft',
    'pages/about en original', 'pages/about es missing',
  ])
})

test('a story written first in any language is missing in the others', () => {
  const rail = statusOf(paperWith(files), { story: 'rail', language: 'en' }).value.stories
  expect(rail).toMatchObject([{ language: 'en', source: 'es', file: 'issues/16-12/rail/en.md', state: 'missing' }])
})

test('the interface is only looked at with the whole paper', () => {
  expect(statusOf(paperWith(files), { issue: '17-01' }).value.interface).toEqual([])
})

test('what was translated from a stale translation is stale', () => {
  const pivot = {
    'issues/17-01/depot/en.md': story('Depot', 'The depot has 214 buses.'),
    'issues/17-01/depot/es.md': story('Terminal', 'La terminal tiene 214 buses.', 'en'),
    'issues/17-01/depot/pt.md': story('Terminal', 'O terminal tem 214 ônibus.', 'es'),
    'issues/17-01/issue.yaml': files['issues/17-01/issue.yaml'],
  }
  const newsroom = paperWith(pivot)
  const depot = newsroom.issues[0]!.stories[0]!
  for (const language of ['es', 'pt']) {
    writeRecord(newsroom.folder, recordFileOf(depot.articles.get(language)!), confirm(depot, language, undefined)!.record)
  }
  expect(statusOf(newsroom).value.stories.map(({ state }) => state)).toEqual(['original', 'current', 'current'])
  writeFileSync(join(newsroom.folder, 'issues/17-01/depot/en.md'), pivot['issues/17-01/depot/en.md'].replace('214', '241'))
  expect(statusOf(readNewsroom(newsroom.folder).value!).value.stories.map(({ state }) => state)).toEqual(['original', 'stale', 'stale'])
})

test('two translations that name each other end', () => {
  const circle = { 'pages/a/en.md': story('A', 'One line.', 'es'), 'pages/a/es.md': story('A', 'Una línea.', 'en') }
  expect(statusOf(paperWith(circle), { story: 'a' }).value.stories).toHaveLength(2)
})

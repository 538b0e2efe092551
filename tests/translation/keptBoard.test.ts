import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { confirm } from '../../src/translation/done.ts'
import { digest } from '../../src/translation/kept.ts'
import { openBoard } from '../../src/translation/keptBoard.ts'
import { recordFileOf, writeRecord } from '../../src/translation/record.ts'
import { storiesOf } from '../../src/translation/selection.ts'
import type { Board } from '../../src/translation/status.ts'
import { statusOf } from '../../src/translation/translation.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-board-'))
  for (const [file, text] of Object.entries(files)) put(file, text)
})
afterEach(() => rmSync(root, { recursive: true }))

const depot = 'issues/17-01/depot'
const story = (title: string, text: string, more = ''): string => `---\ntitle: ${title}\n${more}---\n\n${text}\n`
const files = {
  'paper.yaml': 'name: { en: Red Flag, es: Bandera Roja }\nlanguages: [en, es]\n',
  'issues/17-01/issue.yaml': 'date: 2026-11-15\nstories: [depot]\n',
  [`${depot}/en.md`]: story('Depot', 'The depot has 214 buses.\n\nNobody is paid for the hour in the yard.'),
  [`${depot}/es.md`]: story('Terminal', 'La terminal tiene 214 buses.\n\nNadie cobra la hora en el patio.', 'from: en\n'),
  'issues/17-01/rail/es.md': story('Taller', 'El taller tiene 12 vías.', 'date: 2026-11-02\n'),
  'issues/17-01/kitchen/en.md': story('Kitchen', 'We feed 620 children.', 'date: 2026-11-01\n'),
  'leaflets/heat/en.md': story('Heat', 'Drink 2 liters.'),
  'leaflets/heat/pt.md': story('Calor', 'Beba 2 litros.', 'from: en\n'),
  'pages/about/en.md': story('About', 'We are workers of the base.'),
  'pages/about/es.md': story('Quiénes', 'Somos obreros de los cimientos.', 'from: en\n'),
}

const keptFile = (): string => join(root, '.kept/board.json')

function put(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

/** The board as it is kept, and how many stories had to be read for it. */
async function kept(): Promise<{ board: Board & { diagnostics: unknown[] }; read: number }> {
  let read = 0
  const { show } = await openBoard(root, keptFile(), () => void read++)
  return { board: show({}), read }
}

/** The board of somebody who keeps nothing. */
function fresh(): Board & { diagnostics: unknown[] } {
  const { value, diagnostics } = statusOf(readNewsroom(root).value!)
  return { ...value, stories: value.stories.map(({ segments: _, ...row }) => row), diagnostics }
}

function confirmDepot(): void {
  const newsroom = readNewsroom(root).value!
  const [found] = storiesOf(newsroom, { story: 'depot' })
  writeRecord(root, recordFileOf(found!.articles.get('es')!), confirm(found!, 'es', undefined)!.record)
}

test('says what a board says that reads everything, and reads every story once', async () => {
  expect(await kept()).toEqual({ board: fresh(), read: 5 })
  expect(await kept()).toEqual({ board: fresh(), read: 0 })
})

test.each<[string, number, () => void]>([
  ['an original', 1, () => put(`${depot}/en.md`, story('Depot', 'The depot has 241 buses.'))],
  ['a translation', 1, () => put(`${depot}/es.md`, story('Terminal', 'La terminal tiene 241 buses.', 'from: en\n'))],
  ['a record', 1, confirmDepot],
  ['a damaged record', 1, () => put(`${depot}/es.sync.json`, '{ "version": 1, "rows"')],
  ['a new language', 1, () => put('leaflets/heat/es.md', story('Calor', 'Beba 2 litros.', 'from: en\n'))],
  ['a new story', 1, () => put('issues/17-01/canteen/en.md', story('Canteen', 'It is closed.', 'date: 2026-10-30\n'))],
  ['a picture', 1, () => put(`${depot}/crane.jpg`, 'no picture')],
  ['a story that is gone', 0, () => rmSync(join(root, 'issues/17-01/rail'), { recursive: true })],
  ['terms that moved to another line', 0, () => put('glossary.yaml', '# Terms\n')],
  ['a paper with another name', 0, () => put('paper.yaml', 'name: The Flag\nlanguages: [en, es]\n')],
  ['the order of an issue', 0, () => put('issues/17-01/issue.yaml', 'date: 2026-11-15\nstories: [rail, depot]\n')],
  ['the date of a story', 1, () => put('issues/17-01/kitchen/en.md', story('Kitchen', 'We feed 620 children.', 'date: 2026-11-09\n'))],
  ['the glossary', 5, () => put('glossary.yaml', '- { en: base, es: [base], forbidden: { es: [cimientos] } }\n')],
  ['the languages of the paper', 5, () => put('paper.yaml', 'name: Red Flag\nlanguages: [en, es, fr]\n')],
])('reads again what depends on %s', async (_, read, change) => {
  await kept()
  const before = fresh()
  change()
  expect(await kept()).toEqual({ board: fresh(), read })
  if (!['a picture', 'terms that moved to another line', 'a paper with another name'].includes(_)) expect(fresh()).not.toEqual(before)
})

test.each<[string, (text: string) => string]>([
  ['cut off', (text) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['no JSON', () => `${digest('oh')}\noh`],
  ['of another program', (text) => signed(text.slice(text.indexOf('\n') + 1).replace(/"program":"[^"]*"/, '"program":"older"'))],
  ['edited by hand', (text) => text.replace('"state":"draft"', '"state":"current"')],
])('a kept board that is %s is made again', async (_, damage) => {
  await kept()
  const text = readFileSync(keptFile(), 'utf8')
  expect(damage(text)).not.toBe(text)
  writeFileSync(keptFile(), damage(text))
  expect(await kept()).toEqual({ board: fresh(), read: 5 })
  expect((await kept()).read).toBe(0)
})

function signed(body: string): string {
  return `${digest(body)}\n${body}`
}

test('a board that cannot be kept is shown all the same', async () => {
  writeFileSync(join(root, '.kept'), 'a file where the folder would be')
  expect(await kept()).toEqual({ board: fresh(), read: 5 })
  expect(existsSync(keptFile())).toBe(false)
})

test('knows an issue that has no stories yet, and issues in the order of their days', async () => {
  await kept()
  put('issues/17-02/issue.yaml', 'date: 2026-12-06\n')
  put('issues/16-12/issue.yaml', 'date: 2026-10-25\n')
  const { stock } = await openBoard(root, keptFile())
  expect(stock.issues.map(({ name, stories }) => [name, stories.length])).toEqual([['17-02', 0], ['17-01', 3], ['16-12', 0]])
})

test('after any edits it says what a board says that reads everything', async () => {
  const random = xorshift(17)
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  for (let step = 0; step < 60; step++) {
    const folder = one([depot, 'issues/17-01/rail', 'issues/17-01/night', 'leaflets/heat', 'pages/about'])
    const file = `${folder}/${one(['en', 'es', 'pt'])}.md`
    if (random() < 0.2) rmSync(join(root, file), { force: true })
    else put(file, story(one(['Depot', 'Rail']), one(['It has 12 lines.', 'Tiene 12 vías.', 'Nobody is paid.\n\nNadie cobra.']), one(['', 'from: en\n', 'date: 2026-11-03\n'])))
    if (random() < 0.2) put(`${folder}/es.sync.json`, one(['{}', '<<<<<<< ours', '{ "version": 9, "from": "en", "rows": [] }']))
    expect((await kept()).board).toEqual(fresh())
  }
})

/** Marsaglia's xorshift, 32 bits: numbers from 0 to 1, the same for the same seed. */
function xorshift(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** Building on an earlier build gives what a clean build gives, byte for byte, whatever was edited in between. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { picturesOf } from '../../src/newsroom/picturesOf.ts'
import { openPictures } from '../../src/pictures/pictures.ts'
import type { Download } from '../../src/web/edition.ts'
import { buildSite } from '../../src/web/web.ts'
import { photo } from '../papers/paper.ts'
import { copy, paperYaml } from './paper.ts'
import { warmCache } from './warmCache.ts'

type Files = Record<string, string | Uint8Array>

const long = (words: string): string => Array.from({ length: 30 }, (_, day) => `${words} on day ${day + 1}.`).join(' ')

const first: Files = {
  'paper.yaml': `${paperYaml}url: https://example.org/paper\nseries: { work: { en: Work, es: Trabajo } }\n`,
  'issues/16-12/issue.yaml': 'volume: 16\nnumber: 12\ndate: 2026-10-25\n',
  'issues/16-12/yard/en.md': copy('title: The yard\nkind: story\nseries: work\ntags: [rail]', long('They met')),
  'issues/16-12/yard/es.md': copy('title: El patio\nfrom: en', long('Se reunieron')),
  'issues/17-01/issue.yaml': 'volume: 17\nnumber: 1\ndate: 2026-11-15\nstories: [strike, commune, letter]\n',
  'issues/17-01/strike/en.md': copy(
    'title: Eleven days\nkicker: Port\nsection: struggle\nseries: work\ntags: [port, rail]\npicture: { file: crane.jpg, alt: A crane }',
    `${long('Nobody came')} See [the history](../commune) and [the yard](../../16-12/yard).`,
  ),
  'issues/17-01/strike/es.md': copy('title: Once días\nfrom: en', long('Nadie vino')),
  'issues/17-01/commune/en.md': copy('title: Seventy-two days\ntags: [port]', `# Bread\n\n${long('Bread')}\n\n# Rent\n\n${long('Rent')}`),
  'issues/17-01/letter/es.md': copy('title: Una carta\nkind: letter\ntags: [puerto]', long('Estimados')),
  'leaflets/rent/en.md': copy('title: The rent', long('The rent')),
  'leaflets/rent/ar.md': copy('title: الإيجار\nfrom: en', 'قبل الفجر'),
  'pamphlets/circle/en.md': copy('title: The circle', long('We read')),
  'pages/about/en.md': copy('title: About us', 'About.'),
}

const downloads: Download[] = ['en', 'es'].map((language) => (
  { issue: '17-01', language, product: 'press', file: `downloads/17-01/paper-${language}.pdf`, bytes: 9000, pages: 8 }
))

const room = mkdtempSync(join(tmpdir(), 'incremental-'))
const content = join(room, 'content')
const out = join(room, 'out')
const recordFile = join(room, 'cache', 'site.json')
let files: Files = first
afterAll(() => rmSync(room, { recursive: true, force: true }))

function writeCopy(next: Files): void {
  files = next
  rmSync(content, { recursive: true, force: true })
  for (const [file, words] of Object.entries(next)) {
    mkdirSync(dirname(join(content, file)), { recursive: true })
    writeFileSync(join(content, file), words)
  }
}

async function build(folder: string, cacheFolder: string, offered: Download[], earlierFolder?: string): Promise<number> {
  const newsroom = readNewsroom(content, earlierFolder === undefined ? undefined : cacheFolder).value!
  const pictures = (await openPictures(content, picturesOf(newsroom), join(room, 'pictures'))).value!
  mkdirSync(folder, { recursive: true })
  const { made } = await buildSite(newsroom, pictures, {
    outFolder: folder, cacheFolder, downloads: offered, ...earlierFolder !== undefined && { earlierFolder },
  })
  return made
}

/** Builds upon the last build and swaps; answers how many pages were made anew. */
async function buildOn(offered = downloads): Promise<number> {
  const made = await build(`${out}.new`, join(room, 'cache'), offered, out)
  rmSync(out, { recursive: true, force: true })
  renameSync(`${out}.new`, out)
  return made
}

function bytesOf(folder: string): Map<string, string> {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(all.map((entry) => join(entry.parentPath, entry.name)).sort()
    .map((path) => [path.slice(folder.length + 1), readFileSync(path).toString('latin1')]))
}

/** The files that differ from a build in an empty folder that trusts nothing. */
async function differences(offered = downloads): Promise<string[]> {
  const clean = join(room, 'clean')
  rmSync(clean, { recursive: true, force: true })
  await build(clean, join(room, 'clean-cache'), offered)
  const [a, b] = [bytesOf(out), bytesOf(clean)]
  return [...new Set([...a.keys(), ...b.keys()])].filter((file) => a.get(file) !== b.get(file))
}

function edited(file: string, from: string | RegExp, to: string): Files {
  const before = String(files[file])
  const after = before.replace(from, to)
  expect(after).not.toBe(before)
  return { ...files, [file]: after }
}

beforeAll(async () => {
  writeCopy({ ...first, 'issues/17-01/strike/crane.jpg': await photo() })
  for (const cache of ['cache', 'clean-cache']) await warmCache(join(room, cache))
  await buildOn()
})

describe('building on an earlier build', () => {
  test('with nothing changed makes no page, and all is as it was', async () => {
    const before = bytesOf(out)
    expect(await buildOn()).toBe(0)
    expect(bytesOf(out)).toEqual(before)
    expect(await differences()).toEqual([])
  })

  test('makes a story alone whose text changed where no list shows it', async () => {
    writeCopy(edited('issues/17-01/strike/en.md', 'came on day 29.', 'stayed on day 29, “nobody”.'))
    expect(await buildOn()).toBe(1)
    expect(readFileSync(join(out, 'en/17-01/strike/index.html'), 'utf8')).toContain('stayed on day 29')
    expect(await differences()).toEqual([])
  })

  const edits: [string, () => Files][] = [
    ['a title, which other pages show', () => edited('issues/17-01/commune/en.md', 'Seventy-two days', 'Ten weeks')],
    ['a topic', () => edited('issues/17-01/commune/en.md', 'tags: [port]', 'tags: [rail, harbor]')],
    ['a story taken away, which others link to', () => (
      Object.fromEntries(Object.entries(edited('issues/17-01/issue.yaml', ', commune', '')).filter(([file]) => !file.includes('/commune/')))
    )],
    ['a translation, an issue, a glossary and a page of the paper added', () => ({
      ...files,
      'glossary.yaml': '- { en: base, es: base }\n',
      'issues/17-01/letter/en.md': copy('title: A letter\nkind: letter\nfrom: es', long('Dear')),
      'issues/17-02/issue.yaml': 'volume: 17\nnumber: 2\ndate: 2026-12-06\n',
      'issues/17-02/night/en.md': copy('title: The night\nseries: work\ntags: [port, rail]\nsection: struggle', long('At night')),
      'pages/contact/en.md': copy('title: Contact', 'Write.'),
    })],
    ['the paper itself', () => edited('paper.yaml', 'Stories of struggle', 'Struggle')],
    ['the date and the order of an issue', () => edited('issues/17-01/issue.yaml', /date: .*\n.*\n/, 'date: 2026-11-16\nuntil: 2026-12-05\n')],
  ]
  for (const [what, edit] of edits) {
    test(`after ${what} changed gives what a clean build gives`, async () => {
      writeCopy(edit())
      const made = await buildOn()
      expect(made).toBeGreaterThan(0)
      expect(await differences()).toEqual([])
    })
  }

  test('after twenty edits by chance gives what a clean build gives', async () => {
    const chance = numbersFrom(20261115)
    for (let round = 0; round < 2; round++) {
      for (let edit = 0; edit < 10; edit++) writeCopy(editedByChance(files, chance))
      await buildOn()
      expect(await differences()).toEqual([])
    }
  })

  test('makes the pages that show a download when another is offered', async () => {
    const fewer = downloads.slice(0, 1)
    expect(await buildOn(fewer)).toBeGreaterThan(0)
    expect(await differences(fewer)).toEqual([])
    await buildOn()
  })

  test('makes a page again that somebody changed, and one that is gone', async () => {
    writeFileSync(join(out, 'en/index.html'), 'changed by hand')
    rmSync(join(out, 'es/index.html'))
    writeFileSync(join(out, 'search/en/stories-0.js'), '')
    writeFileSync(join(out, 'index.html'), '')
    expect(await buildOn()).toBe(2)
    expect(await differences()).toEqual([])
  })

  test('trusts nothing of another program', async () => {
    const record = JSON.parse(readFileSync(recordFile, 'utf8')) as { program: string; files: object }
    writeFileSync(recordFile, JSON.stringify({ ...record, program: 'yesterday' }))
    expect(await buildOn()).toBe(Object.keys(record.files).filter((file) => /^..\/.*\.html$/.test(file)).length)
  })

  test('makes all again when the record is damaged', async () => {
    writeFileSync(recordFile, readFileSync(recordFile, 'utf8').slice(0, -9))
    expect(await buildOn()).toBeGreaterThan(20)
    expect(await differences()).toEqual([])
  })

  test('compiles the pages again when one byte of them is another', async () => {
    const [compiled] = readdirSync(join(room, 'cache', 'pages'))
    const file = join(room, 'cache', 'pages', compiled!, 'prerender-entry.mjs')
    writeFileSync(file, `${readFileSync(file, 'utf8')}// damaged in the cache`)
    rmSync(join(out, 'en/index.html'))
    expect(await buildOn()).toBe(1)
    expect(readFileSync(file, 'utf8')).not.toContain('damaged in the cache')
    expect(await differences()).toEqual([])
  })

  test('after a newer letter pushed the oldest over to the next part of a list, and the last part went, gives what a clean build gives', async () => {
    const before = files
    const letter = (number: number): Files => ({ [`issues/16-12/l${number}/en.md`]: copy(`title: Letter ${number}\nkind: letter`, 'Dear paper.') })
    const letters = (count: number): Files => Object.assign({}, ...Array.from({ length: count }, (_, number) => letter(number)))
    const second = join(out, 'en/letters/2/index.html')
    const own = Object.entries(first).filter(([file]) => !/letter|leaflets|pamphlets/.test(file))
    // Without a public address no card is drawn for every letter.
    writeCopy({ ...Object.fromEntries(own), 'paper.yaml': `${paperYaml}series: { work: { en: Work, es: Trabajo } }\n`, ...letters(61) })
    await buildOn()
    expect(readFileSync(second, 'utf8').match(/Letter \d+/g)).toHaveLength(1)
    writeCopy({ ...files, 'issues/17-01/newest/en.md': copy('title: The newest\nkind: letter', 'Dear paper.') })
    await buildOn()
    expect(readFileSync(second, 'utf8').match(/Letter \d+/g)).toHaveLength(2)
    expect(await differences()).toEqual([])
    writeCopy(Object.fromEntries(Object.entries(files).filter(([file]) => !/\/(?:newest|l60)\//.test(file))))
    await buildOn()
    expect(existsSync(second)).toBe(false)
    expect(await differences()).toEqual([])
    writeCopy(before)
  })

  test('leaves the earlier folder as it was', async () => {
    const before = bytesOf(out)
    writeCopy(edited('issues/16-12/yard/en.md', 'title: ', 'title: Again '))
    await build(`${out}.new`, join(room, 'cache'), downloads, out)
    expect(bytesOf(out)).toEqual(before)
  })
})

/** Numerical Recipes' linear congruential generator, below `most`. */
function numbersFrom(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

function editedByChance(before: Files, chance: (most: number) => number): Files {
  const stories = Object.keys(before).filter((file) => file.endsWith('.md') && file.startsWith('issues/')).sort()
  const file = stories[chance(stories.length)]!
  const keys: Record<string, string[]> = {
    title: ['Bread', 'Rent', 'Port'], kicker: ['Docks', 'Letters'], deck: ['One', 'Two words'], byline: ['A docker', 'A baker'],
    kind: ['article', 'story', 'letter', 'editorial', 'notice'], tags: ['[port]', '[rail, port]', '[new]', '[]'], series: ['work'],
    date: ['2026-11-01', '2026-11-20'], section: ['struggle'], dateline: ['PARIS', 'LIMA'],
  }
  const names = Object.keys(keys)
  const name = names[chance(names.length)]!
  const value = keys[name]![chance(keys[name]!.length)]!
  const without = String(before[file]).replace(new RegExp(`^${name}: .*\\n`, 'm'), '')
  return { ...before, [file]: without.replace('---\n', `---\n${name}: ${value}\n`) }
}

import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callCommand } from '../../scripts/commandLine.ts'
import { translations } from '../../scripts/translations.ts'

let content: string
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'translations-'))
  for (const [file, text] of Object.entries(paper)) put(file, text)
})
afterEach(() => rmSync(content, { recursive: true }))

function put(file: string, text: string): void {
  mkdirSync(dirname(join(content, file)), { recursive: true })
  writeFileSync(join(content, file), text)
}

const depot = 'issues/17-01/depot'
const english = '---\ntitle: The depot\n---\n\nThe depot has 214 buses and opens at four.\n\nNobody is paid for the hour that the buses stand in the yard.\n'
const spanish = '---\ntitle: La terminal\nfrom: en\n---\n\nLa terminal tiene 214 buses y abre a las cuatro.\n\nNadie cobra la hora que los buses pasan en el patio.\n'
const paper = {
  'paper.yaml': 'name: { en: Red Flag, es: Bandera Roja }\nlanguages: [en, es]\n',
  'issues/17-01/issue.yaml': 'volume: 17\nnumber: 1\ndate: 2026-11-15\nstories: [depot, kitchen]\n',
  [`${depot}/en.md`]: english,
  [`${depot}/es.md`]: spanish,
  'issues/17-01/kitchen/en.md': '---\ntitle: The kitchen\n---\n\nWe feed 620 children in four sittings every day.\n',
}

interface Ended {
  code: number
  output: string
  errors: string
}

async function run(...words: string[]): Promise<Ended> {
  let [output, errors] = ['', '']
  const code = await callCommand(translations, {
    arguments: [...words, '--content', content, ...(words.includes('--out') ? [] : ['--out', join(content, '.out')])],
    environment: {},
    output: { write: (text) => (output += text) },
    errors: { write: (text) => (errors += text) },
  })
  return { code, output, errors }
}

interface Printed {
  stories: { story: string; language: string; source: string; state: string; segments: { number: number; state: string; change: string | null; sourceLine: number | null; line: number | null }[] }[]
  interface: { language: string; key: string; state: string }[]
  summary: { stories: Record<string, number>; wordsLeft: number }
  diagnostics: { id: string; file: string }[]
}

async function json(...words: string[]): Promise<Printed> {
  return JSON.parse((await run(...words, '--format', 'json')).output) as Printed
}

describe('translations', () => {
  test('prints a table: every translation, its state, how much is done, words left', async () => {
    await run('done', 'depot', '--language', 'es')
    const { code, output } = await run()
    expect(code).toBe(0)
    expect(output).toContain('issues/17-01\n  ✔  depot    en → es  current  ██████████  100 %\n  ✖  kitchen  en → es  missing  ░░░░░░░░░░    0 %  11 words left\n')
    expect(output).toMatch(/✖ 1 missing, ✔ 1 current\. 11 words are left to translate\.\n$/)
  })

  test('speaks Spanish when asked for Spanish', async () => {
    expect((await run('--language', 'es')).output).toContain('falta')
  })

  test('shows a story paragraph by paragraph, with the words that changed', async () => {
    await run('done', 'depot', '--language', 'es')
    put(`${depot}/en.md`, english.replace('214', '241'))
    const { output } = await run('--story', 'depot')
    expect(output).toContain([
      '  2  paragraph · en.md:5 · es.md:6',
      '     Stale: The source says something else now.',
      '     changes    The depot has [-214-] {+241+} buses and opens at four.',
      '     es         La terminal tiene 214 buses y abre a las cuatro.',
    ].join('\n'))
    expect(output).toContain('2 paragraphs need nothing.')
  })

  test('says what only waits to be confirmed', async () => {
    expect((await run('--story', 'depot')).output).toContain('3 paragraphs wait to be confirmed: npm run translations -- done depot --language es')
  })

  test('prints one document as JSON and nothing else', async () => {
    await run('done', 'depot', '--language', 'es')
    put(`${depot}/en.md`, english.replace('214', '241'))
    const printed = await json()
    expect(printed.stories.map(({ story, language, source, state }) => [story, language, source, state])).toEqual([
      ['depot', 'en', 'en', 'original'], ['depot', 'es', 'en', 'stale'], ['kitchen', 'en', 'en', 'original'], ['kitchen', 'es', 'en', 'missing'],
    ])
    expect(printed.stories[1]!.segments[1]).toMatchObject({ number: 2, state: 'stale', change: 'content', sourceLine: 5, line: 6 })
    expect(printed.summary).toMatchObject({ stories: { missing: 1, stale: 1, draft: 0, current: 0, original: 2 }, wordsLeft: 20 })
  })

  test('is limited by language, story and issue', async () => {
    expect((await json('--language', 'es')).stories.map(({ language }) => language)).toEqual(['es', 'es'])
    expect((await json('--story', 'depot')).stories.map(({ story }) => story)).toEqual(['depot', 'depot'])
    expect((await json('--issue', '17-1')).stories).toHaveLength(4)
  })

  test('prints a line a finding, and annotations for a forge', async () => {
    await run('done', 'depot', '--language', 'es')
    put(`${depot}/en.md`, english.replace('214', '241'))
    expect((await run('--format', 'short')).output).toBe([
      `${content}/${depot}/es.md:6 Stale: The source says something else now. “La terminal tiene 214 buses y abre a las cuatro.”`,
      `${content}/issues/17-01/kitchen/es.md missing 11 words left`, '',
    ].join('\n'))
    expect((await run('--format', 'github')).output).toContain(`::warning file=${content}/${depot}/es.md,line=6,title=translation es::Stale`)
  })

  test('ends with 1 only when asked to be strict', async () => {
    expect((await run('--strict')).code).toBe(1)
    rmSync(join(content, 'issues/17-01/kitchen'), { recursive: true })
    put('issues/17-01/issue.yaml', paper['issues/17-01/issue.yaml'].replace(', kitchen', ''))
    await run('done', 'depot', '--language', 'es')
    expect((await run('--strict')).code).toBe(0)
  })

  test('tells of a record that cannot be used, and goes on', async () => {
    put(`${depot}/es.sync.json`, '{ broken')
    const { code, output } = await run()
    expect(code).toBe(0)
    expect(output).toContain('The record of this translation is damaged')
    expect(output).toContain('·  depot')
    expect((await json()).diagnostics).toMatchObject([{ id: 'translation/record-damaged', file: `${content}/${depot}/es.sync.json` }])
  })
})

describe('translations done', () => {
  test('records a translation beside it', async () => {
    const { code, output } = await run('done', 'depot', '--language', 'es')
    expect([code, output]).toEqual([0, `Registrado: ${content}/${depot}/es.sync.json (3 párrafos)\n`])
    expect(JSON.parse(readFileSync(join(content, depot, 'es.sync.json'), 'utf8'))).toMatchObject({ version: 1, from: 'en' })
    expect(readdirSync(join(content, depot)).sort()).toEqual(['en.md', 'es.md', 'es.sync.json'])
  })

  test('records one paragraph and leaves the others as they were', async () => {
    await run('done', 'depot')
    put(`${depot}/en.md`, english.replace('214', '241').replace('Nobody is', 'Some are'))
    await run('done', 'depot', '--paragraph', '2')
    expect((await json('--story', 'depot', '--language', 'es')).stories[0]!.segments.map(({ state }) => state)).toEqual(['current', 'current', 'stale'])
  })

  test('names what it did not record', async () => {
    put(`${depot}/es.md`, spanish.slice(0, spanish.indexOf('Nadie')))
    expect((await run('done', 'depot')).output).toContain('(2 paragraphs)\n    Paragraph 3 (line 7) is not translated and was not recorded. If that is meant: --paragraph 3')
    put(`${depot}/es.md`, `${spanish}\nUna nota de la redacción sobre los nombres.\n`)
    expect((await run('done', 'depot')).output).toContain('Paragraph 4 (line 10) is not in the source and was not recorded.')
  })

  test('records a whole issue', async () => {
    expect((await run('done', '--issue', '17-01')).output).toBe(`Recorded: ${content}/${depot}/es.sync.json (3 paragraphs)\n`)
  })

  test('mends a damaged record', async () => {
    put(`${depot}/es.sync.json`, '{ broken')
    await run('done', 'depot')
    expect((await json()).diagnostics).toEqual([])
  })

  test.each([
    ['without a story', ['done'], 'Name the story that is translated'],
    ['with an unknown story', ['done', 'depto'], 'There is no story depto. Did you mean depot?'],
    ['with a story far from any', ['done', 'zzzzzzz'], 'There is no story zzzzzzz. A story is named by its folder.'],
    ['in the language it was written in', ['done', 'depot', '--language', 'en'], 'It was first written in en; there is nothing to confirm.'],
    ['of a story that is not translated', ['done', 'kitchen'], 'kitchen is not translated into es yet. Begin with: npm run translations -- start kitchen --language es'],
    ['in a language that there is not', ['done', 'depot', '--language', 'hi'], 'Nothing here is in the language hi. There are: en, es.'],
    ['of a paragraph that there is not', ['done', 'depot', '--paragraph', '9'], 'depot has no paragraph 9.'],
    ['of something that is no paragraph', ['done', 'depot', '--paragraph', 'x'], '“x” is not the number of a paragraph.'],
    ['in an issue that there is not', ['done', 'depot', '--issue', '18-01'], 'There is no issue 18-01. There are: 17-01.'],
    ['misspelled', ['dnoe', 'depot'], '“dnoe” is not something that can be done here.'],
  ])('%s says so and records nothing', async (_, words, message) => {
    const { code, errors } = await run(...words)
    expect([code, errors]).toEqual([1, expect.stringContaining(message)])
    expect(existsSync(join(content, depot, 'es.sync.json'))).toBe(false)
  })

  test('of copy that cannot be read whole says so and records nothing', async () => {
    put(`${depot}/es.md`, '---\ntitle: "La terminal\nfrom: en\n---\n\nUna línea.\n')
    const { code, errors } = await run('done', 'depot')
    expect([code, errors]).toEqual([1, expect.stringContaining('es.md cannot be read whole, so nothing was recorded.')])
    expect(existsSync(join(content, depot, 'es.sync.json'))).toBe(false)
  })

  test('of a name that two issues have asks which', async () => {
    put('issues/16-12/issue.yaml', 'volume: 16\nnumber: 12\ndate: 2026-10-25\n')
    put('issues/16-12/depot/en.md', english)
    put('issues/16-12/depot/es.md', spanish)
    expect((await run('done', 'depot')).errors).toContain('More than one story is called depot: issues/17-01/depot, issues/16-12/depot. Say which with --issue.')
    expect((await run('done', 'depot', '--issue', '16-12')).code).toBe(0)
    expect(existsSync(join(content, depot, 'es.sync.json'))).toBe(false)
  })

  test.skipIf(process.getuid?.() === 0)('where nothing may be written says so', async () => {
    chmodSync(join(content, depot), 0o555)
    expect((await run('done', 'depot')).errors).toContain('cannot be written')
    chmodSync(join(content, depot), 0o755)
  })
})

test('a folder that is not there is said', async () => {
  rmSync(content, { recursive: true })
  expect((await run()).errors).toContain('There is no folder')
  mkdirSync(content)
})

/** A translator's day, step by step, and what an editor asks of it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callCommand } from '../../scripts/commandLine.ts'
import { translations } from '../../scripts/translations.ts'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { passGates } from '../../src/translation/gates.ts'
import { statusOf } from '../../src/translation/translation.ts'

let content: string
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'day-'))
  put('paper.yaml', 'name: { en: Red Flag, es: Bandera Roja }\nlanguages: [en, es]\n')
  put('issues/17-01/issue.yaml', 'volume: 17\nnumber: 1\ndate: 2026-11-15\nstories: [depot]\n')
  put(`${depot}/en.md`, english)
})
afterEach(() => rmSync(content, { recursive: true }))

const depot = 'issues/17-01/depot'
const english = '---\ntitle: The depot\n---\n\nThe depot has 214 buses and opens at four.\n\nNobody is paid for the hour that the buses stand in the yard.\n'
const spanish = '---\ntitle: La terminal\nfrom: en\n---\n\nLa terminal tiene 214 buses y abre a las cuatro.\n\nNadie cobra la hora que los buses pasan en el patio.\n'

function put(file: string, text: string): void {
  mkdirSync(dirname(join(content, file)), { recursive: true })
  writeFileSync(join(content, file), text)
}

async function run(...words: string[]): Promise<{ code: number; output: string; errors: string }> {
  let [output, errors] = ['', '']
  const code = await callCommand(translations, {
    arguments: [...words, '--content', content, '--out', join(content, 'out')], environment: {},
    output: { write: (text) => (output += text) }, errors: { write: (text) => (errors += text) },
  })
  return { code, output, errors }
}

async function states(): Promise<string[]> {
  const { stories } = JSON.parse((await run('--story', 'depot', '--language', 'es', '--format', 'json')).output) as { stories: { segments: { state: string }[] }[] }
  return stories[0]!.segments.map(({ state }) => state)
}

test('start makes a file to write over, and never writes over one', async () => {
  expect((await run('start', 'depot', '--language', 'es')).code).toBe(0)
  expect(await states()).toEqual(['untranslated', 'untranslated', 'untranslated'])
  put(`${depot}/es.md`, readFileSync(join(content, depot, 'es.md'), 'utf8').replace('The depot has 214 buses and opens at four.', 'La terminal tiene 214 buses y abre a las cuatro.'))
  expect(await states()).toEqual(['untranslated', 'current', 'untranslated'])
  expect((await run('start', 'depot', '--language', 'es')).errors).toContain('No se cambió nada')
  expect((await run('start', 'depot')).errors).toContain('which language')
  expect((await run('start', 'nothing', '--language', 'es')).errors).toContain('No hay ningún artículo')
})

test('minor confirms copy-edits and leaves what is stale', async () => {
  put(`${depot}/es.md`, spanish)
  await run('done', 'depot')
  put(`${depot}/en.md`, english.replace('214', '241').replace('Nobody is paid for', 'Nobody gets paid for'))
  expect((await run('minor', 'depot')).output).toContain('(1 paragraph)')
  expect((await run('--story', 'depot')).output).not.toContain('gets')
  expect(await states()).toEqual(['current', 'stale', 'current'])
})

test('dismiss stores the reason, and the check is heard again when the paragraph changes', async () => {
  put(`${depot}/es.md`, spanish.replace('214', '412'))
  expect(await states()).toEqual(['current', 'suspect', 'current'])
  expect((await run('dismiss', 'number-differs', 'depot', '--paragraph', '2')).errors).toContain('Say which check')
  expect((await run('dismiss', 'doubled-word', 'depot', '--paragraph', '2', '--reason', 'x')).errors).toContain('has found nothing')
  expect((await run('dismiss', 'number-differs', 'depot', '--paragraph', '2', '--reason', 'both garages')).code).toBe(0)
  expect(readFileSync(join(content, depot, 'es.sync.json'), 'utf8')).toContain('"dismissed": {"number-differs":"both garages"}')
  expect(await states()).toEqual(['current', 'current', 'current'])
  expect((await run('--story', 'depot')).output).not.toContain('number-differs')
  put(`${depot}/es.md`, spanish.replace('214', '413'))
  expect((await states())[1]).toBe('suspect')
})

test('what goes out comes back', async () => {
  put(`${depot}/es.md`, spanish)
  await run('done', 'depot')
  const file = join(content, 'out/translations/depot-es.po')
  expect((await run('export', 'depot', '--format', 'po')).output).toBe(`Made: ${file}\n`)
  writeFileSync(file, readFileSync(file, 'utf8').replace('Nadie cobra', 'A nadie le pagan'))
  expect((await run('import', file, 'depot')).output).toContain('1 paragraph has new words')
  expect(readFileSync(join(content, depot, 'es.md'), 'utf8')).toBe(spanish.replace('Nadie cobra', 'A nadie le pagan'))
  expect((await run('import', file, 'depot')).output).toContain('says the same already')
  put('issues/17-01/rail/en.md', '---\ntitle: Rail\n---\n\nThe rails are cold.\n')
  put('issues/17-01/rail/es.md', '---\ntitle: Riel\nfrom: en\n---\n\nLos rieles están fríos.\n')
  expect((await run('import', file, 'rail')).errors).toContain('was it made from another story?')
  expect((await run('export', 'depot')).errors).toContain('which story, language and format')
  expect((await run('import', 'x.txt', 'depot')).errors).toContain('The file ends in')
  expect((await run('import', join(content, 'none.po'), 'depot')).errors).toContain('cannot be opened')
  expect((await run('import', join(content, 'paper.yaml').replace('.yaml', '.po'), 'depot', '--language', 'es')).code).toBe(1)
})

test('a story is told what to begin with, an original that there is nothing to translate', async () => {
  expect((await run('--story', 'depot', '--language', 'es')).output).toContain('Para empezar: npm run translations -- start depot --language es')
  expect((await run('--story', 'depot', '--language', 'en')).output).toBe('There is nothing to translate.\n')
  expect((await run('--format', 'github')).output).toContain('Begin with: npm run translations -- start depot --language es')
})

test('letters that are joined stay joined on a terminal', async () => {
  put(`${depot}/fa.md`, `---\ntitle: پایانه\nfrom: en\n---\n\n412 می\u200cخواهیم \u202eو \u200bنان\n`)
  const { output } = await run('--story', 'depot', '--language', 'fa')
  expect(output).toContain('می\u200cخواهیم و نان')
})

test('--fix mends what is certain and nothing else', async () => {
  put(`${depot}/es.md`, spanish.replace('a las cuatro', 'a las las cuatro'))
  await run('--fix')
  expect(readFileSync(join(content, depot, 'es.md'), 'utf8')).toBe(spanish)
})

test('--html makes one page of its own, which asks for nothing elsewhere', async () => {
  put(`${depot}/es.md`, spanish)
  await run('done', 'depot')
  put(`${depot}/en.md`, english.replace('214 buses', '241 buses & vans'))
  expect((await run('--html')).code).toBe(0)
  const page = readFileSync(join(content, 'out/translations/index.html'), 'utf8')
  expect(page).toContain('<del>214</del> <ins>241</ins> buses <ins>&amp; vans</ins>')
  expect(page).not.toMatch(/<script|src=|https?:/)
})

test('init confirms each paragraph against the source of the day when it was translated', async () => {
  const git = (...words: string[]): void => void execFileSync('git', ['-C', content, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...words], { stdio: 'ignore' })
  const commit = (): void => { git('add', '.'); git('commit', '-q', '-m', 'x') }
  git('init', '-q')
  put(`${depot}/es.md`, spanish)
  commit()
  put(`${depot}/en.md`, english.replace('214', '241').replace('Nobody is paid for the hour', 'Somebody is paid for the hour'))
  commit()
  put(`${depot}/es.md`, spanish.replace('Nadie cobra', 'Alguien cobra'))
  commit()
  expect((await run('init')).output).toContain('from 2 versions in the history')
  expect(await states()).toEqual(['current', 'stale', 'current'])
  expect((await run('init')).errors).toContain('Every translation has its record')
})

test('init without a history says what it could not know', async () => {
  put(`${depot}/es.md`, spanish)
  expect((await run('init')).output).toContain('there is no history')
  expect(await states()).toEqual(['current', 'current', 'current'])
})

test('gates hold a stale lead story from the press and an untranslated one from the site', async () => {
  const gatesOf = (yaml: string): ReturnType<typeof passGates> => {
    put('paper.yaml', `name: { en: Red Flag, es: Bandera Roja }\nlanguages: [en, es]\n${yaml}`)
    return passGates(readNewsroom(content).value!)
  }
  put(`${depot}/es.md`, spanish)
  await run('done', 'depot')
  put(`${depot}/en.md`, english.replace('214', '241'))
  expect(gatesOf('').diagnostics).toEqual([])
  const held = gatesOf('gates: { press: { lead: current }, site: { lead: translated } }\n')
  expect([held.mayPrint('17-01', 'es'), held.mayPrint('17-01', 'en')]).toEqual([false, true])
  expect(held.diagnostics.map(({ id }) => id)).toEqual(['translation/gate-press'])
  expect([...held.behind.keys()]).toEqual([`${depot}/es.md`])
  expect(held.site.issues[0]!.stories[0]!.articles.get('es')!.behind).toEqual({ language: 'en' })
  expect(held.site.issues[0]!.stories[0]!.articles.get('en')!.behind).toBeUndefined()
  const newsroom = readNewsroom(content).value!
  expect(passGates(newsroom, statusOf(newsroom).value.stories).behind).toEqual(passGates(newsroom).behind)
  put(`${depot}/es.md`, spanish.slice(0, spanish.indexOf('Nadie')))
  const { site, diagnostics } = gatesOf('gates: { site: { lead: translated } }\n')
  expect(diagnostics.map(({ id }) => id)).toEqual(['translation/gate-site'])
  expect([...site.issues[0]!.stories[0]!.articles.keys()]).toEqual(['en'])
  put('pamphlets/circle/en.md', english)
  put('pamphlets/circle/es.md', spanish.slice(0, spanish.indexOf('Nadie')))
  const single = gatesOf('gates: { press: { others: translated } }\n')
  expect([single.mayPrint('pamphlets/circle', 'es'), single.mayPrint('pamphlets/circle', 'en')]).toEqual([false, true])
  expect(single.diagnostics.map(({ id, params }) => [id, params['issue']])).toEqual([['translation/gate-press', 'pamphlets/circle']])
  put('paper.yaml', 'name: { en: Red Flag }\ngates: { press: { lead: perfect } }\n')
  expect(readNewsroom(content).diagnostics.map(({ id }) => id)).toContain('paper/unknown-gate')
})

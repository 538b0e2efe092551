import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newCopy } from '../../scripts/new.ts'
import { isPublishable } from '../../src/diagnostics/report.ts'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { contentFolder, issueYaml } from '../newsroom/contentFolder.ts'
import { call } from './process.ts'

const twoIssues = { 'issues/16-12/issue.yaml': 'volume: 16\nnumber: 12\ndate: 2026-10-01\n', 'issues/17-01/issue.yaml': issueYaml }
const begin = (root: string, ...args: string[]) => call(newCopy, [...args, '--content', root])

describe('new', () => {
  test('a story goes into the newest issue, and what was made is read without an error', async () => {
    const root = contentFolder(twoIssues)
    const { code, output } = await begin(root, 'story', '¡Huelga en Río: día "dos"!')
    expect(code).toBe(0)
    expect(output).toMatch(new RegExp(`^Made: ${root}/issues/17-01/huelga-en-rio-dia-dos/en\\.md\nNext: `))
    const { value, diagnostics } = readNewsroom(root)
    expect(diagnostics).toEqual([])
    expect(value!.issues[0]!.stories[0]!.articles.get('en')!.title).toBe('¡Huelga en Río: día “dos”!')
  })

  test('a story goes into the issue that is named, in either spelling, in the language that is asked for', async () => {
    const root = contentFolder(twoIssues)
    const { output } = await begin(root, 'story', 'La huelga', '--issue', '16-12', '--language', 'es')
    expect(output).toContain(`Creado: ${root}/issues/16-12/la-huelga/es.md`)
    expect(readFileSync(join(root, 'issues/16-12/la-huelga/es.md'), 'utf8')).toContain('# Quite el # al principio de una línea')
    expect((await begin(root, 'story', 'Two', '--issue', '17-1')).output).toContain('issues/17-01/two/en.md')
  })

  test('every hint can be used by taking its # away', async () => {
    for (const kind of ['story', 'leaflet', 'pamphlet', 'page']) {
      const root = contentFolder(twoIssues)
      const { output } = await begin(root, kind, 'A')
      const file = output.split('\n', 1)[0]!.replace(`Made: ${root}/`, '')
      const filled = readFileSync(join(root, file), 'utf8').split('\n').filter(line => !line.includes('Remove the #')).map(line => line.replace(/^# /, ''))
      const again = contentFolder({ ...twoIssues, [file]: filled.join('\n'), [file.replace('en.md', 'picture.jpg')]: 'x' })
      const problems = readNewsroom(again).diagnostics.map(({ id }) => id)
      expect(problems.filter(id => id !== 'story/unknown-section')).toEqual([])
    }
  })

  test.each([['leaflet', 'leaflets'], ['pamphlet', 'pamphlets'], ['page', 'pages']])('a %s goes into %s', async (kind, folder) => {
    const root = contentFolder({})
    expect((await begin(root, kind, 'Rent')).code).toBe(0)
    expect(existsSync(join(root, folder, 'rent/en.md'))).toBe(true)
    expect(isPublishable(readNewsroom(root).diagnostics)).toBe(true)
  })

  test('an issue follows the newest one unless it is named', async () => {
    const root = contentFolder(twoIssues)
    await begin(root, 'issue')
    await begin(root, 'issue', '18-01')
    await begin(contentFolder({}), 'issue')
    expect(readdirSync(join(root, 'issues'))).toEqual(['16-12', '17-01', '17-02', '18-01'])
    expect(readFileSync(join(root, 'issues/17-02/issue.yaml'), 'utf8')).toMatch(/^volume: 17\nnumber: 2\ndate: /)
    expect(readNewsroom(root).diagnostics.map(({ id }) => id)).toEqual(['issue/missing-date', 'issue/missing-date'])
  })

  test('nothing is written over', async () => {
    const root = contentFolder({ ...twoIssues, 'issues/17-01/strike/notes.txt': 'mine' })
    expect(await begin(root, 'story', 'Strike')).toMatchObject({ code: 1, output: '', errors: `${root}/issues/17-01/strike is already there; nothing was changed. Choose another title.\n` })
    expect(await begin(root, 'issue', '17-1')).toMatchObject({ code: 1 })
    expect(readdirSync(join(root, 'issues/17-01/strike'))).toEqual(['notes.txt'])
    expect(readdirSync(join(root, 'issues'))).toEqual(['16-12', '17-01'])
  })

  test.each([
    [[], 'Say what to begin'],
    [['poem', 'A'], '“poem” cannot be begun.'],
    [['story'], 'The title is missing.'],
    [['story', '罢工'], 'No folder can be named after “罢工”'],
    [['story', 'A', '--issue', '12-12'], 'There is no issue 12-12. There are: 17-01, 16-12.'],
    [['issue', 'may'], '“may” is not an issue’s name.'],
    [['story', 'A', '--language', 'english'], '“english” is not a language’s short name.'],
  ])('%j is answered in plain words', async (args, errors) => {
    const said = await begin(contentFolder(twoIssues), ...args)
    expect(said.code).toBe(1)
    expect(said.errors).toContain(errors)
  })

  test('a story needs an issue, and a paper a folder', async () => {
    expect((await begin(contentFolder({}), 'story', 'A')).errors).toContain('There is no issue in')
    expect((await begin('no-such-folder', 'story', 'A')).errors).toBe('There is no folder no-such-folder.\n')
  })
})

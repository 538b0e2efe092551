import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../../scripts/check.ts'
import { contentFolder, issueYaml, story } from '../newsroom/contentFolder.ts'
import { call } from './process.ts'

const good = { 'issues/17-01/issue.yaml': issueYaml, 'issues/17-01/a/en.md': story('Text.') }
const colon = { ...good, 'issues/17-01/a/en.md': '\ufeff---\r\ntitle: Strike: day "two"\r\ndeck: #1\r\n---\r\n\r\nText: more.\r\n' }

/** Every file with its bytes. */
function bytesOf(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => statSync(join(root, file)).isFile())
  return Object.fromEntries(files.sort().map(file => [file, readFileSync(join(root, file), 'base64')]))
}

describe('check', () => {
  test('good copy ends with 0', async () => {
    expect(await call(check, ['--content', contentFolder(good)])).toEqual({ code: 0, output: '✔ Nothing is wrong with the copy.\n', errors: '' })
  })

  test('an error ends with 1, names the place under the folder as given, and writes nothing', async () => {
    const root = contentFolder(colon)
    const before = bytesOf(root)
    const { code, output } = await call(check, ['--content', root])
    expect(code).toBe(1)
    expect(output).toContain(`${root}/issues/17-01/a/en.md:2:14  error  The colon in this line would part it in two.\n    Fix: put the words in quotation marks: title: "Strike: day \\"two\\""\n    [yaml/unquoted-colon]\n`)
    expect(output.endsWith('✖ 2 errors.\n')).toBe(true)
    expect(bytesOf(root)).toEqual(before)
  })

  test('a warning alone ends with 0', async () => {
    const { code, output } = await call(check, ['--content', contentFolder({ ...good, 'issues/17-01/a/en.md': story('A <b>text</b>.') }), '--language', 'es'])
    expect(code).toBe(0)
    expect(output.endsWith('⚠ 1 aviso.\n')).toBe(true)
  })

  test('json is one document and nothing else', async () => {
    const { output, errors } = await call(check, ['--content', contentFolder(colon), '--format', 'json', '--fix'])
    expect(JSON.parse(output)).toMatchObject({ diagnostics: [], summary: { errors: 0, warnings: 0 } })
    expect(errors).toBe('')
  })

  test('a folder that is not there', async () => {
    const { code, output } = await call(check, ['--content', 'no-such-folder', '--format', 'short'])
    expect(code).toBe(1)
    expect(output).toBe('no-such-folder error There is no folder no-such-folder. [folder/missing]\n✖ 1 error.\n')
  })
})

describe('check --fix', () => {
  test('quotes what only needs quotation marks, and changes no other byte', async () => {
    const root = contentFolder(colon)
    const file = join(root, 'issues/17-01/a/en.md')
    chmodSync(file, 0o640)
    const { code, output } = await call(check, ['--content', root, '--fix'])
    expect(code).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe('\ufeff---\r\ntitle: "Strike: day \\"two\\""\r\ndeck: "#1"\r\n---\r\n\r\nText: more.\r\n')
    expect(output).toContain(`Mended: ${root}/issues/17-01/a/en.md:2\nMended: ${root}/issues/17-01/a/en.md:3\n`)
    expect(statSync(file).mode & 0o777).toBe(0o640)
    expect(readdirSync(join(root, 'issues/17-01/a'))).toEqual(['en.md'])
  })

  test('mends issue.yaml and paper.yaml too', async () => {
    const root = contentFolder({ ...good, 'paper.yaml': 'name: Red Flag: the paper\n' })
    expect((await call(check, ['--content', root, '--fix', '--quiet'])).output).toBe('')
    expect(readFileSync(join(root, 'paper.yaml'), 'utf8')).toBe('name: "Red Flag: the paper"\n')
  })

  test('changes nothing where nothing is certain', async () => {
    const root = contentFolder({ ...good, 'issues/17-01/a/en.md': story('Text.', 'title: "A\nkind: stroy') })
    const before = bytesOf(root)
    expect((await call(check, ['--content', root, '--fix'])).code).toBe(1)
    expect(bytesOf(root)).toEqual(before)
  })
})

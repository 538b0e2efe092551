import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeChecksums } from '../../scripts/output.ts'
import { verify } from '../../scripts/verify.ts'
import { handmade, swap } from '../print/preflight/handmadePdf.ts'
import { call } from './process.ts'

let room: string
const write = (file: string, text: string | Uint8Array): void => {
  mkdirSync(dirname(join(room, file)), { recursive: true })
  writeFileSync(join(room, file), text)
}

beforeEach(() => void (room = realpathSync(mkdtempSync(join(tmpdir(), 'verify-')))))
afterEach(() => rmSync(room, { recursive: true, force: true }))

async function ids(...args: string[]): Promise<string[]> {
  const { output, code } = await call(verify, [...args, '--format', 'json'])
  const { diagnostics } = JSON.parse(output) as { diagnostics: { id: string; severity: string; file: string }[] }
  expect(code).toBe(diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0)
  return diagnostics.map(({ id, file }) => `${id} ${file.slice(room.length + 1)}`)
}

describe('one folder', () => {
  beforeEach(async () => {
    write('dist/downloads/17-01/a.pdf', 'one')
    write('dist/downloads/17-01/b.pdf', 'two')
    await writeChecksums(join(room, 'dist/downloads/17-01'))
  })

  test('whose files are those of its list is said to be whole', async () => {
    const { output, code } = await call(verify, [join(room, 'dist')])
    expect(output).toBe(`✔ ${join(room, 'dist')}: every file is what its list of sums says (2).\n`)
    expect(code).toBe(0)
    expect((await call(verify, ['--out', join(room, 'dist'), '--quiet'])).output).toBe('')
  })

  test('a changed, a missing and a stray file are named', async () => {
    write('dist/downloads/17-01/a.pdf', 'uno')
    rmSync(join(room, 'dist/downloads/17-01/b.pdf'))
    write('dist/downloads/17-01/c.pdf', 'three')
    expect(await ids(join(room, 'dist'))).toEqual([
      'verify/changed dist/downloads/17-01/a.pdf', 'verify/missing dist/downloads/17-01/b.pdf', 'verify/unlisted dist/downloads/17-01/c.pdf',
    ])
  })

  test('a stray file alone does not fail', async () => {
    write('dist/downloads/17-01/c.pdf', 'three')
    const { output, code } = await call(verify, [join(room, 'dist'), '--language', 'es'])
    expect(code).toBe(0)
    expect(output).toContain('pregunte de dónde viene antes de difundirlo')
  })

  test('lines that are no sums, or lead elsewhere, are named by their number', async () => {
    write('dist/downloads/17-01/SHA256SUMS', `${'0'.repeat(64)}  ../../secret.pdf\nnonsense\n\n`)
    expect((await ids(join(room, 'dist'))).filter((each) => each.includes('wrong'))).toHaveLength(2)
  })

  test('without a list cannot be verified', async () => {
    write('empty/page.html', 'x')
    expect(await ids(join(room, 'empty'))).toEqual(['verify/no-sums empty'])
  })

  test('that is not there is a wrong call', async () => {
    const { errors, code } = await call(verify, [join(room, 'nowhere')])
    expect(errors).toBe(`There is no folder ${join(room, 'nowhere')}.\n`)
    expect(code).toBe(1)
  })
})

describe('two folders', () => {
  test('that are the same are said to be', async () => {
    for (const each of ['a', 'b']) write(`${each}/deep/page.html`, 'x')
    const { output } = await call(verify, [join(room, 'a'), join(room, 'b')])
    expect(output).toContain('are the same, byte for byte (1)')
  })

  test('that differ: the line of a text, the byte of a picture, a file in one alone', async () => {
    write('a/page.html', 'one\ntwo\n')
    write('b/page.html', 'one\nTwo\n')
    write('a/photo.webp', Buffer.from([0, 1, 2]))
    write('b/photo.webp', Buffer.from([0, 1, 3]))
    write('a/more.txt', 'x')
    write('b/other.txt', 'x')
    const { output, code } = await call(verify, [join(room, 'a'), join(room, 'b'), '--format', 'short'])
    expect(code).toBe(1)
    for (const said of ['line 2, from byte 4', 'from byte 2', `${join(room, 'a/more.txt')} error`, `${join(room, 'b/other.txt')} error`]) expect(output).toContain(said)
  })

  test.each([
    ['the page of a PDF whose content differs', 6, 'The rest of it.', 'The rest of us.', 'page 2, from byte'],
    ['the page of a PDF whose dictionary differs', 3, '/StructParents 0', '/StructParents 7', 'page 1, from byte'],
    ['the object of a PDF that is no page', 13, 'Red & Flag', 'Red + Flag', 'object 13 of the PDF (Info), from byte'],
    ['a picture of a PDF by its kind', 12, '/Width 200', '/Width 201', 'object 12 of the PDF (Image), from byte'],
  ])('that differ in %s', async (_, object, from, to, said) => {
    write('a/paper.pdf', await handmade())
    write('b/paper.pdf', await handmade((parts) => swap(parts, object, from, to)))
    expect((await call(verify, [join(room, 'a'), join(room, 'b')])).output).toContain(said)
  })
})

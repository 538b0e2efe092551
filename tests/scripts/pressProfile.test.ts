/** Which profile press files are made by: the one that is named, the printer's own, or the one that lies on the machine. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { print } from '../../scripts/print.ts'
import { filesOf, photo, smallPaperWith, type ScratchPaper } from '../papers/paper.ts'
import { call, type Said } from './process.ts'

/** The profile that comes with sharp is free to use: here it stands for the one of the condition, which no repository may carry. */
const free = await vi.hoisted(async () => {
  const { default: draw } = await import('sharp')
  return (await draw(await draw({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).withIccProfile('cmyk').jpeg().toBuffer()).metadata()).icc!
})
vi.mock('../../src/print/stylebook/profiles.ts', async () => ({
  knownProfiles: [{ condition: 'IFRA26', name: 'Chemical proof', sha256: createHash('sha256').update(free).digest('hex'), bytes: free.length }],
}))

let paper: ScratchPaper
let home: string
beforeAll(async () => {
  paper = await smallPaperWith({ 'issues/17-01/strike/crane.jpg': await photo() })
  home = mkdtempSync(join(tmpdir(), 'home-'))
})
afterAll(() => {
  paper.remove()
  rmSync(home, { recursive: true })
})

/** Prints for the press on a machine on which the profile lies, or something else in its place. */
async function printed(inHome: Uint8Array | undefined, ...more: string[]): Promise<Said & { pdf: string }> {
  const folder = join(home, '.local/share/icc')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  if (inHome) writeFileSync(join(folder, 'some.icc'), inHome)
  const words = ['17-01', '--language', 'en', '--product', 'press', '--content', paper.content, '--out', paper.out, ...more]
  const said = await call(print, words, { environment: { HOME: home, XDG_DATA_DIRS: '/none' } })
  return { ...said, pdf: filesOf(paper.out).get('downloads/17-01/red-flag-17-01-en-press.pdf')?.toString('latin1') ?? '' }
}

test('the profile of the condition is found on the machine, told, and carried under the condition’s registered name', async () => {
  const without = await printed(undefined)
  expect(without.pdf).not.toContain('/DestOutputProfile')
  expect(without.output).not.toContain('profile/found')
  const found = await printed(free)
  expect(found).toMatchObject({ code: 0, errors: '' })
  expect(found.output).toContain('Pictures are turned into inks by Chemical proof, the profile of IFRA26 that lies on this machine')
  for (const part of ['/DestOutputProfile', '/OutputConditionIdentifier (IFRA26)', '>PDF/X-1a:2003<']) expect(found.pdf).toContain(part)
}, 60_000)

test('--profile none leaves it aside', async () => {
  const { pdf, output } = await printed(free, '--profile', 'none')
  expect(pdf).not.toContain('/DestOutputProfile')
  expect(output).not.toContain('profile/found')
}, 60_000)

test('one that only bears the name is told of and not used', async () => {
  const { pdf, output } = await printed(Buffer.concat([free, Buffer.from('x')]))
  expect(output).toContain('profile/look-alike')
  expect(pdf).not.toContain('/DestOutputProfile')
}, 60_000)

test.each([
  ['en', 'a PDF/X-1a may only carry version 2'],
  ['es', 'un PDF/X-1a solo puede llevar la versión 2'],
])('one of version 4 is refused for a PDF/X-1a (%s)', async (language, message) => {
  const four = Buffer.from(free)
  four[8] = 4
  writeFileSync(join(home, 'four.icc'), four)
  rmSync(paper.out, { recursive: true, force: true })
  mkdirSync(paper.out)
  const { code, output, pdf } = await printed(undefined, '--profile', join(home, 'four.icc'), '--language', language)
  expect([code, pdf]).toEqual([1, ''])
  expect(output).toContain(message)
}, 60_000)

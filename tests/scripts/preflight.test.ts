import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { preflight } from '../../scripts/preflight.ts'
import { print } from '../../scripts/print.ts'
import { filesOf, photo, smallPaperWith, type ScratchPaper } from '../papers/paper.ts'
import { draw, handmade, swap } from '../print/preflight/handmadePdf.ts'
import { call, type Said } from './process.ts'

let paper: ScratchPaper

beforeAll(async () => {
  const profile = (await sharp(await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).withIccProfile('cmyk').jpeg().toBuffer()).metadata()).icc!
  paper = await smallPaperWith({
    'printers/x4.yaml': 'trim: { width: 11 in, height: 13.5 in }\nmargin: 0.5 in\nstandard: PDF/X-4\nspots: [Red]\nofficePaper: letter\n',
    'printers/ours.icc': profile, 'issues/17-01/strike/crane.jpg': await photo(2800, 1900),
  })
})
afterAll(() => paper.remove())

function run(...words: string[]): Promise<Said> {
  return call(preflight, [...words, '--content', paper.content, '--out', paper.out])
}

async function fileOf(name: string, change: Parameters<typeof handmade>[0]): Promise<string> {
  mkdirSync(paper.out, { recursive: true })
  writeFileSync(join(paper.out, name), await handmade(change))
  return join(paper.out, name)
}

describe('preflight FILE', () => {
  test('names page, place, story and what to do, in both languages, and ends with 1', async () => {
    const file = await fileOf('strange-press.pdf', (parts) => swap(parts, 4, '/P <</MCID 1>> BDC BT /F1 10 Tf', '/P <</MCID 1>> BDC 1 0 0 rg BT /F1 10 Tf'))
    const said = await run(file, '--format', 'human')
    expect(said.code).toBe(1)
    const found = said.output.split(/\[preflight\/[a-z-]+\]/).find((each) => each.includes('Dockers win'))!
    for (const part of [file, 'error', 'Page 1: ', 'RGB', 'It stands in “Dockers win”, 14 mm from the left and 33 mm from the top', 'Fix: give the colour in']) expect(found).toContain(part)
    const spanish = await run(file, '--language', 'es')
    for (const part of ['Página 1: ', 'Dockers win', 'a 14 mm', 'Qué hacer:']) expect(spanish.output).toContain(part)
  })

  test('keeps to the printer that is named, and knows a file’s use by its name', async () => {
    const lost = (parts: Parameters<typeof draw>[0]): void => draw(parts, '/Artifact BMC 1 0 0 rg BT /F1 10 Tf 1 0 0 1 40 100 Tm (Red) Tj ET EMC')
    expect((await run(await fileOf('strange-reader.pdf', lost), '--format', 'short')).output).not.toContain('preflight/color-space')
    const press = await fileOf('strange-press.pdf', lost)
    expect((await run(press, '--format', 'short', '--printer', 'uk-tabloid')).output).toContain('289 × 380')
    expect((await run(press, '--format', 'short', '--product', 'reader')).output).not.toContain('preflight/color-space')
  })

  test('as JSON is one document', async () => {
    const file = await fileOf('strange-press.pdf', (parts) => swap(parts, 1, '/Lang (en)', ''))
    const { diagnostics, summary } = JSON.parse((await run(file, '--format', 'json')).output)
    expect(diagnostics.map((each: { id: string }) => each.id)).toContain('preflight/missing-language')
    expect(summary.errors).toBeGreaterThan(0)
  })

  test.each([
    ['a file that is not there', ['nowhere.pdf'], 'nowhere.pdf'],
    ['a printer that nobody knows', ['17-01', '--printer', 'uk-tabloyd'], 'uk-tabloyd'],
  ])('of %s ends with 1 and says so', async (_, words, said) => {
    const { code, errors } = await run(...words)
    expect(code).toBe(1)
    expect(errors).toContain(said)
  })
})

describe('preflight 17-01', () => {
  test('looks through the products and writes nothing', async () => {
    const before = [...filesOf(paper.room).keys()].filter((file) => !file.startsWith('out.cache'))
    const said = await run('17-01', '--language', 'en', '--product', 'press')
    expect(said).toMatchObject({ code: 0, errors: '' })
    expect(said.output).toContain('✔')
    expect(said.output).toContain('red-flag-17-01-en-press.pdf')
    expect([...filesOf(paper.room).keys()].filter((file) => !file.startsWith('out.cache'))).toEqual(before)
  })

  test('tells the page of a paper for another printer that would be sent back', async () => {
    const said = await run('17-01', '--language', 'en', '--product', 'press', '--printer', 'uk-tabloid', '--format', 'short')
    expect(said.code).toBe(1)
    expect(said.output).toMatch(/red-flag-17-01-en-press\.pdf.*279 × 343 mm.*289 × 380/)
  })
})

describe('a printer that takes PDF/X-4 and an ink of its own', () => {
  const own = async (profile: string): Promise<ScratchPaper> => {
    const yaml = filesOf(paper.content).get('paper.yaml')!.toString().replace('spot: false', 'spot: true')
    const changed = await smallPaperWith({
      'paper.yaml': `${yaml}printer: x4\n`, 'printers/ours.icc': filesOf(paper.content).get('printers/ours.icc')!,
      'printers/x4.yaml': `${filesOf(paper.content).get('printers/x4.yaml')!.toString()}${profile}`,
    })
    return changed
  }

  test('gets both, with the profile that lies beside its settings', async () => {
    const room = await own('profile: ours.icc\ncondition: { identifier: IFRA26, info: Newsprint, registry: "http://www.color.org" }\n')
    try {
      const words = ['17-01', '--language', 'en', '--product', 'press', '--content', room.content, '--out', room.out]
      expect(await call(print, words)).toMatchObject({ code: 0, errors: '' })
      const pdf = filesOf(room.out).get('downloads/17-01/red-flag-17-01-en-press.pdf')!.toString('latin1')
      for (const part of ['%PDF-1.6', '/Separation /Red /DeviceCMYK', '/DestOutputProfile', '(IFRA26)', '>PDF/X-4<']) expect(pdf).toContain(part)
      expect((await call(preflight, words)).code).toBe(0)
    } finally {
      room.remove()
    }
  }, 60_000)

  test('is told of the missing profile; --profile gives it, and the file is named after what it says of itself', async () => {
    const room = await own('')
    try {
      const words = ['17-01', '--language', 'en', '--product', 'press', '--content', room.content, '--out', room.out]
      const without = await call(preflight, words)
      expect(without.code).toBe(1)
      expect(without.output).toContain('--profile FILE')
      const profile = join(room.content, 'printers/ours.icc')
      expect((await call(preflight, [...words, '--profile', profile])).code).toBe(0)
      await call(print, [...words, '--profile', profile])
      expect(filesOf(room.out).get('downloads/17-01/red-flag-17-01-en-press.pdf')!.toString('latin1')).toContain('/OutputConditionIdentifier (Chemical proof)')
      const wrong = await call(print, [...words, '--profile', join(room.content, 'paper.yaml')])
      expect(wrong.code).toBe(1)
      expect(wrong.output).toContain('is missing, or is no ICC profile')
    } finally {
      room.remove()
    }
  }, 60_000)
})

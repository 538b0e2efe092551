import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { print } from '../../scripts/print.ts'
import { filesOf, scratchPaper, smallPaperWith, type ScratchPaper } from '../papers/paper.ts'
import { call, type Said } from './process.ts'

let paper: ScratchPaper
let overset: ScratchPaper
let broken: ScratchPaper

beforeAll(async () => {
  const long = Array.from({ length: 600 }, (_, index) => `Paragraph ${index + 1} of a story that is far too long for two pages of a paper.`).join('\n\n')
  paper = await smallPaperWith()
  overset = await smallPaperWith({
    'issues/17-01/issue.yaml': 'volume: 17\nnumber: 1\ndate: 2026-11-15\npages: 4\nstories: [strike, kitchen]\n',
    'issues/17-01/kitchen/en.md': `---\ntitle: Nine minutes for soup\n---\n\n${long}\n\n${long}\n`,
  })
  broken = await smallPaperWith({ 'issues/17-01/letter/es.md': '---\ntitle: La hora\n---\n\n[Haz clic](javascript:alert(1))\n' })
})
afterAll(() => [paper, overset, broken].forEach((each) => each.remove()))

function run(of: ScratchPaper, ...words: string[]): Promise<Said> {
  return call(print, [...words, '--content', of.content, '--out', of.out])
}

function pdfsOf(of: ScratchPaper): string[] {
  return existsSync(of.out) ? [...filesOf(of.out).keys()].filter((file) => file.endsWith('.pdf')) : []
}

interface Plan {
  issue: string
  language: string
  product: string
  pages: { number: number; frames: { kind: string; story?: string; x: number; y: number; width: number; height: number; lines: number }[]; emptyArea: number }[]
  stories: { story: string; pages: number[]; lines: number; overset: number; jump?: number }[]
}

describe('print --plan', () => {
  test('draws the pages in letters, explains them, and writes nothing', async () => {
    const said = await run(paper, '17-01', '--language', 'en', '--plan')
    expect(said.code).toBe(0)
    expect(said.output).toMatch(/^17-01 en\n1 +2 +3 +4/)
    expect(said.output).toContain('Eleven days without the call (1)')
    expect(said.output).toContain('AAAA')
    expect(existsSync(paper.out)).toBe(false)
  })

  test('as JSON is one document of the contract and nothing else', async () => {
    const said = await run(paper, '17-01', '--language', 'es', '--plan', '--format', 'json')
    const plan = JSON.parse(said.output) as Plan
    expect(said).toMatchObject({ code: 0, errors: '' })
    expect(plan).toMatchObject({ issue: '17-01', language: 'es', product: 'press' })
    expect(plan.pages.map((page) => page.number)).toEqual([1, 2, 3, 4])
    expect(plan.stories.map(({ story }) => story).sort()).toEqual(['kitchen', 'letter', 'strike'])
    for (const { emptyArea, frames } of plan.pages) {
      expect(emptyArea).toBeGreaterThanOrEqual(0)
      expect(frames.length).toBeGreaterThan(0)
    }
  })

  test('as JSON of an issue in two languages is of its first when none is named', async () => {
    const said = await run(paper, '17-01', '--plan', '--format', 'json')
    expect((JSON.parse(said.output) as Plan).language).toBe('en')
  })

  test('of copy that does not fit ends with 1 and counts the lines', async () => {
    const said = await run(overset, '17-01', '--language', 'en', '--plan', '--format', 'json')
    expect(said.code).toBe(1)
    const kitchen = (JSON.parse(said.output) as Plan).stories.find(({ story }) => story === 'kitchen')!
    expect(kitchen.overset).toBeGreaterThan(100)
  })
})

describe('print', () => {
  test('makes the press PDFs of the issue that is named, with checksums, and names the files', async () => {
    const said = await run(paper, '17-01', '--product', 'press')
    expect(said.code).toBe(0)
    expect(pdfsOf(paper)).toEqual(['downloads/17-01/bandera-roja-17-01-es-press.pdf', 'downloads/17-01/red-flag-17-01-en-press.pdf'])
    expect(said.output).toContain(join(paper.out, 'downloads/17-01/red-flag-17-01-en-press.pdf'))
    expect(filesOf(paper.out).get('downloads/17-01/SHA256SUMS')!.toString().trim().split('\n')).toHaveLength(2)
    expect(said.errors).toBe('')
  })

  test('knows an issue by its number without zeros, and the newest when none is named', async () => {
    for (const words of [['17-1'], []]) {
      const said = await run(paper, ...words, '--language', 'en', '--plan')
      expect(said.output).toMatch(/^17-01 en\n/)
    }
  })

  test('makes one product in one language, and keeps the other files', async () => {
    const said = await run(paper, 'circle', '--language', 'en', '--product', 'booklet')
    expect(said.code).toBe(0)
    expect(pdfsOf(paper)).toContain('downloads/pamphlets/circle/red-flag-circle-en-booklet.pdf')
    expect(pdfsOf(paper)).not.toContain('downloads/pamphlets/circle/red-flag-circle-en-pages.pdf')
    expect(pdfsOf(paper)).toContain('downloads/17-01/red-flag-17-01-en-press.pdf')
  })

  test('says nothing with --quiet when all is well', async () => {
    expect(await run(paper, 'rent', '--quiet')).toEqual({ code: 0, output: '', errors: '' })
  })

  test('shows its progress on a terminal only', async () => {
    const words = ['rent', '--content', paper.content, '--out', paper.out]
    expect((await call(print, words)).errors).toBe('')
    expect((await call(print, words, { isTTY: true })).errors).toContain('\u001b[2K')
  })

  test('leaves a PDF that does not fit undrawn, names the line, and draws the others', async () => {
    const said = await run(overset, '17-01', '--product', 'press')
    expect(said.code).toBe(1)
    expect(said.output).toMatch(/issues\/17-01\/kitchen\/en\.md:\d+:1 {2}error/)
    expect(said.output).toContain('[print/overset]')
    expect(pdfsOf(overset)).toEqual(['downloads/17-01/bandera-roja-17-01-es-press.pdf'])
  })

  test('of copy with errors ends with 1 and draws nothing', async () => {
    const said = await run(broken, '17-01', '--product', 'press')
    expect(said.code).toBe(1)
    expect(said.output).toContain('[link/dangerous]')
    expect(existsSync(broken.out)).toBe(false)
  })

  test('is not held up by errors in copy that it does not print', async () => {
    expect((await run(broken, 'rent')).code).toBe(0)
  })

  test('keeps the PDF of before when the copy has errors', async () => {
    const before = filesOf(paper.out)
    const text = filesOf(paper.content).get('issues/17-01/letter/es.md')!
    writeFileSync(join(paper.content, 'issues/17-01/letter/es.md'), '---\ntitle: [\n---\n')
    try {
      expect((await run(paper, '17-01')).code).toBe(1)
      expect(filesOf(paper.out)).toEqual(before)
    } finally {
      writeFileSync(join(paper.content, 'issues/17-01/letter/es.md'), text)
    }
  })
})

describe('a wrong call of print', () => {
  test.each([
    ['an issue that there is not', ['99-01'], '99-01'],
    ['a language in which it is not written', ['rent', '--language', 'es'], 'es'],
    ['a product that it does not have', ['17-01', '--product', 'leaflet'], 'press'],
    ['an option that there is not', ['17-01', '--prodcut', 'press'], '--product'],
    ['a format that there is not', ['17-01', '--format', 'xml'], 'json'],
    ['an option without its value', ['17-01', '--product'], '--product'],
  ])('%s ends with 1 and says what there is', async (_, words, named) => {
    const said = await call(print, ['--content', paper.content, '--out', paper.out, ...words])
    expect(said.code).toBe(1)
    expect(said.output + said.errors).toContain(named)
  })

  test('is answered in Spanish where the terminal speaks it', async () => {
    const words = ['99-01', '--content', paper.content]
    const [english, spanish] = [await call(print, words), await call(print, words, { environment: { LANG: 'es_AR.UTF-8' } })]
    expect(english.output + english.errors).toContain('There is')
    expect(spanish.output + spanish.errors).toContain('No hay')
  })
})

describe('a paper without an issue to print', () => {
  test.each([
    ['nothing at all', {}, 'There is nothing to print yet. Begin an issue with: npm run new -- issue\n'],
    ['an issue without stories', { 'issues/17-01/issue.yaml': 'date: 2026-11-15\n' }, 'The issue 17-01 has no stories yet, so there is nothing to print. Begin one with: npm run new -- story "Title"\n'],
    ['leaflets alone', { 'leaflets/rent/en.md': '---\ntitle: Rent\n---\n\nToo high.\n' }, 'There is no issue yet. Say what to print: leaflets/rent.\n'],
  ] as [string, Record<string, string>, string][])('says what there is instead, or how to begin: %s', async (_what, files, errors) => {
    const paper = scratchPaper({ 'paper.yaml': 'name: A Paper\n', ...files })
    expect(await run(paper)).toEqual({ code: 1, output: '', errors })
    paper.remove()
  })
})

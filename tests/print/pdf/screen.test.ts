/** What screens and office printers get that a press must not: light, links, bookmarks, scaled and turned pages. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { imposeBooklet } from '../../../src/print/imposition/booklet.ts'
import { singlePages, type Side } from '../../../src/print/imposition/sheet.ts'
import type { Page } from '../../../src/print/makeup/page.ts'
import { openFonts } from '../../../src/print/pdf/fonts.ts'
import { drawPdf, type Press } from '../../../src/print/pdf/pdf.ts'
import { readPressFile } from '../../../src/print/preflight/readPressFile.ts'
import { elementsOf } from '../../../src/print/preflight/structure.ts'
import { greyPalette, paletteOf, screenPaletteOf } from '../../../src/print/stylebook/ink.ts'
import { ask, boxesOf, operatorsOf, readPdf, testWith } from '../../helpers/pdf.ts'
import { frame, line, page, tag } from './pages.ts'

const fonts = openFonts()
const say = (text: string, link?: string) => line(fonts, [[text, link ? { link } : {}]], 'paragraph')

function draw(sides: Side[], wishes: Partial<Press> = {}): Promise<Uint8Array> {
  return drawPdf(sides, {
    title: 'Red Flag', language: 'en', date: '2026-11-15', palette: () => paletteOf([0, 95, 100, 0]), marks: [100, 100, 100, 100], fonts,
    picture: async () => { throw new Error('no picture expected') }, ...wishes,
  })
}

const live = { titles: new Map([['strike', 'Dockers win'], ['laundry', 'A jar of needles']]), storyIn: (folder: string) => folder.split('/').at(-1) }
const asScreen = { live, palette: () => screenPaletteOf('#d7261e') }

const twoPages: Page[] = [
  page(1, [
    frame([say('Dockers win')], { tag: tag(1, 'H1'), kind: 'headline' }),
    frame([say('see the laundry', 'story:issues/17-01/laundry'), say('our site', 'https://example.org/a b')], { y: 60, tag: tag(2) }),
    { ...frame([say('Continued on page 2')], { y: 100, kind: 'jumpLine' }), story: 'strike' },
    frame([say('Write to redflag@example.org, or look at https://example.org.')], { y: 140, kind: 'furniture' }),
  ]),
  page(2, [
    { ...frame([say('From page 1')], { kind: 'jumpLine' }), story: 'strike' },
    frame([say('They stayed.')], { y: 60, tag: tag(3) }),
    frame([say('A jar of needles')], { y: 200, tag: tag(1, 'H1', 'laundry') }),
    frame([say('a story elsewhere', 'story:issues/16-12/gone'), say('a script', 'javascript:alert(1)')], { y: 240, tag: tag(4) }),
  ]),
]

interface Annotation { subtype: string; url?: string; dest?: [{ num: number }, { name: string }, null, number]; rect: number[] }

async function linksOf(bytes: Uint8Array): Promise<Annotation[][]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const links = await Promise.all([1, 2].map(async (number) => (await (await document.getPage(number)).getAnnotations()) as Annotation[]))
  await document.loadingTask.destroy()
  return links
}

test('links lead to stories, over jumps, to sites and to mail, and nowhere else', async () => {
  const only = { ...live, storyIn: (folder: string) => folder.startsWith('issues/17-01/') ? live.storyIn(folder) : undefined }
  const [first, second] = await linksOf(await draw(singlePages(twoPages), { ...asScreen, live: only }))
  expect(first!.map(({ url, dest }) => url ?? `top ${dest![3]}`)).toEqual([
    'top 200', 'https://example.org/a%20b', 'top 380', 'mailto:redflag@example.org', 'https://example.org/',
  ])
  expect(second!.map(({ dest }) => dest![3])).toEqual([380])
  const [left, , right] = first![3]!.rect
  expect(left).toBeCloseTo(20 + fonts.width('Write to ', say('').runs[0]!.style), 1)
  expect(right).toBeCloseTo(20 + fonts.width('Write to redflag@example.org', say('').runs[0]!.style), 1)
})

test('links are elements for a listening reader', async () => {
  const bytes = await draw(singlePages(twoPages), asScreen)
  const [first] = (await readPdf(bytes)).pages
  expect(JSON.stringify(first!.structure)).toContain('"role":"Link","text":"see the laundry')
  expect(Buffer.from(bytes).toString('latin1').match(/\/StructParent \d+/g)).toHaveLength(Buffer.from(bytes).toString('latin1').match(/\/Subtype \/Link/g)!.length)
})

test('bookmarks name the stories in their order', async () => {
  expect((await readPdf(await draw(singlePages(twoPages), asScreen))).outline).toEqual(['Dockers win', 'A jar of needles'])
})

test('a press file has neither links nor bookmarks', async () => {
  const file = Buffer.from(await draw(singlePages(twoPages))).toString('latin1')
  expect(file).not.toMatch(/\/Annot|\/Outlines|\/URI/)
})

test('colours are light on a screen and grey in an office', async () => {
  const panel = { kind: 'panel', x: 0, y: 0, width: 10, height: 10, ink: 'accent' } as const
  const colors = async (wishes: Partial<Press>) => operatorsOf(await draw(singlePages([page(1, [panel])]), wishes))[0]!.match(/^.* (k|rg|g)$/gm)
  expect(await colors({})).toEqual(['0 0.95 1 0 k'])
  expect(await colors({ palette: () => screenPaletteOf('#d7261e') })).toEqual(['0.843 0.149 0.118 rg'])
  expect(await colors({ palette: () => greyPalette })).toEqual(['0.27 g'])
})

testWith('pdftotext')('scaled and turned pages lie where they are put, and read as before', async () => {
  const [one] = twoPages
  const side: Side = { width: 300, height: 200, placements: [{ page: one!, x: 150, y: 0, scale: 0.5 }, { page: twoPages[1]!, x: 0, y: 0, scale: 0.5, turned: true }] }
  const bytes = await draw([side])
  const words = ask('pdftotext', ['-bbox', 'FILE', '-'], bytes)
  const at = (word: string) => new RegExp(`xMin="([\\d.]+)" yMin="([\\d.]+)" xMax="([\\d.]+)" yMax="([\\d.]+)">${word}<`).exec(words)!.slice(1).map(Number)
  // Upright: at 20, 20 of its page; halved and moved to the right half.
  expect(at('Dockers')[0]).toBeCloseTo(150 + 10, 0)
  // Turned: what was at the upper left is at the lower right of the left half.
  expect(at('From')[2]).toBeCloseTo(150 - 10, 0)
  expect(at('From')[1]).toBeGreaterThan(180)
})

test('marks stand in the room around the trim', async () => {
  const side: Side = { ...singlePages([page(1, [])])[0]!, room: 30, marks: [{ x: -30, y: 0, width: 13, height: 0.25 }] }
  const bytes = await draw([side])
  expect(boxesOf(bytes, 'MediaBox')).toEqual([[0, 0, 360, 460]])
  expect(boxesOf(bytes, 'TrimBox')).toEqual([[30, 30, 330, 430]])
  expect(operatorsOf(bytes)[0]).toContain('q 1 1 1 1 k\n0 429.75 13 0.25 re f\nQ')
})

test('a file says how it is to be printed', async () => {
  const file = Buffer.from(await draw(singlePages(twoPages), { printing: { scaling: 'None', duplex: 'DuplexFlipShortEdge' } })).toString('latin1')
  expect(file).toContain('/PrintScaling /None')
  expect(file).toContain('/Duplex /DuplexFlipShortEdge')
})

testWith('pdfinfo')('a press file is labelled PDF/X-1a:2003 and names its printing condition', async () => {
  const press = { standard: 'PDF/X-1a:2003', condition: { identifier: 'IFRA26', info: 'Newspaper', registry: 'http://www.color.org' } } as const
  const bytes = await draw(singlePages(twoPages), { press })
  expect(ask('pdfinfo', ['FILE'], bytes)).toContain('PDF/X-1a:2003')
  const file = Buffer.from(bytes).toString('latin1')
  expect(file).toMatch(/\/OutputConditionIdentifier \(IFRA26\)/)
  expect(file).toMatch(/\n\/False\n/)
  expect(file).toMatch(/\/ModDate/)
  expect(file).toContain('<pdf:Trapped xmlns:pdf="http://ns.adobe.com/pdf/1.3/">False<')
})

test('sheets to be folded are read from page to page, not in the order in which they are printed', async () => {
  const words = (number: number) => frame([say(`Page ${number}`)], { tag: tag(number > 5 ? 2 : 1, 'P', number > 5 ? 'laundry' : 'strike') })
  const pages = Array.from({ length: 8 }, (_, at) => page(at + 1, [words(at + 1)]))
  const { value } = await readPressFile(await draw(imposeBooklet(pages)), 'booklet.pdf')
  // Sides carry the pages 8 1 | 2 7 | 6 3 | 4 5.
  const order = elementsOf(value!.structure).flatMap(({ pieces }) => pieces.length > 0 ? [pieces.map((piece) => piece.page)] : [])
  expect(order).toEqual([[1, 2, 3, 4, 4], [3, 2, 1]])
})

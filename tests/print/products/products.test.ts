/** The products of a small paper, drawn and read back. */
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Newsroom } from '../../../src/newsroom/newsroom.ts'
import { readNewsroom } from '../../../src/newsroom/newsroom.ts'
import type { Paper } from '../../../src/newsroom/paper.ts'
import { picturesOf } from '../../../src/newsroom/picturesOf.ts'
import { openPictures } from '../../../src/pictures/pictures.ts'
import { renderFront } from '../../../src/print/front.ts'
import { limitsOfProduct } from '../../../src/print/preflight/limits.ts'
import { checkPdf } from '../../../src/print/preflight/preflight.ts'
import { openPrintShop, type PrintShop } from '../../../src/print/print.ts'
import {
  filesOf, hasFront, howToPrint, printJobs, productsOf, productsToAskFor, proofOf, renderProduct, type PdfFile, type PrintJob, type Proof,
} from '../../../src/print/products.ts'
import { boxesOf, operatorsOf, readPdf, type Element } from '../../helpers/pdf.ts'
import { contentFolder } from '../../newsroom/contentFolder.ts'
import { lettersOf, missingFrom, piecesOf } from '../../papers/printed.ts'

const sentence = (word: string) => `The ${word} met at dawn and talked about hours, wages, water and what they would do together. `
const copy = (title: string, word: string) => `---\ntitle: ${title}\nbyline: A ${word}\npicture: { file: a.png, alt: A field, caption: A field }\n---\n\n${`${sentence(word).repeat(7)}\n\n`.repeat(6)}`

const files = async () => ({
  'paper.yaml': 'name: { en: Red Flag, es: Bandera Roja }\nlanguages: [en, es]\nprinter: cz-berliner\ncolor: { name: Flag red, cmyk: [0, 95, 100, 0], rgb: "#d7261e" }\ncontact: { email: us@example.org }\n',
  'issues/17-01/issue.yaml': 'volume: 17\nnumber: 1\ndate: 2026-11-15\npages: 4\n',
  ...Object.fromEntries(['dockers', 'nurses', 'tenants'].flatMap((word) => [
    [`issues/17-01/${word}/en.md`, copy(`What ${word} said`, word)], [`issues/17-01/${word}/es.md`, copy(`Lo que dijeron ${word}`, word)],
  ])),
  'leaflets/heat/en.md': `---\ntitle: Heat\n---\n\n${sentence('workers').repeat(4)}\n`,
  'leaflets/heat/es.md': `---\ntitle: Calor\n---\n\n${'Los obreros se reunieron al amanecer y hablaron de las horas. '.repeat(4)}\n`,
})

let shop: PrintShop
let newsroom: Newsroom
let issue: Proof
let leaflet: Proof
const made = new Map<string, PdfFile>()
/** The paper at a printer who has colour on its outer pages only, and its press file. */
let outer: Paper
let outerPress: PdfFile

beforeAll(async () => {
  const png = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#a03020' } }).png().toBuffer()
  const all = await files()
  const pictures = Object.fromEntries(['dockers', 'nurses', 'tenants'].map((word) => [`issues/17-01/${word}/a.png`, new Uint8Array(png)]))
  newsroom = readNewsroom(contentFolder({ ...all, ...pictures })).value!
  const opened = await openPictures(newsroom.folder, picturesOf(newsroom), mkdtempSync(join(tmpdir(), 'products-')))
  shop = openPrintShop(newsroom.paper, opened.value!)
  const jobs = printJobs(newsroom)
  issue = proofOf(jobs.find(({ kind, language }) => kind === 'issue' && language === 'en')!, shop)
  leaflet = proofOf(jobs.find(({ kind }) => kind === 'leaflet')!, shop)
  for (const proof of [issue, leaflet]) for (const name of productsToAskFor(proof.job).flatMap((each) => filesOf(proof.job, each))) made.set(name, await renderProduct(proof, name, shop))
  outer = { ...newsroom.paper, printer: { ...newsroom.paper.printer, colorPages: new Map([[4, [1, 4]]]) } }
  outerPress = await renderProduct(issue, 'press', { ...shop, paper: outer })
}, 120_000)

const file = (product: string) => made.get(product)!.bytes

test('an issue has these products, and more when they are asked for', () => {
  expect(productsOf(issue.job, newsroom.paper)).toEqual(['press', 'reader', 'booklet', 'pocket', 'letter', 'a4', 'phone'])
  expect(productsToAskFor(issue.job)).toEqual([...productsOf(issue.job, newsroom.paper), 'front', 'tete-beche', 'riso'])
  expect(filesOf(issue.job, 'riso')).toEqual(['riso-black', 'riso-color'])
  expect(productsOf(leaflet.job, newsroom.paper)).toEqual(['leaflet', 'flyer'])
})

test('a paper names its products, and an issue its own', () => {
  const paper = { ...newsroom.paper, products: ['press', 'riso', 'flyer-four'] }
  expect(productsOf(issue.job, paper)).toEqual(['press', 'riso-black', 'riso-color'])
  expect(hasFront(issue.job, paper)).toBe(false)
  expect(hasFront(issue.job, newsroom.paper)).toBe(true)
  expect(productsOf(leaflet.job, paper)).toEqual(['flyer-four'])
  expect(productsOf(leaflet.job, { ...paper, products: ['press'] })).toEqual(['leaflet', 'flyer'])
  const job = { ...issue.job, issue: { ...newsroom.issues[0]!, products: ['front', 'phone'] } } as PrintJob
  expect([productsOf(job, paper), hasFront(job, paper)]).toEqual([['phone'], true])
})

test.each([
  ['press', [887.244, 1269.921]], ['reader', [892.913, 1332.283]], ['booklet', [1190.551, 841.89]], ['tete-beche', [1190.551, 841.89]],
  ['pocket', [841.89, 595.276]], ['letter', [612, 792]], ['a4', [595.276, 841.89]], ['phone', [306, 612]], ['leaflet', [612, 792]], ['flyer', [841.89, 595.276]],
  ['flyer-four', [595.276, 841.89]], ['flyer-both', [841.89, 595.276]], ['riso-black', [841.89, 1190.551]], ['riso-color', [841.89, 1190.551]],
])('%s is on its paper', (product, [width, height]) => {
  const [box] = boxesOf(file(product), 'TrimBox')
  expect(box![2]! - box![0]!).toBeCloseTo(width!, 1)
  expect(box![3]! - box![1]!).toBeCloseTo(height!, 1)
})

test.each(['reader', 'letter', 'a4', 'phone', 'pocket', 'booklet'])('%s holds all copy', async (product) => {
  const { pages } = await readPdf(file(product))
  const text = pages.map((page) => page.text).join('\n')
  if (product !== 'pocket' && product !== 'booklet') {
    for (const { articles } of newsroom.issues[0]!.stories) expect(missingFrom(text, piecesOf(articles.get('en')!).map((piece) => ({ ...piece, inOrder: false })))).toEqual([])
  }
  // A word that stands whole on one page wherever pages turn; folios part phrases.
  expect(lettersOf(text).split('wages').length - 1).toBe(3 * 42)
})

test.each(['letter', 'a4', 'pocket', 'flyer', 'flyer-four', 'flyer-both', 'riso-black', 'riso-color'])('%s is grey, and nothing else', (product) => {
  for (const operators of operatorsOf(file(product))) expect(operators).not.toMatch(/ (k|rg)$/m)
  expect(Buffer.from(file(product)).toString('latin1')).not.toMatch(/DeviceRGB|DeviceCMYK/)
})

test.each(['reader', 'phone'])('%s is for a screen: light, links and bookmarks', async (product) => {
  expect(operatorsOf(file(product)).join('\n')).not.toMatch(/ k$/m)
  expect((await readPdf(file(product))).outline).toEqual(['What dockers said', 'What nurses said', 'What tenants said'])
  expect(Buffer.from(file(product)).toString('latin1')).toContain('(mailto:us@example.org)')
})

describe('what is read aloud', () => {
  const flat = (elements: Element[]): Element[] => elements.flatMap((each) => [each, ...flat(each.children)])

  test.each(['reader', 'phone'])('%s says that it is built for everybody, and has what that needs', async (product) => {
    const { pages, xmp } = await readPdf(file(product))
    expect(xmp).toContain('<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>')
    const text = Buffer.from(file(product)).toString('latin1')
    for (const needed of ['/Marked true', '/DisplayDocTitle true', '/Lang (en)']) expect(text).toContain(needed)
    // Every page with links is walked in the order of its structure, and every link says where it leads.
    const links = [...text.matchAll(/\/Subtype \/Link\n[^]*?endobj/g)].map(([object]) => object)
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) expect(link).toMatch(/\/Contents \([^]+\)[^]*\/StructParent \d+|\/StructParent \d+[^]*\/Contents \(/)
    expect(text.match(/\/Annots \[/g)).toHaveLength(text.match(/\/Tabs \/S/g)!.length)
    // No level of headings is passed over on the way down.
    const levels = pages.flatMap(({ structure }) => flat(structure)).flatMap(({ role }) => /^H\d$/.test(role) ? Number(role[1]) : [])
    expect(levels[0]).toBe(1)
    for (const [i, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1)
    for (const { role, alt } of pages.flatMap(({ structure }) => flat(structure))) if (role === 'Figure') expect(alt).toBeTruthy()
  })

  test('a press file makes no such claim', async () => {
    expect((await readPdf(file('press'))).xmp).not.toContain('pdfuaid')
  })

  test('each half of a paper with two fronts is read in its language', () => {
    const text = Buffer.from(file('tete-beche')).toString('latin1')
    const halves = [...text.matchAll(/\/S \/Art\n(?:[^>](?!endobj))*?>>/g)].map(([object]) => /\/Lang \((\w+)\)/.exec(object)?.[1] ?? 'the file’s')
    expect(halves).toEqual(['the file’s', 'the file’s', 'the file’s', 'es', 'es', 'es'])
    expect(text).toContain('/Lang (en)')
  })
})

test('a page that the press prints in black alone has no other ink, and passes the rule that looks for it', async () => {
  const { bytes } = outerPress
  const colored = operatorsOf(bytes).map((operators) => [...operators.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) [\d.]+ k$/gm)].some(([, ...inks]) => inks.some((ink) => Number(ink) > 0)))
  expect(colored).toEqual([true, false, false, true])
  const limits = limitsOfProduct('press', outer, 4)
  expect(limits.colorPages).toEqual([1, 4])
  expect((await checkPdf(bytes, 'press.pdf', limits)).diagnostics.filter(({ id }) => id === 'preflight/color-page')).toEqual([])
  expect((await checkPdf(bytes, 'press.pdf', { ...limits, colorPages: [2, 3] })).diagnostics.filter(({ id }) => id === 'preflight/color-page').map(({ params }) => params.page)).toEqual([1, 4])
})

test('press is four inks, and nothing lighter', () => {
  expect(operatorsOf(file('press')).join('\n')).not.toMatch(/ (rg|g)$/m)
  expect(Buffer.from(file('press')).toString('latin1')).not.toContain('DeviceRGB')
  expect(Buffer.from(file('press')).toString('latin1')).toContain('(PDF/X-1a:2003)')
})

test('the plate of colour has no pictures, and no more than 85 % of ink', () => {
  expect(Buffer.from(file('riso-color')).toString('latin1')).not.toContain('/Subtype /Image')
  const greys = operatorsOf(file('riso-color')).flatMap((operators) => [...operators.matchAll(/^([\d.]+) g$/gm)].map(([, grey]) => Number(grey)))
  expect(Math.min(...greys)).toBe(0.15)
})

test('a flyer in two languages has one on each side, each read in its own', async () => {
  const sides = (await readPdf(file('flyer-both'))).pages.map(({ text }) => lettersOf(text))
  expect(sides).toHaveLength(2)
  expect(sides[0]).toContain(lettersOf('The workers met'))
  expect(sides[1]).toContain(lettersOf('Los obreros se reunieron'))
  expect(Buffer.from(file('flyer-both')).toString('latin1').match(/\/S \/Art\n[^>]*?\/Lang \(es\)/g)).toHaveLength(1)
})

test.each([['flyer', 2], ['flyer-four', 4]])('a %s has every word of the leaflet, %i times on its sheet', async (product, times) => {
  const text = (await readPdf(file(product))).pages.map((page) => lettersOf(page.text)).join('')
  expect(text.split(lettersOf('what they would do together')).length - 1).toBe(4 * times)
})

test('a file of an ink is named after it', () => {
  expect([made.get('riso-black')!.file, made.get('riso-color')!.file]).toEqual(['downloads/17-01/red-flag-17-01-en-riso-black.pdf', 'downloads/17-01/red-flag-17-01-en-riso-flag-red.pdf'])
})

test('nothing of an office product stands nearer to the edge than ten millimetres, but for punctuation that hangs', () => {
  for (const product of ['letter', 'a4', 'pocket', 'flyer', 'flyer-four', 'flyer-both', 'riso-black', 'riso-color']) {
    for (const operators of operatorsOf(file(product))) {
      for (const [, x, y] of operators.matchAll(/^1 0 0 1 ([\d.]+) ([\d.]+) Tm/gm)) {
        expect(Number(x)).toBeGreaterThan(26)
        expect(Number(y)).toBeGreaterThan(28)
      }
    }
  }
})

test('a copy says its paper, its sheets and how it is printed, in the language of its readers', async () => {
  expect(howToPrint(made.get('letter')!)).toMatch(/^Letter paper · \d+ sheets? · One story after another/)
  expect(howToPrint(made.get('press')!)).toMatch(/^315 × 470 mm · Full size/)
  const spanish = proofOf(printJobs(newsroom).find(({ kind, language }) => kind === 'issue' && language === 'es')!, shop)
  expect(howToPrint(await renderProduct(spanish, 'a4', shop))).toMatch(/^papel A4 · \d+ hojas? · Un artículo tras otro/)
})

test('sheets are counted as they leave the printer', () => {
  expect(made.get('booklet')).toMatchObject({ sheets: 1, pages: 4 })
  expect(made.get('tete-beche')).toMatchObject({ sheets: 2, pages: 8 })
  expect(made.get('letter')!.sheets).toBe(Math.ceil(made.get('letter')!.pages / 2))
  expect(made.get('reader')!.sheets).toBe(0)
})

test('products of the same pages are the same twice', async () => {
  for (const product of ['reader', 'phone', 'booklet']) expect((await renderProduct(issue, product, shop)).bytes).toEqual(file(product))
})

describe('front', () => {
  test('is page one as PNG and WebP, large and small, named after its PDF', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'fronts-'))
    const [png, webp, small, smallPng] = await renderFront(made.get('reader')!, cache)
    expect(png!.file).toBe('downloads/17-01/red-flag-17-01-en-front.png')
    expect(webp!.file).toBe('downloads/17-01/red-flag-17-01-en-front.webp')
    expect(small).toMatchObject({ file: 'downloads/17-01/red-flag-17-01-en-front-360.webp', width: 360 })
    expect(small!.bytes.length).toBeLessThan(webp!.bytes.length / 3)
    expect(smallPng).toMatchObject({ file: 'downloads/17-01/red-flag-17-01-en-front-360.png', width: 360 })
    expect(smallPng!.bytes.length).toBeLessThan(png!.bytes.length / 3)
    for (const { bytes, width, height } of [png!, webp!, small!, smallPng!]) {
      expect(await sharp(bytes).metadata()).toMatchObject({ width, height })
      expect(width / height).toBeCloseTo(315 / 470, 2)
    }
    const { data, info } = await sharp(png!.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const reds = Array.from({ length: info.width * 300 }, (_, at) => data[3 * at]! > 200 && data[3 * at + 1]! < 80).filter(Boolean).length
    expect(reds).toBeGreaterThan(1000)
    // Kept by the bytes of the PDF: found again for these, whatever the file is called, and for no others.
    const kept = readdirSync(cache, { recursive: true }).length
    expect(await renderFront({ ...made.get('reader')!, file: 'other-reader.pdf' }, cache)).toEqual([
      { ...png, file: 'other-front.png' }, { ...webp, file: 'other-front.webp' }, { ...small, file: 'other-front-360.webp' },
      { ...smallPng, file: 'other-front-360.png' },
    ])
    expect(readdirSync(cache, { recursive: true })).toHaveLength(kept)
    await renderFront(made.get('phone')!, cache)
    expect(readdirSync(cache, { recursive: true })).toHaveLength(2 * kept - 1)
  })
})

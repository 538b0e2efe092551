/** What the house itself prints: preflight finds nothing in it, and neither do programs that have nothing to do with the house. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Paper } from '../../../src/newsroom/paper.ts'
import { readNewsroom } from '../../../src/newsroom/newsroom.ts'
import { picturesOf } from '../../../src/newsroom/picturesOf.ts'
import { openPictures } from '../../../src/pictures/pictures.ts'
import { limitsOfProduct, productOfFile } from '../../../src/print/preflight/limits.ts'
import { checkPages, checkPdf } from '../../../src/print/preflight/preflight.ts'
import { openPrintShop } from '../../../src/print/print.ts'
import { printJobs, productsOf, proofOf, renderProduct, type PdfFile, type Proof } from '../../../src/print/products.ts'
import { ask, inksOf, testWith } from '../../helpers/pdf.ts'
import { lettersOf } from '../../papers/printed.ts'
import { photo, smallPaperWith, type ScratchPaper } from '../../papers/paper.ts'

let scratch: ScratchPaper
let paper: Paper
const proofs: Proof[] = []
const pdfs: PdfFile[] = []
let press: Uint8Array

beforeAll(async () => {
  scratch = await smallPaperWith({ 'issues/17-01/strike/crane.jpg': await photo(2800, 1900) })
  const newsroom = readNewsroom(scratch.content).value!
  paper = newsroom.paper
  const pictures = await openPictures(scratch.content, picturesOf(newsroom), join(scratch.room, 'cache'))
  const shop = openPrintShop(paper, pictures.value!)
  for (const job of printJobs(newsroom).filter(({ language }) => language === 'en')) {
    const proof = proofOf(job, shop)
    proofs.push(proof)
    for (const product of productsOf(job, paper)) pdfs.push(await renderProduct(proof, product, shop))
  }
  press = pdfs.find(({ product }) => product === 'press')!.bytes
}, 240_000)
afterAll(() => scratch.remove())

describe('the products of a small paper', () => {
  test('are made of pages that pass preflight', () => {
    expect(proofs.length).toBeGreaterThan(2)
    for (const { layout, job } of proofs) expect({ of: job.of, found: checkPages(layout) }).toEqual({ of: job.of, found: [] })
  })

  test('pass preflight themselves', async () => {
    expect(pdfs.length).toBeGreaterThan(6)
    for (const { file, bytes, product } of pdfs) {
      expect(productOfFile(file)).toBe(product)
      const { diagnostics } = await checkPdf(bytes, file, (pages) => limitsOfProduct(product, paper, pages))
      expect({ file, found: diagnostics }).toEqual({ file, found: [] })
    }
  })
})

describe('the press file', () => {
  testWith('gs')('makes four plates and no other', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plates-'))
    try {
      writeFileSync(join(folder, 'in.pdf'), press)
      execFileSync('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=tiffsep', '-r36', `-sOutputFile=${join(folder, 'page%d.tif')}`, join(folder, 'in.pdf')])
      const plates = readdirSync(folder).flatMap((name) => /\((.*)\)\.tif$/.exec(name)?.[1] ?? [])
      expect([...new Set(plates)].sort()).toEqual(['Black', 'Cyan', 'Magenta', 'Yellow'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  testWith('gs')('never lays more ink on an area than the printer takes', () => {
    const { inkLimit } = paper.printer
    const inks = inksOf(press)
    let heavy = 0
    for (let y = 0; y < 972; y++) for (let x = 0; x < inks.width; x++) if (inks.at(x, y).reduce((sum, ink) => sum + ink, 0) * 100 / 255 > inkLimit + 3) heavy++
    expect(heavy * (25.4 / 72) ** 2).toBeLessThan(15)
  })

  testWith('pdfimages')('holds pictures in grey or four inks', () => {
    const colors = ask('pdfimages', ['-list', 'FILE'], press).trim().split('\n').slice(2).map((line) => line.trim().split(/\s+/)[5])
    expect(colors.length).toBeGreaterThan(0)
    for (const color of colors) expect(['cmyk', 'gray']).toContain(color)
  })

  testWith('pdfinfo')('says its standard and its boxes, and reads aloud every story', () => {
    const said = ask('pdfinfo', ['-box', 'FILE'], press)
    expect(said).toContain('PDF/X-1a:2003')
    expect(said).toMatch(/TrimBox:\s+0\.00\s+0\.00\s+792\.00\s+972\.00/)
    const text = lettersOf(ask('pdfinfo', ['-struct-text', 'FILE'], press).replace(/^\s*"?|"?$/gm, ''))
    for (const words of ['Eleven days without the call', 'Nine minutes for soup', 'The vote', 'A docker of the port']) expect(text).toContain(lettersOf(words))
  })
})

describe('validators of others', () => {
  testWith('pdfcpu')('find every file sound, read strictly', () => {
    for (const { bytes } of pdfs) expect(ask('pdfcpu', ['validate', '-mode', 'strict', 'FILE'], bytes)).toContain('ok')
  })

  testWith('verapdf')('find that the file for the screen keeps to PDF/UA-1', () => {
    const reader = pdfs.find(({ product }) => product === 'reader')!
    expect(ask('verapdf', ['--flavour', 'ua1', '--format', 'text', 'FILE'], reader.bytes)).toContain('PASS')
  })

  testWith('qpdf')('find every file sound', () => {
    for (const { bytes } of pdfs) expect(ask('qpdf', ['--check', 'FILE'], bytes)).toContain('No syntax or stream encoding errors found')
  })
})

/** What the house itself prints: preflight finds nothing in it, and neither do programs that have nothing to do with the house. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Paper } from '../../../src/newsroom/paper.ts'
import { readNewsroom } from '../../../src/newsroom/newsroom.ts'
import { picturesOf } from '../../../src/newsroom/picturesOf.ts'
import { openPictures } from '../../../src/pictures/pictures.ts'
import { readProfile } from '../../../src/pictures/profile.ts'
import { limitsOfProduct, productOfFile } from '../../../src/print/preflight/limits.ts'
import { checkPages, checkPdf } from '../../../src/print/preflight/preflight.ts'
import { openPrintShop } from '../../../src/print/print.ts'
import { printJobs, productsOf, proofOf, renderProduct, type PdfFile, type Proof } from '../../../src/print/products.ts'
import { ask, inksOf, testWith } from '../../helpers/pdf.ts'
import { lettersOf } from '../../papers/printed.ts'
import { photo, smallPaperWith, type ScratchPaper } from '../../papers/paper.ts'

const pdfBox = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'commons-io', 'javax.activation', 'jaxb-api'].map((name) => `/usr/share/java/${name}.jar`)
const hasPdfBox = spawnSync('java', ['-version']).error === undefined && pdfBox.every((file) => existsSync(file))

let scratch: ScratchPaper
let paper: Paper
const proofs: Proof[] = []
const pdfs: PdfFile[] = []
let press: Uint8Array
/** The same with a profile, as PDFBox wants it. */
let profiled: Uint8Array

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
  if (!hasPdfBox) return
  const { icc } = await sharp(await sharp(await photo(8, 8)).withIccProfile('cmyk').jpeg().toBuffer()).metadata()
  writeFileSync(join(scratch.room, 'free.icc'), icc!)
  const { value: profile } = readProfile(join(scratch.room, 'free.icc'), { file: 'free.icc' })
  profiled = (await renderProduct(proofs[0]!, 'press', openPrintShop(paper, pictures.value!, profile))).bytes
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

  // Apache PDFBox (Debian: libpdfbox2-java) judges PDF/A-1b, which shares with PDF/X-1a what it asks of colours, fonts and the file's build.
  // The intent is renamed for it, and it may miss what PDF/A alone asks: a CIDSet in every font, and the namespaces of its metadata.
  if (!hasPdfBox) process.stderr.write('SKIPPED: PDFBox is not installed (Debian: libpdfbox2-java), so it does not judge the press file.\n')
  test.skipIf(!hasPdfBox)('PDFBox finds nothing against PDF/A-1b in the press file but what PDF/X does not ask', async () => {
    const document = await PDFDocument.load(profiled, { updateMetadata: false })
    const intents = document.catalog.lookup(PDFName.of('OutputIntents'), PDFArray)
    intents.lookup(0, PDFDict).set(PDFName.of('S'), PDFName.of('GTS_PDFA1'))
    const file = join(scratch.room, 'renamed.pdf')
    writeFileSync(file, await document.save({ useObjectStreams: false }))
    const { stdout: said } = spawnSync('java', ['-cp', pdfBox.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', file], { encoding: 'utf8' })
    const errors = said.split('\n').filter((line) => /^\d+(?:\.\d+)+ : /.test(line))
    expect(said).toContain('error(s)')
    expect(errors.filter((error) => !/The CIDSet entry is missing|^7\.3 : .*Schema is not set/.test(error))).toEqual([])
  }, 60_000)

  testWith('qpdf')('find every file sound', () => {
    for (const { bytes } of pdfs) expect(ask('qpdf', ['--check', 'FILE'], bytes)).toContain('No syntax or stream encoding errors found')
  })
})

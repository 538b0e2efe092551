/** `npm run preflight -- FILE|17-01`: what a printer would send back, in a PDF or in everything that is printed of an issue. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts'
import { isPublishable } from '../src/diagnostics/report.ts'
import { readNewsroom } from '../src/newsroom/newsroom.ts'
import type { Paper } from '../src/newsroom/paper.ts'
import { picturesOf } from '../src/newsroom/picturesOf.ts'
import { readPaper } from '../src/newsroom/readPaper.ts'
import { readPrinters } from '../src/newsroom/readPrinters.ts'
import { openPictures } from '../src/pictures/pictures.ts'
import { limitsOfProduct, productOfFile } from '../src/print/preflight/limits.ts'
import { checkPages, checkPdf } from '../src/print/preflight/preflight.ts'
import { closePrintShop, openPrintShop } from '../src/print/print.ts'
import { filesOf, productsOf, proofOf, renderProduct } from '../src/print/products.ts'
import { runCommand, WrongCall, type Call, type Command } from './commandLine.ts'
import { inFolder } from './inFolder.ts'
import { profiledPaper } from './pressProfile.ts'
import { jobsOf } from './print.ts'

/** The command `preflight`. */
export const preflight: Command = {
  name: 'preflight',
  options: { product: { type: 'string' }, printer: { type: 'string' }, profile: { type: 'string' } },
  run: async (call) => {
    const files = call.words.filter((word) => /\.pdf$/i.test(word) || (existsSync(word) && statSync(word).isFile()))
    const found = files.length > 0 ? await checkFiles(files, call) : await checkProducts(call)
    if (found.length > 0 || call.format === 'json') call.report(found, '.')
    return isPublishable(found)
  },
}

/** PDFs from anywhere. A file's name tells its product, unless `--product` does. */
async function checkFiles(files: string[], call: Call): Promise<Diagnostic[]> {
  const found: Diagnostic[] = []
  const paper = printedBy(readPaper(call.content).value!, call)
  for (const file of files) {
    if (!existsSync(file)) throw new WrongCall(call.t('command.preflight.noFile', { file }))
    const product = typeof call.values.product === 'string' ? call.values.product : productOfFile(file)
    found.push(...await checkOne(file, readFileSync(file), product, paper, call))
  }
  return found
}

/** The products of an issue, a pamphlet or a leaflet, drawn anew and written nowhere; and the pages that they are drawn from. */
async function checkProducts(call: Call): Promise<Diagnostic[]> {
  call.progress(call.t('command.reading', { folder: call.content }))
  const cache = resolve(`${call.out}.cache`)
  const read = readNewsroom(call.content, cache)
  if (!read.value) throw new WrongCall(call.t('command.noContent', { folder: call.content }))
  const jobs = jobsOf(call, read.value)
  const opened = await openPictures(resolve(call.content), picturesOf(read.value), cache)
  const profiled = profiledPaper(call, read.value.paper)
  const shop = openPrintShop(profiled.value!.paper, opened.value!, profiled.value!.profile, join(cache, 'type'))
  const paper = printedBy(shop.paper, call)
  const found: Diagnostic[] = [...profiled.diagnostics]
  for (const job of jobs) {
    call.progress(call.t('command.print.layingOut', { of: job.of, language: job.language }))
    const proof = proofOf(job, shop)
    const pages = [...proof.diagnostics, ...checkPages(proof.layout)]
    found.push(...pages.map((each) => inFolder(each, call.content)))
    const wanted = typeof call.values.product === 'string' ? filesOf(job, call.values.product) : productsOf(job, read.value.paper)
    for (const product of wanted) {
      call.progress(call.t('command.print.drawing', { product, of: job.of, language: job.language }))
      const pdf = await renderProduct(proof, product, shop)
      found.push(...await checkOne(join(call.out, pdf.file), pdf.bytes, product, paper, call))
    }
  }
  closePrintShop(shop)
  return found
}

async function checkOne(name: string, bytes: Uint8Array, product: string, paper: Paper, call: Call): Promise<Diagnostic[]> {
  call.progress(call.t('command.preflight.looking', { file: name }))
  const { diagnostics, pages } = await checkPdf(bytes, name, (count) => limitsOfProduct(product, paper, count))
  if (diagnostics.length === 0 && !call.quiet && call.format !== 'json') call.print(`${call.t('command.preflight.good', { file: name, pages })}\n`)
  return diagnostics
}

/** The paper as if the printer that `--printer` names printed it. */
function printedBy(paper: Paper, call: Call): Paper {
  const name = call.values.printer
  if (typeof name !== 'string') return paper
  const printers = readPrinters(call.content).value!
  const printer = printers.get(name)
  if (!printer) throw new WrongCall(call.t('command.preflight.unknownPrinter', { printer: name, known: printers.names.join(', ') }))
  return { ...paper, printer }
}

if (import.meta.main) await runCommand(preflight)

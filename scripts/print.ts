/** `npm run print -- 17-01`: the PDFs of an issue, a pamphlet or a leaflet, or with `--plan` its pages as a plan. */
import { dirname, join, resolve } from 'node:path'
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts'
import { isPublishable } from '../src/diagnostics/report.ts'
import { allStories, readNewsroom, type Newsroom } from '../src/newsroom/newsroom.ts'
import { isSameIssue } from '../src/newsroom/issueName.ts'
import { openPictures } from '../src/pictures/pictures.ts'
import { openPrintShop } from '../src/print/print.ts'
import { formatPlan, toPlanDocument } from '../src/print/planReport.ts'
import { howToPrint, printJobs, productsOf, productsToAskFor, proofOf, renderProduct, type PrintJob, type ProductName } from '../src/print/products.ts'
import { picturesOf } from '../src/newsroom/picturesOf.ts'
import { runCommand, WrongCall, type Call, type Command } from './commandLine.ts'
import { writeChecksums, writeWhole } from './output.ts'

/** The command `print`. */
export const print: Command = {
  name: 'print',
  options: { product: { type: 'string' }, plan: { type: 'boolean' } },
  run: async (call) => {
    call.progress(call.t('command.reading', { folder: call.content }))
    const read = readNewsroom(call.content)
    if (!read.value) throw new WrongCall(call.t('command.noContent', { folder: call.content }))
    const jobs = jobsOf(call, read.value)
    const product = productOf(call, jobs)
    const opened = await openPictures(resolve(call.content), picturesOf(read.value), resolve(`${call.out}.cache`))
    const diagnostics = ofJobs([...read.diagnostics, ...opened.diagnostics], jobs)
    if (!isPublishable(diagnostics)) {
      call.report(diagnostics)
      return false
    }
    const shop = openPrintShop(read.value.paper, opened.value!)
    const proofs = jobs.map((job) => {
      call.progress(call.t('command.print.layingOut', { of: job.of, language: job.language }))
      return proofOf(job, shop)
    })
    const found = [...diagnostics, ...proofs.flatMap((proof) => proof.diagnostics)]
    if (call.values.plan === true) {
      for (const proof of proofs) {
        const titles = new Map(allStories(read.value).map(({ slug, articles }) => [slug, articles.get(proof.job.language)?.title ?? slug]))
        const plan = call.format === 'json'
          ? `${JSON.stringify(toPlanDocument(proof.layout, { issue: proof.job.of, language: proof.job.language, product: product ?? productsOf(proof.job)[0]! }), null, 2)}\n`
          : `${proof.job.of} ${proof.job.language}\n${formatPlan(proof.layout, titles)}\n`
        call.print(plan)
      }
      if (call.format !== 'json') call.report(found)
      return isPublishable(found)
    }
    for (const proof of proofs) {
      if (!isPublishable(proof.diagnostics)) continue
      for (const name of product ? [product] : productsOf(proof.job)) {
        call.progress(call.t('command.print.drawing', { product: name, of: proof.job.of, language: proof.job.language }))
        const pdf = await renderProduct(proof, name, shop)
        const file = join(call.out, pdf.file)
        await writeWhole(resolve(file), pdf.bytes)
        await writeChecksums(dirname(resolve(file)))
        if (!call.quiet && call.format !== 'json') call.print(`${call.t('command.print.made', { file, pages: pdf.pages })}\n  ${howToPrint(pdf)}\n`)
      }
    }
    call.report(found)
    return isPublishable(found)
  },
}

/** The jobs that the words and `--language` name; the newest issue when no word does. */
export function jobsOf(call: Call, newsroom: Newsroom): PrintJob[] {
  const all = printJobs(newsroom)
  const wanted = call.words[0] ?? newsroom.issues[0]?.name
  const named = all.filter((job) => wanted !== undefined && (job.of === wanted || job.of.endsWith(`/${wanted}`) || isSameIssue(job.of, wanted)))
  if (named.length === 0) {
    throw new WrongCall(call.t('command.print.unknown', { of: wanted ?? '', known: [...new Set(all.map((job) => job.of))].join(', ') }))
  }
  // A plan as JSON is one document, so it is of one language.
  const language = call.asked ?? (call.values.plan === true && call.format === 'json' ? named[0]!.language : undefined)
  const jobs = named.filter((job) => language === undefined || job.language === language)
  if (jobs.length === 0) {
    throw new WrongCall(call.t('command.print.noLanguage', { of: named[0]!.of, language: language!, known: named.map((job) => job.language).join(', ') }))
  }
  return jobs
}

function productOf(call: Call, jobs: PrintJob[]): ProductName | undefined {
  const name = call.values.product
  if (name === undefined) return undefined
  const known = jobs.flatMap(productsToAskFor)
  const product = known.find((each) => each === name)
  if (!product) throw new WrongCall(call.t('command.print.unknownProduct', { product: String(name), known: [...new Set(known)].join(', ') }))
  return product
}

/** What concerns the copy of these jobs, or the paper as a whole. */
function ofJobs(diagnostics: Diagnostic[], jobs: PrintJob[]): Diagnostic[] {
  const folders = jobs.map((job) => job.kind === 'issue' ? job.issue.folder : job.of)
  return diagnostics.filter(({ place }) => !place.file.includes('/') || folders.some((folder) => place.file === folder || place.file.startsWith(`${folder}/`)))
}

if (import.meta.main) await runCommand(print)

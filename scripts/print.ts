/**
 * `npm run print -- 17-01`: the PDFs of an issue, a pamphlet or a leaflet, or with `--plan` its pages as a plan. It ends within seconds, so
 * package.json starts it without V8's slowest compiler (`--max-opt=2`), which would not earn its cost, and with a small room for young objects.
 */
import { dirname, join, resolve } from 'node:path'
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts'
import { isPublishable } from '../src/diagnostics/report.ts'
import type { Language } from '../src/languages/language.ts'
import { allStories } from '../src/newsroom/allStories.ts'
import type { Newsroom } from '../src/newsroom/gather.ts'
import { openNewsroom } from '../src/newsroom/keptNewsroom.ts'
import { isSameIssue } from '../src/newsroom/issueName.ts'
import { openPictures } from '../src/pictures/pictures.ts'
import { closePrintShop, closeWorkshops, openPrintShop, type PrintShop } from '../src/print/print.ts'
import { formatPlan, toPlanDocument } from '../src/print/planReport.ts'
import { renderFront } from '../src/print/front.ts'
import { filesOf, hasFront, howToPrint, printJobs, productsOf, productsToAskFor, proofOf, renderProduct, storyJobs, type PrintJob, type ProductName, type Proof } from '../src/print/products.ts'
import { picturesOfStories } from '../src/newsroom/picturesOf.ts'
import { runCommand, WrongCall, type Call, type Command } from './commandLine.ts'
import { writeChecksums, writeWhole } from './output.ts'
import { inFolder } from './inFolder.ts'
import { profiledPaper } from './pressProfile.ts'

/** The command `print`. */
export const print: Command = {
  name: 'print',
  options: { product: { type: 'string' }, plan: { type: 'boolean' }, back: { type: 'string' }, profile: { type: 'string' } },
  run: async (call) => {
    call.progress(call.t('command.reading', { folder: call.content }))
    const cache = resolve(`${call.out}.cache`)
    const read = await openNewsroom(call.content, cache)
    if (!read.value) throw new WrongCall(call.t('command.noContent', { folder: call.content }))
    const jobs = jobsOf(call, read.value)
    const product = productOf(call, jobs)
    const back = backOf(call, jobs)
    const printed = new Set(jobs.flatMap((job) => job.kind === 'issue' ? job.issue.stories : [job.story]))
    const opened = await openPictures(resolve(call.content), picturesOfStories([...printed]), cache)
    const diagnostics = ofJobs([...read.diagnostics, ...opened.diagnostics], jobs)
    if (!isPublishable(diagnostics)) {
      call.report(diagnostics)
      return false
    }
    const profiled = profiledPaper(call, read.value.paper)
    if (!isPublishable(profiled.diagnostics)) {
      call.report(profiled.diagnostics, '.')
      return false
    }
    const shop = openPrintShop(profiled.value.paper, opened.value!, profiled.value.profile, join(cache, 'type'))
    const proofs = jobs.map((job) => {
      call.progress(call.t('command.print.layingOut', { of: job.of, language: job.language }))
      return proofOf(job, shop)
    })
    const found = [...diagnostics, ...proofs.flatMap((proof) => proof.diagnostics)]
    if (call.values.plan === true) {
      for (const proof of proofs) {
        const titles = new Map(allStories(read.value).map(({ slug, articles }) => [slug, articles.get(proof.job.language)?.title ?? slug]))
        const plan = call.format === 'json'
          ? `${JSON.stringify(toPlanDocument(proof.layout, { issue: proof.job.of, language: proof.job.language, product: product ?? productsOf(proof.job, shop.paper)[0] ?? 'press' }), null, 2)}\n`
          : `${proof.job.of} ${proof.job.language}\n${formatPlan(proof.layout, titles)}\n`
        call.print(plan)
      }
      closePrintShop(shop)
      if (call.format !== 'json') call.report(found)
      return isPublishable(found)
    }
    closeWorkshops(shop)
    const folders = new Set<string>()
    const write = async (name: string, bytes: Uint8Array) => {
      const file = join(call.out, name)
      await writeWhole(resolve(file), bytes)
      folders.add(dirname(resolve(file)))
      return file
    }
    for (const proof of proofs) {
      if (!isPublishable(proof.diagnostics)) continue
      for (const name of product ? filesOf(proof.job, product) : productsOf(proof.job, shop.paper)) {
        call.progress(call.t('command.print.drawing', { product: name, of: proof.job.of, language: proof.job.language }))
        const pdf = await renderProduct(proof, name, shop, back)
        const file = await write(pdf.file, pdf.bytes)
        if (!call.quiet && call.format !== 'json') call.print(`${call.t('command.print.made', { file, count: pdf.pages })}\n  ${howToPrint(pdf)}\n`)
      }
      if (product === 'front' || (product === undefined && hasFront(proof.job, shop.paper))) await writeFront(proof, shop, call, write)
    }
    for (const folder of folders) await writeChecksums(folder)
    closePrintShop(shop)
    call.report([...found.map((each) => inFolder(each, call.content)), ...profiled.diagnostics], '.')
    return isPublishable(found)
  },
}

/** The front page as a picture, drawn from the file for screens. */
async function writeFront(proof: Proof, shop: PrintShop, call: Call, write: (name: string, bytes: Uint8Array) => Promise<string>): Promise<void> {
  for (const picture of await renderFront(await renderProduct(proof, 'reader', shop), resolve(`${call.out}.cache`))) {
    const file = await write(picture.file, picture.bytes)
    if (!call.quiet && call.format !== 'json') call.print(`${call.t('command.print.madePicture', { file, width: picture.width, height: picture.height })}\n`)
  }
}

/** The language that `--back` names. */
function backOf(call: Call, jobs: PrintJob[]): Language | undefined {
  const { back } = call.values
  if (typeof back !== 'string') return undefined
  const stories = jobs.flatMap((job) => job.kind === 'issue' ? job.issue.stories : [job.story])
  const known = [...new Set(stories.flatMap(({ articles }) => [...articles.keys()]))]
  if (!known.includes(back)) throw new WrongCall(call.t('command.print.noLanguage', { of: jobs[0]!.of, language: back, known: known.join(', ') }))
  return back
}

/** The jobs that the words and `--language` name; the newest issue when no word does. */
export function jobsOf(call: Call, newsroom: Newsroom): PrintJob[] {
  const all = printJobs(newsroom)
  const wanted = call.words[0] ?? newsroom.issues[0]?.name
  const named = all.filter((job) => wanted !== undefined && (job.of === wanted || job.of.endsWith(`/${wanted}`) || isSameIssue(job.of, wanted)))
  // A story is no job of its own, but it can be asked for: as a leaflet or a flyer.
  if (named.length === 0) named.push(...newsroom.issues.flatMap((issue) => issue.stories.filter(({ slug }) => slug === wanted).flatMap((story) => storyJobs(issue, story))))
  if (named.length === 0) {
    const known = [...new Set(all.map((job) => job.of))].join(', ')
    const isIssue = newsroom.issues.some(({ name }) => wanted !== undefined && isSameIssue(name, wanted))
    throw new WrongCall(isIssue ? call.t('command.print.emptyIssue', { of: wanted! }) : known === '' ? call.t('command.print.nothing')
      : call.t(wanted === undefined ? 'command.print.noIssue' : 'command.print.unknown', { of: wanted ?? '', known }))
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
  const folders = jobs.map((job) => job.kind === 'issue' ? job.issue.folder : job.story.folder)
  return diagnostics.filter(({ place }) => !place.file.includes('/') || folders.some((folder) => place.file === folder || place.file.startsWith(`${folder}/`)))
}

if (import.meta.main) await runCommand(print)

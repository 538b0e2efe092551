/**
 * All PDFs of the paper, for `build`. What an earlier build printed of the same copy, for the same paper and printer, is taken over with what was
 * found in it then: an archive grows from issue to issue, and only the newest is at work.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts'
import { isPublishable } from '../src/diagnostics/report.ts'
import type { Article } from '../src/newsroom/article.ts'
import { articleFacts } from '../src/newsroom/articleFacts.ts'
import type { Newsroom } from '../src/newsroom/gather.ts'
import type { Story } from '../src/newsroom/story.ts'
import type { PictureLibrary } from '../src/pictures/pictures.ts'
import { limitsOfProduct } from '../src/print/preflight/limits.ts'
import { pagesOf } from '../src/print/findings.ts'
import { clearPrintShop, closePrintShop, openPrintShop, type PrintShop } from '../src/print/print.ts'
import { hasFlyers, hasFront, printJobs, productsOf, proofOf, renderProduct, renderStoryFlyer, storyJobs, type PdfFile, type PrintJob } from '../src/print/products.ts'
import type { Gated } from '../src/translation/gates.ts'
import { keyOf, openEarlier } from '../src/web/earlier.ts'
import type { Download } from '../src/web/edition.ts'
import { toPlain } from '../src/web/pageKeys.ts'
import type { Call } from './commandLine.ts'
import { writeWhole } from './output.ts'
import { profiledPaper } from './pressProfile.ts'

export interface Printed {
  downloads: Download[]
  /** Found in the copy. */
  diagnostics: Diagnostic[]
  /** What a printer would send back, in the files as they will be called. */
  inFiles: Diagnostic[]
}

/** What is printed together, and again when any of it changes: an issue in all its languages, or a story. */
interface Unit {
  name: string
  /** All that its files depend on, besides the paper and the program. */
  facts: unknown
  print(into: Printer): Promise<void>
}

/** Takes what a unit makes. */
interface Printer {
  finish(pdf: PdfFile): Promise<void>
  picture(download: Omit<Download, 'bytes' | 'pages'>, bytes: Uint8Array): Promise<void>
  found(diagnostics: Diagnostic[]): void
}

/** Every PDF of the paper. One that is overset is left out and reported: the rest of the paper can be published. */
export async function makePdfs(call: Call, newsroom: Newsroom, gated: Gated, pictures: PictureLibrary, folder: string): Promise<Printed> {
  const cacheFolder = resolve(`${call.out}.cache`)
  const profiled = profiledPaper(call, newsroom.paper)
  const { paper, profile } = profiled.value!
  const house = keyOf([toPlain(paper), profile?.hash, call.out])
  const earlier = openEarlier(resolve(call.out), folder, join(cacheFolder, 'printed.json'))
  const record = openRecord(join(cacheFolder, 'printed-found.json'))
  const shop = openPrintShop(paper, pictures, profile, join(cacheFolder, 'type'))
  const all: Printed = { downloads: [], diagnostics: [], inFiles: [...profiled.diagnostics] }
  /** The issue that was printed last. */
  let last = ''
  for (const unit of unitsOf(call, newsroom, gated, pictures, shop)) {
    const key = keyOf([house, unit.name, unit.facts])
    const kept = record.of(unit.name, key)
    const printed = kept && earlier.takeAll(unit.name, key) ? kept : await printAnew(unit)
    // What could not be printed is tried again each time: the reason may lie outside the copy.
    if (isPublishable([...printed.diagnostics, ...printed.inFiles])) record.keep(unit.name, key, printed)
    for (const list of ['downloads', 'diagnostics', 'inFiles'] as const) (all[list] as unknown[]).push(...printed[list])

    async function printAnew({ name, print }: Unit): Promise<Printed> {
      const made: Printed = { downloads: [], diagnostics: [], inFiles: [] }
      const issue = name.replace(/^issues\/|\/.*/g, '')
      if (issue !== last) clearPrintShop(shop)
      last = issue
      const { checkPdf } = await import('../src/print/preflight/preflight.ts')
      const write = async (download: Download, bytes: Uint8Array) => {
        await writeWhole(join(folder, download.file), bytes)
        earlier.note(download.file, key, name)
        made.downloads.push(download)
      }
      await print({
        async finish({ bytes, of, diagnostics, ...pdf }) {
          const checked = await checkPdf(bytes, join(call.out, pdf.file), (pages) => limitsOfProduct(pdf.product, newsroom.paper, pages))
          made.diagnostics.push(...diagnostics)
          made.inFiles.push(...checked.diagnostics)
          await write({ ...pdf, issue: of, bytes: bytes.length }, bytes)
        },
        picture: (download, bytes) => write({ ...download, bytes: bytes.length, pages: 1 }, bytes),
        found: (diagnostics) => made.diagnostics.push(...diagnostics),
      })
      return made
    }
  }
  closePrintShop(shop)
  earlier.save()
  record.save()
  return all
}

function unitsOf(call: Call, newsroom: Newsroom, gated: Gated, pictures: PictureLibrary, shop: PrintShop): Unit[] {
  const { paper } = newsroom
  const jobs = printJobs(newsroom).filter((job) => gated.mayPrint(job.of, job.language))
  const units = new Map<string, Unit>()
  for (const job of jobs) {
    const together = jobs.filter(({ of }) => of === job.of)
    if (units.has(job.of)) continue
    units.set(job.of, {
      name: job.of,
      facts: [together.map(({ language }) => language), job.kind === 'issue' ? [toPlain({ ...job.issue, stories: [] }), job.issue.stories.map(storyFacts)] : storyFacts(job.story)],
      async print(into) {
        for (const each of together) await printJob(each, into)
      },
    })
  }
  for (const issue of newsroom.issues.filter((each) => hasFlyers(each, paper))) {
    for (const story of issue.stories) {
      const flyers = storyJobs(issue, story).filter(({ language }) => gated.mayPrint(issue.name, language))
      units.set(story.folder, {
        name: story.folder,
        facts: [flyers.map(({ language }) => language), issue.name, storyFacts(story)],
        async print(into) {
          for (const job of flyers) {
            tell('command.print.drawing', job, 'flyer')
            await into.finish({ ...await renderStoryFlyer(job, shop), of: story.folder })
          }
        },
      })
    }
  }
  return [...units.values()]

  async function printJob(job: PrintJob, into: Printer): Promise<void> {
    tell('command.print.layingOut', job)
    const proof = proofOf(job, shop)
    into.found(proof.diagnostics)
    if (!isPublishable(proof.diagnostics)) return
    let reader: PdfFile | undefined
    for (const product of productsOf(job, paper)) {
      tell('command.print.drawing', job, product)
      const made = await renderProduct(proof, product, shop)
      if (product === 'reader') reader = made
      await into.finish(made)
    }
    if (!hasFront(job, paper)) return
    const { renderFront } = await import('../src/print/front.ts')
    const begins = Object.fromEntries(pagesOf(proof.layout))
    for (const { file, bytes, width, height } of await renderFront(reader ?? await renderProduct(proof, 'reader', shop), resolve(`${call.out}.cache`))) {
      await into.picture({ issue: job.of, language: job.language, product: 'front', file, picture: { width, height }, begins }, bytes)
    }
  }

  function tell(key: 'command.print.layingOut' | 'command.print.drawing', { of, language }: PrintJob, product = ''): void {
    call.progress(call.t(key, { product, of, language }))
  }

  function storyFacts({ folder, slug, original, articles }: Story): unknown {
    return [folder, slug, original, [...articles.values()].map(factsOf)]
  }

  function factsOf(article: Article): unknown {
    return [article.places, ...articleFacts(article, (file) => pictures.info(file)?.hash)]
  }
}

/** What was found in each unit's files, for as long as its key stays the same. */
function openRecord(file: string): { of(name: string, key: string): Printed | undefined; keep(name: string, key: string, printed: Printed): void; save(): void } {
  type Kept = { [name: string]: { key: string; printed: Printed } }
  const before = readKept()
  const now: Kept = {}
  return {
    of: (name, key) => before[name]?.key === key ? before[name].printed : undefined,
    keep(name, key, printed) {
      now[name] = { key, printed }
    },
    save() {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(`${file}.part`, JSON.stringify(now))
      renameSync(`${file}.part`, file)
    },
  }

  function readKept(): Kept {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Kept
    } catch {
      return {}
    }
  }
}

/** What a tiny paper is made into, as text that can be read, kept and compared. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { formatDiagnostics } from '../../src/diagnostics/report.ts'
import { renderFeeds } from '../../src/feeds/feeds.ts'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { picturesOf } from '../../src/newsroom/picturesOf.ts'
import { openPictures } from '../../src/pictures/pictures.ts'
import { formatPlan, toPlanDocument } from '../../src/print/planReport.ts'
import { openPrintShop } from '../../src/print/print.ts'
import { printJobs, productsOf, proofOf } from '../../src/print/products.ts'
import { storyKey, toAddress } from '../../src/web/address.ts'

/** The files that a content folder is made into, by name: diagnostics, plans, feeds. */
export async function filesMadeOf(content: string): Promise<Map<string, string>> {
  const cache = mkdtempSync(join(tmpdir(), 'golden-'))
  try {
    const read = readNewsroom(content)
    const newsroom = read.value!
    const opened = await openPictures(content, picturesOf(newsroom), cache)
    const shop = openPrintShop(newsroom.paper, opened.value!)
    const made = new Map<string, string>()
    const diagnostics = [...read.diagnostics, ...opened.diagnostics]
    for (const job of printJobs(newsroom)) {
      const proof = proofOf(job, shop)
      diagnostics.push(...proof.diagnostics)
      const name = `plan-${job.of.replaceAll('/', '-')}-${job.language}`
      const plan = toPlanDocument(proof.layout, { issue: job.of, language: job.language, product: productsOf(job, newsroom.paper)[0]! })
      made.set(`${name}.json`, toLines(plan))
      made.set(`${name}.txt`, formatPlan(proof.layout, new Map()).replace(/[ ]+$/gm, ''))
    }
    made.set('diagnostics.json', formatDiagnostics(diagnostics, { format: 'json', language: 'en', contentFolder: 'content' }))
    made.set('diagnostics-es.txt', formatDiagnostics(diagnostics, { format: 'human', language: 'es', contentFolder: 'content' }))
    const feeds = renderFeeds(newsroom, { pageOf: (story, language) => toAddress(language, storyKey(story)), pictureOf: () => undefined })
    for (const { file, text } of feeds) made.set(file.replaceAll('/', '-'), text.endsWith('\n') ? text : `${text}\n`)
    return made
  } finally {
    rmSync(cache, { recursive: true, force: true })
  }
}

/** The plan of the stories in whole points, a frame a line: what a reader of a change wants to see. Furniture and rules are the designer's. */
function toLines(plan: ReturnType<typeof toPlanDocument>): string {
  const pages = plan.pages.map(({ number, frames }) => ({
    number,
    frames: frames.filter(({ kind, story }) => story !== undefined && kind !== 'rule').map((frame) => ({ ...frame, x: Math.round(frame.x), y: Math.round(frame.y), width: Math.round(frame.width), height: Math.round(frame.height) })),
  }))
  return `${JSON.stringify({ ...plan, pages }, null, 1).replace(/\{\s+("kind"[^{}]*?)\s+\}/g, (_, inner: string) => `{ ${inner.replace(/\s*\n\s*/g, ' ')} }`)}\n`
}

export type Verdict = { is: 'same' } | { is: 'new' } | { is: 'changed'; files: string[]; folder: string }

/**
 * Compares what was made with what is kept in `<folder>/<name>/expected`. What differs is laid into `<folder>/<name>-changed`;
 * what is not kept yet, or what `update` asks for, is kept from now on.
 */
export function compareWithKept(folder: string, name: string, made: Map<string, string>, update: boolean): Verdict {
  const kept = join(folder, name, 'expected')
  const beside = join(folder, `${name}-changed`)
  rmSync(beside, { recursive: true, force: true })
  if (!existsSync(kept) || update) {
    rmSync(kept, { recursive: true, force: true })
    writeAll(kept, made)
    return { is: 'new' }
  }
  const old = readAll(kept)
  const files = [...new Set([...old.keys(), ...made.keys()])].filter((file) => old.get(file) !== made.get(file)).sort()
  if (files.length === 0) return { is: 'same' }
  writeAll(beside, made)
  return { is: 'changed', files, folder: beside }
}

function writeAll(folder: string, files: Map<string, string>): void {
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}

function readAll(folder: string): Map<string, string> {
  return new Map((readdirSync(folder) as string[]).filter((file) => statSync(join(folder, file)).isFile()).map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
}

/** A copy of a golden paper's folder, for tests of the comparison itself. */
export function copyGolden(folder: string, name: string): string {
  const room = mkdtempSync(join(tmpdir(), 'golden-'))
  cpSync(join(folder, name), join(room, name), { recursive: true })
  return room
}

/** The few scripts of the site, made small. No page needs one to be read. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The scripts, and what allows them to run. */
export interface Scripts {
  /** Stands in the head of every page. */
  page: string
  /** Its hash, as a content policy names it: `'sha256-…'`. */
  pageHash: string
  /** The search page's own script, relative to the site's folder. */
  search: { file: string; text: string }
  /** Shows a kept issue without a network. */
  worker: string
}

/** Reads the program's own scripts. Throws when one is missing. */
export async function readScripts(): Promise<Scripts> {
  const [page, search, worker] = await Promise.all(['page', 'search', 'worker'].map(async (name) => (
    toSmall(await readFile(new URL(`script/${name}.js`, import.meta.url), 'utf8'))
  ))) as [string, string, string]
  const hash = createHash('sha256').update(search).digest('hex').slice(0, 10)
  return { page, pageHash: toPolicyHash(page), search: { file: `assets/search-${hash}.js`, text: search }, worker }
}

/** Writes what does not stand in a page. The worker lies at the site's root, because it may only serve what lies below it. */
export async function writeScripts(scripts: Scripts, folder: string): Promise<void> {
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, scripts.search.file), scripts.search.text)
  await writeFile(join(folder, 'sw.js'), scripts.worker)
}

/** A script's hash as a content policy names it. */
export function toPolicyHash(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`
}

/** Comments and indentation out. Safe for our own files, which have comments on lines of their own. */
function toSmall(script: string): string {
  return script.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('//')).join('\n')
}

/** `npm start`: the site as readers will see it, on this machine, built anew whenever the copy changes. */
import { watch } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { openPictures } from '../src/pictures/pictures.ts'
import { readNewsroom } from '../src/newsroom/newsroom.ts'
import { openPreview, type Preview } from '../src/web/previewServer.ts'
import { picturesOf } from '../src/newsroom/picturesOf.ts'
import { passGates } from '../src/translation/gates.ts'
import { statusOf } from '../src/translation/translation.ts'
import { renderTranslationPage } from '../src/translation/page.ts'
import { buildSite } from '../src/web/web.ts'
import { runCommand, WrongCall, type Call, type Command } from './commandLine.ts'
import { writeWhole } from './output.ts'

const calmMilliseconds = 200

/** The board of translations, in the preview's folder. */
const board = 'translations/index.html'

/** The command `start`. */
export const start: Command = {
  name: 'start',
  options: { port: { type: 'string' }, host: { type: 'string' } },
  run: async call => {
    const host = String(call.values.host ?? '127.0.0.1')
    const port = portOf(call)
    const folders = previewFolders(call.out)
    await rm(folders.root, { recursive: true, force: true })
    try {
      await build(call, folders)
      const preview = await open(call, folders.current(), { host, port })
      call.print(`${call.t('command.start.open', { url: preview.url, board: new URL('translations/', preview.url).href, folder: call.content })}\n`)
      await rebuildUntilStopped(call, preview, folders)
      await preview.close()
    } finally {
      await rm(folders.root, { recursive: true, force: true })
    }
    return true
  },
}

/** Two folders in turn, so that the one being shown stays whole while the next is built. */
interface Folders {
  root: string
  cache: string
  next(): string
  current(): string
}

function previewFolders(out: string): Folders {
  const root = resolve(`${out}.preview`)
  let turn = 0
  return {
    root,
    cache: resolve(`${out}.cache`),
    next: () => resolve(root, String(++turn % 2)),
    current: () => resolve(root, String(turn % 2)),
  }
}

/** Reads, reports and builds into the folder that is not shown; a fault while building leaves what is shown. */
async function build(call: Call, folders: Folders): Promise<void> {
  const { cache: cacheFolder } = folders
  const earlierFolder = folders.current()
  const folder = folders.next()
  call.progress(call.t('command.reading', { folder: call.content }))
  const { value: newsroom, diagnostics } = readNewsroom(call.content, cacheFolder)
  if (newsroom === undefined) throw new WrongCall(call.t('command.noContent', { folder: call.content }))
  const pictures = await openPictures(resolve(call.content), picturesOf(newsroom), cacheFolder)
  const { value: status } = statusOf(newsroom)
  const { site, diagnostics: held } = passGates(newsroom, status.stories)
  call.report([...diagnostics, ...pictures.diagnostics, ...held])
  if (pictures.value === undefined) throw new WrongCall(call.t('command.noContent', { folder: call.content }))
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await buildSite(site, pictures.value, {
    outFolder: folder,
    // Of its own, so that a build meanwhile and the preview do not work in one another's files.
    cacheFolder: resolve(cacheFolder, 'preview'),
    earlierFolder,
    onPicture: (done, all) => call.progress(call.t('command.start.pictures', { done, all })),
  })
  // For the house alone: build does not make it, so it is never published.
  await writeWhole(join(folder, board), renderTranslationPage(status, call.t, call.language))
}

/** Builds after every change, one at a time, until Control-C. */
async function rebuildUntilStopped(call: Call, preview: Preview, folders: Folders): Promise<void> {
  let isStale = false
  let wake = (): void => {}
  const stopped = new AbortController()
  const watcher = watch(call.content, { recursive: true }, () => {
    isStale = true
    wake()
  })
  const stop = (): void => {
    stopped.abort()
    wake()
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  while (!stopped.signal.aborted) {
    if (!isStale) await new Promise<void>(done => (wake = done))
    if (stopped.signal.aborted) break
    // Editors' programs write a file in several steps.
    await new Promise(done => setTimeout(done, calmMilliseconds))
    isStale = false
    await rebuild(call, preview, folders)
  }
  watcher.close()
}

async function rebuild(call: Call, preview: Preview, folders: Folders): Promise<void> {
  try {
    await build(call, folders)
    preview.show(folders.current())
    call.print(`${call.t('command.start.rebuilt', { url: preview.url })}\n`)
  } catch (error) {
    // What is open in the browser stays; the next change tries again.
    folders.next()
    call.print(`${error instanceof WrongCall ? error.message : `${call.t('command.start.fault')}\n\n${String(error)}`}\n`)
  }
}

async function open(call: Call, folder: string, place: { host: string; port: number }): Promise<Preview> {
  try {
    return await openPreview(folder, place)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new WrongCall(call.t('command.start.portTaken', { port: place.port, next: place.port + 1 }))
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new WrongCall(call.t('command.start.wrongHost', { host: place.host }))
    throw error
  }
}

function portOf({ values, t }: Call): number {
  const typed = String(values.port ?? '4321')
  const port = Number(typed)
  if (!/^\d{1,5}$/.test(typed) || port > 65535) throw new WrongCall(t('command.start.wrongPort', { port: typed }))
  return port
}

if (import.meta.main) await runCommand(start)

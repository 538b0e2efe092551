/**
 * Output folders are complete or untouched: what is made is written beside them, then swapped in.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/**
 * Runs `make` on a folder beside `out`, and puts that in the place of `out` when it succeeds; else nothing has changed. What a process
 * that was killed left beside `out` is cleared away, and an output that it had only just moved aside is put back.
 */
export async function swapIn<T>(out: string, make: (folder: string) => Promise<T>): Promise<T> {
  const target = resolve(out)
  clearAfterTheDead(target)
  const beside = `${target}.new-${process.pid}`
  await rm(beside, { recursive: true, force: true })
  await mkdir(beside, { recursive: true })
  const stop = (signal: NodeJS.Signals): void => {
    rmSync(beside, { recursive: true, force: true })
    // The handler is used up, so that this time the signal ends the process as it would have.
    process.kill(process.pid, signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.once(signal, stop)
  try {
    const made = await make(beside)
    await exchange(beside, target)
    return made
  } finally {
    for (const signal of signals) process.off(signal, stop)
    await rm(beside, { recursive: true, force: true })
  }
}

/** Puts a finished folder in the place of another. Between the two renames another build may put its own there: then that one is replaced. */
async function exchange(beside: string, target: string, tries = 5): Promise<void> {
  const old = `${target}.old-${process.pid}`
  await rm(old, { recursive: true, force: true })
  await rename(target, old).catch(ignoreMissing)
  try {
    await rename(beside, target)
  } catch (error) {
    const isTaken = ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')
    if (isTaken && tries > 1) return exchange(beside, target, tries - 1)
    // What was there before is better than nothing.
    await rename(old, target).catch(ignoreMissing)
    throw error
  }
  await rm(old, { recursive: true, force: true })
}

/** Another machine may build into a shared disk, and nobody here knows of its processes. */
const longAgoMilliseconds = 3_600_000

/** A build that was killed, or a machine that lost its power, could not tidy up. Folders of a build that still runs are its own. */
function clearAfterTheDead(target: string): void {
  const parent = dirname(target)
  if (!existsSync(parent)) return
  const leftOver = /^\.(new|old)-(\d+)$/
  for (const name of readdirSync(parent)) {
    const [, kind, pid] = (name.startsWith(basename(target)) && leftOver.exec(name.slice(basename(target).length))) || []
    if (kind === undefined || isRunning(Number(pid))) continue
    const folder = join(parent, name)
    if (kind === 'old' && !existsSync(target)) renameSync(folder, target)
    else if (Date.now() - statSync(folder).mtimeMs > longAgoMilliseconds) rmSync(folder, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Writes a file whole or not at all. */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const beside = `${file}.new-${process.pid}`
  await writeFile(beside, bytes)
  await rename(beside, file)
}

/** SHA256SUMS of a folder's PDFs, e-books and pictures, as `sha256sum --check` reads it. */
export async function writeChecksums(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((name) => /\.(pdf|epub|png|webp)$/.test(name)).sort()
  const lines = await Promise.all(files.map(async (name) => `${createHash('sha256').update(await readFile(join(folder, name))).digest('hex')}  ${name}\n`))
  await writeWhole(join(folder, 'SHA256SUMS'), lines.join(''))
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

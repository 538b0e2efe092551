/**
 * Output folders are complete or untouched: what is made is written beside them, then swapped in.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** Runs `make` on a folder beside `out`, and puts that in the place of `out` when it succeeds; else nothing has changed. */
export async function swapIn<T>(out: string, make: (folder: string) => Promise<T>): Promise<T> {
  const target = resolve(out)
  const beside = `${target}.new-${process.pid}`
  await rm(beside, { recursive: true, force: true })
  await mkdir(beside, { recursive: true })
  try {
    const made = await make(beside)
    const old = `${target}.old-${process.pid}`
    await rm(old, { recursive: true, force: true })
    await rename(target, old).catch(ignoreMissing)
    await rename(beside, target).catch(async (error: unknown) => {
      // What was there before is better than nothing.
      await rename(old, target).catch(ignoreMissing)
      throw error
    })
    await rm(old, { recursive: true, force: true })
    return made
  } finally {
    await rm(beside, { recursive: true, force: true })
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

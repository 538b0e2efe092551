/** Which program this is, to the byte: what an earlier one kept is not trusted. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * A digest of the program's own files, of the versions of all packages that it stands on, and of Node. Whatever was kept under another
 * digest is made again. Read once a process, because a running program does not change.
 */
export function programDigest(): string {
  whole ??= digestOf(['astro.config.mjs', 'package-lock.json', ...filesIn('src')])
  return whole
}

/** The same of what reads and checks copy: what was read is read again when any of it is another. */
export function readingDigest(): string {
  reading ??= digestOf(['package-lock.json', ...readingFolders.flatMap((folder) => filesIn(join('src', folder)))])
  return reading
}

/** The same of what reads copy and says how its translations are. */
export function statusDigest(): string {
  status ??= digestOf(['package-lock.json', ...[...readingFolders, 'translation'].flatMap((folder) => filesIn(join('src', folder)))])
  return status
}

const readingFolders = ['diagnostics', 'languages', 'newsroom', 'print/stylebook/printers']

/** The same of what sets type: lines that were set are set again when any of it is another. */
export function settingDigest(): string {
  setting ??= digestOf(['package-lock.json', ...['languages', 'print/pdf', 'print/stylebook', 'print/type'].flatMap((folder) => filesIn(join('src', folder)))])
  return setting
}

let whole: string | undefined
let reading: string | undefined
let setting: string | undefined
let status: string | undefined

function digestOf(files: string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, process.versions.icu]))
  for (const file of files) {
    const bytes = bytesOf(file)
    hash.update(JSON.stringify([file, bytes.length])).update(bytes)
  }
  return hash.digest('hex')
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => path.slice(root.length))
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(join(root, file))
  } catch {
    // A copy of the program without its lock file has no versions to go by; its own files still count.
    return Buffer.alloc(0)
  }
}

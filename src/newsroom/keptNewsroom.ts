/**
 * The newsroom of an earlier reading, when the content folder is byte for byte what it was. To parse copy, its readers must be loaded first,
 * and that takes longer than all their work; so they are loaded only when something changed. Safe to delete; what is damaged is read again.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Outcome } from '../diagnostics/diagnostic.ts'
import type { Newsroom } from './gather.ts'
import { readingDigest } from './program.ts'

/**
 * Reads the content folder as `readNewsroom` does, or remembers it.
 * @param cacheFolder absolute path of the folder in which the newsroom and its parsed copy are kept
 */
export async function openNewsroom(folder: string, cacheFolder: string): Promise<Outcome<Newsroom>> {
  const file = join(cacheFolder, 'newsroom')
  const state = stateOf(folder)
  const kept = state === undefined ? undefined : readKept(file, state)
  if (kept) return kept
  const { readNewsroom } = await import('./newsroom.ts')
  const read = readNewsroom(folder, cacheFolder)
  if (state !== undefined && read.value) keep(file, state, read)
  return read
}

/**
 * A digest of the program, and of every file's path and bytes; of pictures it is their paths that count. Undefined when there are links
 * to follow or files that cannot be read: those are judged anew each time.
 */
function stateOf(folder: string): string | undefined {
  const hash = createHash('sha1').update(JSON.stringify([readingDigest(), folder]))
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    const paths = entries.map((entry) => ({ entry, path: join(entry.parentPath, entry.name) })).sort((a, b) => a.path < b.path ? -1 : 1)
    for (const { entry, path } of paths) {
      if (!entry.isFile() && !entry.isDirectory()) return undefined
      hash.update(JSON.stringify([path, entry.isFile()]))
      if (entry.isFile() && /\.(md|yaml)$/.test(path)) hash.update(createHash('sha1').update(readFileSync(path)).digest())
    }
    return hash.digest('base64url')
  } catch {
    return undefined
  }
}

/** A seal of 20 bytes over the state and all that follows. */
function readKept(file: string, state: string): Outcome<Newsroom> | undefined {
  try {
    const bytes = readFileSync(file)
    const body = bytes.subarray(sealLength)
    return sealOf(state, body).equals(bytes.subarray(0, sealLength)) ? deserialize(body) as Outcome<Newsroom> : undefined
  } catch {
    return undefined
  }
}

function keep(file: string, state: string, read: Outcome<Newsroom>): void {
  const body = serialize(read)
  try {
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(`${file}.${process.pid}.part`, Buffer.concat([sealOf(state, body), body]))
    renameSync(`${file}.${process.pid}.part`, file)
  } catch {
    // The newsroom has been read; the next reading takes as long as this one.
  }
}

const sealLength = 20

function sealOf(state: string, body: Uint8Array): Buffer {
  return createHash('sha1').update(state).update(body).digest()
}

/**
 * A folder of finished work, safe to delete at any time. Every entry has its checksum beside it: an entry that was cut off or
 * changed counts as absent and is made again.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** SHA-256 in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A folder of finished work, keyed by name. */
export interface Cache {
  /** Absolute path of an entry, whether it exists or not. */
  path(name: string): string
  /** The entry's bytes; made, and kept, when it is absent or damaged. */
  keep(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array>
}

/** Opens a cache in an absolute folder, which is made when the first entry is written. */
export function openCache(folder: string): Cache {
  const pending = new Map<string, Promise<Uint8Array>>()
  const path = (name: string) => join(folder, name)

  const readOrMake = async (name: string, make: () => Promise<Uint8Array>) => {
    const kept = await readEntry(path(name))
    if (kept) return kept
    const bytes = await make()
    await writeAtomically(path(name), bytes)
    await writeAtomically(checksumPath(path(name)), new TextEncoder().encode(hashOf(bytes)))
    return bytes
  }

  return {
    path,
    keep(name, make) {
      const running = pending.get(name)
      if (running) return running
      const started = readOrMake(name, make).finally(() => pending.delete(name))
      pending.set(name, started)
      return started
    },
  }
}

/** The same cache with its last entries in memory, at most so many bytes of them: a process that lives on prints them again and again. */
export function rememberEntries(cache: Cache, mostBytes: number): Cache {
  const entries = new Map<string, Uint8Array>()
  let held = 0
  return {
    path: cache.path,
    async keep(name, make) {
      const known = entries.get(name)
      if (known) return known
      const bytes = await cache.keep(name, make)
      if (!entries.has(name)) held += bytes.length
      entries.set(name, bytes)
      for (const [oldest, { length }] of entries) {
        if (held <= mostBytes) break
        entries.delete(oldest)
        held -= length
      }
      return bytes
    },
  }
}

const checksumPath = (path: string) => `${path}.sha256`

async function readEntry(path: string): Promise<Uint8Array | undefined> {
  try {
    const [bytes, checksum] = await Promise.all([readFile(path), readFile(checksumPath(path), 'utf8')])
    return hashOf(bytes) === checksum ? bytes : undefined
  } catch {
    return undefined
  }
}

let writes = 0

// Written beside and renamed, so that a second process or a power cut never shows half a file.
async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}-${writes++}.part`
  await mkdir(dirname(path), { recursive: true })
  await writeFile(beside, bytes)
  await rename(beside, path)
}

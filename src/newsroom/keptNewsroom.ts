/**
 * The newsroom of an earlier reading, when the content folder is byte for byte what it was. To parse copy, its readers must be loaded first,
 * and that takes longer than all their work; so they are loaded only when something changed. Safe to delete; what is damaged is read again.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Outcome } from '../diagnostics/diagnostic.ts'
import { allStories } from './allStories.ts'
import type { Newsroom } from './gather.ts'
import { readingDigest } from './program.ts'
import { readSealed, writeSealed } from './sealedFile.ts'

/**
 * Reads the content folder as `readNewsroom` does, or remembers it.
 * @param cacheFolder absolute path of the folder in which the newsroom and its parsed copy are kept
 */
export async function openNewsroom(folder: string, cacheFolder: string): Promise<Outcome<Newsroom>> {
  const file = join(cacheFolder, 'newsroom')
  const state = stateOf(folder)
  const kept = state === undefined ? undefined : readSealed(file, state)
  if (kept) return deserialize(kept) as Outcome<Newsroom>
  const { readNewsroom } = await import('./newsroom.ts')
  const read = readNewsroom(folder, cacheFolder)
  if (state !== undefined && read.value && allStories(read.value).length <= mostStories) writeSealed(file, state, serialize(read))
  return read
}

/** An archive of more stories is not kept whole, but by its issues, of which a command reads what it needs: see copyCache.ts. */
const mostStories = 500

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

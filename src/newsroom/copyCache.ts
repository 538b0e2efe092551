/**
 * Parsed copy of an earlier reading, so that only what changed is parsed. An entry counts when the same program parsed the same text, and
 * when everything that it asked of its folder (is this picture there?) is answered as it was then. Safe to delete; what is damaged is parsed again.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { Root } from 'mdast'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CopyContext, PictureState } from './copy.ts'
import type { Draft } from './draft.ts'
import { readingDigest } from './program.ts'

/** One language's file, as far as it could be parsed. */
export interface Parsed {
  value: Draft
  diagnostics: Diagnostic[]
}

/** Parses one language's file: front matter and body. */
export type ParseCopy = (text: string, context: CopyContext) => Parsed

/** A parser that remembers. */
export interface CopyCache {
  parse: ParseCopy
  /** Keeps what was parsed anew, and forgets files that were not asked for. Before anybody works on the trees. */
  save(): void
}

interface Entry {
  text: string
  asked: [path: string, state: PictureState][]
  parsed: Parsed
}

/** The entries of one folder of stories, an issue or all leaflets. */
interface Shelf {
  before: { [file: string]: Entry }
  now: { [file: string]: Entry }
  isNew: boolean
}

/** Opens the cache in an absolute folder. `parse` does the work for what is not in it. Never throws: a folder that cannot be written keeps nothing. */
export function openCopyCache(folder: string, parse: ParseCopy): CopyCache {
  const shelves = new Map<string, Shelf>()
  const shelfOf = (name: string): Shelf => {
    const known = shelves.get(name)
    if (known !== undefined) return known
    const shelf = { before: readEntries(fileOf(folder, name)), now: {}, isNew: false }
    shelves.set(name, shelf)
    return shelf
  }
  return {
    parse(text, context) {
      const shelf = shelfOf(posix.dirname(context.folder))
      const digest = digestOf(`${context.language}\n${text}`)
      const kept = shelf.before[context.file]
      if (kept?.text === digest && kept.asked.every(([path, state]) => isSame(context.findPicture(path), state))) {
        shelf.now[context.file] = kept
        sources.set(kept.parsed.value.body, sourceOf(context.file, kept))
        return kept.parsed
      }
      const asked: Entry['asked'] = []
      const parsed = parse(text, {
        ...context,
        findPicture(path) {
          const state = context.findPicture(path)
          asked.push([path, state])
          return state
        },
      })
      shelf.now[context.file] = { text: digest, asked, parsed }
      sources.set(parsed.value.body, sourceOf(context.file, shelf.now[context.file]!))
      shelf.isNew = true
      return parsed
    },
    save() {
      for (const [name, { before, now, isNew }] of shelves) {
        if (isNew || Object.keys(now).length < Object.keys(before).length) writeEntries(fileOf(folder, name), now)
      }
    },
  }
}

const sources = new WeakMap<Root, string>()

/**
 * What a body was parsed from, as a digest: bodies of the same program with the same digest are the same. Undefined when it was read
 * without a cache. Passes over the finished newsroom may still spell the folder of a link anew.
 */
export function sourceDigest(body: Root): string | undefined {
  return sources.get(body)
}

function sourceOf(file: string, { text, asked }: Entry): string {
  return asked.length === 0 ? `${file} ${text}` : `${file} ${text} ${JSON.stringify(asked)}`
}

function fileOf(folder: string, name: string): string {
  return join(folder, `${encodeURIComponent(name)}.json`)
}

function isSame(a: PictureState, b: PictureState): boolean {
  return a.state === b.state && (a.state !== 'missing' || b.state !== 'missing' || a.likely === b.likely)
}

/** The file's first line is the digest of the program and of all that follows. */
function readEntries(file: string): Shelf['before'] {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const entries = text.slice(end + 1)
    return text.slice(0, end) === sealOf(entries) ? JSON.parse(entries) as Shelf['before'] : {}
  } catch {
    return {}
  }
}

function writeEntries(file: string, entries: Shelf['now']): void {
  const text = JSON.stringify(entries)
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.${process.pid}.part`, `${sealOf(text)}\n${text}`)
    renameSync(`${file}.${process.pid}.part`, file)
  } catch {
    // The copy has been read; the next reading takes as long as this one.
  }
}

function sealOf(entries: string): string {
  return digestOf(readingDigest() + entries)
}

function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('base64url')
}

/**
 * Parsed copy of an earlier reading, so that only what changed is parsed. An entry counts when the same program parsed the same text, and
 * when everything that it asked of its folder (is this picture there?) is answered as it was then. The trees stay on the disk until somebody
 * walks them, those that were parsed just now as well: an archive's copy need not fit into memory. Safe to delete; what is damaged is parsed again.
 */
import { hash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Root } from 'mdast'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CopyContext, PictureState } from './copy.ts'
import type { Draft } from './draft.ts'
import { forgetTree, gistOf, toPlainGist, type Gist } from './gist.ts'
import { readingDigest } from './program.ts'
import { readSealed, writeSealed, writeWhole } from './sealedFile.ts'

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

/** What is read of an entry at once. */
interface Head {
  text: string
  asked: [path: string, state: PictureState][]
  value: Omit<Draft, 'body'>
  diagnostics: Diagnostic[]
  gist: Gist
  /** Its tree in the shelf's file of trees: the first byte, the number of bytes, their digest. */
  tree: { at: number; length: number; digest: string }
}

/** An entry that was asked for. */
interface Entry {
  head: Head
  /** Whether its tree lies in the shelf's file of trees. */
  isLaid: boolean
  parsed: Parsed
  context: CopyContext
}

/** The entries of one folder of stories, an issue or all leaflets. */
interface Shelf {
  /** The sealed heads of its entries. */
  file: string
  trees: string
  before: { [file: string]: Head }
  now: Map<string, Entry>
  isNew: boolean
}

/**
 * Opens the cache in an absolute folder. `parse` does the work for what is not in it. Never throws: a folder that cannot be written keeps nothing.
 * @param readAgain the text of a file of copy, for a tree that was lost while the program ran
 */
export function openCopyCache(folder: string, parse: ParseCopy, readAgain: (file: string) => string | undefined): CopyCache {
  const shelves = new Map<string, Shelf>()
  let last: Shelf | undefined
  /** Bytes of the trees that may have stayed. */
  let held = 0
  const shelfOf = (name: string): Shelf => {
    const shelf = shelves.get(name) ?? openShelf(join(folder, encodeURIComponent(name)))
    shelves.set(name, shelf)
    // Stories are read folder after folder: a finished shelf is laid down before the next one fills the memory.
    if (last !== undefined && last !== shelf && last.isNew) lay(last)
    last = shelf
    return shelf
  }
  const fetch = (shelf: Shelf, entry: Entry) => (): Root => {
    const { head, context, isLaid } = entry
    const tree = isLaid ? readTree(shelf.trees, head.tree) : undefined
    if (tree !== undefined) return JSON.parse(tree) as Root
    const text = readAgain(context.file)
    if (text === undefined || digestOf(`${context.language}\n${text}`) !== head.text) throw new Error(`${context.file} changed while it was being worked on. Call the command again.`)
    return parse(text, context).value.body
  }
  const lay = (shelf: Shelf): void => {
    const laid = writeShelf(shelf)
    shelf.isNew = !laid
    if (!laid) return
    for (const entry of shelf.now.values()) {
      const { body } = entry.parsed.value
      held += entry.head.tree.length
      forgetTree(body, fetch(shelf, entry), gistOf(body), held < mostHeld)
    }
  }
  return {
    parse(text, context) {
      const shelf = shelfOf(posix.dirname(context.folder))
      const digest = digestOf(`${context.language}\n${text}`)
      const kept = shelf.before[context.file]
      if (kept?.text === digest && kept.asked.every(([path, state]) => isSame(context.findPicture(path), state))) {
        const body: Root = { type: 'root', children: [] }
        const entry: Entry = { head: kept, isLaid: true, context, parsed: { value: { ...kept.value, body }, diagnostics: kept.diagnostics } }
        forgetTree(body, fetch(shelf, entry), kept.gist)
        return take(shelf, entry)
      }
      const asked: Head['asked'] = []
      const parsed = parse(text, {
        ...context,
        findPicture(path) {
          const state = context.findPicture(path)
          asked.push([path, state])
          return state
        },
      })
      const { body, ...value } = parsed.value
      const head: Head = { text: digest, asked, value, diagnostics: parsed.diagnostics, gist: gistOf(body), tree: { at: 0, length: 0, digest: '' } }
      shelf.isNew = true
      return take(shelf, { head, isLaid: false, context, parsed })
    },
    save() {
      for (const shelf of shelves.values()) {
        if (shelf.isNew || shelf.now.size < Object.keys(shelf.before).length) lay(shelf)
      }
    },
  }
}

/**
 * Bytes of the trees, as they are laid down, that may stay in memory when they were parsed just now: what is made of a small archive need not
 * fetch them again. All others go at once, because nothing that is weakly held goes before a program turns from one piece of work to the next.
 */
const mostHeld = 40_000_000

function take(shelf: Shelf, entry: Entry): Parsed {
  shelf.now.set(entry.context.file, entry)
  sources.set(entry.parsed.value.body, sourceOf(entry.context.file, entry.head))
  return entry.parsed
}

const sources = new WeakMap<Root, string>()

/**
 * What a body was parsed from, as a digest: bodies of the same program with the same digest are the same. Undefined when it was read
 * without a cache. Passes over the finished newsroom may still spell the folder of a link anew.
 */
export function sourceDigest(body: Root): string | undefined {
  return sources.get(body)
}

function sourceOf(file: string, { text, asked }: Head): string {
  return asked.length === 0 ? `${file} ${text}` : `${file} ${text} ${JSON.stringify(asked)}`
}

function isSame(a: PictureState, b: PictureState): boolean {
  return a.state === b.state && (a.state !== 'missing' || b.state !== 'missing' || a.likely === b.likely)
}

function openShelf(name: string): Shelf {
  const file = `${name}.json`
  const heads = readSealed(file, readingDigest())
  const before = heads === undefined ? {} : JSON.parse(Buffer.from(heads).toString('utf8')) as Shelf['before']
  return { file, trees: `${name}.trees`, before, now: new Map(), isNew: false }
}

/** Writes every entry that was asked for; answers whether it could. Heads and trees that do not belong together are told apart by the trees' digests. */
function writeShelf({ file, trees, now }: Shelf): boolean {
  const heads: Shelf['before'] = {}
  const bytes: Buffer[] = []
  let at = 0
  for (const [name, { head, isLaid, parsed }] of now) {
    const tree = Buffer.from((isLaid ? readTree(trees, head.tree) : undefined) ?? JSON.stringify(parsed.value.body))
    heads[name] = { ...head, gist: toPlainGist(head.gist), tree: { at, length: tree.length, digest: digestOf(tree) } }
    bytes.push(tree)
    at += tree.length
  }
  // The copy has been read: where nothing can be kept, the next reading takes as long as this one.
  if (!writeWhole(trees, bytes) || !writeSealed(file, readingDigest(), Buffer.from(JSON.stringify(heads)))) return false
  for (const [name, entry] of now) {
    entry.head = { ...entry.head, tree: heads[name]!.tree }
    entry.isLaid = true
  }
  return true
}

/** The bytes of a tree; undefined when they are not the ones that were laid down. */
function readTree(file: string, { at, length, digest }: Head['tree']): string | undefined {
  let handle: number | undefined
  try {
    handle = openSync(file, 'r')
    const bytes = Buffer.allocUnsafe(length)
    readSync(handle, bytes, 0, length, at)
    return digestOf(bytes) === digest ? bytes.toString('utf8') : undefined
  } catch {
    return undefined
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

function digestOf(text: string | Uint8Array): string {
  return hash('sha1', text, 'base64url')
}

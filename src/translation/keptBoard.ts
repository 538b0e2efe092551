/**
 * The board of a paper of any size: what is said of a story is kept until something of it changes, and only changed stories are read.
 * A story counts as unchanged when every letter of its texts and records, the names of its other files, the glossary's terms, the
 * paper's languages and the program are what they were. What is kept may be deleted at any time; damaged, it is made again.
 */
import { readdirSync, readFileSync, readlinkSync, type Dirent } from 'node:fs'
import { join, sep } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Language } from '../languages/language.ts'
import { foldersIn, storyFolders } from '../newsroom/folders.ts'
import { statusDigest } from '../newsroom/program.ts'
import type { FreshBoard } from './freshBoard.ts'
import { interfaceStatus } from './interface.ts'
import { digest, readKept, writeKept, type Kept, type KeptOrder, type KeptStory } from './kept.ts'
import { storiesOf, type Named, type Selection, type Stock } from './selection.ts'
import { toSummary, type Board } from './status.ts'

export interface OpenBoard {
  /** Which stories there are, in which order and languages. */
  stock: Stock<Named>
  show(selection: Selection): Board & { diagnostics: Diagnostic[] }
}

/**
 * @param folder the content folder; it exists
 * @param keptFile where what is kept stands; a file that cannot be written is done without
 * @param onRead told how many of the changed stories are read
 */
export async function openBoard(folder: string, keptFile: string, onRead: (done: number, all: number) => void = () => {}): Promise<OpenBoard> {
  const program = statusDigest()
  const before = readKept(keptFile, program)
  let opened: Promise<FreshBoard> | undefined
  const fresh = (): Promise<FreshBoard> => (opened ??= import('./freshBoard.ts').then(({ openFreshBoard }) => openFreshBoard(folder)))

  const texts = digest(['paper.yaml', 'glossary.yaml'].map((name) => textOf(join(folder, name))).join('\0'))
  const settings = before?.settings.texts === texts ? before.settings : { texts, ...(await fresh()).settings }
  const known = before?.settings.meaning === settings.meaning ? before.stories : {}
  const found = storyFolders(folder).map((path) => ({ path, key: keyOf(join(folder, path)) }))
  const changed = found.filter(({ path, key }) => known[path]?.key !== key)
  const reread = new Map<string, KeptStory>()
  for (const [at, { path, key }] of changed.entries()) {
    onRead(at, changed.length)
    reread.set(path, { key, ...(await fresh()).readRows(path) })
  }
  const stories = Object.fromEntries(found.map(({ path }) => [path, reread.get(path) ?? known[path]!]))
  const orderKey = orderKeyOf(folder, stories)
  const order = before?.order.key === orderKey ? before.order : { key: orderKey, ...(await fresh()).orderOf(stories) }
  if (opened || Object.keys(known).length !== found.length) writeKept(keptFile, { program, settings, order, stories })
  const stock = stockOf(settings.languages, order, stories)
  return { stock, show: (selection) => show(stock, stories, selection) }
}

function show(stock: Stock<Named>, stories: Kept['stories'], selection: Selection): Board & { diagnostics: Diagnostic[] } {
  const kept = storiesOf(stock, selection).map(({ folder }) => stories[folder]!)
  const rows = kept.flatMap((story) => story.rows).filter(({ language }) => selection.language === undefined || language === selection.language)
  const words = interfaceStatus(stock.paper.languages, selection)
  return { stories: rows, interface: words, summary: toSummary(rows, words.length), diagnostics: kept.flatMap(({ diagnostics }) => diagnostics) }
}

/** Digest of all that the order of the stories depends on: every issue's own file, and which stories there are, of which day. */
function orderKeyOf(folder: string, stories: Kept['stories']): string {
  const issues = foldersIn(join(folder, 'issues')).map((name) => [name, textOf(join(folder, 'issues', name, 'issue.yaml'))])
  return digest(JSON.stringify([issues, Object.entries(stories).map(([path, { story }]) => [path, story])]))
}

function stockOf(languages: Language[], order: KeptOrder, stories: Kept['stories']): Stock<Named> {
  const named = (folders: string[]): Named[] => folders.map((folder) => {
    const { slug, languages: own } = stories[folder]!.story!
    return { slug, folder, articles: new Map(own.map((language) => [language, undefined])) }
  })
  return {
    paper: { languages },
    issues: order.issues.map(({ name, stories: own }) => ({ name, stories: named(own) })),
    pamphlets: named(order.pamphlets),
    leaflets: named(order.leaflets),
    pages: named(order.pages),
  }
}

/** Digest of a story's folder: texts and records word for word, everything else by name, for a picture only has to be there. */
function keyOf(folder: string): string {
  let facts = ''
  const visit = (path: string, name: string): void => {
    for (const entry of entriesIn(path).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const [file, shown] = [`${path}${sep}${entry.name}`, name + entry.name]
      facts += `\0${shown}\0${entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? linkOf(file) : 'file'}\0`
      if (entry.isDirectory()) visit(file, `${shown}/`)
      else if (name === '' && /\.(?:md|sync\.json)$/.test(entry.name)) facts += textOf(file)
    }
  }
  visit(folder, '')
  return digest(facts)
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file)
  } catch {
    return ''
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '\0unreadable'
  }
}

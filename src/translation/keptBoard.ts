/**
 * The board of a paper of any size: what is said of a story is kept until something of it changes, and only changed stories are read.
 * A story counts as unchanged when every letter of its texts and records, the names of its other files, the glossary, the paper's
 * languages and the program are what they were. What is kept may be deleted at any time; damaged, it is made again.
 */
import { readdirSync, readFileSync, readlinkSync, type Dirent } from 'node:fs'
import { join, sep } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Language } from '../languages/language.ts'
import type { Article } from '../newsroom/article.ts'
import { gatherNewsroom, storyFolders, type Newsroom } from '../newsroom/gather.ts'
import { programDigest } from '../newsroom/program.ts'
import { readGlossary } from '../newsroom/readGlossary.ts'
import { readPaper } from '../newsroom/readPaper.ts'
import type { Story } from '../newsroom/story.ts'
import { interfaceStatus } from './interface.ts'
import { digest, readKept, writeKept, type KeptStory } from './kept.ts'
import { storiesOf, type Selection } from './selection.ts'
import { toSummary, type Board } from './status.ts'

export interface OpenBoard {
  /** The newsroom without its texts: which stories there are, in which order and languages. */
  newsroom: Newsroom
  show(selection: Selection): Board & { diagnostics: Diagnostic[] }
}

/**
 * @param folder the content folder; it exists
 * @param keptFile where what is kept stands; a file that cannot be written is done without
 * @param onRead told how many of the changed stories are read
 */
export async function openBoard(folder: string, keptFile: string, onRead: (done: number, all: number) => void = () => {}): Promise<OpenBoard> {
  const read = readPaper(folder)
  const paper = read.value!
  const glossary = readGlossary(folder).value ?? []
  const house = { folder, paper, glossary }
  const made = { program: programDigest(), settings: digest(JSON.stringify([paper.languages, glossary])) }
  const before = readKept(keptFile, made)
  const found = storyFolders(folder).map((path) => ({ path, key: keyOf(join(folder, path)) }))
  const changed = found.filter(({ path, key }) => before[path]?.key !== key)
  const fresh = new Map<string, KeptStory>()
  if (changed.length > 0) {
    // The processor for Markdown and the detector of languages take longer to load than everything else takes together.
    const { readRows } = await import('./freshRows.ts')
    for (const [at, { path, key }] of changed.entries()) {
      onRead(at, changed.length)
      fresh.set(path, { key, ...readRows(path, house) })
    }
  }
  const stories = Object.fromEntries(found.map(({ path }) => [path, fresh.get(path) ?? before[path]!]))
  if (changed.length > 0 || Object.keys(before).length !== found.length) writeKept(keptFile, { ...made, stories })
  const { value: newsroom } = gatherNewsroom(folder, (_, path) => ({ value: storyOf(path, stories[path]), diagnostics: [] }), read)
  return { newsroom, show: (selection) => show(newsroom, stories, selection) }
}

function show(newsroom: Newsroom, stories: Record<string, KeptStory>, selection: Selection): Board & { diagnostics: Diagnostic[] } {
  const kept = storiesOf(newsroom, selection).map(({ folder }) => stories[folder]!)
  const rows = kept.flatMap((story) => story.rows).filter(({ language }) => selection.language === undefined || language === selection.language)
  const words = interfaceStatus(newsroom.paper.languages, selection)
  return { stories: rows, interface: words, summary: toSummary(rows, words.length), diagnostics: kept.flatMap(({ diagnostics }) => diagnostics) }
}

/** A story without its texts. */
function storyOf(folder: string, kept: KeptStory | undefined): Story | undefined {
  if (!kept?.story) return undefined
  const { slug, original, date, languages } = kept.story
  const articles = languages.map((language): [Language, Article] => [language, {
    story: slug, language, file: `${folder}/${language}.md`, kind: 'article', title: slug, bylines: [], tags: [],
    body: { type: 'root', children: [] }, places: {}, ...(date !== undefined && { date }),
  }])
  return { slug, folder, original, articles: new Map(articles) }
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

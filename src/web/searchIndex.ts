/**
 * The index for searching without a server. Words lie in shelves by their first two letters; a reader's browser loads the shelves
 * of the words that are asked for, and of the stories found only their own drawer. The reader's side is script/search.js.
 */
import type { Language } from '../languages/language.ts'
import type { Article } from '../newsroom/article.ts'
import { searchFolder } from './address.ts'
import type { BodyWords } from './bodyWords.ts'
import { keyOf } from './earlier.ts'
import type { Earlier } from './earlier.ts'
import type { Edition } from './edition.ts'
import type { PageKeys } from './pageKeys.ts'
import { issueName, issuePeriod, sectionName, viewOf } from './view.ts'
import type { PageView } from './view.ts'
import type { SitePage } from './site.ts'

/** One file of the index, relative to the site's folder. */
export interface IndexFile {
  file: string
  text: string
}

/** Stories in a drawer; script/search.js counts with the same number. */
const drawerSize = 200

const titleWeight = 12
const headWeight = 5

/** The words of a text as they are compared: without case and accents. script/search.js has the same rule. */
export function foldWords(text: string): string[] {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) || []
}

/** The shelf of a folded word: the code points of its first two letters. */
export function shelfOf(word: string): string {
  return Array.from(word).slice(0, 2).map((letter) => letter.codePointAt(0)!.toString(16)).join('-')
}

/** The index of one language of the paper: every story, leaflet, pamphlet and page, in the site's order. */
export function toSearchIndex(edition: Edition, language: Language, words: BodyWords): IndexFile[] {
  const pages = edition.pages.filter((page) => page.language === language && page.subject.kind === 'story')
  const shelves = new Map<string, Map<string, number[]>>()
  const facts: string[][] = []
  pages.forEach((page, number) => {
    if (page.subject.kind !== 'story') return
    const { article } = page.subject
    facts.push([page.key, article.title, noteOf(viewOf(edition, page), page)])
    for (const [word, weight] of weigh(article, words)) {
      const name = shelfOf(word)
      const shelf = shelves.get(name) ?? new Map<string, number[]>()
      shelves.set(name, shelf)
      const list = shelf.get(word)
      if (list === undefined) shelf.set(word, [number, weight])
      else list.push(number, weight)
    }
  })
  const file = (name: string, content: unknown): IndexFile => (
    { file: `${searchFolder(language)}/${name}.js`, text: `searchShelf(${JSON.stringify(name)},${JSON.stringify(content)})\n` }
  )
  const drawers = Array.from({ length: Math.ceil(facts.length / drawerSize) }, (_, drawer) => (
    file(`stories-${drawer}`, facts.slice(drawer * drawerSize, (drawer + 1) * drawerSize))
  ))
  const sorted = [...shelves].sort(([a], [b]) => (a < b ? -1 : 1))
  return [...drawers, ...sorted.map(([name, shelf]) => file(name, Object.fromEntries([...shelf].map(([word, list]) => [word, asSteps(list)]))))]
}

/** Writes the index of every language; one in whose language nothing changed is taken from an earlier build. */
export function writeSearchIndex(edition: Edition, words: BodyWords, earlier: Earlier, keys: PageKeys): void {
  for (const language of edition.newsroom.paper.languages) {
    const group = searchFolder(language)
    const key = keyOf([keys.door, edition.pages.map(({ subject, key, language: own }) => (
      subject.kind === 'story' && own === language
        ? [key, keys.article(subject.article), subject.issue && [subject.issue.volume, subject.issue.number, subject.issue.date, subject.issue.until]] : 0
    ))])
    if (earlier.takeAll(group, key)) continue
    for (const { file, text } of toSearchIndex(edition, language, words)) earlier.write(file, text, key, group)
  }
}

/** How much a story is about each of its words. */
function weigh(article: Article, words: BodyWords): Map<string, number> {
  const weights = words.of(article)
  const add = (texts: (string | undefined)[], weight: number): void => {
    for (const word of new Set(foldWords(texts.filter(Boolean).join(' ')))) weights.set(word, (weights.get(word) ?? 0) + weight)
  }
  add([article.kicker, article.deck, article.dateline, ...article.bylines, ...article.tags, article.picture?.caption], headWeight)
  add([article.title], titleWeight)
  return weights
}

/** Story numbers as steps from the one before: small numbers make small files. */
function asSteps(list: number[]): number[] {
  return list.map((value, index) => (index % 2 === 1 || index === 0 ? value : value - list[index - 2]!))
}

function noteOf(view: PageView, { subject }: SitePage): string {
  if (subject.kind !== 'story') return ''
  const { issue, article } = subject
  return [sectionName(view, article), ...(issue === undefined ? [] : [issueName(view, issue), issuePeriod(view, issue)])].filter(Boolean).join(' · ')
}

/**
 * How often a story's text says each of its words, for the search. Counted once for a text and kept: when one story changes, the whole index
 * of its language is written anew, and the texts of all others need not be fetched for that. Safe to delete; what is damaged is counted again.
 */
import { join, posix } from 'node:path'
import { toString } from 'mdast-util-to-string'
import type { Article } from '../newsroom/article.ts'
import { sourceDigest } from '../newsroom/copyCache.ts'
import { programDigest } from '../newsroom/program.ts'
import { readSealed, writeSealed } from '../newsroom/sealedFile.ts'

/** A word counts this often at most. */
const mostOfText = 6

/** The words of the stories of one edition. */
export interface BodyWords {
  /** Folded words with their counts, in the order of the text. */
  of(article: Article): Map<string, number>
  /** Keeps what was asked for, and forgets the rest. */
  save(): void
}

/** Words by the digest of their text: `strike:3 night`, where one is not said. */
interface Shelf {
  before: { [source: string]: string }
  now: { [source: string]: string }
  isNew: boolean
}

/** Opens the words that are kept in an absolute folder, a file for each folder of stories. `fold` splits a text into the words that are compared. */
export function openBodyWords(folder: string, fold: (text: string) => string[]): BodyWords {
  const shelves = new Map<string, Shelf>()
  const shelfOf = (article: Article): Shelf => {
    const name = posix.dirname(posix.dirname(article.file))
    const shelf = shelves.get(name) ?? { before: readWords(fileOf(folder, name)), now: {}, isNew: false }
    shelves.set(name, shelf)
    return shelf
  }
  return {
    of(article) {
      const source = sourceDigest(article.body)
      if (source === undefined) return countWords(article, fold)
      const shelf = shelfOf(article)
      const kept = shelf.now[source] ?? shelf.before[source]
      if (kept !== undefined) {
        shelf.now[source] = kept
        return parseWords(kept)
      }
      const counts = countWords(article, fold)
      shelf.now[source] = formatWords(counts)
      shelf.isNew = true
      return counts
    },
    save() {
      for (const [name, { before, now, isNew }] of shelves) {
        if (isNew || Object.keys(now).length < Object.keys(before).length) writeSealed(fileOf(folder, name), programDigest(), Buffer.from(JSON.stringify(now)))
      }
    },
  }
}

function countWords({ body }: Article, fold: (text: string) => string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of fold(toString(body))) counts.set(word, Math.min(mostOfText, (counts.get(word) ?? 0) + 1))
  return counts
}

function formatWords(counts: Map<string, number>): string {
  return [...counts].map(([word, count]) => (count === 1 ? word : `${word}:${count}`)).join(' ')
}

function parseWords(text: string): Map<string, number> {
  return new Map(text === '' ? [] : text.split(' ').map((each) => {
    const colon = each.indexOf(':')
    return colon < 0 ? [each, 1] : [each.slice(0, colon), Number(each.slice(colon + 1))]
  }))
}

function fileOf(folder: string, name: string): string {
  return join(folder, `${encodeURIComponent(name)}.json`)
}

function readWords(file: string): Shelf['before'] {
  const words = readSealed(file, programDigest())
  return words === undefined ? {} : JSON.parse(Buffer.from(words).toString('utf8')) as Shelf['before']
}

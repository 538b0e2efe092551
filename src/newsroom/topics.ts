/** Topics: the tags of stories, and what paper.yaml calls each of them in every language. */
import type { Language } from '../languages/language.ts'
import { fold } from './likely.ts'
import type { Paper } from './paper.ts'

type Topics = Pick<Paper, 'tags'>

/**
 * The key in paper.yaml of the topic that a tag names: by its name in the tag's own language, by its key, or by its name in another.
 * Undefined for a tag that the paper has no names for.
 */
export function topicOf({ tags }: Topics, tag: string, language: Language): string | undefined {
  const index = indexOf(tags)
  const word = fold(tag).trim()
  return index.get(`${language} ${word}`) ?? index.get(` ${word}`) ?? index.get(`* ${word}`)
}

/** A story's tags in the words of a language, each topic once; a tag without a name stays as it is written. */
export function inWordsOf(paper: Topics, written: string[], from: Language, language: Language): string[] {
  const named = written.map((tag) => {
    const key = topicOf(paper, tag, from)
    return key === undefined ? tag : paper.tags.get(key)![language] ?? tag
  })
  return named.filter((tag, at) => named.findIndex((other) => fold(other) === fold(tag)) === at)
}

const known = new WeakMap<Paper['tags'], Map<string, string>>()

/** Keys by name: `es salarios` in a language, ` wages` the keys themselves, `* wages` in any language. The first of two stays. */
function indexOf(tags: Paper['tags']): Map<string, string> {
  const found = known.get(tags)
  if (found) return found
  const index = new Map<string, string>()
  const add = (name: string, key: string): void => {
    if (!index.has(name)) index.set(name, key)
  }
  for (const [key, names] of tags) {
    add(` ${fold(key).trim()}`, key)
    for (const [language, name] of Object.entries(names)) {
      add(`${language} ${fold(name).trim()}`, key)
      add(`* ${fold(name).trim()}`, key)
    }
  }
  known.set(tags, index)
  return index
}

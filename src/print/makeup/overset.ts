import type { Flow } from '../flow/block.ts'
import { textOf } from '../type/line.ts'
import type { Overset } from './page.ts'
import { rowsOf, type Slug, type SlugLine } from './slug.ts'

/** What of a story found no room, at the sentence where it begins. `whole`: nothing of the story stands on any page. */
export function oversetOf(slugs: Slug[], flow: Flow, whole = false): Overset {
  const first = slugs.find((slug) => slug.lines.length > 0)
  const text = first ? first.lines.map(({ line }) => textOf(line)).join(' ') : flow.article.title
  return {
    story: flow.article.story,
    whole,
    lines: rowsOf(slugs),
    words: wordsIn(slugs),
    text: text.trim().split(/\s+/).slice(0, 6).join(' '),
    place: first?.place ?? flow.place,
  }
}

function wordsIn(slugs: Slug[]): number {
  const words = ({ line }: SlugLine) => textOf(line).split(space).filter((word) => word !== '').length
  return slugs.flatMap(({ lines }) => lines).reduce((count, line) => count + words(line), 0)
}

const space = /[ \u00a0\u2028\u2009\u202f]/

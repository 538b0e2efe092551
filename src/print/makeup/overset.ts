import type { Flow } from '../flow/block.ts'
import { textOf } from '../type/line.ts'
import type { Overset } from './page.ts'
import { rowsOf, type Slug } from './slug.ts'

/** What of a story found no room, at the sentence where it begins. `whole`: nothing of the story stands on any page. */
export function oversetOf(slugs: Slug[], flow: Flow, whole = false): Overset {
  const first = slugs.find((slug) => slug.lines.length > 0)
  const text = first ? first.lines.map(({ line }) => textOf(line)).join(' ') : flow.article.title
  return {
    story: flow.article.story,
    whole,
    lines: rowsOf(slugs),
    words: slugs.reduce((sum, slug) => sum + slug.words, 0),
    text: text.trim().split(/\s+/).slice(0, 6).join(' '),
    place: first?.place ?? flow.place,
  }
}

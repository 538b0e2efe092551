/** Series: stories that follow one another over several issues. */
import type { Story } from '../newsroom/story.ts'
import { seriesOf } from './entries.ts'
import type { Entry } from './entries.ts'
import { neighbours } from './neighbours.ts'
import { seriesKey } from './site.ts'
import type { PageView } from './view.ts'

/** Where a story stands in its series. */
export interface Part {
  name: string
  /** The page of the whole series. */
  href: string
  /** Counted from one. */
  number: number
  count: number
  previous: Entry | undefined
  next: Entry | undefined
}

/** A story's place in its series; undefined when it stands in none, or alone in this language. */
export function partOf(view: PageView, story: Story): Part | undefined {
  const { newsroom } = view.edition
  const series = story.articles.get(view.language)?.series
  const name = series === undefined ? undefined : newsroom.paper.series.get(series)
  if (series === undefined || name === undefined) return undefined
  const parts = seriesOf(newsroom, view.language).get(series) ?? []
  const here = parts.find((entry) => entry.story === story)
  if (here === undefined || parts.length < 2) return undefined
  return { name: view.local(name), href: view.link(seriesKey(series)), number: parts.indexOf(here) + 1, count: parts.length, ...neighbours(parts, here) }
}

/** Series: stories that follow one another over several issues. */
import type { Language } from '../languages/language.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { Story } from '../newsroom/story.ts'
import { neighbours } from './neighbours.ts'
import { seriesKey, toEntries } from './site.ts'
import type { Entry } from './site.ts'
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

/** The stories of every series in one language, in the order in which they were published; gathered once for a newsroom. */
export function seriesOf(newsroom: Newsroom, language: Language): Map<string, Entry[]> {
  const languages = known.get(newsroom) ?? new Map<Language, Map<string, Entry[]>>()
  known.set(newsroom, languages)
  const gathered = languages.get(language)
  if (gathered !== undefined) return gathered
  const all = new Map<string, Entry[]>()
  const oldestFirst = { ...newsroom, issues: [...newsroom.issues].reverse() }
  for (const entry of toEntries(oldestFirst, language)) {
    const { series } = entry.article
    if (series !== undefined) all.set(series, [...(all.get(series) ?? []), entry])
  }
  languages.set(language, all)
  return all
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

const known = new WeakMap<Newsroom, Map<Language, Map<string, Entry[]>>>()

/** The stories of the paper in one language, and the lists of them that the site shows; each gathered once for a newsroom. */
import type { Language } from '../languages/language.ts'
import type { Article } from '../newsroom/article.ts'
import type { Issue } from '../newsroom/issue.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { Story } from '../newsroom/story.ts'
import { topicSlug } from './address.ts'

/** A story of the paper in one language, with the issue that it stands in. */
export interface Entry {
  story: Story
  article: Article
  issue: Issue | undefined
}

/** What a list is of. */
export type Listed =
  | { kind: 'stories' | 'letters' }
  | { kind: 'section'; section: string }
  | { kind: 'series'; series: string }
  | { kind: 'tag'; slug: string }

/** The stories of one topic in one language. */
type Topics = Map<string, { label: string; entries: Entry[] }>

/** What was gathered of one newsroom in one language. */
interface Gathered {
  entries?: Entry[]
  tags?: Topics
  series?: Map<string, Entry[]>
  lists: Map<string, Entry[]>
}

const known = new WeakMap<Newsroom, Map<Language, Gathered>>()

function gatheredOf(newsroom: Newsroom, language: Language): Gathered {
  const languages = known.get(newsroom) ?? new Map<Language, Gathered>()
  known.set(newsroom, languages)
  const gathered = languages.get(language) ?? { lists: new Map<string, Entry[]>() }
  languages.set(language, gathered)
  return gathered
}

/** The stories of all issues in one language, newest issue first, in each issue's order. */
export function toEntries(newsroom: Newsroom, language: Language): Entry[] {
  return gatheredOf(newsroom, language).entries ??= newsroom.issues.flatMap((issue) => issue.stories.flatMap((story) => {
    const article = story.articles.get(language)
    return article === undefined ? [] : [{ story, article, issue }]
  }))
}

/** The tags that stories carry in one language: by slug, with the first spelling and the stories. */
export function toTags(newsroom: Newsroom, language: Language): Topics {
  return gatheredOf(newsroom, language).tags ??= gatherTags(newsroom, language)
}

function gatherTags(newsroom: Newsroom, language: Language): Topics {
  const tags: Topics = new Map()
  for (const entry of toEntries(newsroom, language)) {
    for (const [slug, label] of new Map(entry.article.tags.map((tag) => [topicSlug(newsroom.paper, tag, language), tag]))) {
      const known = tags.get(slug)
      if (known === undefined) tags.set(slug, { label, entries: [entry] })
      else known.entries.push(entry)
    }
  }
  return new Map([...tags].sort(([, a], [, b]) => a.label.localeCompare(b.label, language)))
}

/** The stories of every series in one language, in the order in which they were published. */
export function seriesOf(newsroom: Newsroom, language: Language): Map<string, Entry[]> {
  return gatheredOf(newsroom, language).series ??= gatherSeries(toEntries({ ...newsroom, issues: [...newsroom.issues].reverse() }, language))
}

function gatherSeries(oldestFirst: Entry[]): Map<string, Entry[]> {
  const all = new Map<string, Entry[]>()
  for (const entry of oldestFirst) {
    const { series } = entry.article
    if (series !== undefined) all.set(series, [...(all.get(series) ?? []), entry])
  }
  return all
}

/** The stories of a section, tag or kind, newest issue first; of a series, oldest first. */
export function listOf(newsroom: Newsroom, language: Language, listed: Listed): Entry[] {
  if (listed.kind === 'series') return seriesOf(newsroom, language).get(listed.series) ?? []
  if (listed.kind === 'tag') return toTags(newsroom, language).get(listed.slug)?.entries ?? []
  const name = listed.kind === 'section' ? `section ${listed.section}` : listed.kind
  const { lists } = gatheredOf(newsroom, language)
  const list = lists.get(name) ?? toEntries(newsroom, language).filter(({ article }) => (
    listed.kind === 'section' ? article.section === listed.section : article.kind === (listed.kind === 'stories' ? 'story' : 'letter')
  ))
  lists.set(name, list)
  return list
}

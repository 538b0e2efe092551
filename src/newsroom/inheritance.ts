/** What a translation takes over from its original, so that an editor writes it once. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Language } from '../languages/language.ts'
import type { Article } from './article.ts'
import type { Picture } from './body.ts'
import type { Draft } from './draft.ts'
import { fold } from './likely.ts'
import type { Paper } from './paper.ts'
import { inWordsOf, topicOf } from './topics.ts'

/**
 * The language in which a story was first written: the one without `from` beside one with it; with none or several,
 * the paper's first language that there is.
 */
export function originalOf(drafts: Map<Language, Draft>, paperLanguages: Language[]): Language {
  const all = [...drafts.keys()]
  const first = (some: Language[]): Language | undefined => paperLanguages.find(language => some.includes(language)) ?? some[0]
  const without = all.filter(language => drafts.get(language)?.from === undefined)
  const sources = without.filter(language => all.some(other => drafts.get(other)?.from === language))
  if (sources.length > 0) return first(sources)!
  return (without.length > 0 && without.length < all.length ? first(without) : first(all))!
}

/**
 * Fills every translation in from the original: kind, date, section, tags (in its own words, where the paper has them), series, place
 * on the map, the picture's file and credit.
 * Reports `story/differs` where a translation has a value of its own, `story/missing-title`, `story/unknown-original` and
 * `story/picture-without-file`.
 */
export function inherit(drafts: Map<Language, Draft>, original: Language, paper: Pick<Paper, 'tags'> = { tags: new Map() }): { articles: Map<Language, Article>; diagnostics: Diagnostic[] } {
  const articles = new Map<Language, Article>()
  const diagnostics: Diagnostic[] = []
  const source = drafts.get(original)!
  for (const [language, draft] of drafts) {
    diagnostics.push(...checkTitle(draft), ...checkFrom(draft, drafts))
    if (draft !== source) diagnostics.push(...checkDifferences(draft, source, paper))
    const { picture, title, from, ...own } = draft
    const whole = wholePicture(picture, draft === source ? undefined : source.picture)
    const article: Article = {
      ...own,
      title: title ?? source.title ?? draft.story,
      kind: draft.kind ?? source.kind ?? 'article',
      bylines: draft.bylines ?? [],
      tags: inWordsOf(paper, draft.tags ?? source.tags ?? [], draft.tags ? language : source.language, language),
    }
    const date = draft.date ?? source.date
    const section = draft.section ?? source.section
    const series = draft.series ?? source.series
    const map = draft.map ?? source.map
    if (date !== undefined) article.date = date
    if (section !== undefined) article.section = section
    if (series !== undefined) article.series = series
    if (map !== undefined) article.map = map
    if (whole) article.picture = whole
    else if (picture && (draft === source || !source.places.picture)) {
      diagnostics.push({ id: 'story/picture-without-file', place: picture.place, params: {} })
    }
    if (language !== original) article.from = from !== undefined && from !== language && drafts.has(from) ? from : original
    articles.set(language, article)
  }
  return { articles, diagnostics }
}

/**
 * A translation's words with the original's file and credit. Without an alternative text of its own it keeps the original's,
 * which is better than none (a rule says so); a caption in another language would be worse than none.
 */
function wholePicture(own: Picture | undefined, source: Picture | undefined): Picture | undefined {
  const file = own?.file || source?.file || ''
  if (file === '') return undefined
  const credit = own?.credit ?? source?.credit
  const whole: Picture = { file, alt: own?.alt || source?.alt || '', place: (own ?? source)!.place }
  if (own?.caption !== undefined) whole.caption = own.caption
  if (credit !== undefined) whole.credit = credit
  return whole
}

function checkTitle(draft: Draft): Diagnostic[] {
  if (draft.title !== undefined) return []
  const place = draft.places.title ?? { file: draft.file, start: { line: 1, column: 1 } }
  return [{ id: 'story/missing-title', place, params: {} }]
}

function checkFrom(draft: Draft, drafts: Map<Language, Draft>): Diagnostic[] {
  if (draft.from === undefined || (draft.from !== draft.language && drafts.has(draft.from))) return []
  const others = [...drafts.keys()].filter(language => language !== draft.language)
  const place = draft.places.from ?? { file: draft.file }
  return [{ id: 'story/unknown-original', place, params: { value: draft.from, likely: others[0] ?? '' } }]
}

const inherited = ['kind', 'date', 'section', 'tags', 'series', 'map', 'picture.file', 'picture.credit'] as const

function checkDifferences(draft: Draft, source: Draft, paper: Pick<Paper, 'tags'>): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const key of inherited) {
    const own = valueOf(draft, key, paper)
    const theirs = valueOf(source, key, paper)
    if (own === undefined || theirs === undefined || own === theirs || (key === 'tags' && areOwnWords(draft, source, paper))) continue
    const place = draft.places[key] ?? draft.places.picture ?? { file: draft.file }
    const related = source.places[key] ?? source.places.picture
    diagnostics.push({ id: 'story/differs', place, params: { key, value: own, original: theirs }, ...(related && { related }) })
  }
  return diagnostics
}

/** As many tags as the original has, without names in paper.yaml: they are taken for the same topics in the translation's language. */
function areOwnWords({ tags = [], language }: Draft, source: Draft, paper: Pick<Paper, 'tags'>): boolean {
  return tags.length === source.tags?.length && language !== source.language && tags.some(tag => topicOf(paper, tag, language) === undefined)
}

/** Tags compare by their topics, without case and accents, and in any order. */
function valueOf(draft: Draft, key: (typeof inherited)[number], paper: Pick<Paper, 'tags'>): string | undefined {
  if (key === 'tags') return draft.tags?.map(tag => fold(topicOf(paper, tag, draft.language) ?? tag)).sort().join(', ')
  if (key === 'map') return draft.map && `${draft.map.latitude}, ${draft.map.longitude}`
  if (key === 'picture.file') return draft.picture?.file || undefined
  if (key === 'picture.credit') return draft.picture?.credit
  return draft[key]
}

/** The plan of the site: every page that there will be, in every language, from the newsroom alone. */
import type { Language } from '../languages/language.ts'
import type { Article } from '../newsroom/article.ts'
import type { Issue } from '../newsroom/issue.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { Story } from '../newsroom/story.ts'
import { storyKey, toAddress, toTagSlug } from './address.ts'
import { listOf, toEntries, toTags, type Listed } from './entries.ts'
import { hasYears, partKey, partsOf, yearKey, yearsOf, type ListPart } from './paging.ts'

/** What a page is about; it decides which view shows it. */
export type Subject =
  | { kind: 'front'; issue: Issue | undefined }
  | { kind: 'issue'; issue: Issue }
  | { kind: 'story'; story: Story; article: Article; issue: Issue | undefined }
  | { kind: 'untranslated'; story: Story; issue: Issue | undefined }
  | { kind: 'archive'; year?: string }
  | { kind: 'sections' | 'tags' | 'leaflets' | 'pamphlets' | 'print' | 'map' | 'places' | 'glossary' | 'search' | 'device' | 'notFound' }
  | (Exclude<Listed, { kind: 'tag' }> & { part?: ListPart })
  | { kind: 'tag'; slug: string; label: string; part?: ListPart }

/** One page of the site in one language. */
export interface SitePage {
  /** Its file relative to the site's folder. */
  address: string
  /** The address without the language: pages with the same key are each other's translations. */
  key: string
  language: Language
  subject: Subject
}

/** Every page, in the order of the paper's languages. */
export function toSitePages(newsroom: Newsroom): SitePage[] {
  const stories = storiesOf(newsroom)
  const further = stories.flatMap(({ story }) => [...story.articles.keys()])
  const own = newsroom.paper.languages
  const pages = own.flatMap((language) => [...fixedPages(newsroom, language), ...stories.map((entry) => storyPage(entry, language))])
  // A leaflet may exist in a language that the paper has no front page for.
  for (const language of new Set(further)) {
    if (own.includes(language)) continue
    for (const entry of stories) if (entry.story.articles.has(language)) pages.push(storyPage(entry, language))
  }
  return pages
}

function storiesOf(newsroom: Newsroom): { story: Story; issue: Issue | undefined }[] {
  const alone = [...newsroom.leaflets, ...newsroom.pamphlets, ...newsroom.pages]
  return [
    ...newsroom.issues.flatMap((issue) => issue.stories.map((story) => ({ story, issue }))),
    ...alone.map((story) => ({ story, issue: undefined })),
  ]
}

function storyPage({ story, issue }: { story: Story; issue: Issue | undefined }, language: Language): SitePage {
  const article = story.articles.get(language)
  const subject: Subject = article === undefined ? { kind: 'untranslated', story, issue } : { kind: 'story', story, article, issue }
  return toPage(language, storyKey(story), subject)
}

function fixedPages(newsroom: Newsroom, language: Language): SitePage[] {
  const page = (key: string, subject: Subject): SitePage => toPage(language, key, subject)
  const list = (key: string, subject: Listed & Subject): SitePage[] => partsOf(listOf(newsroom, language, subject).length).map((part) => (
    page(partKey(key, part), part === undefined ? subject : { ...subject, part })
  ))
  const all = newsroom.paper.languages.flatMap((each) => toEntries(newsroom, each).map((entry) => entry.article))
  const pages = [
    page('index.html', { kind: 'front', issue: newsroom.issues[0] }),
    ...newsroom.issues.map((issue) => page(`${issue.name}/index.html`, { kind: 'issue', issue })),
    ...list('stories/index.html', { kind: 'stories' }),
    ...list('letters/index.html', { kind: 'letters' }),
    page('archive/index.html', { kind: 'archive' }),
    ...(hasYears(newsroom.issues) ? yearsOf(newsroom.issues).map((year) => page(yearKey(year), { kind: 'archive', year })) : []),
    page('map/index.html', { kind: 'map' }),
    page('print/index.html', { kind: 'print' }),
    page('search/index.html', { kind: 'search' }),
    page('device/index.html', { kind: 'device' }),
    page('404.html', { kind: 'notFound' }),
  ]
  if (all.some((article) => article.map !== undefined)) pages.push(page('places/index.html', { kind: 'places' }))
  if (newsroom.paper.sections.size + newsroom.paper.series.size > 0) pages.push(page('sections/index.html', { kind: 'sections' }))
  for (const section of newsroom.paper.sections.keys()) pages.push(...list(sectionKey(section), { kind: 'section', section }))
  for (const series of newsroom.paper.series.keys()) pages.push(...list(seriesKey(series), { kind: 'series', series }))
  if (all.some((article) => article.tags.length > 0)) pages.push(page('tags/index.html', { kind: 'tags' }))
  for (const [slug, { label }] of toTags(newsroom, language)) pages.push(...list(tagKey(slug), { kind: 'tag', slug, label }))
  if (newsroom.glossary.length > 0) pages.push(page('glossary/index.html', { kind: 'glossary' }))
  if (newsroom.leaflets.length > 0) pages.push(page('leaflets/index.html', { kind: 'leaflets' }))
  if (newsroom.pamphlets.length > 0) pages.push(page('pamphlets/index.html', { kind: 'pamphlets' }))
  return pages
}

/** The key of the first page of a list or of the archive, from any of its pages; of any other page its own. */
export function firstKeyOf({ key, subject }: SitePage): string {
  const isLater = subject.kind === 'archive' ? subject.year !== undefined : 'part' in subject && subject.part !== undefined && subject.part.number > 1
  return isLater ? key.replace(/[^/]+\/index\.html$/, 'index.html') : key
}

/** The key of a section's page. */
export function sectionKey(section: string): string {
  return `sections/${toTagSlug(section)}/index.html`
}

/** The key of a series' page. */
export function seriesKey(series: string): string {
  return `series/${toTagSlug(series)}/index.html`
}

/** The key of a tag's page. */
export function tagKey(slug: string): string {
  return `tags/${slug}/index.html`
}

function toPage(language: Language, key: string, subject: Subject): SitePage {
  return { address: toAddress(language, key), key, language, subject }
}

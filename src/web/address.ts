/**
 * Where every page lies, and how one page points at another. An address is the page's file relative to the site's folder,
 * `en/17-01/harbor-strike/index.html`; links are relative and name the file, so that the site works from any folder and from disk.
 */
import type { Language } from '../languages/language.ts'
import type { Issue } from '../newsroom/issue.ts'
import type { Paper } from '../newsroom/paper.ts'
import type { Story } from '../newsroom/story.ts'
import { topicOf } from '../newsroom/topics.ts'

/** Names that the site's own pages use directly below a language. */
const reserved = new Set(['archive', 'stories', 'letters', 'sections', 'tags', 'leaflets', 'pamphlets', 'pages', 'print', 'map', 'places', 'series', 'glossary', 'search', 'device', 'downloads'])

/** A page's address. `key` is the same in every language: `17-01/index.html`. */
export function toAddress(language: Language, key: string): string {
  return `${language}/${key}`
}

/** The key of a story's page. Stories of issues lie below their issue, `pages/about` lies at `about`. */
export function storyKey(story: Pick<Story, 'folder'>): string {
  const [series, ...rest] = story.folder.split('/')
  const inside = rest.join('/')
  const short = series === 'issues' || (series === 'pages' && !reserved.has(inside))
  return `${short ? inside : story.folder}/index.html`
}

/** The link on the page `from` to the file `to`, both relative to the site's folder. `id` is a place inside it. */
export function relativeLink(from: string, to: string, id?: string): string {
  const steps = stepsBetween(from, to)
  const path = clean.test(steps) ? steps : encodeURI(steps).replaceAll('#', '%23').replaceAll('?', '%3F')
  return id === undefined ? path : `${path}#${id}`
}

/** A path without any sign that addresses write in another way; nearly all are. */
const clean = /^[\w./-]*$/

/** Addresses are clean paths, and every page has sixty links: no need to ask the machine where it stands. */
function stepsBetween(from: string, to: string): string {
  // Up to here both lie in the same folder, or the file is a folder above the page.
  let same = 0
  for (let at = 0; at < from.length && from[at] === (to[at] ?? (at === to.length ? '/' : '')); at++) if (from[at] === '/') same = at + 1
  let up = ''
  for (let at = from.indexOf('/', same); at !== -1; at = from.indexOf('/', at + 1)) up += '../'
  return same > to.length ? up.slice(0, -1) : up + to.slice(same)
}

/** The public address of a page, without `index.html`; undefined when the paper has no address on the web. */
export function toPublicUrl(site: string | undefined, address: string): string | undefined {
  if (site === undefined) return undefined
  return `${site.replace(/\/+$/, '')}/${encodeURI(address.replace(/(^|\/)index\.html$/, '$1'))}`
}

/** The file of a story's plain text, beside its page. */
export function plainTextFile(address: string): string {
  return address.replace(/index\.html$/, 'story.txt')
}

/** The id of a story in the list of places, to which its page and the map lead. */
export function placeId(story: Pick<Story, 'folder'>): string {
  return story.folder.replace(/^issues\//, '').replaceAll('/', '-')
}

/** The folder of a language's search index, relative to the site's folder. */
export function searchFolder(language: Language): string {
  return `search/${language}`
}

/** The list of an issue's files, for a phone that keeps it. */
export function keptFile(language: Language, issue: Pick<Issue, 'name'>): string {
  return toAddress(language, `${issue.name}/kept.json`)
}

/** A topic in an address, the same in every language of a paper that has names for it: by its key in paper.yaml, else by the tag itself. */
export function topicSlug(paper: Pick<Paper, 'tags'>, tag: string, language: Language): string {
  return toTagSlug(topicOf(paper, tag, language) ?? tag)
}

/** A tag as it stands in an address. Tags are compared without case and accents: `Huelga general` → `huelga-general`. */
export function toTagSlug(tag: string): string {
  const folded = tag.normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC').toLowerCase()
  const slug = folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
  return slug || Array.from(folded, (letter) => letter.codePointAt(0)!.toString(16)).join('-')
}

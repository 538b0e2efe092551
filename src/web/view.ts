/** What the pages' templates show, as plain data: links seen from the page, words in its language. */
import { formatDate, formatPeriod } from '../languages/dates.ts'
import { directionOf } from '../languages/language.ts'
import type { Language } from '../languages/language.ts'
import { languageNameIn } from '../languages/names.ts'
import type { Translate } from '../languages/translator.ts'
import type { Article } from '../newsroom/article.ts'
import type { Picture } from '../newsroom/body.ts'
import type { Issue } from '../newsroom/issue.ts'
import { localText } from '../newsroom/paper.ts'
import type { LocalText } from '../newsroom/paper.ts'
import type { WebPicture } from '../pictures/pictures.ts'
import { relativeLink, storyKey, toAddress } from './address.ts'
import type { Download, Edition } from './edition.ts'
import type { Entry } from './entries.ts'
import { sectionKey } from './site.ts'
import type { SitePage } from './site.ts'

/** A page's own words and links. */
export interface PageView {
  edition: Edition
  page: SitePage
  /** The language of everything around the story: the page's own, or the paper's first for a language without a front page. */
  language: Language
  t: Translate
  /** The link to the page with this key, in this or another language. */
  link(key: string, language?: Language): string
  /** The link to any file of the site. */
  file(file: string): string
  /** Whether there is a page with this key in the language. */
  has(key: string, language?: Language): boolean
  /** A text of paper.yaml in the page's language. */
  local(text: string | LocalText | undefined): string
}

/** The words and links of one page. */
export function viewOf(edition: Edition, page: SitePage): PageView {
  const own = edition.newsroom.paper.languages
  const language = own.includes(page.language) ? page.language : own[0]!
  const addresses = addressesOf(edition)
  return {
    edition, page, language,
    t: edition.translatorFor(language),
    link: (key, target = language) => relativeLink(page.address, toAddress(target, key)),
    file: (file) => relativeLink(page.address, file),
    has: (key, target = language) => addresses.has(toAddress(target, key)),
    local: (text) => localText(text, language),
  }
}

/** A story as lists show it. */
export interface Teaser {
  href: string
  title: string
  kicker: string
  /** Its section or kind, for a list that mixes them. */
  section: string
  deck: string
  excerpt: string
  byline: string
  picture: { picture: Picture; web: WebPicture } | undefined
  /** The language of its text, and of the page that it leads to. */
  language: Language
  direction: 'ltr' | 'rtl'
  /** Said when it is not in the reader's language: `In English`. */
  languageNote: string
}

/** A story for a list, in the reader's language or, where it has no version, in its original. */
export function toTeaser(view: PageView, { story, article }: Pick<Entry, 'story' | 'article'>): Teaser {
  const web = article.picture && view.edition.pictures.get(article.picture.file)
  return {
    href: view.link(storyKey(story), article.language),
    title: article.title,
    kicker: article.kicker ?? '',
    section: sectionName(view, article),
    deck: article.deck ?? '',
    excerpt: view.edition.excerptOf(article),
    byline: article.bylines.join(', '),
    picture: article.picture && web && { picture: article.picture, web },
    language: article.language,
    direction: directionOf(article.language),
    languageNote: article.language === view.language ? '' : languageNote(view, article.language),
  }
}

/** The stories of an issue for a reader: each in the reader's language or else in its original, in the issue's order. */
export function entriesFor(view: PageView, issue: Issue): Entry[] {
  return issue.stories.flatMap((story) => {
    const article = story.articles.get(view.language) ?? story.articles.get(story.original)
    return article === undefined ? [] : [{ story, article, issue }]
  })
}

/** The label over a story that has no kicker: its section, or what sort of copy it is. */
export function sectionName(view: PageView, article: Article): string {
  const section = article.section === undefined ? undefined : view.edition.newsroom.paper.sections.get(article.section)
  if (section !== undefined) return view.local(section)
  return article.kind === 'article' ? '' : view.t(`web.kind.${article.kind}`)
}

/** The kicker over a story, unless the section beside it says the same: `Letters · Letter`. */
export function kickerBeside(section: string, article: Article): string | undefined {
  const [short, long] = [section, article.kicker ?? ''].map((words) => words.toLocaleLowerCase(article.language)).sort((a, b) => a.length - b.length) as [string, string]
  const isSame = short !== '' && long.startsWith(short) && long.length - short.length <= lettersOfPlural
  return isSame ? undefined : article.kicker
}

/** Letters by which one and many differ, at most: `carta`, `cartas`; `mujer`, `mujeres`. */
const lettersOfPlural = 2

/** The link to a story's section, when it has one. */
export function sectionLink(view: PageView, article: Article): string | undefined {
  const { sections } = view.edition.newsroom.paper
  return article.section !== undefined && sections.has(article.section) ? view.link(sectionKey(article.section)) : undefined
}

/** `In English` in the reader's words. */
export function languageNote(view: PageView, language: Language): string {
  return view.t('web.inLanguage', { language: languageNameIn(language, view.language) })
}

/** `Volume 17, Number 1` */
export function issueName(view: PageView, issue: Issue): string {
  return view.t('web.issueName', { volume: issue.volume, number: issue.number })
}

/** `November 15 – December 5, 2026` */
export function issuePeriod(view: PageView, issue: Issue): string {
  return formatPeriod(issue.date, issue.until, view.language)
}

/** The day of a story: its own, or its issue's first day. */
export function storyDate(view: PageView, article: Article, issue: Issue | undefined): { day: string; words: string } | undefined {
  const date = article.date ?? issue?.date
  return date && { day: date, words: formatDate(date, view.language) }
}

/** A PDF as the site offers it. */
export interface DownloadView {
  /** What kind of file it is: `press`, `phone`, `epub` … */
  product: string
  href: string
  name: string
  /** Its media type. */
  type: string
  hint: string
  facts: string
  language: Language
}

/** What there is to fetch, sorted once for an edition: an archive has thousands of files, and every page asks for its own. */
interface Files {
  of: Map<string, Download[]>
  languages: Set<Language>
}

const knownFiles = new WeakMap<Edition, Files>()

function sortFiles(edition: Edition): Files {
  const known = knownFiles.get(edition)
  if (known !== undefined) return known
  const files: Files = { of: new Map(), languages: new Set(edition.downloads.map(({ language }) => language)) }
  for (const each of edition.downloads) {
    const own = files.of.get(each.issue)
    if (own === undefined) files.of.set(each.issue, [each])
    else own.push(each)
  }
  knownFiles.set(edition, files)
  return files
}

/** All files of an issue, leaflet or pamphlet, in every language. */
export function filesOf(edition: Edition, issue: string): Download[] {
  return sortFiles(edition).of.get(issue) ?? []
}

/** The languages in which there are files, in the order of the downloads. */
export function fileLanguages(edition: Edition): Iterable<Language> {
  return sortFiles(edition).languages
}

/** The PDFs of an issue, leaflet or pamphlet in one language. */
export function downloadsOf(view: PageView, issue: string, language: Language): DownloadView[] {
  return filesOf(view.edition, issue).filter((each) => each.language === language && !each.picture).map((each) => ({
    product: each.product,
    href: view.file(each.file),
    name: words(view, `web.product.${each.product}`) || each.product,
    type: each.product === 'epub' ? 'application/epub+zip' : 'application/pdf',
    hint: words(view, `web.productHint.${each.product}`),
    facts: [
      ...(each.pages === 0 ? [] : [view.t('web.pages', { count: each.pages })]),
      each.paper ?? '',
      each.sheets ? view.t('web.sheets', { count: each.sheets }) : '',
      `${each.product === 'epub' ? 'EPUB' : 'PDF'}, ${formatBytes(each.bytes, view.language)}`,
    ].filter(Boolean).join(' · '),
    language: each.language,
  }))
}

/** The picture of an issue's printed front page: every size of it, narrow to wide. */
export function frontPictures(view: PageView, issue: Issue): { href: string; width: number; height: number }[] {
  return filesOf(view.edition, issue.name).flatMap((each) => (
    each.language === view.language && each.picture !== undefined && each.file.endsWith('.webp')
      ? [{ href: view.file(each.file), ...each.picture }] : []
  )).sort((a, b) => a.width - b.width)
}

/** The stories of an issue as the paper prints them, page by page; what is not printed in this language, or not at all, follows without a page. */
export function contentsByPage(view: PageView, issue: Issue): { page: number | undefined; entries: Entry[] }[] {
  const begins = filesOf(view.edition, issue.name).find((each) => each.language === view.language && each.begins)?.begins ?? {}
  const entries = entriesFor(view, issue)
  const pageOf = (entry: Entry): number | undefined => (entry.article.language === view.language ? begins[entry.story.slug] : undefined)
  const pages = [...new Set(entries.map(pageOf))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity))
  return pages.map((page) => ({ page, entries: entries.filter((entry) => pageOf(entry) === page) }))
}

/** `2.4 MB`, `61 kB` */
export function formatBytes(bytes: number, language: Language): string {
  const inMegabytes = bytes >= 1_000_000
  const name = `${language} ${inMegabytes}`
  const format = byteFormats.get(name) ?? new Intl.NumberFormat(language, {
    style: 'unit', unit: inMegabytes ? 'megabyte' : 'kilobyte', maximumFractionDigits: inMegabytes ? 1 : 0,
  })
  byteFormats.set(name, format)
  return format.format(bytes / (inMegabytes ? 1_000_000 : 1000))
}

/** A format costs more to make than all that is formatted with it. */
const byteFormats = new Map<string, Intl.NumberFormat>()

/** The words of a key that may be missing. */
function words(view: PageView, key: string): string {
  const found = view.t(key)
  return found === key ? '' : found
}

const known = new WeakMap<Edition, Set<string>>()

/** The addresses of all pages; gathered once for an edition. */
export function addressesOf(edition: Edition): Set<string> {
  const addresses = known.get(edition) ?? new Set(edition.pages.map((page) => page.address))
  known.set(edition, addresses)
  return addresses
}

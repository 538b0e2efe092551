/** What a page says about itself to browsers, search engines and other readers: title, description, translations, feeds. */
import type { Language } from '../languages/language.ts'
import { localText } from '../newsroom/paper.ts'
import { toAddress, toPublicUrl } from './address.ts'
import type { Edition } from './edition.ts'
import { pictureFolder } from './figure.ts'
import { firstKeyOf } from './site.ts'
import type { SitePage } from './site.ts'
import { issueName, issuePeriod } from './view.ts'
import type { PageView } from './view.ts'

/** The head of one page. Links are relative, or absolute when the paper has an address on the web. */
export interface Head {
  title: string
  description: string
  /** Kept out of search engines: it has nothing of its own to be found. */
  hidden: boolean
  canonical: string | undefined
  /** This page in every language in which it stands on its own, and `x-default`. None without a public address: only absolute ones count. */
  alternates: { language: string; href: string }[]
  feeds: { type: string; href: string; title: string }[]
  /** The address of a picture for the link; only an absolute one is of use to those who read it. */
  image: string | undefined
}

/** The head of a page. `heading` is what stands at its top. */
export function toHead(view: PageView, heading: string): Head {
  const { page, edition } = view
  const { paper } = edition.newsroom
  const hidden = page.subject.kind === 'untranslated' || page.subject.kind === 'notFound'
  const paperName = view.local(paper.name)
  // The second part of a list holds other stories in each language.
  const isLaterPart = 'part' in page.subject && page.key !== firstKeyOf(page)
  return {
    title: page.subject.kind === 'front' ? `${paperName} – ${view.local(paper.slogan)}` : `${heading} – ${paperName}`,
    description: descriptionOf(view),
    hidden,
    canonical: hidden ? undefined : toPublicUrl(paper.url, page.address),
    alternates: hidden || isLaterPart || paper.url === undefined ? [] : toAlternates(view, paper.url),
    feeds: paper.languages.flatMap((language) => feedsOf(view, language)),
    image: imageOf(view),
  }
}

/** The same page in other languages, for `hreflang`. Empty when there is only this one. */
function toAlternates(view: PageView, site: string): { language: string; href: string }[] {
  const { page, edition } = view
  const { paper } = edition.newsroom
  const same = versionsOf(edition).get(page.key)!.filter((each) => each.subject.kind !== 'untranslated')
  if (same.length < 2) return []
  const href = (address: string): string => toPublicUrl(site, address)!
  const fallback = page.subject.kind === 'front' ? 'index.html' : defaultOf(same.map((each) => each.language), paper.languages, same)
  return [
    ...same.map((each) => ({ language: each.language, href: href(each.address) })),
    { language: 'x-default', href: href(fallback) },
  ]
}

function defaultOf(languages: Language[], order: Language[], pages: { language: Language; address: string }[]): string {
  const first = order.find((language) => languages.includes(language)) ?? languages[0]
  return pages.find((each) => each.language === first)!.address
}

function feedsOf(view: PageView, language: Language): Head['feeds'] {
  const name = localText(view.edition.newsroom.paper.name, language)
  return [
    { type: 'application/rss+xml', href: view.file(`${language}/rss.xml`), title: `${name} (RSS)` },
    { type: 'application/feed+json', href: view.file(`${language}/feed.json`), title: `${name} (JSON Feed)` },
  ]
}

function descriptionOf(view: PageView): string {
  const { subject } = view.page
  const { paper } = view.edition.newsroom
  switch (subject.kind) {
    case 'story': return subject.article.deck ?? view.edition.excerptOf(subject.article)
    case 'issue': return `${view.local(paper.name)}: ${issueName(view, subject.issue)}, ${issuePeriod(view, subject.issue)}`
    case 'section': return view.t('web.sectionDescription', {
      section: view.local(paper.sections.get(subject.section)), paper: view.local(paper.name),
    })
    case 'series': return view.t('web.seriesDescription', {
      series: view.local(paper.series.get(subject.series)), paper: view.local(paper.name),
    })
    case 'tag': return view.t('web.tagDescription', { tag: subject.label, paper: view.local(paper.name) })
    default: return view.t(`web.description.${subject.kind}`, { paper: view.local(paper.name), slogan: view.local(paper.slogan) })
  }
}

/** A story's picture, or else its card; every other page has its paper's card. */
function imageOf({ page, edition, language }: PageView): Head['image'] {
  const { subject, address } = page
  const { paper } = edition.newsroom
  const picture = subject.kind === 'story' && subject.article.picture ? edition.pictures.get(subject.article.picture.file) : undefined
  const jpeg = picture?.sources.findLast((source) => source.type === 'image/jpeg')
  const file = jpeg ? `${pictureFolder}/${jpeg.file}` : edition.cards.get(address) ?? edition.cards.get(toAddress(language, 'index.html'))
  return file === undefined ? undefined : toPublicUrl(paper.url, file)
}

const known = new WeakMap<Edition, Map<string, SitePage[]>>()

/** The pages that are each other's translations, by key; gathered once for an edition. */
function versionsOf(edition: Edition): Map<string, SitePage[]> {
  const gathered = known.get(edition) ?? new Map<string, SitePage[]>()
  if (gathered.size === 0) {
    for (const page of edition.pages) {
      const versions = gathered.get(page.key)
      if (versions === undefined) gathered.set(page.key, [page])
      else versions.push(page)
    }
  }
  known.set(edition, gathered)
  return gathered
}

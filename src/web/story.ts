/** What stands around a story's text: how to pass it on, how to quote it, what else there is on its subject. */
import type { Language } from '../languages/language.ts'
import type { Article } from '../newsroom/article.ts'
import type { Issue } from '../newsroom/issue.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { Story } from '../newsroom/story.ts'
import { topicSlug, toPublicUrl } from './address.ts'
import { toTags } from './entries.ts'
import type { Entry } from './entries.ts'
import { issueName, storyDate } from './view.ts'
import type { PageView } from './view.ts'

const mostRelated = 3

/** What the same section weighs beside a shared topic. */
const sameSection = 0.01

/** A way to pass a story on. */
export interface Share {
  name: string
  href: string
}

/**
 * Addresses that open the reader's own programs with the story's address filled in; nothing is asked of them before a reader
 * follows one. Only a paper with a public address has something to pass on.
 */
export function sharesOf(view: PageView, article: Article): Share[] {
  const url = toPublicUrl(view.edition.newsroom.paper.url, view.page.address)
  if (url === undefined) return []
  const title = encodeURIComponent(article.title)
  const both = encodeURIComponent(`${article.title}\n${url}`)
  return [
    { name: view.t('web.share.mail'), href: `mailto:?subject=${title}&body=${both}` },
    { name: view.t('web.share.sms'), href: `sms:?&body=${both}` },
    { name: view.t('web.share.whatsapp'), href: `https://wa.me/?text=${both}` },
    { name: view.t('web.share.telegram'), href: `https://t.me/share/url?url=${encodeURIComponent(url)}&text=${title}` },
  ]
}

/** How to quote a story, and where it stays. */
export function citationOf(view: PageView, article: Article, issue: Issue | undefined): { text: string; url: string | undefined } {
  const date = storyDate(view, article, issue)
  const words = { author: article.bylines.map((name) => `${name}. `).join(''), title: article.title, paper: view.local(view.edition.newsroom.paper.name) }
  return {
    text: issue && date
      ? view.t('web.citation', { ...words, issue: issueName(view, issue), date: date.words })
      : view.t('web.citationUndated', words),
    url: toPublicUrl(view.edition.newsroom.paper.url, view.page.address),
  }
}

/** A letter to the paper about a story; undefined when the paper takes no e-mail. */
export function letterTo(view: PageView, article: Article): string | undefined {
  const email = view.local(view.edition.newsroom.paper.contact.email)
  return email === '' ? undefined : `mailto:${email}?subject=${encodeURIComponent(view.t('web.writeUsSubject', { title: article.title }))}`
}

/**
 * Other stories in the same language that share topics, the rarest topics weighing most; where topics tie, those of the same section,
 * then the newest. Empty for a story without topics that others have.
 */
export function relatedTo(newsroom: Newsroom, story: Story, language: Language): Entry[] {
  const article = story.articles.get(language)
  if (article === undefined) return []
  const topics = toTags(newsroom, language)
  const shelves = [...new Set(article.tags.map((tag) => topicSlug(newsroom.paper, tag, language)))].map((slug) => topics.get(slug)?.entries ?? [])
  const weights = new Map<Entry, number>()
  // Where there is one topic all its stories share it alike: nothing is to be added up.
  if (shelves.length > 1) for (const shelf of shelves) for (const entry of shelf) weights.set(entry, (weights.get(entry) ?? 0) + 1 / shelf.length)
  const most = shelves.length > 1 ? Infinity : 1 + sameSection
  const best: { entry: Entry; weight: number }[] = []
  for (const entry of shelves.length > 1 ? weights.keys() : shelves.flat()) {
    if (entry.story === story) continue
    const weight = (weights.get(entry) ?? 1) + (entry.article.section === article.section ? sameSection : 0)
    // In an archive a topic has hundreds of stories: they are not sorted for the sake of three.
    let place = best.length
    while (place > 0 && best[place - 1]!.weight < weight) place--
    if (place < mostRelated) best.splice(place, 0, { entry, weight })
    if (best.length > mostRelated) best.pop()
    // None that follows can weigh more, and the newest come first.
    if (best.length === mostRelated && best.at(-1)!.weight === most) break
  }
  return best.map(({ entry }) => entry)
}

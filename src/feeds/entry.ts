/**
 * One story as a feed reader gets it, whatever the feed's format.
 */
import type { Element } from 'hast'
import type { PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { CivilDate } from '../languages/dates.ts'
import type { Language } from '../languages/language.ts'
import { translatorFor } from '../languages/translator.ts'
import type { Article } from '../newsroom/article.ts'
import type { Picture } from '../newsroom/body.ts'
import { sourceDigest } from '../newsroom/copyCache.ts'
import type { Newsroom } from '../newsroom/gather.ts'
import { gistOf } from '../newsroom/gist.ts'
import { renderHtml } from '../newsroom/html.ts'
import type { Issue } from '../newsroom/issue.ts'
import { localText } from '../newsroom/paper.ts'
import { picturesIn } from '../newsroom/picturesOf.ts'
import type { Story } from '../newsroom/story.ts'
import { toAddress } from './channel.ts'
import { stripControls } from './xml.ts'

/** Where a reader's programs find things; every address is relative to the site's root, with forward slashes. */
export interface FeedOptions {
  /** Page of a story: `en/17-01/harbor-strike/index.html`. */
  pageOf(story: Pick<Story, 'folder'>, language: Language): string
  /** Published file of a picture; undefined when it is not on the site. */
  pictureOf?(picture: Picture): string | undefined
  /** Folder of a section's pages: `en/sections/struggle`. */
  sectionFolder?(section: string, language: Language): string
}

export interface Entry {
  /** Never changes while the story keeps its folder, whatever the site's address. */
  id: string
  url: string
  title: string
  /** Plain text: the deck, else the beginning of the story. */
  summary: string
  /** The whole story as HTML. */
  html: string
  /** The day on which its issue appeared. */
  date: CivilDate
  authors: string[]
  categories: string[]
}

/** A feed reader asks again and again: it gets this many stories, the newest. */
const mostEntries = 60

/** Where a summary that is cut from the text may end. */
const summaryLength = 280

/** A story that a feed tells of. */
export interface Told {
  issue: Issue
  story: Story
  article: Article
}

/** The newest stories in one language, of one section where one is named: newest issue first, in the issue's order. */
export function newestStories(newsroom: Newsroom, language: Language, section?: string): Told[] {
  const newest: Told[] = []
  for (const issue of newsroom.issues) {
    for (const story of issue.stories) {
      const article = story.articles.get(language)
      if (article === undefined || (section !== undefined && article.section !== section)) continue
      newest.push({ issue, story, article })
      if (newest.length === mostEntries) return newest
    }
  }
  return newest
}

/** All that an entry is made from, besides the paper: entries of the same facts are the same. `stories` are all of the paper, by folder. */
export function factsOf({ issue, story, article }: Told, stories: Map<string, Story>, { pictureOf }: FeedOptions): unknown {
  const { body, places, ...facts } = article
  const links = gistOf(body).links.flatMap(({ data }) => data?.crossReference?.folder ?? [])
  return [
    story.folder, issue.date, facts, sourceDigest(body) ?? body, links.map((folder) => [folder, stories.get(folder)?.articles.has(article.language)]),
    picturesIn(article).map((picture) => pictureOf?.(picture)),
  ]
}

/** A story as a feed in `folder` tells it. */
export function toEntry(newsroom: Newsroom, { issue, story, article }: Told, stories: Map<string, Story>, options: FeedOptions, folder: string): Entry {
  const { language } = article
  const section = article.section === undefined ? undefined : newsroom.paper.sections.get(article.section)
  const addressOf = (address: string): string => toAddress(newsroom.paper.url, folder, address)
  return {
    id: `${story.folder}/${language}`,
    url: addressOf(options.pageOf(story, language)),
    title: stripControls(article.title),
    summary: stripControls(article.deck ?? beginningOf(article)),
    html: stripControls(
      renderHtml(withLeadPicture(article), {
        t: translatorFor(language),
        headingShift: 1,
        idPrefix: `${story.slug}-`,
        linkTo: (folder) => {
          const target = stories.get(folder)
          return target?.articles.has(language) ? addressOf(options.pageOf(target, language)) : undefined
        },
        figure: (picture) => toFigure(picture, options.pictureOf?.(picture), addressOf),
      }),
    ),
    date: issue.date,
    authors: article.bylines.map(stripControls),
    categories: [...(section ? [localText(section, language)] : []), ...article.tags].map(stripControls),
  }
}

function withLeadPicture(article: Article): Article {
  if (!article.picture) return article
  return { ...article, body: { ...article.body, children: [{ type: 'figure', picture: article.picture }, ...article.body.children] } }
}

/** The picture, or what it shows in words where the site does not publish it. */
function toFigure(picture: Picture, file: string | undefined, addressOf: (address: string) => string): Element {
  if (file === undefined) return { type: 'element', tagName: 'span', properties: {}, children: [{ type: 'text', value: picture.alt }] }
  return { type: 'element', tagName: 'img', properties: { src: addressOf(file), alt: picture.alt }, children: [] }
}

function beginningOf(article: Article): string {
  const first = article.body.children.find((block) => block.type === 'paragraph')
  const text = toString({ type: 'paragraph', children: (first?.children ?? []).filter(isText) }).replace(/\s+/g, ' ').trim()
  if (text.length <= summaryLength) return text
  const cut = text.slice(0, summaryLength)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), summaryLength / 2)).replace(/[.,;:]$/, '')}…`
}

function isText(node: PhrasingContent): boolean {
  return node.type !== 'footnoteReference'
}

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
import { renderHtml } from '../newsroom/html.ts'
import type { Issue } from '../newsroom/issue.ts'
import { allStories } from '../newsroom/allStories.ts'
import type { Newsroom } from '../newsroom/gather.ts'
import { localText } from '../newsroom/paper.ts'
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

/** The newest stories in one language, for a feed in `folder`, of one section where one is named: newest issue first, in the issue's order. */
export function toEntries(newsroom: Newsroom, language: Language, options: FeedOptions, folder: string = language, section?: string): Entry[] {
  const stories = new Map(allStories(newsroom).map((story) => [story.folder, story]))
  return newsroom.issues
    .flatMap((issue) => issue.stories.map((story) => ({ issue, story, article: story.articles.get(language) })))
    .filter((found): found is { issue: Issue; story: Story; article: Article } => found.article !== undefined)
    .filter(({ article }) => section === undefined || article.section === section)
    .slice(0, mostEntries)
    .map(({ issue, story, article }) => toEntry(newsroom, issue, story, article, stories, options, folder))
}

function toEntry(newsroom: Newsroom, issue: Issue, story: Story, article: Article, stories: Map<string, Story>, options: FeedOptions, folder: string): Entry {
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

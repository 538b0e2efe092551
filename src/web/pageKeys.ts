/**
 * The facts that each page is made from, as a key: two builds that give a page the same key give it the same bytes. A page's own story
 * counts to the letter; of the other stories on it, what lists show. Where a page shows something new of other stories, it is named here;
 * tests/web/incremental.test.ts holds random edits against clean builds.
 */
import type { Article } from '../newsroom/article.ts'
import { articleFacts, linkedFolders } from '../newsroom/articleFacts.ts'
import type { Issue } from '../newsroom/issue.ts'
import { allStories } from '../newsroom/allStories.ts'
import type { Story } from '../newsroom/story.ts'
import { topicSlug } from './address.ts'
import { keyOf } from './earlier.ts'
import type { Edition } from './edition.ts'
import { toHead } from './head.ts'
import { headingOf } from './heading.ts'
import { entriesOf, wholeList } from './lists.ts'
import { neighbours } from './neighbours.ts'
import { hasYears, issuesOfArchive, yearsOf } from './paging.ts'
import { partOf } from './series.ts'
import { firstKeyOf, tagKey } from './site.ts'
import type { SitePage } from './site.ts'
import { relatedTo } from './story.ts'
import { toSwitch } from './switch.ts'
import { filesOf, viewOf } from './view.ts'
import type { PageView } from './view.ts'

/** The keys of one edition's pages and texts. */
export interface PageKeys {
  /** Of a page below a language. */
  page(page: SitePage): string
  /** Of the pages that stand before all languages. */
  door: string
  /** Of all that an article says. */
  article(article: Article): string
}

/** Reads the edition once; a key costs a page little more than its own facts. */
export function toPageKeys(edition: Edition): PageKeys {
  const { newsroom, pages, pictures, cards: ____, downloads, ...house } = edition
  const { issues, leaflets, pamphlets, pages: ownPages, folder: __, glossary: ___, ...rest } = newsroom

  const listed = new Map<Article, string>()
  const listedFacts = (article: Article): string => {
    const known = listed.get(article)
    if (known !== undefined) return known
    const { body, places, ...facts } = article
    const key = keyOf([facts, edition.excerptOf(article), article.picture && pictures.get(article.picture.file)])
    listed.set(article, key)
    return key
  }
  const whole = new Map<Article, string>()
  const wholeFacts = (article: Article): string => {
    const known = whole.get(article)
    if (known !== undefined) return known
    const key = keyOf(articleFacts(article, (file) => pictures.get(file)))
    whole.set(article, key)
    return key
  }
  const storyFacts = ({ folder, original, articles }: Story): unknown[] => [folder, original, ...[...articles.values()].map(listedFacts)]
  const issueFacts = ({ name, volume, number, date, until }: Issue): unknown[] => [name, volume, number, date, until]
  const issueKeys = new Map(issues.map((issue) => [issue, keyOf([issueFacts(issue), issue.stories.map(storyFacts)])]))

  const onEveryPage = keyOf([
    toPlain(house), toPlain(rest), ownPages.map(storyFacts),
    // What the ways through the site depend on: which pages there are that are neither a story nor an issue.
    pages.filter((page) => !['story', 'untranslated', 'issue', 'tag'].includes(page.subject.kind) && page.key === firstKeyOf(page)).map(({ address }) => address),
    [...new Set(downloads.map(({ language, product }) => `${language} ${product}`))],
  ])
  const everyStory = keyOf([
    issues.map((issue) => issueKeys.get(issue)), [...leaflets, ...pamphlets].map(storyFacts), downloads,
  ])
  const folders = new Set(allStories(newsroom).map(({ folder }) => folder))

  const ownFacts = (view: PageView): unknown => {
    const { subject } = view.page
    switch (subject.kind) {
      case 'story': {
        const { story, article, issue } = subject
        const related = relatedTo(newsroom, story, article.language)
        const part = partOf(view, story)
        return [
          wholeFacts(article), storyFacts(story), issue && [issueFacts(issue), issueKeys.get(issue)], filesOf(edition, story.folder),
          related.map((entry) => [entry.story.folder, listedFacts(entry.article)]),
          part && [part.name, part.href, part.number, part.count, [part.previous, part.next].map((entry) => entry && storyFacts(entry.story))],
          article.tags.map((tag) => view.has(tagKey(topicSlug(newsroom.paper, tag, article.language)))),
          linkedFolders(article).map((folder) => folders.has(folder)),
        ]
      }
      case 'untranslated':
        return [storyFacts(subject.story), subject.issue && issueFacts(subject.issue)]
      case 'front':
      case 'issue': {
        const { issue } = subject
        if (issue === undefined) return []
        const beside = neighbours(issues, issue)
        return [issueKeys.get(issue), filesOf(edition, issue.name), [beside.previous, beside.next].map((each) => each && issueFacts(each))]
      }
      case 'glossary':
        return newsroom.glossary.map(({ renderings, forbidden, note }) => [renderings, forbidden, note])
      case 'device':
        return issues[0] && issueFacts(issues[0])
      case 'notFound':
        return []
      case 'stories':
      case 'letters':
      case 'section':
      case 'series':
      case 'tag':
        return [
          subject.part, subject.kind === 'series' && wholeList(view).length,
          entriesOf(view).map(({ story, article, issue }) => [story.folder, listedFacts(article), issue && issueFacts(issue)]),
        ]
      case 'archive':
        return [
          hasYears(issues) && yearsOf(issues),
          issuesOfArchive(issues, subject.year).map((issue) => [issueKeys.get(issue), filesOf(edition, issue.name).filter(({ picture }) => picture !== undefined)]),
        ]
      default:
        return everyStory
    }
  }

  const pageKeys = new Map(pages.map((page) => {
    const view = viewOf(edition, page)
    return [page, keyOf([onEveryPage, page.address, page.subject.kind, toHead(view, headingOf(view)), toSwitch(view), ownFacts(view)])]
  }))
  return {
    page: (page) => pageKeys.get(page)!,
    door: onEveryPage,
    article: wholeFacts,
  }
}

/** Maps and sets as lists, so that they count; functions are the program's own and count with it. */
export function toPlain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, each]) => [key, toPlain(each)])
  if (value instanceof Set) return [...value]
  if (value instanceof Uint8Array) return value.length
  if (Array.isArray(value)) return value.map(toPlain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toPlain(each)]))
}

/**
 * What the products cost that no other engine of the bench makes: the search, every story as plain text, and feeds with whole stories in
 * them, for languages and sections. Made once more, in a process of its own, from the copy that a first build has parsed. Arguments: content,
 * cache. Prints CPU seconds as JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { renderFeeds } from '../../src/feeds/feeds.ts'
import { hasSiteWords, translatorFor } from '../../src/languages/translator.ts'
import { allStories } from '../../src/newsroom/allStories.ts'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { storyKey, toAddress } from '../../src/web/address.ts'
import { bodyRenderer, excerptOf, minutesOf } from '../../src/web/body.ts'
import { openBodyWords } from '../../src/web/bodyWords.ts'
import type { Edition } from '../../src/web/edition.ts'
import { toIcon } from '../../src/web/icon.ts'
import { toPlainText } from '../../src/web/plainText.ts'
import { readScripts } from '../../src/web/scripts.ts'
import { foldWords, toSearchIndex } from '../../src/web/searchIndex.ts'
import { sectionKey, toSitePages } from '../../src/web/site.ts'
import { readStylesheet } from '../../src/web/stylesheet.ts'

const [content, cacheFolder] = process.argv.slice(2) as [string, string]
const newsroom = readNewsroom(content, cacheFolder).value!
const { paper } = newsroom
const edition: Edition = {
  newsroom, pages: toSitePages(newsroom), pictures: new Map(), cards: new Map(), downloads: [], zip: undefined,
  stylesheet: await readStylesheet(paper.color.rgb), icon: toIcon(paper.color.rgb), scripts: await readScripts(),
  translatorFor, speaks: hasSiteWords, renderBody: bodyRenderer(newsroom, new Map(), translatorFor), excerptOf, minutesOf,
}
const costs = { search: 0, texts: 0, feeds: 0 }
const measure = (what: keyof typeof costs, work: () => unknown): void => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  costs[what] += (user + system) / 1e6
}

const folder = mkdtempSync(join(tmpdir(), 'bench-extras-'))
try {
  const words = openBodyWords(folder, foldWords)
  for (const article of allStories(newsroom).flatMap(({ articles }) => [...articles.values()])) {
    // Fetched for the pages already.
    const kept = article.body.children
    measure('texts', () => toPlainText(article))
    measure('search', () => words.of(article))
    kept.at(0)
  }
  for (const language of paper.languages) measure('search', () => toSearchIndex(edition, language, words))
  measure('feeds', () => renderFeeds(newsroom, {
    pageOf: (story, language) => toAddress(language, storyKey(story)),
    sectionFolder: (section, language) => dirname(toAddress(language, sectionKey(section))),
  }))
} finally {
  rmSync(folder, { recursive: true })
}
process.stdout.write(JSON.stringify(costs))

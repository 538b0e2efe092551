/**
 * Feeds: Newsroom → RSS and JSON Feed in every language of the paper, with the full text of the newest stories.
 */
import type { Language } from '../languages/language.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { toChannel } from './channel.ts'
import { toEntries, type FeedOptions } from './entry.ts'
import { renderJsonFeed } from './jsonFeed.ts'
import { renderRss } from './rss.ts'

/** A file to publish; `file` is relative to the site's root. */
export interface FeedFile {
  file: string
  text: string
}

/** `<language>/rss.xml` and `<language>/feed.json` for every language of the paper, and the same for every section where its folder is known. The same newsroom gives the same bytes. */
export function renderFeeds(newsroom: Newsroom, options: FeedOptions): FeedFile[] {
  const { languages, sections } = newsroom.paper
  return languages.flatMap((language) => [
    ...renderFeed(newsroom, options, language, language),
    ...(options.sectionFolder === undefined ? [] : [...sections.keys()].flatMap((section) => (
      renderFeed(newsroom, options, language, options.sectionFolder!(section, language), section)
    ))),
  ])
}

function renderFeed(newsroom: Newsroom, options: FeedOptions, language: Language, folder: string, section?: string): FeedFile[] {
  const channel = toChannel(newsroom, language, folder, section)
  const entries = toEntries(newsroom, language, options, folder, section)
  return [
    { file: `${folder}/rss.xml`, text: renderRss(channel, entries) },
    { file: `${folder}/feed.json`, text: renderJsonFeed(channel, entries) },
  ]
}

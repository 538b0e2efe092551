/**
 * Feeds: Newsroom → RSS and JSON Feed in every language of the paper, with the full text of the newest stories.
 */
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

/** `<language>/rss.xml` and `<language>/feed.json` for every language of the paper. The same newsroom gives the same bytes. */
export function renderFeeds(newsroom: Newsroom, options: FeedOptions): FeedFile[] {
  return newsroom.paper.languages.flatMap((language) => {
    const channel = toChannel(newsroom, language)
    const entries = toEntries(newsroom, language, options)
    return [
      { file: `${language}/rss.xml`, text: renderRss(channel, entries) },
      { file: `${language}/feed.json`, text: renderJsonFeed(channel, entries) },
    ]
  })
}

/**
 * Feeds: Newsroom → RSS and JSON Feed in every language of the paper, with the full text of the newest stories.
 */
import type { Language } from '../languages/language.ts'
import { allStories } from '../newsroom/allStories.ts'
import type { Newsroom } from '../newsroom/gather.ts'
import type { Story } from '../newsroom/story.ts'
import { toChannel } from './channel.ts'
import { factsOf, newestStories, toEntry, type FeedOptions } from './entry.ts'
import { renderJsonFeed } from './jsonFeed.ts'
import { renderRss } from './rss.ts'

/** A file to publish; `file` is relative to the site's root. */
export interface FeedFile {
  file: string
  text: string
}

/** The feeds of one folder, before they are rendered. */
export interface PlannedFeeds {
  files: string[]
  /** Plain data: the same facts give the same bytes. */
  facts: unknown
  render(): FeedFile[]
}

/** `<language>/rss.xml` and `<language>/feed.json` for every language of the paper, and the same for every section where its folder is known. */
export function planFeeds(newsroom: Newsroom, options: FeedOptions): PlannedFeeds[] {
  const { languages, sections } = newsroom.paper
  const stories = new Map(allStories(newsroom).map((story) => [story.folder, story]))
  return languages.flatMap((language) => [
    planFeed(newsroom, stories, options, language, language),
    ...(options.sectionFolder === undefined ? [] : [...sections.keys()].map((section) => (
      planFeed(newsroom, stories, options, language, options.sectionFolder!(section, language), section)
    ))),
  ])
}

/** All feeds. The same newsroom gives the same bytes. */
export function renderFeeds(newsroom: Newsroom, options: FeedOptions): FeedFile[] {
  return planFeeds(newsroom, options).flatMap((planned) => planned.render())
}

function planFeed(
  newsroom: Newsroom, stories: Map<string, Story>, options: FeedOptions, language: Language, folder: string, section?: string,
): PlannedFeeds {
  const channel = toChannel(newsroom, language, folder, section)
  const told = newestStories(newsroom, language, section)
  const [rss, json] = [`${folder}/rss.xml`, `${folder}/feed.json`]
  return {
    files: [rss, json],
    facts: [channel, newsroom.paper.url, [...newsroom.paper.sections], told.map((each) => factsOf(each, stories, options))],
    render() {
      const entries = told.map((each) => toEntry(newsroom, each, stories, options, folder))
      return [{ file: rss, text: renderRss(channel, entries) }, { file: json, text: renderJsonFeed(channel, entries) }]
    },
  }
}

/**
 * Entries → JSON Feed 1.1; https://www.jsonfeed.org/version/1.1/
 */
import type { Channel } from './channel.ts'
import type { Entry } from './entry.ts'

/** The document, which names its own address only where the paper has one. */
export function renderJsonFeed(channel: Channel, entries: readonly Entry[]): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: channel.title,
    home_page_url: channel.homeUrl,
    ...(channel.jsonUrl === undefined ? {} : { feed_url: channel.jsonUrl }),
    description: channel.description,
    language: channel.language,
    authors: toAuthors(channel.publisher === '' ? [] : [channel.publisher]),
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      date_published: `${entry.date}T00:00:00Z`,
      authors: toAuthors(entry.authors),
      tags: entry.categories.length === 0 ? undefined : entry.categories,
    })),
  }
  return `${JSON.stringify(feed, null, 2)}\n`
}

function toAuthors(names: readonly string[]): { name: string }[] | undefined {
  return names.length === 0 ? undefined : names.map((name) => ({ name }))
}

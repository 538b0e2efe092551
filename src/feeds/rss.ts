/**
 * Entries → RSS 2.0 with the full text (`content:encoded`); https://www.rssboard.org/rss-specification
 */
import type { CivilDate } from '../languages/dates.ts'
import type { Channel } from './channel.ts'
import type { Entry } from './entry.ts'
import { escapeXml, toElement, toTextElement } from './xml.ts'

/** The document, which names its own address only where the paper has one. */
export function renderRss(channel: Channel, entries: readonly Entry[]): string {
  const self = channel.rssUrl && toElement('atom:link', { href: channel.rssUrl, rel: 'self', type: 'application/rss+xml' })
  const parts = [
    ...toTextElement('title', channel.title),
    ...toTextElement('link', channel.homeUrl),
    toElement('description', {}, escapeXml(channel.description)),
    ...toTextElement('language', channel.language),
    ...(self ? [self] : []),
    ...(channel.date ? toTextElement('lastBuildDate', toRfc822(channel.date)) : []),
    ...toTextElement('docs', 'https://www.rssboard.org/rss-specification'),
    ...entries.map(renderItem),
  ]
  const namespaces = {
    'version': '2.0',
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toElement('rss', namespaces, `\n${toElement('channel', {}, `\n${parts.join('\n')}\n`)}\n`)}\n`
}

function renderItem(entry: Entry): string {
  const parts = [
    ...toTextElement('title', entry.title),
    ...toTextElement('link', entry.url),
    ...toTextElement('guid', entry.id, { isPermaLink: 'false' }),
    ...toTextElement('pubDate', toRfc822(entry.date)),
    ...entry.authors.flatMap((author) => toTextElement('dc:creator', author)),
    ...entry.categories.flatMap((category) => toTextElement('category', category)),
    ...toTextElement('description', entry.summary),
    ...toTextElement('content:encoded', entry.html),
  ]
  return toElement('item', {}, `\n${parts.join('\n')}\n`)
}

/** A civil date as RSS writes it, at midnight of Greenwich: `Sun, 15 Nov 2026 00:00:00 GMT`. */
function toRfc822(date: CivilDate): string {
  return new Date(`${date}T00:00:00Z`).toUTCString()
}

/**
 * What the specifications of feeds, catalogues and site maps say that must be, as checks of finished files. Each answers what is wrong, in
 * words. Independent of the program's writers. They are meant for a paper with an address on the web: RSS and JSON Feed know no relative links.
 */
import { childrenOf, parseXml, textOf, type XmlElement } from './xmlReader.ts'

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** An absolute address of the web. */
function isAddress(text: string | undefined): boolean {
  return text !== undefined && /^https?:\/\/[^\s<>"\\^`{|}]+$/.test(text) && URL.canParse(text)
}

/** An absolute IRI: it names its scheme, and has no space (RFC 3987). */
function isIri(text: string | undefined): boolean {
  return text !== undefined && /^[a-z][a-z0-9+.-]*:[^\s<>"\\^`{|}]+$/i.test(text)
}

/** RFC 822 with a year of four digits, its weekday the right one. */
function isMailDate(text: string | undefined): boolean {
  const match = /^(\w{3}), (\d{2} \w{3} \d{4}) (\d{2}:\d{2}:\d{2}) (GMT|[+-]\d{4})$/.exec(text ?? '')
  if (match === null) return false
  const day = new Date(`${match[2]!} ${match[3]!} ${match[4]!}`)
  return !Number.isNaN(day.getTime()) && (match[4] !== 'GMT' || weekdays[day.getUTCDay()] === match[1])
}

/** RFC 3339. */
function isNetDate(text: string | undefined): boolean {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text))
}

function isLanguage(text: string | undefined): boolean {
  return text !== undefined && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)
}

function doubled(names: (string | undefined)[]): string[] {
  return names.filter((name, at): name is string => name !== undefined && names.indexOf(name) !== at)
}

/** Addresses in the HTML of a story that only mean something on its page. */
function relativeIn(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, address]) => address!).filter((address) => !/^(https?:|mailto:|#)/.test(address))
}

/** https://www.rssboard.org/rss-specification and the best practices of the same board. */
export function faultsOfRss(text: string): string[] {
  const faults: string[] = []
  const must = (holds: boolean, fault: string): void => void (holds || faults.push(fault))
  const rss = parseXml(text)
  must(rss.name === 'rss' && rss.attributes['version'] === '2.0', 'the root is not rss 2.0')
  const channels = childrenOf(rss, 'channel')
  must(channels.length === 1, 'there is not one channel')
  const channel = channels[0]!
  const known = {
    channel: ['title', 'link', 'description', 'language', 'copyright', 'pubDate', 'lastBuildDate', 'category', 'generator', 'docs', 'ttl', 'image', 'item'],
    item: ['title', 'link', 'description', 'author', 'category', 'comments', 'enclosure', 'guid', 'pubDate', 'source'],
  }
  const checkNames = (element: XmlElement, names: string[], many: string[]): void => {
    for (const { name } of element.children) {
      const [prefix, local] = name.split(':')
      if (local === undefined) must(names.includes(name), `RSS knows no ${name} in ${element.name}`)
      else must(rss.attributes[`xmlns:${prefix!}`] !== undefined, `nothing says what ${prefix!} is`)
    }
    const single = element.children.map(({ name }) => name).filter((name) => !many.includes(name))
    for (const name of doubled(single)) faults.push(`${name} stands twice in ${element.name}`)
  }
  checkNames(channel, known.channel, ['item', 'category', 'atom:link'])
  for (const name of ['title', 'link', 'description']) must(Boolean(textOf(channel, name)), `the channel has no ${name}`)
  must(isAddress(textOf(channel, 'link')), 'the link of the channel is no address')
  must(isLanguage(textOf(channel, 'language')), 'the language is none')
  const built = textOf(channel, 'lastBuildDate')
  must(built === undefined || isMailDate(built), `no date: ${built!}`)
  const self = childrenOf(channel, 'atom:link').find(({ attributes }) => attributes['rel'] === 'self')?.attributes
  must(isAddress(self?.['href']) && self?.['type'] === 'application/rss+xml', 'the feed does not name itself')
  const items = childrenOf(channel, 'item')
  for (const guid of doubled(items.map((item) => textOf(item, 'guid')))) faults.push(`two stories are ${guid}`)
  for (const item of items) {
    checkNames(item, known.item, ['category', 'dc:creator', 'enclosure'])
    must(Boolean(textOf(item, 'title') ?? textOf(item, 'description')), 'a story has neither title nor description')
    must(isAddress(textOf(item, 'link')), `no address: ${textOf(item, 'link')!}`)
    const guid = childrenOf(item, 'guid')[0]
    must(guid !== undefined && (guid.attributes['isPermaLink'] === 'false' || isAddress(guid.text)), 'a guid says that it is an address, and is none')
    must(isMailDate(textOf(item, 'pubDate')), `no date: ${textOf(item, 'pubDate')!}`)
    const html = textOf(item, 'content:encoded') ?? ''
    for (const address of relativeIn(html)) faults.push(`a relative address: ${address}`)
    must(!/<(script|style|iframe|object|embed|form|meta)\b|\son\w+=/i.test(html), 'a story does something')
  }
  return faults
}

interface JsonItem { [name: string]: unknown }

/** https://www.jsonfeed.org/version/1.1/ */
export function faultsOfJsonFeed(text: string): string[] {
  const faults: string[] = []
  const must = (holds: boolean, fault: string): void => void (holds || faults.push(fault))
  const feed = JSON.parse(text) as JsonItem
  const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
  const checkAuthors = (authors: unknown, of: string): void => {
    if (authors === undefined) return
    must(Array.isArray(authors) && authors.length > 0 && authors.every((each: JsonItem) => isText(each['name']) || isText(each['url'])), `${of} has an author without a name`)
  }
  must(feed['version'] === 'https://jsonfeed.org/version/1.1', 'the version is not 1.1')
  must(isText(feed['title']), 'the feed has no title')
  for (const name of ['home_page_url', 'feed_url']) must(isAddress(feed[name] as string), `${name} is no address`)
  must(isLanguage(feed['language'] as string), 'the language is none')
  checkAuthors(feed['authors'], 'the feed')
  must(Array.isArray(feed['items']), 'there are no items')
  const items = (feed['items'] ?? []) as JsonItem[]
  must(items.every(({ id }) => isText(id)), 'an id is no text')
  for (const id of doubled(items.map(({ id }) => id as string))) faults.push(`two stories are ${id}`)
  for (const item of items) {
    must(isText(item['content_html']) || isText(item['content_text']), 'a story has no content')
    must(isAddress(item['url'] as string), `no address: ${String(item['url'])}`)
    must(isNetDate(item['date_published'] as string), `no date: ${String(item['date_published'])}`)
    checkAuthors(item['authors'], 'a story')
    must(item['tags'] === undefined || (Array.isArray(item['tags']) && item['tags'].length > 0 && item['tags'].every(isText)), 'a tag is no text')
    for (const address of relativeIn(String(item['content_html']))) faults.push(`a relative address: ${address}`)
  }
  return faults
}

/** https://specs.opds.io/opds-1.2 and what it stands on, Atom (RFC 4287). */
export function faultsOfOpds(text: string): string[] {
  const faults: string[] = []
  const must = (holds: boolean, fault: string): void => void (holds || faults.push(fault))
  const feed = parseXml(text)
  must(feed.name === 'feed' && feed.attributes['xmlns'] === 'http://www.w3.org/2005/Atom', 'the root is no Atom feed')
  const linksOf = (element: XmlElement, rel: string): Record<string, string>[] => (
    childrenOf(element, 'link').map(({ attributes }) => attributes).filter((link) => (link['rel'] ?? 'alternate').startsWith(rel))
  )
  const checkHead = (element: XmlElement, of: string): void => {
    for (const name of ['id', 'title', 'updated']) must(childrenOf(element, name).length === 1, `${of} has not one ${name}`)
    must(isIri(textOf(element, 'id')), `no IRI: ${textOf(element, 'id')!}`)
    must(isNetDate(textOf(element, 'updated')), `no date: ${textOf(element, 'updated')!}`)
    for (const author of childrenOf(element, 'author')) must(Boolean(textOf(author, 'name')), `${of} has an author without a name`)
    for (const { attributes } of childrenOf(element, 'link')) must(Boolean(attributes['href']), `${of} has a link to nothing`)
    for (const { name } of element.children.filter((child) => child.name.includes(':'))) {
      must(feed.attributes[`xmlns:${name.split(':')[0]!}`] !== undefined, `nothing says what ${name} is`)
    }
  }
  checkHead(feed, 'the catalogue')
  const kinds = /^application\/atom\+xml;\s*profile=opds-catalog;\s*kind=(navigation|acquisition)$/
  for (const rel of ['self', 'start']) must(linksOf(feed, rel).some(({ type }) => kinds.test(type ?? '')), `the catalogue has no link to its ${rel}`)
  const entries = childrenOf(feed, 'entry')
  for (const id of doubled(entries.map((entry) => textOf(entry, 'id')))) faults.push(`two books are ${id}`)
  for (const entry of entries) {
    checkHead(entry, 'a book')
    must(childrenOf(feed, 'author').length + childrenOf(entry, 'author').length > 0, 'a book is by nobody')
    must(linksOf(entry, 'http://opds-spec.org/acquisition').some(({ type }) => Boolean(type)), 'a book cannot be had')
    must(childrenOf(entry, 'content').length === 1 || linksOf(entry, 'alternate').length > 0, 'a book has neither content nor a page of its own')
    must(isLanguage(textOf(entry, 'dc:language')), 'a book is in no language')
    const images = linksOf(entry, 'http://opds-spec.org/image')
    for (const { rel, type } of images) must(/^image\/(gif|jpeg|png)$/.test(type ?? ''), `a cover is no GIF, JPEG or PNG: ${rel!}`)
    must(images.length === 0 || images.some(({ rel }) => rel === 'http://opds-spec.org/image'), 'a book has a small cover alone')
  }
  return faults
}

/** https://www.sitemaps.org/protocol.html, and Google's rules for languages: every version names every version, itself too. */
export function faultsOfSitemap(text: string, site: string): string[] {
  const faults: string[] = []
  const must = (holds: boolean, fault: string): void => void (holds || faults.push(fault))
  const root = parseXml(text)
  must(root.name === 'urlset' && root.attributes['xmlns'] === 'http://www.sitemaps.org/schemas/sitemap/0.9', 'the root is no urlset')
  must(Buffer.byteLength(text) <= 50 * 1024 * 1024, 'it is larger than 50 MB')
  const urls = childrenOf(root, 'url')
  must(urls.length > 0 && urls.length <= 50_000, 'it has no page, or more than 50,000')
  const versions = new Map(urls.map((url) => [textOf(url, 'loc') ?? '', childrenOf(url, 'xhtml:link').map(({ attributes }) => attributes)]))
  must(versions.size === urls.length, 'a page stands twice')
  for (const [address, links] of versions) {
    must(isAddress(address) && address.length < 2048 && address.startsWith(site), `no address of this site: ${address}`)
    if (links.length === 0) continue
    must(links.some(({ href }) => href === address), `${address} does not name itself`)
    for (const { rel, hreflang, href } of links) {
      must(rel === 'alternate' && (isLanguage(hreflang) || hreflang === 'x-default'), `${address} has a version in no language`)
      must(versions.get(href ?? '')?.some((back) => back['href'] === address) === true, `${href!} does not name ${address} in its turn`)
    }
  }
  return faults
}

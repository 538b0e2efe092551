/** Feeds and catalogues against the rules of their formats, and the rules against files that break them. */
import { beforeAll, describe, expect, test } from 'vitest'
import { toBooks } from '../../src/feeds/epub/book.ts'
import { renderFeeds } from '../../src/feeds/feeds.ts'
import { renderCatalogues } from '../../src/feeds/opds.ts'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { contentFolder, issueYaml } from '../newsroom/contentFolder.ts'
import { faultsOfJsonFeed, faultsOfOpds, faultsOfRss, faultsOfSitemap } from './feedRules.ts'

const site = 'https://example.org/a&b'
const content = {
  'paper.yaml': `name: { en: Red & Flag, es: Bandera Roja }\nslogan: { en: Fight, es: Luchar }\npublisher: { en: The collective, es: El colectivo }\nlanguages: [en, es]\nurl: "${site}"\nsections: { labor: { en: Labor, es: Trabajo } }\n`,
  'issues/17-01/issue.yaml': issueYaml,
  'issues/17-01/strike/en.md': '---\ntitle: Pay < work & more\nbyline: [Ana, Luis]\nsection: labor\ntags: [docks]\n---\n\nThey said “no”.[^1] See [the rain](../rain#wet) and [a page](https://example.org/?a=1&b=2).\n\n# One\n\nWords.\n\n# Two\n\nMore.\n\n[^1]: So they said.\n',
  'issues/17-01/strike/es.md': '---\ntitle: Huelga\nfrom: en\n---\n\nDijeron que no. Vea [la lluvia](../rain).\n',
  'issues/17-01/rain/en.md': '---\ntitle: Rain\n---\n\nIt rained.\n\n## Wet\n\nAll day.\n',
  'pamphlets/circle/es.md': '---\ntitle: El círculo\n---\n\nCuatro personas.\n',
}

const files = new Map<string, string>()
beforeAll(() => {
  const newsroom = readNewsroom(contentFolder(content)).value!
  const options = {
    pageOf: ({ folder }: { folder: string }, language: string) => `${language}/${folder.replace('issues/', '')}/index.html`,
    sectionFolder: (section: string, language: string) => `${language}/sections/${section}`,
  }
  const catalogues = renderCatalogues(newsroom, toBooks(newsroom).map((book) => {
    const name = `downloads/${book.of}/red flag-${book.language}`
    return { book, file: `${name}.epub`, cover: book.of === '17-01' ? { image: `${name}-front.png`, thumbnail: `${name}-front-360.png` } : undefined }
  }))
  for (const { file, text } of [...renderFeeds(newsroom, options), ...catalogues]) files.set(file, text)
})

const folders = ['en', 'es', 'en/sections/labor', 'es/sections/labor']

describe('what the program writes', () => {
  test.each(folders)('is right: %s/rss.xml and feed.json', (folder) => {
    expect(faultsOfRss(files.get(`${folder}/rss.xml`)!)).toEqual([])
    expect(faultsOfJsonFeed(files.get(`${folder}/feed.json`)!)).toEqual([])
  })

  test.each(['en', 'es'])('is right: %s/opds.xml', (language) => {
    expect(faultsOfOpds(files.get(`${language}/opds.xml`)!)).toEqual([])
  })

  test('a book has a page of its own, and the name that stands in it', () => {
    const text = files.get('es/opds.xml')!
    expect(text).toContain('<link rel="alternate" href="https://example.org/a&amp;b/es/pamphlets/circle/" type="text/html"/>')
    expect(text.match(/<id>urn:uuid:[0-9a-f-]{36}<\/id>/g)).toHaveLength(3)
  })

  test('a book that was printed shows its front page, large and small', () => {
    expect(files.get('en/opds.xml')!.match(/<link rel="http:\/\/opds-spec.org\/image[^>]*>/g)).toEqual([
      '<link rel="http://opds-spec.org/image" href="https://example.org/a&amp;b/downloads/17-01/red%20flag-en-front.png" type="image/png"/>',
      '<link rel="http://opds-spec.org/image/thumbnail" href="https://example.org/a&amp;b/downloads/17-01/red%20flag-en-front-360.png" type="image/png"/>',
    ])
  })
})

describe('the rules find', () => {
  const broken = (file: string, from: string | RegExp, to: string): string => {
    const text = files.get(file)!
    const changed = text.replace(from, to)
    expect(changed).not.toBe(text)
    return changed
  }

  test.each([
    [/<title>Red[^]*?<\/title>/, '', 'the channel has no title'],
    [/<link>[^]*?<\/link>/, '<link>index.html</link>', 'the link of the channel is no address'],
    [/<lastBuildDate>\w+/, '<lastBuildDate>Mon', 'no date: Mon, 15 Nov 2026 00:00:00 GMT'],
    [/<atom:link[^>]*>/, '', 'the feed does not name itself'],
    [/ isPermaLink="false"/, '', 'a guid says that it is an address, and is none'],
    [/<guid[^>]*>[^<]*rain\/en/, '<guid isPermaLink="false">issues/17-01/strike/en', 'two stories are issues/17-01/strike/en'],
    [/ xmlns:dc="[^"]*"/, '', 'nothing says what dc is'],
    [/<docs>/, '<motto>a</motto><docs>', 'RSS knows no motto in channel'],
    [/href=&quot;https:[^&]*&amp;[^&]*rain/, 'href=&quot;../rain', 'a relative address: ../rain/#wet'],
  ])('in RSS: %s → %s', (from, to, fault) => {
    expect(faultsOfRss(broken('en/rss.xml', from, to))).toContain(fault)
  })

  test.each([
    ['version/1.1"', 'version/2"', 'the version is not 1.1'],
    [/"url": "https[^"]*"/, '"url": "17-01/"', 'no address: 17-01/'],
    ['T00:00:00Z', '', 'no date: 2026-11-15'],
    ['"name": "Ana"', '"name": ""', 'a story has an author without a name'],
    ['"docks"', '3', 'a tag is no text'],
    [/"content_html": ".*",/, '', 'a story has no content'],
    ['"id": "issues/17-01/rain/en"', '"id": "issues/17-01/strike/en"', 'two stories are issues/17-01/strike/en'],
  ])('in JSON Feed: %s → %s', (from, to, fault) => {
    expect(faultsOfJsonFeed(broken('en/feed.json', from, to))).toContain(fault)
  })

  test.each([
    [/<id>urn:uuid:[^<]*/, '<id>Red Flag/opds', 'no IRI: Red Flag/opds'],
    [/T00:00:00Z/, '', 'no date: 2026-11-15'],
    [/<link rel="alternate"[^>]*>/, '', 'a book has neither content nor a page of its own'],
    [/<link rel="http:[^>]*>/, '', 'a book cannot be had'],
    [/ xmlns:dc="[^"]*"/, '', 'nothing says what dc:language is'],
    [/image\/png/, 'image/webp', 'a cover is no GIF, JPEG or PNG: http://opds-spec.org/image'],
    [/<link rel="http:\/\/opds-spec.org\/image"[^>]*>/, '', 'a book has a small cover alone'],
    [/<link rel="self"[^>]*>/, '', 'the catalogue has no link to its self'],
  ])('in OPDS: %s → %s', (from, to, fault) => {
    expect(faultsOfOpds(broken('en/opds.xml', from, to))).toContain(fault)
  })

  test('in a site map: a page elsewhere, one that stands twice, a version that knows nothing of it', () => {
    const map = (urls: string): string => `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls}</urlset>`
    const url = (name: string, others: string[]): string => `<url><loc>https://a.org/${name}</loc>${others.map((other) => `<xhtml:link rel="alternate" hreflang="${other.slice(0, 2)}" href="https://a.org/${other}"/>`).join('')}</url>`
    expect(faultsOfSitemap(map(url('en/', ['en/', 'es/']) + url('es/', ['en/', 'es/'])), 'https://a.org/')).toEqual([])
    expect(faultsOfSitemap(map(url('en/', ['en/', 'es/']) + url('es/', [])), 'https://a.org/')).toEqual(['https://a.org/es/ does not name https://a.org/en/ in its turn'])
    expect(faultsOfSitemap(map(url('en/', []) + url('en/', [])), 'https://a.org/')).toEqual(['a page stands twice'])
    expect(faultsOfSitemap(map(url('en/', [])), 'https://b.org/')).toEqual(['no address of this site: https://a.org/en/'])
  })
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { planFeeds, renderFeeds } from '../../src/feeds/feeds.ts'
import { readNewsroom, type Newsroom } from '../../src/newsroom/newsroom.ts'
import { childrenOf, parseXml, textOf, type XmlElement } from './xmlReader.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const paper = 'name: { en: Red Flag & Friends, es: Bandera Roja }\nslogan: { en: Fight, es: Luchar }\npublisher: { en: The collective, es: El colectivo }\nlanguages: [en, es]\nsections: { labor: { en: Labor, es: Trabajo } }\n'

function paperWith(files: Record<string, string>): Newsroom {
  const folder = mkdtempSync(join(tmpdir(), 'feeds-'))
  folders.push(folder)
  for (const [file, text] of Object.entries({ 'paper.yaml': paper, ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return readNewsroom(folder).value!
}

const issue = (number: number, date: string, stories: string[]): string => `volume: 17\nnumber: ${number}\ndate: ${date}\nstories: [${stories.join(', ')}]\n`
const story = (title: string, body: string, more = ''): string => `---\ntitle: ${title}\n${more}---\n\n${body}\n`

const two = {
  'issues/17-01/issue.yaml': issue(1, '2026-11-15', ['strike', 'rain']),
  'issues/17-01/strike/en.md': story('"Pay < work & \\"more\\""', 'They said “no” & left.\n\nSee [the rain](../rain) and [the page](https://example.org/?a=1&b=2).[^1]\n\n[^1]: In the morning.', 'deck: What happened\nbyline: [Ana, Luis]\nsection: labor\ntags: [docks]\ndate: 2026-10-01\n'),
  'issues/17-01/strike/es.md': story('Huelga', 'Dijeron que no. Vea [la lluvia](../rain).', 'from: en\n'),
  'issues/17-01/rain/en.md': story('Rain', `${'It rained and rained all day long. '.repeat(20)}`),
  'issues/16-12/issue.yaml': issue(12, '2026-10-25', ['old']),
  'issues/16-12/old/en.md': story('Old', 'An older story.'),
}

const options = { pageOf: ({ folder }: { folder: string }, language: string) => `${language}/${folder.replace('issues/', '')}/index.html` }

function rssOf(newsroom: Newsroom, language = 'en', more = {}): XmlElement {
  return parseXml(renderFeeds(newsroom, { ...options, ...more }).find(({ file }) => file === `${language}/rss.xml`)!.text).children[0]!
}

interface JsonFeed {
  version: string
  home_page_url: string
  feed_url?: string
  items: { id: string; url: string; content_html: string; date_published: string; authors?: { name: string }[]; tags?: string[] }[]
}

function jsonOf(newsroom: Newsroom, language = 'en'): JsonFeed {
  return JSON.parse(renderFeeds(newsroom, options).find(({ file }) => file === `${language}/feed.json`)!.text) as JsonFeed
}

describe('the feeds', () => {
  test('are two files for every language of the paper', () => {
    expect(renderFeeds(paperWith(two), options).map(({ file }) => file)).toEqual(['en/rss.xml', 'en/feed.json', 'es/rss.xml', 'es/feed.json'])
  })

  test('are the same bytes every time', () => {
    const newsroom = paperWith(two)
    expect(renderFeeds(newsroom, options)).toEqual(renderFeeds(newsroom, options))
  })

  test('have the newest issue first, in its own order, and only what is written in their language', () => {
    const newsroom = paperWith(two)
    expect(childrenOf(rssOf(newsroom), 'item').map((item) => textOf(item, 'guid'))).toEqual(['issues/17-01/strike/en', 'issues/17-01/rain/en', 'issues/16-12/old/en'])
    expect(jsonOf(newsroom, 'es').items.map(({ id }) => id)).toEqual(['issues/17-01/strike/es'])
  })

  test('hold at most sixty stories', () => {
    const many = Array.from({ length: 64 }, (_, at) => [`issues/17-01/s${at}/en.md`, story(`Story ${at}`, 'Words.')])
    expect(jsonOf(paperWith({ ...two, ...Object.fromEntries(many) })).items).toHaveLength(60)
  })

  test('of a paper without issues are empty and well formed', () => {
    const newsroom = paperWith({})
    expect(childrenOf(rssOf(newsroom), 'item')).toEqual([])
    expect(textOf(rssOf(newsroom), 'lastBuildDate')).toBeUndefined()
    expect(jsonOf(newsroom).items).toEqual([])
  })
})

describe('the feeds of a section', () => {
  test('hold its stories alone, with addresses seen from their own folder', () => {
    const sectionFolder = (section: string, language: string): string => `${language}/sections/${section}`
    const files = renderFeeds(paperWith(two), { ...options, sectionFolder })
    expect(files.map(({ file }) => file)).toEqual(expect.arrayContaining(['en/sections/labor/rss.xml', 'es/sections/labor/feed.json']))
    const channel = parseXml(files.find(({ file }) => file === 'en/sections/labor/rss.xml')!.text).children[0]!
    expect(textOf(channel, 'title')).toBe('Red Flag & Friends: Labor')
    expect(childrenOf(channel, 'item').map((item) => textOf(item, 'link'))).toEqual(['../../17-01/strike/index.html'])
  })
})

describe('RSS', () => {
  test('says whose it is, in which language, and when the newest issue appeared', () => {
    const channel = rssOf(paperWith(two), 'es')
    expect(['title', 'description', 'language', 'lastBuildDate'].map((name) => textOf(channel, name))).toEqual(['Bandera Roja', 'Luchar', 'es', 'Sun, 15 Nov 2026 00:00:00 GMT'])
  })

  test('has the whole story, its authors and its subjects', () => {
    const [item] = childrenOf(rssOf(paperWith(two)), 'item')
    expect(textOf(item!, 'title')).toBe('Pay < work & “more”')
    expect(textOf(item!, 'pubDate')).toBe('Sun, 15 Nov 2026 00:00:00 GMT')
    expect(childrenOf(item!, 'dc:creator').map(({ text }) => text)).toEqual(['Ana', 'Luis'])
    expect(childrenOf(item!, 'category').map(({ text }) => text)).toEqual(['Labor', 'docks'])
    expect(textOf(item!, 'description')).toBe('What happened')
    expect(textOf(item!, 'content:encoded')).toContain('<p>They said “no” &#x26; left.</p>')
    expect(textOf(item!, 'content:encoded')).toContain('In the morning.')
    expect(childrenOf(item!, 'guid')[0]!.attributes).toEqual({ isPermaLink: 'false' })
  })

  test('cuts the beginning of a story at a word where it has no deck', () => {
    const description = textOf(childrenOf(rssOf(paperWith(two)), 'item')[1]!, 'description')!
    expect(description).toMatch(/^It rained .*day long…$/)
    expect(description.length).toBeLessThanOrEqual(281)
  })

  test('leaves out characters that XML cannot hold', () => {
    const newsroom = paperWith(two)
    const article = newsroom.issues[0]!.stories[0]!.articles.get('en')!
    article.title = 'A\u0000B\u0008\ud800C\ufffeD\u{1f6a9}'
    expect(textOf(childrenOf(rssOf(newsroom), 'item')[0]!, 'title')).toBe('ABCD\u{1f6a9}')
  })
})

describe('addresses', () => {
  test('are relative to the feed without an address of the paper', () => {
    const newsroom = paperWith(two)
    const [item] = childrenOf(rssOf(newsroom), 'item')
    expect(textOf(rssOf(newsroom), 'link')).toBe('index.html')
    expect(textOf(item!, 'link')).toBe('17-01/strike/index.html')
    expect(textOf(item!, 'content:encoded')).toContain('href="17-01/rain/index.html"')
    expect(childrenOf(rssOf(newsroom), 'atom:link')).toEqual([])
    expect(jsonOf(newsroom).feed_url).toBeUndefined()
  })

  test('are absolute with one, and the feeds know themselves; what identifies a story stays', () => {
    const newsroom = paperWith({ ...two, 'paper.yaml': `${paper}url: https://example.org/paper/\n` })
    const channel = rssOf(newsroom)
    const [item] = childrenOf(channel, 'item')
    expect(textOf(channel, 'link')).toBe('https://example.org/paper/en/')
    expect(childrenOf(channel, 'atom:link')[0]!.attributes).toEqual({ href: 'https://example.org/paper/en/rss.xml', rel: 'self', type: 'application/rss+xml' })
    expect(textOf(item!, 'link')).toBe('https://example.org/paper/en/17-01/strike/')
    expect(textOf(item!, 'guid')).toBe('issues/17-01/strike/en')
    expect(textOf(item!, 'content:encoded')).toContain('href="https://example.org/paper/en/17-01/rain/"')
    expect(jsonOf(newsroom)).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', home_page_url: 'https://example.org/paper/en/', feed_url: 'https://example.org/paper/en/feed.json' })
  })

  test('of a story that is not translated are not given: the link is its text', () => {
    expect(jsonOf(paperWith(two), 'es').items[0]!.content_html).toContain('Vea la lluvia.')
  })
})

describe('a picture', () => {
  const withPicture = { ...two, 'issues/16-12/old/en.md': story('Old', 'An older story.', 'picture: { file: yard.svg, alt: The yard, caption: At four, credit: Workshop }\n'), 'issues/16-12/old/yard.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' }

  test('stands before its story where the site publishes it', () => {
    const item = childrenOf(rssOf(paperWith(withPicture), 'en', { pictureOf: () => 'pictures/yard-1f.jpg' }), 'item')[2]!
    expect(textOf(item, 'content:encoded')).toMatch(/^<figure><img src="\.\.\/pictures\/yard-1f\.jpg" alt="The yard"><figcaption>At four/)
  })

  test('is told in words where it does not', () => {
    expect(textOf(childrenOf(rssOf(paperWith(withPicture)), 'item')[2]!, 'content:encoded')).toMatch(/^<figure><span>The yard<\/span>/)
  })
})

describe('JSON Feed', () => {
  test('has what RSS has', () => {
    expect(jsonOf(paperWith(two)).items[0]).toMatchObject({
      id: 'issues/17-01/strike/en', url: '17-01/strike/index.html', date_published: '2026-11-15T00:00:00Z', authors: [{ name: 'Ana' }, { name: 'Luis' }], tags: ['Labor', 'docks'],
    })
  })
})

describe('the facts of a feed', () => {
  const sectionFolder = (section: string, language: string): string => `${language}/sections/${section}`
  const factsOf = (files: Record<string, string>, more = {}): Record<string, string> => Object.fromEntries(
    planFeeds(paperWith(files), { ...options, sectionFolder, ...more }).map(({ files: [file], facts }) => [file, JSON.stringify(facts)]),
  )
  const before = factsOf(two)
  const changed = (files: Record<string, string>, more = {}): string[] => {
    const now = factsOf(files, more)
    return Object.keys(now).filter((file) => now[file] !== before[file])
  }

  test('are the same for the same copy, and change with a word of a story that it tells of', () => {
    expect(changed(two)).toEqual([])
    expect(changed({ ...two, 'issues/17-01/strike/en.md': two['issues/17-01/strike/en.md'].replace('They said', 'We said') }))
      .toEqual(['en/rss.xml', 'en/sections/labor/rss.xml'])
    expect(changed({ ...two, 'issues/17-01/strike/es.md': two['issues/17-01/strike/es.md'].replace('Huelga', 'La huelga') }))
      .toEqual(['es/rss.xml', 'es/sections/labor/rss.xml'])
  })

  test('change with what a link leads to, with a picture\'s file and with the paper', () => {
    expect(changed({ ...two, 'issues/17-01/rain/es.md': story('Lluvia', 'Llovió.', 'from: en\n') })).toContain('es/sections/labor/rss.xml')
    expect(changed({ ...two, 'paper.yaml': paper.replace('Labor,', 'Work,') })).toHaveLength(4)
    expect(changed({ ...two, 'paper.yaml': `${paper}url: https://example.org\n` })).toHaveLength(4)
  })
})

import { EpubCheck } from '@likecoin/epubcheck-ts'
import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { toBooks } from '../../src/feeds/epub/book.ts'
import { renderEpub } from '../../src/feeds/epub/epub.ts'
import { renderCatalogues } from '../../src/feeds/opds.ts'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import type { Newsroom } from '../../src/newsroom/newsroom.ts'
import { contentFolder, issueYaml } from '../newsroom/contentFolder.ts'
import { childrenOf, parseXml, textOf } from './xmlReader.ts'

const paper = 'name: { en: Red & Flag, es: Bandera Roja }\nslogan: { en: Fight, es: Luchar }\npublisher: { en: The collective, es: El colectivo }\nlanguages: [en, es, ar]\n'
const body = `Words *and* more.[^1] See [the rain](../rain#wet) & [a page](https://example.org/?a=1&b=2).

# A part

| Day | Votes |
|:----|------:|
| 1   | 211   |

:::pull-quote
Nobody slept.
:::

:::sidebar{title="The days"}
October.
:::

3. three
4. four

![A crane](crane.jpg "Its caption")

***

# Another part

A line\\
broken, \`code\` and ~~gone~~.

—A docker

[^1]: So he said.`
const files = {
  'paper.yaml': paper,
  'issues/17-01/issue.yaml': issueYaml,
  'issues/17-01/strike/en.md': `---\ntitle: Pay < work & more\nkicker: Port\ndeck: What happened\nbyline: Ana\ndateline: ROSARIO\npicture: { file: crane.jpg, alt: A crane }\n---\n\n${body}\n`,
  'issues/17-01/strike/ar.md': '---\ntitle: الإضراب\nfrom: en\n---\n\nقبل الفجر.\n',
  'issues/17-01/rain/en.md': '---\ntitle: Rain\n---\n\nIt rained.\n\n## Wet\n\nAll day.\n',
  'pamphlets/circle/es.md': '---\ntitle: El círculo\n---\n\nCuatro personas.\n',
}

let newsroom: Newsroom
let jpeg: Uint8Array
beforeAll(async () => {
  jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a00' } }).jpeg().toBuffer()
})
const open = async (at: number) => {
  newsroom = readNewsroom(contentFolder({ ...files, 'issues/17-01/strike/crane.jpg': jpeg })).value!
  const book = toBooks(newsroom)[at]!
  const bytes = await renderEpub(book, () => Promise.resolve(jpeg))
  const inside = unzipSync(bytes)
  return { book, bytes, text: (file: string) => strFromU8(inside[`EPUB/${file}`]!), names: Object.keys(inside) }
}

describe('books', () => {
  test('are made of every issue and pamphlet in each language that has something of it', async () => {
    await open(0)
    expect(toBooks(newsroom).map(({ of, language }) => `${of} ${language}`)).toEqual(['17-01 en', 'pamphlets/circle es', '17-01 ar'])
  })
})

describe('an e-book', () => {
  test.each([0, 1, 2])('passes EPUBCheck without an error or a warning (book %i)', async (at) => {
    const { bytes } = await open(at)
    const { messages } = await new EpubCheck({}).check(bytes)
    expect(messages.filter(({ severity }) => /fatal|error|warning/i.test(String(severity)))).toEqual([])
  })

  test('begins with its type, unpacked, as the format asks', async () => {
    const { bytes } = await open(0)
    expect(Buffer.from(bytes.subarray(30, 58)).toString('latin1')).toBe('mimetypeapplication/epub+zip')
    expect(bytes[8]! + bytes[9]!).toBe(0)
  })

  test('is the same bytes every time', async () => {
    const [one, other] = [await open(0), await open(0)]
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
  })

  test('holds the stories in the issue’s order, their parts in its contents, and links between them', async () => {
    const { text, names } = await open(0)
    expect(names.filter((name) => name.includes('story-'))).toHaveLength(2)
    const nav = text('nav.xhtml')
    expect(nav).toContain('>A part</a></li>')
    const strike = [text('story-1.xhtml'), text('story-2.xhtml')].find((page) => page.includes('Pay &lt; work'))!
    expect(strike).toMatch(/<a href="story-\d\.xhtml#wet">the rain<\/a> &amp; <a href="https:\/\/example\.org\/\?a=1&amp;b=2"/)
    expect(strike).toContain('<img src="picture-1.jpg" alt="A crane"/>')
    expect(strike).toContain('style="text-align:right"')
    expect(() => parseXml(strike.replace('<!DOCTYPE html>\n', ''))).not.toThrow()
  })

  test('tells a reader when the original of a translation has changed', async () => {
    const { book } = await open(0)
    const chapters = book.chapters.map((chapter) => ({ ...chapter, article: { ...chapter.article, behind: { language: 'es', date: '2026-11-08' as const } } }))
    const inside = unzipSync(await renderEpub({ ...book, chapters }, () => Promise.resolve(jpeg)))
    expect(strFromU8(inside['EPUB/story-1.xhtml']!)).toContain('<p class="behind">The original (Spanish, November 8, 2026) has changed since this translation</p>')
  })

  test('tells how it can be read by those who cannot see it', async () => {
    const { text } = await open(0)
    for (const fact of ['schema:accessMode">textual', 'schema:accessModeSufficient">textual', 'alternativeText', 'accessibilityHazard">none', 'accessibilitySummary">All text']) {
      expect(text('package.opf')).toContain(fact)
    }
  })

  test('turns its pages from the right where its language is written so', async () => {
    const { text } = await open(2)
    expect(text('package.opf')).toContain('page-progression-direction="rtl"')
    expect(text('story-1.xhtml')).toContain('dir="rtl"')
  })

  test('tells a picture in words where it cannot be had', async () => {
    await open(0)
    const bytes = await renderEpub(toBooks(newsroom)[0]!, () => Promise.resolve(undefined))
    expect(Object.keys(unzipSync(bytes)).filter((name) => name.endsWith('.jpg'))).toEqual([])
  })
})

test('the catalogue names every book of a language, with where to get it', async () => {
  const { book } = await open(0)
  const [catalogue] = renderCatalogues(newsroom, [{ book, file: 'downloads/17-01/red-flag-17-01-en.epub' }])
  expect(catalogue!.file).toBe('en/opds.xml')
  const [entry] = childrenOf(parseXml(catalogue!.text), 'entry')
  expect(textOf(entry!, 'title')).toBe('Red & Flag: Volume 17, Number 1')
  expect(childrenOf(entry!, 'link')[1]!.attributes).toEqual({
    rel: 'http://opds-spec.org/acquisition/open-access', href: '../downloads/17-01/red-flag-17-01-en.epub', type: 'application/epub+zip',
  })
})

/**
 * A book → EPUB 3.3, https://www.w3.org/TR/epub-33/, with the metadata of EPUB Accessibility 1.1. The same book gives the same bytes.
 */
import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import type { Element } from 'hast'
import { directionOf } from '../../languages/language.ts'
import { behindNote } from '../../languages/behindNote.ts'
import { translatorFor } from '../../languages/translator.ts'
import type { Article } from '../../newsroom/article.ts'
import type { Picture } from '../../newsroom/body.ts'
import { parts, toHast } from '../../newsroom/html.ts'
import { picturesIn } from '../../newsroom/picturesOf.ts'
import { escapeXml } from '../xml.ts'
import type { Book } from './book.ts'
import { renderXhtml } from './xhtml.ts'

/** A JPEG of a picture by its file in the content folder; undefined when it cannot be used. */
export type PictureBytes = (file: string) => Promise<Uint8Array | undefined>

const style = `body{font-family:serif;line-height:1.5;margin:0 1em}
h1,h2,h3,h4{line-height:1.15;text-align:start}
header{margin:0 0 1.5em}
.kicker,.byline,.behind,.credit{font-family:sans-serif;font-size:.85em}
.deck{font-size:1.15em}
figure{margin:1.5em 0;break-inside:avoid}
img{max-width:100%}
figcaption{font-size:.9em}
.pull-quote{font-weight:bold;font-size:1.25em;border-top:3px solid;margin:1.5em 0}
.sidebar{border-top:2px solid;border-bottom:1px solid;margin:1.5em 0;padding:.5em 0}
.sidebar-title{font-weight:bold}
.sign-off{text-align:end}
table{border-collapse:collapse}
td,th{border-top:1px solid;padding:.3em .6em .3em 0;vertical-align:top;text-align:start}
.title-page{text-align:center;margin-top:25%}
`

/** The finished file. */
export async function renderEpub(book: Book, pictureBytes: PictureBytes): Promise<Uint8Array> {
  const pictures = await readPictures(book, pictureBytes)
  const chapters = book.chapters.map(({ article }, index) => ({ id: `story-${index + 1}`, file: `story-${index + 1}.xhtml`, article }))
  const fileOf = new Map(book.chapters.map(({ folder }, index) => [folder, chapters[index]!.file]))
  const text = new TextEncoder()
  const files: Zippable = {
    mimetype: [text.encode('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': text.encode('<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
      + '<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'),
    'EPUB/package.opf': text.encode(toPackage(book, chapters, [...pictures.values()])),
    'EPUB/nav.xhtml': text.encode(toNavigation(book, chapters)),
    'EPUB/title.xhtml': text.encode(toTitlePage(book)),
    'EPUB/style.css': text.encode(style),
  }
  for (const { file, article } of chapters) files[`EPUB/${file}`] = text.encode(toChapter(article, fileOf, pictures))
  for (const { name, bytes } of pictures.values()) files[`EPUB/${name}`] = [bytes, { level: 0 }]
  // A zip's dates have no time zone: midnight of the first day that it can hold, wherever it is made.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 9 })
}

interface BookPicture {
  name: string
  bytes: Uint8Array
}

interface Chapter {
  id: string
  file: string
  article: Article
}

async function readPictures(book: Book, pictureBytes: PictureBytes): Promise<Map<string, BookPicture>> {
  const pictures = new Map<string, BookPicture>()
  for (const file of new Set(book.chapters.flatMap(({ article }) => picturesIn(article)).map((picture) => picture.file))) {
    const bytes = await pictureBytes(file)
    if (bytes !== undefined) pictures.set(file, { name: `picture-${pictures.size + 1}.jpg`, bytes })
  }
  return pictures
}

function toPackage(book: Book, chapters: Chapter[], pictures: BookPicture[]): string {
  const { language } = book
  const item = (id: string, file: string, type: string, properties = ''): string => (
    `<item id="${id}" href="${file}" media-type="${type}"${properties}/>`
  )
  const authors = [...new Set(book.chapters.flatMap(({ article }) => article.bylines))]
  const features = ['tableOfContents', 'readingOrder', 'structuralNavigation', ...(pictures.length > 0 ? ['alternativeText'] : [])]
  const modes = ['textual', ...(pictures.length > 0 ? ['visual'] : [])]
  const meta = (property: string, value: string): string => `<meta property="${property}">${escapeXml(value)}</meta>`
  const direction = directionOf(language) === 'rtl' ? ' page-progression-direction="rtl"' : ''
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${language}">`,
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:identifier id="id">${identifierOf(book)}</dc:identifier>`,
    `<dc:title>${escapeXml(book.title)}</dc:title>`,
    `<dc:language>${language}</dc:language>`,
    `<dc:publisher>${escapeXml(book.publisher)}</dc:publisher>`,
    `<dc:date>${book.date}</dc:date>`,
    ...authors.map((name) => `<dc:contributor>${escapeXml(name)}</dc:contributor>`),
    meta('dcterms:modified', `${book.date}T00:00:00Z`),
    ...modes.map((mode) => meta('schema:accessMode', mode)),
    meta('schema:accessModeSufficient', 'textual'),
    ...features.map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', translatorFor(language)('epub.accessibility')),
    '</metadata>',
    '<manifest>',
    item('nav', 'nav.xhtml', 'application/xhtml+xml', ' properties="nav"'),
    item('title', 'title.xhtml', 'application/xhtml+xml'),
    item('style', 'style.css', 'text/css'),
    ...chapters.map(({ id, file }) => item(id, file, 'application/xhtml+xml')),
    ...pictures.map(({ name }) => item(name.replace('.jpg', ''), name, 'image/jpeg')),
    '</manifest>',
    `<spine${direction}><itemref idref="title"/><itemref idref="nav"/>${chapters.map(({ id }) => `<itemref idref="${id}"/>`).join('')}</spine>`,
    '</package>',
    '',
  ].join('\n')
}

function toNavigation(book: Book, chapters: Chapter[]): string {
  const rows = chapters.map(({ file, article }) => {
    const inside = parts(article).map(({ id, title }) => `<li><a href="${file}#${escapeXml(id)}">${escapeXml(title)}</a></li>`)
    return `<li><a href="${file}">${escapeXml(article.title)}</a>${inside.length > 0 ? `<ol>${inside.join('')}</ol>` : ''}</li>`
  })
  const title = translatorFor(book.language)('web.contents')
  return toPage(book.language, title, `<nav epub:type="toc" role="doc-toc"><h1>${escapeXml(title)}</h1><ol>${rows.join('\n')}</ol></nav>`)
}

function toTitlePage(book: Book): string {
  const lines = [book.subtitle, book.publisher].filter(Boolean).map((line) => `<p>${escapeXml(line)}</p>`)
  return toPage(book.language, book.title, `<section class="title-page" epub:type="titlepage"><h1>${escapeXml(book.title)}</h1>${lines.join('')}</section>`)
}

function toChapter(article: Article, fileOf: Map<string, string>, pictures: Map<string, BookPicture>): string {
  const line = (className: string, text: string | undefined): string => (text ? `<p class="${className}">${escapeXml(text)}</p>` : '')
  const options = {
    t: translatorFor(article.language),
    headingShift: 1,
    linkTo: (folder: string) => fileOf.get(folder),
    figure: (picture: Picture) => toFigure(picture, pictures),
  }
  const withPicture = article.picture === undefined ? article : {
    ...article, body: { ...article.body, children: [{ type: 'figure' as const, picture: article.picture }, ...article.body.children] },
  }
  const head = [
    line('kicker', article.kicker), `<h1>${escapeXml(article.title)}</h1>`, line('deck', article.deck),
    line('byline', [...article.bylines, article.dateline].filter(Boolean).join(' · ')),
    line('behind', article.behind && behindNote(article.behind, article.language, options.t)),
  ]
  return toPage(article.language, article.title, `<article><header>${head.join('')}</header>\n${renderXhtml(toHast(withPicture, options))}</article>`)
}

function toFigure({ file, alt }: Picture, pictures: Map<string, BookPicture>): Element {
  const picture = pictures.get(file)
  if (picture === undefined) return { type: 'element', tagName: 'span', properties: {}, children: [{ type: 'text', value: alt }] }
  return { type: 'element', tagName: 'img', properties: { src: picture.name, alt }, children: [] }
}

function toPage(language: string, title: string, body: string): string {
  return '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
    + `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}" dir="${directionOf(language)}">\n`
    + `<head><title>${escapeXml(title)}</title><link rel="stylesheet" href="style.css"/></head>\n<body>\n${body}\n</body>\n</html>\n`
}

/** A name that stays while the book keeps its publisher, subject and language: a UUID of version 8 (RFC 9562) from their hash. */
export function identifierOf({ publisher, of, language }: Pick<Book, 'publisher' | 'of' | 'language'>): string {
  const hash = createHash('sha256').update(`${publisher}\n${of}\n${language}`).digest('hex')
  const variant = (parseInt(hash[16]!, 16) % 4 + 8).toString(16)
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** A catalogue of the paper's e-books for reading programs: OPDS 1.2, https://specs.opds.io/opds-1.2 */
import type { Language } from '../languages/language.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { localText } from '../newsroom/paper.ts'
import { toAddress } from './channel.ts'
import type { Book } from './epub/book.ts'
import { identifierOf } from './epub/epub.ts'
import type { FeedFile } from './feeds.ts'
import { toElement, toTextElement } from './xml.ts'

/** A book that lies on the site; `file` is relative to the site's root. */
export interface PublishedBook {
  book: Pick<Book, 'of' | 'language' | 'title' | 'subtitle' | 'publisher' | 'date'>
  file: string
  /** PNGs of its cover, relative to the site's root: one to look at, and a small one for lists. */
  cover?: { image: string; thumbnail: string } | undefined
}

const acquisition = 'application/atom+xml;profile=opds-catalog;kind=acquisition'

/** `<language>/opds.xml` for every language that has books. */
export function renderCatalogues(newsroom: Newsroom, books: PublishedBook[]): FeedFile[] {
  const { paper } = newsroom
  return paper.languages.flatMap((language) => {
    const own = books.filter(({ book }) => book.language === language)
    if (own.length === 0) return []
    const file = `${language}/opds.xml`
    const parts = [
      ...toTextElement('id', identifierOf({ publisher: own[0]!.book.publisher, of: 'opds', language })),
      ...toTextElement('title', localText(paper.name, language)),
      ...toTextElement('updated', `${own.map(({ book }) => book.date).sort().at(-1)!}T00:00:00Z`),
      toElement('author', {}, toTextElement('name', own[0]!.book.publisher).join('')),
      toElement('link', { rel: 'self', href: toAddress(paper.url, language, file), type: acquisition }),
      toElement('link', { rel: 'start', href: toAddress(paper.url, language, file), type: acquisition }),
      ...own.map((each) => renderEntry(each, paper.url, language)),
    ]
    const text = `<?xml version="1.0" encoding="UTF-8"?>\n${toElement('feed', {
      'xmlns': 'http://www.w3.org/2005/Atom', 'xmlns:dc': 'http://purl.org/dc/terms/', 'xml:lang': language,
    }, `\n${parts.join('\n')}\n`)}\n`
    return [{ file, text }]
  })
}

function renderEntry({ book, file, cover }: PublishedBook, url: string | undefined, language: Language): string {
  return toElement('entry', {}, [
    ...toTextElement('title', book.title),
    ...toTextElement('id', identifierOf(book)),
    ...toTextElement('updated', `${book.date}T00:00:00Z`),
    toElement('author', {}, toTextElement('name', book.publisher).join('')),
    ...toTextElement('dc:language', book.language),
    ...toTextElement('dc:issued', book.date),
    ...toTextElement('summary', book.subtitle),
    toElement('link', { rel: 'alternate', href: toAddress(url, language, `${language}/${book.of}/index.html`), type: 'text/html' }),
    toElement('link', { rel: 'http://opds-spec.org/acquisition/open-access', href: toAddress(url, language, file), type: 'application/epub+zip' }),
    ...(cover === undefined ? [] : [
      toElement('link', { rel: 'http://opds-spec.org/image', href: toAddress(url, language, cover.image), type: 'image/png' }),
      toElement('link', { rel: 'http://opds-spec.org/image/thumbnail', href: toAddress(url, language, cover.thumbnail), type: 'image/png' }),
    ]),
  ].join(''))
}

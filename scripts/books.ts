/** All e-books of the paper, for `build`. One whose issue or pamphlet is what it was is taken over from an earlier build. */
import { join } from 'node:path'
import { toBooks, type Book } from '../src/feeds/epub/book.ts'
import { renderEpub } from '../src/feeds/epub/epub.ts'
import { articleFacts } from '../src/newsroom/articleFacts.ts'
import type { Newsroom } from '../src/newsroom/gather.ts'
import { toSlug } from '../src/newsroom/likely.ts'
import { localText } from '../src/newsroom/paper.ts'
import type { PictureLibrary } from '../src/pictures/pictures.ts'
import { keyOf, openEarlier } from '../src/web/earlier.ts'
import type { Download } from '../src/web/edition.ts'
import { writeWhole } from './output.ts'

/** A book, and where it lies. */
export interface PublishedBook {
  book: Book
  download: Download
}

/** An e-book of every issue and pamphlet, its pictures as wide as a reading device needs them. */
export async function makeBooks(
  newsroom: Newsroom, pictures: PictureLibrary, { folder, cacheFolder, earlierFolder }: { folder: string; cacheFolder: string; earlierFolder: string },
): Promise<PublishedBook[]> {
  const made: PublishedBook[] = []
  const whole = { x: 0, y: 0, width: 1, height: 1 }
  const earlier = openEarlier(earlierFolder, folder, join(cacheFolder, 'books.json'))
  for (const book of toBooks(newsroom)) {
    const name = toSlug(localText(newsroom.paper.name, book.language)) || 'paper'
    const file = `downloads/${book.of}/${name}-${book.of.split('/').at(-1)}-${book.language}.epub`
    const key = keyOf(factsOf(book, pictures))
    if (!earlier.take(file, key)) {
      await writeWhole(join(folder, file), await renderEpub(book, async (picture) => (
        pictures.info(picture) && pictures.press(picture, { crop: whole, widthPx: 640, heightPx: 960, color: 'rgb' })
      )))
      earlier.note(file, key)
    }
    made.push({ book, download: { issue: book.of, language: book.language, product: 'epub', file, bytes: earlier.sizeOf(file)!, pages: 0 } })
  }
  earlier.save()
  return made
}

/** The front page of what a book is of, where it was printed in the book's language. */
export function coverOf({ of, language }: Book, downloads: Download[]): { image: string; thumbnail: string } | undefined {
  const fronts = downloads.filter((each) => each.picture !== undefined && each.issue === of && each.language === language && each.file.endsWith('.png'))
    .sort((a, b) => b.picture!.width - a.picture!.width)
  return fronts.length === 0 ? undefined : { image: fronts[0]!.file, thumbnail: fronts.at(-1)!.file }
}

/** All that a book is made of. */
function factsOf({ chapters, ...book }: Book, pictures: PictureLibrary): unknown {
  return [book, chapters.map(({ folder, article }) => [folder, ...articleFacts(article, (file) => pictures.info(file)?.hash)])]
}

/** `npm run build`: the whole paper. Copy is read and checked once; site, PDFs, e-books, feeds and checksums are made from it. */
import { dirname, join, resolve } from 'node:path'
import { isPublishable } from '../src/diagnostics/report.ts'
import { toBooks, type Book } from '../src/feeds/epub/book.ts'
import { renderEpub } from '../src/feeds/epub/epub.ts'
import { renderFeeds } from '../src/feeds/feeds.ts'
import { renderCatalogues } from '../src/feeds/opds.ts'
import { toSlug } from '../src/newsroom/likely.ts'
import { readNewsroom, type Newsroom } from '../src/newsroom/newsroom.ts'
import { localText } from '../src/newsroom/paper.ts'
import { picturesOf } from '../src/newsroom/picturesOf.ts'
import { openPictures, type PictureLibrary } from '../src/pictures/pictures.ts'
import { passGates } from '../src/translation/gates.ts'
import { storyKey, toAddress } from '../src/web/address.ts'
import type { Download } from '../src/web/edition.ts'
import { sectionKey } from '../src/web/site.ts'
import { buildSite } from '../src/web/web.ts'
import { runCommand, WrongCall, type Command } from './commandLine.ts'
import { inFolder } from './inFolder.ts'
import { swapIn, writeChecksums, writeWhole } from './output.ts'
import { makePdfs } from './printedFiles.ts'
import { writeSiteZip } from './siteZip.ts'

const siteZip = 'downloads/site.zip'

/** The command `build`. */
export const build: Command = {
  name: 'build',
  options: { profile: { type: 'string' } },
  run: async (call) => {
    call.progress(call.t('command.reading', { folder: call.content }))
    const cacheFolder = resolve(`${call.out}.cache`)
    const read = readNewsroom(call.content, cacheFolder)
    if (!read.value) throw new WrongCall(call.t('command.noContent', { folder: call.content }))
    const newsroom = read.value
    const gated = passGates(newsroom)
    const opened = await openPictures(resolve(call.content), picturesOf(newsroom), cacheFolder)
    const copy = [...read.diagnostics, ...opened.diagnostics]
    const told = [...copy, ...gated.diagnostics]
    if (!isPublishable(copy)) {
      call.report(copy)
      if (call.format !== 'json') call.print(`${call.t('command.build.untouched', { folder: call.out })}\n`)
      return false
    }
    const made = await swapIn(call.out, async (folder) => {
      const { downloads: pdfs, diagnostics, inFiles } = await makePdfs(call, newsroom, gated, opened.value!, folder)
      const books = await makeBooks(gated.site, opened.value!, folder)
      const downloads = [...pdfs, ...books.map(({ download }) => download)]
      for (const each of new Set(downloads.map(({ file }) => dirname(file)))) await writeChecksums(join(folder, each))
      call.progress(call.t('command.build.site'))
      const site = await buildSite(gated.site, opened.value!, {
        outFolder: folder, cacheFolder, earlierFolder: resolve(call.out), downloads, zip: siteZip,
        onPicture: (done, all) => call.progress(call.t('command.build.pictures', { done, all })),
      })
      const feeds = renderFeeds(gated.site, {
        pageOf: (story, language) => toAddress(language, storyKey(story)),
        pictureOf: ({ file }) => site.pictureFile(file),
        sectionFolder: (section, language) => dirname(toAddress(language, sectionKey(section))),
      })
      const catalogues = renderCatalogues(newsroom, books.map(({ book, download }) => ({ book, file: download.file })))
      for (const { file, text } of [...feeds, ...catalogues]) await writeWhole(join(folder, file), text)
      writeSiteZip(folder, siteZip, newsroom.paper.url)
      return { downloads, diagnostics, inFiles, pages: site.pages }
    })
    const diagnostics = [...told, ...made.diagnostics].map((each) => inFolder(each, call.content)).concat(made.inFiles)
    call.report(diagnostics, '.')
    if (!call.quiet && call.format !== 'json') {
      call.print(`${call.t('command.build.made', { pages: made.pages, pdfs: made.downloads.filter(({ file }) => file.endsWith('.pdf')).length, folder: call.out })}\n`)
    }
    return isPublishable(diagnostics)
  },
}

/** An e-book of every issue and pamphlet, its pictures as wide as a reading device needs them. */
async function makeBooks(newsroom: Newsroom, pictures: PictureLibrary, folder: string): Promise<{ book: Book; download: Download }[]> {
  const made: { book: Book; download: Download }[] = []
  const whole = { x: 0, y: 0, width: 1, height: 1 }
  for (const book of toBooks(newsroom)) {
    const bytes = await renderEpub(book, async (file) => (
      pictures.info(file) && pictures.press(file, { crop: whole, widthPx: 640, heightPx: 960, color: 'rgb' })
    ))
    const name = toSlug(localText(newsroom.paper.name, book.language)) || 'paper'
    const file = `downloads/${book.of}/${name}-${book.of.split('/').at(-1)}-${book.language}.epub`
    await writeWhole(join(folder, file), bytes)
    made.push({ book, download: { issue: book.of, language: book.language, product: 'epub', file, bytes: bytes.length, pages: 0 } })
  }
  return made
}

if (import.meta.main) await runCommand(build)

/** The whole paper: copy is read and checked once; site, PDFs, e-books, feeds and checksums are made from it. */
import { dirname, join, resolve } from 'node:path'
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts'
import { isPublishable } from '../src/diagnostics/report.ts'
import { planFeeds } from '../src/feeds/feeds.ts'
import { renderCatalogues } from '../src/feeds/opds.ts'
import { readNewsroom } from '../src/newsroom/newsroom.ts'
import { picturesOf } from '../src/newsroom/picturesOf.ts'
import { openPictures } from '../src/pictures/pictures.ts'
import { passGates } from '../src/translation/gates.ts'
import { storyKey, toAddress } from '../src/web/address.ts'
import { sectionKey } from '../src/web/site.ts'
import { buildSite } from '../src/web/web.ts'
import { coverOf, makeBooks } from './books.ts'
import { WrongCall, type Call } from './commandLine.ts'
import { writeFeeds } from './feedFiles.ts'
import { inFolder } from './inFolder.ts'
import { swapIn, writeChecksums, writeWhole } from './output.ts'
import { makePdfs } from './printedFiles.ts'
import { writeSiteZip } from './siteZip.ts'

const siteZip = 'downloads/site.zip'

/** What a build tells of itself. */
export interface Built {
  pages: number
  pdfs: number
  /** Places are seen from where the command is called. */
  diagnostics: Diagnostic[]
}

/** Makes the paper and puts it in its place; undefined, with the copy's faults told, when it must be mended first. */
export async function makePaper(call: Call): Promise<Built | undefined> {
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
    return undefined
  }
  const made = await swapIn(call.out, async (folder) => {
    const { downloads: pdfs, diagnostics, inFiles } = await makePdfs(call, newsroom, gated, opened.value!, folder)
    const books = await makeBooks(gated.site, opened.value!, { folder, cacheFolder, earlierFolder: resolve(call.out) })
    const downloads = [...pdfs, ...books.map(({ download }) => download)]
    for (const each of new Set(downloads.map(({ file }) => dirname(file)))) await writeChecksums(join(folder, each))
    call.progress(call.t('command.build.site'))
    const site = await buildSite(gated.site, opened.value!, {
      outFolder: folder, cacheFolder, earlierFolder: resolve(call.out), downloads, zip: siteZip,
      onPicture: (done, all) => call.progress(call.t('command.build.pictures', { done, all })),
    })
    const feeds = planFeeds(gated.site, {
      pageOf: (story, language) => toAddress(language, storyKey(story)),
      pictureOf: ({ file }) => site.pictureFile(file),
      sectionFolder: (section, language) => dirname(toAddress(language, sectionKey(section))),
    })
    const catalogues = renderCatalogues(newsroom, books.map(({ book, download }) => ({ book, file: download.file, cover: coverOf(book, pdfs) })))
    await writeFeeds(feeds, { folder, cacheFolder, earlierFolder: resolve(call.out) })
    for (const { file, text } of catalogues) await writeWhole(join(folder, file), text)
    writeSiteZip(folder, siteZip, newsroom.paper.url, { zip: join(resolve(call.out), siteZip), record: join(cacheFolder, 'zip') })
    return { downloads, diagnostics, inFiles, pages: site.pages }
  })
  const diagnostics = [...told, ...made.diagnostics].map((each) => inFolder(each, call.content)).concat(made.inFiles)
  return { pages: made.pages, pdfs: made.downloads.filter(({ file }) => file.endsWith('.pdf')).length, diagnostics }
}

/** What a build of this project does without its PDFs, e-books and zip: copy read and checked, pages, search, texts, feeds. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { planFeeds } from '../../src/feeds/feeds.ts'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { picturesOf } from '../../src/newsroom/picturesOf.ts'
import { openPictures } from '../../src/pictures/pictures.ts'
import { storyKey, toAddress } from '../../src/web/address.ts'
import { sectionKey } from '../../src/web/site.ts'
import { buildSite } from '../../src/web/web.ts'
import { writeFeeds } from '../feedFiles.ts'

/** Builds the site of `content` into `out`, upon what lies there. */
export async function makeSite(content: string, out: string, cacheFolder: string): Promise<void> {
  const beside = `${out}.new`
  rmSync(beside, { recursive: true, force: true })
  mkdirSync(beside, { recursive: true })
  const newsroom = readNewsroom(content, cacheFolder).value!
  const pictures = (await openPictures(content, picturesOf(newsroom), cacheFolder)).value!
  await buildSite(newsroom, pictures, { outFolder: beside, cacheFolder, earlierFolder: out })
  const feeds = planFeeds(newsroom, {
    pageOf: (story, language) => toAddress(language, storyKey(story)),
    sectionFolder: (section, language) => dirname(toAddress(language, sectionKey(section))),
  })
  await writeFeeds(feeds, { folder: beside, cacheFolder, earlierFolder: out })
  if (existsSync(out)) rmSync(out, { recursive: true })
  renameSync(beside, out)
}

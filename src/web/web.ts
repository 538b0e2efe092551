/** The site: Newsroom → a folder of HTML, pictures, one stylesheet, and beside them what works without a network. No request to anywhere else. */
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { hasSiteWords, translatorFor } from '../languages/translator.ts'
import type { Article } from '../newsroom/article.ts'
import { releaseTree } from '../newsroom/gist.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { PictureLibrary } from '../pictures/pictures.ts'
import { bodyRenderer, excerptOf, minutesOf } from './body.ts'
import { openBodyWords, type BodyWords } from './bodyWords.ts'
import { openCompiledPages } from './compiledPages.ts'
import { openEarlier } from './earlier.ts'
import type { Earlier } from './earlier.ts'
import type { Download, Edition } from './edition.ts'
import { pictureFolder } from './figure.ts'
import { writeRecipes } from './hosting.ts'
import { toIcon, writeIcon } from './icon.ts'
import { writeKeptIssues } from './keptIssue.ts'
import { toPageKeys } from './pageKeys.ts'
import type { PageKeys } from './pageKeys.ts'
import { writePlainText } from './plainText.ts'
import type { Door } from './rendering.ts'
import { readScripts, writeScripts } from './scripts.ts'
import { foldWords, writeSearchIndex } from './searchIndex.ts'
import { makeCards, writeCards } from './shareCards.ts'
import { makePictures, writePictures } from './sitePictures.ts'
import { toSitePages } from './site.ts'
import type { SitePage } from './site.ts'
import { writeSitemap } from './sitemap.ts'
import { readStylesheet, writeStylesheet } from './stylesheet.ts'

/** The pages that stand before all languages. */
const doors: Door[] = ['index.html', '404.html']

/** Where the site goes and what it offers besides the copy. */
export interface SiteOptions {
  /** Absolute path of the folder to write into; what other stages wrote there stays. */
  outFolder: string
  /** Absolute path of a folder that Astro and Vite may keep their work in. */
  cacheFolder: string
  /** Absolute path of the last build that used this cache. What has not changed since is taken from there; without it, all is made. */
  earlierFolder?: string
  downloads?: Download[]
  /** A zip of the whole site that will lie in the folder, relative to it. */
  zip?: string
  /** Told about every picture that is ready, `done` of `all`. */
  onPicture?: (done: number, all: number) => void
}

/** What was built. */
export interface SiteReport {
  pages: number
  /** How many of them were made anew; the others were taken from an earlier build. */
  made: number
  /** The JPEG of a picture, relative to the site's folder; undefined when it is not on the site. */
  pictureFile(file: string): string | undefined
}

/**
 * Builds the whole site below `outFolder`. The same newsroom gives the same bytes. Throws only for a fault of the program or of
 * the disk.
 */
export async function buildSite(newsroom: Newsroom, pictures: PictureLibrary, options: SiteOptions): Promise<SiteReport> {
  const { outFolder, cacheFolder, downloads = [] } = options
  const { paper } = newsroom
  const web = await makePictures(newsroom, pictures, options.onPicture)
  const pages = toSitePages(newsroom)
  const cards = await makeCards(newsroom, pages, web, cacheFolder)
  const stylesheet = await readStylesheet(paper.color.rgb)
  const scripts = await readScripts()
  const icon = toIcon(paper.color.rgb)
  const excerpts = new Map<Article, string>()
  const edition: Edition = {
    newsroom, pages, zip: options.zip, pictures: web, downloads,
    cards: new Map([...cards].map(([address, { file }]) => [address, file])),
    stylesheet, icon, scripts, translatorFor, speaks: hasSiteWords,
    renderBody: bodyRenderer(newsroom, web, translatorFor),
    excerptOf: (article) => {
      const excerpt = excerpts.get(article) ?? excerptOf(article)
      excerpts.set(article, excerpt)
      return excerpt
    },
    minutesOf,
  }

  const earlier = openEarlier(options.earlierFolder, outFolder, join(cacheFolder, 'site.json'))
  const keys = toPageKeys(edition)
  const due = pages.filter((page) => !earlier.take(page.address, keys.page(page)))
  const words = openBodyWords(join(cacheFolder, 'words'), foldWords)
  await makePages(edition, due, { keys, earlier, words, cacheFolder })
  await writeStylesheet(stylesheet, outFolder)
  await writeIcon(icon, outFolder)
  await writePictures(web, outFolder)
  await writeCards(cards, outFolder)
  await writeScripts(scripts, outFolder)
  await writeRecipes(scripts, outFolder)
  for (const page of pages) writePlainText(page, earlier, keys)
  writeSearchIndex(edition, words, earlier, keys)
  words.save()
  writeKeptIssues(edition, outFolder, earlier)
  if (paper.url !== undefined) await writeSitemap(pages, paper.url, outFolder)
  earlier.save()
  return {
    pages: pages.length,
    made: due.length,
    pictureFile(file) {
      const name = web.get(file)?.sources.find(({ type }) => type === 'image/jpeg')?.file
      return name === undefined ? undefined : `${pictureFolder}/${name}`
    },
  }
}

/** What pages are made with. */
interface Making {
  keys: PageKeys
  earlier: Earlier
  words: BodyWords
  cacheFolder: string
}

/** The pages that are due, and the doors before all languages. When nothing changed, not even Astro's compiled pages are loaded. */
async function makePages(edition: Edition, due: SitePage[], { keys, earlier, words, cacheFolder }: Making): Promise<void> {
  const dueDoors = doors.filter((file) => !earlier.take(file, keys.door))
  if (due.length + dueDoors.length === 0) return
  const { openRenderer } = await openCompiledPages(cacheFolder)
  const render = await openRenderer(edition)
  for (const page of due) {
    earlier.write(page.address, await render.page(page), keys.page(page))
    if (page.subject.kind !== 'story') continue
    // While its text is in memory, which has no room for all texts of an archive.
    writePlainText(page, earlier, keys)
    words.of(page.subject.article)
    releaseTree(page.subject.article.body)
    // What is weakly held goes when the program turns to its next piece of work, and never before.
    await setImmediate()
  }
  for (const door of dueDoors) earlier.write(door, await render.door(door), keys.door)
}

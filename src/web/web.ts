/** The site: Newsroom → a folder of HTML, pictures, one stylesheet, and beside them what works without a network. No request to anywhere else. */
import { mkdir, rename, rm, rmdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { translatorFor } from '../languages/translator.ts'
import type { Article } from '../newsroom/article.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { PictureLibrary } from '../pictures/pictures.ts'
import { bodyRenderer, excerptOf, minutesOf } from './body.ts'
import { openEarlier } from './earlier.ts'
import type { Earlier } from './earlier.ts'
import { handOver } from './edition.ts'
import type { Download, Edition } from './edition.ts'
import { pictureFolder } from './figure.ts'
import { writeRecipes } from './hosting.ts'
import { toIcon, writeIcon } from './icon.ts'
import { writeKeptIssues } from './keptIssue.ts'
import { toPageKeys } from './pageKeys.ts'
import type { PageKeys } from './pageKeys.ts'
import { writePlainTexts } from './plainText.ts'
import { readScripts, writeScripts } from './scripts.ts'
import { writeSearchIndex } from './searchIndex.ts'
import { makeCards, writeCards } from './shareCards.ts'
import { makePictures, writePictures } from './sitePictures.ts'
import { toSitePages } from './site.ts'
import type { SitePage } from './site.ts'
import { writeSitemap } from './sitemap.ts'
import { readStylesheet, writeStylesheet } from './stylesheet.ts'

/** The pages that stand before all languages. */
const doors = ['index.html', '404.html']

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
 * the disk; two builds at once in one process are not possible, because Astro finds the newsroom in a slot of globalThis.
 */
export async function buildSite(newsroom: Newsroom, pictures: PictureLibrary, options: SiteOptions): Promise<SiteReport> {
  const { outFolder, cacheFolder, downloads = [] } = options
  const { paper } = newsroom
  const web = await makePictures(newsroom, pictures, options.onPicture)
  const pages = toSitePages(newsroom)
  const cards = await makeCards(newsroom, pages, web, cacheFolder)
  const stylesheet = await readStylesheet(paper.color.rgb, cacheFolder)
  const scripts = await readScripts()
  const icon = toIcon(paper.color.rgb)
  const excerpts = new Map<Article, string>()
  const whole: Edition = {
    newsroom, pages, due: pages, zip: options.zip, pictures: web, downloads,
    cards: new Map([...cards].map(([address, { file }]) => [address, file])),
    stylesheet, icon, scripts, translatorFor,
    renderBody: bodyRenderer(newsroom, web, translatorFor),
    excerptOf: (article) => {
      const excerpt = excerpts.get(article) ?? excerptOf(article)
      excerpts.set(article, excerpt)
      return excerpt
    },
    minutesOf,
  }

  const earlier = openEarlier(options.earlierFolder, outFolder, join(cacheFolder, 'site.json'))
  const keys = toPageKeys(whole)
  const edition = { ...whole, due: pages.filter((page) => !earlier.take(page.address, keys.page(page))) }
  await makePages(edition, keys, earlier, { outFolder, cacheFolder })
  await writeStylesheet(stylesheet, outFolder)
  await writeIcon(icon, outFolder)
  await writePictures(web, outFolder)
  await writeCards(cards, outFolder)
  await writeScripts(scripts, outFolder)
  await writeRecipes(scripts, outFolder)
  writePlainTexts(pages, outFolder, earlier, keys)
  writeSearchIndex(edition, outFolder, earlier, keys)
  writeKeptIssues(edition, outFolder, earlier)
  if (paper.url !== undefined) await writeSitemap(pages, paper.url, outFolder)
  earlier.save()
  return {
    pages: pages.length,
    made: edition.due.length,
    pictureFile(file) {
      const name = web.get(file)?.sources.find(({ type }) => type === 'image/jpeg')?.file
      return name === undefined ? undefined : `${pictureFolder}/${name}`
    },
  }
}

/** The pages that are due, and the doors before all languages. When nothing changed, Astro is not even started. */
async function makePages(edition: Edition, keys: PageKeys, earlier: Earlier, folders: { outFolder: string; cacheFolder: string }): Promise<void> {
  const { due } = edition
  if (due.length === 0 && doors.every((file) => earlier.take(file, keys.door))) return
  // Astro writes the doors with every run, and must not write into a file that the earlier folder has as well.
  for (const file of doors) await rm(join(folders.outFolder, file), { force: true })
  await runAstro(edition, folders.outFolder, folders.cacheFolder)
  await setNotFoundPages(due, folders.outFolder)
  for (const page of due) earlier.note(page.address, keys.page(page))
  for (const file of doors) earlier.note(file, keys.door)
}

async function runAstro(edition: Edition, outFolder: string, cacheFolder: string): Promise<void> {
  // Astro keeps generated files in its root. A root in the cache leaves the project and the editors' folder alone.
  const root = join(cacheFolder, 'astro-root')
  await mkdir(root, { recursive: true })
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const { build } = await import('astro')
  const takeBack = handOver(edition)
  // Node keeps a module by its name for as long as it runs, and Astro keeps in its modules which pages there are: every run has a folder of its own.
  const compiled = join(root, `compiled-${process.pid}-${++runs}`)
  try {
    await build({
      root,
      configFile: relative(root, fileURLToPath(new URL('../../astro.config.mjs', import.meta.url))),
      outDir: outFolder,
      build: { server: compiled },
      cacheDir: join(cacheFolder, 'astro'),
      vite: { cacheDir: join(cacheFolder, 'vite') },
      logLevel: 'error',
    })
  } finally {
    takeBack()
    await rm(compiled, { recursive: true, force: true })
  }
}

let runs = 0

/** Astro knows one 404.html at the root and writes `en/404/index.html`; servers look for `en/404.html`. */
async function setNotFoundPages(pages: SitePage[], outFolder: string): Promise<void> {
  for (const { subject, address } of pages) {
    if (subject.kind !== 'notFound') continue
    const folder = join(outFolder, address.replace(/\.html$/, ''))
    await rename(join(folder, 'index.html'), join(outFolder, address))
    await rmdir(folder)
  }
}

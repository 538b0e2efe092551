/** What a reader's phone keeps of an issue, when its reader asks for it: the pages, the letters, every picture in one size, and the search, which finds its words in the kept pages. */
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../languages/language.ts'
import type { Issue } from '../newsroom/issue.ts'
import { picturesIn } from '../newsroom/picturesOf.ts'
import type { WebPicture } from '../pictures/pictures.ts'
import { keptFile, storyKey, toAddress } from './address.ts'
import type { Earlier } from './earlier.ts'
import type { Edition } from './edition.ts'
import { pictureFolder } from './figure.ts'
import { addressesOf, formatBytes } from './view.ts'

const phoneWidth = 720

/** Every file that an issue needs in one language, relative to the site's folder; the issue's own page is the first. */
export function keptFiles(edition: Edition, issue: Issue, language: Language): string[] {
  const { stylesheet, icon, scripts, pictures } = edition
  const wanted = [`${issue.name}/index.html`, 'index.html', 'device/index.html', 'search/index.html', ...issue.stories.map(storyKey)]
  const there = addressesOf(edition)
  const read = issue.stories.flatMap((story) => {
    const article = story.articles.get(language) ?? story.articles.get(story.original)
    return article === undefined ? [] : [article]
  })
  const foreign = read.filter((article) => article.language !== language).map((article) => toAddress(article.language, `${issue.name}/${article.story}/index.html`))
  const shown = new Set(read.flatMap(picturesIn).map(({ file }) => file))
  return [...new Set([
    ...wanted.map((key) => toAddress(language, key)).filter((address) => there.has(address)),
    ...foreign.filter((address) => there.has(address)),
    stylesheet.file,
    stylesheet.seldom.file,
    icon.file,
    scripts.search.file,
    ...stylesheet.fonts.map(({ file }) => file).filter((file) => file.includes('-daily-')),
    ...[...shown].flatMap((file) => {
      const web = pictures.get(file)
      return web === undefined ? [] : [`${pictureFolder}/${forPhone(web)}`]
    }),
  ])]
}

/** WebP, which every browser with service workers can show. */
function forPhone({ sources }: WebPicture): string {
  const webp = sources.filter(({ type }) => type === 'image/webp')
  return (webp.find(({ width }) => width >= phoneWidth) ?? webp.at(-1) ?? sources.at(-1)!).file
}

/** Writes the list of every issue in every language, with its size in the reader's words. The files themselves must be there. */
export function writeKeptIssues(edition: Edition, folder: string, earlier: Earlier): void {
  const others = new Map<string, number>()
  const sizeOf = (file: string): number => {
    const size = earlier.sizeOf(file) ?? others.get(file) ?? statSync(join(folder, file)).size
    others.set(file, size)
    return size
  }
  for (const language of edition.newsroom.paper.languages) {
    for (const issue of edition.newsroom.issues) {
      const files = keptFiles(edition, issue, language)
      const size = formatBytes(files.reduce((sum, file) => sum + sizeOf(file), 0), language)
      writeFileSync(join(folder, keptFile(language, issue)), `${JSON.stringify({ name: `${issue.name}-${language}`, size, files })}\n`)
    }
  }
}

/** What a reader's phone keeps of an issue, when its reader asks for it: the pages, the letters, every picture in one size. */
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../languages/language.ts'
import type { Issue } from '../newsroom/issue.ts'
import { picturesIn } from '../newsroom/picturesOf.ts'
import type { WebPicture } from '../pictures/pictures.ts'
import { keptFile, storyKey, toAddress } from './address.ts'
import type { Edition } from './edition.ts'
import { pictureFolder } from './figure.ts'
import { formatBytes } from './view.ts'

const phoneWidth = 800

/** Every file that an issue needs in one language, relative to the site's folder; the issue's own page is the first. */
export function keptFiles(edition: Edition, issue: Issue, language: Language): string[] {
  const { stylesheet, icon, pictures, pages } = edition
  const wanted = [`${issue.name}/index.html`, 'index.html', 'device/index.html', ...issue.stories.map(storyKey)]
  const there = new Set(pages.map(({ address }) => address))
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
    icon.file,
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
export async function writeKeptIssues(edition: Edition, folder: string): Promise<void> {
  for (const language of edition.newsroom.paper.languages) {
    for (const issue of edition.newsroom.issues) {
      const files = keptFiles(edition, issue, language)
      const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size))
      const size = formatBytes(sizes.reduce((sum, each) => sum + each, 0), language)
      await writeFile(join(folder, keptFile(language, issue)), `${JSON.stringify({ name: `${issue.name}-${language}`, size, files })}\n`)
    }
  }
}

/** Small papers, read by the newsroom itself, and the site's view of them without Astro. */
import type { Newsroom } from '../../src/newsroom/newsroom.ts'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { hasSiteWords, translatorFor } from '../../src/languages/translator.ts'
import type { WebPicture } from '../../src/pictures/pictures.ts'
import { bodyRenderer, excerptOf, minutesOf } from '../../src/web/body.ts'
import type { Download, Edition } from '../../src/web/edition.ts'
import { toSitePages } from '../../src/web/site.ts'
import { viewOf } from '../../src/web/view.ts'
import type { PageView } from '../../src/web/view.ts'
import { contentFolder, issueYaml } from '../newsroom/contentFolder.ts'

/** The paper of every test here. */
export const paperYaml = `name: { en: Red Flag, es: Bandera Roja }
slogan: { en: Fight for Communism, es: Luchar por el Comunismo }
publisher: { en: The collective, es: El colectivo }
languages: [en, es]
color: { name: Red, cmyk: [0, 95, 100, 0], rgb: "#d7261e", spot: false }
sections: { struggle: { en: Stories of struggle, es: Historias de lucha } }
contact: { email: paper@example.org }
`

/** A paper with one issue, to which the files are added. */
export function newsroomOf(files: Record<string, string>, url?: string): Newsroom {
  const address = url === undefined ? '' : `url: ${url}\n`
  return readNewsroom(contentFolder({ 'paper.yaml': paperYaml + address, 'issues/17-01/issue.yaml': issueYaml, ...files })).value!
}

/** A story file of the issue. */
export function copy(keys: string, body = 'The text of the story.'): string {
  return `---\n${keys}\n---\n\n${body}\n`
}

export function editionOf(newsroom: Newsroom, pictures = new Map<string, WebPicture>(), downloads: Download[] = []): Edition {
  return {
    newsroom, pictures, cards: new Map(), downloads, translatorFor, speaks: hasSiteWords, excerptOf, minutesOf,
    pages: toSitePages(newsroom),
    zip: undefined,
    stylesheet: { file: 'assets/site.css', text: '', fonts: [], seldom: { file: 'assets/seldom.css', text: '' } },
    icon: { file: 'assets/icon.svg', text: '' },
    scripts: { page: '', pageHash: "'sha256-x'", search: { file: 'assets/search.js', text: '' }, worker: '' },
    renderBody: bodyRenderer(newsroom, pictures, translatorFor),
  }
}

/** The view of the page at an address. */
export function viewAt(edition: Edition, address: string): PageView {
  const page = edition.pages.find((each) => each.address === address)
  if (page === undefined) throw new Error(`No page at ${address}: ${edition.pages.map((each) => each.address).join(' ')}`)
  return viewOf(edition, page)
}

/** A picture in all its web sizes. */
export function webPicture(name: string, width = 1200, height = 800): WebPicture {
  const source = (type: 'image/avif' | 'image/webp' | 'image/jpeg', ending: string, wide: number) => (
    { type, width: wide, height: Math.round((wide * height) / width), file: `${name}-${wide}.${ending}`, path: `${name}-${wide}.${ending}` }
  )
  return {
    width, height,
    sources: [source('image/avif', 'avif', 480), source('image/avif', 'avif', width), source('image/webp', 'webp', width), source('image/jpeg', 'jpg', 800)],
  }
}

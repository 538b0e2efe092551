/**
 * A feed as a whole: whose it is, and where it lies.
 */
import { posix } from 'node:path'
import type { CivilDate } from '../languages/dates.ts'
import type { Language } from '../languages/language.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { localText } from '../newsroom/paper.ts'
import { stripControls } from './xml.ts'

/** A feed as a whole. Addresses are absolute when the paper has one on the web, else relative to the feed's folder. */
export interface Channel {
  title: string
  description: string
  publisher: string
  language: Language
  homeUrl: string
  /** Addresses of the feeds themselves; a relative one would say nothing. */
  rssUrl?: string
  jsonUrl?: string
  /** First day of the newest issue. */
  date?: CivilDate
}

/** The feed of one language, or of one section in it. `folder` is the feed's own, relative to the site's root. */
export function toChannel({ paper, issues }: Newsroom, language: Language, folder: string = language, section?: string): Channel {
  const own = (name: string): string => toAddress(paper.url, folder, `${folder}/${name}`)
  const name = localText(paper.name, language)
  return {
    title: stripControls(section === undefined ? name : `${name}: ${localText(paper.sections.get(section), language)}`),
    description: stripControls(localText(paper.slogan, language)),
    publisher: stripControls(localText(paper.publisher, language)),
    language,
    homeUrl: own('index.html'),
    ...(paper.url === undefined ? {} : { rssUrl: own('rss.xml'), jsonUrl: own('feed.json') }),
    ...(issues[0] ? { date: issues[0].date } : {}),
  }
}

/**
 * An address of the site as it stands in a feed of `folder`: absolute when the paper has an address on the web, else relative to the
 * feed's folder. `index.html` is only named where nothing serves it by itself.
 */
export function toAddress(url: string | undefined, folder: string, address: string): string {
  if (url !== undefined) return `${url.replace(/\/+$/, '')}/${encodeURI(address.replace(/(^|\/)index\.html$/, '$1'))}`
  return encodeURI(posix.relative(folder, address))
}

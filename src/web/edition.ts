/**
 * Everything that the site's pages are made from. The pages are compiled by themselves (rendering.ts), so the edition carries the functions
 * that need large libraries (i18next, the Markdown processor) as values: these are neither compiled with them nor loaded twice.
 */
import type { Language } from '../languages/language.ts'
import type { Translate } from '../languages/translator.ts'
import type { Article } from '../newsroom/article.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { WebPicture } from '../pictures/pictures.ts'
import type { Scripts } from './scripts.ts'
import type { SitePage } from './site.ts'
import type { Icon } from './icon.ts'
import type { Stylesheet } from './stylesheet.ts'

/** A finished PDF or e-book that the site offers. */
export interface Download {
  /** What it prints: an issue's name (`17-01`), or the folder of a leaflet or pamphlet (`leaflets/rent`). */
  issue: string
  language: Language
  /** The kind of PDF: `press`, `booklet`, `phone` … */
  product: string
  /** The file, relative to the site's folder. */
  file: string
  bytes: number
  /** 0 for an e-book, which has none. */
  pages: number
  /** The sheet that it is printed on, in the words of its language. */
  paper?: string
  /** Sheets that one copy takes; absent or 0 for what is read on a screen or sent to a press. */
  sheets?: number
  /** Its first side as a small SVG without size, for those who choose between files. */
  thumbnail?: string
  /** Of the front page as a picture (product `front`), which is no PDF: its size in pixels. */
  picture?: { width: number; height: number }
  /** Of the front page as a picture: the page of the paper on which each story begins, by its slug. */
  begins?: Record<string, number>
}

/** A story's text for one page. */
export interface Body {
  html: string
  /** The story's parts (`#` headings), with the id of each; empty when it has fewer than two. */
  parts: { id: string; title: string }[]
}

/** One building of the site. */
export interface Edition {
  newsroom: Newsroom
  pages: SitePage[]
  /** Web sizes by picture file; a picture that could not be read is missing. */
  pictures: Map<string, WebPicture>
  /** Files of the cards for links, by the address of their page; relative to the site's folder. */
  cards: Map<string, string>
  downloads: Download[]
  /** A zip of the whole site, relative to the site's folder. */
  zip: string | undefined
  stylesheet: Stylesheet
  icon: Icon
  scripts: Scripts
  translatorFor(language: Language): Translate
  /** Whether there are words of the site's own in the language, or English stands in. */
  speaks(language: Language): boolean
  /** A story's text as HTML, its links and pictures seen from the page at `address`. */
  renderBody(article: Article, address: string): Body
  /** The first words of a story, for lists and descriptions. */
  excerptOf(article: Article): string
  /** Minutes that a story takes to read. */
  minutesOf(article: Article): number
}

/**
 * Print: an issue in one language → finished pages → a press PDF. The whole way:
 * Article → flow (blocks) → type (lines) → make-up (pages) → PDF.
 */
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts'
import { formatPeriod } from '../languages/dates.ts'
import type { Language } from '../languages/language.ts'
import { translatorFor, type Translate } from '../languages/translator.ts'
import type { Article } from '../newsroom/article.ts'
import type { Issue } from '../newsroom/issue.ts'
import { localText, type Paper } from '../newsroom/paper.ts'
import { toFlow } from './flow/flow.ts'
import type { FurnitureWords } from './makeup/furniture.ts'
import { makeUp, type MadeUp } from './makeup/makeup.ts'
import type { PictureFrame } from './makeup/page.ts'
import type { Workshop } from './makeup/piece.ts'
import { openFonts, type Fonts } from './pdf/fonts.ts'
import { drawPress } from './pdf/pdf.ts'
import { paletteOf } from './stylebook/ink.ts'
import { columnsWidth, defaultPrinter, printers, stylebookFor } from './stylebook/stylebook.ts'
import { setParagraph } from './type/type.ts'

/** What print needs of the pictures stage. */
export interface PicturePress {
  info(file: string): { width: number; height: number } | undefined
  press(file: string, request: { crop: PictureFrame['crop']; widthPx: number; heightPx: number; color: 'cmyk' }): Promise<Uint8Array>
}

/** An issue's pages in one language, and what an editor must know about them. */
export interface Printed {
  issue: Issue
  language: Language
  layout: MadeUp
}

/** Opened once for all issues and languages: fonts keep the words that they have shaped. */
export interface PrintShop {
  paper: Paper
  pictures: PicturePress
  fonts: Fonts
}

export function openPrintShop(paper: Paper, pictures: PicturePress): PrintShop {
  return { paper, pictures, fonts: openFonts() }
}

/** References name pages, and names of pages can move lines: make-up is repeated until the pages agree, a few times at most. */
const mostRounds = 4

/** Makes up an issue in one language. The value is there even when copy is overset: what fits is on its pages. */
export function layOut(issue: Issue, language: Language, shop: PrintShop): Outcome<Printed> {
  const t = translatorFor(language)
  const book = stylebookFor(printers[shop.paper.printer] ?? printers[defaultPrinter]!)
  const articles = issue.stories.flatMap((story) => story.articles.get(language) ?? [])
  const workshop: Workshop = {
    book,
    column: columnsWidth(book, 1),
    set: (paragraph, measure) => setParagraph(paragraph, measure, shop.fonts),
    setHeadline: (paragraph, measure) => setParagraph(paragraph, measure, shop.fonts),
    width: (text, style) => shop.fonts.width(text, style),
    aspectOf(file) {
      const info = shop.pictures.info(file)
      return info ? info.width / info.height : 1.5
    },
    words: {
      continuedOn: (page) => t('print.continuedOn', { page }),
      continuedFrom: (page) => t('print.continuedFrom', { page }),
    },
  }
  const folders = new Map(issue.stories.map((story) => [story.folder, story.slug]))
  let pages = new Map<string, number>()
  let layout: MadeUp | undefined
  for (let round = 0; round < mostRounds; round++) {
    const pageOf = (folder: string) => folders.has(folder) ? pages.get(folders.get(folder)!) ?? 9 : undefined
    const flows = articles.map((article) => toFlow(article, book, flowWords(article, shop.paper, t), pageOf))
    layout = makeUp({ issue, flows, words: furnitureWords(issue, language, shop.paper, t) }, workshop)
    const found = pagesOf(layout)
    const agreed = [...found].every(([story, page]) => pages.get(story) === page)
    pages = found
    if (agreed) break
  }
  return { value: { issue, language, layout: layout! }, diagnostics: layout!.overset.map((overset) => oversetDiagnostic(overset, issue)) }
}

/** The press PDF of finished pages. */
export function renderPress({ issue, language, layout }: Printed, shop: PrintShop): Promise<Uint8Array> {
  const t = translatorFor(language)
  const name = localText(shop.paper.name, language)
  return drawPress(layout, {
    title: `${name}, ${t('print.numbering', { volume: issue.volume, number: issue.number })}`,
    language,
    date: issue.date,
    palette: paletteOf(shop.paper.color.cmyk),
    fonts: shop.fonts,
    picture: (frame) => shop.pictures.press(frame.file, {
      crop: frame.crop,
      widthPx: Math.round((frame.width / 72) * pixelsPerInch),
      heightPx: Math.round((frame.height / 72) * pixelsPerInch),
      color: 'cmyk',
    }),
  })
}

/** Resolution of pictures on newsprint. */
const pixelsPerInch = 220

function pagesOf(layout: MadeUp): Map<string, number> {
  const pages = new Map<string, number>()
  for (const page of layout.pages) {
    for (const frame of page.frames) if (frame.story !== undefined && !pages.has(frame.story)) pages.set(frame.story, page.number)
  }
  return pages
}

function flowWords(article: Article, paper: Paper, t: Translate) {
  const section = article.section ? paper.sections.get(article.section) : undefined
  const kind = article.kind === 'article' ? undefined : t(`print.kind.${article.kind}`)
  return {
    kicker: section ? localText(section, article.language) : kind,
    formatPage: (page: number) => t('print.page', { page }),
    notes: t('print.notes'),
  }
}

function furnitureWords(issue: Issue, language: Language, paper: Paper, t: Translate): FurnitureWords {
  const others = paper.languages.filter((each) => each !== language)
  const contact = (['email', 'web', 'phone', 'post'] as const).flatMap((way) => {
    const text = localText(paper.contact[way], language)
    return text ? [text] : []
  })
  const note = localText(paper.contact.note, language)
  return {
    language,
    name: localText(paper.name, language),
    otherNames: others.map((each) => localText(paper.name, each)),
    slogans: [language, ...others].map((each) => localText(paper.slogan, each)).filter((slogan) => slogan !== ''),
    numbering: t('print.numbering', { volume: issue.volume, number: issue.number }),
    period: formatPeriod(issue.date, issue.until, language),
    publisher: localText(paper.publisher, language),
    inThisIssue: t('print.inThisIssue'),
    formatPage: (page) => t('print.page', { page }),
    colophonTitle: localText(paper.name, language),
    colophon: [
      localText(paper.publisher, language),
      t('print.colophon'),
      ...note ? [note] : [],
      ...contact,
    ].filter((line) => line !== ''),
    notices: [1, 2, 3, 4].map((number) => ({ title: t(`print.notice${number}.title`), text: t(`print.notice${number}.text`) })),
    contactLine: contact[0] ?? '',
    place: issue.place,
  }
}

function oversetDiagnostic(overset: MadeUp['overset'][number], issue: Issue): Diagnostic {
  return {
    id: 'print/overset',
    place: overset.place,
    params: { lines: overset.lines, words: overset.words, text: overset.text },
    related: issue.place,
  }
}

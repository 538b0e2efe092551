/**
 * Print: copy in one language → finished pages → PDFs. The whole way:
 * Article → flow (blocks) → type (lines) → make-up (pages) → imposition (sides of sheets) → PDF.
 */
import { join } from 'node:path'
import type { Outcome } from '../diagnostics/diagnostic.ts'
import { formatPeriod } from '../languages/dates.ts'
import { directionOf, type Language } from '../languages/language.ts'
import { hasOwnWords, translatorFor, type Translate } from '../languages/translator.ts'
import type { Article } from '../newsroom/article.ts'
import type { Issue } from '../newsroom/issue.ts'
import { localText, spotOf, type Paper } from '../newsroom/paper.ts'
import type { Printer } from '../newsroom/printer.ts'
import { compositorFor, forgetLines } from './compositor.ts'
import { oversetDiagnostic, pagesOf, refusalDiagnostic, remedyDiagnostic, roomDiagnostics, strayDiagnostics } from './findings.ts'
import type { PressRequest } from '../pictures/pictures.ts'
import type { Profile } from '../pictures/profile.ts'
import { flowOf, untilPagesAgree } from './references.ts'
import { singlePages, type Side } from './imposition/sheet.ts'
import type { FurnitureWords } from './makeup/furniture.ts'
import { makeDigest } from './makeup/digest.ts'
import { makeUp, type Edition, type MadeUp } from './makeup/makeup.ts'
import type { Layout, Page } from './makeup/page.ts'
import { remediesOf, type Remedy } from './makeup/remedies.ts'
import type { Workshop } from './makeup/workshop.ts'
import { makeLeaflet, makePamphlet } from './makeup/thread.ts'
import { mirrored } from './makeup/mirror.ts'
import { openFonts, type Fonts } from './pdf/fonts.ts'
import type { About } from './pdf/document.ts'
import type { Live } from './pdf/links.ts'
import { accentPlate, blackPlate, greyPalette, monoPaletteOf, mostSolid, paletteOf, screenPaletteOf, spotPaletteOf, type Cmyk } from './stylebook/ink.ts'
import { openSettingMemory, type SettingMemory } from './settingMemory.ts'
import { columnsWidth, leafletSheet, pamphletSheet, stylebookFor, withRulesOf, type Sheet } from './stylebook/stylebook.ts'

/** What print needs of the pictures stage. */
export interface PicturePress {
  info(file: string): { width: number; height: number } | undefined
  press(file: string, request: PressRequest): Promise<Uint8Array>
}

/** Opened once for all issues and languages: fonts keep the words that they have shaped. */
export interface PrintShop {
  paper: Paper
  pictures: PicturePress
  fonts: Fonts
  /** Of the printing condition; pictures are turned into inks by it, and press files carry it. */
  profile?: Profile
  /** Layouts of whole issues, by folder and language: other editions are made up after them. */
  layouts: Map<string, IssueLayout>
  /** By language and sheet. */
  workshops: Map<string, Workshop>
  /** Lines of earlier runs. */
  settings?: SettingMemory
}

/** An issue made up, with what could be changed where it does not fit. */
export interface IssueLayout extends MadeUp {
  remedies: Remedy[]
}

/** @param typeFolder where the shapes of letters and set lines are remembered from run to run; without it, nothing is */
export function openPrintShop(paper: Paper, pictures: PicturePress, profile?: Profile, typeFolder?: string): PrintShop {
  return {
    paper, pictures, layouts: new Map(), workshops: new Map(),
    fonts: openFonts(typeFolder && join(typeFolder, 'shapes')),
    ...profile && { profile }, ...typeFolder !== undefined && { settings: openSettingMemory(join(typeFolder, 'lines')) },
  }
}

/** Forgets the pages and lines of what was printed so far: those of an archive would not fit into memory. */
export function clearPrintShop({ layouts, workshops, settings, fonts }: PrintShop): void {
  layouts.clear()
  workshops.clear()
  forgetLines(fonts)
  settings?.keep()
}

/** Forgets how pages were made up, when all are and only drawing is left; the pages stay. In a large issue that is most of what is held. */
export function closeWorkshops({ workshops }: PrintShop): void {
  workshops.clear()
}

/** Writes down what was learnt of letters and lines, for the next run. */
export function closePrintShop({ fonts, settings }: PrintShop): void {
  fonts.keep()
  settings?.keep()
}

/**
 * Makes up an issue in one language. The value is there even when copy is overset: what fits is on its pages. Stories stand on
 * the same pages as in the paper's first language, as far as their lengths allow; a diagnostic names those that do not.
 */
export function layOutIssue(issue: Issue, language: Language, shop: PrintShop): Outcome<IssueLayout> {
  const leading = shop.paper.languages.find((each) => issue.stories.some((story) => story.articles.has(each)))
  const sister = leading === undefined || leading === language ? undefined : editionOf(issue, leading, shop)
  const layout = editionOf(issue, language, shop, sister)
  return {
    value: layout,
    diagnostics: [
      ...layout.overset.map((overset) => oversetDiagnostic(overset, issue.place)),
      ...layout.remedies.map((remedy) => remedyDiagnostic(remedy, issue)),
      ...layout.refused.map(refusalDiagnostic),
      ...roomDiagnostics(issue, language, layout, shop.paper.printer.pages),
      ...sister ? strayDiagnostics(issue, language, layout, leading!, sister) : [],
    ],
  }
}

function editionOf(issue: Issue, language: Language, shop: PrintShop, sister?: MadeUp): IssueLayout {
  const key = `${issue.folder} ${language}`
  let layout = shop.layouts.get(key)
  if (!layout) shop.layouts.set(key, (layout = makeUpEdition(issue, language, shop, sister)))
  return layout
}

function makeUpEdition(issue: Issue, language: Language, shop: PrintShop, sister?: MadeUp): IssueLayout {
  const t = translatorFor(language)
  const workshop = workshopFor(shop.paper.printer, language, shop)
  const articles = issue.stories.flatMap((story) => story.articles.get(language) ?? [])
  const words = issueWords(issue, language, shop.paper, t)
  let edition: Edition
  const made = untilPagesAgree(issue, (pageOf) => {
    const flows = articles.map((article) => flowOf(article, workshop, flowWords(article, shop.paper, t), pageOf))
    edition = { issue, flows, words, press: shop.paper.printer.pages, sister: sister && pagesOf(sister) }
    return makeUp(edition, workshop)
  })
  return { ...made, remedies: remediesOf(edition!, made, workshop) }
}

/** An issue re-set for a small sheet, story after story; the number of pages is a multiple of `multiple`. */
export function layOutDigest(issue: Issue, language: Language, sheet: Sheet, multiple: number, shop: PrintShop): Outcome<Layout> {
  const t = translatorFor(language)
  const workshop = workshopFor(sheet, language, shop)
  const articles = issue.stories.flatMap((story) => story.articles.get(language) ?? [])
  const words = issueWords(issue, language, shop.paper, t)
  const layout = untilPagesAgree(issue, (pageOf) =>
    makeDigest(articles.map((article) => flowOf(article, workshop, flowWords(article, shop.paper, t), pageOf)), words, workshop, multiple))
  return { value: layout, diagnostics: layout.overset.map((overset) => oversetDiagnostic(overset, issue.place)) }
}

function issueWords(issue: Issue, language: Language, paper: Paper, t: Translate): FurnitureWords {
  return furnitureWords(language, paper, t, {
    numbering: t('print.numbering', { volume: issue.volume, number: issue.number }),
    period: formatPeriod(issue.date, issue.until, language),
    place: issue.place,
  })
}

/** A pamphlet, in the size of type near the house's own that leaves the fewest pages of its booklet blank. */
export function layOutPamphlet(article: Article, shop: PrintShop): Layout {
  let best: { layout: Layout; blanks: number } | undefined
  for (const scale of [1, 1.03, 0.97, 1.06, 0.94, 1.09]) {
    const layout = layOutAlone(article, scaled(pamphletSheet, scale), makePamphlet, shop)
    const blanks = layout.pages.filter((page) => page.frames.length === 0).length
    if (!best || blanks < best.blanks) best = { layout, blanks }
    if (blanks === 0) break
  }
  return best!.layout
}

/** A leaflet, in the largest type and picture with which it stands on one page; on more pages when nothing helps. */
export function layOutLeaflet(article: Article, shop: PrintShop, sheet: Sheet = leafletSheet): Layout {
  const layout = leafletOf(article, shop, sheet)
  return directionOf(article.language) === 'rtl' ? mirrored(layout) : layout
}

function leafletOf(article: Article, shop: PrintShop, sheet: Sheet): Layout {
  const tries = [[1, 0.4], [1, 0.32], [0.96, 0.32], [0.92, 0.26], [0.88, 0.2], [0.84, 0.16]] as const
  const layouts: Layout[] = []
  for (const [scale, share] of tries) {
    const layout = layOutAlone(article, scaled(sheet, scale), (...rest) => makeLeaflet(...rest, share), shop)
    if (layout.overset.length === 0 && layout.pages.length === 1) return layout
    layouts.push(layout)
  }
  return layouts.find(({ overset }) => overset.length === 0) ?? layouts[0]!
}

function scaled(sheet: Sheet, scale: number): Sheet {
  return { ...sheet, leading: sheet.leading * scale, body: sheet.body * scale }
}

function layOutAlone(article: Article, sheet: Sheet, make: typeof makePamphlet, shop: PrintShop): Layout {
  const t = translatorFor(article.language)
  const workshop = workshopFor(sheet, article.language, shop)
  const flow = flowOf(article, workshop, flowWords(article, shop.paper, t), () => undefined)
  const words = furnitureWords(article.language, shop.paper, t, { numbering: '', period: '', place: flow.place })
  return make(flow, words, workshop)
}

/** What a PDF says about itself, and what it is for. */
export interface PdfForm extends About {
  /** Four inks for a press, light for a screen, grey for an office printer, one plate of a printer that has only two inks. */
  colors: keyof typeof jpegs
  pixelsPerInch: number
  live?: Live
}

/** The bytes of a PDF: fonts embedded, tagged, the same every time. `sides` are single pages unless imposed. */
export async function renderPdf(layout: Layout, form: PdfForm, shop: PrintShop, sides: Side[] = singlePages(layout.pages)): Promise<Uint8Array> {
  const { colors, pixelsPerInch, ...about } = form
  const { color: accent, printer } = shop.paper
  const inColor = (page: Page) => colors !== 'press' || hasColor(printer, page.number, layout.pages.length)
  const ownInk = spotOf(shop.paper)
  const press = ownInk === undefined ? paletteOf(accent.cmyk, printer) : spotPaletteOf(ownInk, accent.cmyk, printer)
  const palettes = { press, screen: screenPaletteOf(accent.rgb), office: greyPalette, 'black plate': blackPlate, 'accent plate': accentPlate }
  // A plan draws nothing, and what writes PDFs takes as long to load as all else.
  const { drawPdf } = await import('./pdf/pdf.ts')
  return drawPdf(sides, {
    ...about,
    palette: (page) => inColor(page) ? palettes[colors] : monoPaletteOf(printer),
    marks: colors === 'press' ? (ownInk === undefined ? registration : { spot: 'All', cmyk: registration, tint: 100 }) : palettes[colors][colors === 'accent plate' ? 'accent' : 'black'],
    fonts: shop.fonts,
    picture: async (frame, page) => {
      if (colors === 'accent plate') return undefined
      const color = inColor(page) ? jpegs[colors] : 'grey'
      const [widthPx, heightPx] = [frame.width, frame.height].map((points) => Math.round((points / 72) * pixelsPerInch)) as [number, number]
      return shop.pictures.press(frame.file, { crop: frame.crop, widthPx, heightPx, color, limit: { inkLimit: printer.inkLimit, pixelsPerInch }, ...colors === 'press' && shop.profile && { profile: shop.profile }, ...colors === 'black plate' && { mostInk: mostSolid } })
    },
  })
}

/** Pictures are on the black plate alone. */
const jpegs = { press: 'cmyk', screen: 'rgb', office: 'grey', 'black plate': 'grey', 'accent plate': 'grey' } as const

/** On every plate, for marks that show whether the plates fit. */
const registration: Cmyk = [100, 100, 100, 100]

function hasColor({ colorPages }: Printer, page: number, pages: number): boolean {
  if (typeof colorPages === 'string') return colorPages === 'all'
  return colorPages.get(pages)?.includes(page) ?? true
}

/** The same for all that is set in a language on such a sheet, so that what was set once is at hand. */
function workshopFor(sheet: Sheet, language: Language, shop: PrintShop): Workshop {
  const { trim, margin, columns, leading, body } = sheet
  const key = [language, trim.width, trim.height, margin, columns, leading, body].join(' ')
  let workshop = shop.workshops.get(key)
  if (!workshop) shop.workshops.set(key, (workshop = openWorkshop(sheet, language, shop)))
  return workshop
}

function openWorkshop(sheet: Sheet, language: Language, shop: PrintShop): Workshop {
  const t = translatorFor(language)
  const book = withRulesOf(shop.paper.printer.thinnestLine, stylebookFor(sheet, shop.paper.design))
  return {
    book,
    column: columnsWidth(book, 1),
    ...compositorFor(shop.fonts, shop.settings),
    width: (text, style) => shop.fonts.width(text, style),
    aspectOf(file) {
      const info = shop.pictures.info(file)
      return info ? info.width / info.height : 1.5
    },
    hasColor: (page, pages) => hasColor(shop.paper.printer, page, pages),
    words: {
      continuedOn: (page) => t('print.continuedOn', { page }),
      continuedFrom: (page) => t('print.continuedFrom', { page }),
    },
  }
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

function furnitureWords(language: Language, paper: Paper, t: Translate, of: Pick<FurnitureWords, 'numbering' | 'period' | 'place'>): FurnitureWords {
  const others = paper.languages.filter((each) => each !== language)
  const contact = (['email', 'web', 'phone', 'post'] as const).flatMap((way) => {
    const text = localText(paper.contact[way], language)
    return text ? [text] : []
  })
  const site = paper.url ?? localText(paper.contact.web, language)
  const lines = [localText(paper.publisher, language), t(others.length > 0 ? 'print.colophon' : 'print.colophonAlone'), localText(paper.contact.note, language)]
  const [name, slogan] = [localText(paper.name, language), localText(paper.slogan, language)]
  // In a language that has no calls of its own the paper says its name, not what its readers cannot read.
  const speaks = hasOwnWords(language, 'print.notice1.title')
  // The third says that the paper speaks two languages.
  const numbers = [1, 2, 3, 4, 5, 6].filter((number) => number !== 3 || paper.languages.length === 2)
  return {
    ...of,
    language,
    name,
    otherNames: others.map((each) => localText(paper.name, each)),
    slogans: [language, ...others].map((each) => localText(paper.slogan, each)).filter((slogan) => slogan !== ''),
    publisher: localText(paper.publisher, language),
    inThisIssue: t('print.inThisIssue'),
    colophon: [...lines, ...contact].filter((line) => line !== ''),
    ears: speaks ? [[t('print.ear.read'), t('print.ear.talk'), t('print.ear.pass')], [t('print.ear.write')]] : [[], []],
    sections: new Map([...paper.sections].map(([key, text]) => [key, localText(text, language)])),
    ...site && { site },
    notices: speaks ? numbers.map((number) => ({ title: t(`print.notice${number}.title`), text: t(`print.notice${number}.text`) })) : [{ title: name, text: slogan }],
    contactLine: contact[0] ?? '',
  }
}

/**
 * Products: every PDF that is made of a paper, each from finished pages. One row of a table a product: which pages it is made of,
 * on which paper, how they lie on it, in which colours.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CivilDate } from '../languages/dates.ts'
import type { Language } from '../languages/language.ts'
import { languageOfWords, translatorFor } from '../languages/translator.ts'
import type { Article } from '../newsroom/article.ts'
import type { Issue } from '../newsroom/issue.ts'
import { toSlug } from '../newsroom/likely.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { localText, type Paper } from '../newsroom/paper.ts'
import { productNames, type Printed } from '../newsroom/products.ts'
import type { Story } from '../newsroom/story.ts'
import { oversetDiagnostic, wordlessDiagnostics } from './findings.ts'
import { imposeBooklet } from './imposition/booklet.ts'
import { backToBack, imposeFlyer } from './imposition/flyer.ts'
import { colorPlate, onSheets } from './imposition/plates.ts'
import { pressSides } from './imposition/press.ts'
import { enlarge, fillUp, singlePages, type Side } from './imposition/sheet.ts'
import { headToTail, retold } from './imposition/teteBeche.ts'
import { toThumbnail, type ThumbnailInks } from './imposition/thumbnail.ts'
import type { MadeUp } from './makeup/makeup.ts'
import type { Layout, Page } from './makeup/page.ts'
import type { About } from './pdf/document.ts'
import { checkTextCoverage } from './preflight/textCoverage.ts'
import { layOutDigest, layOutIssue, layOutLeaflet, layOutPamphlet, renderPdf, type PdfForm, type PrintShop } from './print.ts'
import { creep, halfSheets, flyerSheets, officePapers, officeSheets, phoneScale, phoneSheet, quarterScale, quarterSheets, safeEdge } from './stylebook/sheets.ts'
import type { Sheet } from './stylebook/stylebook.ts'

/** Something that is printed as a whole, in one language. */
export type PrintJob =
  | { kind: 'issue'; of: string; language: Language; issue: Issue }
  | { kind: 'pamphlet' | 'leaflet'; of: string; language: Language; article: Article; story: Story }

interface ProductRow {
  /** Names the sheet of paper, in the words `print.paper.…`; `press` is the printer's own. */
  paper(paper: Paper): string
  /** Pages of its own, their number a multiple; without it, the pages of the proof. */
  reset?(paper: Paper): { sheet: Sheet; multiple: number }
  /** The same in another language: turned on its head behind the proof's pages, or on the back of each of them. */
  other?: 'turned' | 'back'
  impose(layout: Layout, paper: Paper, turned: Set<Page>): Side[]
  colors: PdfForm['colors']
  pixelsPerInch(paper: Paper): number
  printing?: About['printing']
  /** With links and bookmarks. */
  live?: true
  /** Sides that are printed on one sheet; 0 for what is read on a screen, and for what a press puts on its own sheets. */
  sidesOfSheet: 0 | 1 | 2
  /** Made only when it is asked for. */
  onRequest?: true
  /** The product that it is one file of; asked for by that name. */
  partOf?: 'riso'
  /** What its file is called after, where that is not the product's name. */
  fileName?(paper: Paper): string
}

/** Files of print's own: `front` is a picture of one of them, `riso` a file for each ink. */
type RowName<K extends Printed> = Exclude<(typeof productNames)[K][number], 'front' | 'riso'> | (K extends 'issue' ? 'riso-black' | 'riso-color' : never)

const office = (paper: Paper) => officePapers[paper.printer.officePaper]
const plain = ({ pages }: Layout) => singlePages(pages)
const folded = { scaling: 'None', duplex: 'DuplexFlipShortEdge' } as const
const unscaled = { scaling: 'None' } as const
const flat = { scaling: 'None', duplex: 'DuplexFlipLongEdge' } as const
/** Upright on the largest sheet that an office has. */
const onLargeSheets = ({ pages }: Layout, paper: Paper) => onSheets(pages, { width: office(paper).double.height, height: office(paper).double.width }, safeEdge)
const flyer = (across: number, down: number, scale = 1) => ({ pages }: Layout) => imposeFlyer(pages, across, down, scale)
const halfSheet = ({ printer }: Paper) => ({ sheet: flyerSheets[printer.officePaper], multiple: 1 })
const onNewsprint = ({ printer }: Paper) => printer.pixelsPerInch.target
const onOfficePaper = () => 170

/** What can be asked for by `--product`, in the order of a paper's downloads. */
const products: { [K in Printed]: Record<RowName<K>, ProductRow> } = {
  issue: {
    press: {
      paper: () => 'press', impose: ({ pages }, { printer }) => pressSides(printer.pairs ? fillUp(pages, 2) : pages, printer),
      colors: 'press', pixelsPerInch: onNewsprint, sidesOfSheet: 0,
    },
    reader: { paper: () => 'press', impose: plain, colors: 'screen', pixelsPerInch: onOfficePaper, live: true, sidesOfSheet: 0 },
    booklet: {
      paper: (paper) => office(paper).doubleName, impose: ({ pages }, paper) => imposeBooklet(fillUp(pages, 4), { ...office(paper).double, creep }),
      colors: 'screen', pixelsPerInch: onOfficePaper, printing: folded, sidesOfSheet: 2,
    },
    pocket: {
      paper: ({ printer }) => printer.officePaper, reset: ({ printer }) => ({ sheet: halfSheets[printer.officePaper], multiple: 4 }),
      impose: ({ pages }, paper) => imposeBooklet(pages, { width: office(paper).height, height: office(paper).width, creep }),
      colors: 'office', pixelsPerInch: onOfficePaper, printing: folded, sidesOfSheet: 2,
    },
    letter: {
      paper: () => 'letter', reset: () => ({ sheet: officeSheets.letter, multiple: 1 }), impose: plain,
      colors: 'office', pixelsPerInch: onOfficePaper, printing: flat, sidesOfSheet: 2,
    },
    a4: {
      paper: () => 'a4', reset: () => ({ sheet: officeSheets.a4, multiple: 1 }), impose: plain,
      colors: 'office', pixelsPerInch: onOfficePaper, printing: flat, sidesOfSheet: 2,
    },
    phone: {
      paper: () => 'screen', reset: () => ({ sheet: phoneSheet, multiple: 1 }), impose: ({ pages }) => enlarge(pages, phoneScale),
      colors: 'screen', pixelsPerInch: () => 200, live: true, sidesOfSheet: 0,
    },
    'tete-beche': {
      paper: (paper) => office(paper).doubleName, impose: ({ pages }, paper, turned) => imposeBooklet(pages, { ...office(paper).double, creep }, turned),
      other: 'turned', colors: 'screen', pixelsPerInch: onOfficePaper, printing: folded, sidesOfSheet: 2, onRequest: true,
    },
    'riso-black': {
      paper: (paper) => office(paper).doubleName, impose: onLargeSheets,
      colors: 'black plate', pixelsPerInch: () => 300, printing: unscaled, sidesOfSheet: 2, onRequest: true, partOf: 'riso',
    },
    'riso-color': {
      paper: (paper) => office(paper).doubleName, impose: ({ pages, ...rest }, paper) => onLargeSheets({ ...rest, pages: pages.map(colorPlate) }, paper),
      colors: 'accent plate', pixelsPerInch: () => 300, printing: unscaled, sidesOfSheet: 2, onRequest: true, partOf: 'riso',
      fileName: ({ color }) => `riso-${toSlug(color.name) || 'color'}`,
    },
  },
  pamphlet: {
    pages: { paper: () => 'halfLetter', impose: plain, colors: 'press', pixelsPerInch: onNewsprint, sidesOfSheet: 2 },
    booklet: {
      paper: () => 'letter', impose: ({ pages }) => imposeBooklet(pages, { width: officePapers.letter.height, height: officePapers.letter.width, creep }),
      colors: 'press', pixelsPerInch: onNewsprint, printing: folded, sidesOfSheet: 2,
    },
  },
  leaflet: {
    leaflet: { paper: () => 'letter', impose: plain, colors: 'press', pixelsPerInch: onNewsprint, printing: flat, sidesOfSheet: 2 },
    flyer: {
      paper: ({ printer }) => printer.officePaper, reset: halfSheet, impose: flyer(2, 1),
      colors: 'office', pixelsPerInch: onNewsprint, printing: folded, sidesOfSheet: 2,
    },
    'flyer-four': {
      paper: ({ printer }) => printer.officePaper, reset: ({ printer }) => ({ sheet: quarterSheets[printer.officePaper], multiple: 1 }), impose: flyer(2, 2, quarterScale),
      colors: 'office', pixelsPerInch: onNewsprint, printing: flat, sidesOfSheet: 2, onRequest: true,
    },
    'flyer-both': {
      paper: ({ printer }) => printer.officePaper, reset: halfSheet, other: 'back', impose: flyer(2, 1),
      colors: 'office', pixelsPerInch: onNewsprint, printing: folded, sidesOfSheet: 2, onRequest: true,
    },
  },
}

export type ProductName = string

/** A finished PDF. */
export interface PdfFile {
  /** What it prints: `17-01`, `pamphlets/reading-circle`. */
  of: string
  language: Language
  product: ProductName
  /** Relative to the output folder. */
  file: string
  bytes: Uint8Array
  /** Pages of the file. */
  pages: number
  /** Sheets of paper that a copy takes, printed on both sides; 0 for what is read on a screen or printed on a press. */
  sheets: number
  /** The sheet, in the words of its language: "Letter paper". */
  paper: string
  /** Its first side as a small SVG. */
  thumbnail: string
  /** What was found when it was laid out anew for this product. */
  diagnostics: Diagnostic[]
}

/** Made-up pages with what an editor must know of them. */
export interface Proof {
  job: PrintJob
  layout: Layout
  /** Only an issue has columns to be left white and stories that jump. */
  madeUp?: MadeUp
  diagnostics: Diagnostic[]
}

/** Everything that this paper prints: issues first, each language that has any of their stories. */
export function printJobs(newsroom: Newsroom): PrintJob[] {
  const languagesOf = (stories: Story[]) => newsroom.paper.languages.filter((language) => stories.some((story) => story.articles.has(language)))
  const single = (kind: 'pamphlet' | 'leaflet', stories: Story[]): PrintJob[] => stories.flatMap((story) =>
    [...story.articles.values()].map((article): PrintJob => ({ kind, of: story.folder, language: article.language, article, story })))
  return [
    ...newsroom.issues.flatMap((issue) => languagesOf(issue.stories).map((language): PrintJob => ({ kind: 'issue', of: issue.name, language, issue }))),
    ...single('pamphlet', newsroom.pamphlets),
    ...single('leaflet', newsroom.leaflets),
  ]
}

/** Makes up the pages of a job, and checks them. */
export function proofOf(job: PrintJob, shop: PrintShop): Proof {
  if (job.kind === 'issue') {
    const { value, diagnostics } = layOutIssue(job.issue, job.language, shop)
    return { job, layout: value!, madeUp: value!, diagnostics: [...diagnostics, ...wordlessDiagnostics(job.language, job.issue.place), ...checkTextCoverage(value!, shop.fonts)] }
  }
  const layout = job.kind === 'pamphlet' ? layOutPamphlet(job.article, shop) : layOutLeaflet(job.article, shop)
  const overset = layout.overset.map((each) => oversetDiagnostic(each, { file: job.article.file }))
  return { job, layout, diagnostics: [...overset, ...wordlessDiagnostics(job.language, { file: job.article.file }), ...checkTextCoverage(layout, shop.fonts)] }
}

/** A story of an issue on a sheet of its own, in each of its languages: what a flyer is made of. */
export function storyJobs(issue: Issue, story: Story): PrintJob[] {
  return [...story.articles.values()].map((article) => ({ kind: 'leaflet', of: `${issue.name}/${story.slug}`, language: article.language, article, story }))
}

/** A story as a flyer, laid out for that alone. */
export function renderStoryFlyer(job: PrintJob, shop: PrintShop): Promise<PdfFile> {
  return renderProduct({ job, layout: { pages: [], overset: [], jumps: [] }, diagnostics: [] }, 'flyer', shop)
}

/** Whether stories get flyers of their own: usual, unless the issue or the paper lists its products and flyers are not among them. */
export function hasFlyers(issue: Issue, paper: Paper): boolean {
  return (issue.products ?? paper.products)?.includes('flyer') ?? true
}

/** The files that are made of a job: those of the products that its issue or the paper names, or the usual ones. */
export function productsOf(job: PrintJob, paper: Paper): ProductName[] {
  const wanted = wantedOf(job, paper)
  return rowsOf(job).filter(([name, row]) => wanted ? wanted.includes(row.partOf ?? name) : !row.onRequest).map(([name]) => name)
}

/** Whether a picture of the front page is made. */
export function hasFront(job: PrintJob, paper: Paper): boolean {
  return job.kind === 'issue' && (wantedOf(job, paper)?.includes('front') ?? true)
}

/** All that can be asked for of a job. */
export function productsToAskFor({ kind }: PrintJob): ProductName[] {
  return [...productNames[kind]]
}

/** The files of a product: `riso` has one for each ink. */
export function filesOf(job: PrintJob, product: ProductName): ProductName[] {
  return rowsOf(job).filter(([name, row]) => (row.partOf ?? name) === product).map(([name]) => name)
}

function rowsOf({ kind }: PrintJob): [ProductName, ProductRow][] {
  return Object.entries(products[kind])
}

/** A paper's list names products of all kinds; where none of them can be made of this job, the usual ones are. */
function wantedOf(job: PrintJob, paper: Paper): string[] | undefined {
  if (job.kind === 'issue' && job.issue.products) return job.issue.products
  const known: readonly string[] = productNames[job.kind]
  return paper.products?.some((name) => known.includes(name)) ? paper.products : undefined
}

/** Draws one file of a proof. `back` is the language of a second front, or of the back; without it the paper's next. */
export async function renderProduct(proof: Proof, product: ProductName, shop: PrintShop, back?: Language): Promise<PdfFile> {
  const { job } = proof
  const { paper } = shop
  const row = rowsOf(job).find(([name]) => name === product)![1]
  const { layout, diagnostics, turned } = layoutOf(proof, row, shop, back)
  const sides = row.impose(layout, paper, turned ?? new Set())
  const bytes = await renderPdf(layout, formOf(job, row, shop), shop, sides)
  return {
    of: job.of, language: job.language, product, file: fileOf(job, row.fileName?.(paper) ?? product, shop), bytes, diagnostics,
    pages: row.printing?.duplex === 'DuplexFlipShortEdge' ? layout.pages.length : sides.length,
    sheets: row.sidesOfSheet === 0 ? 0 : Math.ceil(sides.length / row.sidesOfSheet),
    paper: paperName(row.paper(paper), paper, job.language),
    thumbnail: sides[0] ? toThumbnail(sides[0], thumbnailInks(row, paper)) : '',
  }
}

/** Colours of a thumbnail on white, whatever the page around it is. */
function thumbnailInks({ colors }: ProductRow, { color: { rgb } }: Paper): ThumbnailInks {
  const isColored = colors === 'press' || colors === 'screen' || colors === 'accent plate'
  const [accent, accentTint] = isColored ? [rgb, '#f3ebe9'] : ['#555', '#eee']
  return { black: '#222', accent, accentTint, paper: '#fff', grey: '#777', tint: '#eee' }
}

function layoutOf({ job, layout }: Proof, row: ProductRow, shop: PrintShop, back: Language | undefined): { layout: Layout; diagnostics: Diagnostic[]; turned?: Set<Page> } {
  const other = row.other && otherLanguage(job, shop.paper, back)
  if (row.other === 'turned' && other !== undefined && job.kind === 'issue') {
    const { value, diagnostics } = layOutIssue(job.issue, other, shop)
    const { pages, turned } = headToTail(fillUp(layout.pages, 4), fillUp(value!.pages, 4), other)
    return { layout: { ...layout, pages }, diagnostics, turned }
  }
  const reset = row.reset?.(shop.paper)
  if (!reset) return { layout, diagnostics: [] }
  if (job.kind !== 'issue') {
    const [front, back] = [job.article, ...other === undefined ? [] : [job.story.articles.get(other)!]].map((article) => {
      const layout = layOutLeaflet(article, shop, reset.sheet)
      return { layout, diagnostics: layout.overset.map((each) => oversetDiagnostic(each, { file: article.file })) }
    })
    if (!back) return front!
    const pages = backToBack(front!.layout.pages, back.layout.pages.map((page) => retold(page, other!)))
    return { layout: { ...front!.layout, pages }, diagnostics: [...front!.diagnostics, ...back.diagnostics] }
  }
  const { value, diagnostics } = layOutDigest(job.issue, job.language, reset.sheet, reset.multiple, shop)
  return { layout: value!, diagnostics }
}

/** The wanted language, or the next of the paper and then of the copy, in which there is something to print; undefined when there is no other. */
function otherLanguage(job: PrintJob, { languages }: Paper, back: Language | undefined): Language | undefined {
  const stories = job.kind === 'issue' ? job.issue.stories : [job.story]
  const all = [...new Set([...languages, ...stories.flatMap(({ articles }) => [...articles.keys()])])]
  const at = all.indexOf(job.language)
  const inTurn = back === undefined ? [...all.slice(at + 1), ...all.slice(0, at)] : [back]
  return inTurn.find((each) => each !== job.language && stories.some(({ articles }) => articles.has(each)))
}

function formOf(job: PrintJob, row: ProductRow, shop: PrintShop): PdfForm {
  const { standard, condition } = shop.paper.printer
  const form: PdfForm = {
    title: titleOf(job, shop), language: job.language, date: dateOf(job), colors: row.colors, pixelsPerInch: row.pixelsPerInch(shop.paper),
  }
  if (row.printing) form.printing = row.printing
  if (row.colors === 'press' && row.sidesOfSheet === 0 && standard !== 'none') form.press = { standard, condition, ...shop.profile && { profile: shop.profile } }
  if (row.live && job.kind === 'issue') {
    const stories = job.issue.stories.filter((story) => story.articles.has(job.language))
    const slugs = new Map(stories.map((story) => [story.folder, story.slug]))
    form.live = { titles: new Map(stories.map((story) => [story.slug, story.articles.get(job.language)!.title])), storyIn: (folder) => slugs.get(folder) }
  }
  return form
}

/** Paper, sheets, and how to print: a line for whoever prints, in the language of the readers. */
export function howToPrint({ product, language, paper, sheets }: Pick<PdfFile, 'product' | 'language' | 'paper' | 'sheets'>): string {
  const t = translatorFor(language)
  return [paper, ...sheets > 0 ? [t('web.sheets', { count: sheets })] : [], t(`web.productHint.${product}`)].join(' · ')
}

/** "Letter paper"; the printer's own page is named by its size, in inches where it is whole in them. */
function paperName(name: string, { printer }: Paper, language: Language): string {
  const t = translatorFor(language)
  if (name !== 'press') return t(`print.paper.${name}`)
  const { width, height } = printer.trim
  const key = printer.officePaper === 'letter' ? 'print.paper.inches' : 'print.paper.millimetres'
  const number = (value: number) => new Intl.NumberFormat(languageOfWords(language, key), { maximumFractionDigits: 2 }).format(value)
  return printer.officePaper === 'letter'
    ? t(key, { width: number(width / 72), height: number(height / 72) })
    : t(key, { width: number(Math.round((width / 72) * 25.4)), height: number(Math.round((height / 72) * 25.4)) })
}

function titleOf(job: PrintJob, shop: PrintShop): string {
  if (job.kind !== 'issue') return job.article.title
  const { volume, number } = job.issue
  return `${localText(shop.paper.name, job.language)}, ${translatorFor(job.language)('print.numbering', { volume, number })}`
}

/** A PDF without a date of its own is dated by the first day of computers' time: never by the clock. */
const noDate: CivilDate = '1970-01-01'

function dateOf(job: PrintJob): CivilDate {
  return job.kind === 'issue' ? job.issue.date : job.article.date ?? noDate
}

function fileOf(job: PrintJob, product: ProductName, shop: PrintShop): string {
  const name = toSlug(localText(shop.paper.name, job.language)) || 'paper'
  const last = job.of.split('/').at(-1)!
  return `downloads/${job.of}/${name}-${last}-${job.language}-${product}.pdf`
}

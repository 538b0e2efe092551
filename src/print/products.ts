/**
 * Products: every PDF that is made of a paper, each from finished pages. One row of a table a product: what it is made of, on
 * which paper, how its pages lie on it.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CivilDate } from '../languages/dates.ts'
import type { Language } from '../languages/language.ts'
import { translatorFor } from '../languages/translator.ts'
import type { Article } from '../newsroom/article.ts'
import type { Issue } from '../newsroom/issue.ts'
import { toSlug } from '../newsroom/likely.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { localText } from '../newsroom/paper.ts'
import type { Story } from '../newsroom/story.ts'
import { imposeBooklet } from './imposition/booklet.ts'
import { singlePages, type Side } from './imposition/sheet.ts'
import type { MadeUp } from './makeup/makeup.ts'
import type { Layout } from './makeup/page.ts'
import { checkTextCoverage } from './preflight/textCoverage.ts'
import { layOutIssue, layOutLeaflet, layOutPamphlet, renderPdf, type PrintShop } from './print.ts'

/** Something that is printed as a whole, in one language. */
export type PrintJob =
  | { kind: 'issue'; of: string; language: Language; issue: Issue }
  | { kind: 'pamphlet' | 'leaflet'; of: string; language: Language; article: Article }

interface ProductRow {
  kind: PrintJob['kind']
  /** Names the sheet, in the words `print.paper.…`. */
  paper: string
  impose(layout: Layout): Side[]
}

/** What can be asked for by `--product`. */
export const products = {
  press: { kind: 'issue', paper: 'press', impose: (layout) => singlePages(layout.pages) },
  pages: { kind: 'pamphlet', paper: 'halfLetter', impose: (layout) => singlePages(layout.pages) },
  booklet: { kind: 'pamphlet', paper: 'letter', impose: (layout) => imposeBooklet(layout.pages) },
  leaflet: { kind: 'leaflet', paper: 'letter', impose: (layout) => singlePages(layout.pages) },
} as const satisfies Record<string, ProductRow>

export type ProductName = keyof typeof products

/** A finished PDF. */
export interface PdfFile {
  /** What it prints: `17-01`, `pamphlets/reading-circle`. */
  of: string
  language: Language
  product: ProductName
  /** Relative to the output folder. */
  file: string
  bytes: Uint8Array
  pages: number
  paper: string
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
    [...story.articles.values()].map((article): PrintJob => ({ kind, of: story.folder, language: article.language, article })))
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
    return { job, layout: value!, madeUp: value!, diagnostics: [...diagnostics, ...checkTextCoverage(value!, shop.fonts)] }
  }
  const layout = job.kind === 'pamphlet' ? layOutPamphlet(job.article, shop) : layOutLeaflet(job.article, shop)
  return { job, layout, diagnostics: checkTextCoverage(layout, shop.fonts) }
}

/** The products that a job has. */
export function productsOf(job: PrintJob): ProductName[] {
  return (Object.keys(products) as ProductName[]).filter((name) => products[name].kind === job.kind)
}

/** Draws one product of a proof. */
export async function renderProduct(proof: Proof, product: ProductName, shop: PrintShop): Promise<PdfFile> {
  const { job, layout } = proof
  const row: ProductRow = products[product]
  const sides = row.impose(layout)
  const bytes = await renderPdf(layout, { title: titleOf(job, shop), language: job.language, date: dateOf(job) }, shop, sides)
  return { of: job.of, language: job.language, product, file: fileOf(job, product, shop), bytes, pages: layout.pages.length, paper: row.paper }
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

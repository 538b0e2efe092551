/** What a PDF must keep to: from its use, and from the printer that it goes to. Lengths in points, shares of ink in percent. */
import { spotOf, type Paper } from '../../newsroom/paper.ts'
import type { Printer } from '../../newsroom/printer.ts'

/** press: plates. paper: a copier or an office printer. screen: read, and sent on. */
export type Use = 'press' | 'paper' | 'screen'

export interface Limits {
  use: Use
  /** The standard that the printer asks for. */
  standard?: 'PDF/X-1a:2001' | 'PDF/X-1a:2003' | 'PDF/X-4'
  /** Trimmed size of every page. */
  page?: { width: number; height: number }
  /** Least distance of type from the sides of the page, and from its head and foot, where the printer gives one. */
  margin?: { side: number; head: number }
  pages?: { multiple: number; least: number; most: number }
  /** Pages that may carry colour; every page without it. */
  colorPages?: number[]
  /** All inks together on one spot, in percent. */
  inkLimit?: number
  /** Tints that still print as tints, in percent. */
  tints?: { lightest: number; darkest: number }
  /** Smallest white type on a ground of one ink, and of several. */
  reversedType?: { oneInk: number; manyInks: number }
  /** Smallest type in more than one ink. */
  manyInksType?: number
  thinnestLine?: number
  /** Pixels an inch. */
  resolution?: { least: number; most: number }
  /** Inks of their own that the printer has. */
  spots: string[]
  /** Its pages lie on sheets in another order than they are read. */
  imposed: boolean
}

/** Without a word from a printer: what every press, and every paper, asks for. */
export function usualLimits(use: Use): Limits {
  return { use, spots: [], imposed: false }
}

/**
 * Those of a press file for a printer.
 * @param sides pages of the PDF; each holds two pages of the paper where the printer takes pairs
 */
export function limitsOf(printer: Printer, sides: number): Limits {
  const { inkLimit, tints, reversedType, thinnestLine, pairs, pdfPage, pages: { multiple, least, most } } = printer
  const onSide = pairs ? 2 : 1
  const colored = coloredSides(printer, sides)
  return {
    ...usualLimits('press'),
    ...(printer.standard !== 'none' && { standard: printer.standard }),
    page: { width: onSide * pdfPage.width, height: pdfPage.height },
    margin: { side: marginIn(printer, 'width'), head: marginIn(printer, 'height') },
    pages: { multiple: Math.ceil(multiple / onSide), least: Math.ceil(least / onSide), most: Math.floor(most / onSide) },
    ...(colored && { colorPages: colored }),
    inkLimit, tints, reversedType, thinnestLine,
    resolution: printer.pixelsPerInch,
  }
}

/** Which pages of the PDF may carry colour; undefined for all. Of a pair either page may. */
function coloredSides({ colorPages, pairs }: Printer, sides: number): number[] | undefined {
  if (colorPages === 'all') return undefined
  const colored = colorPages === 'none' ? [] : colorPages.get(pairs ? 2 * sides : sides)
  // The first pair is the last page and the first; after it come 2 and 3, 4 and 5 …
  return pairs ? colored && [...new Set(colored.map((page) => page === 2 * sides ? 1 : Math.floor(page / 2) + 1))].sort((a, b) => a - b) : colored
}

/** The margin counts from the knife; a page of the PDF may be smaller than what is cut, and lies in its middle. */
function marginIn({ margin, trim, pdfPage }: Printer, length: 'width' | 'height'): number {
  return margin - (trim[length] - pdfPage[length]) / 2
}

/** Those of a file of this paper; a product that is not known is judged as if it went to the press. */
export function limitsOfProduct(product: string, paper: Pick<Paper, 'printer' | 'color'>, pageCount: number): Limits {
  const use = screenProducts.includes(product) ? 'screen' : officeProducts.includes(product) || imposedProducts.includes(product) ? 'paper' : 'press'
  const spot = spotOf(paper)
  if (use === 'press') return { ...limitsOf(paper.printer, pageCount), spots: spot === undefined ? [] : [spot] }
  return { ...usualLimits(use), imposed: imposedProducts.includes(product) }
}

const screenProducts = ['reader', 'phone']
const officeProducts = ['letter', 'a4', 'pages', 'leaflet', 'riso-black', 'riso-color']
const imposedProducts = ['booklet', 'pocket', 'flyer', 'flyer-four', 'flyer-both', 'tete-beche']

/** The product that a file's name ends with; '' where it tells none. */
export function productOfFile(file: string): string {
  const all = ['press', ...screenProducts, ...officeProducts, ...imposedProducts]
  // The plate of colour is named after its ink.
  return all.find((product) => file.endsWith(`-${product}.pdf`)) ?? (/-riso-[a-z0-9-]+\.pdf$/.test(file) ? 'riso-color' : '')
}

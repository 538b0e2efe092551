/** What a PDF must keep to: from its use, and from the printer that it goes to. Lengths in points, shares of ink in percent. */

/** press: plates. paper: a copier or an office printer. screen: read, and sent on. */
export type Use = 'press' | 'paper' | 'screen'

export interface Limits {
  use: Use
  /** The standard that the printer asks for. */
  standard?: 'PDF/X-1a:2001' | 'PDF/X-1a:2003' | 'PDF/X-4'
  /** Trimmed size of every page. */
  page?: { width: number; height: number }
  /** Least distance of type from the edge of the trimmed page, where the printer gives one. */
  margin?: number
  pages?: { multiple: number; least: number; most: number }
  /** Pages that may carry colour; every page without it. */
  colorPages?: number[]
  /** All inks together on one spot, in percent. */
  inkLimit?: number
  /** Tints that still print as tints, in percent. */
  tints?: { lightest: number; darkest: number }
  /** Smallest white type on a ground. */
  reversedType?: number
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

/** Without a word from a printer: what every press, and every paper, asks for. Sources as in the printers' own files. */
export function usualLimits(use: Use): Limits {
  return { use, spots: [], imposed: false, ...(use === 'press' && { resolution: { least: 150, most: 450 }, reversedType: 6, thinnestLine: 0.25 }) }
}

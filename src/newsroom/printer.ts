import type { Place } from '../diagnostics/diagnostic.ts'

/** A width and a height in points (1/72 inch). */
export interface Size {
  width: number
  height: number
}

/** What a printer takes and what the press can hold. Lengths in points, tints and inks in percent. */
export interface Printer {
  /** The name that paper.yaml knows. */
  name: string
  /** The page after cutting. */
  trim: Size
  /** The page of the PDF where a printer wants it smaller than the trim, centred in it; else the trim. */
  pdfPage: Size
  /** Room outside the type area on every side. */
  margin: number
  columns: number
  /** Distance of baselines, and the size of body type. */
  leading: number
  body: number
  /** How far colour may run over the trim; 0 where the press forbids it. */
  bleed: number
  /** Room around the trim for crop marks; 0 where the printer wants none. */
  marks: number
  /** Whether pages are handed over two by two, as a reader sees them. */
  pairs: boolean
  pages: { multiple: number; least: number; most: number }
  /** Pages that may carry colour, by the number of pages; a number of pages that is not named has colour on all. */
  colorPages: 'all' | 'none' | Map<number, number[]>
  /** The most ink of all plates together. */
  inkLimit: number
  /** Tints below the lightest vanish, those above the darkest print solid. */
  tints: { lightest: number; darkest: number }
  /** Smallest type that stands white in one ink, and in several. */
  reversedType: { oneInk: number; manyInks: number }
  thinnestLine: number
  pixelsPerInch: { least: number; target: number; most: number }
  standard: PdfStandard
  /** The printing condition that the file is made for: its registered name, or the name that the printer knows. */
  condition: { identifier: string; info: string; registry?: string }
  /** How many inks of their own the press has room for, or their names. */
  spots: number | string[]
  /** File of the condition's profile, relative to the content folder, where the paper has it beside its printer's profile. */
  profile?: string
  /** Sheets that offices and homes near this press have. */
  officePaper: 'letter' | 'a4'
  place: Place
}

/** What a press file is built to. */
export const pdfStandards = ['PDF/X-1a:2003', 'PDF/X-4', 'none'] as const
export type PdfStandard = typeof pdfStandards[number]

/**
 * The paper's look as data: page, grid and type scale. Nothing here is computed from copy; a second design is a second
 * value of `Look`. Lengths in points.
 */
import type { DesignName } from '../../newsroom/paper.ts'
import type { Look, Rule } from './look.ts'
import { poster } from './poster.ts'
import { sober } from './sober.ts'

/** A design on a sheet. */
export interface Stylebook extends Look {
  /** Finished page after cutting. */
  trim: { width: number; height: number }
  /** Type area: what lies inside the margins. */
  margin: { top: number; right: number; bottom: number; left: number }
  columns: number
  /** Distance of baselines; every body line of every page lies on this grid. */
  leading: number
  /** Height of the type area in grid rows. */
  rows: number
  /** Rows at the head of an inside page that hold the folio. */
  folioRows: number
  /** Rows at the head of page one that hold the nameplate. */
  nameplateRows: number
  /** Baseline of a line within its row, from the row's top. */
  baseline: number
}

/** A page of the size and margins that a printer gives. */
export interface Sheet {
  trim: { width: number; height: number }
  margin: number
  columns: number
  leading: number
  /** Size of body type. */
  body: number
}

const inch = 72

/** A pamphlet's page: half a US Letter sheet, so that any copier makes the booklet. One column of a book's measure. */
export const pamphletSheet: Sheet = { trim: { width: 5.5 * inch, height: 8.5 * inch }, margin: 42, columns: 1, leading: 13.2, body: 10.2 }

/** A leaflet: one US Letter sheet, printed on one side or both; wide margins for home printers. */
export const leafletSheet: Sheet = { trim: { width: 8.5 * inch, height: 11 * inch }, margin: 42, columns: 2, leading: 14, body: 11.2 }

/** Every design that paper.yaml may name. */
const looks: Record<DesignName, (body: number) => Look> = { sober, poster }

/** A design on a given sheet. */
export function stylebookFor(sheet: Sheet, design: DesignName = 'sober'): Stylebook {
  const { leading } = sheet
  const rows = Math.floor((sheet.trim.height - 2 * sheet.margin) / leading)
  const vertical = (sheet.trim.height - rows * leading) / 2
  const look = looks[design](sheet.body)
  return {
    ...look,
    trim: sheet.trim,
    margin: { top: vertical, right: sheet.margin, bottom: vertical, left: sheet.margin },
    columns: sheet.columns,
    leading,
    rows,
    folioRows: 2,
    nameplateRows: look.nameplate.rows,
    baseline: leading * 0.75,
  }
}

/** The same with every rule at least this many points thick: thinner ones vanish on some presses. */
export function withRulesOf(thinnest: number, book: Stylebook): Stylebook {
  return thickened(book, thinnest) as Stylebook
}

function thickened(value: unknown, thinnest: number): unknown {
  if (Array.isArray(value)) return value.map((each) => thickened(each, thinnest))
  if (typeof value !== 'object' || value === null) return value
  const all = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, thickened(each, thinnest)]))
  return isRule(value) ? { ...all, height: Math.max(value.height, thinnest) } : all
}

function isRule(value: object): value is Rule {
  return 'ink' in value && 'height' in value && typeof value.height === 'number'
}

/** Width of `count` columns with the gutters between them. */
export function columnsWidth(book: Stylebook, count: number): number {
  const area = book.trim.width - book.margin.left - book.margin.right
  const column = (area - (book.columns - 1) * book.gutter) / book.columns
  return count * column + (count - 1) * book.gutter
}

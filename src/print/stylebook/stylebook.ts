/**
 * The paper's look as data: page, grid and type scale. Nothing here is computed from copy; a second design is a second
 * value of `Stylebook`. Lengths in points.
 */
import type { TextStyle } from './textStyle.ts'

export interface Stylebook {
  /** Finished page after cutting. */
  trim: { width: number; height: number }
  /** Type area: what lies inside the margins. */
  margin: { top: number; right: number; bottom: number; left: number }
  columns: number
  gutter: number
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
  /** First-line indent of body paragraphs. */
  indent: number
  /** Inset of text from the edges of a box or panel. */
  inset: number
  body: TextStyle
  subhead: TextStyle
  partHead: DisplayStyle
  pullQuote: DisplayStyle
  sidebarTitle: TextStyle
  sidebar: TextStyle
  caption: DisplayStyle
  credit: TextStyle
  kicker: TextStyle
  byline: TextStyle
  jumpLine: TextStyle
  folio: TextStyle
  /** Headlines from the smallest tier to the largest, each with the decks that go with it. */
  headlines: { headline: DisplayStyle; deck: DisplayStyle }[]
}

/** Type off the grid: with a line distance of its own. */
export interface DisplayStyle {
  style: TextStyle
  leading: number
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

/** The house design on a given sheet: sober serif headlines over a news gothic's labels. */
export function stylebookFor(sheet: Sheet): Stylebook {
  const { leading } = sheet
  const rows = Math.floor((sheet.trim.height - 2 * sheet.margin) / leading)
  const vertical = (sheet.trim.height - rows * leading) / 2
  return {
    trim: sheet.trim,
    margin: { top: vertical, right: sheet.margin, bottom: vertical, left: sheet.margin },
    columns: sheet.columns,
    gutter: 16,
    leading,
    rows,
    folioRows: 2,
    nameplateRows: 15,
    baseline: leading * 0.75,
    indent: 11,
    inset: 8,
    body: { face: 'text', size: sheet.body, ink: 'black' },
    subhead: { face: 'labelBold', size: sheet.body * 0.97, ink: 'black' },
    partHead: { style: { face: 'headline', size: 16, ink: 'black' }, leading: 18 },
    pullQuote: { style: { face: 'headlineItalic', size: 16.5, ink: 'black' }, leading: 20 },
    sidebarTitle: { face: 'labelBold', size: 10, ink: 'accent' },
    sidebar: { face: 'label', size: sheet.body * 0.887, ink: 'black' },
    caption: { style: { face: 'label', size: 7.9, ink: 'black' }, leading: 10 },
    credit: { face: 'label', size: 6.8, ink: 'grey' },
    kicker: { face: 'labelBold', size: 8.6, ink: 'accent', tracking: 0.55 },
    byline: { face: 'labelBold', size: 7.9, ink: 'black' },
    jumpLine: { face: 'labelBold', size: 7.9, ink: 'accent' },
    folio: { face: 'label', size: 8.4, ink: 'black' },
    headlines: [
      tier(14, 16, 10.5, 13),
      tier(18, 20, 11, 13.5),
      tier(24, 25.5, 12.5, 15),
      tier(31, 32.5, 13.5, 16),
      tier(40, 41, 15, 18),
      tier(52, 52.5, 17, 20.5),
    ],
  }
}

function tier(size: number, leading: number, deckSize: number, deckLeading: number): Stylebook['headlines'][number] {
  const face = size >= 40 ? 'headlineBlack' : 'headline'
  return {
    headline: { style: { face, size, ink: 'black', tracking: -0.008 * size }, leading },
    deck: { style: { face: 'headlineItalic', size: deckSize, ink: 'black' }, leading: deckLeading },
  }
}

/** Width of `count` columns with the gutters between them. */
export function columnsWidth(book: Stylebook, count: number): number {
  const area = book.trim.width - book.margin.left - book.margin.right
  const column = (area - (book.columns - 1) * book.gutter) / book.columns
  return count * column + (count - 1) * book.gutter
}

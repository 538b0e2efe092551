/** Look: what a design decides, as data. Size and grid of the page come from the printer's sheet. Lengths in points. */
import type { Kind } from '../../newsroom/article.ts'
import type { Face } from './faces.ts'
import type { Ink } from './ink.ts'
import type { TextStyle } from './textStyle.ts'

export interface Look {
  gutter: number
  /** First-line indent of body paragraphs. */
  indent: number
  /** Inset of text from the edges of a box or panel. */
  inset: number
  body: TextStyle
  /** Height of body type's capitals, as a part of their size. */
  capHeight: number
  subhead: TextStyle
  partHead: DisplayStyle
  pullQuote: DisplayStyle & { top: Rule; foot: Rule }
  sidebarTitle: TextStyle
  sidebar: TextStyle
  caption: DisplayStyle
  credit: TextStyle
  /** Large first letter of long stories. */
  dropCap: DropCap
  /** Small headings of furniture, and kickers where no label can stand. */
  kicker: TextStyle
  kickers: { usual: KickerLook } & Partial<Record<Kind, KickerLook>>
  byline: DisplayStyle
  jumpLine: DisplayStyle
  /** A jump head over one leg, on the grid: its words, the page that it comes from, and the rule under them. */
  jumpLabel: { style: TextStyle; page: TextStyle; rule: Rule }
  /** What runs in with the text where room is dear: kicker, headline and byline. */
  runIn: { kicker: TextStyle; name: TextStyle; signature: TextStyle }
  /** Headlines from the smallest tier to the largest, each with the decks that go with it. */
  headlines: { headline: DisplayStyle; deck: DisplayStyle }[]
  /** Kinds whose headlines have a face of their own. */
  headlineFaces: Partial<Record<Kind, Face>>
  /** Kinds that stand on a panel, in its ink. */
  panels: Partial<Record<Kind, Ink>>
  /** Over every box but the topmost of a page. */
  boxRule: Rule
  /** Kinds with a band over them wherever they stand. */
  bands: Partial<Record<Kind, Rule>>
  /** Between columns of different boxes. */
  columnRule: Rule
  nameplate: NameplateLook
  folio: TextStyle
  folioLine: FolioLook
  index: { title: TextStyle; entry: TextStyle; page: TextStyle; panel: Ink; rule: Rule }
  colophon: { title: TextStyle; text: DisplayStyle; top: Rule; foot: Rule }
  /** Notices of the house, taken in turn. */
  notices: NoticeLook[]
  /** The paper's own name and slogan on covers, leaflets and small pages. */
  smallName: TextStyle
  smallSlogan: TextStyle
  /** Numbers of small pages. */
  smallNumber: TextStyle
}

/** Type off the grid: with a line distance of its own. */
export interface DisplayStyle {
  style: TextStyle
  leading: number
}

/** A line as thick as `height`. */
export interface Rule {
  ink: Ink
  height: number
}

/** Type over a headline, or on a label: a ground as high as `height`, with `pad` points on either side of its letters. */
export interface KickerLook {
  style: TextStyle
  leading: number
  label?: { ink: Ink; pad: number; height: number; capHeight: number }
}

export interface DropCap {
  /** Its size comes from the lines that it stands beside. */
  style: Omit<TextStyle, 'size'>
  /** Height of its face's capitals, as a part of their size. */
  capHeight: number
  /** Lines beside which it stands. */
  lines: number
  /** White between it and the text. */
  gap: number
  /** Stories shorter than so many lines begin without. */
  leastLines: number
  /** Kinds that never have one. */
  without: Kind[]
}

/** The paper's name on page one. Rows are the grid's. */
export interface NameplateLook {
  rows: number
  /** Panel behind the name. */
  ground?: Ink
  /** Height of name and panel. */
  nameRows: number
  /** At its largest; smaller where the name is long. */
  name: TextStyle
  /** Height of the name's capitals, as a part of its size. */
  capHeight: number
  /** White between the name and the panel's sides. */
  pad: number
  /** In the middle with an ear on either side where there is room, or at the left with one ear on its right. */
  align: 'center' | 'left'
  ear: { style: TextStyle; leading: number; width: number; ground?: Ink; rule?: Rule }
  /** Under the name; absent where an ear carries it. */
  slogan?: TextStyle
  /** Number and date: a bar between rules, or on a ground. */
  bar: { style: TextStyle; row: number; height: number; over?: Rule; under?: Rule; ground?: Ink }
}

export interface FolioLook {
  name: TextStyle
  number: TextStyle
  /** The section that all stories of a page belong to; on a label of this ink, if there is one. */
  section: KickerLook
  rule: Rule
}

export interface NoticeLook {
  ground?: Ink
  title: TextStyle
  text: TextStyle
  strong: TextStyle
  /** Around a notice without a ground. */
  frame?: Rule
}

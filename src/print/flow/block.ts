import type { Place } from '../../diagnostics/diagnostic.ts'
import type { Article } from '../../newsroom/article.ts'
import type { Picture } from '../../newsroom/body.ts'
import type { Paragraph, Span } from './paragraph.ts'

/** What a piece of text is, for a reader who listens to the PDF: names of PDF's standard structure types. */
export type Role = 'H1' | 'H2' | 'H3' | 'P' | 'LI' | 'BlockQuote' | 'Caption' | 'Note' | 'Aside' | 'Figure'

/** A run of text to set in a column. */
export interface TextBlock {
  kind: 'text'
  /** Reading order within the story; the lines of one block are one element for a listening reader. */
  block: number
  role: Role
  paragraph: Paragraph
  /** Distance of the baselines where it is not the grid's: the block then takes whole rows and is not divided. */
  leading?: number
  /** Empty rows above, except at the head of a leg. */
  before: number
  /** Empty rows below. */
  after: number
  /** Must stand on one leg with the first lines of what follows. */
  keepWithNext: boolean
  /** A bullet or a number that hangs before the text. */
  mark?: Span
  /** The story's first paragraph, which may begin with a large letter. */
  opens?: true
  /** The text changes its tone here (into a list, a quotation, a sign-off, or back): a row of white may go above. */
  pauses?: true
}

/** A table's row: cells side by side, each set to its share of the measure. */
export interface RowBlock {
  kind: 'row'
  block: number
  cells: Paragraph[]
  /** All rows of its table, this one among them: they share the widths of columns. */
  table: Paragraph[][]
  /** The last row of its table. */
  last: boolean
  /** The table's first row: a row of white may go above. */
  pauses?: true
}

export interface PictureBlock {
  kind: 'picture'
  block: number
  picture: Picture
}

export interface PullQuoteBlock {
  kind: 'pullQuote'
  block: number
  paragraphs: Paragraph[]
}

export interface SidebarBlock {
  kind: 'sidebar'
  block: number
  title?: Paragraph
  blocks: (TextBlock | RowBlock)[]
}

export type Block = TextBlock | RowBlock | PictureBlock | PullQuoteBlock | SidebarBlock

/** A story in the order in which it is to be set. */
export interface Flow {
  article: Article
  kicker?: Span[]
  title: Span[]
  deck?: Span[]
  byline?: Span[]
  /** The picture of the front matter. */
  picture?: Picture
  /** Short headline over its continuation. */
  jumpHead: Span[]
  blocks: Block[]
  /** Where the story begins. */
  place: Place
}

import type { Place } from '../../diagnostics/diagnostic.ts'
import type { Role } from '../flow/block.ts'
import type { Ink } from '../stylebook/ink.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import type { Line } from '../type/line.ts'

/** A rectangle in points, from the trim's top left corner; y grows downwards. */
export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

/** Ties a piece of the page to its story. All pieces with the same story and block are one structure element, wherever they stand. */
export interface Tag {
  /** The story's slug. */
  story: string
  /** Reading order within the story. */
  block: number
  role: Role
  /** Its language, where that is not the file's. */
  language?: string
}

/** A line where it stands on the page. */
export interface PlacedLine {
  line: Line
  /** The line's left edge. */
  x: number
  /** Its baseline. */
  baseline: number
  /** Absent: furniture that a listening reader skips (folios, jump lines). */
  tag?: Tag
  /** A large letter drawn for the line's hidden first one. */
  initial?: Initial
}

/** A drop cap: a shape, not text, so that what is read and copied is the line alone. */
export interface Initial {
  letter: string
  style: TextStyle
  x: number
  baseline: number
}

/** What a frame of text holds. `leg` is a story's text in one column. */
export type TextKind =
  | 'leg' | 'headline' | 'caption' | 'pullQuote' | 'sidebar' | 'jumpLine' | 'folio' | 'nameplate' | 'furniture'

export interface TextFrame extends Rect {
  kind: TextKind
  /** The story's slug; absent for furniture. */
  story?: string
  lines: PlacedLine[]
}

export interface PictureFrame extends Rect {
  kind: 'picture'
  story?: string
  /** The picture's file, relative to the content folder. */
  file: string
  /** The part of the picture that shows, in fractions (0 to 1) of its upright width and height. */
  crop: Rect
  alt: string
  tag?: Tag
}

/** A filled rectangle: a rule, or a panel behind text. */
export interface FillFrame extends Rect {
  kind: 'rule' | 'panel'
  ink: Ink
  story?: string
}

/** A finished rectangle of the page. Frames stand in drawing order: panels before the text on them, text in reading order. */
export type Frame = TextFrame | PictureFrame | FillFrame

/** A finished page. Plain data: drawing decides nothing. */
export interface Page {
  /** From 1. */
  number: number
  /** Which side of a spread it lies on. */
  side: 'left' | 'right'
  trim: { width: number; height: number }
  /** Points that pictures and panels may run over the trim; 0 where a press forbids it. */
  bleed: number
  /** The type area. */
  area: Rect
  frames: Frame[]
}

/** Copy that found no room, at the sentence where it begins. */
export interface Overset {
  story: string
  lines: number
  words: number
  /** Nothing of the story stands on any page. */
  whole: boolean
  /** The first words that are left over. */
  text: string
  place: Place
}

/** A story that continues on another page. */
export interface Jump {
  story: string
  from: number
  to: number
}

/** A whole issue in one language, made up. */
export interface Layout {
  pages: Page[]
  overset: Overset[]
  jumps: Jump[]
}

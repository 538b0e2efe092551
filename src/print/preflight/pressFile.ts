/** A finished PDF as preflight sees it: plain data, read from the bytes by a library that did not write them. */

/** A rectangle in PDF's own coordinates: points from the lower left corner, y grows upwards. */
export interface Box {
  left: number
  bottom: number
  right: number
  top: number
}

/** How a colour is said. `icc`, `lab` and `calibrated` depend on a profile; `spot` names inks of their own. */
export type ColorKind = 'gray' | 'cmyk' | 'rgb' | 'icc' | 'lab' | 'calibrated' | 'spot' | 'pattern'

export interface Color {
  kind: ColorKind
  /** Components from 0 to 1, as the file gives them; for `spot` the tint of each ink. */
  values: number[]
  /** The inks of a spot colour. */
  spots: string[]
}

/** The marked content in which something is drawn: an artifact of layout, or a numbered piece of the structure. */
export type Marking = { kind: 'artifact' } | { kind: 'piece'; number: number }

interface MarkBase {
  box: Box
  color: Color
  /** Whether the inks that it does not name are left as they are under it. */
  overprints: boolean
  marking?: Marking
}

export interface TextMark extends MarkBase {
  kind: 'text'
  /** What it says, by the font's own table; '' where that is silent. */
  text: string
  /** Height of the type on the page in points. */
  size: number
  /** Drawn neither filled nor stroked: text for reading out alone. */
  invisible: boolean
}

export interface FillMark extends MarkBase {
  kind: 'fill'
  /** Whether the box is the shape; otherwise it only goes round it. */
  isRectangle: boolean
}

export interface StrokeMark extends MarkBase {
  kind: 'stroke'
  /** Thickness of the line on the page, in points. */
  thickness: number
}

export interface PictureMark extends MarkBase {
  kind: 'picture'
  picture: Picture
}

/** Something that a page paints, in the order of painting. */
export type Mark = TextMark | FillMark | StrokeMark | PictureMark

/** A picture that is in the file once, however often it is drawn. */
export interface Picture {
  name: string
  width: number
  height: number
  color: Color
  filters: string[]
  /** 1 for drawings of black and white. */
  bits: number
  /** Whether 0 and full ink are exchanged by the file's Decode array. */
  inverted: boolean
  /** As they stand in the file, but for what only packs them (Flate and its like): a JPEG's bytes, or samples. */
  bytes: Uint8Array
}

export interface PressPage {
  /** From 1. */
  number: number
  media: Box
  crop?: Box
  bleed?: Box
  trim?: Box
  art?: Box
  /** Subtypes of its annotations, in order. */
  annotations: string[]
  marks: Mark[]
  /** Pieces of text or pictures that stand in no marked content. */
  unmarked: number
}

export interface PressFont {
  name: string
  embedded: boolean
  subset: boolean
}

/** An element of the structure, with its children's in order. */
export interface StructureElement {
  role: string
  alt?: string
  language?: string
  /** Pieces of pages that belong to it directly. */
  pieces: { page: number; number: number }[]
  children: StructureElement[]
}

export interface OutputIntent {
  subtype: string
  condition: string
  registry: string
  /** Components, device class and the format's version of the profile; absent without one. */
  profile?: { components: number; deviceClass: string; version: number }
}

export interface PressFile {
  /** Its name, as diagnostics say it. */
  name: string
  /** Of the header or the catalogue, whichever is later: `1.4`. */
  version: string
  encrypted: boolean
  hasId: boolean
  /** The entries of Info: texts, and names with their stroke (`/False`). */
  info: Map<string, string>
  /** The XMP packet; '' without one. */
  xmp: string
  /** Natural language of the whole text. */
  language: string
  /** Whether the file says of itself that it is tagged. */
  isTagged: boolean
  structure: StructureElement[]
  /** What scripts and actions there are: `JavaScript`, `Launch`. */
  actions: string[]
  /** Whether there are layers that can be switched. */
  hasLayers: boolean
  /** Names of files inside the file. */
  attachments: number
  /** All filters in use. */
  filters: Set<string>
  /** What makes it transparent: `alpha`, `soft mask`, `blend mode`, `group`. */
  transparencies: string[]
  outputIntents: OutputIntent[]
  fonts: PressFont[]
  pages: PressPage[]
  /** Every text that is not drawn: metadata, names and comments of streams; for the search after persons and paths. */
  notes: string[]
}

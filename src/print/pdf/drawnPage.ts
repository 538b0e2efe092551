/**
 * What was drawn of a page for one file, so that another with the same page takes it over: a word that is mended changes one page of an issue.
 * Taken over or drawn anew, the file has the same bytes.
 */
import type { Page, PictureFrame } from '../makeup/page.ts'
import type { Face } from '../stylebook/faces.ts'
import type { Fonts } from './fonts.ts'
import type { DrawnWord } from './glyphs.ts'
import type { PdfObject } from './objects.ts'

/** A page as operators, and all that comes into a file with them. `House` is what the pages of a file share. */
export interface DrawnPage<House> {
  operators: string
  /** In the order in which the file was given them. */
  resources: (Face | PictureFrame)[]
  pictureNames: Map<PictureFrame, string>
  words: Set<DrawnWord>
  /** Pieces of marked content, links and stops, in their order. */
  deeds: Deed<House>[]
}

/** Tells the file's other parts of something on the page. */
export type Deed<House> = (house: House, object: PdfObject) => void

/** Pages that were drawn with these fonts. `way` is all that a drawing depends on besides the page. */
export function drawnPages<House>(fonts: Fonts): { of(page: Page, way: string): DrawnPage<House> | undefined; keep(page: Page, way: string, drawn: DrawnPage<House>): void } {
  let pages = known.get(fonts) as WeakMap<Page, Map<string, DrawnPage<House>>> | undefined
  if (!pages) known.set(fonts, (pages = new WeakMap()))
  return {
    of: (page, way) => pages.get(page)?.get(way),
    keep: (page, way, drawn) => {
      const ways = pages.get(page) ?? new Map<string, DrawnPage<House>>()
      pages.set(page, ways.set(way, drawn))
    },
  }
}

const known = new WeakMap<Fonts, WeakMap<Page, unknown>>()

/**
 * Piece: what asks for a box on a page. A whole story, the beginning of one that jumps, its continuation, or furniture.
 */
import type { Flow } from '../flow/block.ts'
import type { Picture } from '../../newsroom/body.ts'
import type { Wish } from '../../newsroom/issue.ts'
import { setGalley } from './galley.ts'
import { Memory } from './memory.ts'
import type { Slug } from './slug.ts'
import type { Workshop } from './workshop.ts'

/** A picture that a box may show larger than one column. */
export interface LargePicture {
  block: number
  picture: Picture
  /** Width divided by height, upright. */
  aspect: number
}

/** A story on its way to the page, set once for each measure that is tried. */
export interface Copy {
  flow: Flow
  /** At most two, in reading order. */
  pictures: LargePicture[]
  /** The story's slugs at a measure. */
  galley(measure: number): Slug[]
  /** Stands on a tinted panel, as long as it stands whole on one page. */
  boxed: boolean
  /** Fills the left page of the centre spread and goes on, without a word, on the right one. */
  spread: boolean
}

/** A story's part that one box holds. */
export interface Piece {
  kind: 'story'
  id: string
  copy: Copy
  /** First slug of the galley that belongs to it. */
  start: number
  pictures: LargePicture[]
  /** Page that the story comes from, when this continues it. */
  from?: number
  /** May end before the story does, and jump. */
  mayJump: boolean
}

/** Furniture that fills a box of any height within its range. */
export interface Furnishing {
  kind: 'index' | 'colophon' | 'filler'
  id: string
  minRows: number
  maxRows: number
  columns: number[]
  /** Points of make-up's cost for each column that it takes. */
  cost: number
  /** And for each more where it fills half of the page beside stories: two small ones are better. */
  large?: number
}

export type Unit = Piece | Furnishing

/** Block numbers of a story's head, below every block of its text. */
export const headBlocks = { kicker: 0, headline: 1, deck: 2, byline: 3, picture: 4, caption: 5 } as const

/** The story, with what of the editor's wishes changes the copy itself; the same for the same flow, wish and workshop. */
export function toCopy(flow: Flow, workshop: Workshop, wish?: Pick<Wish, 'picture' | 'spread'>): Copy {
  let known = copies.get(workshop)
  if (!known) copies.set(workshop, (known = new Memory()))
  return known.of(flow, `${wish?.picture === 0} ${wish?.spread}`, () => makeCopy(flow, workshop, wish))
}

const copies = new WeakMap<Workshop, Memory<Flow, Copy>>()

function makeCopy(flow: Flow, workshop: Workshop, wish: Pick<Wish, 'picture' | 'spread'> | undefined): Copy {
  const inBody = flow.blocks.flatMap((block) => block.kind === 'picture' ? [{ block: block.block, picture: block.picture }] : [])
  const all = flow.picture ? [{ block: headBlocks.picture, picture: flow.picture }, ...inBody] : inBody
  const first = wish?.picture === 0 ? 1 : 0
  const pictures = all.slice(first, first + 2).map((each) => ({ ...each, aspect: workshop.aspectOf(each.picture.file) }))
  const outside = new Set(all.slice(0, first + 2).map((each) => each.block))
  const galleys = new Map<number, Slug[]>()
  return {
    flow,
    pictures,
    boxed: workshop.book.panels[flow.article.kind] !== undefined,
    spread: wish?.spread ?? false,
    galley(measure) {
      const key = Math.round(measure * 100)
      let galley = galleys.get(key)
      if (!galley) {
        galley = setGalley(flow, measure, workshop, outside)
        galleys.set(key, galley)
      }
      return galley
    },
  }
}

/** A panel narrows the legs; a story that runs over pages keeps one measure, so that its slugs are the same on all of them. */
export function isBoxed(piece: Piece): boolean {
  return piece.copy.boxed && !piece.mayJump && piece.from === undefined
}

/** The story from its beginning. */
export function wholeStory(copy: Copy, mayJump: boolean): Piece {
  return pieceOf({ kind: 'story', id: copy.flow.article.story, copy, start: 0, pictures: copy.pictures, mayJump })
}

/** The piece, allowed to end before its story does. */
export function jumping(piece: Piece): Piece {
  return pieceOf({ ...piece, mayJump: true })
}

/** The same object for equal pieces, so that what was worked out for one is known for all. */
export function pieceOf(piece: Piece): Piece {
  const { start, from, mayJump, pictures } = piece
  return pieces.of(piece.copy, `${start} ${from} ${mayJump} ${pictures.map(({ block }) => block)}`, () => piece)
}

const pieces = new Memory<Copy, Piece>()

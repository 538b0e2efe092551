/**
 * Waiting: copy that has no page yet, with all that choosing a page asks about it, looked up once.
 */
import type { Issue, Wish } from '../../newsroom/issue.ts'
import { Memory } from './memory.ts'
import { groupOf } from './order.ts'
import { jumping, type Copy, type Piece } from './piece.ts'
import { formatWish, variantsOf } from './variants.ts'
import type { Workshop } from './workshop.ts'

/** Column rows that a piece asks for. */
export interface Area {
  min: number
  natural: number
  max: number
}

export interface Waiting {
  piece: Piece
  area: Area
  /** 0 is the lead; the higher, the later in the editor's order. */
  priority: number
  wish: Wish | undefined
  /** The page that the editor wants for the story, or for its continuation. */
  wishedPage: number | undefined
  /** The page on which the story begins in the edition of another language. */
  sisterPage: number | undefined
  /** What keeps it together with others. */
  group: string | undefined
  /** What a column row of its head costs; more than 0 where room is dear, and heads may be smaller than a reader would like. */
  headRow: number
}

/** First page of every story in the edition of another language: two readers should be able to talk about "page 5". */
export type SisterPages = ReadonlyMap<string, number>

/** All copy of an issue that waits, each piece once. */
export class WaitingList {
  private readonly known = new Map<Piece, Waiting>()
  private readonly jumps = new Map<Waiting, Waiting | undefined>()
  private readonly priorities: Map<Copy, number>
  private readonly wishes: Issue['wishes']
  private readonly sister: SisterPages
  private readonly pageCount: number
  private readonly workshop: Workshop
  private readonly headRow: number

  constructor(copies: Copy[], wishes: Issue['wishes'], sister: SisterPages, pageCount: number, workshop: Workshop, headRow: number) {
    this.headRow = headRow
    this.priorities = new Map(copies.map((copy, index) => [copy, index]))
    this.wishes = wishes
    this.sister = sister
    this.pageCount = pageCount
    this.workshop = workshop
  }

  of(piece: Piece): Waiting {
    let waiting = this.known.get(piece)
    if (!waiting) this.known.set(piece, (waiting = this.lookUp(piece)))
    return waiting
  }

  /** The same copy, allowed to end before its story does; undefined when it may not, or is too short for it. */
  jumping(waiting: Waiting): Waiting | undefined {
    if (!this.jumps.has(waiting)) {
      const { copy } = waiting.piece
      const mayNot = !opensSpread(waiting) && (copy.spread || waiting.wish?.jump === 'never' || copy.boxed)
      const jumps = mayNot ? undefined : this.of(jumping(waiting.piece))
      this.jumps.set(waiting, jumps && jumps.area.natural !== Infinity ? jumps : undefined)
    }
    return this.jumps.get(waiting)
  }

  private lookUp(piece: Piece): Waiting {
    const { story } = piece.copy.flow.article
    const wish = this.wishes.get(story)
    return {
      piece, wish,
      area: areaOf(piece, wish, this.workshop, this.headRow),
      priority: this.priorities.get(piece.copy)!,
      wishedPage: this.wishedPage(piece, wish),
      sisterPage: piece.from === undefined ? this.sister.get(story) : undefined,
      group: groupOf(piece),
      headRow: this.headRow,
    }
  }

  private wishedPage({ copy, from }: Piece, wish: Wish | undefined): number | undefined {
    if (copy.spread) return from === undefined ? this.pageCount / 2 : from + 1
    if (from === undefined) return wish?.page
    return typeof wish?.jump === 'number' && wish.jump > from ? wish.jump : undefined
  }
}

/** The left page of a spread is its story's alone. */
export function opensSpread({ piece }: Waiting): boolean {
  return piece.copy.spread && piece.from === undefined
}

/** What a piece asks for in a usual place of a page. */
export function areaOf(piece: Piece, wish: Wish | undefined, workshop: Workshop, headRow: number): Area {
  return areas.of(piece, `${formatWish(wish)} ${headRow}`, () => {
    const variants = variantsOf(piece, 2, wish, workshop, headRow)
    const cheapest = Math.min(...variants.map((variant) => variant.cost))
    const sensible = variants.filter((variant) => variant.cost <= cheapest + 12)
    return {
      min: Math.min(...variants.map((variant) => variant.minRows * variant.columns)),
      natural: variants.length === 0 ? Infinity : sensible.reduce((sum, each) => sum + each.naturalRows * each.columns, 0) / sensible.length,
      max: Math.max(...variants.map((variant) => variant.maxRows * variant.columns)),
    }
  })
}

const areas = new Memory<Piece, Area>()

/**
 * Plan: which story stands on which page, and where a story jumps. A beam search over the pages in order: every state is a
 * number of finished pages and the copy that still waits, every step cuts one more page (cuts.ts). Bounded by counts, never
 * by the clock, so that the same copy always gives the same paper.
 */
import type { Issue, Wish } from '../../newsroom/issue.ts'
import { cutPage, type CutPage, type PlacedBox } from './cuts.ts'
import { grouped, groupOf, jumping, prominenceOf, tailOf } from './order.ts'
import { boxParts, columnParts } from './parts.ts'
import { wholeStory, type Copy, type Furnishing, type Piece, type Unit } from './piece.ts'
import type { Workshop } from './workshop.ts'
import { variantsOf, type Prominence, type Variant } from './variants.ts'

export interface PlannedPage {
  number: number
  boxes: PlacedBox[]
  /** Empty column rows. */
  white: number
}

export interface Plan {
  pages: PlannedPage[]
  /** Copy that found no room. */
  leftOver: Piece[]
  /** The larger, the more had to be given up. */
  cost: number
}

/** Sizes of the beam: states kept after a page, and sets of stories cut for each. */
const beamWidth = 4
const cutsPerState = 7
const windowSize = 7
const mostOnPage = 5
/** More waiting stories a page than this, and small ones stand under one another; at most so many in one slot. */
const crowded = 3.2
const mostInSlot = 4

const costs = {
  /** A jump from page one, which readers expect, and from any other page. */
  frontJump: 5,
  insideJump: 22,
  /** A story taken before one that the editor ranks higher, for each place in the order. */
  outOfOrder: 1.6,
  /** A group (letters, stories of struggle) torn apart. */
  tornGroup: 9,
  /** A story on another page than in the edition of the other language. */
  otherPage: 12,
  /** A continuation that waits for a later page. */
  waitingTail: 6,
  /** Copy left for the last pages that is more or less than they hold, for each column row. */
  imbalance: 0.1,
  /** Copy that found no room, for each column row. */
  overset: 3,
  /** A front page on which only one story starts. */
  lonelyFront: 40,
  /** A page of continuations only, without a story that starts there. */
  noEntry: 30,
  /** A story that jumps a second time. */
  secondJump: 40,
  /** A page that could not be cut at all. */
  failedPage: 400,
}

/**
 * How hard copy is pressed into the pages. Boxes cannot all be as small as they could be alone: `given` is the part of what
 * pictures and widths give that must be left to them. `tight` is the cost of each column row that copy still waiting will
 * need beyond the pages that are left, `scale` the least size of a box against its natural one by which sets are chosen.
 */
const pressures = [
  { given: 0.45, tight: 0.8, scale: 0.85 },
  { given: 0.6, tight: 2, scale: 0.75 },
  { given: 0.8, tight: 4, scale: 0.65 },
]

interface State {
  pending: Piece[]
  pages: PlannedPage[]
  cost: number
  /** Cost with the outlook for the pages to come; states are compared by it. */
  outlook: number
}

/** What stands on a page as one: a story, or small ones under one another. */
type Slot = Piece[]

interface Area {
  min: number
  natural: number
  max: number
}

export interface Furniture {
  /** Stands on page one. */
  front: Furnishing[]
  /** Stands on the last page. */
  back: Furnishing[]
  filler(page: number): Furnishing
}

/** First page of every story in the edition of another language: two readers should be able to talk about "page 5". */
export type SisterPages = ReadonlyMap<string, number>

/** The best plan; where copy is left over, it is pressed harder before that is said. */
export function planIssue(
  copies: Copy[], wishes: Issue['wishes'], pageCount: number, furniture: Furniture, workshop: Workshop, sister: SisterPages = new Map(),
): Plan {
  const planner = new Planner(wishes, pageCount, furniture, workshop, sister)
  let best: Plan | undefined
  // Copy that would not fit even if every box were as small as it could be is not tried at ease first.
  for (const pressure of planner.isHopeless(copies) ? pressures.slice(-1) : pressures) {
    const plan = planner.plan(copies, pressure)
    if (plan.leftOver.length === 0) return plan
    if (!best || left(plan, planner) < left(best, planner)) best = plan
  }
  return best!
}

function left(plan: Plan, planner: Planner): number {
  return plan.leftOver.reduce((sum, piece) => sum + planner.area(piece).min, 0)
}

/** Column rows that all stories ask for at least and by nature: what the number of pages is chosen by. */
export function areaOf(copies: Copy[], wishes: Issue['wishes'], furniture: Furniture, workshop: Workshop): { min: number; natural: number } {
  const planner = new Planner(wishes, 1, furniture, workshop, new Map())
  const areas = copies.map((copy) => planner.area(wholeStory(copy, false)))
  return { min: areas.reduce((sum, area) => sum + area.min, 0), natural: areas.reduce((sum, area) => sum + area.natural, 0) }
}

/** Rows for boxes on a page. The white under the lowest box lies outside the type area, so one row more can be given out. */
export function boxRows(page: number, workshop: Workshop): number {
  return workshop.book.rows - (page === 1 ? workshop.book.nameplateRows : workshop.book.folioRows) + 1
}

class Planner {
  private variants = new Map<string, Variant[]>()
  private areas = new Map<string, Area>()
  private cuts = new Map<string, CutPage | undefined>()
  private wishes: Issue['wishes']
  private pageCount: number
  private furniture: Furniture
  private workshop: Workshop
  private sister: SisterPages
  private pressure = pressures[0]!

  constructor(wishes: Issue['wishes'], pageCount: number, furniture: Furniture, workshop: Workshop, sister: SisterPages) {
    this.sister = sister
    this.wishes = wishes
    this.pageCount = pageCount
    this.furniture = furniture
    this.workshop = workshop
  }

  plan(copies: Copy[], pressure: typeof this.pressure): Plan {
    this.pressure = pressure
    let states: State[] = [{ pending: grouped(copies).map((copy) => wholeStory(copy, false)), pages: [], cost: 0, outlook: 0 }]
    for (let page = 1; page <= this.pageCount; page++) {
      const next = states.flatMap((state) => this.step(state, page))
      next.sort((a, b) => a.outlook - b.outlook)
      states = distinct(next).slice(0, beamWidth)
    }
    const best = states[0]!
    return { pages: best.pages, leftOver: best.pending, cost: best.outlook }
  }

  isHopeless(copies: Copy[]): boolean {
    let room = 0
    for (let page = 1; page <= this.pageCount; page++) room += this.capacity(page)
    return copies.reduce((sum, copy) => sum + this.area(wholeStory(copy, false)).min, 0) > room
  }

  area(piece: Piece): Area {
    const key = `${piece.id} ${piece.start} ${piece.mayJump}`
    const known = this.areas.get(key)
    if (known) return known
    const variants = this.variantsOf(piece, 2)
    const cheapest = Math.min(...variants.map((variant) => variant.cost))
    const sensible = variants.filter((variant) => variant.cost <= cheapest + 12)
    const area = {
      min: Math.min(...variants.map((variant) => variant.minRows * variant.columns)),
      natural: variants.length === 0 ? Infinity : sensible.reduce((sum, each) => sum + each.naturalRows * each.columns, 0) / sensible.length,
      max: Math.max(...variants.map((variant) => variant.maxRows * variant.columns)),
    }
    this.areas.set(key, area)
    return area
  }

  private variantsOf(unit: Unit, prominence: Prominence): Variant[] {
    const key = unit.kind === 'story' ? `${unit.id} ${unit.start} ${unit.mayJump} ${prominence}` : unit.id
    let variants = this.variants.get(key)
    if (!variants) {
      const wish = unit.kind === 'story' ? this.wishes.get(unit.copy.flow.article.story) : undefined
      variants = variantsOf(unit, prominence, wish, this.workshop)
      this.variants.set(key, variants)
    }
    return variants
  }

  private capacity(page: number): number {
    return boxRows(page, this.workshop) * this.workshop.book.columns
  }

  /** All states that follow from one by cutting its next page. */
  private step(state: State, page: number): State[] {
    if (state.pending.length === 0) return [this.follow(state, page, [], this.cut(page, []), 0)]
    const candidates = this.candidates(state, page)
    const followed = candidates.flatMap(({ slots, penalty }) => {
      const cut = this.cut(page, slots)
      return cut ? [this.follow(state, page, slots.flat(), cut, penalty)] : []
    })
    if (followed.length > 0) return followed
    const [first] = state.pending
    const mustStay = this.wishOf(first!)?.jump === 'never'
    for (const pieces of mustStay ? [[first!], [jumping(first!)]] : [[jumping(first!)], [first!]]) {
      const cut = this.cut(page, [pieces])
      if (cut) return [this.follow(state, page, pieces, cut, 0)]
    }
    return [this.follow(state, page, [], this.cut(page, []), costs.failedPage)]
  }

  private follow(state: State, page: number, pieces: Piece[], cut: CutPage | undefined, penalty: number): State {
    const used = new Set(pieces.map((piece) => piece.id))
    const tails = (cut?.boxes ?? []).flatMap((box) => tailOf(box, page))
    const pending = [...tails, ...state.pending.filter((piece) => !used.has(piece.id))]
    const jumpCost = tails.length * (page === 1 ? costs.frontJump : costs.insideJump)
      + pieces.filter((piece) => piece.from !== undefined && tails.some((tail) => tail.copy === piece.copy)).length * costs.secondJump
    const waiting = state.pending.filter((piece) => piece.from !== undefined && !used.has(piece.id)).length * costs.waitingTail
    const cost = state.cost + (cut?.cost ?? costs.failedPage) + penalty + jumpCost + waiting
    const pages = [...state.pages, { number: page, boxes: cut?.boxes ?? [], white: cut?.white ?? this.capacity(page) }]
    return { pending, pages, cost, outlook: cost + this.outlook(pending, page) }
  }

  private outlook(pending: Piece[], page: number): number {
    let room = 0
    for (let next = page + 1; next <= this.pageCount; next++) room += this.capacity(next)
    let min = 0
    let natural = 0
    for (const piece of pending) {
      const area = this.area(piece)
      min += area.min
      natural += area.natural
    }
    const need = min + (natural - min) * this.pressure.given
    const rest = page === this.pageCount ? min * costs.overset : Math.max(0, need - room) * this.pressure.tight
    return Math.abs(natural - room) * costs.imbalance + rest
  }

  /** The most promising sets of stories for a page. */
  private candidates(state: State, page: number): { slots: Slot[]; penalty: number }[] {
    const room = this.capacity(page) - this.furnitureOf(page).reduce((sum, each) => sum + each.minRows * each.columns[0]!, 0)
    const isLast = page === this.pageCount
    const open = state.pending.filter((piece) => {
      const wished = this.wishedPage(piece)
      return wished === undefined || wished === page || wished < page || wished > this.pageCount
    })
    const forced = open.filter((piece) => this.wishedPage(piece) === page)
    const window = this.slots([...new Set([...forced, ...open])], page).slice(0, windowSize)
    if (window.length === 0) return []
    const scale = this.scale(state, page)
    const found: { slots: Slot[]; penalty: number; score: number }[] = []
    for (let set = 1; set < 1 << window.length; set++) {
      const inSlots = window.filter((_, index) => set & (1 << index))
      if (inSlots.length > (page === 1 ? 3 : mostOnPage)) continue
      if (page === 1 && !inSlots.includes(window[0]!)) continue
      const chosen = inSlots.flat()
      if (forced.some((piece) => !chosen.includes(piece))) continue
      const order = this.orderPenalty(chosen, open) + this.sisterPenalty(chosen, open, page)
      for (const slots of this.jumpChoices(inSlots, page)) {
        const pieces = slots.flat()
        const areas = pieces.map((piece) => this.area(piece))
        const min = areas.reduce((sum, area) => sum + area.min, 0)
        if (min > room) continue
        const fixed = pieces.reduce((sum, piece, index) => sum + (piece.mayJump ? 0 : areas[index]!.natural * scale), 0)
        const flexible = pieces.map((piece, index) => piece.mayJump ? areas[index]! : undefined).filter((area) => area !== undefined)
        const least = fixed + flexible.reduce((sum, area) => sum + area.min, 0)
        const most = fixed + flexible.reduce((sum, area) => sum + area.max, 0)
        const miss = room < least ? least - room : room > most ? room - most : 0
        const jumps = flexible.length * (page === 1 ? costs.frontJump : costs.insideJump)
        const left = isLast ? open.filter((piece) => !chosen.includes(piece)).length * 60 : 0
        const lonely = page === 1 && chosen.length === 1 && open.length > 3 ? costs.lonelyFront : 0
        const noEntry = chosen.every((piece) => piece.from !== undefined) ? costs.noEntry : 0
        found.push({ slots, penalty: order + lonely + noEntry, score: miss * 0.35 + order + lonely + noEntry + jumps + left })
      }
    }
    found.sort((a, b) => a.score - b.score)
    return found.slice(0, cutsPerState)
  }

  /** How much larger or smaller than natural the waiting stories must be drawn to fill the pages that are left. */
  private scale(state: State, page: number): number {
    let room = 0
    for (let next = page; next <= this.pageCount; next++) room += this.capacity(next)
    const natural = state.pending.reduce((sum, piece) => sum + this.area(piece).natural, 0)
    return Math.max(this.pressure.scale, Math.min(1.25, room / natural))
  }

  private sisterPenalty(chosen: Piece[], open: Piece[], page: number): number {
    const strays = (piece: Piece, isHere: boolean) => {
      const other = piece.from === undefined ? this.sister.get(piece.copy.flow.article.story) : undefined
      return other !== undefined && (isHere ? other !== page : other === page)
    }
    return costs.otherPage * (chosen.filter((piece) => strays(piece, true)).length + open.filter((piece) => !chosen.includes(piece) && strays(piece, false)).length)
  }

  private orderPenalty(chosen: Piece[], open: Piece[]): number {
    let penalty = 0
    const last = Math.max(...chosen.map((piece) => open.indexOf(piece)))
    for (let index = 0; index < last; index++) if (!chosen.includes(open[index]!)) penalty += costs.outOfOrder
    for (const group of new Set(chosen.map(groupOf))) {
      if (group === undefined) continue
      if (open.some((piece) => groupOf(piece) === group && !chosen.includes(piece))) penalty += costs.tornGroup
    }
    return penalty
  }

  /**
   * The waiting stories as slots. Where more stories wait than pages can show one by one, small neighbours stand under one
   * another, as long as a column holds them.
   */
  private slots(open: Piece[], page: number): Slot[] {
    if (open.length <= (this.pageCount - page + 1) * crowded) return open.map((piece) => [piece])
    const slots: Slot[] = []
    let rows = 0
    for (const piece of open) {
      const tall = this.isSmall(piece) ? this.columnRows(piece) : Infinity
      const last = slots.at(-1)
      if (last && rows + tall <= boxRows(page, this.workshop) * 0.62 && groupOf(last[0]!) === groupOf(piece) && last.length < mostInSlot) {
        last.push(piece)
        rows += tall
      } else {
        slots.push([piece])
        rows = tall
      }
    }
    return slots
  }

  private isSmall(piece: Piece): boolean {
    return piece.from === undefined && this.wishOf(piece) === undefined && this.area(piece).natural < boxRows(2, this.workshop)
  }

  private columnRows(piece: Piece): number {
    return Math.min(...this.variantsOf(piece, 1).filter((variant) => variant.columns === 1).map((variant) => variant.naturalRows))
  }

  /** The same slots with none, one or (on page one) two of their stories allowed to jump. */
  private jumpChoices(chosen: Slot[], page: number): Slot[][] {
    if (page === this.pageCount) return [chosen]
    const able = chosen.filter((slot) => slot.length === 1 && this.mayJump(slot[0]!))
    const jumped = (slots: Slot[]) => chosen.map((slot) => slots.includes(slot) ? [jumping(slot[0]!)] : slot)
    if (chosen.some(opensSpread)) return chosen.length === 1 ? [jumped(chosen)] : []
    const choices = [chosen, ...able.map((slot) => jumped([slot]))]
    if (page === 1 && able.length >= 2) choices.push(jumped(able.slice(0, 2)))
    return choices
  }

  private mayJump(piece: Piece): boolean {
    if (this.wishOf(piece)?.jump === 'never' || piece.copy.boxed) return false
    return this.area(jumping(piece)).natural !== Infinity
  }

  /** The page that the editor wants for a story, or for its continuation. */
  private wishedPage(piece: Piece): number | undefined {
    const wish = this.wishOf(piece)
    if (piece.copy.spread) return piece.from === undefined ? this.pageCount / 2 : piece.from + 1
    if (piece.from === undefined) return wish?.page
    return typeof wish?.jump === 'number' && wish.jump > piece.from ? wish.jump : undefined
  }

  private wishOf(piece: Piece): Wish | undefined {
    return this.wishes.get(piece.copy.flow.article.story)
  }

  private furnitureOf(page: number): Furnishing[] {
    return [...page === 1 ? this.furniture.front : [], ...page === this.pageCount ? this.furniture.back : []]
  }

  /** Cuts a page for these stories, with a house filler where they leave too much white. */
  private cut(page: number, slots: Slot[]): CutPage | undefined {
    const key = `${page} ${slots.map((slot) => slot.map((piece) => `${piece.id}@${piece.start}${piece.mayJump ? '*' : ''}`).join('+')).join(' ')}`
    if (this.cuts.has(key)) return this.cuts.get(key)
    const ranked = slots.flat().sort((a, b) => a.copy.priority - b.copy.priority)
    const prominences = new Map(ranked.map((piece, index) => [piece, prominenceOf(piece, index, page)]))
    const partsOf = (piece: Piece) => boxParts(this.variantsOf(piece, prominences.get(piece)!), piece.copy.spread ? firstRank : piece.copy.priority)
    const stories = slots.map((slot) => slot.length === 1 ? partsOf(slot[0]!) : columnParts(slot.map(partsOf)))
    const furniture = this.furnitureOf(page)
    const attempt = (extra: Furnishing[]) => {
      const furnished = [...furniture, ...extra].map((unit) => boxParts(this.variantsOf(unit, 0), leastRank))
      return cutPage([...stories, ...furnished], this.workshop.book.columns, boxRows(page, this.workshop))
    }
    const plain = stories.length + furniture.length > 0 ? attempt([]) : undefined
    const filled = !plain || plain.white > 2 * this.workshop.book.columns ? attempt([this.furniture.filler(page)]) : undefined
    const best = !plain ? filled : filled && filled.cost < plain.cost ? filled : plain
    this.cuts.set(key, best)
    return best
  }
}

/** A spread stands over every other story, so that its two pages are level. */
const firstRank = -1
/** Furniture stands below and beside every story. */
const leastRank = 1000

/** The left page of a spread is its story's alone. */
function opensSpread([piece]: Slot): boolean {
  return piece!.copy.spread && piece!.from === undefined
}

function distinct(states: State[]): State[] {
  const seen = new Set<string>()
  return states.filter((state) => {
    const key = state.pending.map((piece) => `${piece.id}@${piece.start}`).join(' ')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

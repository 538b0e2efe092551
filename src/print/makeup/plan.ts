/**
 * Plan: which story stands on which page, and where a story jumps. A beam search over the pages in order: every state is a
 * number of finished pages and the copy that still waits, every step chooses stories (choice.ts) and cuts one more page
 * (pageCutter.ts). Bounded by counts, never by the clock, so that the same copy always gives the same paper.
 */
import type { Issue } from '../../newsroom/issue.ts'
import { choicesFor, jumpCost, type Slot } from './choice.ts'
import type { CutPage, PlacedBox } from './cuts.ts'
import { grouped, tailOf } from './order.ts'
import { boxRows, cutFor, furnitureOn, type Furniture } from './pageCutter.ts'
import { jumping, wholeStory, type Copy, type Piece } from './piece.ts'
import { repair } from './repair.ts'
import { variantsOf } from './variants.ts'
import { areaOf, WaitingList, type Area, type SisterPages, type Waiting } from './waiting.ts'
import type { Workshop } from './workshop.ts'

export interface PlannedPage {
  number: number
  boxes: PlacedBox[]
  /** Empty column rows. */
  white: number
  /** What it was cut for. */
  slots: Slot[]
}

export interface Plan {
  pages: PlannedPage[]
  /** Copy that found no room. */
  leftOver: Piece[]
  /** The larger, the more had to be given up. */
  cost: number
}

/** States kept after a page, and slots of which sets are made for the next. */
const beamWidth = 8
const windowSize = 7
/** More waiting stories a page than this, and small ones stand under one another; at most so many in one slot. */
const crowded = 3.2
const mostInSlot = 6
/** How much larger than natural stories are drawn where copy is short, so that pictures grow before notices fill whole pages. */
const mostGrown = 1.5
/** By nature copy fills this part of the pages at least where there is enough of it; with less than `scant` it stands on the first pages. */
const ample = 0.8
const scant = 0.25

/** The part of a column that those of one slot may fill: four of them must be able to fill a page. */
const fullestSlot = 0.98

const costs = {
  /** A continuation that waits for a later page. */
  waitingTail: 6,
  /** Copy left for the last pages that is more or less than they hold, for each column row. */
  imbalance: 0.1,
  /** Pages to come that copy cannot fill however large it is drawn, for each column row: notices rather stand beside stories than fill pages at the end. */
  spare: 0.8,
  /** Copy that found no room, for each column row. */
  overset: 3,
  /** A story that jumps a second time. */
  secondJump: 40,
  /** A page that could not be cut at all. */
  failedPage: 400,
}

/**
 * How hard copy is pressed into the pages. Boxes cannot all be as small as they could be alone: `given` is the part of what
 * pictures and widths give that must be left to them. `tight` is the cost of each column row that copy still waiting will
 * need beyond the pages that are left, `scale` the least size of a box against its natural one by which sets are chosen, `headRow`
 * the cost of each column row that a head takes: more than 0, and heads may be smaller than a
 * reader would like; `ease` is how much the editor's order weighs, and colour, and the pages of the other edition: they give way
 * before copy is left over. `choices` says how many sets of stories are cut for each page.
 */
const pressures: Pressure[] = [
  { given: 0.45, tight: 0.8, scale: 0.85, headRow: 0, ease: 1, choices: 7 },
  { given: 0.6, tight: 2, scale: 0.75, headRow: 0, ease: 1, choices: 7 },
  { given: 0.8, tight: 4, scale: 0.65, headRow: 0, ease: 0.5, choices: 7 },
  { given: 0.8, tight: 4, scale: 0.65, headRow: 0.15, ease: 0.5, choices: 14 },
  { given: 0.8, tight: 4, scale: 0.65, headRow: 0.3, ease: 0.5, choices: 14 },
]

interface Pressure {
  given: number
  tight: number
  scale: number
  headRow: number
  ease: number
  choices: number
}

interface State {
  pending: Waiting[]
  pages: PlannedPage[]
  cost: number
  /** Cost with the outlook for the pages to come; states are compared by it. */
  outlook: number
}

/** A state that could follow from another: few of many do, and only those are written out. */
interface Step extends Pick<State, 'cost' | 'outlook'> {
  from: State
  /** Copy that is on the page, by its pieces' names, and what goes on of it. */
  taken: ReadonlySet<string>
  tails: Waiting[]
  page: PlannedPage
}

/** The best plan; where copy is left over, it is pressed harder before that is said. */
export function planIssue(
  copies: Copy[], wishes: Issue['wishes'], pageCount: number, furniture: Furniture, workshop: Workshop, sister: SisterPages = new Map(),
): Plan {
  const planners = new Map(pressures.map(({ headRow }) => [
    headRow, new Planner(new WaitingList(copies, wishes, sister, pageCount, workshop, headRow), pageCount, furniture, workshop),
  ]))
  const pieces = grouped(copies).map((copy) => wholeStory(copy, false))
  // Copy that would not fit even if every box were as small as it could be is not tried at ease first.
  const isHopeless = (headRow: number) => leastArea(planners.get(headRow)!.waiting(pieces)) > planners.get(headRow)!.roomFrom(1)
  const [hardest] = pressures.slice(-1)
  const sensible = pressures.filter((pressure) => pressure === hardest || !isHopeless(pressure.headRow))
  const tried: { planner: Planner; state: State }[] = []
  for (const pressure of sensible) {
    const planner = planners.get(pressure.headRow)!
    tried.push({ planner, state: planner.plan(planner.waiting(pieces), pressure) })
    if (tried.at(-1)!.state.pending.length === 0) break
  }
  const best = tried.at(-1)!.state.pending.length === 0 ? tried.at(-1)!.state : repairedBest(tried)
  return { pages: best.pages, leftOver: best.pending.map(({ piece }) => piece), cost: best.outlook }
}

/** Of the plans that leave the least copy over, the first that a repair completes, or the one that it brings furthest. */
function repairedBest(tried: { planner: Planner; state: State }[]): State {
  const promising = tried.toSorted((a, b) => leastArea(a.state.pending) - leastArea(b.state.pending)).slice(0, mostRepaired)
  let best: State | undefined
  for (const { planner, state } of promising) {
    const repaired = planner.repaired(state)
    if (!best || leastArea(repaired.pending) < leastArea(best.pending)) best = repaired
    if (best.pending.length === 0) break
  }
  return best!
}

/** Plans that are repaired: each is as much work as planning anew. */
const mostRepaired = 2

function leastArea(waiting: Waiting[]): number {
  return waiting.reduce((sum, { area }) => sum + area.min, 0)
}

/** Column rows that all stories ask for, by nature (what the number of pages is chosen by) or at least. */
export function areaOfAll(copies: Copy[], wishes: Issue['wishes'], workshop: Workshop): Pick<Area, 'natural' | 'min'> {
  const sumOf = (of: (area: Area) => number, headRow: number) => copies.reduce((sum, copy) => (
    sum + of(areaOf(wholeStory(copy, false), wishes.get(copy.flow.article.story), workshop, headRow))), 0)
  return { natural: sumOf(({ natural }) => natural, 0), min: sumOf(({ min }) => min, pressures.at(-1)!.headRow) }
}

class Planner {
  private readonly list: WaitingList
  private readonly pageCount: number
  private readonly furniture: Furniture
  private readonly workshop: Workshop
  /** Column rows for stories of a page and all that follow it, by its number. */
  private readonly rooms: number[]
  /** Some pages carry no colour. */
  private readonly hasPlainPages: boolean
  private pressure = pressures[0]!
  /** There is less copy than pages, but enough to be spread over them. */
  private isShort = false

  constructor(list: WaitingList, pageCount: number, furniture: Furniture, workshop: Workshop) {
    this.list = list
    this.pageCount = pageCount
    this.furniture = furniture
    this.workshop = workshop
    this.hasPlainPages = Array.from({ length: pageCount }, (_, at) => at + 1).some((page) => !workshop.hasColor(page, pageCount))
    this.rooms = [0, 0]
    for (let page = pageCount; page >= 1; page--) this.rooms[page] = this.storyRoom(page) + this.roomFrom(page + 1)
  }

  waiting(copy: Piece[]): Waiting[] {
    return copy.map((piece) => this.list.of(piece))
  }

  plan(copy: Waiting[], pressure: Pressure): State {
    this.pressure = pressure
    const fullness = copy.reduce((sum, { area }) => sum + area.natural, 0) / this.roomFrom(1)
    this.isShort = fullness > scant && fullness < ample
    let states: State[] = [{ pending: copy, pages: [], cost: 0, outlook: 0 }]
    for (let page = 1; page <= this.pageCount; page++) {
      const steps = states.flatMap((state) => this.steps(state, page))
      steps.sort((a, b) => a.outlook - b.outlook)
      states = distinct(steps, beamWidth)
    }
    return states[0]!
  }

  /** The state with copy that waits worked into its pages, as far as they hold it. */
  repaired(state: State): State {
    const { repaired, left } = repair(state.pages, state.pending, {
      cut: (page, slots) => this.cut(page, slots),
      room: (page) => this.storyRoom(page),
      fitsColumn: (slot, page) => slot.every((waiting) => this.isSmall(waiting))
        && slot.reduce((sum, waiting) => sum + this.columnRows(waiting), 0) <= boxRows(page, this.workshop) * fullestSlot,
    })
    const pages = state.pages.map((page) => {
      const again = repaired.get(page.number)
      return again ? { number: page.number, boxes: again.cut.boxes, white: again.cut.white, slots: again.slots } : page
    })
    return { ...state, pages, pending: left }
  }

  /** Column rows for stories of a page and all that follow it. */
  roomFrom(page: number): number {
    return this.rooms[page] ?? 0
  }

  /** Whether a page carries colour, and another does not. */
  private isPrized(page: number): boolean {
    return this.hasPlainPages && this.workshop.hasColor(page, this.pageCount)
  }

  /** Column rows of a page beside the furniture that stands on it. */
  private storyRoom(page: number): number {
    const furniture = furnitureOn(page, page === this.pageCount, this.furniture)
    return this.capacity(page) - furniture.reduce((sum, each) => sum + each.minRows * each.columns[0]!, 0)
  }

  private capacity(page: number): number {
    return boxRows(page, this.workshop) * this.workshop.book.columns
  }

  /** All states that could follow from one by cutting its next page. */
  private steps(state: State, page: number): Step[] {
    if (state.pending.length === 0) return [this.follow(state, page, [], this.cut(page, []), 0)]
    const followed = this.choices(state, page).flatMap(({ slots, penalty }) => {
      const cut = this.cut(page, slots)
      return cut ? [this.follow(state, page, slots, cut, penalty)] : []
    })
    if (followed.length > 0) return followed
    const first = state.pending[0]!
    const jumps = this.list.of(jumping(first.piece))
    for (const alone of first.wish?.jump === 'never' ? [first, jumps] : [jumps, first]) {
      const cut = this.cut(page, [[alone]])
      if (cut) return [this.follow(state, page, [[alone]], cut, 0)]
    }
    return [this.follow(state, page, [], this.cut(page, []), costs.failedPage)]
  }

  private follow(from: State, number: number, slots: Slot[], cut: CutPage | undefined, penalty: number): Step {
    const put = slots.flat()
    const taken = new Set(put.map(({ piece }) => piece.id))
    const tails = (cut?.boxes ?? []).flatMap((box) => tailOf(box, number)).map((piece) => this.list.of(piece))
    const again = put.filter(({ piece }) => piece.from !== undefined && tails.some((tail) => tail.piece.copy === piece.copy))
    let waitingTails = 0
    const need = { min: 0, natural: 0, max: 0 }
    for (const { area } of tails) add(need, area)
    for (const { piece, area } of from.pending) {
      if (taken.has(piece.id)) continue
      add(need, area)
      if (piece.from !== undefined) waitingTails++
    }
    const cost = from.cost + (cut?.cost ?? costs.failedPage) + penalty + tails.length * jumpCost(number) + again.length * costs.secondJump
      + waitingTails * costs.waitingTail
    const page = { number, boxes: cut?.boxes ?? [], white: cut?.white ?? this.capacity(number), slots }
    return { from, taken, tails, page, cost, outlook: cost + this.outlook(need, number) }
  }

  /** What copy that waits after a page will cost. */
  private outlook({ min, natural, max }: Area, page: number): number {
    const room = this.roomFrom(page + 1)
    const need = min + (natural - min) * this.pressure.given
    const rest = page === this.pageCount ? min * costs.overset : Math.max(0, need - room) * this.pressure.tight
    return Math.abs(natural - room) * costs.imbalance + (this.isShort ? Math.max(0, room - max) * costs.spare : 0) + rest
  }

  private choices(state: State, page: number) {
    const isLast = page === this.pageCount
    const open = state.pending.filter(({ wishedPage }) => wishedPage === undefined || wishedPage <= page || wishedPage > this.pageCount)
    const forced = open.filter(({ wishedPage }) => wishedPage === page)
    return choicesFor({
      number: page, isLast, isPrized: this.isPrized(page), scale: this.scale(state, page), ease: this.pressure.ease, most: this.pressure.choices,
      room: this.storyRoom(page),
    }, this.slots([...new Set([...forced, ...open])], page), open, forced, (waiting) => this.list.jumping(waiting))
  }

  /** How much larger or smaller than natural the waiting stories must be drawn to fill the pages that are left. */
  private scale(state: State, page: number): number {
    const natural = state.pending.reduce((sum, { area }) => sum + area.natural, 0)
    return Math.max(this.pressure.scale, Math.min(mostGrown, this.roomFrom(page) / natural))
  }

  /**
   * The first waiting stories as slots. Where more stories wait than pages can show one by one, small neighbours stand under one
   * another, as long as a column holds them.
   */
  private slots(open: Waiting[], page: number): Slot[] {
    if (open.length <= (this.pageCount - page + 1) * crowded) return open.slice(0, windowSize).map((waiting) => [waiting])
    const slots: Slot[] = []
    let rows = 0
    for (const waiting of open) {
      const tall = this.isSmall(waiting) ? this.columnRows(waiting) : Infinity
      const last = slots.at(-1)
      if (last && rows + tall <= boxRows(page, this.workshop) * fullestSlot && last[0]!.group === waiting.group && last.length < mostInSlot) {
        last.push(waiting)
        rows += tall
      } else if (slots.length === windowSize) {
        break
      } else {
        slots.push([waiting])
        rows = tall
      }
    }
    return slots
  }

  private isSmall({ piece, wish, area }: Waiting): boolean {
    return piece.from === undefined && wish === undefined && area.natural < boxRows(2, this.workshop)
  }

  private columnRows({ piece, wish, headRow }: Waiting): number {
    const narrow = variantsOf(piece, 1, wish, this.workshop, headRow).filter((variant) => variant.columns === 1)
    return Math.min(...narrow.map((variant) => variant.naturalRows))
  }

  private cut(page: number, slots: Slot[]): CutPage | undefined {
    return cutFor(slots, page, page === this.pageCount, this.furniture, this.workshop)
  }
}

function add(sum: Area, { min, natural, max }: Area): void {
  sum.min += min
  sum.natural += natural
  sum.max += max
}

/** The first states, at most so many, that leave different copy. */
function distinct(steps: Step[], most: number): State[] {
  const found: State[] = []
  for (const { from, taken, tails, page, cost, outlook } of steps) {
    if (found.length === most) break
    const pending = [...tails, ...from.pending.filter(({ piece }) => !taken.has(piece.id))]
    if (!found.some((other) => isSameCopy(pending, other.pending))) found.push({ pending, pages: [...from.pages, page], cost, outlook })
  }
  return found
}

function isSameCopy(a: Waiting[], b: Waiting[]): boolean {
  return a.length === b.length && a.every(({ piece }, index) => piece.id === b[index]!.piece.id && piece.start === b[index]!.piece.start)
}

/**
 * Choice: which of the waiting stories could share a page. Every set of the first few is weighed by its areas and its place in the
 * editor's order; only the most promising are cut.
 */
import { opensSpread, type Waiting } from './waiting.ts'

/** What stands on a page as one: a story, or small ones under one another. */
export type Slot = Waiting[]

/** A page to be chosen for. */
export interface OpenPage {
  number: number
  isLast: boolean
  /** Carries colour, as not every page of the issue does. */
  isPrized: boolean
  /** Column rows for stories. */
  room: number
  /** Size of stories against their natural one, as far as it can be told before the page is cut. */
  scale: number
}

export interface Choice {
  slots: Slot[]
  /** What it costs besides the cut of its page. */
  penalty: number
}

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
  /** A front page on which only one story starts. */
  lonelyFront: 40,
  /** What a picture is worth on a page that carries colour when others do not. */
  colorPicture: 8,
  /** A page of continuations only, without a story that starts there. */
  noEntry: 30,
  /** A story left over on the last page. */
  leftOver: 60,
  /** A column row by which stories are too small or too large for the page. */
  miss: 0.35,
}

/** Most slots on the front page, and on any other. */
const mostOnFront = 3
const mostOnPage = 5

/** Sets of stories whose page is cut. */
const choicesKept = 7

export function jumpCost(page: number): number {
  return page === 1 ? costs.frontJump : costs.insideJump
}

/**
 * The most promising sets of `window`, the first few slots of what is `open` for the page; those in `forced` are in every set.
 * `jumping` answers a story as one that jumps, or undefined where it may not.
 */
export function choicesFor(page: OpenPage, window: Slot[], open: Waiting[], forced: Waiting[], jumping: (waiting: Waiting) => Waiting | undefined): Choice[] {
  const isFront = page.number === 1
  const order = new Order(open, page.number)
  const best: Weighed[] = []
  const jumps = window.map((slot) => page.isLast || slot.length > 1 ? undefined : jumping(slot[0]!))
  /** Column rows that each slot needs at least, whether its story jumps or not. */
  const leasts = window.map((slot, index) => Math.min(slot.reduce((sum, { area }) => sum + area.min, 0), jumps[index]?.area.min ?? Infinity))
  for (let set = 1; set < 1 << window.length; set++) {
    if (isFront && !(set & 1)) continue
    if (countBits(set) > (isFront ? mostOnFront : mostOnPage) || leastOf(set, leasts) > page.room) continue
    const chosen = window.filter((_, index) => set & (1 << index)).flat()
    if (forced.some((waiting) => !chosen.includes(waiting))) continue
    const disorder = order.penalty(chosen)
    const lonely = isFront && chosen.length === 1 && open.length > 3 ? costs.lonelyFront : 0
    const noEntry = chosen.every(({ piece }) => piece.from !== undefined) ? costs.noEntry : 0
    const gain = page.isPrized ? chosen.reduce((sum, { piece }) => sum + piece.pictures.length, 0) * costs.colorPicture : 0
    const left = page.isLast ? (open.length - chosen.length) * costs.leftOver : 0
    for (const jumped of jumpSets(set, window, jumps, isFront)) {
      const miss = missOf(page, window, set, jumps, jumped)
      if (miss === undefined) continue
      const score = miss * costs.miss + disorder + lonely + noEntry - gain + countBits(jumped) * jumpCost(page.number) + left
      keep(best, { set, jumped, penalty: disorder + lonely + noEntry - gain, score })
    }
  }
  return best.map(({ set, jumped, penalty }) => ({ slots: slotsOf(window, set, jumps, jumped), penalty }))
}

/** A set of slots (a bit each) and those of them that jump. */
interface Weighed {
  set: number
  jumped: number
  penalty: number
  score: number
}

/** Of equal scores the first found goes first. */
function keep(best: Weighed[], weighed: Weighed): void {
  let at = best.length
  while (at > 0 && best[at - 1]!.score > weighed.score) at--
  if (at === choicesKept) return
  best.splice(at, 0, weighed)
  if (best.length > choicesKept) best.pop()
}

/** None, one or (on page one) the first two of the set's stories are allowed to jump; a spread's must, and stands alone. */
function jumpSets(set: number, window: Slot[], jumps: (Waiting | undefined)[], isFront: boolean): number[] {
  const isSpread = window.some(([first], index) => set & (1 << index) && jumps[index] && opensSpread(first!))
  if (isSpread) return countBits(set) === 1 ? [set] : []
  const able = jumps.flatMap((jump, index) => jump && set & (1 << index) ? [1 << index] : [])
  return [0, ...able, ...isFront && able.length >= 2 ? [able[0]! | able[1]!] : []]
}

function slotsOf(window: Slot[], set: number, jumps: (Waiting | undefined)[], jumped: number): Slot[] {
  return window.flatMap((slot, index) => set & (1 << index) ? [jumped & (1 << index) ? [jumps[index]!] : slot] : [])
}

/** Column rows by which the stories are too small or too large for the page; undefined when they do not fit at all. */
function missOf({ room, scale }: OpenPage, window: Slot[], set: number, jumps: (Waiting | undefined)[], jumped: number): number | undefined {
  let min = 0
  let fixed = 0
  let least = 0
  let most = 0
  for (let index = 0; index < window.length; index++) {
    if (!(set & (1 << index))) continue
    if (jumped & (1 << index)) {
      const { area } = jumps[index]!
      min += area.min
      least += area.min
      most += area.max
      continue
    }
    for (const { area } of window[index]!) {
      min += area.min
      fixed += area.natural * scale
    }
  }
  if (min > room) return undefined
  return room < fixed + least ? fixed + least - room : room > fixed + most ? room - (fixed + most) : 0
}

function leastOf(set: number, leasts: number[]): number {
  return leasts.reduce((sum, least, index) => set & (1 << index) ? sum + least : sum, 0)
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** What it costs to take stories before others. */
class Order {
  private readonly page: number
  private readonly places: Map<Waiting, number>
  /** How many stories of each group wait. */
  private readonly groups = new Map<string, number>()
  /** How many stories stand on this page in the other edition. */
  private readonly expected: number

  constructor(open: Waiting[], page: number) {
    this.page = page
    this.places = new Map(open.map((waiting, index) => [waiting, index]))
    for (const { group } of open) if (group !== undefined) this.groups.set(group, (this.groups.get(group) ?? 0) + 1)
    this.expected = open.filter(({ sisterPage }) => sisterPage === page).length
  }

  penalty(chosen: Waiting[]): number {
    let last = 0
    let here = 0
    let strays = 0
    const groups = new Map<string, number>()
    for (const waiting of chosen) {
      last = Math.max(last, this.places.get(waiting)!)
      if (waiting.group !== undefined) groups.set(waiting.group, (groups.get(waiting.group) ?? 0) + 1)
      if (waiting.sisterPage === this.page) here++
      else if (waiting.sisterPage !== undefined) strays++
    }
    let penalty = 0
    for (let passed = last + 1 - chosen.length; passed > 0; passed--) penalty += costs.outOfOrder
    for (const [group, count] of groups) if (this.groups.get(group)! > count) penalty += costs.tornGroup
    return penalty + (strays + this.expected - here) * costs.otherPage
  }
}

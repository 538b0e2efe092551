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
  /** A letter or a notice on the front page, which sells the paper by its news. */
  smallFront: 20,
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
  const order = orderOf(open, page.number)
  const best: Weighed[] = []
  const slots = window.map((slot) => factsOf(slot, open, page, jumping))
  const wanted = window.reduce((set, slot, index) => slot.some((waiting) => forced.includes(waiting)) ? set | (1 << index) : set, 0)
  if (forced.some((waiting) => !window.some((slot) => slot.includes(waiting)))) return []
  for (let set = 1; set < 1 << window.length; set++) {
    if ((isFront && !(set & 1)) || (set & wanted) !== wanted) continue
    if (countBits(set) > (isFront ? mostOnFront : mostOnPage) || leastOf(set, slots) > page.room) continue
    const { stories, small, pictures, hasEntry, disorder } = weigh(set, slots, order)
    const lonely = isFront && open.length > 3 ? (stories === 1 ? costs.lonelyFront : 0) + small * costs.smallFront : 0
    const noEntry = hasEntry ? 0 : costs.noEntry
    const gain = page.isPrized ? pictures * costs.colorPicture : 0
    const left = page.isLast ? (open.length - stories) * costs.leftOver : 0
    for (const jumped of jumpSets(set, slots, isFront)) {
      const miss = missOf(page, set, slots, jumped)
      if (miss === undefined) continue
      const score = miss * costs.miss + disorder + lonely + noEntry - gain + countBits(jumped) * jumpCost(page.number) + left
      keep(best, { set, jumped, penalty: disorder + lonely + noEntry - gain, score })
    }
  }
  return best.map(({ set, jumped, penalty }) => ({ slots: slotsOf(set, slots, jumped), penalty }))
}

/** What choosing asks of a slot, looked up once for all sets. */
interface SlotFacts {
  slot: Slot
  /** Its story as one that jumps. */
  jump: Waiting | undefined
  opensSpread: boolean
  /** Column rows that it needs at least, whether its story jumps or not. */
  least: number
  /** Place of its last story in the editor's order. */
  last: number
  /** Letters and notices. */
  small: number
  pictures: number
  /** A story starts in it. */
  hasEntry: boolean
  /** Stories that stand on this page in the other edition, and those that stand on another one. */
  here: number
  strays: number
  /** The group of each of its stories that has one. */
  groups: string[]
}

function factsOf(slot: Slot, open: Waiting[], page: OpenPage, jumping: (waiting: Waiting) => Waiting | undefined): SlotFacts {
  const jump = page.isLast || slot.length > 1 ? undefined : jumping(slot[0]!)
  const facts: SlotFacts = {
    slot, jump, opensSpread: opensSpread(slot[0]!), least: 0, last: 0, small: 0, pictures: 0, hasEntry: false, here: 0, strays: 0, groups: [],
  }
  for (const waiting of slot) {
    const { piece, area, sisterPage, group } = waiting
    facts.least += area.min
    facts.last = Math.max(facts.last, open.indexOf(waiting))
    facts.pictures += piece.pictures.length
    if (piece.copy.flow.article.kind === 'letter' || piece.copy.flow.article.kind === 'notice') facts.small++
    if (piece.from === undefined) facts.hasEntry = true
    if (sisterPage === page.number) facts.here++
    else if (sisterPage !== undefined) facts.strays++
    if (group !== undefined) facts.groups.push(group)
  }
  facts.least = Math.min(facts.least, jump?.area.min ?? Infinity)
  return facts
}

/** What the waiting stories say about the page as a whole. */
interface Order {
  /** How many stories of each group wait. */
  groups: Map<string, number>
  /** How many stories stand on this page in the other edition. */
  expected: number
}

function orderOf(open: Waiting[], page: number): Order {
  const order: Order = { groups: new Map(), expected: 0 }
  for (const { group, sisterPage } of open) {
    if (group !== undefined) order.groups.set(group, (order.groups.get(group) ?? 0) + 1)
    if (sisterPage === page) order.expected++
  }
  return order
}

/** A set's slots together; `disorder` is what it costs to take them before others. */
function weigh(set: number, slots: SlotFacts[], order: Order): { stories: number; small: number; pictures: number; hasEntry: boolean; disorder: number } {
  const sum = { stories: 0, small: 0, pictures: 0, hasEntry: false, disorder: 0 }
  let last = 0
  let away = order.expected
  const groups: string[] = []
  for (let index = 0; index < slots.length; index++) {
    if (!(set & (1 << index))) continue
    const facts = slots[index]!
    sum.stories += facts.slot.length
    sum.small += facts.small
    sum.pictures += facts.pictures
    sum.hasEntry ||= facts.hasEntry
    last = Math.max(last, facts.last)
    away += facts.strays - facts.here
    groups.push(...facts.groups)
  }
  sum.disorder = Math.max(0, last + 1 - sum.stories) * costs.outOfOrder + away * costs.otherPage
  groups.forEach((group, at) => {
    if (groups.indexOf(group) < at) return
    if (order.groups.get(group)! > groups.filter((each) => each === group).length) sum.disorder += costs.tornGroup
  })
  return sum
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
function jumpSets(set: number, slots: SlotFacts[], isFront: boolean): number[] {
  const able: number[] = []
  for (let index = 0; index < slots.length; index++) {
    if (!(set & (1 << index)) || !slots[index]!.jump) continue
    if (slots[index]!.opensSpread) return countBits(set) === 1 ? [set] : []
    able.push(1 << index)
  }
  return [0, ...able, ...isFront && able.length >= 2 ? [able[0]! | able[1]!] : []]
}

function slotsOf(set: number, slots: SlotFacts[], jumped: number): Slot[] {
  return slots.flatMap(({ slot, jump }, index) => set & (1 << index) ? [jumped & (1 << index) ? [jump!] : slot] : [])
}

/** Column rows by which the stories are too small or too large for the page; undefined when they do not fit at all. */
function missOf({ room, scale }: OpenPage, set: number, slots: SlotFacts[], jumped: number): number | undefined {
  let min = 0
  let fixed = 0
  let least = 0
  let most = 0
  for (let index = 0; index < slots.length; index++) {
    if (!(set & (1 << index))) continue
    if (jumped & (1 << index)) {
      const { area } = slots[index]!.jump!
      min += area.min
      least += area.min
      most += area.max
      continue
    }
    for (const { area } of slots[index]!.slot) {
      min += area.min
      fixed += area.natural * scale
    }
  }
  if (min > room) return undefined
  return room < fixed + least ? fixed + least - room : room > fixed + most ? room - (fixed + most) : 0
}

function leastOf(set: number, slots: SlotFacts[]): number {
  let sum = 0
  for (let index = 0; index < slots.length; index++) if (set & (1 << index)) sum += slots[index]!.least
  return sum
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

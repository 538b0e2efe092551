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
  /** How much order, colour and the other edition's pages weigh, 1 at ease: they give way before copy is left over. */
  ease: number
  /** Sets of stories whose page is cut at most. */
  most: number
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
  outOfOrder: 3,
  /** How much dearer that is on the front page, whose second story readers take for the second in weight. */
  frontOrder: 2,
  /** A story passed over again, for each place that it lags behind the last one in sight beyond a few: at the end nobody finds it, or room for it. */
  overdue: 0.3,
  /** A group (letters, stories of struggle) torn apart. */
  tornGroup: 9,
  /** A story on another page than in the edition of the other language. */
  otherPage: 20,
  /** A front page on which only one story starts. */
  lonelyFront: 40,
  /** A letter or a notice on the front page, which sells the paper by its news. */
  smallFront: 20,
  /** What a picture is worth on a page that carries colour when others do not. */
  colorPicture: 15,
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

/** Places that a story may lag behind others because it suits no page. */
const patience = 14

export function jumpCost(page: number): number {
  return page === 1 ? costs.frontJump : costs.insideJump
}

/**
 * The most promising sets of `window`, the first few slots of what is `open` for the page; those in `forced` are in every set.
 * `jumping` answers a story as one that jumps, or undefined where it may not.
 */
export function choicesFor(page: OpenPage, window: Slot[], open: Waiting[], forced: Waiting[], jumping: (waiting: Waiting) => Waiting | undefined): Choice[] {
  const isFront = page.number === 1
  if (forced.some((waiting) => !window.some((slot) => slot.includes(waiting)))) return []
  const best: Weighed[] = []
  const newest = Math.max(0, ...window.flat().map(({ priority }) => priority))
  const slots = window.map((slot) => factsOf(slot, newest, open, page, jumping))
  const wanted = maskOf(window, (slot) => slot.some((waiting) => forced.includes(waiting)))
  const { count, stories, small, pictures, entries, last, away, overdue, least } = sumsOf(slots)
  const expected = open.filter(({ sisterPage }) => sisterPage === page.number).length
  const torn = tornIn(slots, open)
  const miss = missesOf(slots, page)
  const jumps = { able: maskOf(slots, ({ jump }) => jump !== undefined), spreads: maskOf(slots, ({ jump, opensSpread }) => jump !== undefined && opensSpread) }
  for (let set = 1; set < 1 << window.length; set++) {
    if ((isFront && !(set & 1)) || (set & wanted) !== wanted) continue
    if (count[set]! > (isFront ? mostOnFront : mostOnPage) || least[set]! > page.room) continue
    const disorder = Math.max(0, last[set]! + 1 - stories[set]!) * costs.outOfOrder * page.ease * (isFront ? costs.frontOrder : 1)
      + (expected + away[set]!) * costs.otherPage * page.ease + torn(set) * costs.tornGroup + (overdue.at(-1)! - overdue[set]!) * costs.overdue
    const lonely = isFront && open.length > 3 ? (stories[set] === 1 ? costs.lonelyFront : 0) + small[set]! * costs.smallFront : 0
    const noEntry = entries[set]! > 0 ? 0 : costs.noEntry
    const gain = page.isPrized ? pictures[set]! * costs.colorPicture * page.ease : 0
    const left = page.isLast ? (open.length - stories[set]!) * costs.leftOver : 0
    const penalty = disorder + lonely + noEntry - gain
    if (best.length === page.most && penalty + left >= best.at(-1)!.score) continue
    for (const jumped of jumpSets(set, count[set]!, jumps, isFront)) {
      const off = miss(set, jumped)
      if (off === undefined) continue
      keep(best, page.most, { set, jumped, penalty, score: off * costs.miss + penalty + count[jumped]! * jumpCost(page.number) + left })
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
  /** Stories that start in it. */
  entries: number
  /** Stories that stand on another page in the other edition, less those that stand on this one. */
  away: number
  /** Places by which its stories lag behind, beyond patience. */
  overdue: number
  /** The group of each of its stories that has one. */
  groups: string[]
}

function factsOf(slot: Slot, newest: number, open: Waiting[], page: OpenPage, jumping: (waiting: Waiting) => Waiting | undefined): SlotFacts {
  const jump = page.isLast || slot.length > 1 ? undefined : jumping(slot[0]!)
  const facts: SlotFacts = {
    slot, jump, opensSpread: opensSpread(slot[0]!), least: 0, last: 0, small: 0, pictures: 0, entries: 0, away: 0, overdue: 0, groups: [],
  }
  for (const waiting of slot) {
    const { piece, area, priority, sisterPage, group } = waiting
    facts.least += area.min
    facts.last = Math.max(facts.last, open.indexOf(waiting))
    facts.overdue += Math.max(0, newest - priority - patience)
    facts.pictures += piece.pictures.length
    if (piece.copy.flow.article.kind === 'letter' || piece.copy.flow.article.kind === 'notice') facts.small++
    if (piece.from === undefined) facts.entries++
    if (sisterPage !== undefined) facts.away += sisterPage === page.number ? -1 : 1
    if (group !== undefined) facts.groups.push(group)
  }
  facts.least = Math.min(facts.least, jump?.area.min ?? Infinity)
  return facts
}

/** What the slots of a set are together, by set: a bit each. */
function sumsOf(slots: SlotFacts[]) {
  const sumOf = (of: (facts: SlotFacts) => number) => overSets(slots.map(of), (a, b) => a + b)
  return {
    count: sumOf(() => 1),
    stories: sumOf(({ slot }) => slot.length),
    small: sumOf(({ small }) => small),
    pictures: sumOf(({ pictures }) => pictures),
    entries: sumOf(({ entries }) => entries),
    last: overSets(slots.map(({ last }) => last), Math.max),
    away: sumOf(({ away }) => away),
    overdue: sumOf(({ overdue }) => overdue),
    least: sumOf(({ least }) => least),
  }
}

/** A value for every set: that of the set without its last member, joined with that member's own. */
function overSets(values: number[], join: (a: number, b: number) => number): Float64Array {
  const ofSet = new Float64Array(1 << values.length)
  for (let set = 1; set < ofSet.length; set++) {
    const last = 31 - Math.clz32(set)
    ofSet[set] = join(ofSet[set & ~(1 << last)]!, values[last]!)
  }
  return ofSet
}

/** How many groups a set would tear apart: of which it holds some stories, and others wait. */
function tornIn(slots: SlotFacts[], open: Waiting[]): (set: number) => number {
  const groups = [...new Set(slots.flatMap((facts) => facts.groups))].map((group) => ({
    waiting: open.filter((waiting) => waiting.group === group).length,
    taken: overSets(slots.map((facts) => facts.groups.filter((each) => each === group).length), (a, b) => a + b),
  }))
  return (set) => {
    let torn = 0
    for (const { waiting, taken } of groups) if (taken[set]! > 0 && taken[set]! < waiting) torn++
    return torn
  }
}

/** A set of slots (a bit each) and those of them that jump. */
interface Weighed {
  set: number
  jumped: number
  penalty: number
  score: number
}

/** Of equal scores the first found goes first. */
function keep(best: Weighed[], most: number, weighed: Weighed): void {
  let at = best.length
  while (at > 0 && best[at - 1]!.score > weighed.score) at--
  if (at === most) return
  best.splice(at, 0, weighed)
  if (best.length > most) best.pop()
}

/** None, one or (on page one) the first two of the set's stories are allowed to jump; a spread's must, and stands alone. */
function jumpSets(set: number, count: number, { able, spreads }: { able: number; spreads: number }, isFront: boolean): number[] {
  if (set & spreads) return count === 1 ? [set] : []
  const sets = [0]
  for (let rest = set & able; rest !== 0; rest &= rest - 1) sets.push(rest & -rest)
  if (isFront && sets.length > 2) sets.push(sets[1]! | sets[2]!)
  return sets
}

function slotsOf(set: number, slots: SlotFacts[], jumped: number): Slot[] {
  return slots.flatMap(({ slot, jump }, index) => set & (1 << index) ? [jumped & (1 << index) ? [jump!] : slot] : [])
}

/** Column rows by which the stories of a set, some of which jump, are too small or too large for the page; undefined when they do not fit at all. */
function missesOf(slots: SlotFacts[], { room, scale }: OpenPage): (set: number, jumped: number) => number | undefined {
  const sumOf = (of: (facts: SlotFacts) => number) => overSets(slots.map(of), (a, b) => a + b)
  const min = sumOf(({ slot }) => slot.reduce((sum, { area }) => sum + area.min, 0))
  const natural = sumOf(({ slot }) => slot.reduce((sum, { area }) => sum + area.natural * scale, 0))
  const least = sumOf(({ jump }) => jump?.area.min ?? 0)
  const most = sumOf(({ jump }) => jump?.area.max ?? 0)
  return (set, jumped) => {
    const rest = set & ~jumped
    if (min[rest]! + least[jumped]! > room) return undefined
    const [low, high] = [natural[rest]! + least[jumped]!, natural[rest]! + most[jumped]!]
    return room < low ? low - room : room > high ? room - high : 0
  }
}

/** The members that are so, a bit each. */
function maskOf<Member>(members: Member[], isSo: (member: Member) => boolean): number {
  return members.reduce((mask, member, index) => isSo(member) ? mask | (1 << index) : mask, 0)
}

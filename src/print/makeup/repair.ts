/**
 * Repair: copy that found no room is worked into pages that are already cut. A story joins a page, or joins it while another of its
 * stories moves to a third, or changes places with one there. What is tried is bounded by counts.
 */
import type { Slot } from './choice.ts'
import type { CutPage } from './cuts.ts'
import type { Waiting } from './waiting.ts'

/** A page with what stands on it. */
export interface StandingPage {
  number: number
  slots: Slot[]
}

/** What repair asks of the planner. */
export interface Bench {
  cut(page: number, slots: Slot[]): CutPage | undefined
  /** Column rows of a page for stories. */
  room(page: number): number
  /** Whether these small stories can stand under one another in a column of the page. */
  fitsColumn(slot: Slot, page: number): boolean
}

/** A page cut anew. */
export interface Repaired extends StandingPage {
  cut: CutPage
}

/** Cuts that are made for one issue at most. */
const mostCuts = 240

/** Boxes are never all as small as they could be alone: fuller than this, a page is not cut. */
const fullest = 0.99

/** Most slots of a page: more would take as long to cut as all pages of the issue. */
const mostSlots = 6

/** The pages that have to be cut anew, by number, so that copy left over stands on them, and the copy that still has no room. */
export function repair(pages: StandingPage[], leftOver: Waiting[], bench: Bench): { repaired: ReadonlyMap<number, Repaired>; left: Waiting[] } {
  const repaired = new Map<number, Repaired>()
  const left: Waiting[] = []
  const cutter = new Cutter(bench)
  for (const waiting of leftOver.toSorted((a, b) => b.area.min - a.area.min)) {
    const standing = pages.map((page) => repaired.get(page.number) ?? page)
    const done = cutter.cutFirst(changesFor(waiting, standing.filter(isOpen), bench))
    if (!done) left.push(waiting)
    for (const page of done ?? []) repaired.set(page.number, page)
  }
  return { repaired, left }
}

/** The front page is composed; and a page whose story goes on elsewhere would leave another rest. */
function isOpen({ number, slots }: StandingPage): boolean {
  return number > 1 && slots.flat().every(({ piece }) => !piece.mayJump)
}

class Cutter {
  private cuts = 0
  private readonly bench: Bench

  constructor(bench: Bench) {
    this.bench = bench
  }

  /** The pages of the first change of which all can be cut. */
  cutFirst(changes: Change[]): Repaired[] | undefined {
    for (const change of changes) {
      const done: Repaired[] = []
      for (const { page, ways } of change) {
        const cut = this.cut(page, ways)
        if (!cut) break
        done.push(cut)
      }
      if (done.length === change.length) return done
    }
    return undefined
  }

  private cut(number: number, ways: Slot[][]): Repaired | undefined {
    for (const slots of ways) {
      if (this.cuts++ >= mostCuts) return undefined
      const cut = this.bench.cut(number, slots)
      if (cut) return { number, slots, cut }
    }
    return undefined
  }
}

/** Pages that change together, each in ways that differ in what stands under one another. */
type Change = { page: number; ways: Slot[][] }[]

/** What could be done for a story: changes of few pages first, and of these those that leave the most room. */
function changesFor(waiting: Waiting, pages: StandingPage[], bench: Bench): Change[] {
  const found: { change: Change; spare: number }[] = []
  const offer = (moves: { page: StandingPage; out?: Waiting; into?: Waiting[] }[]) => {
    const spares = moves.map(({ page, out, into = [] }) =>
      bench.room(page.number) * fullest - leastOf(page.slots.flat()) + (out?.area.min ?? 0) - leastOf(into))
    const spare = Math.min(...spares)
    if (spare < 0) return
    found.push({ spare, change: moves.map(({ page, out, into = [] }) => ({ page: page.number, ways: waysOf(page, out, into, bench) })) })
  }
  for (const page of pages) {
    if (!mayStand(waiting, page.number)) continue
    offer([{ page, into: [waiting] }])
    for (const moving of page.slots.flat().filter(isFree)) {
      for (const other of pages) {
        if (other === page) continue
        offer([{ page: other, into: [moving] }, { page, out: moving, into: [waiting] }])
        for (const back of other.slots.flat().filter(isFree)) {
          if (back.area.min < moving.area.min) offer([{ page: other, out: back, into: [moving] }, { page, out: moving, into: [waiting, back] }])
        }
      }
    }
  }
  return found.sort((a, b) => a.change.length - b.change.length || b.spare - a.spare).map(({ change }) => change)
}

/** The page's slots without one story and with others: each of these by itself, or under small ones. */
function waysOf({ number, slots }: StandingPage, out: Waiting | undefined, into: Waiting[], bench: Bench): Slot[][] {
  const without = slots.map((slot) => slot.filter((each) => each !== out)).filter((slot) => slot.length > 0)
  return into.reduce<Slot[][]>((ways, waiting) => ways.flatMap((way) => [
    ...way.length < mostSlots ? [[...way, [waiting]]] : [],
    ...way.flatMap((slot, at) => {
      const longer = [...slot, waiting]
      return bench.fitsColumn(longer, number) ? [way.with(at, longer)] : []
    }),
  ]), [without])
}

function leastOf(waiting: Waiting[]): number {
  return waiting.reduce((sum, { area }) => sum + area.min, 0)
}

/** A story that the editor gave no page, and that goes on nowhere, may stand on any. */
function isFree({ piece, wishedPage }: Waiting): boolean {
  return wishedPage === undefined && piece.from === undefined && !piece.copy.spread
}

function mayStand({ piece: { from, mayJump }, wishedPage }: Waiting, page: number): boolean {
  return !mayJump && (wishedPage === undefined || wishedPage === page) && (from === undefined || from < page)
}

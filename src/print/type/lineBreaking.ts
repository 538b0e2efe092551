/**
 * Breaks a paragraph into lines so that the sum of all lines' demerits is the least that there is.
 * D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981), 1119–1184.
 *
 * Two things are simpler than in the paper: all lines but the first have one measure, so that breaks at one place need be told
 * apart by line number only where lines are counted; and two are added: signs that hang into the margin, and no more than two hyphens below each other.
 */
import { box, glue, type Items, type Level } from './items.ts'

/** How lines may lie. Lengths in points. */
export interface BreakSettings {
  firstWidth: number
  width: number
  /** The most that a line may be stretched, as a multiple of its stretch. */
  tolerance: number
  /** Room that every line has besides its glue: ragged lines are as good as they are full. */
  raggedStretch: number
  /** Breakpoints of a higher level are left alone. */
  level: Level
  /** Multiplies the penalty of a divided word. */
  division: number
  /** Accept a line that is too wide for the measure rather than none. */
  accept: 'fitting' | 'anything'
  /** Exactly so many lines, and no runt: what the paper calls looseness. Without it, as many as lie best. */
  lines?: number
}

/** Prices, in demerits unless said otherwise. A line as wide as it wants to be costs `linePenalty` squared. */
export const prices = {
  /** Added to every line's badness, so that fewer lines are better. */
  linePenalty: 10,
  /** A loose line below a tight one: letters give too, and the two are seen to differ in weight. */
  contrast: 30_000,
  /** Two lines in a row that end in a hyphen: as dear as a line whose spaces take two and a third times their stretch. */
  ladder: 2_000_000,
  /** The last line but one ends in a hyphen. */
  hyphenBeforeLast: 20_000,
  /** A last line that fills less than `runtWidth` of the measure. */
  runt: 1_000_000,
  /** As a fraction of the measure. */
  runtWidth: 0.2,
  /** Three hyphens in a row, or a line too wide: only where nothing else is left. */
  lastResort: 1e12,
} as const

/** Items times lines above which no lines are counted, for the table would fill the memory: a paragraph of some seven hundred words has as many. */
const mostCounted = 400_000

/**
 * The best breakpoints, as item numbers in order, the last being the paragraph's end; undefined when no way of breaking keeps
 * to the settings. The items must end in a forced break.
 */
export function breakLines(items: Items, settings: BreakSettings): number[] | undefined {
  if (settings.lines !== undefined && items.count * settings.lines > mostCounted) return undefined
  const sums = toSums(items)
  const search = new Search(items.count, settings.lines)
  for (let at = 0; at < items.count; at++) {
    if (!isBreakpoint(items, at, settings.level)) continue
    search.visit(items, sums, settings, at)
    if (search.activeCount === 0) return undefined
  }
  return search.path()
}

/** Whether a line may end at this item. */
export function isBreakpoint(items: Items, at: number, level: Level): boolean {
  const kind = items.kind[at]!
  if (kind === box || items.penalty[at] === Infinity || items.level[at]! > level) return false
  return kind !== glue || (at > 0 && items.kind[at - 1] === box)
}

/** What stands before each item, and where a line begins that follows a break there: glue at a line's start vanishes. */
interface Sums {
  width: Float64Array
  stretch: Float64Array
  shrink: Float64Array
  start: Int32Array
  widestHang: number
}

function toSums(items: Items): Sums {
  const { count } = items
  const sums = {
    width: new Float64Array(count + 1),
    stretch: new Float64Array(count + 1),
    shrink: new Float64Array(count + 1),
    start: new Int32Array(count + 1),
    widestHang: 0,
  }
  for (let at = 0; at < count; at++) {
    const solid = items.kind[at] === box || items.kind[at] === glue
    sums.width[at + 1] = sums.width[at]! + (solid ? items.width[at]! : 0)
    sums.stretch[at + 1] = sums.stretch[at]! + items.stretch[at]!
    sums.shrink[at + 1] = sums.shrink[at]! + items.shrink[at]!
    if (items.kind[at] !== box) sums.widestHang = Math.max(sums.widestHang, items.hang[at]! - items.width[at]!)
  }
  let start = count
  for (let at = count - 1; at >= 0; at--) {
    if (items.kind[at] === box || items.penalty[at] === -Infinity) start = at
    sums.start[at] = start
  }
  sums.start[count] = count
  return sums
}

/** How tight a line is: tight, decent, loose, very loose; times how many hyphens end the lines down to it: none, one, two. */
const fitnessClasses = 4
const lineStates = fitnessClasses * 3

function fitnessOf(ratio: number): number {
  if (ratio < -0.5) return 0
  if (ratio <= 0.5) return 1
  return ratio <= 1 ? 2 : 3
}

/** One search takes the same tables after the other. */
const tables = tablesFor(1024 * lineStates)

function tablesFor(cells: number): { active: Int32Array; demerits: Float64Array; before: Int32Array } {
  return { active: new Int32Array(Math.ceil(cells / lineStates)), demerits: new Float64Array(cells), before: new Int32Array(cells) }
}

/**
 * The dynamic programme: for every breakpoint and state the cheapest way there. Breakpoint `at` is row at + 1; row 0 is the
 * start. Where lines are counted, there is a set of states for each number of lines.
 */
class Search {
  activeCount = 1
  private active = tables.active
  private demerits = tables.demerits
  private before = tables.before
  private last = 0
  private readonly lines: number | undefined
  private readonly states: number

  constructor(count: number, lines: number | undefined) {
    this.lines = lines
    this.states = lineStates * (lines === undefined ? 1 : lines + 1)
    const cells = (count + 1) * this.states
    if (cells > this.demerits.length) {
      Object.assign(tables, tablesFor(2 * cells))
      Object.assign(this, tables)
    }
    this.demerits.fill(Infinity, 0, cells)
    this.active[0] = 0
    this.demerits[1] = 0
  }

  /** Ends lines at this breakpoint, from every active one that it is not too far from. */
  visit(items: Items, sums: Sums, settings: BreakSettings, at: number): void {
    const forced = items.penalty[at] === -Infinity
    const rowsBefore = this.activeCount
    let kept = 0
    let reached = false
    for (let k = 0; k < rowsBefore; k++) {
      const row = this.active[k]!
      const first = sums.start[row]!
      const measure = row === 0 ? settings.firstWidth : settings.width
      const ink = sums.width[at]! - sums.width[Math.min(first, at)]! - (first < at ? items.hang[first]! : 0)
      const natural = ink + (items.kind[at] === glue ? 0 : items.width[at]!) - items.hang[at]!
      const stretch = sums.stretch[at]! - sums.stretch[Math.min(first, at)]! + settings.raggedStretch
      const shrink = sums.shrink[at]! - sums.shrink[Math.min(first, at)]!
      const slack = measure - natural
      const ratio = slack >= 0 ? (slack === 0 ? 0 : slack / stretch) : slack / shrink
      const tooWide = slack < -shrink - 1e-9
      const runt = forced && natural < prices.runtWidth * measure && row > 0
      if (!tooWide && ratio <= settings.tolerance && !(runt && this.lines !== undefined)) {
        this.end(items, settings, row, at, ratio, runt, 0)
        reached = true
      }
      const hopeless = forced || ink - sums.widestHang > measure + shrink
      if (!hopeless) this.active[kept++] = row
      else if (tooWide && !reached && kept === 0 && k === rowsBefore - 1 && settings.accept === 'anything') {
        this.end(items, settings, row, at, -1, false, prices.lastResort)
        reached = true
      }
    }
    if (reached) this.active[kept++] = at + 1
    this.activeCount = kept
    this.last = at + 1
  }

  /** Ends a line that begins after `row` at this breakpoint, and keeps it where it is the cheapest way. */
  private end(items: Items, { division }: BreakSettings, row: number, at: number, ratio: number, runt: boolean, extra: number): void {
    const fitness = fitnessOf(ratio)
    const flagged = items.flagged[at] === 1
    const price = items.penalty[at]! * (flagged ? division : 1)
    const final = at === items.count - 1
    const dislike = prices.linePenalty + badnessOf(ratio)
    let cost = dislike * dislike + extra
    if (price > -Infinity) cost += price * Math.abs(price)
    if (runt) cost += prices.runt
    if (final && row > 0 && items.flagged[row - 1] === 1) cost += prices.hyphenBeforeLast
    const { states, lines } = this
    for (let state = 0; state < states; state++) {
      const soFar = this.demerits[row * states + state]!
      if (soFar === Infinity) continue
      const form = state % lineStates
      const counted = lines === undefined ? 0 : state - form + lineStates
      if (counted >= states) break
      const hyphens = flagged ? Math.floor(form / fitnessClasses) + 1 : 0
      let total = soFar + cost
      if (Math.abs((state % fitnessClasses) - fitness) > 1) total += prices.contrast
      if (hyphens === 2) total += prices.ladder
      if (hyphens === 3) total += prices.lastResort
      const here = (at + 1) * states + counted + Math.min(hyphens, 2) * fitnessClasses + fitness
      if (total < this.demerits[here]!) {
        this.demerits[here] = total
        this.before[here] = row * states + state
      }
    }
  }

  /** The way to the last breakpoint visited; undefined when none has the lines that were asked for. */
  path(): number[] | undefined {
    const { states } = this
    const end = (this.last + 1) * states
    let best = end - lineStates
    for (let cell = best + 1; cell < end; cell++) if (this.demerits[cell]! < this.demerits[best]!) best = cell
    if (this.demerits[best] === Infinity) return undefined
    const breaks: number[] = []
    for (let cell = best; cell >= states; cell = this.before[cell]!) breaks.push(Math.floor(cell / states) - 1)
    return breaks.reverse()
  }
}

/**
 * 100 times the ratio's fourth power, where the paper has its third: a narrow column has more loose lines than a book, and a very
 * loose one is seen before two that are a little loose. A line without any stretch is as bad as one that needs twenty times its own.
 */
function badnessOf(ratio: number): number {
  const size = Math.min(Math.abs(ratio), 20)
  return 100 * size ** 4
}

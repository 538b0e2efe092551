/**
 * Variants: every sensible way to build a unit's box (columns, headline size, sizes of its pictures), each with the rows that it
 * can fill and a cost that says how far it is from what an art director would draw.
 */
import type { Wish } from '../../newsroom/issue.ts'
import type { HeadForm } from './body.ts'
import { rangeOf, toSpec, type Spec } from './box.ts'
import { Memory } from './memory.ts'
import type { Furnishing, Piece, Unit } from './piece.ts'
import { setRunIn } from './runIn.ts'
import { moduleRows, type Workshop } from './workshop.ts'

export interface Variant {
  unit: Unit
  spec?: Spec
  columns: number
  minRows: number
  naturalRows: number
  maxRows: number
  cost: number
}

/** Tier of a box without a headline. */
export const noHeadline = -1

/** How much a story is to be felt on its page: the tier of its headline at two columns. */
export type Prominence = number

/** The first story of page one. */
export const leadProminence: Prominence = 4

/** Why a box costs: points, where one point is about one empty row of one column. */
const costs = {
  /** A headline one tier off the story's rank. */
  tier: 3,
  /** A label for a jump head, which hardly calls a reader who turned the page. */
  label: 8,
  /** A head run in with its text: a reader who looks for it must read. */
  runIn: 8,
  /** Each headline line beyond what reads at a glance. */
  tallHeadline: 5,
  /** A one-line headline that leaves more than half its width white. */
  shortHeadline: 4,
  /** A picture one column narrower or wider than the box asks for. */
  pictureWidth: 5,
  /** Legs too short to read as text, for each row under eight. */
  shortLegs: 3,
  /** Legs too long to hold a reader, for each row over fifty. */
  longLegs: 0.5,
  /** A wide box for a small story, for each column too many: it lies on the page as a strip. */
  tooWide: 4,
  /** A lead story narrower than three columns, for each column missing: a front page without a lead is not sold by what else is on it. */
  narrowLead: 150,
  /** A box as wide as the page, which makes a page of stripes. */
  fullWidth: 5,
}

/** Rows of text in a leg under which a story is small for its columns. */
const fewRows = 12

/** The same for the same unit, prominence and wish. `headRow` is what a column row of its head costs where room is dear: it may then be smaller than a reader would like. */
export function variantsOf(unit: Unit, prominence: Prominence, wish: Wish | undefined, workshop: Workshop, headRow: number): Variant[] {
  return known.of(unit, `${prominence} ${formatWish(wish)} ${headRow}`, () =>
    unit.kind === 'story' ? storyVariants(unit, prominence, wish, workshop, headRow) : furnishingVariants(unit, workshop.book.columns))
}

const known = new Memory<Unit, Variant[]>()

/** What of a wish changes how a box is built. */
export function formatWish(wish: Wish | undefined): string {
  return wish ? `${wish.columns} ${wish.rows} ${wish.picture}` : ''
}

function furnishingVariants(unit: Furnishing, columns: number): Variant[] {
  const widths = unit.columns.filter((count) => count <= columns)
  if (unit.kind === 'filler') {
    return widths.flatMap((count) => noticeSizes.filter(({ from }) => from <= unit.maxRows).map(({ from, to, isLarge }): Variant => {
      const minRows = Math.max(unit.minRows, from)
      return { unit, columns: count, minRows, naturalRows: minRows, maxRows: Math.min(unit.maxRows, to), cost: (unit.cost + (isLarge ? unit.large ?? 0 : 0)) * count }
    }))
  }
  return widths.map((count) => ({
    unit,
    columns: count,
    minRows: unit.minRows,
    naturalRows: unit.kind === 'index' ? unit.maxRows : unit.minRows,
    maxRows: unit.maxRows,
    cost: unit.cost * count,
  }))
}

/** Heights of notices, in rows. */
const noticeSizes = [{ from: 0, to: 36, isLarge: false }, { from: 37, to: Infinity, isLarge: true }]

function storyVariants(piece: Piece, prominence: Prominence, wish: Wish | undefined, workshop: Workshop, headRow: number): Variant[] {
  const { book } = workshop
  const variants: Variant[] = []
  const widths = piece.copy.spread ? [book.columns] : wish?.columns !== undefined && piece.from === undefined
    ? [Math.min(wish.columns, book.columns)]
    : Array.from({ length: book.columns }, (_, index) => index + 1)
  for (const columns of widths) {
    for (const head of headsFor(piece, prominence, columns, workshop, headRow > 0)) {
      for (const lead of leadWidths(piece, columns, wish)) {
        // A label stands at the head of its leg, where such a picture would.
        if (head.form === 'label' && lead === columns) continue
        // A story that jumps keeps its second picture for the page on which it goes on.
        for (const foot of piece.mayJump ? [undefined] : pictureWidths(piece, 1, columns)) {
          const spec = toSpec(piece, { columns, lead, foot, head: head.form }, head.tier, workshop)
          const range = rangeOf(spec)
          if (!range) continue
          const wished = wish?.rows !== undefined && piece.from === undefined ? wish.rows * moduleRows(book) : undefined
          if (wished !== undefined && (wished > range.max || wished < range.min)) continue
          variants.push({
            unit: piece,
            spec,
            columns,
            minRows: wished ?? range.min,
            naturalRows: wished ?? range.natural,
            maxRows: wished ?? range.max,
            cost: head.cost + headRoom(spec) * headRow + costOf(spec, range.natural, prominence, workshop),
          })
        }
      }
    }
  }
  // A wish that cannot be built is refused rather than lose the story, the picture's first; the planner reports it.
  if (variants.length === 0 && wish?.picture !== undefined) return storyVariants(piece, prominence, { ...wish, picture: undefined }, workshop, headRow)
  if (variants.length === 0 && (wish?.columns !== undefined || wish?.rows !== undefined)) return storyVariants(piece, prominence, undefined, workshop, headRow)
  return variants
}

/** A head that a box may have, and what it costs. */
interface HeadChoice {
  form: HeadForm
  tier: number
  cost: number
}

function headsFor(piece: Piece, prominence: Prominence, columns: number, workshop: Workshop, isDear: boolean): HeadChoice[] {
  const count = workshop.book.headlines.length
  const over = tiersFor(prominence, columns, count, isDear).map(({ tier, off }): HeadChoice => ({ form: 'over', tier, cost: off * costs.tier }))
  // A label has a tier of its own, beyond those of headlines: two side by side are a tombstone too.
  if (!isDear || piece.copy.spread) return over
  if (piece.from !== undefined) return [...over, { form: 'label', tier: count, cost: costs.label }]
  return setRunIn(piece, workshop.column, workshop) && columns <= 2 ? [...over, { form: 'runIn', tier: noHeadline, cost: costs.runIn }] : over
}

function tiersFor(prominence: Prominence, columns: number, count: number, isDear: boolean): { tier: number; off: number }[] {
  const highest = [2, 4, 5, 5, 5, 5][columns - 1]!
  const lowest = columns >= 3 ? 2 : columns - 1
  const wanted = Math.max(lowest, Math.min(highest, prominence + Math.max(0, columns - 2)))
  return [...isDear ? [wanted - 2] : [], wanted - 1, wanted, wanted + 1]
    .filter((tier) => tier >= 0 && tier < count && tier <= highest && (tier >= lowest || tier === wanted))
    .map((tier) => ({ tier, off: Math.abs(tier - wanted) }))
}

/** Widths of the first picture, in columns: the wished one alone, where the box is wide enough. */
function leadWidths(piece: Piece, columns: number, wish: Wish | undefined): (number | undefined)[] {
  // A picture that was wished away is not among the piece's; the next one takes its place.
  if (!wish?.picture || piece.from !== undefined || piece.pictures.length === 0) return pictureWidths(piece, 0, columns)
  return wish.picture <= columns ? [wish.picture] : []
}

function pictureWidths(piece: Piece, index: number, columns: number): (number | undefined)[] {
  const picture = piece.pictures[index]
  if (!picture) return [undefined]
  if (columns === 1) return [1]
  const all = Array.from({ length: columns }, (_, at) => at + 1)
  if (picture.aspect > 2) return [columns]
  if (picture.aspect < 1) return all.filter((width) => width <= Math.max(1, columns - 1) && width <= 2)
  return all.filter((width) => width >= Math.min(2, columns - 1))
}

/** Column rows of its head. */
function headRoom({ head, columns }: Spec): number {
  return head.rows * columns + head.firstLeg
}

function costOf(spec: Spec, rows: number, prominence: Prominence, workshop: Workshop): number {
  const { piece, columns, head, lead, foot } = spec
  let cost = 0
  const tallest = columns === 1 ? 5 : columns === 2 ? 3 : 2
  cost += Math.max(0, head.headlineLines - tallest) * costs.tallHeadline
  const headline = head.lines.find(({ line }) => line.runs.some((run) => run.style.size === head.size))
  if (headline && head.headlineLines === 1) {
    const last = headline.line.runs.at(-1)!
    const width = last.x + workshop.width(last.text, last.style)
    if (width < spec.width * 0.5) cost += costs.shortHeadline
  }
  for (const picture of [lead, foot]) {
    if (!picture) continue
    const wanted = picture.aspect < 1 ? Math.max(1, Math.min(2, columns - 1)) : columns <= 2 ? columns : picture === lead ? columns - 1 : Math.min(2, columns)
    cost += Math.abs(picture.columns - wanted) * costs.pictureWidth
  }
  const leg = (spec.textRows / columns)
  cost += Math.max(0, 8 - leg) * costs.shortLegs + Math.max(0, rows - 50) * costs.longLegs
  if (prominence === leadProminence) cost += Math.max(0, 3 - columns) * costs.narrowLead
  else if (columns === workshop.book.columns) cost += costs.fullWidth
  if (piece.copy.flow.article.kind === 'notice' || leg < fewRows) cost += Math.max(0, columns - 2) * costs.tooWide
  return cost
}

/**
 * Make-up: the flows of an issue become finished pages. Copy is set, the number of pages chosen, the pages planned, and every
 * box turned into frames. What found no room is said as overset, at its sentence.
 */
import type { Issue } from '../../newsroom/issue.ts'
import type { Flow } from '../flow/block.ts'
import type { Stylebook } from '../stylebook/stylebook.ts'
import { rectOf, storyFrames } from './frames.ts'
import {
  areaOf as typeArea, colophonFrames, colophonRows, folioFrames, indexFrames, indexRows, type Entry, type FurnitureWords,
} from './furniture.ts'
import { oversetOf } from './overset.ts'
import { Memory } from './memory.ts'
import { nameplateFrames } from './nameplate.ts'
import { fillerFrames } from './notice.ts'
import type { PlacedBox } from './cuts.ts'
import { bringDown } from './feet.ts'
import type { Frame, Jump, Layout, Page, Rect } from './page.ts'
import { toCopy, type Copy, type Unit } from './piece.ts'
import { rowsOf } from './slug.ts'
import type { Workshop } from './workshop.ts'
import { boxRows, type Furniture } from './pageCutter.ts'
import { areaOfAll, planIssue, type Plan } from './plan.ts'
import type { SisterPages } from './waiting.ts'
import { isSpread, refusalsOf, type Refusal } from './wishes.ts'

/** One issue in one language, ready for the pages. */
export interface Edition {
  issue: Issue
  /** In order of priority. */
  flows: Flow[]
  words: FurnitureWords
  /** Where the stories stand in the edition that this one should be like. */
  sister?: SisterPages
  /** How many pages the press takes: a multiple of this many, and at least so many. Without it, fours. */
  press?: { multiple: number; least: number }
}

/** Most pages that an issue without a wish may take. */
const mostPages = 64

/** What the layout says besides its pages. */
export interface MadeUp extends Layout {
  /** Column rows on each page that could hold copy: empty ones, and those of large notices. */
  white: number[]
  /** The part of all pages that the copy would fill if every box were as small as it can be: near or above 1, it cannot fit. */
  least: number
  /** Wishes of the editor that could not be fulfilled. */
  refused: Refusal[]
}

export function makeUp(edition: Edition, workshop: Workshop): MadeUp {
  const { issue, words } = edition
  const { copies, plan } = planOf(edition, workshop)
  const firstPages = firstPagesOf(plan)
  const entries = listed(copies.map(({ flow }) => flow)).flatMap(({ article: { story, title } }): Entry[] => {
    const page = firstPages.get(story)
    return page === undefined || page === 1 ? [] : [{ title, page }]
  })
  entries.sort((a, b) => a.page - b.page)
  const jumps = jumpsOf(plan)
  const said = JSON.stringify({ ...words, sections: [...words.sections] })
  let notices = 0
  return {
    pages: plan.pages.map(({ number, boxes }) => {
      const before = notices
      notices += boxes.filter(isNotice).length
      const onPage = jumps.filter(({ from }) => from === number)
      const facts = JSON.stringify([number, boxes.map(formatBox), onPage, boxes.some(isIndex) ? entries : [], before, said])
      return pageOnce(boxes, facts, () => toPage(number, bringDown(boxes, boxRows(number, workshop), workshop), onPage, entries, before, words, workshop))
    }),
    overset: plan.leftOver.map((piece) => oversetOf(piece.copy.galley(workshop.column).slice(piece.start), piece.copy.flow, piece.start === 0)),
    jumps,
    white: plan.pages.map((page) => page.white + largeNotices(page.boxes, workshop)),
    least: areaOfAll(copies, issue.wishes, workshop).min / plan.pages.reduce((sum, { number }) => sum + boxRows(number, workshop) * workshop.book.columns, 0),
    refused: refusalsOf(issue.wishes, plan, workshop),
  }
}

/** The same object as long as nothing on the page is another: what was worked out for it, to print it among others, is still there. */
function pageOnce(boxes: PlacedBox[], facts: string, make: () => Page): Page {
  const first = boxes.find(({ variant }) => variant.unit.kind === 'story')?.variant.unit
  const known = first && lastPages.get(first)
  if (known?.facts === facts) return known.page
  const page = make()
  if (first) lastPages.set(first, { facts, page })
  return page
}

const lastPages = new WeakMap<Unit, { facts: string; page: Page }>()

/** All that is drawn of a box: the same for the same piece of the same copy, set in the same way. */
function formatBox({ variant: { unit, spec, columns }, column, row, rows }: PlacedBox): unknown[] {
  const way = spec ? [numberOf(unit), numberOf(spec.head), numberOf(spec.slugs), spec.tier, spec.lead?.columns, spec.foot?.columns] : [unit.kind]
  return [...way, columns, column, row, rows]
}

function numberOf(thing: object): number {
  return numbers.of(thing, '', () => ++lastNumber)
}

const numbers = new Memory<object, number>()
let lastNumber = 0

/** The copy planned with the editor's wishes. A spread that cannot be is given up, and its story planned like any other. */
function planOf(edition: Edition, workshop: Workshop): { copies: Copy[]; plan: Plan } {
  const furniture = furnitureOf(edition, workshop)
  const planWith = (issue: Issue) => {
    const copies = edition.flows.map((flow) => toCopy(flow, workshop, issue.wishes.get(flow.article.story)))
    const plan = issue.pages !== undefined
      ? planIssue(copies, issue.wishes, issue.pages, furniture, workshop, edition.sister)
      : fittingPlan(copies, { ...edition, issue }, furniture, workshop)
    return { copies, plan }
  }
  const { issue } = edition
  const wished = planWith(issue)
  if ([...issue.wishes.values()].every((wish) => !wish.spread || isSpread(wished.plan, wish.story, workshop))) return wished
  return planWith({ ...issue, wishes: new Map([...issue.wishes].map(([story, wish]) => [story, { ...wish, spread: false }])) })
}

function furnitureOf(edition: Edition, workshop: Workshop): Furniture {
  const { words } = edition
  const titles = listed(edition.flows).filter((flow) => flow !== edition.flows[0]).map((flow) => flow.article.title)
  const rows = Math.min(indexRows(titles, workshop, words), Math.round(boxRows(1, workshop) * mostIndex))
  const index = { kind: 'index', id: 'index', minRows: Math.min(12, rows), maxRows: rows, columns: [1], cost: 0 } as const
  const colophon = [1, 2].map((columns) => colophonRows(columns, words, workshop))
  return {
    front: titles.length >= fewestListed ? [{ ...index, columns: [...index.columns] }] : [],
    back: [{ kind: 'colophon', id: 'colophon', minRows: colophon[0]!, maxRows: colophon[0]! + 6, columns: [1], cost: 0 }],
    filler: (page) => ({
      kind: 'filler', id: 'filler', minRows: 8, maxRows: boxRows(2, workshop),
      columns: Array.from({ length: workshop.book.columns }, (_, at) => at + 1),
      // Page one is for news.
      cost: page === 1 ? 16 : 8, large: 12,
    }),
  }
}

/** Most of page one's height that the list of contents takes: page one is for news. */
const mostIndex = 0.5

/** Fewest titles for which a list is worth its box. */
const fewestListed = 3

/** What the list of contents names: letters and notices only where little else is inside. */
function listed(flows: Flow[]): Flow[] {
  const news = flows.filter(({ article: { kind } }) => kind !== 'letter' && kind !== 'notice')
  return news.length > fewestListed ? news : flows
}

/** A sheet of newsprint is four pages. */
export const usualPress = { multiple: 4, least: 4 }

/** Sheets that are added in vain before no more are: what finds no room on eight pages more finds none on eighty. */
const sheetsInVain = 2

/** The smallest number of pages that the press takes on which all copy stands; where none holds it all, the smallest on which the most does. */
function fittingPlan(copies: Copy[], { issue, sister, press }: Edition, furniture: Furniture, workshop: Workshop): Plan {
  const { multiple, least } = press ?? usualPress
  const room = boxRows(2, workshop) * workshop.book.columns
  const needed = (areaOfAll(copies, issue.wishes, workshop).natural + workshop.book.nameplateRows * workshop.book.columns) / room
  let pages = Math.ceil(Math.max(least, needed * 0.92) / multiple) * multiple
  let best: { plan: Plan; left: number } | undefined
  for (let inVain = 0; ; pages += multiple) {
    const plan = planIssue(copies, issue.wishes, pages, furniture, workshop, sister)
    const left = plan.leftOver.reduce((sum, { copy, start }) => sum + rowsOf(copy.galley(workshop.column).slice(start)), 0)
    if (!best || left < best.left) [best, inVain] = [{ plan, left }, 0]
    else inVain++
    if (plan.leftOver.length === 0 || pages + multiple > mostPages || inVain === sheetsInVain) return best.plan
  }
}

function firstPagesOf(plan: Plan): Map<string, number> {
  const first = new Map<string, number>()
  for (const page of plan.pages) {
    for (const { variant } of page.boxes) {
      if (variant.unit.kind !== 'story') continue
      const story = variant.unit.copy.flow.article.story
      if (!first.has(story)) first.set(story, page.number)
    }
  }
  return first
}

function jumpsOf(plan: Plan): Jump[] {
  return plan.pages.flatMap((page) => page.boxes.flatMap(({ variant }): Jump[] => {
    const { unit } = variant
    if (unit.kind !== 'story' || unit.from === undefined || unit.copy.spread) return []
    return [{ story: unit.copy.flow.article.story, from: unit.from, to: page.number }]
  }))
}

/** The page of these boxes; `jumps` are those of its stories that go on elsewhere. */
function toPage(number: number, boxes: Plan['pages'][number]['boxes'], jumps: Jump[], entries: Entry[], notices: number, words: FurnitureWords, workshop: Workshop): Page {
  const { book } = workshop
  const area = typeArea(book)
  const top = area.y + (number === 1 ? book.nameplateRows : book.folioRows) * book.leading
  const frames: Frame[] = number === 1 ? nameplateFrames(words, workshop) : folioFrames(number, sectionOf(boxes, words), words, workshop)
  let notice = notices
  for (const box of [...boxes].sort(inReadingOrder)) {
    const rect = rectOf(box, top, book)
    if (box.column > 0) frames.push(columnRule(rect, book))
    const { unit } = box.variant
    if (unit.kind === 'index') frames.push(...indexFrames(entries, rect, words, workshop))
    else if (unit.kind === 'colophon') frames.push(...colophonFrames(rect, words, workshop))
    else if (unit.kind === 'filler') frames.push(...fillerFrames(notice++, rect, words, workshop))
    else if (unit.kind === 'story' && box.solved) {
      const story = unit.copy.flow.article.story
      const jumpTo = jumps.find((jump) => jump.story === story)?.to
      frames.push(...storyFrames(box.solved, unit, rect, box.row === 0, jumpTo, workshop))
    }
  }
  return { number, side: number % 2 === 0 ? 'left' : 'right', trim: book.trim, bleed: 0, area, frames }
}

function isIndex({ variant }: PlacedBox): boolean {
  return variant.unit.kind === 'index'
}

function isNotice({ variant }: PlacedBox): boolean {
  return variant.unit.kind === 'filler'
}

/** Column rows of notices that take half a page or more: an editor would rather fill these with copy. */
function largeNotices(boxes: PlacedBox[], { book }: Workshop): number {
  const rows = boxes.filter(isNotice).reduce((sum, box) => sum + box.rows * box.variant.columns, 0)
  return rows * 2 >= book.rows * book.columns ? rows : 0
}

function columnRule(rect: Rect, { columnRule: { ink, height: width }, gutter, leading }: Stylebook): Frame {
  return { kind: 'rule', ink, x: rect.x - gutter / 2 - width / 2, y: rect.y + leading, width, height: rect.height - 2 * leading }
}

/** The section that all stories of a page belong to. */
function sectionOf(boxes: Plan['pages'][number]['boxes'], words: FurnitureWords): string | undefined {
  const sections = new Set(boxes.flatMap(({ variant: { unit } }) => unit.kind === 'story' ? [unit.copy.flow.article.section] : []))
  const [section] = sections
  return sections.size === 1 && section !== undefined ? words.sections.get(section) : undefined
}

function inReadingOrder(a: { row: number; column: number }, b: { row: number; column: number }): number {
  return a.row - b.row || a.column - b.column
}

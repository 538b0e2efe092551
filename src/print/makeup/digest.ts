/**
 * Digest: an issue re-set for small sheets. One story after another, each in level columns under its head, so that it can be
 * read from the first page to the last without jumps.
 */
import type { Flow } from '../flow/block.ts'
import { columnsWidth } from '../stylebook/stylebook.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import type { Line } from '../type/line.ts'
import { headFrames, legFrames, setLine, textFrame } from './frames.ts'
import { areaOf, setText, type FurnitureWords } from './furniture.ts'
import { setGalley } from './galley.ts'
import { setHead } from './head.ts'
import { levelFill } from './legs.ts'
import { oversetOf } from './overset.ts'
import type { Frame, Layout, Overset, Page, PlacedLine } from './page.ts'
import { headBlocks, toCopy, wholeStory } from './piece.ts'
import type { Slug } from './slug.ts'
import { backFrames } from './thread.ts'
import type { Workshop } from './workshop.ts'

/** Rows under a head that a page must have for a story to begin on it. */
const leastRows = 5
const rowsBetweenStories = 2
const folioRows = 2

/** The pages of a digest, their number a multiple of `multiple`; the colophon stands at the foot of the last. */
export function makeDigest(flows: Flow[], words: FurnitureWords, workshop: Workshop, multiple = 1): Layout {
  const { book } = workshop
  const nameplate = nameplateFrames(words, workshop)
  const contents = flows.length > 1 ? setContents(flows, words, workshop) : { lines: [], rows: 0 }
  const run: Run = { workshop, words, pages: [nameplate.frames], row: nameplate.rows + contents.rows, overset: [], begins: [] }
  flows.forEach((flow, index) => addStory(flow, index, run))
  run.pages[0]!.push(...contentsFrames(contents.lines, areaOf(book).y + nameplate.rows * book.leading, run))
  const back = backFrames(words, workshop)
  const backTop = Math.min(...back.map((frame) => frame.y))
  const isFull = areaOf(book).y + (run.row + 1) * book.leading > backTop
  if (isFull || run.pages.length % multiple !== 0) {
    do run.pages.push([])
    while (run.pages.length % multiple !== 0)
  }
  run.pages.at(-1)!.push(...back)
  return { pages: run.pages.map((frames, index) => toPage(index + 1, frames, workshop)), overset: run.overset, jumps: [] }
}

/** What grows as stories are added. */
interface Run {
  workshop: Workshop
  words: FurnitureWords
  /** Frames of each page. */
  pages: Frame[][]
  /** First free row of the last page. */
  row: number
  overset: Overset[]
  /** The page on which each story begins. */
  begins: number[]
}

function addStory(flow: Flow, index: number, run: Run): void {
  const { workshop } = run
  const { book } = workshop
  const area = areaOf(book)
  const story = flow.article.story
  const measure = columnsWidth(book, 1)
  const head = setHead(wholeStory(toCopy(flow, workshop), false), tierOf(area.width, index), area.width, workshop)
  const slugs = slugsOf(flow, measure, workshop)
  const gap = run.row <= folioRows ? 0 : rowsBetweenStories
  if (run.row + gap + head.rows + Math.min(leastRows, slugs.length) > book.rows) turnPage(run)
  else run.row += gap
  const top = area.y + run.row * book.leading
  const frames = run.pages.at(-1)!
  run.begins.push(run.pages.length)
  if (index > 0 && gap > 0 && run.row > folioRows) {
    const struggle = flow.article.kind === 'story'
    const height = struggle ? 3 : 0.7
    frames.push({ kind: 'rule', ink: struggle ? 'accent' : 'black', x: area.x, y: top - book.leading * 0.6 - height / 2, width: area.width, height })
  }
  frames.push(...headFrames(head, area.x, top, area.width, story, workshop))
  run.row += head.rows
  addText(slugs, flow, measure, run)
}

/** Pours a story into level columns on as many pages as it needs. */
function addText(slugs: Slug[], flow: Flow, measure: number, run: Run): void {
  const { workshop } = run
  const { book } = workshop
  const area = areaOf(book)
  let next = 0
  let waiting: Slug[] = []
  while (next < slugs.length || waiting.length > 0) {
    const fill = levelFill(slugs, next, waiting, book.rows - run.row, book.columns)
    const top = area.y + run.row * book.leading
    run.pages.at(-1)!.push(...legFrames(fill.legs, area.x, () => top, measure, workshop, flow.article.story))
    run.row += Math.max(0, ...fill.legs.map((leg) => { const last = leg.at(-1); return last ? last.row + last.slug.rows : 0 }))
    const stuck = fill.next === next && fill.deferred.length === waiting.length
    next = fill.next
    waiting = fill.deferred
    if (next === slugs.length && waiting.length === 0) return
    // What an empty page cannot hold, no page can.
    if (stuck && run.pages.at(-1)!.every(({ kind }) => kind === 'folio' || kind === 'rule')) {
      run.overset.push(oversetOf([...waiting, ...slugs.slice(next)], flow))
      return
    }
    turnPage(run)
  }
}

/** The lead picture stands at the head of the text; no picture is taller than a page's columns. */
function slugsOf(flow: Flow, measure: number, workshop: Workshop): Slug[] {
  const { book } = workshop
  const lead = flow.picture ? [{ kind: 'picture' as const, block: headBlocks.picture, picture: flow.picture }] : []
  const most = book.rows - folioRows
  return setGalley({ ...flow, blocks: [...lead, ...flow.blocks] }, measure, workshop, new Set()).map((slug) => {
    if (!slug.picture || slug.rows <= most) return slug
    const less = (slug.rows - most) * book.leading
    return {
      ...slug, rows: most, picture: { ...slug.picture, height: slug.picture.height - less },
      lines: slug.lines.map((line) => ({ ...line, y: line.y - less })),
    }
  })
}

/** The lead's headline is a tier larger than the others'; narrow pages take smaller ones. */
function tierOf(width: number, index: number): number {
  const lead = width >= 480 ? 4 : width >= 300 ? 3 : 2
  return index === 0 ? lead : lead - 1
}

function turnPage(run: Run): void {
  run.pages.push(folioFrames(run.pages.length + 1, run.words, run.workshop))
  run.row = folioRows
}

function folioFrames(number: number, words: FurnitureWords, workshop: Workshop): Frame[] {
  const { book } = workshop
  const area = areaOf(book)
  const [outer, inner] = number % 2 === 0 ? ['left', 'right'] as const : ['right', 'left'] as const
  const place = (text: string, style: TextStyle, align: 'left' | 'right'): PlacedLine => ({
    line: setLine(text, style, area.width, align, workshop, words), x: area.x, baseline: area.y + 8,
  })
  return [
    textFrame('folio', undefined, { x: area.x, y: area.y, width: area.width, height: book.leading }, [
      place(String(number), book.smallNumber, outer), place(words.name, book.folio, inner),
    ]),
    { kind: 'rule', ink: 'black', x: area.x, y: area.y + 13, width: area.width, height: 0.6 },
  ]
}

/** The titles of all stories, to be found on paper by their pages and on a screen by touching them. */
function setContents(flows: Flow[], words: FurnitureWords, workshop: Workshop): { lines: Line[][]; rows: number } {
  const { book } = workshop
  const lines = flows.map(({ article }) =>
    setText(article.title, { ...book.body, link: `story:${folderOf(article)}` }, areaOf(book).width - contentsInset, words, workshop))
  return { lines, rows: lines.flat().length + 2 }
}

/** The story's folder, in which its file stands. */
function folderOf({ file }: Flow['article']): string {
  return file.split('/').slice(0, -1).join('/')
}

/** Room for a page's number beside the titles. */
const contentsInset = 24

function contentsFrames(titles: Line[][], top: number, { workshop, words, begins }: Run): Frame[] {
  if (titles.length === 0) return []
  const { book } = workshop
  const area = areaOf(book)
  let baseline = top + book.baseline
  const lines: PlacedLine[] = [{
    line: setLine(words.inThisIssue.toLocaleUpperCase(words.language), book.kicker, area.width, 'left', workshop, words), x: area.x, baseline,
  }]
  titles.forEach((title, index) => {
    const number = setLine(String(begins[index]), { ...book.folio, face: 'labelBold' }, area.width, 'right', workshop, words)
    lines.push({ line: number, x: area.x, baseline: baseline + book.leading })
    for (const line of title) lines.push({ line, x: area.x, baseline: baseline += book.leading })
  })
  const height = baseline - top + book.leading * 0.6
  return [
    textFrame('furniture', undefined, { x: area.x, y: top, width: area.width, height }, lines),
    { kind: 'rule', ink: 'black', x: area.x, y: top + height, width: area.width, height: 0.7 },
  ]
}

/** A band with the paper's name; under it the slogan, the number and the days of the issue. */
function nameplateFrames(words: FurnitureWords, workshop: Workshop): { frames: Frame[]; rows: number } {
  const { book } = workshop
  const area = areaOf(book)
  const name = words.name.toLocaleUpperCase(words.language)
  const widest = book.smallName
  const size = Math.min(widest.size, (widest.size * (area.width - 24)) / workshop.width(name, widest))
  const band = { x: area.x, y: area.y, width: area.width, height: Math.ceil((size * 1.5) / book.leading) * book.leading }
  const lines: PlacedLine[] = [{
    line: setLine(name, { ...widest, size, tracking: ((widest.tracking ?? 0) * size) / widest.size }, band.width, 'center', workshop, words), x: band.x, baseline: band.y + band.height / 2 + size * 0.36,
  }]
  let baseline = band.y + band.height + 4
  const add = (text: string, style: TextStyle) => {
    for (const line of setText(text, style, area.width, words, workshop, 'center')) lines.push({ line, x: area.x, baseline: baseline += style.size * 1.3 })
  }
  add(words.slogans[0] ?? '', book.smallSlogan)
  add([words.numbering, words.period].filter(Boolean).join(' · '), { ...book.folio, face: 'labelBold' })
  const rows = Math.ceil((baseline + 8 - area.y) / book.leading)
  return {
    rows: rows + 1,
    frames: [
      { kind: 'panel', ink: 'accent', ...band },
      textFrame('nameplate', undefined, { x: area.x, y: area.y, width: area.width, height: rows * book.leading }, lines),
      { kind: 'rule', ink: 'black', x: area.x, y: area.y + rows * book.leading - 2, width: area.width, height: 1.2 },
    ],
  }
}

function toPage(number: number, frames: Frame[], { book }: Workshop): Page {
  return { number, side: number % 2 === 0 ? 'left' : 'right', trim: book.trim, bleed: 0, area: areaOf(book), frames }
}

/**
 * Thread: one story over as many pages as it needs, in order. Pamphlets (with a cover) and leaflets are made up so.
 */
import { columnsWidth } from '../stylebook/stylebook.ts'
import { cropOf, headFrames, legFrames, setLine, textFrame } from './frames.ts'
import { areaOf, setText, type FurnitureWords } from './furniture.ts'
import { setCaption, setGalley } from './galley.ts'
import { setHead } from './head.ts'
import { levelFill } from './legs.ts'
import { oversetOf } from './overset.ts'
import type { Frame, Layout, Overset, Page, PlacedLine } from './page.ts'
import { headBlocks, toCopy, wholeStory } from './piece.ts'
import type { Workshop } from './workshop.ts'
import type { Flow } from '../flow/block.ts'
import type { Slug } from './slug.ts'

/** Longest booklet that is folded and stapled; copy beyond it is reported as overset. */
const mostPages = 96

/** A pamphlet: a cover, then its text; pages in multiples of four, the colophon at the foot of the last. */
export function makePamphlet(flow: Flow, words: FurnitureWords, workshop: Workshop): Layout {
  const cover = toPage(1, coverFrames(flow, words, workshop), workshop)
  const inside = threadPages(flow, { first: 2, head: () => ({ frames: [], rows: 0 }) }, words, workshop)
  const pages = [cover, ...inside.pages]
  const back = backFrames(words, workshop)
  const last = pages.at(-1)!
  const foot = Math.max(...last.frames.map((frame) => frame.y + frame.height))
  if (pages.length % 4 === 0 && foot + workshop.book.leading < Math.min(...back.map((frame) => frame.y))) last.frames.push(...back)
  else {
    while (pages.length % 4 !== 3) pages.push(toPage(pages.length + 1, [], workshop))
    pages.push(toPage(pages.length + 1, back, workshop))
  }
  return { pages, overset: inside.overset, jumps: [] }
}

/** A leaflet: the head over both columns, then the text, the ways to reach the paper at the foot. Its picture takes at most a share of the page. */
export function makeLeaflet(flow: Flow, words: FurnitureWords, workshop: Workshop, pictureShare: number): Layout {
  const head = (rows: number) => leafletHead(flow, words, workshop, rows * pictureShare)
  const threaded = threadPages({ ...flow, picture: undefined }, { first: 1, head, foot: footFrames(words, workshop) }, words, workshop)
  return { ...threaded, jumps: [] }
}

interface Opening {
  /** Number of the first page. */
  first: number
  /** What stands over the text on the first page, with the rows that it takes of those that there are. */
  head(rows: number): { frames: Frame[]; rows: number }
  /** What stands under the text on every page. */
  foot?: { frames: Frame[]; rows: number }
}

function threadPages(flow: Flow, opening: Opening, words: FurnitureWords, workshop: Workshop): { pages: Page[]; overset: Overset[] } {
  const { book } = workshop
  const area = areaOf(book)
  const measure = columnsWidth(book, 1)
  const slugs = setGalley(flow, measure, workshop, new Set())
  const footRows = opening.foot?.rows ?? 0
  const pages: Page[] = []
  let next = 0
  let waiting: Slug[] = []
  while ((next < slugs.length || waiting.length > 0) && pages.length < mostPages) {
    const number = opening.first + pages.length
    const isFirst = pages.length === 0
    const folioRows = opening.first > 1 ? book.folioRows : 0
    const head = isFirst ? opening.head(book.rows - footRows) : { frames: [], rows: 0 }
    const skipped = head.rows + folioRows
    const most = book.rows - skipped - footRows
    const fill = levelFill(slugs, next, waiting, most, book.columns)
    const top = area.y + skipped * book.leading
    const frames: Frame[] = [
      ...folioRows > 0 ? runningHead(number, flow, words, workshop) : [],
      ...head.frames,
      ...legFrames(fill.legs, area.x, () => top, measure, workshop, flow.article.story),
      ...opening.foot?.frames ?? [],
    ]
    pages.push(toPage(number, frames, workshop))
    // A float that no page can hold would wait for ever.
    if (fill.next === next && fill.deferred.length === waiting.length) break
    next = fill.next
    waiting = fill.deferred
  }
  const rest = [...waiting, ...slugs.slice(next)]
  return { pages, overset: rest.length > 0 ? [oversetOf(rest, flow)] : [] }
}

function toPage(number: number, frames: Frame[], { book }: Workshop): Page {
  return { number, side: number % 2 === 0 ? 'left' : 'right', trim: book.trim, bleed: 0, area: areaOf(book), frames }
}

function runningHead(number: number, flow: Flow, words: FurnitureWords, workshop: Workshop): Frame[] {
  const { book } = workshop
  const area = areaOf(book)
  const outer = number % 2 === 0 ? 'left' : 'right'
  const inner = number % 2 === 0 ? 'right' : 'left'
  const place = (text: string, style: typeof book.folio, align: 'left' | 'right'): PlacedLine => ({
    line: setLine(text, style, area.width, align, workshop, words), x: area.x, baseline: area.y + 8,
  })
  return [
    textFrame('folio', undefined, { x: area.x, y: area.y, width: area.width, height: book.leading }, [
      place(String(number), book.smallNumber, outer),
      place(flow.article.jumpHead ?? flow.article.title, book.folio, inner),
    ]),
    { kind: 'rule', ink: 'black', x: area.x, y: area.y + 13, width: area.width, height: 0.6 },
  ]
}

function coverFrames(flow: Flow, words: FurnitureWords, workshop: Workshop): Frame[] {
  const { book } = workshop
  const area = areaOf(book)
  const story = flow.article.story
  const band = 4 * book.leading
  const frames: Frame[] = [{ kind: 'panel', ink: 'accent', x: area.x, y: area.y, width: area.width, height: band }]
  const name = setLine(words.name.toLocaleUpperCase(words.language), { ...book.smallName, size: 24 }, area.width - 24, 'left', workshop, words)
  frames.push(textFrame('nameplate', undefined, { x: area.x, y: area.y, width: area.width, height: band }, [{ line: name, x: area.x + 12, baseline: area.y + band / 2 + 8.5 }]))
  const head = setHead(wholeStory(toCopy(flow, workshop), false), flow.picture ? 3 : 4, area.width, workshop)
  const headTop = area.y + band + 1.4 * book.leading
  frames.push(...headFrames(head, area.x, headTop, area.width, story, workshop))
  const foot = area.y + area.height
  const slogan = setLine(words.slogans.join('  •  '), book.smallSlogan, area.width, 'left', workshop, words)
  if (flow.picture) {
    const top = headTop + head.rows * book.leading + 6
    const block = { block: headBlocks.picture, picture: flow.picture }
    const caption = setCaption(block, area.width, workshop, flow)
    const aspect = workshop.aspectOf(flow.picture.file)
    const most = foot - 2 * book.leading - caption.height - top
    const height = Math.min(most, (area.width / aspect) * 1.5)
    frames.push(
      {
        kind: 'picture', story, x: area.x, y: top, width: area.width, height, file: flow.picture.file,
        crop: cropOf(aspect, area.width / height), alt: flow.picture.alt, tag: { story, block: headBlocks.picture, role: 'Figure' },
      },
      textFrame('caption', story, { x: area.x, y: top + height, width: area.width, height: caption.height },
        caption.lines.map(({ line, x, y, tag }) => ({ line, x: area.x + x, baseline: top + height + y, tag }))),
    )
  }
  frames.push(textFrame('furniture', undefined, { x: area.x, y: foot - book.leading, width: area.width, height: book.leading }, [{ line: slogan, x: area.x, baseline: foot - 3 }]))
  return frames
}

/** The colophon at the foot of a page. */
export function backFrames(words: FurnitureWords, workshop: Workshop): Frame[] {
  const { book } = workshop
  const area = areaOf(book)
  const lines: PlacedLine[] = []
  let height = 8
  for (const text of [words.name, ...words.colophon]) {
    const style = text === words.name ? { ...book.kicker, size: 12 } : book.caption.style
    for (const line of setText(text, style, area.width, words, workshop)) {
      height += 11
      lines.push({ line, x: area.x, baseline: height })
    }
    height += 3
  }
  const top = area.y + area.height - height
  return [
    { kind: 'rule', ink: 'accent', x: area.x, y: top - 3, width: area.width, height: 3 },
    textFrame('furniture', undefined, { x: area.x, y: top, width: area.width, height }, lines.map((each) => ({ ...each, baseline: top + each.baseline }))),
  ]
}

function leafletHead(flow: Flow, words: FurnitureWords, workshop: Workshop, mostPictureRows: number): { frames: Frame[]; rows: number } {
  const { book } = workshop
  const area = areaOf(book)
  const story = flow.article.story
  const band = 2.5 * book.leading
  const frames: Frame[] = [{ kind: 'panel', ink: 'accent', x: area.x, y: area.y, width: area.width, height: band }]
  const place = (text: string, size: number, align: 'left' | 'right'): PlacedLine => ({
    line: setLine(text, { ...book.smallName, size }, area.width - 20, align, workshop, words), x: area.x + 10, baseline: area.y + band / 2 + size * 0.36,
  })
  frames.push(textFrame('nameplate', undefined, { x: area.x, y: area.y, width: area.width, height: band }, [
    place(words.name.toLocaleUpperCase(words.language), 19, 'left'), place(words.slogans[0] ?? '', 10.5, 'right'),
  ]))
  const head = setHead(wholeStory(toCopy(flow, workshop), false), 4, area.width, workshop)
  const headTop = area.y + 3.5 * book.leading
  frames.push(...headFrames(head, area.x, headTop, area.width, story, workshop))
  let used = 4 + head.rows
  const picture = flow.article.picture
  if (picture) {
    const caption = setCaption({ block: headBlocks.picture, picture }, area.width, workshop, flow)
    const aspect = workshop.aspectOf(picture.file)
    const top = area.y + used * book.leading
    const pictureRows = Math.floor(Math.min(mostPictureRows, (area.width / aspect + caption.height) / book.leading))
    const height = pictureRows * book.leading - caption.height
    frames.push(
      {
        kind: 'picture', story, x: area.x, y: top, width: area.width, height, file: picture.file,
        crop: cropOf(aspect, area.width / height), alt: picture.alt, tag: { story, block: headBlocks.picture, role: 'Figure' },
      },
      textFrame('caption', story, { x: area.x, y: top + height, width: area.width, height: caption.height },
        caption.lines.map(({ line, x, y, tag }) => ({ line, x: area.x + x, baseline: top + height + y, tag }))),
    )
    used += pictureRows + 1
  }
  return { frames, rows: used }
}

function footFrames(words: FurnitureWords, workshop: Workshop): { frames: Frame[]; rows: number } {
  const { book } = workshop
  const area = areaOf(book)
  const lines = setText([words.publisher, ...words.colophon.filter((line) => line !== words.publisher).slice(-3)].filter((line) => line !== '').join(' · '), book.caption.style, area.width, words, workshop)
  const rows = Math.ceil((lines.length * 11) / book.leading) + 2
  const top = area.y + (book.rows - rows + 1) * book.leading
  return {
    rows,
    frames: [
      { kind: 'rule', ink: 'accent', x: area.x, y: top, width: area.width, height: 2.4 },
      textFrame('furniture', undefined, { x: area.x, y: top + 4, width: area.width, height: lines.length * 11 + 4 },
        lines.map((line, index) => ({ line, x: area.x, baseline: top + 14 + index * 11 }))),
    ],
  }
}

/**
 * An art director's rules, counted on finished pages. Make-up tries to keep them by its costs; this looks at what became of it,
 * from the frames alone. Every rule says why it is one.
 */
import type { Frame, Page, PictureFrame, PlacedLine, Rect, TextFrame } from './page.ts'

/** Every rule, and why it is one. */
export const artRules = {
  overlap: 'two frames of type or pictures lie on one another',
  outside: 'a frame leaves the type area, where a press may not print',
  tombstone: 'two headlines of one size side by side read as one line',
  sameSize: 'a headline right under another of the same size takes its rank away',
  bumping: 'two pictures of different stories touch, and are taken for one',
  strayPicture: 'text right under another story’s picture, without a rule between, is read with it',
  underJump: 'a headline right under another story’s jump line is read as its continuation',
  shortLeg: 'a leg of fewer than five lines looks like a caption',
  uneven: 'legs of one story end at different heights',
  bottom: 'a column ends more than a line above the foot of the page',
  noEntry: 'a page of nothing but grey text gives a reader no way in',
  widow: 'a paragraph’s last line stands alone at the head of a leg',
  orphan: 'a paragraph’s first line stands alone at the foot of a leg',
  hyphen: 'a word is divided from one leg to the next',
} as const

export type ArtRule = keyof typeof artRules

/** How often each rule is broken on a page, and the part of its type area that is empty (0 to 1). */
export interface Judgement {
  page: number
  broken: Record<ArtRule, number>
  empty: number
}

/** Judges all pages of a layout: breaks between legs are followed from page to page. */
export function judgePages(pages: Page[]): Judgement[] {
  const breaks = breaksOf(pages)
  return pages.map((page) => {
    const text = page.frames.filter((frame): frame is TextFrame => 'lines' in frame)
    const heads = text.filter((frame) => frame.kind === 'headline' && frame.lines.length > 0).map((frame) => ({ frame, size: sizeOf(frame) }))
    const pictures = page.frames.filter((frame): frame is PictureFrame => frame.kind === 'picture')
    const count = (test: boolean[]) => test.filter(Boolean).length
    const pairs = <T>(all: T[], test: (a: T, b: T) => boolean) => all.flatMap((a, index) => all.slice(index + 1).map((b) => test(a, b) || test(b, a)))
    const broken: Judgement['broken'] = {
      overlap: count(pairs(page.frames.filter(isSolid), overlapping)),
      outside: count(page.frames.map((frame) => !isInside(frame, page.area))),
      tombstone: count(pairs(heads, (a, b) => isSameSize(a, b) && Math.abs(a.frame.y - b.frame.y) < row && gapRight(a.frame, b.frame) < beside)),
      sameSize: count(pairs(heads, (a, b) => isSameSize(a, b) && overlapsAcross(a.frame, b.frame) && isNextBelow(a, b, heads))),
      bumping: count(pairs(pictures, (a, b) => a.story !== b.story && isTouching(a, b))),
      strayPicture: count(text.filter((frame) => frame.kind === 'leg' || frame.kind === 'headline').map((frame) => isUnderStrayPicture(frame, page))),
      underJump: count(text.filter((frame) => frame.kind === 'jumpLine').map((jump) => heads.some(({ frame }) => frame.story !== jump.story
        && overlapsAcross(frame, jump) && frame.y - bottomOf(jump) >= -1 && frame.y - bottomOf(jump) < 2.5 * row))),
      shortLeg: count(text.map((frame) => isShortLeg(frame, text))),
      uneven: count([...new Set(text.map((frame) => frame.story))].map((story) => story !== undefined && isUneven(page, story))),
      bottom: emptyFeet(page),
      noEntry: pictures.length > 0 || text.some((frame) => frame.kind === 'pullQuote' || isNotice(frame) || frame.lines.some((line) => line.tag?.role === 'H1')) ? 0 : 1,
      widow: breaks.filter((each) => each.page === page.number && each.kind === 'widow').length,
      orphan: breaks.filter((each) => each.page === page.number && each.kind === 'orphan').length,
      hyphen: breaks.filter((each) => each.page === page.number && each.kind === 'hyphen').length,
    }
    return { page: page.number, broken, empty: emptyPart(page) }
  })
}

/** A notice of the house calls out in display type; other furniture does not. */
function isNotice(frame: TextFrame): boolean {
  return frame.kind === 'furniture' && frame.lines.length > 0 && sizeOf(frame) >= displaySize
}

const displaySize = 24

/** Points of a grid row: what counts as one line's difference. */
const row = 12
/** Points between two frames that stand side by side. */
const beside = 26

function sizeOf(frame: TextFrame): number {
  return Math.max(...frame.lines.flatMap(({ line }) => line.runs.map((run) => run.style.size)))
}

function isSameSize(a: { size: number }, b: { size: number }): boolean {
  return Math.abs(a.size - b.size) < 0.06 * Math.max(a.size, b.size)
}

/** Type and pictures: what may not lie on one another. Panels and rules lie behind. */
function isSolid(frame: Frame): boolean {
  return frame.kind !== 'panel' && frame.kind !== 'rule' && frame.width > 0 && frame.height > 0
}

function overlapping(a: Rect, b: Rect): boolean {
  const slack = 0.75
  return a.x < b.x + b.width - slack && b.x < a.x + a.width - slack && a.y < bottomOf(b) - slack && b.y < bottomOf(a) - slack
}

function isInside(frame: Rect, area: Rect): boolean {
  const slack = 1
  return frame.x >= area.x - slack && frame.y >= area.y - slack
    && frame.x + frame.width <= area.x + area.width + slack && bottomOf(frame) <= bottomOf(area) + slack
}

function bottomOf(rect: Rect): number {
  return rect.y + rect.height
}

/** Points from a's right edge to b's left one; large when b is not to the right of a. */
function gapRight(a: Rect, b: Rect): number {
  const gap = b.x - a.x - a.width
  return gap < -1 ? Infinity : gap
}

function overlapsAcross(a: Rect, b: Rect): boolean {
  return Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > row
}

function overlapsDown(a: Rect, b: Rect): boolean {
  return Math.min(bottomOf(a), bottomOf(b)) - Math.max(a.y, b.y) > row
}

function isTouching(a: Rect, b: Rect): boolean {
  if (overlapsDown(a, b)) return gapRight(a, b) < beside
  return overlapsAcross(a, b) && b.y >= bottomOf(a) && b.y - bottomOf(a) < 2 * row
}

/** Whether the nearest thing above a text is the picture, or the picture's caption, of another story. */
function isUnderStrayPicture(frame: TextFrame, page: Page): boolean {
  const above = page.frames.filter((other) => other.kind !== 'panel' && other !== frame && overlapsAcross(other, frame) && bottomOf(other) <= frame.y + 1)
  const nearest = above.reduce<Frame | undefined>((low, other) => low && bottomOf(low) > bottomOf(other) ? low : other, undefined)
  return nearest !== undefined && (nearest.kind === 'picture' || nearest.kind === 'caption')
    && nearest.story !== frame.story && frame.y - bottomOf(nearest) < 3 * row
}

type Head = { frame: TextFrame; size: number }

/** Whether b is the first headline under a in the same columns, near enough to be seen with it. */
function isNextBelow(a: Head, b: Head, heads: Head[]): boolean {
  if (b.frame.y <= a.frame.y || b.frame.y - bottomOf(a.frame) > near) return false
  return !heads.some(({ frame }) => frame !== a.frame && frame !== b.frame && frame.y > a.frame.y && frame.y < b.frame.y && overlapsAcross(frame, a.frame))
}

/** Headlines further apart than this are not compared by the eye. */
const near = 20 * row

function isShortLeg(frame: TextFrame, text: TextFrame[]): boolean {
  if (frame.kind !== 'leg') return false
  const legs = text.filter((each) => each.kind === 'leg' && each.story === frame.story)
  const column = legs.filter((each) => Math.abs(each.x - frame.x) < 1)
  const count = (frames: TextFrame[]) => frames.reduce((sum, each) => sum + each.lines.length, 0)
  // A leg that a float parts counts once; and a letter of seven lines cannot give every leg five.
  return column[0] === frame && count(column) < 5 && count(legs) >= 10
}

/** Whether the columns of a story's box end more than a line apart. */
function isUneven(page: Page, story: string): boolean {
  const frames = page.frames.filter((frame) => frame.story === story && isSolid(frame))
  const legs = frames.filter((frame) => frame.kind === 'leg')
  const feet = legs.map((leg) => Math.max(...frames.filter((frame) => overlapsAcross(frame, leg)).map(bottomOf)))
  return feet.length > 1 && Math.max(...feet) - Math.min(...feet) > 1.5 * row
}

/** Columns whose lowest frame ends more than a line above the foot of the type area. */
function emptyFeet(page: Page): number {
  const columns = columnsOf(page)
  return columns.filter((column) => {
    const feet = page.frames.filter((frame) => frame.kind !== 'rule' && overlapsAcross(frame, column)).map(bottomOf)
    return bottomOf(page.area) - Math.max(page.area.y, ...feet) > 1.5 * row
  }).length
}

/** The narrowest legs of a page show where its columns are; a page without legs is one column. */
function columnsOf(page: Page): Rect[] {
  const legs = page.frames.filter((frame) => frame.kind === 'leg')
  const width = Math.min(page.area.width, ...legs.map((leg) => leg.width))
  const count = Math.max(1, Math.round(page.area.width / (width + 16)))
  return Array.from({ length: count }, (_, index) => ({ ...page.area, x: page.area.x + (index * page.area.width) / count + 4, width: page.area.width / count - 8 }))
}

interface LegBreak {
  page: number
  kind: 'widow' | 'orphan' | 'hyphen'
}

/** Bad breaks between one leg of a story and the next. A break is counted on the page of the line that is alone. */
function breaksOf(pages: Page[]): LegBreak[] {
  const stories = new Map<string, { page: number; lines: PlacedLine[] }[]>()
  for (const page of pages) {
    for (const frame of page.frames) {
      if (frame.kind !== 'leg' || frame.story === undefined) continue
      stories.set(frame.story, [...stories.get(frame.story) ?? [], { page: page.number, lines: frame.lines }])
    }
  }
  return [...stories.values()].flatMap((legs) => legs.slice(1).flatMap((after, index): LegBreak[] => {
    const before = legs[index]!
    const last = before.lines.at(-1)
    const first = after.lines[0]
    if (!last?.tag || !first?.tag || last.tag.block !== first.tag.block) return []
    const count = (lines: PlacedLine[]) => lines.filter((line) => line.tag?.block === last.tag!.block).length
    const found: LegBreak[] = []
    if (count(before.lines) === 1 && !continues(legs, index, last.tag.block)) found.push({ page: before.page, kind: 'orphan' })
    if (count(after.lines) === 1 && first.line.end === 'paragraph') found.push({ page: after.page, kind: 'widow' })
    if (last.line.end === 'hyphen') found.push({ page: before.page, kind: 'hyphen' })
    return found
  }))
}

/** Whether the paragraph began in a leg before this one. */
function continues(legs: { lines: PlacedLine[] }[], index: number, block: number): boolean {
  return legs.slice(0, index).some(({ lines }) => lines.some((line) => line.tag?.block === block))
}

/** Side of the squares by which empty area is counted, in points. */
const square = 6

/** The part of the type area that no frame covers; the white that every box has around it counts as covered. */
export function emptyPart(page: Page): number {
  const { area } = page
  const columns = Math.floor(area.width / square)
  const rows = Math.floor(area.height / square)
  const covered = new Uint8Array(columns * rows)
  for (const frame of page.frames) {
    // A gutter and two rows of white belong to the frame beside them.
    const left = Math.max(0, Math.floor((frame.x - 9 - area.x) / square))
    const right = Math.min(columns, Math.ceil((frame.x + frame.width + 9 - area.x) / square))
    const top = Math.max(0, Math.floor((frame.y - row - area.y) / square))
    const bottom = Math.min(rows, Math.ceil((bottomOf(frame) + row - area.y) / square))
    for (let line = top; line < bottom; line++) covered.fill(1, line * columns + left, line * columns + Math.max(left, right))
  }
  return 1 - covered.reduce((sum, each) => sum + each, 0) / (columns * rows)
}

/** The judgement as a table: a line a page, a column a rule that any page breaks; and after a tick the rules that all pages keep. */
export function formatJudgements(judgements: Judgement[]): string {
  const rules = (Object.keys(artRules) as ArtRule[]).filter((rule) => judgements.some(({ broken }) => broken[rule] > 0))
  const head = ['page', 'empty', ...rules]
  const rows = judgements.map(({ page, empty, broken }) => [String(page), `${(100 * empty).toFixed(1)}%`, ...rules.map((rule) => broken[rule] === 0 ? '·' : String(broken[rule]))])
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((cells) => cells[column]!.length)))
  const format = (cells: string[]) => cells.map((cell, column) => cell.padStart(widths[column]!)).join('  ')
  const keptRules = (Object.keys(artRules) as ArtRule[]).filter((rule) => !rules.includes(rule))
  return `${[head, ...rows].map(format).join('\n')}\n   ✔  ${keptRules.join(', ')}\n`
}

/** Notice: the house's own words in a box that no copy fills, as large as it allows. */
import { setText, innerOf, type FurnitureWords } from './furniture.ts'
import { textFrame } from './frames.ts'
import type { FillFrame, Frame, PlacedLine, Rect } from './page.ts'
import type { Rule } from '../stylebook/look.ts'
import type { Workshop } from './workshop.ts'

/** Smallest sizes of a notice's title and text: white letters on colour fill up with ink when they are smaller. */
const least = { title: 15, text: 12 }

/**
 * Notices are taken in turn, by their number in the issue from 0. The first has the loudest look, which no page beside it nor any other
 * page repeats.
 */
export function fillerFrames(number: number, rect: Rect, words: FurnitureWords, workshop: Workshop): Frame[] {
  const { book } = workshop
  const box = innerOf(rect, book)
  const look = book.notices[Math.min(number, book.notices.length - 1)]!
  const notice = words.notices[number % words.notices.length]!
  const outer = { x: rect.x, y: box.y - book.inset, width: rect.width, height: box.height + 2 * book.inset }
  const frame = look.frame ? look.frame.height : 0
  const room = { x: box.x + frame, y: box.y + frame, width: box.width - 2 * frame, height: box.height - 2 * frame }
  const size = Math.max(least.title, Math.min(look.title.size, room.width / 8.5, room.height / 5.5))
  const title = workshop.setHeadline({
    spans: [{ text: notice.title, style: { ...look.title, size }, place: words.place }], language: words.language,
    align: 'center', indent: 0, left: 0, right: 0, hyphenate: false,
  }, room.width)
  const small = Math.max(least.text, Math.min(look.text.size, size * 0.42))
  const leading = small * 1.38
  const measure = Math.min(room.width, small * 34)
  const inMiddle = room.x + (room.width - measure) / 2
  const blocks = [
    { lines: title, leading: size * 1.12, x: room.x },
    { lines: setText(notice.text, { ...look.text, size: small }, measure, words, workshop, 'center'), leading, x: inMiddle },
    { lines: setText(words.contactLine, { ...look.strong, size: Math.min(small, look.strong.size) }, measure, words, workshop, 'center'), leading, x: inMiddle },
  ]
  const gap = size * 0.35
  const height = (count: number) => blocks.slice(0, count).reduce((sum, block) => sum + block.lines.length * block.leading, 0) + (count - 1) * gap
  const count = [3, 2, 1].find((each) => height(each) <= room.height) ?? 0
  let y = room.y + (room.height - height(count)) / 2
  const lines: PlacedLine[] = []
  for (const block of blocks.slice(0, count)) {
    for (const line of block.lines) {
      lines.push({ line, x: block.x, baseline: y + block.leading * 0.8 })
      y += block.leading
    }
    y += gap
  }
  return [
    ...look.ground ? [{ kind: 'panel', ink: look.ground, ...outer } satisfies FillFrame] : [],
    ...look.frame ? borderOf(outer, look.frame) : [],
    textFrame('furniture', undefined, box, lines),
  ]
}

/** Four rules along the inside of a rectangle. */
function borderOf({ x, y, width, height }: Rect, { ink, height: weight }: Rule): FillFrame[] {
  const side = (left: number): FillFrame => ({ kind: 'rule', ink, x: left, y: y + weight, width: weight, height: height - 2 * weight })
  const edge = (top: number): FillFrame => ({ kind: 'rule', ink, x, y: top, width, height: weight })
  return [edge(y), side(x), side(x + width - weight), edge(y + height - weight)]
}

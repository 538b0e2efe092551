/**
 * The head of a box: kicker, headline, deck and byline over a story, or the jump head over its continuation, which is a label over
 * its first leg where room is dear.
 */
import type { Span } from '../flow/paragraph.ts'
import type { Ink } from '../stylebook/ink.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import { Memory } from './memory.ts'
import { headBlocks, type Copy, type Piece } from './piece.ts'
import type { Workshop } from './workshop.ts'
import type { Tag } from './page.ts'
import type { SlugLine } from './slug.ts'
import { columnsWidth } from '../stylebook/stylebook.ts'

export interface Head {
  /** Whole grid rows over all legs. */
  rows: number
  /** Rows that it takes of the first leg alone. */
  firstLeg: number
  lines: SlugLine[]
  headlineLines: number
  /** Points of the headline's size: as large as its tier, unless its longest word needs less. */
  size: number
  /** Grounds of labels, from the head's left and top edges. */
  grounds: { x: number; y: number; width: number; height: number; ink: Ink }[]
}

/** Nothing over the legs. */
export const emptyHead: Head = { rows: 0, firstLeg: 0, lines: [], headlineLines: 0, size: 0, grounds: [] }

/** Sets a head at a tier of the stylebook's headlines, `width` points wide; once for the same piece. */
export function setHead(piece: Piece, tier: number, width: number, workshop: Workshop): Head {
  return heads.of(piece.copy, `${tier} ${width} ${piece.from}`, () => makeHead(piece, tier, width, workshop))
}

const heads = new Memory<Copy, Head>()

function makeHead(piece: Piece, tier: number, width: number, workshop: Workshop): Head {
  const { book } = workshop
  const { flow } = piece.copy
  const { headline, deck } = book.headlines[tier]!
  const lines: SlugLine[] = []
  let y = 0
  const grounds: Head['grounds'] = []
  const add = (spans: Span[], style: TextStyle, leading: number, block: number, role: Tag['role'] | undefined, measure = width, x = 0): number => {
    const restyled = spans.map((span) => ({ ...span, style }))
    const set = workshop.setHeadline({
      spans: restyled, language: flow.article.language, align: 'left', indent: 0, left: 0, right: 0, hyphenate: false,
    }, measure)
    const tag = role && { story: flow.article.story, block, role }
    for (const line of set) {
      lines.push({ line, x, y: y + 0.78 * leading, tag })
      y += leading
    }
    return set.length
  }
  const continued = piece.from !== undefined
  // The other page of a spread is seen together with its head.
  if (continued && piece.copy.spread) return emptyHead
  if (continued) add([{ text: workshop.words.continuedFrom(piece.from!), style: book.jumpLine.style, place: flow.place }], book.jumpLine.style, book.jumpLine.leading, 0, undefined)
  else if (flow.kicker) addKicker(flow.kicker)
  const style = { ...headline.style, face: book.headlineFaces[flow.article.kind] ?? headline.style.face }
  const { size, leading } = fitted(continued ? flow.jumpHead : flow.title, { ...headline, style }, width, workshop)
  const headlineLines = add(
    continued ? flow.jumpHead : flow.title, { ...style, size }, leading, headBlocks.headline, continued ? undefined : 'H1',
  )
  y += size * 0.12
  if (!continued && flow.deck) {
    y += 3
    add(flow.deck, deck.style, deck.leading, headBlocks.deck, 'P', Math.min(width, columnsWidth(book, Math.min(3, book.columns))))
    y += 1
  }
  if (!continued && flow.byline) {
    y += 3
    add(flow.byline, book.byline.style, book.byline.leading, headBlocks.byline, 'P')
  }
  return { rows: Math.ceil((y + 3) / book.leading), firstLeg: 0, lines, headlineLines, size, grounds }

  /** On a label every line has a ground of its own, as wide as its letters. */
  function addKicker(spans: Span[]): void {
    const { style, leading, label } = book.kickers[flow.article.kind] ?? book.kickers.usual
    if (!label) {
      add(spans, style, leading, headBlocks.kicker, 'P')
      return
    }
    const top = y
    const count = add(spans, style, leading, headBlocks.kicker, 'P', width - 2 * label.pad, label.pad)
    lines.slice(0, count).forEach(({ line }, index) => {
      const last = line.runs.at(-1)!
      const letters = last.x + workshop.width(last.text.trimEnd(), last.style) - (last.style.tracking ?? 0)
      const ground = top + index * leading
      grounds.push({ x: 0, y: ground, width: letters + 2 * label.pad, height: label.height, ink: label.ink })
      lines[index]!.y = ground + (label.height + style.size * label.capHeight) / 2
    })
  }
}

/** The jump head as a label over the first leg: its words and the page that it comes from in one, and a rule under them. */
export function setLabel({ copy: { flow }, from }: Piece, measure: number, workshop: Workshop): Head {
  const { leading, jumpLabel: { style, page, rule } } = workshop.book
  const words = flow.jumpHead.map((span, at): Span => ({ ...span, style, text: at === flow.jumpHead.length - 1 ? `${span.text} ` : span.text }))
  const set = workshop.setHeadline({
    spans: [...words, { text: workshop.words.continuedFrom(from!), style: page, place: flow.place }],
    language: flow.article.language, align: 'left', indent: 0, left: 0, right: 0, hyphenate: false,
  }, measure)
  const y = (set.length + 0.45) * leading
  return {
    rows: 0, firstLeg: set.length + 1, headlineLines: 0, size: style.size,
    lines: set.map((line, row) => ({ line, x: 0, y: (row + 0.78) * leading })),
    grounds: [{ x: 0, y, width: measure, height: rule.height, ink: rule.ink }],
  }
}

/** The headline's size, lowered until its longest word fits the width: a headline is never divided. */
function fitted(spans: Span[], headline: { style: TextStyle; leading: number }, width: number, workshop: Workshop): { size: number; leading: number } {
  const words = spans.map((span) => span.text).join(' ').split(/\s+/)
  const widest = Math.max(...words.map((word) => workshop.width(word, headline.style)))
  const scale = widest > width ? width / widest : 1
  return { size: headline.style.size * scale, leading: headline.leading * scale }
}

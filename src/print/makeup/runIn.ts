/**
 * Run-in: a tiny notice whose head stands at the beginning of its first line, in bold, where room is dear: a head of its own would
 * take as many rows as its text.
 */
import { directionOf } from '../../languages/language.ts'
import type { Flow, TextBlock } from '../flow/block.ts'
import type { Span } from '../flow/paragraph.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import type { Line, Run } from '../type/line.ts'
import { setGalley } from './galley.ts'
import { headBlocks, type Piece } from './piece.ts'
import { rowsOf, type Slug, type SlugLine } from './slug.ts'
import type { Workshop } from './workshop.ts'

/** Longest notice, in rows of a column: some eighty words. */
const mostRows = 16

/** The notice set at a measure with its head run in; undefined where it is too long, has a picture or a deck, or cannot be set so. */
export function setRunIn({ copy: { flow, galley, pictures }, start, mayJump }: Piece, measure: number, workshop: Workshop): Slug[] | undefined {
  const [first, ...others] = flow.blocks
  if (start > 0 || mayJump || pictures.length > 0 || flow.deck || !isPlain(first) || directionOf(flow.article.language) === 'rtl') return undefined
  if (rowsOf(galley(workshop.column)) > mostRows) return undefined
  const parts = partsOf(flow, workshop)
  const head = parts.flatMap(({ spans, style }) => spans.map((span, at): Span => (
    { ...span, style, text: at === spans.length - 1 ? `${span.text} ` : span.text })))
  const opening: TextBlock = { ...first, paragraph: { ...first.paragraph, spans: [...head, ...first.paragraph.spans], indent: 0 } }
  const slugs = setGalley({ ...flow, blocks: [opening, ...others] }, measure, workshop, new Set())
  return tagged(slugs, parts, flow)
}

function isPlain(block: Flow['blocks'][number] | undefined): block is TextBlock {
  return block?.kind === 'text' && block.role === 'P' && block.leading === undefined && block.mark === undefined && block.paragraph.align === 'justify'
}

/** What of a head runs in, in reading order. */
interface HeadPart {
  spans: Span[]
  style: TextStyle
  block: number
  role: 'P' | 'H1'
}

function partsOf({ kicker, title, byline }: Flow, { book }: Workshop): HeadPart[] {
  const { kicker: label, name, signature } = book.runIn
  return [
    ...kicker ? [{ spans: kicker, style: label, block: headBlocks.kicker, role: 'P' } as const] : [],
    { spans: title, style: name, block: headBlocks.headline, role: 'H1' },
    ...byline ? [{ spans: byline, style: signature, block: headBlocks.byline, role: 'P' } as const] : [],
  ]
}

/** The slugs with the head's letters tagged as the head's, so that a listening reader hears a headline; undefined where one of its words is divided. */
function tagged(slugs: Slug[], parts: HeadPart[], flow: Flow): Slug[] | undefined {
  const waiting = parts.map((part) => ({ part, left: lettersIn(part.spans.map(({ text }) => text).join('')) }))
  const found: Slug[] = []
  for (const slug of slugs) {
    const [only] = slug.lines
    if (waiting.length === 0 || !only) {
      found.push(slug)
      continue
    }
    const lines: SlugLine[] = []
    let runs = only.line.runs
    while (waiting.length > 0 && runs.length > 0) {
      const [{ part, left }] = waiting as [typeof waiting[number]]
      const count = countOf(runs, left)
      if (count === undefined) return undefined
      const own = runs.slice(0, count)
      runs = runs.slice(count)
      waiting[0]!.left -= lettersOf(own)
      if (waiting[0]!.left === 0) waiting.shift()
      else if (only.line.end === 'hyphen') return undefined
      lines.push({ ...only, line: lineOf(own, only.line, runs.length === 0, flow.place), tag: { story: flow.article.story, block: part.block, role: part.role } })
    }
    if (runs.length > 0) lines.push({ ...only, line: { ...only.line, runs, place: runs[0]!.place ?? only.line.place } })
    found.push({ ...slug, lines })
  }
  return found
}

/** Runs that hold so many letters, or all runs when they hold fewer; undefined where the last letter stands within a run. */
function countOf(runs: Run[], letters: number): number | undefined {
  let said = 0
  let count = 0
  while (count < runs.length && said < letters) said += lettersOf([runs[count++]!])
  return said > letters ? undefined : count
}

function lineOf(runs: Run[], line: Line, isWhole: boolean, place: Line['place']): Line {
  return { ...line, runs, end: isWhole ? line.end : 'space', place }
}

function lettersOf(runs: Run[]): number {
  return lettersIn(runs.map(({ text }) => text).join(''))
}

/** Letters and signs that setting neither adds nor takes away; a head whose line is divided is not run in. */
function lettersIn(text: string): number {
  return text.replace(/[\s\u00ad]/g, '').length
}

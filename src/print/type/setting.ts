import { isJoined } from '../stylebook/scripts.ts'
import { directionsOf, fromLeft, type Directions } from './bidi.ts'
import type { Copy } from './copy.ts'
import type { Elasticity } from './itemising.ts'
import type { Items } from './items.ts'
import { box, glue } from './items.ts'
import type { Line, Measurer, Run } from './line.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import type { Paragraph } from '../flow/paragraph.ts'

/** Turns chosen breakpoints into finished lines: letters in runs, word spaces and tracking so that edges meet the measure. */
export function toLines(
  copy: Copy, items: Items, breaks: number[], paragraph: Paragraph, measure: number, elasticity: Elasticity, measurer: Measurer,
): Line[] {
  const lines: Line[] = []
  const directions = directionsOf(copy.text, paragraph.language)
  let from = 0
  let firstItem = 0
  for (const at of breaks) {
    const indent = lines.length === 0 ? paragraph.indent : 0
    const room = measure - paragraph.left - paragraph.right - indent
    const sums = sumsOf(items, firstItem, at)
    const justified = paragraph.align === 'justify' && (items.penalty[at] !== -Infinity || sums.width > room)
    const fit = fitOf(justified ? giveOf(sums, room) : 0, elasticity)
    const parts = runsOf(copy, from, items.end[at]!, fit, items.flagged[at] === 1, directions)
    const runs = parts.map(({ run }) => run)
    const widths = runs.map((run) => measurer.width(run.text, run.style))
    const slack = room + sums.hangLeft + sums.hangRight - widths.reduce((sum, width) => sum + width, 0)
    const spaces = runs.reduce((sum, run) => sum + spacesIn(run.text), 0)
    const wordSpace = justified && spaces > 0 ? slack / spaces : 0
    let x = paragraph.left + indent - sums.hangLeft + shiftOf(paragraph.align, slack)
    for (const part of directions ? fromStart(parts, directions) : parts) {
      const { run } = part
      const width = widths[parts.indexOf(part)]! + spacesIn(run.text) * wordSpace
      // A paragraph that begins at the right is set as if in a mirror.
      run.x = directions?.base === 'rtl' ? measure - x - width : x
      x += width
    }
    lines.push({ runs, width: measure, wordSpace, end: endOf(items, at), place: copy.placeOf(from) })
    from = items.next[at]!
    firstItem = at + 1
  }
  return lines
}

/** A line's items together, without the glue that vanishes at its ends. */
interface LineSums {
  width: number
  stretch: number
  shrink: number
  hangLeft: number
  hangRight: number
}

function sumsOf(items: Items, firstItem: number, at: number): LineSums {
  let first = firstItem
  while (first < at && items.kind[first] !== box) first++
  const sums = { width: 0, stretch: 0, shrink: 0, hangLeft: first < at ? items.hang[first]! : 0, hangRight: items.hang[at]! }
  for (let k = first; k < at; k++) {
    if (items.kind[k] === box || items.kind[k] === glue) sums.width += items.width[k]!
    sums.stretch += items.stretch[k]!
    sums.shrink += items.shrink[k]!
  }
  if (items.kind[at] !== glue) sums.width += items.width[at]!
  sums.width -= sums.hangLeft + sums.hangRight
  return sums
}

/** How the letters of a line are set wider or tighter. */
interface Fit {
  /** What is added between them, in em. */
  tracking: number
  /** How much wider each is drawn, as a part of its width. */
  expansion: number
}

/** What the letters of a line do that gives so much: in what is hardly seen they go ahead of the spaces, whose unevenness is seen first. */
function fitOf(give: number, { trackingStretch, trackingShrink, expansion }: Elasticity): Fit {
  const ahead = Math.max(-1, Math.min(1, lettersAhead * give))
  return { tracking: ahead * (ahead > 0 ? trackingStretch : trackingShrink), expansion: ahead * expansion }
}

/** How much more of their room the letters of a line take than the line does. */
const lettersAhead = 1.3

/** How much of its room the line takes, from -1 to 1. */
function giveOf({ width, stretch, shrink }: LineSums, room: number): number {
  const slack = room - width
  if (slack > 0) return stretch > 0 ? Math.min(1, slack / stretch) : 1
  return shrink > 0 ? Math.max(-1, slack / shrink) : 0
}

/** A run and how deep it is embedded in text of another direction. */
interface Part {
  run: Run
  level: number
}

/** The letters of a line in reading order, style by style and direction by direction. Soft hyphens have done their work and vanish. */
function runsOf(copy: Copy, from: number, to: number, fit: Fit, hyphen: boolean, directions: Directions | undefined): Part[] {
  const parts: Part[] = []
  for (const { start, end, style } of copy.stretches) {
    if (end <= from || start >= to) continue
    const last = Math.min(end, to)
    for (let at = Math.max(start, from), upTo = last; at < last; at = upTo, upTo = last) {
      const level = directions?.levels[at] ?? 0
      if (directions) for (upTo = at + 1; upTo < last && directions.levels[upTo] === level;) upTo++
      const text = copy.text.slice(at, upTo).replaceAll('\u00ad', '')
      if (!text) continue
      const run: Run = { text, style: fitted(style, fit), x: 0 }
      if (parts.length > 0) run.place = copy.placeOf(at)
      if (level % 2 === 1) run.direction = 'rtl'
      parts.push({ run, level })
    }
  }
  if (hyphen) parts.at(-1)!.run.text += '-'
  return parts
}

/** As they stand from the edge where the paragraph's lines begin. */
function fromStart(parts: Part[], { base }: Directions): Part[] {
  return base === 'rtl' ? fromLeft(parts).reverse() : fromLeft(parts)
}

/** Nothing is put between letters that hang together; they are drawn wider all the same. */
function fitted(style: TextStyle, { tracking, expansion }: Fit): TextStyle {
  if (tracking === 0 && expansion === 0) return style
  return isJoined(style.face) ? { ...style, expansion } : { ...style, expansion, tracking: (style.tracking ?? 0) + tracking * style.size }
}

/** Justification widens plain and no-break spaces. */
function spacesIn(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x20 || code === 0xa0) count++
  }
  return count
}

function shiftOf(align: Paragraph['align'], slack: number): number {
  if (align === 'right') return slack
  return align === 'center' ? slack / 2 : 0
}

function endOf(items: Items, at: number): Line['end'] {
  if (at === items.count - 1) return 'paragraph'
  if (items.flagged[at] === 1) return 'hyphen'
  return items.next[at]! > items.end[at]! ? 'space' : 'joint'
}

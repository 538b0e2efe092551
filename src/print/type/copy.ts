import type { Place } from '../../diagnostics/diagnostic.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import { partByScript } from '../stylebook/scripts.ts'
import type { Span } from '../flow/paragraph.ts'

/** A paragraph's words as one string, white space evened out, and what stands where in it. */
export interface Copy {
  text: string
  /** Stretches of one style, in order, without gaps. */
  stretches: Stretch[]
  /** The place of a letter in the Markdown. */
  placeOf(at: number): Place
}

export interface Stretch {
  start: number
  end: number
  style: TextStyle
}

/**
 * White space of any length becomes one space and vanishes at both ends; no-break spaces stay as they are, and a line separator
 * (U+2028) stays as a forced end of the line. Neighbours of one style become one stretch, so that they are shaped together.
 */
export function toCopy(spans: Span[]): Copy {
  let text = ''
  const stretches: Stretch[] = []
  const origins: Origin[] = []
  for (const span of spans) {
    const start = text.length
    const evened = evenedOut(span.text, text)
    if (evened !== undefined) {
      origins.push({ at: start, span, offset: 0 })
      text += evened
    } else for (const { 0: part, index } of span.text.matchAll(wordsAndSpaces)) {
      if (space.test(part) && (text === '' || text.endsWith(' ') || text.endsWith('\u2028'))) continue
      if (part === '\u2028' && text.endsWith(' ')) text = text.slice(0, -1)
      origins.push({ at: text.length, span, offset: index })
      text += space.test(part) ? ' ' : part
    }
    const last = stretches.at(-1)
    if (last && looksAlike(last.style, span.style)) last.end = text.length
    else if (text.length > start) stretches.push({ start, end: text.length, style: span.style })
  }
  text = text.replace(/[ \u2028]+$/, '')
  const kept = stretches.filter((stretch) => stretch.start < text.length)
  if (kept.length > 0) kept.at(-1)!.end = text.length
  return { text, stretches: kept.flatMap((stretch) => byScript(stretch, text)), placeOf: (at) => placeOf(origins, at) }
}

/** The stretch, parted where its face cannot draw the script. */
function byScript({ start, end, style }: Stretch, text: string): Stretch[] {
  let at = start
  return partByScript(text.slice(start, end), style).map((part) => ({ start: at, end: at += part.text.length, style: part.style }))
}

/** Where a part of the text came from. */
interface Origin {
  at: number
  span: Span
  offset: number
}

/** A text in which every white space stands alone, as nearly all do: it stands letter by letter as it was typed. */
function evenedOut(text: string, before: string): string | undefined {
  if (unevenSpace.test(text) || text === '') return undefined
  const follows = before === '' || before.endsWith(' ') || before.endsWith('\u2028')
  return follows && space.test(text) ? undefined : text.replace(otherSpace, ' ')
}

const unevenSpace = /[ \t\n\r\f]{2}|\u2028/
const otherSpace = /[\t\n\r\f]/g
const wordsAndSpaces = /[ \t\n\r\f]+|\u2028|[^ \t\n\r\f\u2028]+/g
const space = /^[ \t\n\r\f]/

function looksAlike(a: TextStyle, b: TextStyle): boolean {
  return a === b || (a.face === b.face && a.size === b.size && a.ink === b.ink && a.rise === b.rise
    && a.strike === b.strike && a.tracking === b.tracking && a.link === b.link && a.hidden === b.hidden)
}

/** The span's place, moved by the letters and line ends before this one. */
function placeOf(origins: Origin[], at: number): Place {
  let low = 0
  for (let high = origins.length - 1; low < high;) {
    const middle = (low + high + 1) >> 1
    if (origins[middle]!.at <= at) low = middle
    else high = middle - 1
  }
  const { span, offset, at: start } = origins[low]!
  if (!span.place.start) return { file: span.place.file }
  const length = Math.min(offset + at - start, span.text.length)
  let lineEnds = 0
  let lastEnd = -1
  for (let end = span.text.indexOf('\n'); end >= 0 && end < length; end = span.text.indexOf('\n', end + 1)) {
    lineEnds++
    lastEnd = end
  }
  const { line, column } = span.place.start
  const point = lineEnds === 0 ? { line, column: column + length } : { line: line + lineEnds, column: length - lastEnd }
  return { file: span.place.file, start: point }
}

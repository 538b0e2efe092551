/**
 * Drop cap: the first lines of a story make room for its first letter, drawn large. The letter of the text stays where it was, hidden
 * before the rest of its word, so that programs which read the page find "The" and not "T he".
 */
import type { Paragraph, Span } from '../flow/paragraph.ts'
import { directionOf } from '../../languages/language.ts'
import { isJoined, partByScript } from '../stylebook/scripts.ts'
import { textOf, type Line } from '../type/line.ts'
import type { Initial } from './page.ts'
import type { Workshop } from './workshop.ts'

export interface Opening {
  /** The whole paragraph; its first lines stand beside the letter. */
  lines: Line[]
  /** From the first line's left edge and top. */
  initial: Initial
}

/** What can stand large: a letter or a figure of its own, without marks that belong to it. */
const letter = /^[\p{L}\p{N}](?!\p{M})/u

/** The paragraph with its first letter large; undefined where it begins with a sign, runs from the right, or is too short to stand beside its letter. */
export function setDropCap(paragraph: Paragraph, measure: number, workshop: Workshop): Opening | undefined {
  const { book } = workshop
  const { lines: depth, gap, style, capHeight } = book.dropCap
  const [opening, ...others] = paragraph.spans
  const [first] = opening?.text ?? ''
  if (!opening || first === undefined || !letter.test(opening.text) || directionOf(paragraph.language) === 'rtl' || opening.style.link !== undefined) return undefined
  const size = ((depth - 1) * book.leading + opening.style.size * book.capHeight) / capHeight
  const { style: large } = partByScript(first, { ...style, size })[0]!
  // A letter that hangs together with the next is none when it stands alone.
  if (isJoined(large.face)) return undefined
  const notch = workshop.width(first, large) + gap
  const hidden = { ...opening.style, hidden: true as const }
  const spans: Span[] = [{ ...opening, text: first, style: hidden }, ...spansFrom([opening], first.length), ...others]
  const beside = workshop.set({ ...paragraph, spans, left: notch, indent: -workshop.width(first, hidden) }, measure).slice(0, depth)
  if (beside.length < depth || beside.at(-1)!.end !== 'space') return undefined
  const said = beside.reduce((sum, line) => sum + lettersIn(textOf(line)), 0)
  const rest = spansFrom(paragraph.spans, offsetAfter(paragraph.spans, said))
  const under = workshop.set({ ...paragraph, spans: rest, indent: 0 }, measure)
  // A letter that hangs under its paragraph would stand beside the next.
  if (under.length === 0) return undefined
  return {
    lines: [...beside, ...under],
    initial: { letter: first, style: large, x: 0, baseline: (depth - 1) * book.leading + book.baseline },
  }
}

/** Letters and signs that setting neither adds nor takes away. */
function lettersIn(text: string): number {
  return text.replace(unsteady, '').length
}

const unsteady = /[\s\u00ad]/g

/** Where in the spans' whole text so many letters have been said. */
function offsetAfter(spans: Span[], letters: number): number {
  const text = spans.map((span) => span.text).join('')
  let at = 0
  for (let said = 0; said < letters; at++) said += lettersIn(text[at]!)
  return at
}

/** The spans without what stands before the offset. */
function spansFrom(spans: Span[], offset: number): Span[] {
  let before = 0
  return spans.flatMap((span): Span[] => {
    const cut = Math.max(0, offset - before)
    before += span.text.length
    if (cut >= span.text.length) return []
    const start = span.place.start && { ...span.place.start, column: span.place.start.column + cut }
    return [{ ...span, text: span.text.slice(cut), place: { ...span.place, ...start && { start } } }]
  })
}

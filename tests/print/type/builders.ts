import type { Measurer } from '../../../src/print/type/line.ts'
import type { TextStyle } from '../../../src/print/stylebook/textStyle.ts'
import { textOf, type Line } from '../../../src/print/type/line.ts'
import type { Paragraph } from '../../../src/print/flow/paragraph.ts'

export const plain: TextStyle = { face: 'text', size: 10, ink: 'black' }
export const bold: TextStyle = { face: 'textBold', size: 10, ink: 'black' }

/** Letters of six widths in tenths of the size, a kerned pair and a ligature, so that a word is not the sum of its letters. */
export const measurer: Measurer = {
  width(text, style) {
    const { tenths, glyphs } = known.get(text) ?? measure(text)
    return (tenths / 10) * (style.face === 'textBold' ? 1.1 : 1) * style.size + glyphs * (style.tracking ?? 0)
  },
}

const known = new Map<string, { tenths: number; glyphs: number }>()

function measure(text: string): { tenths: number; glyphs: number } {
  let tenths = -0.8 * (text.match(/AV|To|ro/g)?.length ?? 0)
  let glyphs = 0
  const shaped = text.replaceAll('fi', 'ﬁ').replaceAll(/(\p{Extended_Pictographic})(?:\u200d\p{Extended_Pictographic})+/gu, '$1')
  for (const sign of shaped) {
    if (/\p{Mn}/u.test(sign)) continue
    glyphs++
    if (/[ijltf.,;:'’!| \u00a0-]/.test(sign)) tenths += 2.5
    else if (/[mwMW—]/.test(sign)) tenths += 8
    else if (/\p{Emoji_Presentation}/u.test(sign)) tenths += 12
    else if (/[A-Z]/.test(sign)) tenths += 6.5
    else tenths += 5
  }
  known.set(text, { tenths, glyphs })
  return { tenths, glyphs }
}

/** A justified English paragraph without indent, changed as asked. */
export function paragraph(text: string, changes: Partial<Paragraph> = {}): Paragraph {
  const spans = [{ text, style: plain, place: { file: 'en.md', start: { line: 1, column: 1 } } }]
  return { spans, language: 'en', align: 'justify', indent: 0, left: 0, right: 0, hyphenate: true, ...changes }
}

/** What each line draws. */
export function drawn(lines: Line[]): string[] {
  return lines.map((line) => line.runs.map((run) => run.text).join(''))
}

/** The text that a reader of the lines has read. */
export function joined(lines: Line[]): string {
  return lines.map((line) => textOf(line) + (line.end === 'space' ? ' ' : '')).join('')
}

/** Where the line's last letter ends, from the line's left edge. */
export function rightEdge(line: Line): number {
  const last = line.runs.at(-1)!
  const spaces = last.text.match(/[ \u00a0]/g)?.length ?? 0
  return last.x + measurer.width(last.text, last.style) + spaces * line.wordSpace
}

/** Numbers from 0 to 1, the same for the same seed (Marsaglia's xorshift). */
export function seeded(seed: number): () => number {
  let state = seed * 2654435761 + 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4294967296
  }
}

import { describe, expect, test } from 'vitest'
import { setDropCap } from '../../../src/print/makeup/dropCap.ts'
import type { Paragraph } from '../../../src/print/flow/paragraph.ts'
import { openFonts } from '../../../src/print/pdf/fonts.ts'
import { stylebookFor } from '../../../src/print/stylebook/stylebook.ts'
import { designs } from '../../../src/newsroom/paper.ts'
import { setParagraph } from '../../../src/print/type/type.ts'
import { textOf } from '../../../src/print/type/line.ts'
import { workshopOf } from './workshop.ts'

const fonts = openFonts()
const sheet = { trim: { width: 792, height: 972 }, margin: 36, columns: 4, leading: 12, body: 9.7 }
const copy = 'The dockers counted their own hours that night, and the count was not what the office had written down. '.repeat(5).trim()

function paragraph(text: string): Paragraph {
  return {
    spans: [{ text, style: { face: 'text', size: 9.7, ink: 'black' }, place: { file: 'en.md', start: { line: 3, column: 1 } } }],
    language: 'en', align: 'justify', indent: 0, left: 0, right: 0, hyphenate: true,
  }
}

describe.each(designs)('a drop cap of the design %s', (design) => {
  const book = stylebookFor(sheet, design)
  const workshop = {
    ...workshopOf(book),
    set: (each: Paragraph, measure: number) => setParagraph(each, measure, fonts),
    width: (text: string, style: Paragraph['spans'][number]['style']) => fonts.width(text, style),
  }

  test('leaves the text as it was, letter by letter', () => {
    const { lines } = setDropCap(paragraph(copy), 168, workshop)!
    expect(lines.map((line) => textOf(line) + (line.end === 'space' ? ' ' : '')).join('')).toBe(copy)
  })

  test('hides the letter right before its word, and moves no line beyond the measure', () => {
    const { lines, initial } = setDropCap(paragraph(copy), 168, workshop)!
    const [hidden, rest] = lines[0]!.runs
    expect(hidden).toMatchObject({ text: 'T', style: { hidden: true } })
    expect(rest!.x).toBeCloseTo(hidden!.x + fonts.width('T', hidden!.style), 3)
    expect(initial.letter).toBe('T')
    const beside = lines.slice(0, book.dropCap.lines)
    const right = initial.x + fonts.width('T', initial.style)
    for (const line of beside) expect(line.runs.find((run) => !run.style.hidden)!.x).toBeGreaterThan(right)
    expect(lines[book.dropCap.lines]!.runs[0]!.x).toBeLessThan(1)
  })

  test.each(['“The night was long,” she said. ', '—Nobody came. ', '¿Quién vive? '])('is not made of the sign that begins %s', (text) => {
    expect(setDropCap(paragraph(text.repeat(20)), 168, workshop)).toBeUndefined()
  })

  test('is not made for a paragraph that is too short for it', () => {
    expect(setDropCap(paragraph('The night was long.'), 168, workshop)).toBeUndefined()
  })
})

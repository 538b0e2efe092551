import { describe, expect, test } from 'vitest'
import type { Paragraph } from '../../src/print/flow/paragraph.ts'
import { compositorFor, forgetLines } from '../../src/print/compositor.ts'
import type { Measurer } from '../../src/print/type/line.ts'

describe('a compositor', () => {
  test('sets a paragraph once a measure, and an equal one at the same place not again', () => {
    const { set } = compositorFor(measurer())
    const lines = set(paragraph(), 60)
    expect(set(paragraph(), 60)).toBe(lines)
    expect(set(paragraph(), 90).length).toBeLessThan(lines.length)
  })

  test('sets again what differs in its words, its place or any part of its style', () => {
    const { set } = compositorFor(measurer())
    const lines = set(paragraph(), 60)
    for (const other of [paragraph({ text: 'one two three four six' }), paragraph({ line: 4 }), paragraph({ link: 'https://example.org/' })]) {
      expect(set(other, 60)).not.toBe(lines)
    }
    expect(set(paragraph({ line: 4 }), 60)[0]!.place.start!.line).toBe(4)
    expect(set(paragraph({ link: 'https://example.org/' }), 60)[0]!.runs[0]!.style.link).toBe('https://example.org/')
  })

  test('keeps a paragraph set in so many lines apart from itself in others', () => {
    const justified = { ...paragraph({ text: 'one two three four five six seven eight nine ten' }), align: 'justify' as const }
    const { set, setInLines } = compositorFor(measurer())
    const usual = set(justified, 120)
    const same = setInLines(justified, 120, usual.length)
    expect(same).toHaveLength(usual.length)
    expect(setInLines(justified, 120, usual.length)).toBe(same)
    expect(setInLines(justified, 120, usual.length + 5)).toEqual([])
  })

  test('stays with its measurer', () => {
    const fonts = measurer()
    const lines = compositorFor(fonts).set(paragraph(), 60)
    expect(compositorFor(fonts).set(paragraph(), 60)).toBe(lines)
    expect(compositorFor(measurer()).set(paragraph(), 60)).not.toBe(lines)
  })

  test('forgets what it set between two issues, and sets it alike', () => {
    const fonts = measurer()
    const lines = compositorFor(fonts).set(paragraph(), 60)
    forgetLines(fonts)
    expect(compositorFor(fonts).set(paragraph(), 60)).not.toBe(lines)
    expect(compositorFor(fonts).set(paragraph(), 60)).toEqual(lines)
  })
})

function measurer(): Measurer {
  return { width: (text, { size }) => text.length * size * 0.5 }
}

function paragraph({ text = 'one two three four five', line = 3, link }: { text?: string; line?: number; link?: string } = {}): Paragraph {
  const style = { face: 'text', size: 10, ink: 'black', ...link !== undefined && { link } } as const
  const place = { file: 'issues/1/story/en.md', start: { line, column: 1 } }
  return { spans: [{ text, style, place }], language: 'en', align: 'left', indent: 0, left: 0, right: 0, hyphenate: false }
}

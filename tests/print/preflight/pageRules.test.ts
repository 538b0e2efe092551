/** Each rule over finished pages: pages that it must catch, beside good ones. */
import { describe, expect, test } from 'vitest'
import { describe as describeDiagnostic } from '../../../src/diagnostics/words.ts'
import type { Frame, Jump, Page, PlacedLine, TextFrame, TextKind } from '../../../src/print/makeup/page.ts'
import { checkPages } from '../../../src/print/preflight/preflight.ts'
import type { Line } from '../../../src/print/type/line.ts'
import { page, picture } from '../pdf/pages.ts'

function lineOf(text: string, end: Line['end'] = 'space'): Line {
  return { runs: [{ text, style: { face: 'text', size: 10, ink: 'black' }, x: 0 }], width: 100, wordSpace: 0, end, place: { file: 'story/en.md', start: { line: 9, column: 1 } } }
}

/** A frame at x, its lines named by the block that they belong to: `1 1 2` is two lines of the first paragraph and one of the second. */
function text(kind: TextKind, x: number, y: number, blocks: string, story = 'strike'): TextFrame {
  const lines = blocks.split(' ').map((block, i): PlacedLine => ({ line: lineOf(`Line ${i + 1} of ${block}`), x, baseline: y + 10 + 12 * i, tag: { story, block: Number(block), role: 'P' } }))
  return { kind, story, x, y, width: 100, height: 12 * lines.length, lines }
}

function ids(pages: Page[], jumps: Jump[] = []): string[] {
  return checkPages({ pages, overset: [], jumps }).map(({ id, params }) => `${id} ${params.page}`)
}

const legs = (first: string, second: string): Frame[] => [text('leg', 20, 40, first), text('leg', 140, 40, second)]

describe('widows and orphans', () => {
  test.each([
    ['paragraphs that end with their legs', '1 1 2 2', '3 3', []],
    ['two lines on both sides', '1 1 2 2', '2 2 3 3', []],
    ['a paragraph of one line at the head', '1 1', '2 3 3', []],
    ['a paragraph of one line at the foot', '1 1 2', '3 3', []],
    ['a widow', '1 1 2 2', '2 3 3', ['print/widow 1']],
    ['an orphan', '1 1 2', '2 2 3', ['print/orphan 1']],
    ['both at once', '1 1 2', '2 3 3', ['print/widow 1', 'print/orphan 1']],
  ])('%s', (_, first, second, expected) => {
    expect(ids([page(1, legs(first, second))])).toEqual(expected)
  })

  test('are found across pages, and name the line', () => {
    const [found] = checkPages({ pages: [page(1, [text('leg', 20, 40, '1 1 2 2')]), page(2, [text('leg', 20, 40, '2 3 3')])], overset: [], jumps: [] })
    expect(found).toMatchObject({ id: 'print/widow', place: { file: 'story/en.md', start: { line: 9 } }, params: { page: 2, text: 'Line 1 of 2' } })
    expect(describeDiagnostic(found!, 'es').message).toContain('Página 2: la última línea')
  })

  test('are counted within one story', () => {
    expect(ids([page(1, [text('leg', 20, 40, '1 1'), text('leg', 140, 40, '1 2 2', 'kitchen')])])).toEqual([])
  })
})

describe('frames', () => {
  test('that lie over each other are named, with the spot', () => {
    const [found, ...more] = checkPages({ pages: [page(3, [text('leg', 20, 40, '1 1 1'), picture('a.jpg', 'A', { x: 60, y: 60, story: 'kitchen' })])], overset: [], jumps: [] })
    expect(more).toEqual([])
    expect(found).toMatchObject({ id: 'print/frames-overlap', params: { page: 3, first: 'strike', second: 'kitchen', left: 21, top: 21 } })
  })

  test('may touch, and may stand on a panel', () => {
    const panel: Frame = { kind: 'panel', ink: 'tint', x: 20, y: 40, width: 200, height: 80 }
    expect(ids([page(1, [panel, text('leg', 20, 40, '1 1'), text('leg', 120, 40, '2 2'), text('leg', 20, 64, '3 3', 'kitchen')])])).toEqual([])
  })

  test('that reach out of the type area are named; pictures may bleed where the press can', () => {
    const wide = picture('a.jpg', 'A', { x: -9, y: 20, width: 318 })
    expect(ids([page(1, [text('leg', 200, 40, '1 1')])])).toEqual(['print/frame-outside 1'])
    expect(ids([page(1, [wide])])).toEqual(['print/frame-outside 1'])
    expect(ids([page(1, [wide], { bleed: 9 })])).toEqual([])
    expect(ids([page(1, [text('leg', -9, 40, '1 1')], { bleed: 9 })])).toEqual(['print/frame-outside 1'])
  })
})

describe('jumps', () => {
  const start = page(1, [text('headline', 20, 20, '0'), text('leg', 20, 40, '1 1 2 2'), text('jumpLine', 20, 100, '9')])
  const end = page(2, [text('headline', 20, 40, '0'), text('leg', 20, 60, '2 2 3 3')])
  const jump: Jump = { story: 'strike', from: 1, to: 2 }

  test('that arrive are right', () => {
    expect(ids([start, end], [jump])).toEqual([])
  })

  test('that lead to a page without the story, or with its headline alone, are lost', () => {
    expect(ids([start, page(2, [text('leg', 20, 60, '1 1', 'kitchen')])], [jump])).toEqual(['print/jump-lost 1'])
    expect(ids([start, page(2, end.frames.slice(0, 1))], [jump])).toEqual(['print/jump-lost 1'])
    expect(ids([start], [jump])).toEqual(['print/jump-lost 1'])
  })

  test('never send readers away above their own headline', () => {
    const wrong = page(1, [text('leg', 20, 40, '1 1 2 2'), text('jumpLine', 20, 100, '9'), text('headline', 20, 120, '0')])
    expect(ids([wrong, end], [jump])).toEqual(['print/headline-under-jump 1'])
    expect(ids([page(1, [...start.frames, text('headline', 20, 120, '0', 'kitchen')]), end], [jump])).toEqual([])
  })
})

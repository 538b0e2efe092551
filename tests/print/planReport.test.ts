import { describe, expect, test } from 'vitest'
import type { Frame, Layout, Page } from '../../src/print/makeup/page.ts'
import { formatPlan, toPlanDocument } from '../../src/print/planReport.ts'

/** A page of 320 × 240 points: ten to a letter of the drawing. */
function page(number: number, frames: Frame[]): Page {
  return { number, side: number % 2 === 0 ? 'left' : 'right', trim: { width: 340, height: 260 }, bleed: 0, area: { x: 10, y: 10, width: 320, height: 240 }, frames }
}

function text(kind: 'leg' | 'headline' | 'folio', x: number, y: number, width: number, height: number, story?: string, lines = 2): Frame {
  const line = { runs: [], width, wordSpace: 0, end: 'space' as const, place: { file: 'en.md' } }
  return { kind, x: 10 + x, y: 10 + y, width, height, ...story !== undefined && { story }, lines: Array.from({ length: lines }, () => ({ line, x: 0, baseline: 0 })) }
}

const layout: Layout = {
  pages: [
    page(1, [
      text('folio', 0, 0, 320, 10), text('headline', 0, 20, 320, 30, 'strike'), text('leg', 0, 60, 155, 180, 'strike', 15),
      { kind: 'picture', x: 170, y: 70, width: 160, height: 80, file: 'crane.jpg', crop: { x: 0, y: 0, width: 1, height: 1 }, alt: '', story: 'strike' },
      { kind: 'rule', ink: 'black', x: 10, y: 10, width: 320, height: 1 },
    ]),
    page(2, [text('headline', 0, 20, 320, 20, 'strike'), text('leg', 0, 50, 320, 50, 'strike', 4), text('headline', 0, 120, 320, 20, 'letter'), text('leg', 0, 140.123, 320, 99.877, 'letter', 8)]),
  ],
  overset: [{ story: 'notice', lines: 12, words: 90, text: 'We meet', whole: true, place: { file: 'notice/en.md' } }],
  jumps: [{ story: 'strike', from: 1, to: 2 }],
}

describe('the plan for programs', () => {
  const plan = toPlanDocument(layout, { issue: '17-01', language: 'en', product: 'press' })

  test('has exactly the keys of the contract', () => {
    expect(Object.keys(plan)).toEqual(['issue', 'language', 'product', 'pages', 'stories'])
    for (const each of plan.pages) {
      expect(Object.keys(each)).toEqual(['number', 'frames', 'emptyArea'])
      for (const frame of each.frames) expect(Object.keys(frame).filter((key) => key !== 'story')).toEqual(['kind', 'x', 'y', 'width', 'height', 'lines'])
    }
  })

  test('says where every frame lies, in points from the trim, to a hundredth', () => {
    expect(plan.pages[1]!.frames[3]).toEqual({ kind: 'leg', story: 'letter', x: 10, y: 150.12, width: 320, height: 99.88, lines: 8 })
  })

  test('says of every story its pages, lines, what is overset and where it jumps', () => {
    expect(JSON.parse(JSON.stringify(plan.stories))).toEqual([
      { story: 'strike', pages: [1, 2], lines: 19, overset: 0, jump: 2 },
      { story: 'letter', pages: [2], lines: 8, overset: 0 },
      { story: 'notice', pages: [], lines: 0, overset: 12 },
    ])
  })

  test('counts the empty area of a page', () => {
    const area = (frames: Frame[]) => toPlanDocument({ pages: [page(1, frames)], overset: [], jumps: [] }, { issue: '', language: '', product: '' }).pages[0]!.emptyArea
    const whole = area([])
    expect(whole).toBeGreaterThan(0.95 * 320 * 240)
    expect(whole).toBeLessThanOrEqual(320 * 240)
    expect(area([text('leg', 0, 0, 320, 240, 'a')])).toBe(0)
    const half = area([text('leg', 0, 0, 160, 240, 'a')])
    expect(half / whole).toBeGreaterThan(0.45)
    expect(half / whole).toBeLessThan(0.55)
    // What lies twice counts once.
    expect(area([text('leg', 0, 0, 160, 240, 'a'), text('headline', 0, 0, 160, 240, 'a')])).toBe(half)
  })
})

describe('the plan for people', () => {
  const drawn = formatPlan(layout, new Map([['strike', 'Eleven days']]))
  const rows = drawn.split('\n')

  test('says titles without signs that would turn or command a terminal', () => {
    expect(formatPlan(layout, new Map([['strike', '\u202eEleven\u202c \u001b[31mdays\u0007']]))).toContain('  a  Eleven [31mdays (1, 2)')
  })

  test('draws heads in capitals, text in small letters, pictures and furniture by signs, side by side', () => {
    expect(rows[0]).toMatch(/^1 {31} {2}2 {31}$/)
    expect(rows[1]!.slice(0, 32)).toBe('='.repeat(32))
    expect(rows[2]!.slice(0, 32)).toBe('.'.repeat(32))
    expect(rows[3]).toBe(`${'A'.repeat(32)}  ${'A'.repeat(32)}`)
    expect(rows[8]!.slice(0, 32)).toBe(`${'a'.repeat(16)}${'#'.repeat(16)}`)
    expect(rows[13]!.slice(34)).toBe('B'.repeat(32))
    expect(rows[20]!.slice(0, 32)).toBe(`${'a'.repeat(16)}${'.'.repeat(16)}`)
  })

  test('explains its letters by headlines and pages, and by slugs where there is no headline', () => {
    expect(drawn).toContain('  a  Eleven days (1, 2)')
    expect(drawn).toContain('  b  letter (2)')
    expect(drawn.endsWith('\n')).toBe(true)
  })

  test('draws four pages in a row', () => {
    const many = formatPlan({ pages: Array.from({ length: 6 }, (_, index) => page(index + 1, [])), overset: [], jumps: [] }, new Map())
    expect(many.split('\n').filter((row) => /^\d/.test(row)).map((row) => row.trim().split(/\s+/))).toEqual([['1', '2', '3', '4'], ['5', '6']])
  })
})

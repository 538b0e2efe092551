import { describe, expect, test } from 'vitest'
import { artRules, emptyPart, formatJudgements, judgePages, type ArtRule } from '../../../src/print/makeup/artDirection.ts'
import type { Frame, Page, PlacedLine, TextFrame, TextKind } from '../../../src/print/makeup/page.ts'
import type { Line } from '../../../src/print/type/line.ts'
import { tabloid } from './workshop.ts'

/** A type area of two columns of 150 points and a gutter of 20, 40 rows of 12 points. */
const area = { x: 10, y: 10, width: 320, height: 480 }
const left = 10
const right = 180
const column = 150
const row = 12

function page(frames: Frame[], number = 1): Page {
  return { number, side: 'right', trim: { width: 340, height: 500 }, bleed: 0, area, frames }
}

function lineOf(size: number, end: Line['end']): Line {
  const style = { ...tabloid.body, size }
  return { runs: [{ text: 'Words', style, x: 0 }], width: column, wordSpace: 0, end, place: { file: 'en.md' } }
}

interface Of {
  story?: string
  width?: number
  size?: number
  /** Numbers of the paragraphs that the lines belong to. */
  blocks?: number[]
  ends?: Line['end'][]
  role?: 'P' | 'H1'
}

/** A frame of so many rows, a line of type on each. */
function text(kind: TextKind, x: number, fromRow: number, rows: number, { story = 'strike', width = column, size = 10, blocks, ends, role = 'P' }: Of = {}): TextFrame {
  const y = area.y + fromRow * row
  const lines = Array.from({ length: rows }, (_, index): PlacedLine => ({
    line: lineOf(size, ends?.[index] ?? 'space'), x, baseline: y + (index + 1) * row, tag: { story, block: blocks?.[index] ?? 10, role },
  }))
  return { kind, story, x, y, width, height: rows * row, lines }
}

function headline(x: number, fromRow: number, of: Of = {}): TextFrame {
  return text('headline', x, fromRow, 2, { size: 24, role: 'H1', ...of })
}

function picture(x: number, fromRow: number, rows: number, story = 'strike', width = column): Frame {
  return { kind: 'picture', x, y: area.y + fromRow * row, width, height: rows * row, story, file: 'gate.jpg', crop: { x: 0, y: 0, width: 1, height: 1 }, alt: '' }
}

function rule(x: number, atRow: number, width = column): Frame {
  return { kind: 'rule', ink: 'black', x, y: area.y + atRow * row, width, height: 1 }
}

/** Two even columns of one story under its headline: no rule is broken. */
const good = () => [headline(left, 0, { width: 320 }), text('leg', left, 3, 37), text('leg', right, 3, 37, { blocks: Array(37).fill(11) })]

function brokenOn(frames: Frame[]): Partial<Record<ArtRule, number>> {
  return Object.fromEntries(Object.entries(judgePages([page(frames)])[0]!.broken).filter(([, times]) => times > 0))
}

test('a good page breaks no rule', () => {
  expect(brokenOn(good())).toEqual({})
})

/** For each rule that one page alone can break: frames that break it, and nearly the same ones that do not. */
const cases: Partial<Record<ArtRule, { broken: Frame[]; kept: Frame[] }>> = {
  overlap: {
    broken: [...good(), picture(left, 20, 5)],
    kept: [...good(), { kind: 'panel', ink: 'tint', x: left, y: 100, width: column, height: 60 }],
  },
  outside: {
    broken: [...good(), { kind: 'panel', ink: 'tint', x: left, y: 470, width: column, height: 25 }],
    kept: [...good(), { kind: 'panel', ink: 'tint', x: left, y: 470, width: column, height: 20 }],
  },
  tombstone: {
    broken: [headline(left, 0), text('leg', left, 3, 37), headline(right, 0, { story: 'letter' }), text('leg', right, 3, 37, { story: 'letter' })],
    kept: [headline(left, 0), text('leg', left, 3, 37), headline(right, 0, { story: 'letter', size: 18 }), text('leg', right, 3, 37, { story: 'letter' })],
  },
  sameSize: {
    broken: [headline(left, 0), text('leg', left, 3, 10), headline(left, 15, { story: 'letter' }), text('leg', left, 18, 22, { story: 'letter' })],
    kept: [headline(left, 0), text('leg', left, 3, 10), headline(left, 15, { story: 'letter', size: 16 }), text('leg', left, 18, 22, { story: 'letter' })],
  },
  bumping: {
    broken: [picture(left, 0, 10), picture(right, 0, 10, 'letter')],
    kept: [picture(left, 0, 10), picture(right, 0, 10)],
  },
  strayPicture: {
    broken: [picture(left, 0, 10), headline(left, 11, { story: 'letter' }), text('leg', left, 14, 26, { story: 'letter' })],
    kept: [picture(left, 0, 10), rule(left, 10.5), headline(left, 11, { story: 'letter' }), text('leg', left, 14, 26, { story: 'letter' })],
  },
  underJump: {
    broken: [headline(left, 0), text('leg', left, 3, 10), text('jumpLine', left, 13, 1), headline(left, 15, { story: 'letter', size: 16 }), text('leg', left, 18, 22, { story: 'letter' })],
    kept: [headline(left, 0), text('leg', left, 3, 10), text('jumpLine', left, 13, 1), headline(left, 15, { size: 16 }), text('leg', left, 18, 22)],
  },
  shortLeg: {
    broken: [...good().slice(0, 2), picture(right, 3, 33), text('leg', right, 36, 4)],
    kept: [...good().slice(0, 2), picture(right, 3, 32), text('leg', right, 35, 5)],
  },
  uneven: {
    broken: [...good().slice(0, 2), text('leg', right, 3, 35)],
    kept: [...good().slice(0, 2), text('leg', right, 3, 36)],
  },
  bottom: {
    broken: [headline(left, 0, { width: 320 }), text('leg', left, 3, 35), text('leg', right, 3, 35)],
    kept: [headline(left, 0, { width: 320 }), text('leg', left, 3, 36), text('leg', right, 3, 36)],
  },
  noEntry: {
    broken: good().slice(1),
    kept: [text('pullQuote', left, 0, 3, { width: 320 }), ...good().slice(1)],
  },
}

describe('the rule', () => {
  for (const [rule, { broken, kept }] of Object.entries(cases)) {
    test(`${rule} is broken where ${artRules[rule as ArtRule]}`, () => {
      expect(brokenOn(broken)).toHaveProperty(rule)
      expect(brokenOn(kept)).not.toHaveProperty(rule)
    })
  }

  test('noEntry is kept by a notice in display type, but not by other furniture', () => {
    expect(brokenOn([text('furniture', left, 0, 2, { size: 40 }), ...good().slice(1)])).not.toHaveProperty('noEntry')
    expect(brokenOn([text('furniture', left, 0, 2, { size: 9 }), ...good().slice(1)])).toHaveProperty('noEntry')
  })

  /** Two legs of one story, the paragraphs of their lines as numbers. */
  const legs = (first: number[], second: number[], ends: Line['end'][] = []) => [
    text('leg', left, 3, first.length, { blocks: first, ends }), text('leg', right, 3, second.length, { blocks: second, ends: Array(second.length).fill('paragraph') }),
  ]

  test('widow is broken by a last line alone at the head of a leg', () => {
    expect(brokenOn(legs([10, 10, 10], [10, 11, 11]))).toHaveProperty('widow', 1)
    expect(brokenOn(legs([10, 10, 10], [10, 10, 11]))).not.toHaveProperty('widow')
    expect(brokenOn(legs([10, 10, 10], [11, 12, 12]))).not.toHaveProperty('widow')
  })

  test('orphan is broken by a first line alone at the foot of a leg', () => {
    expect(brokenOn(legs([10, 10, 11], [11, 11]))).toHaveProperty('orphan', 1)
    expect(brokenOn(legs([10, 11, 11], [11, 11]))).not.toHaveProperty('orphan')
  })

  test('hyphen is broken by a word that is divided from leg to leg, over pages too', () => {
    const divided = legs([10, 10], [10, 10], ['space', 'hyphen'])
    expect(brokenOn(divided)).toHaveProperty('hyphen', 1)
    const [first, second] = judgePages([page([divided[0]!], 1), page([divided[1]!], 2)])
    expect([first!.broken.hyphen, second!.broken.hyphen]).toEqual([1, 0])
    expect(brokenOn(legs([10, 10], [10, 10], ['hyphen', 'space']))).not.toHaveProperty('hyphen')
  })

  test('has a case here, whichever it is', () => {
    expect([...Object.keys(cases), 'widow', 'orphan', 'hyphen'].sort()).toEqual(Object.keys(artRules).sort())
  })
})

describe('the empty part of a page', () => {
  test('is one without frames, and none where frames cover it', () => {
    expect(emptyPart(page([]))).toBe(1)
    expect(emptyPart(page([picture(left, 0, 40, 'strike', 320)]))).toBe(0)
  })

  test('is the half that no frame covers, but for the white around the other', () => {
    expect(emptyPart(page([picture(left, 0, 20, 'strike', 320)]))).toBeCloseTo(0.5 - 1 / 40, 1)
  })
})

test('the table has a line a page, a column for each rule that any page breaks, and names the others', () => {
  const table = formatJudgements(judgePages([page(good(), 1), page(cases.tombstone!.broken, 2)])).split('\n')
  expect(table[0]!.split(/\s+/).filter(Boolean)).toEqual(['page', 'empty', 'tombstone'])
  expect(table[1]!.trim().split(/\s+/)).toEqual(['1', expect.stringMatching(/^\d+\.\d%$/), '·'])
  expect(table[3]).toMatch(/^ +✔ {2}overlap, outside, sameSize, /)
  expect(table[2]!.trim().split(/\s+/)).toEqual(['2', expect.stringMatching(/^\d+\.\d%$/), '1'])
})

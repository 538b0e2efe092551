import { describe, expect, test } from 'vitest'
import { imposeBooklet } from '../../../src/print/imposition/booklet.ts'
import { backToBack, imposeFlyer } from '../../../src/print/imposition/flyer.ts'
import { colorPlate, onSheets } from '../../../src/print/imposition/plates.ts'
import { pressSides, readersPairs } from '../../../src/print/imposition/press.ts'
import { enlarge, fillUp, type Placement, type Side } from '../../../src/print/imposition/sheet.ts'
import { headToTail } from '../../../src/print/imposition/teteBeche.ts'
import type { Frame, Page, TextFrame } from '../../../src/print/makeup/page.ts'
import type { Ink } from '../../../src/print/stylebook/ink.ts'
import { frame, page, tag } from '../pdf/pages.ts'

const pagesOf = (count: number): Page[] => Array.from({ length: count }, (_, at) => page(at + 1, []))

/** Left to right, the page numbers of a side. */
const numbers = (side: Side) => [...side.placements].sort((a, b) => a.x - b.x).map((placement) => placement.page.number)

/**
 * Prints duplex, stacks the sheets, folds them once and leafs through: what a reader sees, page by page. A sheet that is turned over
 * the short edge of a lying sheet shows its back the right way up, its left half behind the front's right half.
 */
function readFolded(sides: Side[]): number[] {
  const sheets = Array.from({ length: sides.length / 2 }, (_, at) => ({ front: numbers(sides[2 * at]!), back: numbers(sides[2 * at + 1]!) }))
  const firstHalf = sheets.flatMap(({ front, back }) => [front[1]!, back[0]!])
  const secondHalf = sheets.toReversed().flatMap(({ front, back }) => [back[1]!, front[0]!])
  return [...firstHalf, ...secondHalf]
}

describe('booklet', () => {
  test.each([4, 8, 12, 16, 32, 64])('of %i pages reads from the first to the last when it is folded', (count) => {
    const sides = imposeBooklet(pagesOf(count), { width: 792, height: 612, creep: 0.3 })
    expect(sides).toHaveLength(count / 2)
    expect(readFolded(sides)).toEqual(Array.from({ length: count }, (_, at) => at + 1))
    expect(sides.flatMap(({ placements }) => placements).every(({ turned }) => !turned)).toBe(true)
  })

  test('has page one outside on the right', () => {
    expect(numbers(imposeBooklet(pagesOf(8))[0]!)).toEqual([8, 1])
  })

  test('scales pages into half the sheet, in the middle of its height and up to the fold', () => {
    const [side] = imposeBooklet(pagesOf(4), { width: 300, height: 300, creep: 0 })
    expect(side!.placements).toMatchObject([{ x: 0, y: 50, scale: 0.5 }, { x: 150, y: 50, scale: 0.5 }])
  })

  test('never enlarges, and keeps pages at the fold of a larger sheet', () => {
    const [side] = imposeBooklet(pagesOf(4), { width: 1000, height: 400, creep: 0 })
    expect(side!.placements.map(({ x, scale }) => [x, scale])).toEqual([[200, undefined], [500, undefined]])
  })

  test('moves the pages of inner sheets to the fold, on both of their sides', () => {
    const shifts = imposeBooklet(pagesOf(12), { width: 600, height: 400, creep: 0.5 }).map(({ placements }) => placements.map(({ x }) => x))
    expect(shifts).toEqual([[0, 300], [0, 300], [0.5, 299.5], [0.5, 299.5], [1, 299], [1, 299]])
  })

  test('marks the fold outside, at the head and the foot', () => {
    const sides = imposeBooklet(pagesOf(8), { width: 600, height: 400, creep: 0 })
    expect(sides[0]!.marks!.map(({ x, width, y, height }) => [x + width / 2, y, y + height])).toEqual([[300, 0, 9], [300, 391, 400]])
    expect(sides.slice(1).every(({ marks }) => marks === undefined)).toBe(true)
  })

  test.each([0, 1, 6])('refuses %i pages', (count) => {
    expect(() => imposeBooklet(pagesOf(count))).toThrow(`A booklet needs a multiple of four pages, not ${count}`)
  })
})

describe('press', () => {
  const plain = { trim: { width: 300, height: 400 }, pdfPage: { width: 300, height: 400 }, pairs: false, marks: 0, bleed: 0 }

  test('gives single pages of the trim', () => {
    expect(pressSides(pagesOf(2), plain)).toMatchObject([{ width: 300, height: 400, placements: [{ x: 0, y: 0 }] }, { placements: [{ page: { number: 2 } }] }])
  })

  test('lays the trim in the middle of a PDF page that is smaller', () => {
    const [side] = pressSides(pagesOf(2), { ...plain, pdfPage: { width: 290, height: 380 } })
    expect(side).toMatchObject({ width: 290, height: 380, placements: [{ x: -5, y: -10 }] })
  })

  test('puts crop marks outside the trim, within the room', () => {
    const [side] = pressSides(pagesOf(2), { ...plain, marks: 34, bleed: 8.5 })
    expect(side!.room).toBe(34)
    expect(side!.marks).toHaveLength(8)
    for (const { x, y, width, height } of side!.marks!) {
      expect(x + width <= -16 || x >= 316 || y + height <= -16 || y >= 416).toBe(true)
      expect([x >= -34.2, y >= -34.2, x + width <= 334.2, y + height <= 434.2]).toEqual([true, true, true, true])
    }
  })

  test('pairs pages as readers see them, the last beside the first', () => {
    const sides = pressSides(pagesOf(8), { ...plain, pairs: true })
    expect(sides.map(numbers)).toEqual([[8, 1], [2, 3], [4, 5], [6, 7]])
    expect(sides[0]).toMatchObject({ width: 600, placements: [{ x: 0 }, { x: 300 }] })
    expect(() => readersPairs(pagesOf(3))).toThrow('Pairs need an even number of pages, not 3')
  })
})

const boxOf = ({ page: { trim }, x, y, scale = 1 }: Placement) => ({ left: x, top: y, right: x + trim.width * scale, bottom: y + trim.height * scale })

describe('flyer', () => {
  test('fills its sheet with the same page, and marks where to cut', () => {
    const [side] = imposeFlyer(pagesOf(1), 2, 2)
    expect(side!.placements.map(boxOf)).toEqual([[0, 0], [300, 0], [0, 400], [300, 400]].map(([x, y]) => ({ left: x, top: y, right: x! + 300, bottom: y! + 400 })))
    expect(side).toMatchObject({ width: 600, height: 800 })
    expect(side!.marks).toHaveLength(4)
  })

  test('has a side for each page', () => {
    expect(imposeFlyer(pagesOf(2), 2, 1).map(numbers)).toEqual([[1, 1], [2, 2]])
  })

  test('is read aloud once, however often it stands on the sheet', () => {
    const said = imposeFlyer([page(1, [frameOf('one')])], 2, 2)[0]!.placements.map(({ page: { frames } }) => frames.flatMap((each) => 'lines' in each ? each.lines.map(({ tag }) => tag !== undefined) : []))
    expect(said).toEqual([[true], [false], [false], [false]])
  })

  test('in two languages has the second behind each page of the first', () => {
    const [front, back] = [pagesOf(2), pagesOf(1)]
    const pages = backToBack(front, back)
    expect(pages.map(({ number, frames }) => [number, frames.length])).toEqual([[1, front[0]!.frames.length], [1, back[0]!.frames.length], [2, front[1]!.frames.length], [2, 0]])
  })
})

describe('plates', () => {
  test('stand in the middle of their sheets, at their own size where that leaves the edge free', () => {
    const [side] = onSheets(pagesOf(1), { width: 400, height: 600 }, 28)
    expect(side).toMatchObject({ width: 400, height: 600, placements: [{ x: 50, y: 100 }] })
    expect(side!.placements[0]).not.toHaveProperty('scale')
    // A cross in the room above and another below, both clear of the edge that no machine prints.
    expect(side!.marks!.map(({ y, height }) => [y >= 28, y + height <= 572])).toEqual(Array(4).fill([true, true]))
  })

  test('are made smaller where type would stand too near to the edge', () => {
    const [only] = pagesOf(1)
    const [{ placements: [placed], marks }] = onSheets(pagesOf(1), { width: 280, height: 400 }, 28) as [Side]
    const { x, y, width, height } = only!.area
    const scale = placed!.scale!
    expect(scale).toBeLessThan(1)
    expect(placed!.x + x * scale).toBeGreaterThanOrEqual(28 - 0.001)
    expect(placed!.y + y * scale).toBeGreaterThanOrEqual(28 - 0.001)
    expect(placed!.x + (x + width) * scale).toBeLessThanOrEqual(252.001)
    expect(placed!.y + (y + height) * scale).toBeLessThanOrEqual(372.001)
    expect(marks).toBeUndefined()
  })

  test('of colour have what is coloured, white that is cut out of it, and nothing of black', () => {
    const panel = (ink: Ink): Frame => ({ kind: 'panel', ink, x: 0, y: 0, width: 9, height: 9 })
    const photo: Frame = { kind: 'picture', x: 1, y: 2, width: 3, height: 4, file: 'a.jpg', alt: 'A', crop: { x: 0, y: 0, width: 1, height: 1 } }
    const black = frameOf('one') as TextFrame
    const run = black.lines[0]!.line.runs[0]!
    const mixed: TextFrame = { ...black, lines: [{ ...black.lines[0]!, line: { ...black.lines[0]!.line, runs: [run, { ...run, style: { ...run.style, ink: 'accent' } }] } }] }
    const { frames } = colorPlate(page(1, [panel('accent'), panel('black'), panel('tint'), black, mixed, photo]))
    expect(frames.map((frame) => 'ink' in frame ? frame.ink : frame.kind)).toEqual(['accent', 'leg', 'paper'])
    expect((frames[1] as TextFrame).lines[0]!.line.runs.map(({ style }) => style.ink)).toEqual(['accent'])
    expect(frames[2]).toMatchObject({ x: 1, y: 2, width: 3, height: 4 })
  })
})

test.each([[1, 4], [2, 4], [6, 8], [8, 8]])('%i pages are filled up to %i with blank ones', (count, filled) => {
  const pages = fillUp(pagesOf(count), 4)
  expect(pages.map(({ number, side }) => [number, side])).toEqual(pagesOf(filled).map(({ number, side }) => [number, side]))
  expect(readFolded(imposeBooklet(pages))).toEqual(pagesOf(filled).map(({ number }) => number))
})

test('pages for telephones are shown larger than they were set', () => {
  expect(enlarge(pagesOf(1), 1.5)).toMatchObject([{ width: 450, height: 600, placements: [{ scale: 1.5 }] }])
})

describe('tête-bêche', () => {
  const second = Array.from({ length: 8 }, (_, at) => page(at + 1, [frameOf(`es ${at + 1}`)]))
  const first = Array.from({ length: 4 }, (_, at) => page(at + 1, [frameOf(`en ${at + 1}`)]))
  const { pages, turned } = headToTail(first, second, 'es')

  test('reads from both fronts: turned over, the second paper goes from its first page to its last', () => {
    expect(pages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 8, 7, 6, 5, 4, 3, 2, 1])
    expect(pages.map((each) => turned.has(each))).toEqual([...Array(4).fill(false), ...Array(8).fill(true)])
    const sides = imposeBooklet(pages, { width: 600, height: 400, creep: 0 }, turned)
    const outside = sides[0]!.placements.map(({ page: { number }, turned: onHead }) => [number, onHead ?? false])
    expect(outside).toEqual([[1, true], [1, false]])
  })

  test('keeps the two tellings of a story apart for a listening reader', () => {
    const stories = pages.flatMap(({ frames }) => frames.flatMap((each) => 'lines' in each ? each.lines.map(({ tag }) => tag!.story) : []))
    expect(new Set(stories)).toEqual(new Set(['strike', 'strike es']))
    expect(second[0]!.frames[0]).toMatchObject({ lines: [{ tag: { story: 'strike' } }] })
  })
})

function frameOf(text: string): Page['frames'][number] {
  const line = { runs: [{ text, style: { face: 'text', size: 10, ink: 'black' } as const, x: 0 }], width: 260, wordSpace: 0, end: 'paragraph', place: { file: 'en.md' } } as const
  return frame([{ ...line, runs: [...line.runs] }], { tag: tag(1) })
}

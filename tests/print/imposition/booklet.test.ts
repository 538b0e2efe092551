import { describe, expect, test } from 'vitest'
import { imposeBooklet } from '../../../src/print/imposition/booklet.ts'
import { singlePages, type Side } from '../../../src/print/imposition/sheet.ts'
import type { Page } from '../../../src/print/makeup/page.ts'

function pages(count: number): Page[] {
  return Array.from({ length: count }, (_, index): Page => ({
    number: index + 1, side: index % 2 === 0 ? 'right' : 'left', trim: { width: 396, height: 612 }, bleed: 0,
    area: { x: 42, y: 42, width: 312, height: 528 }, frames: [],
  }))
}

/** Numbers of the pages on a side, from left to right. */
function numbersOn(side: Side): number[] {
  return [...side.placements].sort((a, b) => a.x - b.x).map(({ page }) => page.number)
}

/** Folds sheets as hands do: each printed on both sides and turned on its short edge, laid in one another, folded once, then read. */
function readFolded(sides: Side[]): number[] {
  const leaves: [number, number][] = []
  for (let sheet = sides.length / 2 - 1; sheet >= 0; sheet--) {
    const [left, right] = numbersOn(sides[2 * sheet]!) as [number, number]
    const [behindRight, behindLeft] = numbersOn(sides[2 * sheet + 1]!) as [number, number]
    // Behind the front's right half lies, turned over, the back's left half.
    leaves.unshift([right, behindRight])
    leaves.push([behindLeft, left])
  }
  return leaves.flat()
}

describe('a booklet', () => {
  test.each(Array.from({ length: 16 }, (_, index) => 4 * (index + 1)))('of %i pages reads from first to last when its sheets are folded', (count) => {
    expect(readFolded(imposeBooklet(pages(count)))).toEqual(pages(count).map((page) => page.number))
  })

  test('lays every page once, upright, side by side on sheets of twice its width', () => {
    for (const side of imposeBooklet(pages(16))) {
      expect([side.width, side.height]).toEqual([792, 612])
      expect(side.placements.map(({ x, y }) => [x, y])).toEqual([[0, 0], [396, 0]])
    }
    const all = imposeBooklet(pages(16)).flatMap(numbersOn)
    expect(all.sort((a, b) => a - b)).toEqual(pages(16).map((page) => page.number))
  })

  test('has the first and last page on its outermost sheet', () => {
    expect(numbersOn(imposeBooklet(pages(8))[0]!)).toEqual([8, 1])
  })

  test.each([1, 2, 3, 5, 6, 7, 10])('cannot be made of %i pages', (count) => {
    expect(() => imposeBooklet(pages(count))).toThrow(`multiple of four pages, not ${count}`)
  })
})

describe('single pages', () => {
  test('lie each on a sheet of their own size, in order', () => {
    const sides = singlePages(pages(3))
    expect(sides.map(numbersOn)).toEqual([[1], [2], [3]])
    expect(sides.map(({ width, height }) => [width, height])).toEqual([[396, 612], [396, 612], [396, 612]])
  })
})

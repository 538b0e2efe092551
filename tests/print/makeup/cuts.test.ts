import { describe, expect, test } from 'vitest'
import { cutPage, type CutPage } from '../../../src/print/makeup/cuts.ts'
import { boxParts } from '../../../src/print/makeup/parts.ts'
import type { Variant } from '../../../src/print/makeup/variants.ts'
import { seeded } from '../type/builders.ts'

interface Size {
  columns: number
  min: number
  max: number
  cost?: number
}

/** A unit that may be built in these sizes; furniture, so that no copy is needed. */
function unit(id: string, ...sizes: Size[]): Variant[] {
  return sizes.map(({ columns, min, max, cost = 0 }) => ({
    unit: { kind: 'filler', id, minRows: min, maxRows: max, columns: [columns], cost },
    columns, minRows: min, naturalRows: Math.round((min + max) / 2), maxRows: max, cost,
  }))
}

/** Cuts four columns of so many rows; the units stand in their order of importance. */
function cut(units: Variant[][], rows: number): CutPage | undefined {
  return cutPage(units.map((variants, index) => boxParts(variants, index)), 4, rows)
}

/** The page in letters: a letter a unit, capital in its top row, `.` where it is empty. */
function drawn(page: CutPage | undefined, rows: number): string {
  if (!page) return 'no page'
  const grid = Array.from({ length: rows }, () => Array.from({ length: 4 }, () => '.'))
  for (const { variant, column, row, rows: height } of page.boxes) {
    for (let y = row; y < row + height; y++) {
      for (let x = column; x < column + variant.columns; x++) {
        if (grid[y]?.[x] !== '.') throw new Error(`${variant.unit.id} lies on another or outside:\n${grid.map((line) => line.join('')).join('\n')}`)
        grid[y]![x] = y === row ? variant.unit.id.toUpperCase() : variant.unit.id
      }
    }
  }
  return grid.map((line) => line.join('')).join('\n')
}

describe('a page is cut', () => {
  test('side by side where two stories are half as wide as it', () => {
    expect(drawn(cut([unit('a', { columns: 2, min: 3, max: 4 }), unit('b', { columns: 2, min: 3, max: 4 })], 4), 4)).toBe([
      'AABB',
      'aabb',
      'aabb',
      'aabb',
    ].join('\n'))
  })

  test('with the wide story over two narrow ones', () => {
    const page = cut([unit('a', { columns: 4, min: 2, max: 2 }), unit('b', { columns: 3, min: 2, max: 2 }), unit('c', { columns: 1, min: 2, max: 2 })], 4)
    expect(drawn(page, 4)).toBe([
      'AAAA',
      'aaaa',
      'BBBC',
      'bbbc',
    ].join('\n'))
  })

  test('with the more important story above and on the left', () => {
    const wide = { columns: 4, min: 2, max: 2 }
    expect(drawn(cut([unit('a', wide), unit('b', wide)], 4), 4)).toBe('AAAA\naaaa\nBBBB\nbbbb')
    const narrow = { columns: 2, min: 2, max: 2 }
    expect(drawn(cut([unit('a', narrow), unit('b', narrow)], 2), 2)).toBe('AABB\naabb')
  })

  test('in the size that fills it, though another would be cheaper alone', () => {
    const page = cut([unit('a', { columns: 2, min: 2, max: 2 }, { columns: 3, min: 4, max: 4, cost: 2 }), unit('b', { columns: 1, min: 4, max: 4 })], 4)
    expect(drawn(page, 4)).toBe('AAAB\naaab\naaab\naaab')
  })

  test('with every part stretched in proportion to what it gives', () => {
    const page = cut([unit('a', { columns: 4, min: 2, max: 8 }), unit('b', { columns: 4, min: 2, max: 2 })], 8)
    expect(drawn(page, 8)).toBe(['AAAA', ...Array.from({ length: 5 }, () => 'aaaa'), 'BBBB', 'bbbb'].join('\n'))
  })

  test('with white at its foot when the stories are too small, and says how much', () => {
    const page = cut([unit('a', { columns: 4, min: 2, max: 3 })], 5)!
    expect(drawn(page, 5)).toBe('AAAA\naaaa\naaaa\n....\n....')
    expect(page.white).toBe(8)
  })

  test('not at all when the stories are too large', () => {
    expect(cut([unit('a', { columns: 4, min: 6, max: 9 })], 5)).toBeUndefined()
    expect(cut([unit('a', { columns: 4, min: 3, max: 3 }), unit('b', { columns: 4, min: 3, max: 3 })], 5)).toBeUndefined()
  })

  test('not at all when no widths add up to it', () => {
    expect(cut([unit('a', { columns: 3, min: 2, max: 4 })], 4)).toBeUndefined()
  })

  test('at random without boxes on one another, outside, or of heights that they cannot have', () => {
    let cuts = 0
    for (let seed = 1; seed <= 200; seed++) {
      const chance = seeded(seed)
      const pick = (least: number, most: number) => least + Math.floor(chance() * (most - least + 1))
      const rows = pick(8, 40)
      const units = Array.from({ length: pick(1, 5) }, (_, index) => unit('abcde'[index]!, ...Array.from({ length: pick(1, 4) }, (): Size => {
        const min = pick(2, 14)
        return { columns: pick(1, 4), min, max: min + pick(0, 10), cost: pick(0, 9) }
      })))
      const page = cut(units, rows)
      if (!page) continue
      cuts++
      const picture = drawn(page, rows)
      expect(new Set(page.boxes.map(({ variant }) => variant.unit.id)).size, picture).toBe(units.length)
      expect(page.boxes, picture).toHaveLength(units.length)
      for (const { variant, rows: height } of page.boxes) {
        expect(height, picture).toBeGreaterThanOrEqual(variant.minRows)
        expect(height, picture).toBeLessThanOrEqual(variant.maxRows)
      }
    }
    expect(cuts).toBeGreaterThan(60)
  })
})

import { describe, expect, test } from 'vitest'
import { fillLegs, type Fill } from '../../../src/print/makeup/legs.ts'
import { mayPart, rowsOf, type Slug } from '../../../src/print/makeup/slug.ts'
import { seeded } from '../type/builders.ts'
import { float, heading, paragraph, place, slug } from './slugs.ts'

/** Number of slugs on each leg. */
function sizes(fill: Fill): number[] {
  return fill.legs.map((leg) => leg.length)
}

describe('legs', () => {
  test('take lines in order until they are full', () => {
    const slugs = [...paragraph(6), ...paragraph(6)]
    const fill = fillLegs(slugs, 0, [6, 6])
    expect(sizes(fill)).toEqual([6, 6])
    expect(fill).toMatchObject({ next: 12, deferred: [], empty: [0, 0], badBreaks: 0 })
    expect(fill.legs.flat().map((each) => each.slug)).toEqual(slugs)
    expect(fill.legs[1]!.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4, 5])
  })

  describe('with a float that waits', () => {
    const kinds = (fill: Fill) => fill.legs.map((leg) => leg.map(({ slug: { float: isFloat } }) => isFloat ? 'f' : '.').join(''))

    test('let a paragraph that runs on end before it', () => {
      const fill = fillLegs([...paragraph(4), float(5), ...paragraph(9), ...paragraph(6)], 0, [8, 16, 8])
      expect(kinds(fill)[1]).toMatch(/^\.{5}f\.+$/)
      expect(fill.legs[1]!.map(({ row }) => row).slice(0, 7)).toEqual([0, 1, 2, 3, 4, 6, 12])
    })

    test('begin with it where a paragraph begins', () => {
      const fill = fillLegs([...paragraph(8), float(5), ...paragraph(6)], 0, [8, 16])
      expect(kinds(fill)).toEqual(['........', 'f......'])
    })

    test('begin with it when it takes most of them', () => {
      const fill = fillLegs([...paragraph(4), float(9), ...paragraph(9)], 0, [8, 16])
      expect(kinds(fill)[1]).toMatch(/^f\.+$/)
    })

    test('end with it where the story does', () => {
      const fill = fillLegs([...paragraph(2), float(6), ...paragraph(9)], 0, [6, 14])
      expect(fill).toMatchObject({ next: 12, deferred: [] })
      expect(kinds(fill)[1]).toMatch(/^\.+f$/)
    })

    test('take it back with the lines under which it would stand', () => {
      const slugs = [...paragraph(3), float(4), ...paragraph(6), heading(), ...paragraph(6)]
      for (let rows = 6; rows < 20; rows++) {
        const fill = fillLegs(slugs, 0, [6, rows, 40])
        const all = fill.legs.flat().map((each) => each.slug)
        expect(all.filter((each) => !each.float), `${rows}`).toEqual(slugs.filter((each) => !each.float))
        expect(all.filter((each) => each.float), `${rows}`).toHaveLength(1)
      }
    })
  })

  test('do not begin with a widow', () => {
    const fill = fillLegs(paragraph(7), 0, [6, 6])
    expect(sizes(fill)).toEqual([5, 2])
    expect(fill.empty).toEqual([1, 4])
  })

  test('do not end with an orphan', () => {
    const fill = fillLegs([...paragraph(5), ...paragraph(5)], 0, [6, 6])
    expect(sizes(fill)).toEqual([5, 5])
  })

  test('part a paragraph of three lines neither after its first nor before its last', () => {
    const fill = fillLegs([...paragraph(4), ...paragraph(3)], 0, [6, 6])
    expect(sizes(fill)).toEqual([4, 3])
  })

  describe('do not end with a divided word', () => {
    /** A paragraph of ten lines, of which those of these numbers end in a hyphen. */
    const divided = (...numbers: number[]) => paragraph(10).map((each, index) => ({
      ...each, lines: [{ line: { runs: [], width: 100, wordSpace: 0, end: numbers.includes(index) ? 'hyphen' as const : 'space' as const, place }, x: 0, y: 9 }],
    }))

    test('while a break without one is near', () => {
      expect(sizes(fillLegs(divided(5), 0, [6, 6]))).toEqual([5, 5])
      expect(sizes(fillLegs(divided(4, 5), 0, [6, 8]))).toEqual([4, 6])
    })

    test('but rather than with an orphan or far from their foot', () => {
      expect(sizes(fillLegs(divided(2, 3, 4, 5, 6, 7), 0, [8, 8]))).toEqual([8, 2])
    })
  })

  test('do not end with a heading', () => {
    const fill = fillLegs([...paragraph(4), heading(), ...paragraph(5)], 0, [6, 8])
    expect(sizes(fill)).toEqual([4, 6])
  })

  test('drop the white over a heading at their head', () => {
    const fill = fillLegs([...paragraph(4), heading(), ...paragraph(3)], 0, [4, 6])
    expect(fill.legs[1]![0]!.row).toBe(0)
    expect(fill.legs[1]![1]!.row).toBe(1)
  })

  test('keep the white over a heading within a leg', () => {
    const fill = fillLegs([...paragraph(2), heading(), ...paragraph(3)], 0, [10])
    expect(fill.legs[0]!.map(({ row }) => row)).toEqual([0, 1, 3, 4, 5, 6])
  })

  test('leave a break that nothing near makes better, and count it', () => {
    // Headings over headings: every break within reach parts one from what follows.
    const fill = fillLegs([...Array.from({ length: 8 }, heading), ...paragraph(3)], 0, [13, 20])
    expect(fill.badBreaks).toBe(1)
    expect(fill.next).toBe(11)
  })

  test('send a float that does not fit to the next leg, while the text flows on to the end of its paragraph', () => {
    const lines = [...paragraph(3), float(4), ...paragraph(4)]
    const fill = fillLegs(lines, 0, [5, 9])
    expect(fill.legs[0]!.every((each) => !each.slug.float)).toBe(true)
    expect(fill.legs[0]).toHaveLength(5)
    expect(fill.legs[1]!.map((each) => each.slug.float)).toEqual([false, false, true])
    expect(fill).toMatchObject({ next: 8, deferred: [] })
  })

  test('tell which floats found no leg', () => {
    const picture = float(9)
    const fill = fillLegs([...paragraph(2), picture, ...paragraph(2)], 0, [5, 5])
    expect(fill.deferred).toEqual([picture])
    expect(fill.next).toBe(5)
  })

  test('begin with floats that wait from legs before', () => {
    const waiting = float(3)
    const fill = fillLegs(paragraph(4), 0, [8], [waiting])
    expect(fill.legs[0]!.map(({ slug: each }) => each.float)).toEqual([true, false, false, false, false])
    // A row of white parts it from the text.
    expect(fill.legs[0]![1]!.row).toBe(4)
  })

  test('tell where the copy goes on when they are full', () => {
    expect(fillLegs(paragraph(20), 0, [6, 6]).next).toBe(12)
    expect(fillLegs(paragraph(20), 12, [6, 6]).next).toBe(20)
  })

  test('of random copy hold every slug once, in order, within their heights', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const chance = seeded(seed)
      const pick = (most: number) => Math.floor(chance() * most)
      const slugs = Array.from({ length: 1 + pick(12) }, (): Slug[] => {
        const kind = chance()
        return kind < 0.6 ? paragraph(1 + pick(9)) : kind < 0.8 ? [heading()] : [float(2 + pick(6))]
      }).flat()
      const rows = Array.from({ length: 1 + pick(5) }, () => 1 + pick(14))
      const fill = fillLegs(slugs, 0, rows)
      const placed = fill.legs.flat().map((each) => each.slug)
      const text = placed.filter((each) => !each.float)
      expect(text, `seed ${seed}`).toEqual(slugs.slice(0, fill.next).filter((each) => !each.float))
      const floats = new Set([...placed.filter((each) => each.float), ...fill.deferred])
      expect(floats.size, `seed ${seed}`).toBe(slugs.slice(0, fill.next).filter((each) => each.float).length)
      expect(new Set(placed).size, `seed ${seed}`).toBe(placed.length)
      fill.legs.forEach((leg, column) => leg.forEach(({ slug: each, row }, index) => {
        expect(row + each.rows, `seed ${seed}`).toBeLessThanOrEqual(rows[column]!)
        const before = leg[index - 1]
        if (before) expect(row, `seed ${seed}`).toBeGreaterThanOrEqual(before.row + before.slug.rows)
      }))
    }
  })
})

describe('slugs', () => {
  test('have rows with the white between them, and none above the first', () => {
    expect(rowsOf([heading(), ...paragraph(3), heading()])).toBe(6)
    expect(rowsOf([])).toBe(0)
  })

  test('may be parted between paragraphs only, and never after a heading or within a panel', () => {
    const slugs = [...paragraph(2), heading(), ...paragraph(1), slug({ panel: 7 }), slug({ panel: 7 }), slug({ panel: 8 })]
    expect(slugs.map((_, index) => mayPart(slugs, index))).toEqual([false, false, true, false, true, false, true])
  })

  test('may be parted within a paragraph that no leg holds, but not at its first line or before its last', () => {
    const endless = paragraph(61)
    const parted = endless.flatMap((_, index) => mayPart(endless, index) ? [index] : [])
    expect(parted).toEqual(Array.from({ length: 58 }, (_, at) => at + 2))
    const long = paragraph(60)
    expect(long.some((_, index) => mayPart(long, index))).toBe(false)
  })
})

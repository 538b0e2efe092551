import { describe, expect, test } from 'vitest'
import { evenLegs } from '../../../src/print/makeup/evenLegs.ts'
import { fillLegs } from '../../../src/print/makeup/legs.ts'
import { mayPart, type Slug } from '../../../src/print/makeup/slug.ts'
import { seeded } from '../type/builders.ts'
import { float, heading, paragraph } from './slugs.ts'

/** Rows that each leg fills, white within it included. */
function feet(slugs: Slug[], rows: number[], whole = true): number[] | undefined {
  return evenLegs(slugs, 0, rows, whole)?.legs.map((leg) => leg.length === 0 ? 0 : leg.at(-1)!.row + leg.at(-1)!.slug.rows)
}

describe('even legs', () => {
  test('share what is empty, where filling one after another leaves it all to the last', () => {
    const slugs = paragraph(22)
    expect(feet(slugs, [8, 8, 8])).toEqual([8, 7, 7])
    expect(fillLegs(slugs, 0, [8, 8, 8]).empty).toEqual([0, 0, 2])
  })

  test('end one leg early so that another is spared an orphan', () => {
    // Full legs would leave the first line of the second paragraph alone.
    expect(feet([...paragraph(7), ...paragraph(7)], [8, 8])).toEqual([7, 7])
  })

  test('take white over a heading where a leg would end early', () => {
    const even = evenLegs([...paragraph(3), heading(), ...paragraph(4), ...paragraph(9)], 0, [10, 9], true)!
    expect(even.empty).toEqual([0, 0])
    expect(even.legs[0]!.map(({ row }) => row)).toEqual([0, 1, 2, 5, 6, 7, 8, 9])
  })

  test('never leave a leg empty before others', () => {
    expect(feet(paragraph(3), [5, 5, 5])![0]).toBeGreaterThan(0)
  })

  test('let a float wait for the next leg while the text flows on', () => {
    const even = evenLegs([...paragraph(4), float(4), ...paragraph(5)], 0, [6, 8], true)!
    expect(even.legs[1]![0]!.slug.float).toBe(true)
    expect(even.legs.flat()).toHaveLength(10)
  })

  test('are undefined where copy does not fit', () => {
    expect(evenLegs(paragraph(13), 0, [6, 6], true)).toBeUndefined()
    expect(evenLegs([...paragraph(2), float(9)], 0, [6, 6], true)).toBeUndefined()
  })

  test('before a jump hold as much as ends with a paragraph, and never all', () => {
    const slugs = [...paragraph(6), ...paragraph(6), ...paragraph(9)]
    const even = evenLegs(slugs, 0, [7, 7], false)!
    expect(even.next).toBe(12)
    expect(evenLegs(paragraph(12), 0, [7, 7], false)).toBeUndefined()
  })

  test('of random copy hold all of it once, in order, within their heights, and are never worse than legs filled in turn', () => {
    let solved = 0
    for (let seed = 1; seed <= 400; seed++) {
      const chance = seeded(seed)
      const pick = (most: number) => Math.floor(chance() * most)
      const slugs = Array.from({ length: 2 + pick(12) }, (): Slug[] => {
        const kind = chance()
        return kind < 0.7 ? paragraph(1 + pick(9)) : kind < 0.85 ? [heading(), ...paragraph(2 + pick(3))] : [float(2 + pick(6))]
      }).flat()
      const legs = 1 + pick(4)
      const rows = Array.from({ length: legs }, () => Math.ceil(slugs.reduce((sum, each) => sum + each.rows + each.before, 0) / legs) + pick(4))
      const whole = chance() < 0.7
      const even = evenLegs(slugs, 0, rows, whole)
      const inTurn = fillLegs(slugs, 0, rows)
      if (whole && inTurn.next === slugs.length && inTurn.deferred.length === 0) expect(even, `seed ${seed}`).toBeDefined()
      if (!even) continue
      solved++
      const placed = even.legs.flat().map((each) => each.slug)
      expect(placed.filter((each) => !each.float), `seed ${seed}`).toEqual(slugs.slice(0, even.next).filter((each) => !each.float))
      expect(new Set(placed).size, `seed ${seed}`).toBe(even.next)
      expect(whole ? even.next === slugs.length : mayPart(slugs, even.next), `seed ${seed}`).toBe(true)
      even.legs.forEach((leg, column) => leg.forEach(({ slug, row }, index) => {
        expect(row + slug.rows, `seed ${seed}`).toBeLessThanOrEqual(rows[column]!)
        const before = leg[index - 1]
        if (before) expect(row, `seed ${seed}`).toBeGreaterThanOrEqual(before.row + before.slug.rows)
      }))
    }
    expect(solved).toBeGreaterThan(200)
  })
})

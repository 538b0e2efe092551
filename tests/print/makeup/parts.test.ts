import { describe, expect, test } from 'vitest'
import { boxParts, offerSides, offerStacks, Shortlist, type Part } from '../../../src/print/makeup/parts.ts'
import type { Variant } from '../../../src/print/makeup/variants.ts'
import { seeded } from '../type/builders.ts'

/** Parts of one width at random, the cheapest first, as a shortlist gives them. */
function randomParts(chance: () => number, columns: number, count: number): Part[] {
  const pick = (least: number, most: number) => least + Math.floor(chance() * (most - least + 1))
  const variants = Array.from({ length: count }, (): Variant => {
    const min = pick(2, 20)
    const max = min + pick(0, 14)
    const cost = pick(0, 12)
    return { unit: { kind: 'filler', id: 'a', minRows: min, maxRows: max, columns: [columns], cost }, columns, minRows: min, naturalRows: pick(min, max), maxRows: max, cost }
  })
  return boxParts(variants, pick(0, 3)).map((part): Part => {
    const tier = pick(-1, 2)
    return { ...part, topLeft: tier, topRight: tier, tops: tier < 0 ? 0 : 1 << tier, lowest: tier < 0 ? 0 : 1 << tier, jumps: chance() < 0.3, pictureRight: chance() < 0.3, pictureLeft: chance() < 0.3 }
  }).sort((a, b) => a.cost - b.cost)
}

/** What a shortlist must answer, found the slow way: all parts sorted, three of like heights, the first so many. */
function shortlistOf(parts: Part[], most: number): Part[] {
  const counts = new Map<string, number>()
  return [...parts].sort((a, b) => a.cost - b.cost).filter((part) => {
    const bucket = `${Math.floor(part.min / 6)} ${Math.floor(part.max / 6)}`
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
    return counts.get(bucket)! <= 3
  }).slice(0, most)
}

/** Every part that the offer makes, in its order. */
function all(offer: (shortlist: Shortlist) => void): Part[] {
  const shortlist = new Shortlist(1)
  const made: Part[] = []
  shortlist.offer = (cost, min, max, first, second, joint) => {
    const one = new Shortlist(1)
    one.offer(cost, min, max, first, second, joint)
    made.push(...one.take())
  }
  offer(shortlist)
  return made
}

describe('a shortlist', () => {
  test('keeps what sorting all of them would keep, though it looks at few', () => {
    for (let seed = 1; seed <= 120; seed++) {
      const chance = seeded(seed)
      const [a, b] = [randomParts(chance, 2, 12), randomParts(chance, 2, 12)]
      const offer = (shortlist: Shortlist) => {
        offerStacks(a, b, 30, shortlist)
        offerSides(a, b, shortlist)
      }
      for (const most of [1, 8, 18]) {
        const shortlist = new Shortlist(most)
        offer(shortlist)
        expect({ seed, parts: shortlist.take() }).toEqual({ seed, parts: shortlistOf(all(offer), most) })
      }
    }
  })

  test('takes nothing that costs as much as its dearest once it is full', () => {
    const chance = seeded(7)
    const parts = randomParts(chance, 1, 40)
    const shortlist = new Shortlist(4)
    expect(shortlist.limit).toBe(Infinity)
    for (const part of parts) shortlist.offer(part.cost, part.min, part.max, part)
    expect(shortlist.limit).toBe(shortlist.take().at(-1)!.cost)
    expect(shortlist.take()).toHaveLength(4)
  })
})

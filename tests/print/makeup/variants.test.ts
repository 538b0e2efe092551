import { describe, expect, test } from 'vitest'
import { toCopy, wholeStory, type Furnishing } from '../../../src/print/makeup/piece.ts'
import { variantsOf } from '../../../src/print/makeup/variants.ts'
import { flowOf, plainStory, workshopOf } from './workshop.ts'

const workshop = workshopOf()

/** The least cost of a story's boxes in so many columns. */
function leastCost(words: number, columns: number, keys = ''): number {
  const piece = wholeStory(toCopy(flowOf(plainStory('anna', words, keys)), workshop), false)
  return Math.min(...variantsOf(piece, 1, undefined, workshop, 0).filter((variant) => variant.columns === columns).map(({ cost }) => cost))
}

describe('the boxes of a notice of the house', () => {
  const notice: Furnishing = { kind: 'filler', id: 'filler', minRows: 8, maxRows: 74, columns: [1, 2], cost: 8, large: 12 }
  const costAt = (rows: number) => Math.min(...variantsOf(notice, 0, undefined, workshop, 0)
    .filter(({ columns, minRows, maxRows }) => columns === 2 && rows >= minRows && rows <= maxRows).map(({ cost }) => cost))

  test('can have every height, and cost more where they fill half a page', () => {
    const costs = Array.from({ length: 67 }, (_, at) => costAt(8 + at))
    expect(costs.every((cost) => cost < Infinity)).toBe(true)
    expect(costs[10]).toBe(16)
    expect(costs.at(-1)!).toBeGreaterThan(costs[10]!)
    expect(costAt(7)).toBe(Infinity)
    expect(costAt(75)).toBe(Infinity)
  })
})

describe('the boxes of a story', () => {
  test('are narrow where it is small, for it would be a strip across the page', () => {
    for (const keys of ['', 'kind: letter', 'kind: notice']) {
      expect(leastCost(90, 4, keys) - leastCost(90, 2, keys), keys).toBeGreaterThan(8)
      expect(leastCost(90, 3, keys) - leastCost(90, 2, keys), keys).toBeGreaterThan(3)
    }
    expect(leastCost(600, 3)).toBeLessThan(leastCost(600, 2) + 3)
  })

  test('have smaller heads where room is dear, and those cost what room they take', () => {
    const piece = wholeStory(toCopy(flowOf(plainStory('anna', 300)), workshop), false)
    const tiers = (headRow: number) => variantsOf(piece, 3, undefined, workshop, headRow).filter(({ columns }) => columns === 2).map(({ spec }) => spec!.tier)
    expect(Math.min(...tiers(0.15))).toBeLessThan(Math.min(...tiers(0)))
    const [easy, dear] = [0, 0.3].map((headRow) => variantsOf(piece, 3, undefined, workshop, headRow).find(({ columns, spec }) => columns === 2 && spec!.tier === 3)!)
    expect(dear!.cost).toBeCloseTo(easy!.cost + 0.3 * 2 * dear!.spec!.head.rows)
  })
})

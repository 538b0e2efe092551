import { describe, expect, test } from 'vitest'
import { toCopy, wholeStory } from '../../../src/print/makeup/piece.ts'
import { variantsOf } from '../../../src/print/makeup/variants.ts'
import { flowOf, plainStory, workshopOf } from './workshop.ts'

const workshop = workshopOf()

/** The least cost of a story's boxes in so many columns. */
function leastCost(words: number, columns: number, keys = ''): number {
  const piece = wholeStory(toCopy(flowOf(plainStory('anna', words, keys)), workshop), false)
  return Math.min(...variantsOf(piece, 1, undefined, workshop, 0).filter((variant) => variant.columns === columns).map(({ cost }) => cost))
}

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

import { describe, expect, test } from 'vitest'
import { rangeOf, solveBox, toSpec } from '../../../src/print/makeup/box.ts'
import type { PlacedBox } from '../../../src/print/makeup/cuts.ts'
import { bringDown } from '../../../src/print/makeup/feet.ts'
import { toCopy, wholeStory, type Furnishing } from '../../../src/print/makeup/piece.ts'
import { flowOf, plainStory, workshopOf } from './workshop.ts'

const workshop = workshopOf()

/** A story of two columns at the page's head, as high as it can be by nature. */
function storyBox(words: number, keys = ''): PlacedBox {
  const unit = wholeStory(toCopy(flowOf(plainStory('anna', words, keys)), workshop), false)
  const spec = toSpec(unit, { columns: 2, lead: unit.pictures.length > 0 ? 2 : undefined, head: 'over' }, 2, workshop)
  const { min: minRows, natural: naturalRows, max: maxRows } = rangeOf(spec)!
  return { variant: { unit, spec, columns: 2, minRows, naturalRows, maxRows, cost: 0 }, solved: solveBox(spec, maxRows)!, column: 0, row: 0, rows: maxRows }
}

function furnishing(row: number, rows: number, column = 0): PlacedBox {
  const unit: Furnishing = { kind: 'colophon', id: 'colophon', minRows: rows, maxRows: rows, columns: [1], cost: 0 }
  return { variant: { unit, columns: 1, minRows: rows, naturalRows: rows, maxRows: rows, cost: 0 }, column, row, rows }
}

describe('boxes that end above what stands under them', () => {
  test('of stories are brought down to it by their pictures and paragraphs', () => {
    for (const keys of ['', 'picture: { file: gate.jpg, alt: A gate }']) {
      const box = storyBox(420, keys)
      const [done] = bringDown([box], box.rows + 2, workshop)
      expect(done!.rows, keys).toBe(box.rows + 2)
      expect(done!.solved!.rows, keys).toBe(box.rows + 2)
    }
  })

  test('of furniture grow into the white', () => {
    expect(bringDown([furnishing(0, 20)], 24, workshop)[0]!.rows).toBe(24)
  })

  test('reach the box below, and no further', () => {
    const boxes = [furnishing(0, 20), furnishing(22, 10)]
    expect(bringDown(boxes, 32, workshop).map(({ rows }) => rows)).toEqual([22, 10])
    const apart = [furnishing(0, 20), furnishing(22, 10, 1)]
    expect(bringDown(apart, 32, workshop).map(({ rows }) => rows)).toEqual([28, 10].map((rows, at) => at === 0 ? 20 : rows))
  })

  test('lose the white under their heads where their paragraphs can take it up', () => {
    const box = storyBox(420)
    expect(box.solved!.gap).toBeGreaterThan(0)
    const [done] = bringDown([box], box.rows, workshop)
    expect(done!.rows).toBe(box.rows)
    expect(done!.solved!.gap).toBe(0)
    expect(done!.solved!.cut).toBe(box.solved!.cut)
    const stiff = { ...workshop, setInLines: () => [] }
    expect(bringDown([box], box.rows, stiff)[0]!.solved!.gap).toBeGreaterThan(0)
  })

  test('stay where their feet would not be level, or too much would be missing', () => {
    const box = storyBox(420)
    expect(bringDown([box], box.rows + 30, workshop)[0]!.rows).toBe(box.rows)
    const stiff = { ...workshop, setInLines: () => [] }
    expect(bringDown([box], box.rows + 6, stiff)[0]!.rows).toBeLessThan(box.rows + 6)
  })
})

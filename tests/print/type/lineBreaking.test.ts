import { describe, expect, test } from 'vitest'
import { box, glue, Items, type Breakpoint } from '../../../src/print/type/items.ts'
import { breakLines, prices, type BreakSettings } from '../../../src/print/type/lineBreaking.ts'
import { seeded } from './builders.ts'

const settings: BreakSettings = { firstWidth: 100, width: 100, tolerance: 3, raggedStretch: 0, level: 1, division: 1, accept: 'fitting' }

function point(penalty: number, flagged = false, changes: Partial<Breakpoint> = {}): Breakpoint {
  return { penalty, flagged, level: flagged ? 1 : 0, end: 0, next: 0, hang: 0, ...changes }
}

function close(items: Items): Items {
  items.addGlue(0, 1e7, 0)
  items.addPenalty(0, point(-Infinity))
  return items
}

/** Words of these widths with spaces of 10, more or less 5. */
function words(...widths: number[]): Items {
  const items = new Items()
  widths.forEach((width, k) => {
    if (k > 0) items.addGlue(10, 5, 5, point(0))
    items.addBox(width)
  })
  return close(items)
}

describe('the frog prince of Knuth and Plass', () => {
  // The first paragraph of the Grimms' tale with the paper's letter widths, spaces and hyphenation (~ is a discretionary hyphen).
  const tale = 'In olden times when wishing still helped one, there lived a king whose daugh~ters were all beau~ti~ful; and the young~est was '
    + 'so beau~ti~ful that the sun it~self, which has seen so much, was aston~ished when~ever it shone in her face. Close by the king\'s '
    + 'castle lay a great dark for~est, and un~der an old lime-tree in the for~est was a well, and when the day was very warm, the king\'s '
    + 'child went out into the for~est and sat down by the side of the cool foun~tain; and when she was bored she took a golden ball, and '
    + 'threw it up on high and caught it; and this ball was her fa~vorite play~thing.'
  const widthOf: Record<string, number> = {
    a: 9, b: 10, c: 8, d: 10, e: 8, f: 6, g: 9, h: 10, i: 5, j: 6, k: 10, l: 5, m: 15, n: 10, o: 9, p: 10, q: 10, r: 7, s: 7, t: 7, u: 10,
    v: 9, w: 13, x: 10, y: 10, z: 8, C: 13, I: 6, ',': 5, ';': 5, '.': 5, "'": 5, '-': 6,
  }
  const spaceAfter: Record<string, [number, number, number]> = { ',': [6, 4, 2], ';': [6, 4, 1], '.': [8, 6, 1] }

  function taleItems(): Items {
    const items = new Items()
    items.addBox(18)
    let at = 0
    for (const part of tale.match(/[^ ~-]+-?|[ ~]/g)!) {
      const next = at + part.length
      if (part === '~') items.addPenalty(6, point(50, true, { end: at, next }))
      else if (part === ' ') items.addGlue(...(spaceAfter[tale[at - 1]!] ?? [6, 3, 2]), point(0, false, { end: at, next }))
      else items.addBox([...part].reduce((sum, letter) => sum + widthOf[letter]!, 0))
      if (part.endsWith('-')) items.addPenalty(0, point(50, true, { end: next, next }))
      at = next
    }
    items.addGlue(0, 1e7, 0)
    items.addPenalty(0, point(-Infinity, false, { end: tale.length, next: tale.length }))
    return items
  }

  test('breaks as in the paper at a measure of 390 units', () => {
    const items = taleItems()
    const breaks = breakLines(items, { ...settings, firstWidth: 390, width: 390, tolerance: 1 })!
    const lines = breaks.map((at, k) => tale.slice(k === 0 ? 0 : items.next[breaks[k - 1]!], items.end[at]).replaceAll('~', ''))
    expect(lines).toEqual([
      'In olden times when wishing still helped one,',
      'there lived a king whose daughters were all beau',
      'tiful; and the youngest was so beautiful that the',
      'sun itself, which has seen so much, was aston',
      'ished whenever it shone in her face. Close by the',
      "king's castle lay a great dark forest, and under an",
      'old lime-tree in the forest was a well, and when',
      "the day was very warm, the king's child went out",
      'into the forest and sat down by the side of the',
      'cool fountain; and when she was bored she took a',
      'golden ball, and threw it up on high and caught',
      'it; and this ball was her favorite plaything.',
    ])
  })
})

describe('counted lines', () => {
  test('are as many as asked for, the best way to have them', () => {
    const items = words(30, 30, 30, 30, 30, 30)
    const free = { ...settings, tolerance: 20 }
    expect(breakLines(items, { ...free, lines: 3 })).toHaveLength(3)
    expect(breakLines(items, { ...free, lines: 2 })).toHaveLength(2)
    expect(breakLines(items, { ...free, lines: 2 })).toEqual(breakLines(items, free))
  })

  test('are undefined where there is no such way', () => {
    const items = words(30, 30, 30, 30, 30, 30)
    expect(breakLines(items, { ...settings, lines: 1 })).toBeUndefined()
    expect(breakLines(items, { ...settings, lines: 5 })).toBeUndefined()
  })

  test('leave no runt', () => {
    const items = words(40, 40, 40, 40, 15)
    expect(breakLines(items, settings)).toHaveLength(3)
    expect(breakLines(items, { ...settings, lines: 3 })).toBeUndefined()
  })
})

describe('rules', () => {
  test('a paragraph that fits is one line', () => {
    expect(breakLines(words(40, 40), settings)).toEqual([4])
  })

  test('nothing is broken beyond the tolerance unless anything is accepted', () => {
    const items = words(30, 90, 30, 90)
    expect(breakLines(items, settings)).toBeUndefined()
    expect(breakLines(items, { ...settings, tolerance: Infinity, accept: 'anything' })).toHaveLength(4)
  })

  test('a word wider than the measure gets a line of its own where anything is accepted', () => {
    const items = words(50, 140, 50)
    expect(breakLines(items, { ...settings, tolerance: Infinity })).toBeUndefined()
    expect(breakLines(items, { ...settings, tolerance: Infinity, accept: 'anything' })).toEqual([1, 3, 6])
  })

  test('the first line may have another measure', () => {
    expect(breakLines(words(50, 40, 40, 40, 40), { ...settings, firstWidth: 50 })).toEqual([1, 5, 10])
  })

  test('breakpoints above the level are left alone', () => {
    const items = new Items()
    items.addBox(60)
    items.addGlue(10, 5, 5, point(0))
    items.addBox(30)
    items.addPenalty(5, point(0, true))
    items.addBox(50)
    close(items)
    expect(breakLines(items, settings)).toContain(3)
    expect(breakLines(items, { ...settings, level: 0, tolerance: Infinity })).not.toContain(3)
  })

  test('no more than two hyphens stand below each other where there is another way', () => {
    const items = new Items()
    for (let line = 0; line < 5; line++) {
      items.addBox(40)
      items.addGlue(10, 9, 5, point(0))
      items.addBox(44)
      items.addPenalty(6, point(0, true))
      items.addBox(30)
      items.addGlue(10, 9, 5, point(0))
    }
    items.addBox(90)
    close(items)
    const breaks = breakLines(items, { ...settings, tolerance: Infinity })!
    const hyphens = breaks.map((at) => items.flagged[at]).join('')
    expect(hyphens).not.toContain('111')
  })

  test('a word is divided sooner where division is cheap', () => {
    const items = new Items()
    items.addBox(40)
    items.addGlue(10, 10, 5, point(0))
    items.addBox(35)
    items.addGlue(10, 10, 5, point(0))
    items.addBox(5)
    items.addPenalty(5, point(600, true))
    items.addBox(60)
    close(items)
    expect(breakLines(items, settings)![0]).toBe(3)
    expect(breakLines(items, { ...settings, division: 0.5 })![0]).toBe(5)
  })

  test('a short word is not left alone on the last line where the line before can spare another', () => {
    const build = (last: number): Items => {
      const items = new Items()
      for (const width of [20, 20, 20, 20, 20, 20, 20, 20, last]) {
        if (items.count > 0) items.addGlue(10, 10, 5, point(0))
        items.addBox(width)
      }
      return close(items)
    }
    expect(breakLines(build(15), settings)!.slice(0, -1)).not.toContain(15)
    expect(breakLines(build(25), settings)!.slice(0, -1)).toContain(15)
  })

  test('a sign that hangs gives its line room', () => {
    const build = (hang: number): Items => {
      const items = new Items()
      items.addBox(50)
      items.addGlue(10, 5, 0, point(0))
      items.addBox(44)
      items.addGlue(10, 5, 5, point(0, false, { hang }))
      items.addBox(80)
      return close(items)
    }
    expect(breakLines(build(4), settings)).toEqual([3, 6])
    expect(breakLines(build(3), settings)).toBeUndefined()
  })

  test('glue at a line’s start and end has no width', () => {
    const items = words(100, 100)
    expect(breakLines(items, { ...settings, tolerance: 0 })).toEqual([1, 4])
  })
})

describe('the optimum', () => {
  /** Demerits of one way of breaking, told from the definitions alone; Infinity where a line does not fit. */
  function demeritsOf(items: Items, breaks: number[]): number {
    let total = 0
    let before = { fitness: 1, flagged: false, hyphens: 0 }
    let start = 0
    for (const at of breaks) {
      let first = start
      while (first < at && items.kind[first] !== box) first++
      let natural = items.kind[at] === glue ? 0 : items.width[at]!
      let stretch = 0
      let shrink = 0
      for (let k = first; k < at; k++) {
        if (items.kind[k] === box || items.kind[k] === glue) natural += items.width[k]!
        stretch += items.stretch[k]!
        shrink += items.shrink[k]!
      }
      const slack = settings.width - natural
      const ratio = slack === 0 ? 0 : slack > 0 ? slack / stretch : slack / shrink
      if (ratio < -1 - 1e-9 || ratio > settings.tolerance) return Infinity
      const fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
      const flagged = items.flagged[at] === 1
      const hyphens = flagged ? before.hyphens + 1 : 0
      const final = at === items.count - 1
      total += (prices.linePenalty + 100 * Math.abs(ratio) ** 4) ** 2
      if (!final) total += items.penalty[at]! ** 2
      if (Math.abs(fitness - before.fitness) > 1) total += prices.contrast
      if (hyphens === 2) total += prices.ladder
      if (hyphens > 2) total += prices.lastResort
      if (final && before.flagged) total += prices.hyphenBeforeLast
      if (final && start > 0 && natural < prices.runtWidth * settings.width) total += prices.runt
      before = { fitness, flagged, hyphens: Math.min(hyphens, 2) }
      start = at + 1
    }
    return total
  }

  function everyWay(items: Items): number[][] {
    const places: number[] = []
    for (let at = 0; at < items.count - 1; at++) {
      if (items.kind[at] !== box && items.penalty[at]! < Infinity) places.push(at)
    }
    const ways: number[][] = []
    for (let set = 0; set < 2 ** places.length; set++) {
      ways.push([...places.filter((_, k) => (set >> k) & 1), items.count - 1])
    }
    return ways
  }

  test('is as cheap as the cheapest of all ways, for 300 random paragraphs of up to 12 words', () => {
    let broken = 0
    for (let seed = 1; seed <= 300; seed++) {
      const random = seeded(seed)
      const items = new Items(4)
      const count = 3 + Math.floor(random() * 7)
      for (let k = 0; k < count; k++) {
        if (k > 0) items.addGlue(6, 8, 3, point(random() < 0.2 ? 30 : 0))
        items.addBox(8 + Math.floor(random() * 25))
        if (random() < 0.4) {
          items.addPenalty(4, point(50, true))
          items.addBox(8 + Math.floor(random() * 15))
        }
      }
      close(items)
      const cheapest = Math.min(...everyWay(items).map((way) => demeritsOf(items, way)))
      const found = breakLines(items, settings)
      if (cheapest === Infinity) expect(found, `seed ${seed}`).toBeUndefined()
      else expect(demeritsOf(items, found!), `seed ${seed}`).toBeCloseTo(cheapest, 3)
      if (found && found.length > 2) broken++
    }
    expect(broken).toBeGreaterThan(100)
  }, 60_000)
})

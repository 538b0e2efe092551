import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { hatch, lightFrom, rays, rings } from '../../scripts/sample-pictures/carve.ts'
import { chance } from '../../scripts/sample-pictures/chance.ts'
import { rectangle } from '../../scripts/sample-pictures/lines.ts'
import { openPlate } from '../../scripts/sample-pictures/plate.ts'
import { samples } from '../../scripts/sample-pictures/samples.ts'
import { tremble } from '../../scripts/sample-pictures/tremble.ts'

const content = new URL('../../content/', import.meta.url)

function pointsOf(path: string): [number, number][] {
  return [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
}

describe('each picture of the sample paper', () => {
  test.each(samples)('$file is drawn the same every time, without words and without anything from outside', ({ width, height, draw }) => {
    const [first, second] = [openPlate(width, height), openPlate(width, height)]
    draw(first)
    draw(second)
    const svg = first.toSvg()
    expect(svg === second.toSvg()).toBe(true)
    expect(svg).not.toMatch(/<(text|image|script|style|use)|href|NaN|undefined|Infinity/)
  })

  test.each(samples)('$file lies in the content folder at its size, under 450 KB, without metadata', async ({ file, width, height }) => {
    const bytes = await readFile(new URL(file, content))
    const metadata = await sharp(bytes).metadata()
    expect(metadata).toMatchObject({ format: 'jpeg', width, height })
    expect([metadata.exif, metadata.icc, metadata.xmp, metadata.iptc]).toEqual([undefined, undefined, undefined, undefined])
    expect(bytes.length).toBeLessThanOrEqual(450 * 1024)
  })
})

describe('marks of the gouge', () => {
  test('hatching cuts nothing where it is dark and stays near its field', () => {
    const field = [100, 100, 200, 100] as const
    const marks = pointsOf(hatch({ field, tone: (x) => (x < 200 ? 0 : 0.8), seed: 3 }))
    expect(marks.length).toBeGreaterThan(50)
    expect(Math.min(...marks.map(([x]) => x))).toBeGreaterThan(190)
    expect(Math.max(...marks.map(([x]) => x))).toBeLessThan(310)
    expect(hatch({ field, tone: () => 0 })).toBe('')
  })

  test('rays and rings keep between their two distances', () => {
    const distances = (path: string) => pointsOf(path).map(([x, y]) => Math.hypot(x, y))
    const out = distances(rays([0, 0], 100, 300, { count: 20, width: 8 }))
    const round = distances(rings([0, 0], 100, 300, { gap: 20, tone: () => 0.5 }))
    for (const found of [out, round]) {
      expect(found.length).toBeGreaterThan(50)
      expect(Math.min(...found)).toBeGreaterThan(85)
      expect(Math.max(...found)).toBeLessThan(315)
    }
  })

  test('light falls off from its side', () => {
    const tone = lightFrom([0, 0, 100, 100], 0, 1)
    expect(tone(0, 50)).toBeGreaterThan(tone(50, 50))
    expect(tone(50, 50)).toBeGreaterThan(tone(99, 50))
    expect(lightFrom([0, 0, 100, 100], 180, 1)(99, 50)).toBeGreaterThan(0.9)
  })

  test('an edge trembles by a few pixels, the same way every time', () => {
    const edge = rectangle(0, 0, 500, 300)
    expect(tremble(edge, 1)).toBe(tremble(edge, 1))
    expect(tremble(edge, 1)).not.toBe(edge)
    for (const [x, y] of pointsOf(tremble(edge, 1))) {
      const away = Math.min(Math.abs(x), Math.abs(x - 500), Math.abs(y), Math.abs(y - 300))
      expect(away).toBeLessThan(6)
    }
  })

  test('a hand trembles alike for one seed and otherwise for another', () => {
    const numbers = (seed: number) => Array.from({ length: 5 }, chance(seed).next)
    expect(numbers(4)).toEqual(numbers(4))
    expect(numbers(4)).not.toEqual(numbers(5))
    expect(numbers(4).every((each) => each >= 0 && each < 1)).toBe(true)
  })
})

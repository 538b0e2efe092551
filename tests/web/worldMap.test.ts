import { describe, expect, test } from 'vitest'
import { coastPath, mapSize, toMap, toMapPlaces } from '../../src/web/map/worldMap.ts'
import { toEntries } from '../../src/web/entries.ts'
import { copy, newsroomOf } from './paper.ts'

describe('the map', () => {
  test('has its middle at 11 degrees east, and what lies west of its edge stands at its eastern end', () => {
    expect(toMap({ latitude: 0, longitude: 11 }).x).toBe(mapSize.width / 2)
    expect(toMap({ latitude: 0, longitude: 190 }).x).toBeGreaterThan(mapSize.width - 5)
    expect(toMap({ latitude: 0, longitude: -175 }).x).toBeGreaterThan(mapSize.width - 30)
  })

  test('is as true as the projection’s own figures: a quarter of the equator to the pole', () => {
    // Equal Earth's pole is at 1.3173628 of the globe's radius, its equator ends at 2.7066300 (Šavrič, Patterson, Jenny 2018, section 3).
    const unit = mapSize.width / (2 * 2.70663)
    const height = toMap({ latitude: 0, longitude: 11 }).y - toMap({ latitude: 90, longitude: 11 }).y
    expect(Math.abs(height - 1.3173628 * unit)).toBeLessThan(1)
  })

  test('has every inhabited place within its frame', () => {
    for (const [latitude, longitude] of [[-54.9, -67.6], [71.3, -156.8], [66, 190 - 360], [-46.4, 168.3], [-18, 178], [78.2, 15.6]] as const) {
      const { x, y } = toMap({ latitude, longitude })
      expect([latitude, longitude, x >= 0 && x <= mapSize.width && y >= 0 && y <= mapSize.height]).toEqual([latitude, longitude, true])
    }
  })

  test('is small, and nowhere a line runs across it', () => {
    const path = coastPath()
    expect(path.length).toBeLessThan(20_000)
    const steps = [...path.matchAll(/l([^z]+)z/g)].flatMap(([, line]) => [...line!.matchAll(/-?\d+/g)].map(Number))
    expect(steps.length).toBeGreaterThan(2000)
    expect(Math.max(...steps.map(Math.abs))).toBeLessThan(60)
  })
})

test('stories that stand too close together share a dot; those without a place have none', () => {
  const newsroom = newsroomOf({
    'issues/17-01/issue.yaml': 'volume: 17\nnumber: 1\ndate: 2026-11-15\nstories: [a, b, c, d]\n',
    'issues/17-01/a/en.md': copy('title: A\nmap: 34.1, -118.2'), 'issues/17-01/b/en.md': copy('title: B\nmap: -33.6, -71.6'),
    'issues/17-01/c/en.md': copy('title: C\nmap: 34.1, -117.3'), 'issues/17-01/d/en.md': copy('title: D'),
  })
  expect(toMapPlaces(toEntries(newsroom, 'en')).map(({ entries }) => entries.map(({ article }) => article.title))).toEqual([['A', 'C'], ['B']])
})

import { describe, expect, test } from 'vitest'
import { feather, type Legs } from '../../../src/print/makeup/feather.ts'
import { setGalley } from '../../../src/print/makeup/galley.ts'
import type { PlacedSlug } from '../../../src/print/makeup/legs.ts'
import { articleOf, storyText } from '../flow/article.ts'
import { flowOf, plainStory, prose, workshopOf } from './workshop.ts'

const measure = 168
const flow = flowOf(plainStory('anna', 240))
const slugs = setGalley(flow, measure, workshopOf(), new Set())

/** The story's slugs from `from` to `to`, one under the other, with so many rows empty under them. */
function leg(all: typeof slugs, from: number, to: number): PlacedSlug[] {
  return all.slice(from, to).map((slug, row) => ({ slug, row }))
}

function textOf({ legs }: Legs): string {
  return legs.flat().flatMap(({ slug }) => slug.lines).map(({ line }) => line.runs.map(({ text }) => text).join('')).join('').replace(/\s+/g, ' ').trim()
}

function feet({ legs }: Legs): number[] {
  return legs.map((placed) => placed.at(-1)!.row + placed.at(-1)!.slug.rows)
}

describe('feathering', () => {
  const ends = slugs.flatMap(({ paragraph }, at) => paragraph!.index === paragraph!.count - 1 ? [at + 1] : [])

  test('sets a paragraph a line longer where a leg ends a row early, and loses no word', () => {
    const legs = { legs: [leg(slugs, 0, ends[2]!)], empty: [2] }
    const done = feather(legs, flow, measure, workshopOf())
    expect(done.empty).toEqual([0])
    expect(feet(done)).toEqual([ends[2]! + 2])
    expect(textOf(done)).toBe(textOf(legs))
  })

  test('gives the line to the leg that is short, where a paragraph runs over two', () => {
    const middle = ends[0]! + 4
    const legs = { legs: [leg(slugs, ends[0]!, middle), leg(slugs, middle, ends[1]!)], empty: [2, 0] }
    const done = feather(legs, flow, measure, workshopOf())
    expect(done.empty[0]).toBe(1)
    expect(feet(done)).toEqual([5, ends[1]! - middle])
    expect(textOf(done)).toBe(textOf(legs))
  })

  test('leaves full legs, and those where a story ends far above their foot, as they are', () => {
    for (const empty of [0, 20]) {
      const legs = { legs: [leg(slugs, 0, ends[1]!)], empty: [empty] }
      expect(feather(legs, flow, measure, workshopOf())).toEqual(legs)
    }
  })

  test('changes nothing where too few paragraphs give', () => {
    const legs = { legs: [leg(slugs, 0, ends[0]!)], empty: [4] }
    expect(feather(legs, flow, measure, workshopOf())).toEqual(legs)
    const stiff = { ...workshopOf(), setInLines: () => [] }
    expect(feather({ ...legs, empty: [2] }, flow, measure, stiff)).toEqual({ ...legs, empty: [2] })
  })

  test('puts white where the text changes its tone, before it loosens a line', () => {
    const listed = flowOf(articleOf(storyText(`${prose('anna', 40)}\n\n- one\n- two\n\n${prose('bert', 40)}`, 'title: The list\n'), 'list'))
    const all = setGalley(listed, measure, workshopOf(), new Set())
    const done = feather({ legs: [leg(all, 0, all.length)], empty: [2] }, listed, measure, { ...workshopOf(), setInLines: () => [] })
    expect(done.empty).toEqual([0])
    const rows = done.legs[0]!.map(({ row }) => row)
    const steps = rows.flatMap((row, at) => at > 0 && row - rows[at - 1]! > 1 ? [textOf({ legs: [[done.legs[0]![at]!]], empty: [] }).split(' ')[0]] : [])
    expect(steps).toEqual(['•', 'bert1'])
  })
})

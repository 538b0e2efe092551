import { describe, expect, test } from 'vitest'
import { legRows } from '../../../src/print/makeup/body.ts'
import { marginRows, rangeOf, solveBox, toSpec, type Solved } from '../../../src/print/makeup/box.ts'
import { toCopy, wholeStory, type Piece } from '../../../src/print/makeup/piece.ts'
import { mayPart } from '../../../src/print/makeup/slug.ts'
import { articleOf, storyText } from '../flow/article.ts'
import { flowOf, plainStory, prose, workshopOf } from './workshop.ts'

const workshop = workshopOf()

function piece(text: string, mayJump = false): Piece {
  return wholeStory(toCopy(flowOf(articleOf(text)), workshop), mayJump)
}

const plain = (words: number) => wholeStory(toCopy(flowOf(plainStory('strike', words)), workshop), false)
const pictured = (words: number, file = 'plain.jpg') => piece(storyText(prose('strike', words), `title: The strike\npicture: { file: ${file}, alt: A yard, caption: The yard }`))

/** Slugs that stand in a solved box. */
function placedIn(solved: Solved) {
  return solved.fill.legs.flat().map(({ slug }) => slug)
}

describe('the range of a box', () => {
  test.each([1, 2, 3, 4])('in %i columns has its natural height between least and most, and every height in it can be built', (columns) => {
    for (const story of [plain(30), plain(240), pictured(240), pictured(300, 'tall.jpg')]) {
      const spec = toSpec(story, { columns, lead: story.pictures.length > 0 ? Math.min(2, columns) : undefined, head: 'over' }, 2, workshop)
      const range = rangeOf(spec)
      if (!range) continue
      expect(range.min).toBeLessThanOrEqual(range.natural)
      expect(range.natural).toBeLessThanOrEqual(range.max)
      for (let rows = range.min; rows <= range.max; rows++) {
        const solved = solveBox(spec, rows)
        expect(solved, `${columns} columns, ${rows} rows`).toBeDefined()
        expect(solved!.cut).toBe(spec.slugs.length)
        expect(placedIn(solved!)).toHaveLength(spec.slugs.length)
      }
    }
  })

  test('is lower the more columns there are', () => {
    const heights = [1, 2, 3, 4].map((columns) => rangeOf(toSpec(plain(300), { columns, head: 'over' }, 1, workshop))!.min)
    expect(heights).toEqual([...heights].sort((a, b) => b - a))
    expect(heights[3]).toBeLessThan(heights[0]! / 2)
  })

  test('gives what cropping a picture gives', () => {
    const without = rangeOf(toSpec(plain(300), { columns: 2, head: 'over' }, 2, workshop))!
    const withPicture = rangeOf(toSpec(pictured(300), { columns: 2, lead: 2, head: 'over' }, 2, workshop))!
    expect(withPicture.max - withPicture.min).toBeGreaterThan(without.max - without.min)
  })
})

describe('a solved box', () => {
  test('is not built lower than its copy is', () => {
    const spec = toSpec(plain(240), { columns: 2, head: 'over' }, 2, workshop)
    expect(solveBox(spec, rangeOf(spec)!.min - 3)).toBeUndefined()
  })

  test('keeps head, legs and picture within its rows', () => {
    const spec = toSpec(pictured(400), { columns: 3, lead: 2, head: 'over' }, 2, workshop)
    const { min, max } = rangeOf(spec)!
    for (const rows of [min, max]) {
      const solved = solveBox(spec, rows)!
      const body = rows - marginRows(spec.piece) - spec.head.rows
      const heights = legRows(spec, body, solved.leadRows, solved.footRows)
      solved.fill.legs.forEach((leg, column) => leg.forEach(({ row, slug }) => expect(row + slug.rows).toBeLessThanOrEqual(heights[column]!)))
      expect(heights[0]).toBe(body)
      expect(heights[2]).toBe(body - solved.leadRows - 1)
    }
  })

  test('crops its picture within what it may lose or gain', () => {
    const spec = toSpec(pictured(400), { columns: 3, lead: 2, head: 'over' }, 2, workshop)
    const { min, max } = rangeOf(spec)!
    const [low, high] = [solveBox(spec, min)!, solveBox(spec, max)!]
    expect(low.leadRows).toBeGreaterThanOrEqual(spec.lead!.minRows)
    expect(high.leadRows).toBeLessThanOrEqual(spec.lead!.maxRows)
    expect(high.leadRows).toBeGreaterThanOrEqual(low.leadRows)
  })

  test('ends its legs nearly level', () => {
    const spec = toSpec(plain(300), { columns: 3, head: 'over' }, 2, workshop)
    const solved = solveBox(spec, rangeOf(spec)!.min + 1)!
    const ends = solved.fill.legs.map((leg) => leg.at(-1)!.row + 1)
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThanOrEqual(4)
  })
})

describe('a box that may jump', () => {
  const story = piece(storyText(prose('strike', 900, 40)), true)

  test('takes part of its story, up to the end of a paragraph', () => {
    const spec = toSpec(story, { columns: 2, head: 'over' }, 2, workshop)
    const { min, max } = rangeOf(spec)!
    for (let rows = min; rows <= max; rows += 5) {
      const solved = solveBox(spec, rows)
      if (!solved) continue
      expect(solved.cut).toBeGreaterThan(0)
      expect(solved.cut).toBeLessThan(spec.slugs.length)
      expect(mayPart(spec.slugs, solved.cut)).toBe(true)
      expect(placedIn(solved)).toEqual(spec.slugs.slice(0, solved.cut))
    }
  })

  test('leaves a row for its jump line at the foot of the last leg', () => {
    const spec = toSpec(story, { columns: 2, head: 'over' }, 2, workshop)
    const solved = solveBox(spec, rangeOf(spec)!.natural)!
    const body = solved.rows - marginRows(spec.piece) - spec.head.rows
    const last = solved.fill.legs.at(-1)!.at(-1)!
    expect(last.row + last.slug.rows).toBeLessThan(body)
  })

  test('leaves so much behind that it is no strip on the page where it goes on', () => {
    for (const columns of [2, 3, 4]) {
      const spec = toSpec(story, { columns, head: 'over' }, 2, workshop)
      const { max } = rangeOf(spec)!
      const inBox = columns * (max - marginRows(spec.piece) - spec.head.rows)
      expect(spec.textRows - inBox).toBeGreaterThanOrEqual(40)
    }
  })

  test('is not offered to a story that is too short to be continued', () => {
    expect(rangeOf(toSpec(piece(storyText(prose('strike', 40)), true), { columns: 2, head: 'over' }, 2, workshop))).toBeUndefined()
  })
})

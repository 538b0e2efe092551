import { describe, expect, test } from 'vitest'
import { colophonFrames, colophonRows, folioFrames, indexFrames, indexRows } from '../../../src/print/makeup/furniture.ts'
import { nameplateFrames } from '../../../src/print/makeup/nameplate.ts'
import { fillerFrames } from '../../../src/print/makeup/notice.ts'
import type { Frame, Rect, TextFrame } from '../../../src/print/makeup/page.ts'
import { qrFrames } from '../../../src/print/makeup/qrCode.ts'
import { columnsWidth, stylebookFor } from '../../../src/print/stylebook/stylebook.ts'
import { furnitureWords, tabloid, workshopOf } from './workshop.ts'

const sheet = { trim: { width: 792, height: 972 }, margin: 36, columns: 4, leading: 12, body: 9.7 }
const poster = stylebookFor(sheet, 'poster')
const workshop = workshopOf()

function textsIn(frames: Frame[]): string[] {
  return frames.filter((frame): frame is TextFrame => 'lines' in frame).flatMap((frame) => frame.lines.map(({ line }) => line.runs.map((run) => run.text).join('').trim()))
}

function isWithin(inner: Rect, outer: Rect): boolean {
  return inner.x >= outer.x - 0.01 && inner.y >= outer.y - 0.01
    && inner.x + inner.width <= outer.x + outer.width + 0.01 && inner.y + inner.height <= outer.y + outer.height + 0.01
}

describe('the nameplate', () => {
  for (const [design, book] of [['sober', tabloid], ['poster', poster]] as const) {
    test(`of the ${design} design says name, number, period and the other name once, within its rows`, () => {
      const frames = nameplateFrames(furnitureWords, workshopOf(book))
      const texts = textsIn(frames)
      for (const text of ['RED FLAG', 'Volume 17, Number 1', 'November 15 to December 5, 2026', 'Bandera Roja']) {
        expect(texts.filter((each) => each === text)).toEqual([text])
      }
      const area = { x: book.margin.left, y: book.margin.top, width: book.trim.width - book.margin.left - book.margin.right, height: book.nameplateRows * book.leading }
      expect(frames.filter((frame) => !isWithin(frame, area))).toEqual([])
    })
  }

  test('sets a long name smaller rather than wider than the page', () => {
    const frames = nameplateFrames({ ...furnitureWords, name: 'The Journal of the Harbor and Railway Workers' }, workshop)
    const [name] = frames.filter((frame): frame is TextFrame => frame.kind === 'nameplate')
    const run = name!.lines[0]!.line.runs[0]!
    expect(run.style.size).toBeLessThan(tabloid.nameplate.name.size)
    expect(workshop.width(run.text, run.style)).toBeLessThanOrEqual(tabloid.trim.width - tabloid.margin.left - tabloid.margin.right)
  })

  test('leaves its ears away where the name needs their room', () => {
    const ears = (name: string) => textsIn(nameplateFrames({ ...furnitureWords, name, ears: [['Read it.'], ['Write.']] }, workshop)).includes('Read it.')
    expect(ears('Red')).toBe(true)
    expect(ears('The Journal of the Harbor')).toBe(false)
  })
})

describe('a folio', () => {
  const numberAt = (page: number) => {
    const [folio] = folioFrames(page, undefined, furnitureWords, workshop) as [TextFrame]
    const { line, x } = folio.lines[0]!
    return x + line.runs[0]!.x
  }

  test('has its number at the outer edge of the spread', () => {
    expect(numberAt(2)).toBeCloseTo(tabloid.margin.left)
    expect(numberAt(3)).toBeGreaterThan(tabloid.trim.width / 2)
  })

  test('names the section beside the number, and nothing without one', () => {
    expect(textsIn(folioFrames(2, 'Stories of struggle', furnitureWords, workshop))).toContain('STORIES OF STRUGGLE')
    expect(textsIn(folioFrames(2, undefined, furnitureWords, workshop))).toEqual(['2', 'RED FLAG', 'November 15 to December 5, 2026'])
  })

  test('of the poster design sets the section on a label that holds it', () => {
    const frames = folioFrames(3, 'Letters', furnitureWords, workshopOf(poster))
    for (const frame of frames) expect(frame.y).toBeGreaterThanOrEqual(poster.margin.top - 0.01)
    const label = frames.find((frame) => frame.kind === 'panel')!
    const folio = frames.find((frame): frame is TextFrame => frame.kind === 'folio')!
    const flag = folio.lines.at(-1)!
    expect(flag.x).toBeGreaterThan(label.x)
    expect(flag.x + flag.line.width).toBeLessThan(label.x + label.width)
  })
})

describe('the list of contents', () => {
  const entries = Array.from({ length: 9 }, (_, index) => ({ title: `The ${'long '.repeat(index)}story`, page: index + 2 }))
  const rectOf = (rows: number): Rect => ({ x: 36, y: 200, width: columnsWidth(tabloid, 1), height: rows * tabloid.leading })

  test('holds every entry with its page in the rows that it asks for', () => {
    const texts = textsIn(indexFrames(entries, rectOf(indexRows(entries.map(({ title }) => title), workshop, furnitureWords)), furnitureWords, workshop))
    for (const { page } of entries) expect(texts).toContain(String(page))
    expect(texts[0]).toBe('IN THIS ISSUE')
  })

  test('ends with a whole entry where the box is lower', () => {
    const texts = textsIn(indexFrames(entries, rectOf(12), furnitureWords, workshop))
    const pages = texts.filter((text) => /^\d+$/.test(text)).map(Number)
    expect(pages).toEqual(entries.slice(0, pages.length).map(({ page }) => page))
    expect(pages.length).toBeLessThan(entries.length)
    expect(texts.slice(1).join(' ').split(' ').filter((word) => word === 'story')).toHaveLength(pages.length)
  })
})

describe('the colophon', () => {
  const words = { ...furnitureWords, site: 'https://example.org' }
  const rectOf = (rows: number): Rect => ({ x: 36, y: 200, width: columnsWidth(tabloid, 1), height: rows * tabloid.leading })

  test('has all its lines, and the code, in the rows that it asks for', () => {
    const rect = rectOf(colophonRows(1, words, workshop))
    const frames = colophonFrames(rect, words, workshop)
    expect(textsIn(frames).join(' ')).toContain(words.colophon.join(' '))
    const [ground] = frames.filter((frame) => frame.kind === 'panel')
    expect(isWithin(ground!, rect)).toBe(true)
    expect(ground!.width).toBeGreaterThanOrEqual(62)
  })

  test('has no code without a site, nor where it would be too small to be read', () => {
    const panels = (frames: Frame[]) => frames.filter((frame) => frame.kind === 'panel')
    expect(panels(colophonFrames(rectOf(30), furnitureWords, workshop))).toEqual([])
    expect(panels(colophonFrames(rectOf(12), words, workshop))).toEqual([])
  })
})

describe('a code for telephones', () => {
  const rect = { x: 100, y: 300, width: 82, height: 82 }
  const [ground, ...dark] = qrFrames('https://example.org/', rect)

  test('stands on white with four modules around it', () => {
    expect(ground).toEqual({ kind: 'panel', ink: 'paper', ...rect })
    const module = dark[0]!.height
    expect(Math.min(...dark.map(({ x }) => x))).toBeCloseTo(rect.x + 4 * module)
    expect(Math.max(...dark.map(({ y }) => y)) + module).toBeCloseTo(rect.y + rect.height - 4 * module)
  })

  test('has finder patterns in three corners and not in the fourth', () => {
    const module = dark[0]!.height
    const count = Math.round(rect.width / module) - 8
    const isDark = (row: number, column: number) => dark.some(({ x, y, width }) => {
      const [px, py] = [rect.x + (column + 4.5) * module, rect.y + (row + 4.5) * module]
      return px > x && px < x + width && py > y && py < y + module
    })
    const finder = (row: number, column: number) => Array.from({ length: 49 }, (_, index) => {
      const [r, c] = [Math.floor(index / 7), index % 7]
      const ring = Math.max(Math.abs(r - 3), Math.abs(c - 3))
      return isDark(row + r, column + c) === (ring !== 2)
    }).every(Boolean)
    expect([finder(0, 0), finder(0, count - 7), finder(count - 7, 0), finder(count - 7, count - 7)]).toEqual([true, true, true, false])
  })
})

describe('a notice of the house', () => {
  const rectOf = (columns: number, rows: number): Rect => ({ x: 36, y: 200, width: columnsWidth(tabloid, columns), height: rows * tabloid.leading })

  test('keeps its words inside its box, from a small one to a page', () => {
    for (const columns of [1, 2, 4]) {
      for (const rows of [8, 14, 30, 64]) {
        const rect = rectOf(columns, rows)
        const frames = fillerFrames(3, rect, furnitureWords, workshop)
        expect(frames.filter((frame) => !isWithin(frame, rect))).toEqual([])
        for (const { baseline } of frames.flatMap((frame) => 'lines' in frame ? frame.lines : [])) {
          expect(baseline).toBeGreaterThan(rect.y)
          expect(baseline).toBeLessThan(rect.y + rect.height)
        }
      }
    }
  })

  test('is loud once in an issue: the next ones have other words and a quieter look', () => {
    const words = { ...furnitureWords, notices: [{ title: 'Write', text: 'To us.' }, { title: 'Read', text: 'Aloud.' }] }
    const [first, second, third] = [0, 1, 2].map((number) => fillerFrames(number, rectOf(2, 20), words, workshop))
    expect(textsIn(first!)[0]).not.toBe(textsIn(second!)[0])
    expect(first!.map(({ kind }) => kind)).not.toEqual(second!.map(({ kind }) => kind))
    expect(third!.map(({ kind }) => kind)).toEqual(second!.map(({ kind }) => kind))
  })
})

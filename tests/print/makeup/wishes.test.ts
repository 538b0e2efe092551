import { describe, expect, test } from 'vitest'
import type { MadeUp } from '../../../src/print/makeup/makeup.ts'
import type { PictureFrame, TextFrame } from '../../../src/print/makeup/page.ts'
import { columnsWidth } from '../../../src/print/stylebook/stylebook.ts'
import { textFrames, textOf, wordsOnPages } from './placed.ts'
import { madeUp, plainStory, tabloid, wish } from './workshop.ts'

describe('wishes', () => {
  const stories = () => ['anna', 'bert', 'cara', 'dora', 'emil'].map((slug, index) => plainStory(slug, 690 - 100 * index))
  const firstPage = (made: MadeUp, story: string) => made.pages.find((page) => page.frames.some((frame) => frame.story === story))?.number

  test('a story stands on the page that it was wished to', () => {
    expect(firstPage(madeUp(stories(), [wish('dora', { page: 3 })], 4), 'dora')).toBe(3)
    expect(firstPage(madeUp(stories(), [wish('emil', { page: 1 })], 4), 'emil')).toBe(1)
  })

  test('a story takes the columns that it was wished to', () => {
    for (const columns of [1, 2]) {
      const made = madeUp([...stories(), plainStory('gina', 120)], [wish('gina', { columns })], 4)
      const lefts = new Set(made.pages.flatMap((page) => textFrames(page).filter((frame) => frame.kind === 'leg' && frame.story === 'gina').map((frame) => `${page.number} ${Math.round(frame.x)}`)))
      expect(lefts.size).toBe(columns)
    }
  })

  test('a story that must not jump stands on one page', () => {
    for (const slug of ['anna', 'bert']) {
      const made = madeUp(stories(), stories().map((article) => wish(article.story, article.story === slug ? { jump: 'never' } : {})), 4)
      expect(made.jumps.filter((jump) => jump.story === slug)).toEqual([])
    }
  })

  describe('a picture', () => {
    const withPicture = () => [plainStory('anna', 690, 'picture: { file: gate.jpg, alt: A gate }'), ...stories().slice(1)]
    const picturesOf = (made: MadeUp) => made.pages.flatMap((page) => page.frames).filter((frame): frame is PictureFrame => frame.kind === 'picture')

    test('takes the columns that it was wished to', () => {
      for (const picture of [1, 2, 3]) {
        const made = madeUp(withPicture(), [wish('anna', { picture })], 4)
        expect(made.refused).toEqual([])
        expect(Math.round(picturesOf(made)[0]!.width)).toBe(Math.round(columnsWidth(tabloid, picture)))
      }
    })

    test('stays away when it was wished away, and its caption with it', () => {
      const made = madeUp(withPicture(), [wish('anna', { picture: 0 })], 4)
      expect(picturesOf(made)).toEqual([])
      expect(made.refused).toEqual([])
      expect(wordsOnPages(made, 'anna')).toHaveLength(690)
    })

    test('that is wished wider than its story is refused with what it got', () => {
      const made = madeUp(withPicture(), [wish('anna', { columns: 2, picture: 4 })], 4)
      expect(made.refused).toEqual([expect.objectContaining({ kind: 'picture', wanted: 4 })])
      expect(picturesOf(made)).toHaveLength(1)
    })
  })

  describe('a spread', () => {
    const middle = (made: MadeUp, page: number) => made.pages[page - 1]!.frames.filter((frame) => frame.story === 'anna')
    const long = (words: number) => [plainStory('anna', words, 'picture: { file: gate-wide.jpg, alt: A gate }'), ...['bert', 'cara', 'dora', 'emil', 'fred'].map((slug) => plainStory(slug, 500))]

    test('fills both pages in the middle as one: one head, no jump, every word', () => {
      const made = madeUp(long(1200), [wish('anna', { spread: true })], 4)
      expect(made.refused).toEqual([])
      expect([2, 3].map((page) => middle(made, page).length > 0)).toEqual([true, true])
      expect(made.jumps.filter(({ story }) => story === 'anna')).toEqual([])
      const texts = [2, 3].flatMap((page) => middle(made, page)).filter((frame): frame is TextFrame => 'lines' in frame)
      expect(texts.filter(({ kind }) => kind === 'jumpLine')).toEqual([])
      expect(texts.flatMap(({ lines }) => lines).filter((line) => textOf(line).startsWith('From page'))).toEqual([])
      expect(wordsOnPages(made, 'anna')).toHaveLength(1200)
    })

    test('ends on its right page, whatever else would like to stand there', () => {
      for (const words of [1000, 1100, 1300]) {
        const made = madeUp(long(words), [wish('anna', { spread: true })], 4)
        expect(made.refused, `${words} words`).toEqual([])
        expect(made.pages.filter(({ frames }) => frames.some(({ story }) => story === 'anna')).map(({ number }) => number)).toEqual([2, 3])
      }
    })

    test('has the left page to itself, and the head of the right one', () => {
      const made = madeUp(long(1200), [wish('anna', { spread: true })], 4)
      expect(new Set(made.pages[1]!.frames.flatMap((frame) => frame.story ?? []))).toEqual(new Set(['anna']))
      const top = (story: string) => Math.min(...made.pages[2]!.frames.filter((frame) => frame.story === story && 'lines' in frame && frame.lines.length > 0).map(({ y }) => y))
      for (const { story } of made.pages[2]!.frames) if (story !== undefined && story !== 'anna') expect(top(story)).toBeGreaterThan(top('anna'))
    })

    test('is refused to a story that one page holds, and to an issue without a middle; no word is lost', () => {
      for (const [words, pages] of [[200, 4], [1200, 6]] as const) {
        const made = madeUp(long(words), [wish('anna', { spread: true })], pages)
        expect(made.refused).toEqual([expect.objectContaining({ kind: 'spread' })])
        expect(wordsOnPages(made, 'anna')).toHaveLength(words)
      }
    })
  })

  test('a wish that cannot be built is given up rather than the story', () => {
    const made = madeUp([plainStory('anna', 20), ...stories().slice(1)], [wish('anna', { rows: 12 })], 4)
    expect(wordsOnPages(made, 'anna')).toHaveLength(20)
  })
})

import { describe, expect, test } from 'vitest'
import type { Layout, TextFrame } from '../../../src/print/makeup/page.ts'
import { makeLeaflet, makePamphlet } from '../../../src/print/makeup/thread.ts'
import { leafletSheet, pamphletSheet, stylebookFor } from '../../../src/print/stylebook/stylebook.ts'
import { articleOf, storyText } from '../flow/article.ts'
import { flowOf, furnitureWords, plainStory, prose, workshopOf } from './workshop.ts'

const halfLetter = stylebookFor(pamphletSheet)
const letter = stylebookFor(leafletSheet)

function pamphlet(words: number, keys = ''): Layout {
  return makePamphlet(flowOf(plainStory('circle', words, keys), halfLetter), furnitureWords, workshopOf(halfLetter))
}

function leaflet(text: string): Layout {
  return makeLeaflet(flowOf(articleOf(text, 'rent'), letter), furnitureWords, workshopOf(letter), 0.4)
}

function textFrames(layout: Layout): TextFrame[] {
  return layout.pages.flatMap((page) => page.frames.filter((frame): frame is TextFrame => 'lines' in frame))
}

/** Words of the running text, page by page. */
function wordsOf(layout: Layout): string[] {
  return textFrames(layout).flatMap((frame) => frame.lines.flatMap(({ line, tag }) => tag !== undefined && tag.block >= 10
    ? line.runs.map((run) => run.text).join('').trim().split(' ') : []))
}

function says(layout: Layout, page: number, text: string): boolean {
  return layout.pages[page - 1]!.frames.some((frame) => 'lines' in frame && frame.lines.some(({ line }) => line.runs.map((run) => run.text).join('').trim() === text))
}

describe('a pamphlet', () => {
  test.each([10, 300, 700, 1500, 4000, 9000])('of %i words has whole sheets of pages and every word once', (words) => {
    const layout = pamphlet(words)
    expect(layout.pages.length % 4).toBe(0)
    expect(layout.pages.map((page) => page.number)).toEqual(layout.pages.map((_, index) => index + 1))
    expect(wordsOf(layout)).toEqual(prose('circle', words).split(/\s+/))
    expect(layout.overset).toEqual([])
  })

  test('has a cover with its name and headline, and no text on it', () => {
    const [cover] = pamphlet(500).pages
    expect(cover!.frames.some((frame) => frame.kind === 'nameplate')).toBe(true)
    expect(cover!.frames.some((frame) => frame.kind === 'headline')).toBe(true)
    expect(cover!.frames.some((frame) => frame.kind === 'leg')).toBe(false)
  })

  test('ends with the ways to reach the paper on its last page', () => {
    for (const words of [10, 700, 1500, 2900]) {
      const layout = pamphlet(words)
      expect(says(layout, layout.pages.length, 'paper@example.org')).toBe(true)
    }
  })

  test('parts no paragraph that turns a page by a box', () => {
    let turned = 0
    for (let words = 260; words < 420; words += 12) {
      const box = `\n\n:::sidebar{title="Dates"}\n${prose('day', 90, 15)}\n:::\n\n`
      const layout = makePamphlet(flowOf(articleOf(storyText(`${prose('circle', words, 90)}${box}${prose('after', 400, 90)}`, 'title: The circle\n'), 'circle'), halfLetter), furnitureWords, workshopOf(halfLetter))
      const texts = layout.pages.map((page) => page.frames.filter((frame): frame is TextFrame => frame.kind === 'leg' || frame.kind === 'sidebar').sort((a, b) => a.y - b.y))
      texts.slice(1).forEach((frames, at) => {
        const last = texts[at]!.filter(({ kind }) => kind === 'leg').at(-1)?.lines.at(-1)
        const first = frames.find(({ kind }) => kind === 'leg')?.lines[0]
        if (!last || last.tag?.block !== first?.tag?.block || !frames.some(({ kind }) => kind === 'sidebar')) return
        turned++
        expect(frames[0]!.kind, `${words} words`).toBe('leg')
      })
    }
    expect(turned).toBeGreaterThan(0)
  })

  test('carries page numbers and its short headline over its pages', () => {
    const layout = pamphlet(1500, 'jumpHead: Circle')
    expect(says(layout, 2, '2')).toBe(true)
    expect(says(layout, 3, 'Circle')).toBe(true)
    expect(says(layout, 1, '1')).toBe(false)
  })

  test('keeps everything inside its type area', () => {
    for (const page of pamphlet(4000).pages) {
      for (const frame of page.frames) {
        expect(frame.y + frame.height).toBeLessThanOrEqual(page.area.y + page.area.height + 0.5)
        expect(frame.x).toBeGreaterThanOrEqual(page.area.x - 0.5)
        expect(frame.x + frame.width).toBeLessThanOrEqual(page.area.x + page.area.width + 0.5)
      }
    }
  })

  test('threads long sidebars over its pages, and loses nothing of them', () => {
    const body = `${prose('before', 200)}\n\n:::sidebar{title="Told"}\n${prose('side', 900)}\n:::\n\n${prose('after', 200)}`
    const layout = makePamphlet(flowOf(articleOf(storyText(body), 'circle'), halfLetter), furnitureWords, workshopOf(halfLetter))
    const words = [...prose('before', 200).split(/\s+/), ...['Told'], ...prose('side', 900).split(/\s+/), ...prose('after', 200).split(/\s+/)]
    expect([...wordsOf(layout)].sort()).toEqual(words.sort())
  })

  test('gives its pictures a place, with their captions', () => {
    const body = `${prose('text', 200)}\n\n![A lamp](tall.jpg "The lamp")\n\n${prose('more', 400)}`
    const layout = makePamphlet(flowOf(articleOf(storyText(body), 'circle'), halfLetter), furnitureWords, workshopOf(halfLetter))
    const frames = layout.pages.flatMap((page) => page.frames)
    expect(frames.filter((frame) => frame.kind === 'picture')).toHaveLength(1)
    expect(textFrames(layout).filter((frame) => frame.kind === 'caption')).toHaveLength(1)
  })
})

describe('a leaflet', () => {
  const short = storyText(prose('rent', 150), 'title: The rent\npicture: { file: plain.jpg, alt: A house }')

  test('of few words is one page: nameplate, head, picture, text, ways to reach the paper', () => {
    const layout = leaflet(short)
    expect(layout.pages).toHaveLength(1)
    const kinds = layout.pages[0]!.frames.map((frame) => frame.kind)
    for (const kind of ['nameplate', 'headline', 'picture', 'leg', 'furniture']) expect(kinds).toContain(kind)
    expect(wordsOf(layout)).toEqual(prose('rent', 150).split(/\s+/))
  })

  test('shows its picture once', () => {
    expect(leaflet(short).pages.flatMap((page) => page.frames).filter((frame) => frame.kind === 'picture')).toHaveLength(1)
  })

  test('ends its legs level', () => {
    const legs = leaflet(short).pages[0]!.frames.filter((frame) => frame.kind === 'leg')
    expect(legs).toHaveLength(2)
    expect(Math.abs(legs[0]!.height - legs[1]!.height)).toBeLessThanOrEqual(3 * letter.leading)
  })

  test('that is longer goes on to a second page without a second head', () => {
    const layout = leaflet(storyText(prose('rent', 900), 'title: The rent'))
    expect(layout.pages.length).toBeGreaterThan(1)
    expect(layout.pages[1]!.frames.some((frame) => frame.kind === 'headline')).toBe(false)
    expect(wordsOf(layout)).toEqual(prose('rent', 900).split(/\s+/))
  })
})

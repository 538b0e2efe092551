import { describe, expect, test } from 'vitest'
import { textFrames, textOf } from './placed.ts'
import { madeUp, plainStory, tabloid } from './workshop.ts'

describe('an issue', () => {
  const kinds = ['article', 'letter', 'article', 'story', 'letter', 'article', 'story', 'article']
  const stories = () => kinds.map((kind, index) => plainStory(`${kind}${index}`, 300, `kind: ${kind}`))
  const made = madeUp(stories(), [], 4)

  test('leads page one with the first story', () => {
    const heads = textFrames(made.pages[0]!).filter((frame) => frame.kind === 'headline')
    const sizes = heads.map((frame) => ({ story: frame.story, size: Math.max(...frame.lines.map(({ line }) => line.runs[0]!.style.size)) }))
    const lead = sizes.reduce((a, b) => b.size > a.size ? b : a)
    expect(lead.story).toBe('article0')
  })

  test('begins no letter and no notice on page one where there is news enough', () => {
    for (const kind of ['letter', 'notice']) {
      const mixed = madeUp(['article', kind, kind, 'article', 'article', 'article', 'article'].map((each, index) => plainStory(`${each}${index}`, 260, `kind: ${each}`)), [], 4)
      expect(mixed.pages[0]!.frames.filter(({ story }) => story?.startsWith(kind)).map(({ story }) => story)).toEqual([])
      expect(new Set(mixed.pages[0]!.frames.flatMap(({ story }) => story ?? [])).size).toBeGreaterThan(1)
    }
  })

  test('has the nameplate on page one only, and folios on all others', () => {
    expect(made.pages.map((page) => textFrames(page).filter(({ kind }) => kind === 'nameplate').length)).toEqual([1, 0, 0, 0])
    expect(made.pages.map((page) => textFrames(page).filter(({ kind }) => kind === 'folio').length)).toEqual([0, 1, 1, 1])
  })

  test('puts page numbers to the outer edge', () => {
    for (const page of made.pages.slice(1)) {
      const number = textFrames(page).find(({ kind }) => kind === 'folio')!.lines.find((placed) => textOf(placed) === String(page.number))!
      const x = number.x + number.line.runs[0]!.x
      expect(page.side).toBe(page.number % 2 === 0 ? 'left' : 'right')
      if (page.side === 'left') expect(x).toBeCloseTo(page.area.x)
      else expect(x).toBeGreaterThan(page.area.x + page.area.width - 20)
    }
  })

  test('says of pages that large notices fill how much copy they could hold', () => {
    const { white } = madeUp([plainStory('anna', 200)], [], 4)
    const page = tabloid.rows * tabloid.columns
    for (const rows of white.slice(1)) expect(rows).toBeGreaterThan(page / 2)
    expect(made.white.filter((rows) => rows > page / 2)).toEqual([])
  })

  test('grows where copy is short, so that no page is left to notices', () => {
    for (const words of [300, 340]) {
      const thin = Array.from({ length: 5 }, (_, index) => plainStory(`story${index}`, words, 'picture: { file: gate.jpg, alt: A gate }'))
      for (const rows of madeUp(thin, [], 4).white) expect(rows).toBeLessThan(10)
    }
  })

  test.each([[5, 900], [6, 800], [7, 700], [4, 1400]])('leaves no page to notices where %i stories of %i words are half of what eight pages hold', (count, words) => {
    const half = Array.from({ length: count }, (_, index) => plainStory(`s${index}`, words, 'picture: { file: gate.jpg, alt: A gate }'))
    const thin = madeUp(half, [], 8)
    expect(thin.least).toBeLessThan(0.55)
    expect(thin.white.every((rows) => rows < 10), thin.white.join()).toBe(true)
    for (const { frames } of thin.pages) expect(frames.some(({ story }) => story !== undefined)).toBe(true)
  })

  test('has its colophon on the last page', () => {
    const pages = made.pages.filter((page) => textFrames(page).some((frame) => frame.lines.some((placed) => textOf(placed) === 'Written by its readers.')))
    expect(pages.map((page) => page.number)).toEqual([4])
  })

  test('lists in its contents the pages on which stories begin', () => {
    const index = textFrames(made.pages[0]!).find((frame) => frame.kind === 'furniture' && frame.lines.some((placed) => textOf(placed) === 'IN THIS ISSUE'))!
    const lines = index.lines.map(textOf)
    for (const article of stories()) {
      const begins = made.pages.find((page) => page.frames.some((frame) => frame.story === article.story))!.number
      const at = lines.indexOf(article.title)
      if (begins === 1) expect(at).toBe(-1)
      else if (at >= 0) expect(lines[at - 1]).toBe(String(begins))
    }
    expect(lines.length).toBeGreaterThan(2)
  })

  test('lists news rather than letters, in no more than half of page one', () => {
    const listOf = (each: string[]) => {
      const { pages: [front] } = madeUp(each.map((kind, at) => plainStory(`${kind}${at}`, 200, `kind: ${kind}`)), [])
      const index = textFrames(front!).find((frame) => frame.kind === 'furniture' && frame.lines.some((placed) => textOf(placed) === 'IN THIS ISSUE'))!
      expect(index.height).toBeLessThan((tabloid.rows - tabloid.nameplateRows) * tabloid.leading * 0.52)
      return index.lines.map(textOf).join(' ')
    }
    const mixed = listOf([...Array.from({ length: 8 }, () => 'article'), ...Array.from({ length: 8 }, () => 'letter')])
    expect(mixed).toContain('article')
    expect(mixed).not.toContain('letter')
    expect(listOf(Array.from({ length: 40 }, () => 'letter'))).toContain('letter')
  })
})

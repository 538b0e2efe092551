import { describe, expect, test } from 'vitest'
import type { Article } from '../../../src/newsroom/article.ts'
import { judgePages } from '../../../src/print/makeup/artDirection.ts'
import { makeUp, type MadeUp } from '../../../src/print/makeup/makeup.ts'
import type { Page, PictureFrame, PlacedLine } from '../../../src/print/makeup/page.ts'
import { articleOf, storyText } from '../flow/article.ts'
import { seeded } from '../type/builders.ts'
import { textFrames, textOf, wordsIn, wordsOf, wordsOnPages } from './placed.ts'
import { randomIssue, type RandomIssue } from './randomIssue.ts'
import { flowOf, furnitureWords, issueOf as issueOfArticles, madeUp, plainStory, tabloid, workshopOf } from './workshop.ts'

/** Each seed is an issue of its own; a failing one can be tried alone. */
const seeds = Array.from({ length: 200 }, (_, index) => index + 1)
const tried = new Map<number, { issue: RandomIssue; made: MadeUp }>()

function issueOf(seed: number): { issue: RandomIssue; made: MadeUp } {
  const known = tried.get(seed)
  if (known) return known
  const issue = randomIssue(seed)
  const fresh = { issue, made: madeUp(issue.articles, issue.wishes, issue.pages) }
  tried.set(seed, fresh)
  return fresh
}

/** Runs a check over all random issues, and says for which seeds it found something. */
function overAll(check: (made: MadeUp, issue: RandomIssue) => string[]): Record<number, string[]> {
  const found: Record<number, string[]> = {}
  for (const seed of seeds) {
    const { issue, made } = issueOf(seed)
    const wrong = check(made, issue)
    if (wrong.length > 0) found[seed] = wrong.slice(0, 3)
  }
  return found
}

describe('of two hundred random issues', () => {
  test('no word is lost or doubled: what goes in stands on the pages or is overset', { timeout: 300_000 }, () => {
    expect(overAll((made, { articles }) => articles.flatMap((article): string[] => {
      const copy = wordsIn(flowOf(article).blocks)
      const placed = wordsOnPages(made, article.story)
      const left = made.overset.filter((each) => each.story === article.story)
      if (left.length === 0) return placed.join(' ') === copy.join(' ') ? [] : [`${article.story}: ${firstDifference(copy, placed)}`]
      const words = left.reduce((sum, each) => sum + each.words, 0)
      const missing = copy.length - placed.length - words
      // Pictures that are still to be shown large take their captions with them; they are no lines of the text.
      return missing < 0 || missing > captionWords(article) ? [`${article.story}: ${copy.length} words, ${placed.length} placed, ${words} overset`] : []
    }))).toEqual({})
  })

  test('some are too large for their pages, and most are not', () => {
    const overset = seeds.filter((seed) => issueOf(seed).made.overset.length > 0).length
    expect(overset).toBeGreaterThan(5)
    expect(overset).toBeLessThan(100)
  })

  test('an issue without a wish for pages grows until all copy stands', () => {
    expect(overAll((made, { pages }) => {
      if (pages !== undefined) return []
      return made.overset.length === 0 && made.pages.length % 4 === 0 ? [] : [`${made.pages.length} pages, ${made.overset.length} overset`]
    })).toEqual({})
  })

  test('every headline stands once, on the page where its story begins', () => {
    expect(overAll((made, { articles }) => articles.flatMap((article) => {
      const heads = made.pages.flatMap((page) => textFrames(page).flatMap((frame) => frame.lines).filter(({ tag }) => tag?.story === article.story && tag.role === 'H1'))
      const text = heads.flatMap(({ line }) => line.runs.flatMap((run) => wordsOf(run.text))).join(' ')
      const whole = made.overset.some((each) => each.story === article.story) && text === ''
      return whole || text === article.title ? [] : [`${article.story}: ${text}`]
    }))).toEqual({})
  })

  test('everything lies inside the type area', () => {
    expect(overAll((made) => made.pages.flatMap((page) => page.frames.flatMap((frame) => {
      const { area } = page
      const out = frame.x < area.x - 0.5 || frame.y < area.y - 0.5 || frame.x + frame.width > area.x + area.width + 0.5
        || frame.y + frame.height > area.y + area.height + 0.5
      return out || frame.width < 0 || frame.height < 0 ? [`page ${page.number}: ${frame.kind} ${Math.round(frame.x)} ${Math.round(frame.y)} ${Math.round(frame.width)} ${Math.round(frame.height)}`] : []
    })))).toEqual({})
  })

  test('no line lies on another line or on a picture', () => {
    expect(overAll((made) => made.pages.flatMap(collisionsOn))).toEqual({})
  })

  test('lines of text stand on the grid of baselines', () => {
    expect(overAll((made) => made.pages.flatMap((page) => textFrames(page).filter(({ kind }) => kind === 'leg').flatMap((frame) => frame.lines.flatMap((placed) => {
      const { style } = placed.line.runs[0]!
      if (style.size !== tabloid.body.size) return []
      const row = (placed.baseline - page.area.y - tabloid.baseline) / tabloid.leading
      return Math.abs(row - Math.round(row)) < 0.001 ? [] : [`page ${page.number}: ${textOf(placed)}`]
    }))))).toEqual({})
  })

  test('jump lines and jump heads name each other\'s pages', () => {
    expect(overAll((made) => made.jumps.flatMap(({ story, from, to }) => {
      const says = (page: number, text: string) => made.pages[page - 1]!.frames.some((frame) => 'lines' in frame && frame.story === story
        && ` ${frame.lines.map((placed) => textOf(placed).trim()).join(' ')} `.includes(` ${text} `))
      return [
        ...says(from, `Continued on page ${to}`) ? [] : [`${story}: page ${from} does not lead to ${to}`],
        ...says(to, `From page ${from}`) ? [] : [`${story}: page ${to} does not come from ${from}`],
        ...to > from ? [] : [`${story}: jumps back from ${from} to ${to}`],
      ]
    }))).toEqual({})
    expect(seeds.some((seed) => issueOf(seed).made.jumps.length > 0)).toBe(true)
  })

  test('no jump line stands without its jump', () => {
    expect(overAll((made) => {
      const lines = made.pages.flatMap((page) => textFrames(page).filter(({ kind }) => kind === 'jumpLine')).length
      return lines === made.jumps.length ? [] : [`${lines} jump lines, ${made.jumps.length} jumps`]
    })).toEqual({})
  })

  test('the same copy makes the same pages', () => {
    for (const seed of [3, 11, 27, 58]) {
      const { articles, wishes, pages } = randomIssue(seed)
      expect(JSON.stringify(madeUp(articles, wishes, pages))).toBe(JSON.stringify(issueOf(seed).made))
    }
  })

  test('pages are plain data', () => {
    const made = issueOf(7).made
    expect(JSON.parse(JSON.stringify(made.pages))).toEqual(made.pages.map((page) => JSON.parse(JSON.stringify(page))))
    expect(JSON.stringify(made.pages)).not.toContain('"copy"')
  })
})

test('an issue without a wish for pages has as many as its press takes', () => {
  const flows = [plainStory('anna', 300), plainStory('bert', 2600)].map((article) => flowOf(article))
  const pagesWith = (press?: { multiple: number; least: number }) => makeUp({ issue: issueOfArticles([]), flows, words: furnitureWords, ...press && { press } }, workshopOf()).pages.length
  expect(pagesWith()).toBe(4)
  expect(pagesWith({ multiple: 8, least: 8 })).toBe(8)
  expect(pagesWith({ multiple: 2, least: 6 })).toBe(6)
})

describe('copy of unusual shape', () => {
  const around = () => ['bert', 'cara', 'dora'].map((slug) => plainStory(slug, 300))

  test('a picture as tall as a tower is cut to what a page can hold, wherever it stands', () => {
    const tower = articleOf(storyText(`${'Words of a story. '.repeat(80)}\n\n${['a', 'b'].map((name) => `![A tower](${name}-tower.jpg)\n\nWords.`).join('\n\n')}`,
      'title: The tower\npicture: { file: tower.jpg, alt: A tower }'), 'tower')
    const made = madeUp([tower, ...around()])
    expect(made.overset).toEqual([])
    const heights = made.pages.flatMap(({ frames }) => frames).filter(({ kind }) => kind === 'picture').map(({ height }) => height)
    expect(heights).toHaveLength(3)
    for (const height of heights) expect(height).toBeLessThan(0.8 * tabloid.rows * tabloid.leading)
  })

  test('what no page can hold is said, and not looked for on ever more pages', () => {
    const made = madeUp([plainStory('anna', 300, `deck: ${'A deck that has no end. '.repeat(600)}`), ...around()])
    expect(made.overset.map(({ story }) => story)).toEqual(['anna'])
    expect(made.pages).toHaveLength(4)
  })

  test('a story of one paragraph runs over as many pages as it takes, and loses no word', () => {
    const endless = articleOf(storyText('The dockers walked out and counted every crane before noon. '.repeat(400), 'title: One breath'), 'breath')
    const made = madeUp([endless])
    expect(made.overset).toEqual([])
    expect(wordsOnPages(made, 'breath')).toHaveLength(4000)
    expect(made.jumps.length).toBeGreaterThan(0)
    expect(judgePages(made.pages).reduce((sum, { broken }) => sum + broken.widow + broken.orphan, 0)).toBe(0)
  })

  test('the caption of a picture within a column does not lie on it', () => {
    const pictures = Array.from({ length: 4 }, (_, index) => `${'Words of a story. '.repeat(40)}\n\n![A gate](gate${index}.jpg "The gate")`)
    const made = madeUp([articleOf(storyText(pictures.join('\n\n'), 'title: The gates'), 'gates'), ...around()])
    expect(judgePages(made.pages).reduce((sum, { broken }) => sum + broken.overlap, 0)).toBe(0)
  })
})

describe('overset', () => {
  test('names the words that found no room, their number and the line where they begin', () => {
    const made = madeUp([plainStory('first', 2000), plainStory('second', 4000)], [], 2)
    expect(made.overset.length).toBeGreaterThan(0)
    const [left] = made.overset
    const placed = wordsOnPages(made, left!.story)
    expect(left!.words).toBe((left!.story === 'first' ? 2000 : 4000) - placed.length)
    expect(left!.text.split(' ')[0]).toBe(`${left!.story}${placed.length + 1}`)
    expect(left!.place.file).toBe(`issues/17-01/${left!.story}/en.md`)
    // Each paragraph of sixty words stands on a line of its own, after front matter of five lines.
    expect(left!.place.start?.line).toBe(plainStory(left!.story, 10).body.children[0]!.position!.start.line + 2 * Math.floor(placed.length / 60))
    expect(left!.lines).toBeGreaterThan(0)
  })
})

describe('a notice', () => {
  test('stands on a panel, its legs inside it', () => {
    const made = madeUp([plainStory('anna', 400), plainStory('bert', 60, 'kind: notice')], [], 1)
    const panel = made.pages[0]!.frames.find((frame) => frame.kind === 'panel' && frame.story === 'bert')!
    const leg = made.pages[0]!.frames.find((frame) => frame.kind === 'leg' && frame.story === 'bert')!
    expect(leg.x).toBeCloseTo(panel.x + tabloid.inset)
    expect(leg.y).toBeGreaterThan(panel.y)
  })

  test('that is longer than its page runs on without the panel, and loses nothing', () => {
    const made = madeUp([plainStory('anna', 2500, 'kind: notice')], [], 4)
    expect(made.jumps.length).toBeGreaterThan(0)
    expect(wordsOnPages(made, 'anna')).toHaveLength(2500)
  })
})

test('pictures go rather to pages that carry colour', () => {
  const colored = [1, 4, 5, 8]
  /** Pictures on the pages between, in eight issues of eight pages: every second story has one. */
  const between = (hasColor: (page: number) => boolean) => Array.from({ length: 8 }, (_, at) => at + 1).reduce((sum, seed) => {
    const chance = seeded(seed)
    const articles = Array.from({ length: 14 }, (_, at) => (
      plainStory(`s${at}`, 200 + Math.floor(chance() * 300), chance() < 0.5 ? 'picture: { file: gate.jpg, alt: A gate }' : '')))
    const edition = { issue: issueOfArticles(articles, [], 8), flows: articles.map((article) => flowOf(article)), words: furnitureWords }
    const { pages } = makeUp(edition, { ...workshopOf(), hasColor })
    return sum + pages.filter(({ number }) => !colored.includes(number)).flatMap(({ frames }) => frames.filter(({ kind }) => kind === 'picture')).length
  }, 0)
  const usual = between(() => true)
  expect(usual).toBeGreaterThan(20)
  expect(between((page) => colored.includes(page))).toBeLessThan(usual * 0.9)
})

function captionWords(article: Article): number {
  return wordsIn(flowOf(article).blocks.filter((block) => block.kind === 'picture')).length
}

function firstDifference(wanted: string[], found: string[]): string {
  const at = wanted.findIndex((word, index) => word !== found[index])
  const from = at < 0 ? wanted.length : at
  return `word ${from} of ${wanted.length}: wanted “${wanted.slice(from, from + 3).join(' ')}”, found “${found.slice(from, from + 3).join(' ')}” of ${found.length}`
}

interface Ink {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}

/** Lines of stories and furniture whose letters lie on one another's, or on a picture. */
function collisionsOn(page: Page): string[] {
  const lines = textFrames(page).flatMap((frame) => frame.lines.map(inkOf))
  const pictures = page.frames.filter((frame): frame is PictureFrame => frame.kind === 'picture')
    .map(({ x, y, width, height }): Ink => ({ text: 'a picture', left: x, right: x + width, top: y, bottom: y + height }))
  const all = [...pictures, ...lines].sort((a, b) => a.top - b.top)
  const found: string[] = []
  for (let first = 0; first < all.length; first++) {
    for (let second = first + 1; second < all.length && all[second]!.top < all[first]!.bottom; second++) {
      const [a, b] = [all[first]!, all[second]!]
      if (a.left < b.right - 0.5 && b.left < a.right - 0.5) found.push(`page ${page.number}: “${a.text}” and “${b.text}”`)
    }
  }
  return found
}

/** Where a line's small letters stand. */
function inkOf(placed: PlacedLine): Ink {
  const { runs } = placed.line
  const size = Math.max(...runs.map((run) => run.style.size))
  const last = runs.at(-1)!
  return {
    text: textOf(placed),
    left: placed.x + runs[0]!.x,
    right: placed.x + last.x + last.text.trimEnd().length * last.style.size * 0.5,
    top: placed.baseline - size * 0.5,
    bottom: placed.baseline,
  }
}

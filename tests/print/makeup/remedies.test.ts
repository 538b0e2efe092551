import { describe, expect, test } from 'vitest'
import type { Article } from '../../../src/newsroom/article.ts'
import type { Wish } from '../../../src/newsroom/issue.ts'
import { remediesOf, type Remedy } from '../../../src/print/makeup/remedies.ts'
import { makeUp } from '../../../src/print/makeup/makeup.ts'
import { flowOf, furnitureWords, issueOf, madeUp, plainStory, wish, workshopOf } from './workshop.ts'

const picture = 'picture: { file: gate.jpg, alt: A gate }'

function remedies(articles: Article[], pages: number, wishes: Wish[] = []): Remedy[] {
  const edition = { issue: issueOf(articles, wishes, pages), flows: articles.map((article) => flowOf(article)), words: furnitureWords }
  const workshop = workshopOf()
  return remediesOf(edition, makeUp(edition, workshop), workshop)
}

/** What a remedy promises, done. */
function follow(remedy: Remedy, articles: Article[], pages: number) {
  return remedy.kind === 'pages' ? madeUp(articles, [], remedy.pages) : madeUp(articles, [wish(remedy.story, { picture: remedy.columns })], pages)
}

describe('ways out of an issue that does not fit', () => {
  test('are none when it does', () => {
    expect(remedies([plainStory('anna', 300)], 4)).toEqual([])
  })

  test('are more pages, by whole sheets and no more than needed, for copy of many pages', () => {
    const long = [plainStory('anna', 14_000)]
    const [only, ...others] = remedies(long, 4)
    expect(others).toEqual([])
    if (only?.kind !== 'pages') throw new Error('no pages')
    expect(only.pages % 4).toBe(0)
    expect(madeUp(long, [], only.pages).overset).toEqual([])
    expect(madeUp(long, [], only.pages - 4).overset).not.toEqual([])
  })

  test('keep what they promise, whatever is too long', () => {
    const kinds = new Set<string>()
    for (let words = 410; words <= 490; words += 20) {
      const articles = [plainStory('anna', words, picture), plainStory('bert', 300)]
      for (const remedy of remedies(articles, 1)) {
        kinds.add(remedy.kind)
        expect({ words, remedy, overset: follow(remedy, articles, 1).overset }).toEqual({ words, remedy, overset: [] })
      }
    }
    expect([...kinds].sort()).toEqual(['pages', 'picture'])
  })

  test('leave other wishes as they are', () => {
    const articles = [plainStory('anna', 1100, picture), plainStory('bert', 300)]
    const issue = issueOf(articles, [wish('bert', { columns: 1 })], 1)
    remedies(articles, 1, [...issue.wishes.values()])
    expect(issue.wishes.get('bert')).toEqual(wish('bert', { columns: 1 }))
    expect(issue.wishes.has('anna')).toBe(false)
  })
})

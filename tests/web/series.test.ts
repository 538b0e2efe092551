import { describe, expect, test } from 'vitest'
import { seriesOf } from '../../src/web/entries.ts'
import { partOf } from '../../src/web/series.ts'
import { entriesOf } from '../../src/web/lists.ts'
import type { Story } from '../../src/newsroom/story.ts'
import { copy, editionOf, newsroomOf, paperYaml, viewAt } from './paper.ts'

const newsroom = newsroomOf({
  'paper.yaml': `${paperYaml}series: { past: { en: The past, es: El pasado }, alone: Alone }\n`,
  'issues/17-02/issue.yaml': 'volume: 17\nnumber: 2\ndate: 2026-12-06\n',
  'issues/17-02/c/en.md': copy('title: C\nseries: past'), 'issues/17-02/c/es.md': copy('title: Ce\nfrom: en'),
  'issues/17-01/issue.yaml': 'volume: 17\nnumber: 1\ndate: 2026-11-15\nstories: [b, a]\n',
  'issues/17-01/a/en.md': copy('title: A\nseries: past'), 'issues/17-01/b/en.md': copy('title: B\nseries: past'),
  'issues/17-01/d/en.md': copy('title: D\nseries: alone'),
})
const story = (slug: string): Story => newsroom.issues.flatMap(({ stories }) => stories).find((each) => each.slug === slug)!
const part = (slug: string, language = 'en') => {
  const issue = slug === 'c' ? '17-02' : '17-01'
  return partOf(viewAt(editionOf(newsroom), `${language}/${issue}/${slug}/index.html`), story(slug))
}

describe('a series', () => {
  test('follows the issues from the oldest on, and the order within each', () => {
    expect(seriesOf(newsroom, 'en').get('past')!.map(({ article }) => article.title)).toEqual(['B', 'A', 'C'])
  })

  test('has a page in each language of the paper, also where nothing of it is translated', () => {
    const view = viewAt(editionOf(newsroom), 'en/series/past/index.html')
    expect(entriesOf(view).map(({ article }) => article.title)).toEqual(['B', 'A', 'C'])
    expect(entriesOf(viewAt(editionOf(newsroom), 'es/series/alone/index.html'))).toEqual([])
  })

  test('leads from a part to the one before and the next', () => {
    const { name, href, number, count, previous, next } = part('a')!
    expect([name, href, number, count]).toEqual(['The past', '../../series/past/index.html', 2, 3])
    expect([previous?.article.title, next?.article.title]).toEqual(['B', 'C'])
    expect([part('b')!.previous, part('c')!.next]).toEqual([undefined, undefined])
  })

  test('of a single story is not spoken of', () => {
    expect([part('d'), part('c', 'es')]).toEqual([undefined, undefined])
  })
})

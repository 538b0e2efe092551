import { describe, expect, test } from 'vitest'
import { minutesOf } from '../../src/web/body.ts'
import { citationOf, letterTo, relatedTo, sharesOf } from '../../src/web/story.ts'
import { toHead } from '../../src/web/head.ts'
import { toStructuredData } from '../../src/web/structuredData.ts'
import { copy, editionOf, newsroomOf, viewAt } from './paper.ts'

const files = {
  'issues/17-01/strike/en.md': copy('title: The strike & the "list"\nbyline: A docker\ntags: [port, study]\nsection: struggle', 'word '.repeat(660)),
  'issues/17-01/crane/en.md': copy('title: The crane\ntags: [Port]'),
  'issues/17-01/circle/en.md': copy('title: The circle\ntags: [study]'),
  'issues/17-01/school/en.md': copy('title: The school\ntags: [study]'),
  'issues/17-01/alone/en.md': copy('title: Alone'),
}
const at = (url?: string) => {
  const newsroom = newsroomOf(files, url)
  const view = viewAt(editionOf(newsroom), 'en/17-01/strike/index.html')
  const issue = newsroom.issues[0]!
  const story = issue.stories.find(({ slug }) => slug === 'strike')!
  return { newsroom, view, issue, story, article: story.articles.get('en')! }
}

test('reading time counts words, and is never nothing', () => {
  const { newsroom, article } = at()
  expect(minutesOf(article)).toBe(3)
  expect(minutesOf(newsroom.issues[0]!.stories.find(({ slug }) => slug === 'alone')!.articles.get('en')!)).toBe(1)
})

describe('passing a story on', () => {
  test('needs a public address', () => {
    const { view, article } = at()
    expect(sharesOf(view, article)).toEqual([])
  })

  test('fills title and address in, safely', () => {
    const { view, article } = at('https://example.org/paper/')
    const [mail, , whatsapp, telegram] = sharesOf(view, article).map(({ href }) => href)
    const url = encodeURIComponent('https://example.org/paper/en/17-01/strike/')
    expect(mail).toBe(`mailto:?subject=${encodeURIComponent(article.title)}&body=${encodeURIComponent(article.title)}%0A${url}`)
    expect(whatsapp).toContain(`https://wa.me/?text=The%20strike%20%26%20`)
    expect(telegram).toContain(`url=${url}&text=`)
  })
})

test('a story can be quoted with author, title, paper, issue and date', () => {
  const { view, article, issue } = at('https://example.org')
  expect(citationOf(view, article, issue)).toEqual({
    text: `A docker. “${article.title}.” Red Flag, Volume 17, Number 1 (November 15, 2026).`,
    url: 'https://example.org/en/17-01/strike/',
  })
})

test('a letter to the paper names the story', () => {
  const { view, article } = at()
  expect(letterTo(view, article)).toMatch(/^mailto:paper@example\.org\?subject=About%20/)
})

describe('stories on the same subject', () => {
  test('come by the rarest shared topic first, whatever its case', () => {
    const { newsroom, story } = at()
    expect(relatedTo(newsroom, story, 'en').map((entry) => entry.story.slug)).toEqual(['crane', 'circle', 'school'])
  })

  test('are none for a story without topics, or in a language that it is not in', () => {
    const { newsroom, story } = at()
    const alone = newsroom.issues[0]!.stories.find(({ slug }) => slug === 'alone')!
    expect([relatedTo(newsroom, alone, 'en'), relatedTo(newsroom, story, 'es')]).toEqual([[], []])
  })
})

describe('facts for machines', () => {
  test('name author, issue and day, and cannot end the element that they stand in', () => {
    const { view, article, issue } = at('https://example.org')
    const data = toStructuredData(view, { ...article, title: '</script><b>' }, issue, toHead(view, 'x'))!
    expect(data).not.toContain('<')
    expect(JSON.parse(data)).toMatchObject({
      '@type': 'NewsArticle', headline: '</script><b>', datePublished: '2026-11-15', inLanguage: 'en',
      author: [{ name: 'A docker' }], isPartOf: { issueNumber: 1 }, url: 'https://example.org/en/17-01/strike/',
    })
  })

  test('are left out without a public address', () => {
    const { view, article, issue } = at()
    expect(toStructuredData(view, article, issue, toHead(view, 'x'))).toBeUndefined()
  })
})

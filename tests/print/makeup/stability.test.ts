/** What changes on paper when something changes in the copy. */
import { describe, expect, test } from 'vitest'
import type { Article } from '../../../src/newsroom/article.ts'
import type { Flow } from '../../../src/print/flow/block.ts'
import { makeUp, type MadeUp } from '../../../src/print/makeup/makeup.ts'
import type { Page } from '../../../src/print/makeup/page.ts'
import type { Workshop } from '../../../src/print/makeup/workshop.ts'
import { articleOf, storyText } from '../flow/article.ts'
import { randomIssue } from './randomIssue.ts'
import { flowOf, furnitureWords, issueOf, prose, workshopOf } from './workshop.ts'

const slugs = ['anna', 'bert', 'cara', 'dora', 'emil', 'fred', 'gina', 'hans', 'ines', 'jack', 'kurt', 'lena']

/** Stories of a page and less, the ones with pictures among them. */
function stories(edit: (text: string, slug: string) => string = (text) => text): Article[] {
  return slugs.map((slug, index) => articleOf(storyText(edit(prose(slug, 260 + (index * 173) % 500), slug), [
    `title: The ${slug} story`, ...index % 3 === 0 ? ['picture: { file: plain.jpg, alt: A yard }'] : [],
  ].join('\n')), slug))
}

function make(articles: Article[], flows: Flow[], workshop: Workshop): MadeUp {
  return makeUp({ issue: issueOf(articles, [], 8), flows, words: furnitureWords }, workshop)
}

function changedPages(before: MadeUp, after: MadeUp): number[] {
  expect(after.pages).toHaveLength(before.pages.length)
  return before.pages.filter((page, index) => JSON.stringify(page) !== JSON.stringify(after.pages[index])).map((page) => page.number)
}

function pagesOf(story: string, pages: Page[]): number[] {
  return pages.filter((page) => page.frames.some((frame) => frame.story === story)).map((page) => page.number)
}

describe('after one word of one story is another', () => {
  const workshop = workshopOf()
  const articles = stories()
  const flows = articles.map((article) => flowOf(article))
  const before = make(articles, flows, workshop)

  /** The pages with `xx` for the story's fortieth word, which is as wide. */
  function after(slug: string): MadeUp {
    const edited = stories((text, each) => each === slug ? text.replace(`${slug}40 `, `${slug}xx `) : text)
    return make(edited, edited.map((article, index) => article.story === slug ? flowOf(article) : flows[index]!), workshop)
  }

  test.each(slugs)('and no line more or less, every page without that line of %s is as it was', (slug) => {
    const changed = changedPages(before, after(slug))
    expect(changed).toHaveLength(1)
    expect(pagesOf(slug, before.pages)).toContain(changed[0])
  })

  test('its pages keep every frame where it was', () => {
    const frames = ({ pages }: MadeUp) => pages.flatMap((page) => page.frames.map(({ kind, x, y, width, height }) => ({ kind, x, y, width, height })))
    expect(frames(after('dora'))).toEqual(frames(before))
  })
})

describe('a workshop that has made up other pages before', () => {
  test('remembers work, never decisions: edited copy gives the pages that a new workshop gives', () => {
    const workshop = workshopOf()
    let articles = stories()
    let flows = articles.map((article) => flowOf(article))
    make(articles, flows, workshop)
    for (const [round, slug] of slugs.slice(0, 5).entries()) {
      const edited = stories((text, each) => each === slug ? `${prose('added', 3 + 20 * round)} ${text}` : text).find(({ story }) => story === slug)!
      articles = articles.map((article) => article.story === slug ? edited : article)
      flows = flows.map((flow) => flow.article.story === slug ? flowOf(edited) : flow)
      const fresh = articles.map((article) => flowOf(article))
      expect({ round, made: make(articles, flows, workshop) }).toEqual({ round, made: make(articles, fresh, workshopOf()) })
    }
  })

  test('gives the same whatever its order of stories was', () => {
    const workshop = workshopOf()
    const articles = stories()
    const flows = articles.map((article) => flowOf(article))
    make([...articles].reverse(), [...flows].reverse(), workshop)
    expect(make(articles, flows, workshop)).toEqual(make(articles, flows, workshopOf()))
  })

  test('gives the same whatever the editor wished before', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { articles, wishes, pages } = randomIssue(seed)
      const flows = articles.map((article) => flowOf(article))
      const workshop = workshopOf()
      makeUp({ issue: issueOf(articles, [], pages), flows, words: furnitureWords }, workshop)
      const edition = { issue: issueOf(articles, wishes, pages), flows, words: furnitureWords }
      expect({ seed, made: makeUp(edition, workshop) }).toEqual({ seed, made: makeUp(edition, workshopOf()) })
    }
  })
})

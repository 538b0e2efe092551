import { describe, expect, test } from 'vitest'
import { excerptOf } from '../../src/web/body.ts'
import { copy, editionOf, newsroomOf, webPicture } from './paper.ts'

const folder = 'issues/17-01/strike'

function rendered(body: string, keys = '', others: Record<string, string> = {}) {
  const newsroom = newsroomOf({ [`${folder}/en.md`]: copy(`title: The strike\n${keys}`, body), [`${folder}/crane.jpg`]: '', ...others })
  const edition = editionOf(newsroom, new Map([[`${folder}/crane.jpg`, webPicture('crane')]]))
  const article = newsroom.issues[0]!.stories.find(({ slug }) => slug === 'strike')!.articles.get('en')!
  return edition.renderBody(article, 'en/17-01/strike/index.html')
}

describe("a story's headings", () => {
  test('follow the page headline without a gap', () => {
    expect(rendered('Text.\n\n## The vote\n\nText.').html).toContain('<h2 id="the-vote">The vote</h2>')
  })

  test('stand below their parts, which are listed', () => {
    const { html, parts } = rendered('# Morning\n\nText.\n\n## The vote\n\nText.\n\n# Evening\n\nText.')
    expect(html).toContain('<h2 id="morning">Morning</h2>')
    expect(html).toContain('<h3 id="the-vote">The vote</h3>')
    expect(parts).toEqual([{ title: 'Morning', id: 'morning' }, { title: 'Evening', id: 'evening' }])
  })
})

describe('a cross reference', () => {
  test('leads to the story in the language of the article', () => {
    const { html } = rendered('See [the kitchen](../kitchen).', '', { 'issues/17-01/kitchen/en.md': copy('title: Kitchen') })
    expect(html).toContain('<a href="../kitchen/index.html">the kitchen</a>')
  })

  test('to a story that is not translated leads to the page that says so', () => {
    const { html } = rendered('See [the kitchen](../kitchen).', '', { 'issues/17-01/kitchen/es.md': copy('title: Cocina') })
    expect(html).toContain('<a href="../kitchen/index.html">')
  })
})

test('a figure has every format, its size, and stays unloaded below the fold', () => {
  const { html } = rendered('Text.\n\n![A crane](crane.jpg "The crane at dawn")')
  expect(html).toContain('srcset="../../../pictures/crane-480.avif 480w, ../../../pictures/crane-1200.avif 1200w"')
  expect(html).toMatch(/<img src="\.\.\/\.\.\/\.\.\/pictures\/crane-800\.jpg" alt="A crane" width="1200" height="800" loading="lazy"/)
  expect(html).toContain('<figcaption>The crane at dawn</figcaption>')
})

test('a picture that could not be read leaves its words', () => {
  const { html } = rendered('Text.\n\n![A lost crane](torn.jpg)', '', { [`${folder}/torn.jpg`]: 'torn' })
  expect(html).toContain('A lost crane')
  expect(html).not.toContain('<img')
})

describe('a dateline', () => {
  test('runs into the first paragraph', () => {
    expect(rendered('We *voted*.', 'dateline: LOS ANGELES').html).toMatch(/^<p><span class="dateline">LOS ANGELES —<\/span> We <em>voted<\/em>\.<\/p>/)
  })

  test('stands alone before anything else', () => {
    expect(rendered('## The vote\n\nText.', 'dateline: LOS ANGELES').html).toMatch(/^<p><span class="dateline">LOS ANGELES —<\/span><\/p>/)
  })
})

test('a table can be scrolled from the keyboard and has a name', () => {
  const { html } = rendered('| a | b |\n|---|---|\n| 1 | 2 |')
  expect(html).toContain('<div class="table" role="region" tabindex="0" aria-label="Table"><table>')
})

describe('the first words of a story', () => {
  const excerpt = (body: string): string => {
    const newsroom = newsroomOf({ [`${folder}/en.md`]: copy('title: The strike', body) })
    return excerptOf(newsroom.issues[0]!.stories[0]!.articles.get('en')!)
  }

  test('are all of a short one', () => {
    expect(excerpt('One *short* text.')).toBe('One short text.')
  })

  test('go on after a salutation and leave headings out', () => {
    expect(excerpt('Dear comrades,\n\n## The vote\n\nWe voted.')).toBe('Dear comrades, We voted.')
  })

  test('end at a word', () => {
    const words = excerpt(Array.from({ length: 60 }, (_, index) => `word${index}`).join(' '))
    expect(words).toMatch(/word\d+…$/)
    expect(words.length).toBeLessThanOrEqual(181)
  })

  test('end at a sentence where that leaves enough to read', () => {
    const sentence = `${'word '.repeat(24)}end.`
    expect(excerpt(`${sentence} ${'More '.repeat(30)}`)).toBe(sentence)
    expect(excerpt(`Short. ${'more '.repeat(60)}`)).toMatch(/^Short\. .*more…$/)
  })

  test('of an empty story are none', () => {
    expect(excerpt('')).toBe('')
  })
})

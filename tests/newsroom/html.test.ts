import { describe, expect, test } from 'vitest'
import { translatorFor } from '../../src/languages/translator.ts'
import type { Article } from '../../src/newsroom/article.ts'
import { parts, renderHtml, type HtmlOptions } from '../../src/newsroom/html.ts'
import { parseMarkdown } from '../../src/newsroom/markdown.ts'

function article(text: string): Article {
  const context = { file: 'issues/17-01/strike/en.md', folder: 'issues/17-01/strike', language: 'en', findPicture: () => ({ state: 'found' as const }) }
  const { body } = parseMarkdown(text, context)
  return { story: 'strike', language: 'en', file: context.file, kind: 'article', title: 'A', bylines: [], tags: [], body, places: {} }
}

const options: HtmlOptions = {
  linkTo: folder => (folder === 'issues/17-01/paris' ? '../paris/' : undefined),
  figure: picture => ({ type: 'element', tagName: 'img', properties: { src: picture.file, alt: picture.alt }, children: [] }),
  t: translatorFor('en'),
}

const html = (text: string, more: Partial<HtmlOptions> = {}): string => renderHtml(article(text), { ...options, ...more })

describe('a story as HTML', () => {
  test.each([
    ['a pull quote', ':::pull-quote\nWe won.\n:::', '<aside class="pull-quote">\n<p>We won.</p>\n</aside>'],
    ['a sidebar', ':::sidebar{title="How"}\nText.\n:::', '<aside class="sidebar">\n<p class="sidebar-title">How</p>\n<p>Text.</p>\n</aside>'],
    ['a sign-off', 'A\n\n—Ana', '<p>A</p>\n<p class="sign-off">—Ana</p>'],
    ['a figure', '::picture{file="a.jpg" alt="D" caption="C" credit="Ana"}', '<figure><img src="issues/17-01/strike/a.jpg" alt="D"><figcaption>C <span class="credit">Ana</span></figcaption></figure>'],
    ['a link to a story', '[it](../paris)', '<p><a href="../paris/">it</a></p>'],
    ['a link to a heading of a story', '[it](../paris#vote)', '<p><a href="../paris/#vote">it</a></p>'],
    ['a link to a story without address', 'See [*it*](../other).', '<p>See <em>it</em>.</p>'],
    ['a link to another site', '[it](https://x.org)', '<p><a href="https://x.org" rel="noopener noreferrer">it</a></p>'],
    ['a heading', '## The vote', '<h2 id="the-vote">The vote</h2>'],
    ['text that looks like HTML', '\\<b> &lt;script&gt;', '<p>&#x3C;b> &#x3C;script></p>'],
  ])('%s', (_behaviour, text, expected) => {
    expect(html(text)).toBe(expected)
  })

  test('headings shift under the page’s own headline, and ids take a prefix', () => {
    expect(html('# A\n\n[up](#a)', { headingShift: 1, idPrefix: 's1-' })).toBe('<h2 id="s1-a">A</h2>\n<p><a href="#s1-a">up</a></p>')
  })

  test('footnotes are labelled in the reader’s language and lead back', () => {
    const text = html('A[^1]\n\n[^1]: Nota.', { t: translatorFor('es') })
    expect(text).toContain('>Notas</h2>')
    expect(text).toContain('aria-label="Volver al texto, nota 1"')
    const [, target] = /href="#([^"]+)"[^>]*data-footnote-ref/.exec(text) ?? []
    expect(text).toContain(`<li id="${target}">`)
  })

  test('parts have the ids of their headings', () => {
    const text = '# One\n\nA\n\n## Sub\n\n# One\n\nB'
    expect(parts(article(text))).toEqual([{ title: 'One', id: 'one' }, { title: 'One', id: 'one-1' }])
    for (const { id } of parts(article(text))) expect(html(text)).toContain(`id="${id}"`)
  })

  test('a story without parts has none', () => {
    expect(parts(article('## Only a subhead'))).toEqual([])
  })
})

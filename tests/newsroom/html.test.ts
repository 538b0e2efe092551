import type { Root } from 'mdast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { translatorFor } from '../../src/languages/translator.ts'
import type { Article } from '../../src/newsroom/article.ts'
import { parts, renderBlocks, renderHtml, toHast, type HtmlOptions } from '../../src/newsroom/html.ts'
import { parseMarkdown } from '../../src/newsroom/markdown.ts'
import { hostile, madeText, prose, xorshift } from './hostileText.ts'

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

describe('prose, which goes past the tree of HTML, is the text that comes by way of it, through the schema', () => {
  const byTree = (story: Article, more: HtmlOptions): string => unified().use(rehypeStringify).stringify(toHast(story, more))

  function hold(body: Root): void {
    const story = { ...article(''), body }
    for (const more of [options, { ...options, headingShift: 2, idPrefix: 's-' }]) expect(renderHtml(story, more)).toBe(byTree(story, more))
  }

  test.each([...prose, ...hostile])('%j', (piece) => {
    for (const text of [`A.\n\n${piece}\n\n## B\n\n## B`, `A ${piece} b`, `:::pull-quote\nA ${piece}\n:::`]) hold(article(text).body)
  })

  test.each([1, 2, 3, 4])('made-up texts, part %i', (part) => {
    const next = xorshift(part * 7919)
    for (let count = 0; count < 60; count++) hold(article(madeText(next)).body)
  })

  test.each([
    'javascript:alert(1)', 'JAVASCRIPT:alert(1)', ' javascript:x', 'java\nscript:x', 'data:text/html,x', 'HTTP://x.org', 'https:x', 'x:y', './a:b', '?a:b', '#a:b', '//x.org', 'a"b', "a'b", 'a`b', 'a&b', 'a<b>', 'a\0b', 'mailto:a@b.org', '',
  ])('an address that no pass has looked at: %j', (url) => {
    for (const title of [null, undefined, '', 'a"<b>']) {
      hold({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'link', url, title, children: [{ type: 'text', value: 'a<b>&"\0' }] }] }] })
    }
  })

  test('what no story holds gets no further than by the tree', () => {
    hold({ type: 'root', children: [{ type: 'html', value: '<script>x</script>' }, { type: 'paragraph', children: [{ type: 'html', value: '<b>' }, { type: 'text', value: 'x' }] }] })
    hold({ type: 'root', children: [{ type: 'blockquote', children: [] }, { type: 'thematicBreak' }] })
  })

  test('notes, which are numbered through a story, send the whole of it by the tree', () => {
    expect(renderBlocks(article('A[^1]\n\n[^1]: Note.'), options)).toBeUndefined()
    expect(renderBlocks(article('- A\n\n| a |\n|---|'), options)).toHaveLength(2)
  })
})

import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/diagnostics/catalogue.ts'
import { describe as describeDiagnostic } from '../../src/diagnostics/words.ts'
import { renderHtml } from '../../src/newsroom/html.ts'
import { allStories } from '../../src/newsroom/allStories.ts'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { contentFolder, issueYaml } from './contentFolder.ts'

/** Marsaglia's xorshift with 32 bits: the same numbers from the same seed. */
function xorshift(seed: number): (below: number) => number {
  let state = seed || 1
  return below => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const pieces = [
  '---\n', 'title: ', '"', "'", ':', '::', ':::', 'pull-quote', 'sidebar', 'picture{file="a.jpg" ', '}', '\n', '\n\n', '\r\n', '\t', '# ', '## ', '- ', '1917. ',
  '> ', '![a](a.jpg)', '[a](../b)', '[a](javascript:x)', '<b>', '</b>', '<script>', '<!--', '-->', '<div\n', '*', '**', '_', '`', '```\n', '|a|\n|-|\n', '[^1]', '[^1]: ',
  '&', '&#0;', '\\', '—', '…', '¿', '{', '}', '[', ']', 'word ', 'kind: ', 'date: 2026-1-1\n', 'tags: [', '*a', '&a', '!x', '\ufeff', '\u0000', '\ud800', '🜁', 'é', '\u202e',
]

function text(next: (below: number) => number): Uint8Array {
  const parts = Array.from({ length: next(60) }, () => pieces[next(pieces.length)]!)
  const bytes = Buffer.from((next(3) === 0 ? '' : '---\ntitle: A\n---\n') + parts.join(''))
  // Sometimes any bytes at all.
  if (next(4) === 0) for (let count = next(8); count > 0 && bytes.length > 0; count--) bytes[next(bytes.length)] = next(256)
  return bytes
}

describe('any bytes', () => {
  const seeds = Array.from({ length: 200 }, (_, index) => index * 7919 + 1)

  test.each(seeds)('seed %i: reading answers, every finding has a place and words, and nothing dangerous is left', seed => {
    const next = xorshift(seed)
    const files = {
      'paper.yaml': next(5) === 0 ? text(next) : 'name: A\nlanguages: [en, es]\n',
      'glossary.yaml': text(next),
      'issues/17-01/issue.yaml': next(2) === 0 ? text(next) : issueYaml,
      'issues/17-01/a/en.md': text(next),
      'issues/17-01/a/es.md': text(next),
      'issues/17-01/a/a.jpg': 'x',
    }
    const { value, diagnostics } = readNewsroom(contentFolder(files))
    for (const diagnostic of diagnostics) {
      expect(Object.keys(files).some(file => file.startsWith(diagnostic.place.file))).toBe(true)
      expect(diagnostic.id in catalogue).toBe(true)
      expect(describeDiagnostic(diagnostic, 'en').message).not.toContain('{{')
      const start = diagnostic.place.start
      if (start) expect(Math.min(start.line, start.column)).toBeGreaterThan(0)
    }
    for (const story of allStories(value!)) {
      for (const article of story.articles.values()) {
        const html = renderHtml(article, {
          linkTo: folder => folder, t: key => key,
          figure: picture => ({ type: 'element', tagName: 'img', properties: { src: picture.file, alt: picture.alt }, children: [] }),
        })
        expect(html).not.toMatch(/<script|<style|href="javascript|<!--|\son[a-z]+="/i)
      }
    }
  })
})

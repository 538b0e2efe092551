import { expect, test } from 'vitest'
import { toPlainText } from '../../src/web/plainText.ts'
import { copy, newsroomOf } from './paper.ts'

const body = `First **bold** words[^1] and [a link](https://example.org/x).

## A subhead

- one
- two

:::pull-quote
Nobody slept.
:::

:::sidebar{title="The days"}
October.
:::

| Day | Votes |
|-----|-------|
| 1   | 211   |

${'long '.repeat(30)}

—A docker

[^1]: So he said.`

test('a story is plain text with everything that is in it, in lines of 72 letters', () => {
  const newsroom = newsroomOf({ 'issues/17-01/a/en.md': copy('title: The strike\nkicker: Port\ndateline: ROSARIO\ndate: 2026-11-08\nbyline: [A, B]', body) })
  const text = toPlainText(newsroom.issues[0]!.stories[0]!.articles.get('en')!)
  expect(text).toContain('PORT\n\nThe strike\n\nA, B\n\nNovember 8, 2026\n\nROSARIO\n\nFirst bold words[1] and a link <https://example.org/x>.\n')
  expect(text).toContain('-- A subhead\n\n* one\n\n* two\n\n> Nobody slept.\n\n-- The days\n\nOctober.\n\nDay | Votes\n1 | 211\n')
  expect(text).toContain('—A docker\n\n[1] So he said.\n')
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72)
})

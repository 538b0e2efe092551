import { describe, expect, test } from 'vitest'
import { hashOf, toWords, wordsOf } from '../../src/translation/segment.ts'
import { toSegments } from '../../src/translation/segments.ts'
import { storyOf } from './stories.ts'

function segmentsOf(text: string): ReturnType<typeof toSegments> {
  return toSegments(storyOf({ en: text }).articles.get('en')!)
}

const whole = `---
title: The depot
kicker: Night buses
deck: Twelve minutes for forty-six points
jumpHead: Depot
byline: A collective
picture: { file: depot.jpg, alt: Buses in a yard, caption: At night, credit: Workshop }
---

## The *sheet*

A [driver](https://example.org/a) signs[^1] with **both**
hands; see [the strike](../harbor-strike).

- first
- second

  still second

> said the mechanic

:::pull-quote
Nobody laughed.
:::

:::sidebar{title="In numbers"}
| year | buses |
|---|---|
| 1998 | *64* |
:::

::picture{file="yard.jpg" alt="The yard" caption="The yard at four"}

    set as typed

[^1]: With a pencil.

—A driver
`

describe('the segments of an article', () => {
  test('are its words in reading order, each with its kind', () => {
    expect(segmentsOf(whole).map(({ kind, text }) => [kind, text])).toEqual([
      ['title', 'The depot'],
      ['kicker', 'Night buses'],
      ['deck', 'Twelve minutes for forty-six points'],
      ['jumpHead', 'Depot'],
      ['alt', 'Buses in a yard'],
      ['caption', 'At night'],
      ['heading', 'The *sheet*'],
      ['paragraph', 'A [driver](https://example.org/a) signs[^1] with **both** hands; see [the strike](../harbor-strike).'],
      ['listItem', 'first'],
      ['listItem', 'second'],
      ['listItem', 'still second'],
      ['quote', 'said the mechanic'],
      ['quote', 'Nobody laughed.'],
      ['heading', 'In numbers'],
      ['tableRow', 'year | buses'],
      ['tableRow', '1998 | *64*'],
      ['alt', 'The yard'],
      ['caption', 'The yard at four'],
      ['code', 'set as typed'],
      ['footnote', 'With a pencil.'],
      ['paragraph', '—A driver'],
    ])
  })

  test('know where they stand', () => {
    const lines = segmentsOf(whole).map(({ kind, place }) => `${kind} ${place.file}:${place.start?.line}`)
    expect(lines[0]).toBe('title issues/17-01/depot/en.md:2')
    expect(lines[7]).toBe('paragraph issues/17-01/depot/en.md:12')
  })

  test('know what they point at, as it is from their folder', () => {
    expect(segmentsOf(whole)[7]!.refs).toEqual(['link:https://example.org/a', 'footnote:1', 'story:../harbor-strike'])
    expect(segmentsOf(whole)[4]!.refs).toEqual(['picture:depot.jpg'])
  })

  test('leave out what a translation took over from its original', () => {
    const story = storyOf({ en: whole, es: '---\nfrom: en\n---\n\nUna línea.\n' })
    expect(toSegments(story.articles.get('es')!).map(({ text }) => text)).toEqual(['Una línea.'])
  })

  test('of an empty article are none', () => {
    expect(segmentsOf('')).toEqual([])
  })
})

describe('the hash of a text', () => {
  test.each([
    ['white space', 'a  b\tc\u00a0d', 'a b c d'],
    ['quotation marks', '“a” ‘b’ «c»', `"a" 'b' "c"`],
    ['dashes', 'a—b – c', 'a -- b --- c'],
    ['soft hyphens and joiners', 'dock\u00adworkers\u200b', 'dockworkers'],
    ['accents written in two ways', 'caf\u0065\u0301', 'caf\u00e9'],
    ['format', '**a** *b* ~~c~~ `d`', 'a b c d'],
    ['link targets and notes', '[a](https://x.org/(1))[^n] b', 'a b'],
    ['an ellipsis', 'a…', 'a...'],
  ])('is the same whatever its %s', (_, one, other) => {
    expect(hashOf(one)).toBe(hashOf(other))
  })

  test.each([['a letter', 'cat', 'cut'], ['a capital', 'March', 'march'], ['a number', '214', '241'], ['a full stop', 'a', 'a.'], ['a mark that is meant', '2 \\* 3', '2 3']])(
    'is another with another %s', (_, one, other) => {
      expect(hashOf(one)).not.toBe(hashOf(other))
    })
})

test('the words of a text are without its marks', () => {
  expect(wordsOf('the [*strike*](../x(1)) \\[sic\\] 2 \\* 3[^1]')).toBe('the strike [sic] 2 * 3')
  expect(toWords("“It's 8:30,” said *Ana-María* (24%).")).toEqual(["It's", '8:30', 'said', 'Ana-María', '24'])
})

import { describe, expect, test } from 'vitest'
import { toHead } from '../../src/web/head.ts'
import { headingOf } from '../../src/web/heading.ts'
import { besidePart, entriesOf } from '../../src/web/lists.ts'
import { issuesOfArchive, partOfList, partsOf } from '../../src/web/paging.ts'
import { firstKeyOf } from '../../src/web/site.ts'
import { toSwitch } from '../../src/web/switch.ts'
import { copy, editionOf, newsroomOf, viewAt } from './paper.ts'

/** A hundred and thirty letters in English, seventy of them in Spanish. */
const letters = Object.fromEntries(Array.from({ length: 130 }, (_, index) => String(index + 100)).flatMap((name, index) => [
  [`issues/17-01/letter-${name}/en.md`, copy(`title: Letter ${name}\nkind: letter`)],
  ...(index < 70 ? [[`issues/17-01/letter-${name}/es.md`, copy(`title: Carta ${name}\nfrom: en`)]] : []),
])) as Record<string, string>
const edition = editionOf(newsroomOf(letters, 'https://example.org'))

describe('a list of more stories than fit on one page', () => {
  const keys = (language: string): string[] => edition.pages.filter((page) => page.language === language && page.key.startsWith('letters')).map(({ key }) => key)

  test('has as many pages as it needs, in each language', () => {
    expect(keys('en')).toEqual(['letters/index.html', 'letters/2/index.html', 'letters/3/index.html'])
    expect(keys('es')).toEqual(['letters/index.html', 'letters/2/index.html'])
    expect(edition.pages.filter(({ key }) => key.startsWith('stories/'))).toHaveLength(2)
  })

  test('shows every story once, in its order', () => {
    const shown = keys('en').flatMap((key) => entriesOf(viewAt(edition, `en/${key}`)).map(({ article }) => article.title))
    expect(shown).toEqual(Array.from({ length: 130 }, (_, index) => `Letter ${index + 100}`))
  })

  test('leads from each page to those beside it', () => {
    const ways = keys('en').map((key) => besidePart(viewAt(edition, `en/${key}`)))
    expect(ways).toEqual([
      { previous: undefined, next: '2/index.html' }, { previous: '../index.html', next: '../3/index.html' }, { previous: '../2/index.html', next: undefined },
    ])
    expect(besidePart(viewAt(edition, 'en/stories/index.html'))).toEqual({ previous: undefined, next: undefined })
  })

  test('says on every page but the first which it is', () => {
    expect(headingOf(viewAt(edition, 'en/letters/index.html'))).toBe('Letters')
    expect(headingOf(viewAt(edition, 'es/letters/2/index.html'))).toBe('Cartas, página 2 de 2')
  })

  test('switches to the same page of the other language, or to its first', () => {
    const spanish = (key: string): string | undefined => toSwitch(viewAt(edition, `en/${key}`)).find(({ language }) => language === 'es')?.href
    expect(spanish('letters/2/index.html')).toBe('../../../es/letters/2/index.html')
    expect(spanish('letters/3/index.html')).toBe('../../../es/letters/index.html')
  })

  test('tells search engines of translations on its first page alone: the others hold other stories', () => {
    const alternates = (key: string): number => {
      const view = viewAt(edition, `en/${key}`)
      return toHead(view, headingOf(view)).alternates.length
    }
    expect([alternates('letters/index.html'), alternates('letters/2/index.html')]).toEqual([3, 0])
  })
})

describe('the archive', () => {
  const years = (count: number): Record<string, string> => Object.fromEntries(Array.from({ length: count }, (_, index) => [
    `issues/${10 + Math.floor(index / 12)}-${String(index % 12 + 1).padStart(2, '0')}/issue.yaml`,
    `volume: ${10 + Math.floor(index / 12)}\nnumber: ${index % 12 + 1}\ndate: ${2010 + Math.floor(index / 12)}-${String(index % 12 + 1).padStart(2, '0')}-01\n`,
  ]))
  const archive = (count: number): string[] => editionOf(newsroomOf(years(count))).pages.map(({ address }) => address).filter((address) => address.startsWith('en/archive/'))

  test('of a young paper is one page', () => {
    expect(archive(36)).toEqual(['en/archive/index.html'])
  })

  test('of an old one has a page for every year, and shows the newest first', () => {
    expect(archive(48)).toEqual(['en/archive/index.html', ...[2026, 2013, 2012, 2011, 2010].map((year) => `en/archive/${year}/index.html`)])
    const { issues } = newsroomOf(years(48))
    expect(issuesOfArchive(issues, undefined).map(({ name }) => name)).toEqual(['17-01'])
    expect(issuesOfArchive(issues, '2012')).toHaveLength(12)
    expect(headingOf(viewAt(editionOf(newsroomOf(years(48))), 'es/archive/2012/index.html'))).toBe('Archivo 2012')
  })
})

test('a list is cut without loss, whatever its length', () => {
  for (const length of [0, 1, 59, 60, 61, 120, 121, 600]) {
    const list = Array.from({ length }, (_, index) => index)
    expect(partsOf(length).flatMap((part) => partOfList(list, part)), `${length}`).toEqual(list)
  }
})

test('the first page of a list is known from any of its pages, whatever the list is called', () => {
  const { pages } = editionOf(newsroomOf(Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`issues/17-01/s-${index}/en.md`, copy('title: Old\ntags: [1917]')]))))
  const first = (address: string): string => firstKeyOf(pages.find((page) => page.address === address)!)
  expect(['tags/1917/2', 'tags/1917', 'tags', 'archive', '17-01'].map((key) => first(`en/${key}/index.html`)))
    .toEqual(['tags/1917', 'tags/1917', 'tags', 'archive', '17-01'].map((key) => `${key}/index.html`))
})

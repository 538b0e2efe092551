import { describe, expect, test } from 'vitest'
import { toEntries, toTags } from '../../src/web/entries.ts'
import { toSitePages } from '../../src/web/site.ts'
import { copy, newsroomOf, paperYaml } from './paper.ts'

const addresses = (files: Record<string, string>): string[] => toSitePages(newsroomOf(files)).map((page) => page.address)

describe('the plan of the site', () => {
  test('has a page in every language of the paper for every story', () => {
    const pages = toSitePages(newsroomOf({ 'issues/17-01/strike/en.md': copy('title: The strike') }))
    const kinds = pages.filter(({ key }) => key === '17-01/strike/index.html').map(({ language, subject }) => [language, subject.kind])
    expect(kinds).toEqual([['en', 'story'], ['es', 'untranslated']])
  })

  test('has no two pages at one address', () => {
    const all = addresses({
      'issues/17-01/strike/en.md': copy('title: The strike\ntags: [Study, study, STUDY]'),
      'pages/archive/en.md': copy('title: Our archive'),
      'pages/tags/es.md': copy('title: Etiquetas'),
    })
    expect(new Set(all).size).toBe(all.length)
    expect(all).toContain('en/pages/archive/index.html')
    expect(all.filter((address) => address.startsWith('en/tags/'))).toEqual(['en/tags/index.html', 'en/tags/study/index.html'])
  })

  test('gives a leaflet a page in a language that the paper has no front page for', () => {
    const all = addresses({ 'leaflets/rent/en.md': copy('title: Rent'), 'leaflets/rent/ar.md': copy('title: الإيجار') })
    expect(all).toContain('ar/leaflets/rent/index.html')
    expect(all).not.toContain('ar/index.html')
  })

  test('lists leaflets, pamphlets and tags only where there are any', () => {
    const bare = addresses({})
    expect(bare).toContain('en/archive/index.html')
    expect(bare.filter((address) => /leaflets|pamphlets|tags/.test(address))).toEqual([])
  })

  test('shows the newest issue on the front page', () => {
    const newsroom = newsroomOf({ 'issues/17-02/issue.yaml': 'volume: 17\nnumber: 2\ndate: 2026-12-06\n' })
    const front = toSitePages(newsroom).find((page) => page.address === 'es/index.html')
    expect(front?.subject).toMatchObject({ kind: 'front', issue: { name: '17-02' } })
  })

  test('has a front page before the first issue', () => {
    const newsroom = { ...newsroomOf({}), issues: [] }
    expect(toSitePages(newsroom)[0]).toMatchObject({ address: 'en/index.html', subject: { kind: 'front', issue: undefined } })
  })
})

test('stories are listed from the newest issue on, in the order of each issue', () => {
  const newsroom = newsroomOf({
    'issues/17-01/issue.yaml': 'volume: 17\nnumber: 1\ndate: 2026-11-15\nstories: [b, a]\n',
    'issues/17-02/issue.yaml': 'volume: 17\nnumber: 2\ndate: 2026-12-06\n',
    'issues/17-01/a/en.md': copy('title: A'), 'issues/17-01/b/en.md': copy('title: B'), 'issues/17-02/c/en.md': copy('title: C'),
    'issues/17-02/d/es.md': copy('title: D'),
  })
  expect(toEntries(newsroom, 'en').map(({ article }) => article.title)).toEqual(['C', 'B', 'A'])
})

test('a tag that is spelled in two ways is one tag, under its first spelling', () => {
  const newsroom = newsroomOf({
    'issues/17-01/issue.yaml': 'volume: 17\nnumber: 1\ndate: 2026-11-15\nstories: [a, b]\n',
    'issues/17-01/a/es.md': copy('title: A\ntags: [Tránsito]'), 'issues/17-01/b/es.md': copy('title: B\ntags: [transito]'),
  })
  const tags = toTags(newsroom, 'es')
  expect([...tags.keys()]).toEqual(['transito'])
  expect(tags.get('transito')).toMatchObject({ label: 'Tránsito' })
  expect(tags.get('transito')!.entries).toHaveLength(2)
})

describe('a topic that the paper has names for', () => {
  const newsroom = newsroomOf({
    'paper.yaml': `${paperYaml}tags: { wages: { en: wages, es: salarios } }\n`,
    'issues/17-01/issue.yaml': 'volume: 17\nnumber: 1\ndate: 2026-11-15\nstories: [a, b]\n',
    'issues/17-01/a/en.md': copy('title: A\ntags: [Wages]'), 'issues/17-01/a/es.md': copy('title: A\nfrom: en'),
    'issues/17-01/b/es.md': copy('title: B\ntags: [Salarios, wages]'), 'issues/17-01/b/en.md': copy('title: B\nfrom: es'),
  })

  test('is one topic in whatever language its tag is written, under the name of the reader', () => {
    const found = (language: string) => [...toTags(newsroom, language)].map(([slug, { label, entries }]) => [slug, label, entries.length])
    expect(found('en')).toEqual([['wages', 'wages', 2]])
    expect(found('es')).toEqual([['wages', 'salarios', 2]])
  })

  test('has pages that are each other\'s translations', () => {
    const pages = toSitePages(newsroom).filter(({ subject }) => subject.kind === 'tag')
    expect(pages.map(({ address, key }) => [address, key])).toEqual([
      ['en/tags/wages/index.html', 'tags/wages/index.html'], ['es/tags/wages/index.html', 'tags/wages/index.html'],
    ])
  })
})

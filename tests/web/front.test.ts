import { expect, test } from 'vitest'
import { toFront } from '../../src/web/front.ts'
import { toEntries } from '../../src/web/entries.ts'
import { copy, newsroomOf } from './paper.ts'

const issue = (kinds: Record<string, string>) => {
  const files = Object.entries(kinds).map(([slug, kind]) => [`issues/17-01/${slug}/en.md`, copy(`title: ${slug}\nkind: ${kind}`)])
  const order = `volume: 17\nnumber: 1\ndate: 2026-11-15\nstories: [${Object.keys(kinds).join(', ')}]\n`
  return toEntries(newsroomOf({ 'issues/17-01/issue.yaml': order, ...Object.fromEntries(files) }), 'en')
}
const slugs = (entries: { story: { slug: string } }[]) => entries.map(({ story }) => story.slug)

test('a report leads, the next two and the editorial stand beside it', () => {
  const front = toFront(issue({ letter: 'letter', a: 'article', b: 'article', c: 'article', d: 'article', view: 'editorial', fight: 'story', soon: 'notice' }))
  expect(front.lead?.story.slug).toBe('a')
  expect(slugs(front.second)).toEqual(['b', 'c', 'view'])
  expect(slugs(front.third)).toEqual(['d'])
  expect([slugs(front.struggle), slugs(front.letters), slugs(front.notices)]).toEqual([['fight'], ['letter'], ['soon']])
})

test('every story has exactly one place', () => {
  const entries = issue({ a: 'story', b: 'letter', c: 'notice', d: 'editorial', e: 'article', f: 'article', g: 'article', h: 'article' })
  const { lead, second, third, struggle, letters, notices } = toFront(entries)
  expect([lead!, ...second, ...third, ...struggle, ...letters, ...notices].map(({ story }) => story.slug).sort()).toEqual(slugs(entries).sort())
})

test('without a report the first story leads', () => {
  expect(toFront(issue({ b: 'letter', a: 'story' })).lead?.story.slug).toBe('b')
})

test('an empty issue has an empty front page', () => {
  expect(toFront([])).toMatchObject({ lead: undefined, second: [], third: [] })
})

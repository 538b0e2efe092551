import { describe, expect, test } from 'vitest'
import { describe as inWords } from '../../src/diagnostics/words.ts'
import { oversetDiagnostic, remedyDiagnostic, roomDiagnostics, wordlessDiagnostics } from '../../src/print/findings.ts'
import { issueOf, madeUp, plainStory, wish } from './makeup/workshop.ts'

describe('what is said of an issue that does not fit', () => {
  test('a story that found no room at all is to be kept, not to be cut', () => {
    const { overset } = madeUp([plainStory('anna', 2400), plainStory('bert', 300)], [wish('bert', { page: 1 }), wish('anna', { jump: 'never' })], 1)
    const whole = overset.find((each) => each.whole)!
    const tail = { ...whole, whole: false }
    const said = (each: typeof whole) => inWords(oversetDiagnostic(each, { file: 'issues/17-01/issue.yaml' }), 'en')
    expect(said(whole).message).toContain(`Nothing of ${whole.story} found room`)
    expect(said(whole).fix).toContain('next issue')
    expect(said(tail).message).toContain('The text from')
    expect(said(tail).fix).toContain(`cut about ${whole.words} words`)
  })

  test('a remedy stands at the key that it changes', () => {
    const pages = { file: 'issues/17-01/issue.yaml', start: { line: 5, column: 1 } }
    const issue = { ...issueOf([], [wish('anna', { page: 1 })], 4), places: { pages } }
    expect(remedyDiagnostic({ kind: 'pages', pages: 8 }, issue)).toEqual({ id: 'print/fits-pages', place: pages, params: { pages: 8 } })
    expect(remedyDiagnostic({ kind: 'picture', story: 'anna', columns: 0 }, issue).place).toBe(issue.wishes.get('anna')!.place)
    expect(remedyDiagnostic({ kind: 'picture', story: 'bert', columns: 1 }, issue)).toEqual({ id: 'print/fits-small-picture', place: issue.place, params: { story: 'bert' } })
  })
})

describe('what is said of pages with room', () => {
  const articles = [plainStory('anna', 300)]
  const made = madeUp(articles, [], 1)

  test('is the page, its lines, and words at the issue’s own words a line', () => {
    const [room, ...others] = roomDiagnostics(issueOf(articles), 'en', { ...made, white: [40] })
    expect(others).toEqual([])
    expect(room).toMatchObject({ id: 'print/room', params: { page: 1, language: 'English', lines: 40 } })
    const lines = made.pages[0]!.frames.flatMap((frame) => frame.kind === 'leg' ? frame.lines : []).length
    expect(room!.params.words).toBe(Math.round((40 * 300) / lines))
  })

  test('is nothing where a few lines are left', () => {
    expect(roomDiagnostics(issueOf(articles), 'en', { ...made, white: [23] })).toEqual([])
  })
})

test('a language in which the paper has no words is told of, and no other', () => {
  const place = { file: 'leaflets/heat/ta.md' }
  expect(wordlessDiagnostics('ta', place)).toEqual([{ id: 'print/no-words', place, params: { language: 'ta' } }])
  for (const language of ['ar', 'bn', 'de', 'el', 'en', 'es', 'fa', 'fr', 'hi', 'it', 'pt-BR', 'ru']) expect(wordlessDiagnostics(language, place)).toEqual([])
})

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

  test('is the pages, their lines, and words at the issue’s own words a line', () => {
    const [room, ...others] = roomDiagnostics(issueOf(articles), 'en', { ...made, white: [40, 0, 60] })
    expect(others).toEqual([])
    expect(room).toMatchObject({ id: 'print/room', params: { pages: '1, 3', language: 'en', lines: 100 } })
    const lines = made.pages[0]!.frames.flatMap((frame) => frame.kind === 'leg' ? frame.lines : []).length
    expect(room!.params.words).toBe(Math.round((100 * 300) / lines))
  })

  test('offers fewer pages only where more than a sheet was asked for', () => {
    const fix = (pages: number | undefined) => inWords(roomDiagnostics({ ...issueOf(articles), pages }, 'en', { ...made, white: [40] })[0]!, 'en').fix
    expect(fix(8)).toMatch(/add about \d+ words, or pictures; or list a smaller number of pages\.$/)
    for (const pages of [4, undefined]) expect(fix(pages)).toMatch(/add about \d+ words, or pictures\.$/)
  })

  test('offers fewer pages only where the press takes so few', () => {
    const room = (press: { multiple: number; least: number }) => roomDiagnostics(issueOf(articles, [], 16), 'en', { ...made, white: [40] }, press)[0]!.params.fewer
    expect(room({ multiple: 8, least: 8 })).toBe(8)
    expect(room({ multiple: 8, least: 16 })).toBeUndefined()
  })

  test('counts usual words where the issue is too short to have its own', () => {
    const short = [plainStory('anna', 3)]
    expect(roomDiagnostics(issueOf(short), 'en', { ...madeUp(short, [], 1), white: [40] })[0]!.params.words).toBe(240)
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

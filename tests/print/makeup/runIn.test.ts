import { describe, expect, test } from 'vitest'
import { rangeOf, toSpec } from '../../../src/print/makeup/box.ts'
import type { MadeUp } from '../../../src/print/makeup/makeup.ts'
import { pieceOf, toCopy, wholeStory, type Piece } from '../../../src/print/makeup/piece.ts'
import { setRunIn } from '../../../src/print/makeup/runIn.ts'
import { articleOf, storyText } from '../flow/article.ts'
import { flowOf, madeUp, plainStory, prose, tabloid, workshopOf } from './workshop.ts'

const workshop = workshopOf()
const { column } = workshop

function notice(words: number, keys = '', text = prose('clinic', words)): Piece {
  return wholeStory(toCopy(flowOf(articleOf(storyText(text, `title: The clinic opens\n${keys}`), 'clinic')), workshop), false)
}

/** What a listening reader hears, each element with its role. */
function heard(piece: Piece, measure = column): [role: string, text: string][] {
  const blocks = new Map<number, [string, string]>()
  for (const { line, tag } of setRunIn(piece, measure, workshop)!.flatMap(({ lines }) => lines)) {
    const [role, text] = blocks.get(tag!.block) ?? [tag!.role, '']
    blocks.set(tag!.block, [role, `${text} ${line.runs.map((run) => run.text.trim()).join(' ')}`.trim()])
  }
  return [...blocks.values()]
}

/** Notices of which the head runs in, by the frames of their text. */
function runInsOf(made: MadeUp): string[] {
  return made.pages.flatMap((page) => page.frames.flatMap((frame) => (
    frame.kind === 'leg' && frame.lines.some(({ tag }) => tag?.role === 'H1') ? frame.story! : [])))
}

describe('a head that runs in with its text', () => {
  test('is said as a headline, between the kicker and the byline, before the text', () => {
    expect(heard(notice(12, 'kicker: Health\nbyline: A nurse'))).toEqual([
      ['P', 'HEALTH'], ['H1', 'The clinic opens'], ['P', 'A nurse'], ['P', prose('clinic', 12)],
    ])
    expect(heard(notice(12))).toEqual([['H1', 'The clinic opens'], ['P', prose('clinic', 12)]])
  })

  test.each([column, 2 * column, 0.4 * column])('loses nothing at a measure of %d points, and stands on the grid', (measure) => {
    const piece = notice(40, 'kicker: Health')
    expect(heard(piece, measure).map(([, text]) => text)).toEqual(['HEALTH', 'The clinic opens', prose('clinic', 40)])
    for (const { rows, lines } of setRunIn(piece, measure, workshop)!) {
      expect(rows).toBe(1)
      expect(new Set(lines.map(({ y }) => y))).toEqual(new Set([tabloid.baseline]))
    }
  })

  test('takes fewer rows than a head of its own', () => {
    const least = (head: 'over' | 'runIn') => rangeOf(toSpec(notice(40, 'kicker: Health'), { columns: 1, head }, 0, workshop))!.min
    expect(least('runIn')).toBeLessThan(least('over'))
  })

  test('is for tiny notices alone: not for what is long, has a deck or a picture, or begins with anything but text', () => {
    expect(setRunIn(notice(300), column, workshop)).toBeUndefined()
    expect(setRunIn(notice(40, 'deck: It is free'), column, workshop)).toBeUndefined()
    expect(setRunIn(notice(40, 'picture: { file: gate.jpg, alt: A gate }'), column, workshop)).toBeUndefined()
    expect(setRunIn(notice(40, '', `## Where\n\n${prose('clinic', 40)}`), column, workshop)).toBeUndefined()
    expect(setRunIn(notice(40, '', '- one\n- two'), column, workshop)).toBeUndefined()
    expect(setRunIn(pieceOf({ ...notice(40), mayJump: true }), column, workshop)).toBeUndefined()
  })

  test('stands where copy would not fit otherwise, and nowhere else', () => {
    const issue = (letters: number) => madeUp([
      ...Array.from({ length: 3 }, (_, at) => plainStory(`news${at}`, 150)),
      ...Array.from({ length: letters }, (_, at) => plainStory(`note${at}`, 48, 'kind: letter')),
    ], [], 4)
    const easy = issue(25)
    expect([easy.overset, runInsOf(easy)]).toEqual([[], []])
    const tight = issue(45)
    expect(tight.overset).toEqual([])
    expect(runInsOf(tight).length).toBeGreaterThan(10)
  })
})

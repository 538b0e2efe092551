import { describe, expect, test } from 'vitest'
import { choicesFor, type OpenPage } from '../../../src/print/makeup/choice.ts'
import type { Waiting } from '../../../src/print/makeup/waiting.ts'

interface Wanted {
  rows: number
  kind?: string
  group?: string
  sisterPage?: number
  pictures?: number
  priority?: number
}

/** Stories in the editor's order; each can be a tenth smaller or larger than its natural size. */
function stories(...wanted: Wanted[]): Waiting[] {
  return wanted.map(({ rows, kind = 'article', group, sisterPage, pictures = 0, priority }, at) => ({
    piece: { id: `story-${at}`, copy: { flow: { article: { kind } }, spread: false }, pictures: Array.from({ length: pictures }) },
    area: { min: rows * 0.9, natural: rows, max: rows * 1.1 }, priority: priority ?? at, wish: undefined, wishedPage: undefined, sisterPage, group,
  }) as unknown as Waiting)
}

const page = (wanted: Partial<OpenPage> = {}): OpenPage => ({ number: 2, isLast: false, isPrized: false, room: 300, scale: 1, ease: 0.5, most: 7, ...wanted })

/** The names of the stories of the best set; those that jump have a star. */
function best(open: Waiting[], { of = page(), forced = [], mayJump = () => false }: { of?: OpenPage; forced?: Waiting[]; mayJump?: (waiting: Waiting) => boolean } = {}): string[] | undefined {
  const jumping = (waiting: Waiting) => mayJump(waiting)
    ? { ...waiting, piece: { ...waiting.piece, id: `${waiting.piece.id}*` }, area: { min: 60, natural: 90, max: waiting.area.natural - 20 } } : undefined
  return choicesFor(of, open.slice(0, 7).map((waiting) => [waiting]), open, forced, jumping)[0]?.slots.flat().map(({ piece }) => piece.id)
}

describe('the stories of a page', () => {
  test('are the first that fill it', () => {
    expect(best(stories({ rows: 150 }, { rows: 148 }, { rows: 150 }))).toEqual(['story-0', 'story-1'])
  })

  test('are never more than it holds, and none where nothing fits', () => {
    expect(best(stories({ rows: 280 }, { rows: 290 }))).toHaveLength(1)
    expect(best(stories({ rows: 900 }))).toBeUndefined()
  })

  test('hold what the editor wants there, whatever else would fit better', () => {
    const open = stories({ rows: 150 }, { rows: 148 }, { rows: 250 })
    expect(best(open, { forced: [open[2]!] })).toContain('story-2')
    expect(best(open, { forced: stories({ rows: 10 }) })).toBeUndefined()
  })

  test('break off where that fills the page and they may', () => {
    const open = stories({ rows: 200 }, { rows: 400 })
    expect(best(open, { mayJump: () => true })).toEqual(['story-0', 'story-1*'])
    expect(best(open)).toEqual(['story-0'])
    expect(best(open, { of: page({ isLast: true }), mayJump: () => true })).toEqual(['story-0'])
  })

  test('on page one begin with the lead, leave letters inside, and are more than one', () => {
    const open = stories({ rows: 150 }, { rows: 150, kind: 'letter' }, { rows: 150 }, { rows: 300 }, { rows: 100 })
    expect(best(open, { of: page({ number: 1 }) })).toEqual(['story-0', 'story-2'])
    expect(best(open)).toEqual(['story-0', 'story-1'])
  })

  test('keep the editor’s order the more, the more it weighs, and most of all on page one', () => {
    const open = stories({ rows: 150 }, { rows: 143 }, { rows: 150 }, { rows: 150 })
    expect(best(open, { of: page() })).toEqual(['story-0', 'story-2'])
    expect(best(open, { of: page({ ease: 1 }) })).toEqual(['story-0', 'story-1'])
    expect(best(open, { of: page({ number: 1 }) })).toEqual(['story-0', 'story-1'])
  })

  test('stand where the edition of the other language has them', () => {
    const open = stories({ rows: 150, sisterPage: 3 }, { rows: 150, sisterPage: 2 }, { rows: 150, sisterPage: 2 })
    expect(best(open)).toEqual(['story-1', 'story-2'])
  })

  test('of a group stay together', () => {
    const open = stories({ rows: 150 }, { rows: 100, group: 'letters' }, { rows: 100, group: 'letters' }, { rows: 100, group: 'letters' }, { rows: 150 })
    expect(best(open)).toEqual(['story-1', 'story-2', 'story-3'])
  })

  test('with pictures are drawn to a page that carries colour', () => {
    const open = stories({ rows: 150 }, { rows: 150 }, { rows: 150, pictures: 2 })
    expect(best(open, { of: page({ isPrized: true }) })).toContain('story-2')
  })

  test('are one that suits no page, before it lags behind to the end', () => {
    const awkward = { rows: 200, priority: 0 }
    const others = (from: number) => Array.from({ length: 6 }, (_, at) => ({ rows: 150, priority: from + at }))
    expect(best(stories(awkward, ...others(1)))).not.toContain('story-0')
    expect(best(stories(awkward, ...others(160)))).toContain('story-0')
  })
})

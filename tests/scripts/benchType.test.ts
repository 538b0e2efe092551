/** What `npm run bench:type` counts on finished lines. */
import { expect, test } from 'vitest'
import { qualityOf } from '../../scripts/bench-type/quality.ts'
import type { SetLine } from '../../scripts/bench-type/lines.ts'
import { type } from '../../scripts/bench-type/copy.ts'

const natural = 0.237 * type.size

function line(changes: Partial<SetLine> = {}): SetLine {
  return { page: 1, text: 'three words here', gaps: [natural, natural], width: 168, opensParagraph: false, endsParagraph: false, ...changes }
}

const first = line({ opensParagraph: true })
const last = line({ endsParagraph: true })

test('lines whose spaces are the font’s own have a ratio of 0', () => {
  expect(qualityOf([first, line(), last], 168)).toEqual({
    'ratio mean': 0, 'ratio p95': 0, 'gap sd em': 0, 'loose %': 0, 'over 1.5 %': 0, 'hyphens %': 0, ladders: 0, longest: 0, runts: 0, widows: 0, orphans: 0,
  })
})

test('a space half as wide again is a ratio of 1, one a third narrower too, and last lines count for nothing', () => {
  const spaced = (share: number) => line({ gaps: [natural * share, natural * share] })
  expect(qualityOf([spaced(1.5), spaced(2 / 3), { ...spaced(9), endsParagraph: true }], 168)).toMatchObject({ 'ratio mean': 1, 'loose %': 0 })
  expect(qualityOf([spaced(1.51), line({ gaps: [0.51 * type.size] }), line({ gaps: [] }), last], 168)).toMatchObject({ 'over 1.5 %': 75, 'loose %': 50 })
})

test('hyphens below each other are a ladder, and how long it is is told', () => {
  const divided = line({ text: 'or-' })
  expect(qualityOf([divided, divided, line(), divided, divided, divided, last, divided, last], 168)).toMatchObject({ ladders: 2, longest: 3 })
  expect(qualityOf([line({ text: 'a dash —' }), line({ text: '1917-' }), last], 168)['hyphens %']).toBe(0)
})

test('runts, widows and orphans are each counted where they stand', () => {
  const short = line({ width: 30, endsParagraph: true })
  expect(qualityOf([first, short, { ...short, opensParagraph: true }], 168).runts).toBe(1)
  expect(qualityOf([first, line(), { ...last, page: 2 }, { ...first, page: 2 }, line({ page: 3 }), { ...last, page: 3 }], 168)).toMatchObject({ widows: 1, orphans: 1 })
})

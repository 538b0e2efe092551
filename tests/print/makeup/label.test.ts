import { describe, expect, test } from 'vitest'
import { legRows } from '../../../src/print/makeup/body.ts'
import { rangeOf, solveBox, toSpec } from '../../../src/print/makeup/box.ts'
import { setLabel } from '../../../src/print/makeup/head.ts'
import type { MadeUp } from '../../../src/print/makeup/makeup.ts'
import type { TextFrame } from '../../../src/print/makeup/page.ts'
import { pieceOf, toCopy, wholeStory, type Piece } from '../../../src/print/makeup/piece.ts'
import { flowOf, madeUp, plainStory, tabloid, workshopOf } from './workshop.ts'

const workshop = workshopOf()

function tail(words: number): Piece {
  return pieceOf({ ...wholeStory(toCopy(flowOf(plainStory('strike', words)), workshop), false), id: 'strike+3', from: 3 })
}

/** Labels over first legs, by their pages. */
function labelsOf(made: MadeUp): { page: number; frame: TextFrame }[] {
  const isLabel = (frame: MadeUp['pages'][number]['frames'][number]): frame is TextFrame =>
    frame.kind === 'headline' && frame.lines[0]?.line.runs[0]?.style.size === tabloid.jumpLabel.style.size
  return made.pages.flatMap((page) => page.frames.filter(isLabel).map((frame) => ({ page: page.number, frame })))
}

const issue = (words: number) => madeUp(['anna', 'bert', 'cara', 'dora', 'emil', 'fred', 'gina', 'hugo'].map((slug) => plainStory(slug, words)), [], 12)

describe('a jump head as a label', () => {
  const { column } = workshop
  const label = setLabel(tail(400), column, workshop)

  test('names the story and the page that it comes from, over a rule as wide as a leg', () => {
    expect(label.lines.flatMap(({ line }) => line.runs.map((run) => run.text)).join('').trim()).toBe('The strike From page 3')
    expect(label.grounds).toMatchObject([{ x: 0, width: column, height: tabloid.jumpLabel.rule.height }])
    expect(label.grounds[0]!.y + label.grounds[0]!.height).toBeLessThan(label.firstLeg * tabloid.leading)
  })

  test('takes whole rows of the first leg, and none of the others', () => {
    const spec = toSpec(tail(400), { columns: 3, head: 'label' }, 6, workshop)
    const over = toSpec(tail(400), { columns: 3, head: 'over' }, 2, workshop)
    expect(spec.head.rows).toBe(0)
    expect(legRows(spec, 40, 0, 0)).toEqual([40 - label.firstLeg, 40, 40])
    expect(rangeOf(spec)!.min).toBeLessThan(rangeOf(over)!.min)
  })

  test('leaves the legs level at every height of the box', () => {
    const spec = toSpec(tail(500), { columns: 3, head: 'label' }, 6, workshop)
    const range = rangeOf(spec)!
    for (let rows = range.min; rows <= range.max; rows++) {
      const solved = solveBox(spec, rows)
      expect(solved, `${rows} rows`).toBeDefined()
      expect(solved!.gap).toBe(0)
      expect(solved!.cut).toBe(spec.slugs.length)
    }
  })

  test('stands where copy would not fit otherwise, so that long stories do', () => {
    const made = issue(1320)
    expect(made.overset).toEqual([])
    expect(labelsOf(made).length).toBeGreaterThan(2)
    for (const { page, frame } of labelsOf(made)) {
      const legs = made.pages[page - 1]!.frames.filter((each) => each.kind === 'leg' && each.story === frame.story)
      const under = legs.filter((leg) => Math.abs(leg.x - frame.x) < 1).map(({ y }) => y)
      expect(Math.min(...under)).toBeCloseTo(frame.y + frame.height)
      expect(Math.min(...legs.map(({ y }) => y))).toBeCloseTo(legs.length > under.length ? frame.y : frame.y + frame.height)
      expect(made.jumps.some((jump) => jump.story === frame.story && jump.to === page)).toBe(true)
    }
  })

  test('does not stand where there is room for a real one', () => {
    const made = issue(1240)
    expect(made.jumps.length).toBeGreaterThan(5)
    expect(labelsOf(made)).toEqual([])
  })
})

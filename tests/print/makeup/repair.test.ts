import { describe, expect, test } from 'vitest'
import type { CutPage } from '../../../src/print/makeup/cuts.ts'
import { repair, type Bench, type StandingPage } from '../../../src/print/makeup/repair.ts'
import { toCopy, wholeStory } from '../../../src/print/makeup/piece.ts'
import type { Waiting } from '../../../src/print/makeup/waiting.ts'
import { flowOf, plainStory, workshopOf } from './workshop.ts'

const workshop = workshopOf()

/** A story that takes so many column rows at least. */
function story(name: string, min: number, changes: Partial<Waiting> = {}): Waiting {
  const piece = wholeStory(toCopy(flowOf(plainStory(name, 60)), workshop), false)
  return {
    piece, area: { min, natural: min, max: min }, priority: 0, wish: undefined, wishedPage: undefined, sisterPage: undefined, group: undefined, headRow: 0, ...changes,
  }
}

function page(number: number, ...stories: Waiting[]): StandingPage {
  return { number, slots: stories.map((each) => [each]) }
}

const cutPage: CutPage = { boxes: [], cost: 0, white: 0 }

/** Pages of a hundred column rows that can be cut as long as their stories take no more than ninety. */
function bench(changes: Partial<Bench> = {}): Bench {
  const used = (slots: Waiting[][]) => slots.flat().reduce((sum, { area }) => sum + area.min, 0)
  return { cut: (_, slots) => used(slots) <= 90 ? cutPage : undefined, room: () => 100, fitsColumn: () => false, ...changes }
}

function namesOn(repaired: ReturnType<typeof repair>['repaired']): Record<number, string[]> {
  return Object.fromEntries([...repaired].map(([number, { slots }]) => [number, slots.flat().map(({ piece }) => piece.id).sort()]))
}

describe('copy that found no room', () => {
  test('joins the page with the most', () => {
    const { repaired, left } = repair([page(2, story('anna', 60)), page(3, story('bert', 40))], [story('cara', 30)], bench())
    expect(namesOn(repaired)).toEqual({ 3: ['bert', 'cara'] })
    expect(left).toEqual([])
  })

  test('takes the place of a story that another page holds', () => {
    const { repaired } = repair([page(2, story('anna', 40), story('bert', 25)), page(3, story('dora', 60))], [story('cara', 45)], bench())
    expect(namesOn(repaired)).toEqual({ 2: ['anna', 'cara'], 3: ['bert', 'dora'] })
  })

  test('makes two stories change places, so that what is free lies together', () => {
    const pages = [page(2, story('anna', 40), story('bert', 40)), page(3, story('dora', 30), story('emil', 30), story('fred', 15))]
    const { repaired } = repair(pages, [story('cara', 15)], bench())
    const names = namesOn(repaired)
    expect(Object.values(names).flat().sort()).toEqual(expect.arrayContaining(['cara']))
    expect(Object.values(names).flat()).toHaveLength(new Set(Object.values(names).flat()).size)
  })

  test('stands under small stories where a slot of its own cannot be cut', () => {
    const one = bench({ cut: (_, slots) => slots.length === 1 ? cutPage : undefined, fitsColumn: () => true })
    expect([...repair([page(2, story('anna', 20))], [story('cara', 20)], one).repaired.get(2)!.slots.map((slot) => slot.length)]).toEqual([2])
  })

  test('leaves the front page, pages whose stories go on elsewhere and wished places as they are', () => {
    const jumping = story('jump', 20)
    const open = { ...jumping, piece: { ...jumping.piece, mayJump: true } }
    const pages = [page(1, story('anna', 20)), page(2, open), page(3, story('bert', 80, { wishedPage: 3 }))]
    expect(repair(pages, [story('cara', 30)], bench())).toEqual({ repaired: new Map(), left: [expect.objectContaining({ area: { min: 30, natural: 30, max: 30 } })] })
    expect(repair([page(2, story('anna', 20)), page(4, story('bert', 50))], [story('cara', 30, { wishedPage: 4 })], bench()).repaired.has(2)).toBe(false)
  })

  test('stays left over where nothing helps, after a bounded number of cuts', () => {
    let cuts = 0
    const never = bench({ cut: () => { cuts++; return undefined } })
    const pages = Array.from({ length: 30 }, (_, at) => page(at + 2, story(`a${at}`, 30), story(`b${at}`, 20), story(`c${at}`, 10)))
    const waiting = [story('cara', 20), story('dora', 90)]
    expect(repair(pages, waiting, never).left).toHaveLength(2)
    expect(cuts).toBeGreaterThan(100)
    expect(cuts).toBeLessThanOrEqual(240)
  })
})

/** 2,000 random edits of random pairs, each with its known outcome; see edits.test.ts for the same one by one. Seeded. */
import { expect, test } from 'vitest'
import { confirm } from '../../src/translation/done.ts'
import { follow } from '../../src/translation/follow.ts'
import type { Row } from '../../src/translation/record.ts'
import { toSegment, type Segment } from '../../src/translation/segment.ts'
import { toSegmentStatus, type Sides } from '../../src/translation/segmentStatus.ts'
import { pairOf } from './stories.ts'

const blocks = 20
const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru', 'sa', 'te', 'vi', 'zo']

/** mulberry32, by Tommy Ettinger. */
function randomOf(seed: number): (limit: number) => number {
  return (limit) => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * limit)
  }
}

const segment = (text: string): Segment => toSegment('paragraph', text, [], { file: 'x.md' })

function sentenceOf(pick: (limit: number) => number): string {
  // No word stands twice in a row, which a check would rightly mention.
  const word = (_: unknown, at: number): string => (at % 2 ? 'ka' : 'xi') + Array.from({ length: 1 + pick(3) }, () => syllables[pick(syllables.length)]!).join('')
  return `${Array.from({ length: 6 + pick(14) }, word).join(' ')}.`
}

/** The states of both sides against a record of how they were. */
function statesOf(rows: Row[], sources: Segment[], targets: Segment[]): string[] {
  const sides: Sides = { sources, targets, from: 'en', into: 'qu', recorded: true }
  return follow(rows, sources, targets).map((pairing, at) => toSegmentStatus(pairing, at + 1, sides, false).state)
}

const edits = ['nothing', 'number', 'typography', 'insert', 'remove', 'lose', 'move', 'revise', 'both', 'split'] as const

test.each(Array.from({ length: blocks }, (_, block) => block))('block %i of a hundred cases', (block) => {
  for (let seed = block * 100; seed < (block + 1) * 100; seed++) {
    const pick = randomOf(seed + 1)
    const size = 3 + pick(10)
    const text = (number: number): string => `${sentenceOf(pick)} ${number} ${sentenceOf(pick)}`
    const numbers = Array.from({ length: size }, () => 40 + pick(900))
    const [source, target] = [numbers.map(text), numbers.map(text)]
    const rows: Row[] = source.map((text, at) => ({
      kind: 'paragraph', source: [segment(text).hash], sourceText: segment(text).text, target: [segment(target[at]!).hash], refs: [], state: 'current', note: '',
    }))
    const at = pick(size)
    const edit = edits[pick(edits.length)]!
    const [now, then] = [[...source], [...target]]
    const expected: string[] = Array(size).fill('current')
    const otherNumber = source[at]!.replace(/\d+/, (number) => String(Number(number) + 1))
    if (edit === 'number' || edit === 'both') [now[at], expected[at]] = [otherNumber, 'stale']
    if (edit === 'both' || edit === 'revise') then[at] = `${target[at]!} ${sentenceOf(pick)}`
    if (edit === 'typography') now[at] = source[at]!.replaceAll(' ', '  ').replace(/(\p{L}+)/u, '\u00ad$1')
    if (edit === 'insert') {
      now.splice(at, 0, text(40 + pick(900)))
      expected.splice(at, 0, 'untranslated')
    }
    if (edit === 'remove') {
      now.splice(at, 1)
      expected.splice(at, 1)
    }
    if (edit === 'lose') {
      then.splice(at, 1)
      expected[at] = 'untranslated'
    }
    if (edit === 'move') now.splice(pick(size), 0, ...now.splice(at, 1))
    if (edit === 'split') now.splice(at, 1, ...source[at]!.split(/(?<=\.) (?=\d)/))
    const found = statesOf(rows, now.map(segment), then.map(segment))
    const label = `case ${seed}: ${edit} at ${at} of ${size}`
    expect(edit === 'remove' ? found.toSorted() : found, label).toEqual(edit === 'remove' ? [...expected, 'removed'].toSorted() : expected)
  }
})

test('confirming twice writes the same record, whatever was edited', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const pick = randomOf(seed)
    const text = (): string => `${sentenceOf(pick)} ${40 + pick(900)}`
    const story = pairOf(Array.from({ length: 4 }, text), Array.from({ length: 4 }, text))
    const first = confirm(story, 'es', undefined)!.record
    expect(confirm(story, 'es', first)!.record).toEqual(first)
  }
})

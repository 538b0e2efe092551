import { expect, test } from 'vitest'
import { lagOf } from '../../src/translation/anchors.ts'
import { toSegment, type Segment } from '../../src/translation/segment.ts'
import { pairOf, recordOf, statusIn } from './stories.ts'

const paragraph = (text: string, refs: string[] = []): Segment => toSegment('paragraph', text, refs, { file: 'en.md' })

test.each([
  ['a number that came', 'The depot has 214 buses.', 'The depot has 241 buses.', 'La terminal tiene 214 buses.', ['241'], ['214']],
  ['code that came', 'Add `div` here.', 'Add `article` here.', 'Ponga aquí el primero.', ['article'], []],
  ['a name that went', 'We met Ortega in the yard.', 'We met the mechanic in the yard.', 'Vimos a Ortega en el patio.', [], ['ortega']],
  ['nothing: the number is there', 'It has 214 buses.', 'It has 241 buses.', 'Tiene 241 buses.', [], []],
  ['nothing: a small number may be in words', 'It has 12 buses.', 'It has 14 buses.', 'Tiene catorce buses.', [], []],
  ['nothing: a new name may be translated', 'We met in the yard.', 'We met in New York.', 'Nos vimos en Nueva York.', [], []],
  ['nothing: the name only lost its capital place', 'Then Ortega came.', 'Ortega came.', 'Vino Ortega.', [], []],
])('what gives a translation away: %s', (_, before, after, target, lacks, keeps) => {
  expect(lagOf(paragraph(before), paragraph(after), paragraph(target))).toEqual({ lacks, keeps })
})

test('a translation may link elsewhere, but not less', () => {
  const [before, after] = [paragraph('Read this.'), paragraph('Read [this](https://example.org/this).', ['link:https://example.org/this'])]
  expect(lagOf(before, after, paragraph('Lea [esto](https://example.org/esto).', ['link:https://example.org/esto'])).lacks).toEqual([])
  expect(lagOf(before, after, paragraph('Lea esto.')).lacks).toEqual(['https://example.org/this'])
})

test('a translation that was changed after its source, but not along with it, says so', () => {
  const record = recordOf(pairOf(['The depot of Lima has 214 buses and two yards.'], ['La terminal de Lima tiene 214 buses y dos patios.']))
  const paragraphAfter = (target: string) =>
    statusIn(pairOf(['The depot of Lima has 241 buses and two yards.'], [target]), record).segments[1]!
  expect(paragraphAfter('La terminal limeña tiene 214 buses y dos patios.')).toMatchObject({
    state: 'stale', reasons: ['both-changed', 'not-followed'],
    findings: [{ check: 'not-followed', detail: '+ 241' }, { check: 'not-followed', detail: '− 214' }],
  })
  expect(paragraphAfter('La terminal limeña tiene 241 buses y dos patios.')).toMatchObject({ state: 'stale', reasons: ['both-changed'], findings: [] })
})

test('a paragraph that reads as its source reads today is never taken for one that is gone', () => {
  const record = recordOf(pairOf(['The old depot of Lima.', 'Depot Lima is closed.'], ['La vieja terminal de Lima.', 'La terminal está cerrada.']))
  const { segments } = statusIn(pairOf(['The new depot of Lima.', 'LIMA-7 `depot`'], ['La nueva terminal.', 'LIMA-7 `depot`']), record)
  expect(segments.find(({ source }) => source.startsWith('LIMA-7'))?.target).toBe('LIMA-7 `depot`')
  expect(segments.some(({ state }) => state === 'removed')).toBe(false)
})

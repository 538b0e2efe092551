import { describe, expect, test } from 'vitest'
import { gradeOf } from '../../src/translation/grade.ts'

const before = 'The depot has 214 buses, and the drivers of the second shift check every door before they leave.'

describe('a change of the source', () => {
  test.each([
    ['a number', before.replace('214', '241')],
    ['a negation', before.replace('check', 'never check')],
    ['a contracted negation', before.replace('check', "don't check")],
    ['a name', before.replace('the drivers', 'the drivers and Ana')],
    ['a sentence', `${before} Two of them were written up for it in the same week.`],
    ['what something is called', before.replace('every door', 'every “kneeler”')],
    ['most words', 'In September the contractor stopped paying for the time in the yard.'],
  ])('of %s is content', (_, text) => {
    expect(gradeOf({ text: before, refs: [] }, { text, refs: [] })).toBe('content')
  })

  test('of a table that gained a column is content', () => {
    expect(gradeOf({ text: 'Line | Pay', refs: [] }, { text: 'Line | Pay | Hours', refs: [] })).toBe('content')
  })

  test.each([
    ['a synonym', before.replace('check', 'inspect')],
    ['a small word', before.replace('before they', 'when they')],
    ['word order', before.replace('before they leave', 'before leaving')],
  ])('of %s is copy-editing', (_, text) => {
    expect(gradeOf({ text: before, refs: [] }, { text, refs: [] })).toBe('copyedit')
  })

  test.each([
    ['a spelling', before.replace('drivers', 'drviers')],
    ['punctuation', before.replace(',', ';')],
    ['an article', before.replace('and the', 'and')],
    ['a word written in two', before.replace('second shift', 'secondshift')],
  ])('of %s is format', (_, text) => {
    expect(gradeOf({ text: before, refs: [] }, { text, refs: [] })).toBe('format')
  })

  test('of a number in words is content', () => {
    expect(gradeOf({ text: 'Nine buses stayed in the yard.', refs: [] }, { text: 'Eleven buses stayed in the yard.', refs: [] })).toBe('content')
  })

  test('of bold or italics is format', () => {
    expect(gradeOf({ text: before, refs: [] }, { text: before.replace('every', '*every*'), refs: [] })).toBe('format')
  })

  test('of what it points at is references', () => {
    expect(gradeOf({ text: before, refs: ['link:a'] }, { text: before, refs: ['link:b'] })).toBe('references')
  })

  test('of typography alone is none', () => {
    expect(gradeOf({ text: '“It’s—late”', refs: ['link:a'] }, { text: `"It's  -- late"`, refs: ['link:a'] })).toBeUndefined()
  })

  test('of thousands marks is format, of a decimal point content', () => {
    expect(gradeOf({ text: 'They are 1,200 in all.', refs: [] }, { text: 'They are 1200 in all.', refs: [] })).toBe('format')
    expect(gradeOf({ text: 'It rose by 1.5 points.', refs: [] }, { text: 'It rose by 15 points.', refs: [] })).toBe('content')
  })
})

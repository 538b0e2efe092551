import { describe, expect, test } from 'vitest'
import { contrastOf, toReadable } from '../../src/web/color.ts'

test('contrast is measured as WCAG 2.2 does', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrastOf('#ffffff', '#777777')).toBeCloseTo(4.48, 2)
})

describe('an accent for text', () => {
  test('stays as it is where it can be read', () => {
    expect(toReadable('#a01010', '#ffffff')).toBe('#a01010')
  })

  test.each(['#d7261e', '#ffee00', '#00aaff', '#111111', '#ffffff', '#808080'])('%s can be read on light and dark paper', (accent) => {
    for (const paper of ['#fcfaf5', '#161513']) expect(contrastOf(toReadable(accent, paper), paper)).toBeGreaterThanOrEqual(4.5)
  })

  test('is changed no further than is needed', () => {
    const changed = toReadable('#ffee00', '#fcfaf5', 3)
    expect(contrastOf(changed, '#fcfaf5')).toBeLessThan(3.3)
  })
})

import { expect, test } from 'vitest'
import { isLeftInSource } from '../../src/translation/leftover.ts'

test.each([
  ['an English paragraph', 'The drivers met in the canteen and read the list aloud.'],
  ['an English paragraph with a Spanish name', 'The drivers of Terminal La Paz met in the canteen and read the list.'],
])('%s in a Spanish translation was left', (_, text) => {
  expect(isLeftInSource(text, undefined, 'en', 'es')).toBe(true)
})

test.each([
  ['Spanish', 'Los choferes se reunieron en el comedor y leyeron la lista en voz alta.'],
  ['Spanish that quotes English', 'En la pared decía "the line is not a place to live in" y nadie lo quitó.'],
  ['Spanish around code', 'La orden `the list and the table of all the drivers` no hace nada por sí sola.'],
  ['too short to tell', 'The list and the table'],
  ['a line of names', 'Los Angeles, San Salvador, Port Elizabeth, Bengaluru, San Antonio, Lima'],
])('%s is no leftover', (_, text) => {
  expect(isLeftInSource(text, text.startsWith('Los Angeles') ? text : 'Something else altogether', 'en', 'es')).toBe(false)
})

test('a language whose little words are unknown is judged by sameness', () => {
  const text = 'Chóferkuna comedorpi huñunakurqanku, lliw listata sinchi kunkawan ñawirirqanku.'
  expect(isLeftInSource(text, text, 'qu', 'es')).toBe(true)
  expect(isLeftInSource(text, 'Imapas huk', 'qu', 'ay')).toBe(false)
})

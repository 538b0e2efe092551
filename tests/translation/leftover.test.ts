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
  ['a line of people', '@lee-dohm on the map of @antfu, @ljharb, @rita, @tomas, @the-hale, @this-is-nic'],
  ['a credit with a long title', '— Rita Paz, "Everything that a driver of the night shift needs to know about the depot and its four yards"'],
  ['a formula', 'HD 34445 b, Gliese 179 b, Wasp-82 b, HAT-P-24b, HD 50554 b'],
  ['code that nobody marked', 'import { Tabs, TabItem, FileTree, Steps } from "the components of the site";'],
  ['a line of names', 'Los Angeles, San Salvador, Port Elizabeth, Bengaluru, San Antonio, Lima'],
])('%s is no leftover', (_, text) => {
  expect(isLeftInSource(text, text.startsWith('Los Angeles') ? text : 'Something else altogether', 'en', 'es')).toBe(false)
})

test('a language whose little words are unknown is judged by sameness', () => {
  const text = 'Chóferkuna comedorpi huñunakurqanku, lliw listata sinchi kunkawan ñawirirqanku.'
  expect(isLeftInSource(text, text, 'qu', 'es')).toBe(true)
  expect(isLeftInSource(text, 'Imapas huk', 'qu', 'ay')).toBe(false)
})

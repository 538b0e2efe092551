import { expect, test } from 'vitest'
import { isSurelyIn } from '../../src/translation/littleWords.ts'

const words = (text: string): string[] => text.toLowerCase().split(' ')
const spanish = words('los choferes se reunieron en el comedor y leyeron la lista')
const english = words('the drivers met in the canteen and read the list')

test.each([
  ['Spanish and not English', 'es', spanish, 'en'],
  ['English and not Spanish', 'en', english, 'es'],
  ['a language of a country', 'es-MX', spanish, 'en-US'],
])('is sure of %s', (_, language, text, other) => {
  expect(isSurelyIn(language, text, other)).toBe(true)
})

test.each([
  ['English taken for Spanish', 'es', english, 'en'],
  ['a mixture', 'es', [...spanish, ...english], 'en'],
  ['a language without a list', 'qu', spanish, 'en'],
  ['another language without a list', 'es', spanish, 'qu'],
  ['one language in two countries', 'es-MX', spanish, 'es-ES'],
  ['two little words', 'es', words('comedor del turno de noche'), 'en'],
  ['names with few little words', 'es', words('rita paz tomás luz ana sol juan mar eva cruz berta ríos marta lago julia prado inés pablo elena y los del patio'), 'en'],
])('says nothing of %s', (_, language, text, other) => {
  expect(isSurelyIn(language, text, other)).toBe(false)
})

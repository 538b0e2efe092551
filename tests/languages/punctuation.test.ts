import { describe, expect, test } from 'vitest'
import { smartPieces, smartText } from '../../src/languages/punctuation.ts'

const english: [string, string][] = [
  [`"Hello," she said. "It's the '90s."`, '“Hello,” she said. “It’s the ’90s.”'],
  [`He said "she told me 'go' and 'don't'" again`, 'He said “she told me ‘go’ and ‘don’t’” again'],
  [`the dogs' bowls and the workers' "union"`, 'the dogs’ bowls and the workers’ “union”'],
  [`rock 'n' roll, 'tis`, 'rock ’n’ roll, ’tis'],
  [`'Emma' said`, '‘Emma’ said'],
  ['one -- two --- three, 1917--1921', 'one — two — three, 1917–1921'],
  ['wait... no....', 'wait… no....'],
  ['("yes") ["no"]', '(“yes”) [“no”]'],
  [`a 12" pipe, "12" and 6'2"`, 'a 12″ pipe, “12” and 6’2″'],
  ['"one" "two"', '“one” “two”'],
  ['"One\ntwo"', '“One\ntwo”'],
  ['—"Hola"', '—“Hola”'],
  ['“as typed” – ‘so’', '“as typed” – ‘so’'],
  ['---- and -', '---- and -'],
  ['word"', 'word”'],
]

describe('English punctuation', () => {
  test.each(english)('%j', (typed, set) => {
    expect(smartText(typed, 'en')).toBe(set)
  })
})

describe('signs that no reader sees', () => {
  test.each([
    ['what other programs leave in copied text is gone', 'co\u0002operate\u0007 \u001b[31mred\ufeff\ufffe', 'cooperate [31mred'],
    ['line breaks of word processors are spaces', 'one\u000btwo\u2028three\u2029four\u000cfive', 'one two three four five'],
    ['marks that turn text about are gone, and those that languages need stay', '\u202eevil\u202c می\u200cشود \u200fا \u2067ب\u2069', 'evil می\u200cشود \u200fا \u2067ب\u2069'],
    ['quotation marks and dashes of Windows are what they were there', '\x93the workers\x92 union\x94 \x96 100 \x80\x85\x81', '“the workers’ union” – 100 €…'],
    ['lines and tabs stay', 'one\ntwo\tthree', 'one\ntwo\tthree'],
  ])('%s', (_behaviour, typed, set) => {
    expect(smartText(typed, 'en')).toBe(set)
  })

  test('go from every piece of a paragraph but code', () => {
    expect(smartPieces([{ value: 'a\u0007' }, { value: '\u0007', fixed: true }, { value: '"b\u0007"' }], 'en')).toEqual(['a', '\u0007', '“b”'])
  })
})

test.each([
  ['es', '¿"Qué"? «Nada», ¡"no"!', '¿“Qué”? «Nada», ¡“no”!'],
  ['es-MX', `"Ella dijo 'sí'"`, '“Ella dijo ‘sí’”'],
  ['fr', `"Il dit 'oui'", l'usine`, '«\u202fIl dit “oui”\u202f», l’usine'],
  ['de', `"Er sagt 'ja'"`, '„Er sagt ‚ja‘“'],
  ['pt', `"Ela disse 'sim'"`, '“Ela disse ‘sim’”'],
  ['qx', '"unknown"', '“unknown”'],
])('punctuation in %s', (language, typed, set) => {
  expect(smartText(typed, language)).toBe(set)
})

describe('pieces of a paragraph', () => {
  test('are one text: a quotation opens in one and closes in another', () => {
    expect(smartPieces([{ value: 'He said "' }, { value: 'no' }, { value: '" and left' }], 'en')).toEqual(['He said “', 'no', '” and left'])
  })

  test('that are fixed stay, and are words to their neighbours', () => {
    expect(smartPieces([{ value: '"' }, { value: 'a"b', fixed: true }, { value: '"' }], 'en')).toEqual(['“', 'a"b', '”'])
  })

  test('are a space where a line breaks', () => {
    expect(smartPieces([{ value: 'one' }, { value: '\n', fixed: true }, { value: '"two"' }], 'en')).toEqual(['one', '\n', '“two”'])
  })

  test('without marks are answered as they are', () => {
    expect(smartPieces([{ value: 'one' }, { value: 'two\n' }], 'en')).toEqual(['one', 'two\n'])
  })
})

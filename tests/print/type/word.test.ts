import { describe, expect, test } from 'vitest'
import { hyphenatorFor } from '../../../src/languages/hyphenation.ts'
import { tieBetween } from '../../../src/print/type/ties.ts'
import { jointsOf, lastResortJoints, type Joint } from '../../../src/print/type/word.ts'

/** The word with '=' where a hyphen would be drawn and '|' where the line may end without one. */
function marked(word: string, joints: Joint[]): string {
  return [...joints].reverse().reduce((text, { at, hyphen }) => `${text.slice(0, at)}${hyphen ? '=' : '|'}${text.slice(at)}`, word)
}

function joints(word: string, language = 'en'): string {
  return marked(word, jointsOf(word, hyphenatorFor(language)))
}

describe('joints', () => {
  test('stand between syllables, whatever marks stand around the word', () => {
    expect(joints('(“organization,”')).toBe('(“or=ga=ni=za=tion,”')
    expect(joints('¿trabajadores?', 'es')).toBe('¿tra=ba=ja=do=res?')
  })

  test('are dearer in names, in compounds and beside two letters', () => {
    const price = (word: string): number => jointsOf(word, hyphenatorFor('en')).at(-1)!.penalty
    expect(price('Netherlands')).toBeGreaterThan(price('netherlands'))
    expect(price('post-election')).toBeGreaterThan(price('election'))
    const [short, long] = jointsOf('relation', hyphenatorFor('en'))
    expect(short!.penalty).toBeGreaterThan(long!.penalty)
  })

  test('are none in capitals and beside digits', () => {
    expect(joints('ORGANIZATION')).toBe('ORGANIZATION')
    expect(joints('organization2')).toBe('organization2')
  })

  test('follow dashes and strokes between words, and no dash that opens or closes a remark', () => {
    expect(joints('all—nobody')).toBe('all—|no=body')
    expect(joints('and/or')).toBe('and/|or')
    expect(joints('«sí»—¿quién?', 'es')).toBe('«sí»—|¿quién?')
    for (const word of ['—dijo', 'ella—.', '—Sí—,', '24/7/']) expect(joints(word, 'es').replace('24/|7/', '24/7/')).toBe(word)
  })

  test('of an address follow strokes and go before other signs', () => {
    expect(joints('https://example.org/a-b/organization?x=1')).toBe('https://|example|.org/|a|-b/|organization|?x=1')
    expect(joints('desk@example.org.')).toBe('desk|@example|.org.')
  })

  test('of last resort leave accents, joined signs and marks with their letters', () => {
    const last = (word: string): string => marked(word, lastResortJoints(word, []))
    expect(last('«abc»,')).toBe('«a=b=c»,')
    expect(last('éx'.normalize('NFD'))).toBe('é=x'.normalize('NFD'))
    expect(last('👩‍👧👩‍👧')).toBe('👩‍👧|👩‍👧')
    expect(last('A1B2')).toBe('A|1|B|2')
    expect(last('……')).toBe('…|…')
  })
})

describe('ties', () => {
  test('hold one letter, a number and its unit, a title and its name, a dash and what goes before', () => {
    for (const [word, next] of [['a', 'strike'], ['(y', 'luego'], ['8', 'km.'], ['50', '%'], ['Dr.', 'Reyes'], ['word', '—']] as const) {
      expect(tieBetween(word, next), `${word} ${next}`).toBeGreaterThan(0)
    }
  })

  test('leave other words alone', () => {
    for (const [word, next] of [['the', 'strike'], ['8', 'dockers'], ['—', 'word'], ['end.', 'A']] as const) {
      expect(tieBetween(word, next), `${word} ${next}`).toBe(0)
    }
  })
})

test('a word that is none is divided seldom, but not a text in letters that need no spaces', () => {
  const joints = (letter: string) => lastResortJoints(letter.repeat(1600), []).length
  expect([joints('.'), joints('x'), joints('工')]).toEqual([199, 199, 1599])
})

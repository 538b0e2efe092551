import { describe, expect, test } from 'vitest'
import { openFonts, wordsOf } from '../../../src/print/pdf/fonts.ts'
import type { TextStyle } from '../../../src/print/stylebook/textStyle.ts'

const fonts = openFonts()
const text: TextStyle = { face: 'text', size: 10, ink: 'black' }

describe('width', () => {
  test('kerns', () => {
    const apart = fonts.width('A', text) + fonts.width('V', text)
    expect(fonts.width('AV', text)).toBeLessThan(apart - 0.1)
  })

  test('is the sum of words and spaces', () => {
    const sum = ['The', ' ', 'red', ' ', 'flag'].reduce((width, word) => width + fonts.width(word, text), 0)
    expect(fonts.width('The red flag', text)).toBeCloseTo(sum, 9)
  })

  test('grows with the size and with tracking after every glyph', () => {
    expect(fonts.width('flag', { ...text, size: 20 })).toBeCloseTo(2 * fonts.width('flag', text), 9)
    const plain = fonts.width('No', text)
    expect(fonts.width('No', { ...text, tracking: 0.5 })).toBeCloseTo(plain + 2 * 0.5, 9)
  })

  test('counts a ligature as one glyph', () => {
    expect(fonts.shape('office', 'text').codePoints.map((points) => String.fromCodePoint(...points))).toEqual(['o', 'ffi', 'c', 'e'])
    expect(fonts.width('ffi', { ...text, tracking: 1 })).toBeCloseTo(fonts.width('ffi', text) + 1, 9)
  })

  test('is nothing for text that is never seen', () => {
    expect(fonts.width('', text)).toBe(0)
    expect(fonts.width('\u00ad\u200b', text)).toBe(0)
    expect(fonts.width('har\u00adbor', text)).toBe(fonts.width('harbor', text))
  })

  test('takes an accent beside its letter for the letter with the accent', () => {
    expect(fonts.width('Mun\u0303oz', text)).toBe(fonts.width('Mu\u00f1oz', text))
  })

  test('leaves digits beside a slash alone, and sets a fraction where the fraction slash is written', () => {
    const dates = fonts.width('8', text) + fonts.width('/', text) + fonts.width('3', text)
    expect(fonts.width('8/3', text)).toBeCloseTo(dates, 0)
    expect(fonts.width('8\u20443', text)).toBeLessThan(dates - 2)
  })
})

describe('shape', () => {
  test('turns small letters into small capitals where the face has them on', () => {
    const caps = fonts.shape('no', 'textCaps')
    expect(caps.codePoints).toEqual([[0x6e], [0x6f]])
    expect(caps.glyphs).not.toEqual(fonts.shape('NO', 'textCaps').glyphs)
    expect(caps.width).toBeLessThan(fonts.shape('NO', 'textCaps').width)
  })

  test('remembers which of two characters a shared glyph stands for', () => {
    const space = fonts.shape(' ', 'text')
    const noBreak = fonts.shape('\u00a0', 'text')
    expect(noBreak.glyphs).toEqual(space.glyphs)
    expect([space.codePoints, noBreak.codePoints]).toEqual([[[0x20]], [[0xa0]]])
  })
})

test('small capitals are the font’s own: neither its capitals nor its small letters', () => {
  const glyphsOf = (word: string, face: 'text' | 'textCaps') => openFonts().shape(word, face).glyphs
  expect(glyphsOf('hñe', 'textCaps')).toHaveLength(3)
  for (const other of [glyphsOf('hñe', 'text'), glyphsOf('HÑE', 'text'), glyphsOf('HÑE', 'textCaps')]) {
    expect(glyphsOf('hñe', 'textCaps').filter((glyph) => other.includes(glyph))).toEqual([])
  }
})

describe('missing', () => {
  test('names the characters that a face cannot draw, each once', () => {
    expect(fonts.missing('Peace 和平 和 ☮', 'text')).toEqual(['和', '平', '☮'])
  })

  test('is content with everything that English and Spanish need, in every kind of face', () => {
    const needed = '“Aí”, ‘dijo’: ¿qué? ¡sí! «ñ» ÑÁÉÍÓÚÜ üº ª — – … • · § † 1⁄2 €£$¢ & @ # % © \u00a0\u00ad\u2011\u202f\u2212'
    for (const face of ['text', 'textItalic', 'textBold', 'textCaps', 'headline', 'label', 'labelBlack'] as const) {
      expect(fonts.missing(needed, face)).toEqual([])
    }
  })

  test('draws nothing for a missing character', () => {
    expect(fonts.shape('和a', 'text').codePoints).toEqual([[0x61]])
  })
})

test('metrics are given for one point of size', () => {
  const { ascent, descent, capHeight, xHeight } = fonts.metrics('text')
  expect(xHeight).toBeGreaterThan(0.4)
  expect(capHeight).toBeGreaterThan(xHeight)
  expect(ascent).toBeGreaterThan(capHeight)
  expect(descent).toBeLessThan(0)
})

test('words are what stands between spaces, plain or no-break', () => {
  expect(wordsOf(' page\u00a04, then')).toEqual([' ', 'page', '\u00a0', '4,', ' ', 'then'])
  expect(wordsOf('')).toEqual([])
})

describe('the beginnings of a word, measured at once', () => {
  const styles = [
    { face: 'text', size: 9.7, ink: 'black' }, { face: 'textBold', size: 9.7, ink: 'black', tracking: 0.31 },
    { face: 'textItalic', size: 12, ink: 'black', expansion: -0.013 },
  ] as const
  const words = 'strike, AVATAR “To-morrow” ¿señorías? Wyoming’s (1917) don’t—won’t añadiéramos $4.50 naïve'.split(' ')

  test.each(styles)('are as wide as each measured alone: $face', (style) => {
    let known = 0
    for (const word of words) {
      const ends = Array.from(word, (_, at) => at + 1)
      const starts = fonts.starts!(word, style, ends)
      if (!starts) continue
      known++
      expect(starts.plain).toEqual(ends.map((end) => fonts.width(word.slice(0, end), style)))
      expect(starts.hyphened).toEqual(ends.map((end) => fonts.width(`${word.slice(0, end)}-`, style)))
    }
    expect(known).toBeGreaterThan(8)
  })

  test('are not, where letters become one or do not stand side by side', () => {
    for (const word of ['office', 'भारत', 'cafe\u0301', 'so\u00adli\u00addar', '👩‍🏭', 'two words']) {
      expect(fonts.starts!(word, styles[0], [1])).toBeUndefined()
    }
  })
})

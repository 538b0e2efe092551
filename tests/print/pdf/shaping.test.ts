import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import type { Font } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { emptyShapes } from '../../../src/print/pdf/shapeMemory.ts'
import { openShaper } from '../../../src/print/pdf/shaping.ts'
import { faces } from '../../../src/print/stylebook/faces.ts'

const require = createRequire(import.meta.url)
const copy = `
  The affluent officer of the flagship filed five baffling affidavits, then AVATAR Tokyo, “We won’t!”—‘fjord’ (1917) 8/3 1⁄2 $4.50;
  LONDON, March 8—Yolanda’s WAVES: Wolf’s “Te-le-vi-sion” To. Ty, P.A. rf. r, y. v. 11 77 L’Auto exam- ple- tion-
  ¿Quién dijo que no? ¡Nadie! «Según» el año, la huelga de Muñoz, Ávila y Ángel —dieciséis días— pingüino, 3.º, N.º 17, OTÁLORA
`.split(/\s+/).filter((word) => word !== '')

describe('shaping', () => {
  test.each(Object.entries(faces).filter(([, face]) => !('optional' in face)))('puts words of %s together as the font shapes them whole', (_, { file, features }) => {
    const font = fontkit.create(readFileSync(require.resolve(file))) as Font
    const { shape } = openShaper(() => font, font.unitsPerEm, [...features], emptyShapes())
    for (const word of copy) {
      const whole = font.layout(word, [...features])
      const shaped = shape(word)
      expect([word, ...shaped.glyphs]).toEqual([word, ...whole.glyphs.map((glyph) => glyph.id)])
      expect(shaped.width).toBeCloseTo(whole.advanceWidth / font.unitsPerEm, 9)
      expect(String.fromCodePoint(...shaped.codePoints.flat())).toBe(word)
    }
  })

  test('answers the same word from memory', () => {
    const font = fontkit.create(readFileSync(require.resolve(faces.text.file))) as Font
    const { shape } = openShaper(() => font, font.unitsPerEm, [], emptyShapes())
    expect(shape('strike')).toBe(shape('strike'))
  })
})

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import type { Font } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { parseFontFile } from '../../../src/print/pdf/fontFile.ts'
import { faces } from '../../../src/print/stylebook/faces.ts'
import type { FaceFile } from '../../../src/print/stylebook/faces.ts'

const require = createRequire(import.meta.url)
const bytesOf = ({ file }: FaceFile) => readFileSync(require.resolve(file))
const installed = Object.entries<FaceFile>(faces).filter(([, { optional }]) => !optional || isThere(optional))

function isThere(name: string): boolean {
  try {
    return require.resolve(`${name}/package.json`) !== ''
  } catch {
    return false
  }
}

/** A glyph's outline as one string. */
const drawn = (font: Font, glyph: number) => font.getGlyph(glyph).path.toSVG()

describe.each(installed)('%s', (_, face) => {
  const bytes = bytesOf(face)
  const ours = parseFontFile(bytes)
  const theirs = fontkit.create(bytes) as Font

  test('says of itself what another reader of fonts says', () => {
    const em = (units: number) => units / theirs.unitsPerEm
    expect(ours).toMatchObject({
      postscriptName: theirs.postscriptName, ascent: em(theirs.ascent), descent: em(theirs.descent),
      capHeight: em(theirs.capHeight), xHeight: em(theirs.xHeight), italicAngle: theirs.italicAngle,
      box: [theirs.bbox.minX, theirs.bbox.minY, theirs.bbox.maxX, theirs.bbox.maxY].map(em),
    })
    for (let glyph = 0; glyph < theirs.numGlyphs; glyph += 7) expect(ours.advance(glyph)).toBe(em(theirs.getGlyph(glyph).advanceWidth))
  })

  test('draws every tenth glyph in a part of the font as in the whole', () => {
    const glyphs = [0, ...Array.from({ length: Math.floor(theirs.numGlyphs / 10) }, (_, i) => theirs.numGlyphs - 1 - 10 * i)]
    const part = fontkit.create(Buffer.from(ours.subset(glyphs))) as Font
    glyphs.forEach((glyph, i) => {
      expect(drawn(part, i)).toBe(drawn(theirs, glyph))
      expect(part.getGlyph(i).advanceWidth).toBe(theirs.getGlyph(glyph).advanceWidth)
    })
  })
})

test('a letter that is made of two brings both along, and a part that is wanted itself is held once', () => {
  const bytes = bytesOf(faces.label)
  const font = fontkit.create(bytes) as Font
  const [accented, base] = ['é', 'e'].map((letter) => font.glyphForCodePoint(letter.codePointAt(0)!).id) as [number, number]
  const alone = fontkit.create(Buffer.from(parseFontFile(bytes).subset([0, accented]))) as Font
  expect(alone.numGlyphs).toBe(4)
  expect(drawn(alone, 1)).toBe(drawn(font, accented))
  const both = fontkit.create(Buffer.from(parseFontFile(bytes).subset([0, accented, base]))) as Font
  expect(both.numGlyphs).toBe(4)
  expect(drawn(both, 1)).toBe(drawn(font, accented))
})

test('the sums of a part are right, as strict readers want them', () => {
  const part = Buffer.from(parseFontFile(bytesOf(faces.text)).subset([0, 10, 20, 30]))
  let sum = 0
  for (let at = 0; at < part.length; at += 4) sum = (sum + part.readUInt32BE(at)) >>> 0
  expect(sum).toBe(0xb1b0afba)
})

test('what is no TrueType font is refused in words', () => {
  expect(() => parseFontFile(Buffer.concat([Buffer.from('OTTO\0\0'), Buffer.alloc(100)]))).toThrow('A font of the paper has no table head: it must be TrueType')
})

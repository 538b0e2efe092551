/**
 * The glyphs of one document: each face that it uses becomes an embedded font with only the glyphs that occur, and every
 * word a piece of a PDF text array. A font file is embedded once, whichever faces it serves.
 */
import type { Face } from '../stylebook/faces.ts'
import { faces } from '../stylebook/faces.ts'
import type { FontObject, PdfFile, PdfObject } from './document.ts'
import type { Fonts } from './fonts.ts'

/** A face as this document draws it. */
export interface DrawnFace {
  /** Its name in a page's resources. */
  name: string
  font: PdfObject
  /**
   * The inside of a text array, between `[<` and `>]TJ`: glyph codes of four digits, `>kerning<` where the pen leaves a
   * glyph's own width. The last glyph's four digits come before its kerning, if any. Empty for a word that draws nothing.
   */
  codes(word: string): string
}

export interface Glyphs {
  face(face: Face): DrawnFace
}

export function openGlyphs(file: PdfFile, fonts: Fonts): Glyphs {
  const embedded = new Map<string, CodedFont>()
  const drawn = new Map<Face, DrawnFace>()
  const embed = (face: Face) => {
    const known = embedded.get(faces[face].file)
    if (known) return known
    const font = codedFont(file.font(fonts.embeddable(face)))
    embedded.set(faces[face].file, font)
    return font
  }
  return {
    face: (face) => {
      const known = drawn.get(face)
      if (known) return known
      const { font, codeOf } = embed(face)
      const made = { name: font.id, font: font.ref(), codes: codesOf(face, codeOf, fonts) }
      drawn.set(face, made)
      return made
    },
  }
}

/** Answers the four digits that draw a glyph as the given characters. Width in em. */
type CodeOf = (glyph: number, codePoints: number[], width: number) => string

interface CodedFont {
  font: FontObject
  codeOf: CodeOf
}

function codedFont(font: FontObject): CodedFont {
  const codes = new Map<string, string>()
  const codeOf: CodeOf = (glyph, codePoints, width) => {
    // One glyph that stands for two characters (hyphen and no-break hyphen) gets two codes, so that each reads as itself.
    const key = `${glyph} ${codePoints.join(' ')}`
    const known = codes.get(key)
    if (known) return known
    const code = font.subset.glyphs.push(glyph) - 1
    font.widths[code] = width * 1000
    font.unicode[code] = codePoints
    const digits = code.toString(16).padStart(4, '0')
    codes.set(key, digits)
    return digits
  }
  return { font, codeOf }
}

function codesOf(face: Face, codeOf: CodeOf, fonts: Fonts): (word: string) => string {
  const words = new Map<string, string>()
  return (word) => {
    const known = words.get(word)
    if (known !== undefined) return known
    const shaped = fonts.shape(word, face)
    const inside = shaped.glyphs.map((glyph, i) => {
      const code = codeOf(glyph, shaped.codePoints[i]!, shaped.natural[i]!)
      const kerning = shaped.natural[i]! - shaped.advances[i]!
      return Math.abs(kerning) < 1e-6 ? code : `${code}>${formatNumber(kerning * 1000)}<`
    }).join('')
    words.set(word, inside)
    return inside
  }
}

/** A number for a page's content: to the thousandth, without idle zeros. */
export function formatNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000 || 0)
}

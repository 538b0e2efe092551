/**
 * The glyphs of one document: each face that it uses becomes an embedded font with only the glyphs that occur, and every
 * word a piece of a PDF text array. A font file is embedded once, whichever faces it serves.
 */
import type { Face } from '../stylebook/faces.ts'
import { faces } from '../stylebook/faces.ts'
import type { PdfFile } from './document.ts'
import type { EmbeddedFont } from './embedding.ts'
import type { Fonts } from './fonts.ts'
import { formatNumber } from './number.ts'
import type { PdfObject } from './objects.ts'
import type { Direction, ShapedWord } from './shaping.ts'

/** A face as this document draws it. */
export interface DrawnFace {
  /** Its name in a page's resources. */
  name: string
  font: PdfObject
  word(word: string, direction?: Direction): DrawnWord
  /** The inside of a text array for a word of which signs stand above or below the line, at a size and over a base line raised so far. */
  raised(word: string, direction: Direction | undefined, size: number, rise: number): string
  /** What stands over and under the letters of a word that runs from the right: codes and places in em, see `ShapedWord.marks`. */
  marks(word: string): { codes: string; right: number; up: number }[]
  /** The same in two pieces: the word but for its last glyph, kerning before that included, and the last glyph. */
  split(word: string): [string, string]
}

export interface DrawnWord {
  /**
   * The inside of a text array, between `[(` and `)]TJ`: two bytes a glyph, as characters up to 255, and `)kerning(` where
   * the pen leaves a glyph's own width. Empty for a word that draws nothing.
   */
  codes: string
  /** A sign of it stands above or below the line. */
  isRaised: boolean
  /** What the word says, where its glyphs taken in their order do not say it. */
  said: string | undefined
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
    const font = codedFont(file.font(fonts.file(face)))
    embedded.set(faces[face].file, font)
    return font
  }
  return {
    face: (face) => {
      const known = drawn.get(face)
      if (known) return known
      const made = drawnFace(face, embed(face), fonts)
      drawn.set(face, made)
      return made
    },
  }
}

/** Answers the two bytes that draw a glyph, width in em, which stands for these characters. */
type CodeOf = (glyph: number, codePoints: number[], width: number) => string

interface CodedFont {
  font: EmbeddedFont
  codeOf: CodeOf
}

/** One glyph that stands for two characters (hyphen and no-break hyphen) gets two codes, so that each reads as itself. */
function codedFont(font: EmbeddedFont): CodedFont {
  const letters = new Map<number, string>()
  const ligatures = new Map<string, string>()
  const add: CodeOf = (glyph, codePoints, width) => {
    const code = font.add(glyph, codePoints, width)
    return escapeString(String.fromCharCode(code >> 8, code & 255))
  }
  const codeOf: CodeOf = (glyph, codePoints, width) => {
    if (codePoints.length === 1) {
      const key = glyph * pastUnicode + codePoints[0]!
      let code = letters.get(key)
      if (code === undefined) letters.set(key, (code = add(glyph, codePoints, width)))
      return code
    }
    const key = `${glyph} ${codePoints.join(' ')}`
    let code = ligatures.get(key)
    if (code === undefined) ligatures.set(key, (code = add(glyph, codePoints, width)))
    return code
  }
  return { font, codeOf }
}

/** One more than the last code point. */
const pastUnicode = 0x110000

function drawnFace(face: Face, { font, codeOf }: CodedFont, fonts: Fonts): DrawnFace {
  const words = { ltr: new Map<string, DrawnWord>(), rtl: new Map<string, DrawnWord>() }
  const codeAt = ({ glyphs, codePoints, natural }: ShapedWord, i: number) => codeOf(glyphs[i]!, codePoints[i]!, natural[i]!)
  return {
    name: font.name,
    font: font.object,
    word: (word, direction = 'ltr') => {
      let drawn = words[direction].get(word)
      if (!drawn) {
        const shape = fonts.shape(word, face, direction)
        let codes = ''
        for (let i = 0; i < shape.glyphs.length; i++) codes += before(shape, i) + codeAt(shape, i) + behind(shape, i)
        words[direction].set(word, (drawn = { codes, isRaised: shape.offsets !== undefined, said: shape.text }))
      }
      return drawn
    },
    raised: (word, direction, size, rise) => {
      const shape = fonts.shape(word, face, direction)
      return shape.glyphs.map((_, i) => {
        const up = shape.offsets?.[i]?.[1] ?? 0
        if (up === 0) return before(shape, i) + codeAt(shape, i) + behind(shape, i)
        return `${before(shape, i)})]TJ ${formatNumber(rise + up * size)} Ts [(${codeAt(shape, i)})]TJ ${formatNumber(rise)} Ts [(${behind(shape, i)}`
      }).join('')
    },
    marks: (word) => (fonts.shape(word, face, 'rtl').marks ?? []).map(({ glyph, right, up }) => ({ codes: codeOf(glyph, [], 0), right, up })),
    split: (word) => {
      const shape = fonts.shape(word, face)
      const last = shape.glyphs.length - 1
      let codes = ''
      for (let i = 0; i < last; i++) codes += before(shape, i) + codeAt(shape, i) + behind(shape, i)
      return [codes, last < 0 ? '' : codeAt(shape, last)]
    },
  }
}

/** The pen's move before a glyph of a word. */
function before({ offsets }: ShapedWord, i: number): string {
  return offsets ? moved(-offsets[i]![0]) : ''
}

/** The pen's move behind it. */
function behind({ natural, advances, offsets }: ShapedWord, i: number): string {
  return moved(natural[i]! + (offsets ? offsets[i]![0] : 0) - advances[i]!)
}

/** The pen's move to the left between two codes, in em. */
function moved(left: number): string {
  return Math.abs(left) < 1e-6 ? '' : `)${formatNumber(left * 1000)}(`
}

/** The characters that a PDF string reads otherwise than they stand. */
function escapeString(text: string): string {
  return text.replace(/[()\\]/g, '\\$&').replace(/\r/g, '\\r')
}

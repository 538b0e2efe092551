/**
 * The glyphs of one document: each face that it uses becomes an embedded font with only the glyphs that occur, and every
 * word a piece of a PDF text array. A font file is embedded once, whichever faces it serves.
 */
import type { Face } from '../stylebook/faces.ts'
import { faces } from '../stylebook/faces.ts'
import type { FontObject, PdfFile, PdfObject } from './document.ts'
import type { Fonts } from './fonts.ts'
import { formatNumber } from './number.ts'

/** A face as this document draws it. */
export interface DrawnFace {
  /** Its name in a page's resources. */
  name: string
  font: PdfObject
  /**
   * The inside of a text array, between `[(` and `)]TJ`: two bytes a glyph, as characters up to 255, and `)kerning(` where
   * the pen leaves a glyph's own width. Empty for a word that draws nothing.
   */
  codes(word: string): string
  /** The same in two pieces: the word but for its last glyph, kerning before that included, and the last glyph. */
  split(word: string): [string, string]
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
      const made = drawnFace(face, embed(face), fonts)
      drawn.set(face, made)
      return made
    },
  }
}

/** Answers the two bytes that draw a glyph as the given characters. Width in em. */
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
    const bytes = escapeString(String.fromCharCode(code >> 8, code & 255))
    codes.set(key, bytes)
    return bytes
  }
  return { font, codeOf }
}

function drawnFace(face: Face, { font, codeOf }: CodedFont, fonts: Fonts): DrawnFace {
  const words = new Map<string, string>()
  const piecesOf = (word: string) => {
    const { glyphs, codePoints, natural, advances } = fonts.shape(word, face)
    return glyphs.map((glyph, i) => {
      const kerning = natural[i]! - advances[i]!
      return {
        code: codeOf(glyph, codePoints[i]!, natural[i]!),
        kerning: Math.abs(kerning) < 1e-6 ? '' : `)${formatNumber(kerning * 1000)}(`,
      }
    })
  }
  const join = (pieces: ReturnType<typeof piecesOf>) => pieces.map(({ code, kerning }) => code + kerning).join('')
  return {
    name: font.id,
    font: font.ref(),
    codes: (word) => {
      const known = words.get(word)
      if (known !== undefined) return known
      const codes = join(piecesOf(word))
      words.set(word, codes)
      return codes
    },
    split: (word) => {
      const pieces = piecesOf(word)
      return [join(pieces.slice(0, -1)), pieces.at(-1)?.code ?? '']
    },
  }
}

/** The characters that a PDF string reads otherwise than they stand. */
function escapeString(text: string): string {
  return text.replace(/[()\\]/g, '\\$&').replace(/\r/g, '\\r')
}

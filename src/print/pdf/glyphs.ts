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

/** A glyph that stands for characters, width in em: what a document gives a code to. */
interface Said {
  glyph: number
  codePoints: number[]
  width: number
  /** One glyph that stands for two characters (hyphen and no-break hyphen) gets two codes, so that each reads as itself. */
  key: string
}

/** A glyph of a word. */
interface Piece extends Said {
  /** The pen's move before it, and behind it. */
  before: string
  kerning: string
  up: number
}

/** Answers the two bytes that draw a glyph. */
type CodeOf = (said: Said) => string

interface CodedFont {
  font: EmbeddedFont
  codeOf: CodeOf
}

function codedFont(font: EmbeddedFont): CodedFont {
  const codes = new Map<string, string>()
  const codeOf: CodeOf = ({ glyph, codePoints, width, key }) => {
    const known = codes.get(key)
    if (known) return known
    const code = font.add(glyph, codePoints, width)
    const bytes = escapeString(String.fromCharCode(code >> 8, code & 255))
    codes.set(key, bytes)
    return bytes
  }
  return { font, codeOf }
}

function drawnFace(face: Face, { font, codeOf }: CodedFont, fonts: Fonts): DrawnFace {
  const words = { ltr: new Map<string, DrawnWord>(), rtl: new Map<string, DrawnWord>() }
  const piecesOf = (word: string, direction?: Direction) => piecesOfShape(fonts.shape(word, face, direction))
  const join = (pieces: Piece[]) => {
    let codes = ''
    for (const piece of pieces) codes += piece.before + codeOf(piece) + piece.kerning
    return codes
  }
  return {
    name: font.name,
    font: font.object,
    word: (word, direction = 'ltr') => {
      let drawn = words[direction].get(word)
      if (!drawn) {
        const shape = fonts.shape(word, face, direction)
        words[direction].set(word, (drawn = { codes: join(piecesOfShape(shape)), isRaised: shape.offsets !== undefined, said: shape.text }))
      }
      return drawn
    },
    raised: (word, direction, size, rise) => piecesOf(word, direction).map((piece) => piece.up === 0
      ? join([piece])
      : `${piece.before})]TJ ${formatNumber(rise + piece.up * size)} Ts [(${codeOf(piece)})]TJ ${formatNumber(rise)} Ts [(${piece.kerning}`).join(''),
    marks: (word) => (fonts.shape(word, face, 'rtl').marks ?? []).map(({ glyph, right, up }) => ({ codes: codeOf(toSaid(glyph, [], 0)), right, up })),
    split: (word) => {
      const pieces = piecesOf(word)
      const last = pieces.at(-1)
      return [join(pieces.slice(0, -1)), last ? codeOf(last) : '']
    },
  }
}

/** What all documents share of a word, made once: an issue is drawn for many printers. */
function piecesOfShape(shape: ShapedWord): Piece[] {
  let pieces = shapes.get(shape)
  if (!pieces) {
    const { glyphs, codePoints, natural, advances, offsets } = shape
    pieces = glyphs.map((glyph, i) => {
      const [right, up] = offsets?.[i] ?? [0, 0]
      return { ...toSaid(glyph, codePoints[i]!, natural[i]!), before: moved(-right), kerning: moved(natural[i]! + right - advances[i]!), up }
    })
    shapes.set(shape, pieces)
  }
  return pieces
}

const shapes = new WeakMap<ShapedWord, Piece[]>()

function toSaid(glyph: number, codePoints: number[], width: number): Said {
  return { glyph, codePoints, width, key: `${glyph} ${codePoints.join(' ')}` }
}

/** The pen's move to the left between two codes, in em. */
function moved(left: number): string {
  return Math.abs(left) < 1e-6 ? '' : `)${formatNumber(left * 1000)}(`
}

/** The characters that a PDF string reads otherwise than they stand. */
function escapeString(text: string): string {
  return text.replace(/[()\\]/g, '\\$&').replace(/\r/g, '\\r')
}

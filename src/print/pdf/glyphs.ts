/**
 * The glyphs of one document: each face that it uses becomes an embedded font with only the glyphs that occur, and every
 * word a piece of a PDF text array. A font file is embedded once, whichever faces it serves.
 */
import type { Face } from '../stylebook/faces.ts'
import { faces } from '../stylebook/faces.ts'
import type { PdfFile } from './document.ts'
import { usualCode, type EmbeddedFont } from './embedding.ts'
import type { FontFile } from './fontFile.ts'
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
  face: Face
  shape: ShapedWord
  /** Drawn with the usual codes of its glyphs, which are the same in every document. */
  isUsual: boolean
}

export interface Glyphs {
  face(face: Face): DrawnFace
  /** Brings the glyphs of a word into this document that was drawn for another; answers whether it is drawn the same here. */
  take(word: DrawnWord): boolean
  /** Calls back with every word that is drawn from now on; undefined for one that is drawn sign by sign. */
  watch(tell: ((word: DrawnWord | undefined) => void) | undefined): void
}

export function openGlyphs(file: PdfFile, fonts: Fonts): Glyphs {
  const embedded = new Map<string, CodedFont>()
  const drawn = new Map<Face, DrawnFace>()
  let watcher: Parameters<Glyphs['watch']>[0]
  const embed = (face: Face) => {
    const known = embedded.get(faces[face].file)
    if (known) return known
    const font = fonts.file(face)
    const coded = { file: font, font: file.font(font, numberOf(face)), taken: new Set<ShapedWord>() }
    embedded.set(faces[face].file, coded)
    return coded
  }
  return {
    face: (face) => {
      const known = drawn.get(face)
      if (known) return known
      const made = drawnFace(face, embed(face), fonts, (word) => watcher?.(word))
      drawn.set(face, made)
      return made
    },
    take: ({ face, shape }) => isUsual(shape, embed(face)),
    watch: (tell) => {
      watcher = tell
    },
  }
}

/** The place of a face's file among those of all faces, from 1. */
function numberOf(face: Face): number {
  return Object.values(faces).findIndex(({ file }) => file === faces[face].file) + 1
}

interface CodedFont {
  file: FontFile
  font: EmbeddedFont
  /** Words of which all glyphs are in the document, with their usual codes. */
  taken: Set<ShapedWord>
}

function drawnFace(face: Face, coded: CodedFont, fonts: Fonts, tell: (word: DrawnWord | undefined) => void): DrawnFace {
  const { font } = coded
  const words = { ltr: new Map<string, DrawnWord>(), rtl: new Map<string, DrawnWord>() }
  const codeAt = ({ glyphs, codePoints, natural }: ShapedWord, i: number) => bytesOf(font.code(glyphs[i]!, codePoints[i]!, natural[i]!))
  const drawnWord = (text: string, direction: Direction): DrawnWord => {
    let word = words[direction].get(text)
    if (!word) words[direction].set(text, (word = wordOf(fonts.shape(text, face, direction), face, coded)))
    tell(word)
    return word
  }
  return {
    name: font.name,
    font: font.object,
    word: (word, direction = 'ltr') => drawnWord(word, direction),
    raised: (word, direction = 'ltr', size, rise) => {
      const { shape } = drawnWord(word, direction)
      return shape.glyphs.map((_, i) => {
        const up = shape.offsets?.[i]?.[1] ?? 0
        if (up === 0) return before(shape, i) + codeAt(shape, i) + behind(shape, i)
        return `${before(shape, i)})]TJ ${formatNumber(rise + up * size)} Ts [(${codeAt(shape, i)})]TJ ${formatNumber(rise)} Ts [(${behind(shape, i)}`
      }).join('')
    },
    marks: (word) => {
      const { marks = [] } = fonts.shape(word, face, 'rtl')
      if (marks.length > 0) tell(undefined)
      return marks.map(({ glyph, right, up }) => ({ codes: bytesOf(font.code(glyph, [], 0)), right, up }))
    },
    split: (word) => {
      const { shape } = drawnWord(word, 'ltr')
      const last = shape.glyphs.length - 1
      let codes = ''
      for (let i = 0; i < last; i++) codes += before(shape, i) + codeAt(shape, i) + behind(shape, i)
      return [codes, last < 0 ? '' : codeAt(shape, last)]
    },
  }
}

/** The word as all documents draw it, made once; where glyphs have other codes in this one, as it is drawn here. */
function wordOf(shape: ShapedWord, face: Face, coded: CodedFont): DrawnWord {
  const { file, font } = coded
  if (!isUsual(shape, coded)) return drawWord(shape, face, false, (i) => font.code(shape.glyphs[i]!, shape.codePoints[i]!, shape.natural[i]!))
  let word = usualWords.get(shape)
  if (!word) usualWords.set(shape, (word = drawWord(shape, face, true, (i) => usualCode(file, shape.glyphs[i]!, shape.codePoints[i]!))))
  return word
}

const usualWords = new WeakMap<ShapedWord, DrawnWord>()

/** Brings the glyphs of a word into the document; answers whether they have their usual codes in it. */
function isUsual(shape: ShapedWord, { file, font, taken }: CodedFont): boolean {
  if (taken.has(shape)) return true
  const { glyphs, codePoints, natural } = shape
  let usual = true
  for (let i = 0; i < glyphs.length; i++) {
    if (font.code(glyphs[i]!, codePoints[i]!, natural[i]!) !== usualCode(file, glyphs[i]!, codePoints[i]!)) usual = false
  }
  if (usual) taken.add(shape)
  return usual
}

function drawWord(shape: ShapedWord, face: Face, isUsual: boolean, codeOf: (i: number) => number): DrawnWord {
  let codes = ''
  for (let i = 0; i < shape.glyphs.length; i++) codes += before(shape, i) + bytesOf(codeOf(i)) + behind(shape, i)
  return { codes, isRaised: shape.offsets !== undefined, said: shape.text, face, shape, isUsual }
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

/** A code in a PDF string, with the characters escaped that it reads otherwise than they stand. */
function bytesOf(code: number): string {
  let bytes = writtenCodes[code]
  if (bytes === undefined) writtenCodes[code] = bytes = String.fromCharCode(code >> 8, code & 255).replace(/[()\\]/g, '\\$&').replace(/\r/g, '\\r')
  return bytes
}

const writtenCodes: string[] = []

/**
 * The paper's fonts: how wide shaped text is, how it is made of glyphs, and what they cannot draw. Text is shaped word by
 * word with kerning and ligatures on, once per word and face, because a newspaper says the same words again and again.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import type { Font } from 'fontkit'
import { faces } from '../stylebook/faces.ts'
import type { Face, FaceFile } from '../stylebook/faces.ts'
import type { Measurer, TextStyle } from '../type/line.ts'

/** A word as the font draws it: one entry a glyph, lengths in em (1 at any size). */
export interface ShapedWord {
  glyphs: number[]
  /** The characters that each glyph stands for: `['f', 'f', 'i']` for a ligature. */
  codePoints: number[][]
  /** The glyph's own width, as the font has it. */
  natural: number[]
  /** How far the pen moves: the natural width and the kerning after it. */
  advances: number[]
  /** Sum of `advances`. */
  width: number
}

/** Heights of a face at 1 pt of size, all positive but `descent`. */
export interface FaceMetrics {
  ascent: number
  descent: number
  capHeight: number
  xHeight: number
  /** Middle of a line that strikes letters through, and its thickness. */
  strike: { height: number; thickness: number }
}

/** The open fonts. What `width` answers is what drawing draws: both use the same shaped words. */
export interface Fonts extends Measurer {
  /** Characters of the text that the face cannot draw, each once, in order. Drawing leaves them out. */
  missing(text: string, face: Face): string[]
  metrics(face: Face): FaceMetrics
  /** A word without spaces, or a single space. */
  shape(word: string, face: Face): ShapedWord
  /** The font to embed in a document. Apart from the one that shapes, because making a subset spoils its memory of characters. */
  embeddable(face: Face): Font
}

/** Splits text into words and spaces. Justification widens the plain and the no-break space, and no other. */
export function wordsOf(text: string): string[] {
  return text.match(wordOrSpace) ?? []
}

export function isSpace(word: string): boolean {
  return word === ' ' || word === '\u00a0'
}

/** Opens a face when it is first used. Font files come with the packages that package.json names. */
export function openFonts(): Fonts {
  const open = new Map<Face, OpenFace>()
  const faceOf = (face: Face) => {
    const known = open.get(face)
    if (known) return known
    const opened = openFace(faces[face])
    open.set(face, opened)
    return opened
  }
  return {
    width: (text, style) => widthOf(text, style, faceOf(style.face)),
    missing: (text, face) => [...new Set(Array.from(text).filter((char) => faceOf(face).drawn(char) === undefined))],
    metrics: (face) => faceOf(face).metrics,
    shape: (word, face) => faceOf(face).shape(word),
    embeddable: (face) => faceOf(face).embeddable,
  }
}

const wordOrSpace = /[ \u00a0]|[^ \u00a0]+/g
const require = createRequire(import.meta.url)

interface OpenFace {
  shape(word: string): ShapedWord
  /** What is drawn for a character: itself, a stand-in, '' for one that is never seen; undefined when there is none. */
  drawn(char: string): string | undefined
  metrics: FaceMetrics
  embeddable: Font
}

function openFace(face: FaceFile): OpenFace {
  const bytes = readFileSync(require.resolve(face.file))
  const font = fontkit.create(bytes) as Font
  const drawn = (char: string) => {
    if (invisible.test(char)) return ''
    return [char, ...(standIns[char] ?? [])].find((choice) => font.hasGlyphForCodePoint(choice.codePointAt(0)!))
  }
  const words = new Map<string, ShapedWord>()
  const shape = (word: string) => {
    const known = words.get(word)
    if (known) return known
    const shaped = shapeWord(word, font, face.features, drawn)
    words.set(word, shaped)
    return shaped
  }
  return { shape, drawn, metrics: metricsOf(font), embeddable: fontkit.create(bytes) as Font }
}

function widthOf(text: string, style: TextStyle, face: OpenFace): number {
  let width = 0
  let glyphs = 0
  for (const word of wordsOf(text)) {
    const shaped = face.shape(word)
    width += shaped.width
    glyphs += shaped.glyphs.length
  }
  return width * style.size + glyphs * (style.tracking ?? 0)
}

function shapeWord(
  word: string, font: Font, features: string[], drawn: (char: string) => string | undefined,
): ShapedWord {
  const said: number[] = []
  let toDraw = ''
  for (const char of word.normalize('NFC')) {
    const choice = drawn(char)
    if (!choice) continue
    said.push(char.codePointAt(0)!)
    toDraw += choice
  }
  const shaped: ShapedWord = { glyphs: [], codePoints: [], natural: [], advances: [], width: 0 }
  if (toDraw === '') return shaped
  const run = font.layout(toDraw, features)
  const units = font.unitsPerEm
  // A glyph object keeps the characters of the first word that it was made for, so a glyph that serves two characters
  // (space and no-break space) would speak of the wrong one: the characters are counted off the word instead.
  const counted = run.glyphs.reduce((sum, glyph) => sum + glyph.codePoints.length, 0) === said.length
  let next = 0
  run.glyphs.forEach((glyph, i) => {
    const count = glyph.codePoints.length
    shaped.codePoints.push(counted ? said.slice(next, next + count) : glyph.codePoints)
    next += count
    shaped.glyphs.push(glyph.id)
    shaped.natural.push(glyph.advanceWidth / units)
    const advance = run.positions[i]!.xAdvance / units
    shaped.advances.push(advance)
    shaped.width += advance
  })
  return shaped
}

function metricsOf(font: Font): FaceMetrics {
  const units = font.unitsPerEm
  const os2 = font['OS/2']
  return {
    ascent: font.ascent / units,
    descent: font.descent / units,
    capHeight: font.capHeight / units,
    xHeight: font.xHeight / units,
    strike: { height: os2.yStrikeoutPosition / units - os2.yStrikeoutSize / units / 2, thickness: os2.yStrikeoutSize / units },
  }
}

/** Characters that steer the text and are never seen: the soft hyphen, joiners, marks of direction, the byte order mark. */
const invisible = /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]$/

/** What looks the same, or nearly, where a font lacks a character. Text taken out of the PDF keeps the character itself. */
const standIns: Record<string, string[]> = {
  '\u00a0': [' '],
  '\u2002': [' '],
  '\u2003': [' '],
  '\u2009': ['\u202f', ' '],
  '\u200a': ['\u2009', ' '],
  '\u202f': ['\u2009', ' '],
  '\u2010': ['-'],
  '\u2011': ['\u2010', '-'],
  '\u2012': ['\u2013'],
  '\u2015': ['\u2014'],
  '\u2212': ['\u2013'],
}

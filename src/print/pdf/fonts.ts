/**
 * The paper's fonts: how wide shaped text is, how it is made of glyphs, and what they cannot draw. Text is shaped word by
 * word, once per word and face, because a newspaper says the same words again and again.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import type { Font } from 'fontkit'
import { faces } from '../stylebook/faces.ts'
import type { Face, FaceFile } from '../stylebook/faces.ts'
import { partByScript } from '../stylebook/scripts.ts'
import { runsFromRight } from '../type/bidi.ts'
import type { Measurer } from '../type/line.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import { parseFontFile } from './fontFile.ts'
import type { FontFile } from './fontFile.ts'
import { openShaper } from './shaping.ts'
import type { Direction, ShapedWord, Shaper } from './shaping.ts'

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
  /** The shape of one letter at 1 pt of size, as strokes of a pen: what PDF calls a path. */
  outline(letter: string, face: Face): Stroke[]
  /** The package that a face comes with, where it is not installed: nothing can be drawn in it. */
  lacking(face: Face): string | undefined
  /** A word without spaces, or a single space. */
  shape(word: string, face: Face, direction?: Direction): ShapedWord
  /** The face's font file, to be embedded in a document. */
  file(face: Face): FontFile
}

/** A pen's step from where it stands, in em, y upwards: `m` lifts it, `l` is straight, `c` a cubic curve, `h` closes the shape. */
export interface Stroke {
  operator: 'm' | 'l' | 'c' | 'h'
  points: number[]
}

/** Splits text into words and spaces. Justification widens the plain and the no-break space, and no other. */
export function wordsOf(text: string): string[] {
  return text.match(wordOrSpace) ?? []
}

export function isSpace(word: string): boolean {
  return word === ' ' || word === '\u00a0'
}

/**
 * Opens a face when it is first used. Font files come with the packages that package.json names; for one of an optional
 * package that is not installed the house's text face stands in, which keeps the pages whole but draws none of its letters.
 * @param find where a path inside node_modules lies; throws where there is no such file
 */
export function openFonts(find: (file: string) => string = require.resolve): Fonts {
  const open = new Map<Face, OpenFace>()
  const faceOf = (face: Face) => {
    const known = open.get(face)
    if (known) return known
    const file: FaceFile = faces[face]
    const lacking = isThere(file, find) ? undefined : file.optional
    const opened = { ...openFace(lacking ? faces.text : file, find), lacking }
    open.set(face, opened)
    return opened
  }
  return {
    width: (text, style) => {
      let width = 0
      for (const part of partByScript(text, style)) width += widthOf(part.text, part.style, faceOf(part.style.face))
      return width
    },
    missing: (text, face) => [...new Set(Array.from(text.normalize('NFC')).filter((char) => faceOf(face).drawn(char) === undefined))],
    metrics: (face) => faceOf(face).metrics,
    outline: (letter, face) => faceOf(face).outline(letter),
    lacking: (face) => faceOf(face).lacking,
    shape: (word, face, direction) => faceOf(face).shape(word, direction),
    file: (face) => faceOf(face).fontFile,
  }
}

const wordOrSpace = /[ \u00a0]|[^ \u00a0]+/g
const require = createRequire(import.meta.url)

interface OpenFace extends Shaper {
  outline(letter: string): Stroke[]
  metrics: FaceMetrics
  fontFile: FontFile
  /** See `Fonts.lacking`. */
  lacking?: string | undefined
}

function isThere({ file, optional }: FaceFile, find: (file: string) => string): boolean {
  if (!optional) return true
  try {
    return find(file) !== ''
  } catch {
    return false
  }
}

function openFace(face: FaceFile, find: (file: string) => string): OpenFace {
  const bytes = readFileSync(find(face.file))
  const font = fontkit.create(bytes) as Font
  const fontFile = parseFontFile(bytes)
  return {
    ...openShaper(font, face.features, () => fontkit.create(bytes) as Font),
    metrics: metricsOf(fontFile), outline: (letter) => outlineOf(font, letter), fontFile,
  }
}

function widthOf(text: string, style: TextStyle, face: OpenFace): number {
  let width = 0
  let glyphs = 0
  for (const word of wordsOf(text)) {
    const shaped = face.shape(word, runsFromRight(word) ? 'rtl' : 'ltr')
    width += shaped.width
    glyphs += shaped.glyphs.length
  }
  return width * style.size * (1 + (style.expansion ?? 0)) + glyphs * (style.tracking ?? 0)
}

function outlineOf(font: Font, letter: string): Stroke[] {
  const units = font.unitsPerEm
  let pen = [0, 0]
  return font.layout(letter).glyphs[0]!.path.commands.map(({ command, args }): Stroke => {
    const points = args.map((value) => value / units)
    const from = pen
    if (points.length > 0) pen = points.slice(-2)
    switch (command) {
      case 'moveTo': return { operator: 'm', points }
      case 'lineTo': return { operator: 'l', points }
      case 'bezierCurveTo': return { operator: 'c', points }
      case 'quadraticCurveTo': {
        // The cubic curve with the same shape: its handles stand two thirds of the way to the quadratic's one.
        const towards = (end: number[]) => end.map((value, axis) => value + (2 / 3) * (points[axis]! - value))
        return { operator: 'c', points: [...towards(from), ...towards(pen), ...pen] }
      }
      case 'closePath': return { operator: 'h', points: [] }
    }
  })
}

function metricsOf({ ascent, descent, capHeight, xHeight, strike }: FontFile): FaceMetrics {
  return { ascent, descent, capHeight, xHeight, strike: { height: strike.position - strike.thickness / 2, thickness: strike.thickness } }
}

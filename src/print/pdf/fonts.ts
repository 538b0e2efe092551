/**
 * The paper's fonts: how wide shaped text is, how it is made of glyphs, and what they cannot draw. Text is shaped word by
 * word, once per word and face, because a newspaper says the same words again and again.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'
import { faces } from '../stylebook/faces.ts'
import type { Face, FaceFile } from '../stylebook/faces.ts'
import { partByScript } from '../stylebook/scripts.ts'
import { runsFromRight } from '../type/bidi.ts'
import type { Measurer } from '../type/line.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import { parseFontFile } from './fontFile.ts'
import type { FontFile } from './fontFile.ts'
import { outlineOf } from './outline.ts'
import type { Stroke } from './outline.ts'
import { emptyShapes, openShapes } from './shapeMemory.ts'
import type { KeptShapes } from './shapeMemory.ts'
import { openShaper } from './shaping.ts'
import type { Direction, Extent, ShapedWord, Shaper } from './shaping.ts'

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
  /** Writes down what the fonts were asked, for the next run. */
  keep(): void
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
 * @param folder where it is kept what fonts were asked before; without it, they are asked again
 * @param find where a path inside node_modules lies; throws where there is no such file
 */
export function openFonts(folder?: string, find: (file: string) => string = require.resolve): Fonts {
  const open = new Map<Face, OpenFace>()
  const faceOf = (face: Face) => {
    const known = open.get(face)
    if (known) return known
    const file: FaceFile = faces[face]
    const lacking = isThere(file, find) ? undefined : file.optional
    const opened = { ...openFace(lacking ? faces.text : file, find, folder), lacking }
    open.set(face, opened)
    return opened
  }
  return {
    width: (text, style) => {
      let width = 0
      for (const part of partByScript(text, style)) width += widthOf(part.text, part.style, faceOf(part.style.face))
      return width
    },
    starts: (word, style, ends) => {
      const starts = faceOf(style.face).starts(word, ends)
      const wide = (extents: Extent[]) => extents.map(({ width, glyphs }) => inPoints(width, glyphs, style))
      return starts && { plain: wide(starts.plain), hyphened: wide(starts.hyphened) }
    },
    missing: (text, face) => {
      const { drawn } = faceOf(face)
      const lost = new Set<string>()
      for (const char of text.normalize('NFC')) if (drawn(char) === undefined) lost.add(char)
      return [...lost]
    },
    metrics: (face) => faceOf(face).metrics,
    outline: (letter, face) => faceOf(face).outline(letter),
    lacking: (face) => faceOf(face).lacking,
    shape: (word, face, direction) => faceOf(face).shape(word, direction),
    file: (face) => faceOf(face).fontFile,
    keep: () => {
      for (const { kept } of open.values()) kept?.keep()
    },
  }
}

const wordOrSpace = /[ \u00a0]|[^ \u00a0]+/g
const require = createRequire(import.meta.url)

interface OpenFace extends Shaper {
  outline(letter: string): Stroke[]
  metrics: FaceMetrics
  fontFile: FontFile
  kept: KeptShapes | undefined
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

function openFace(face: FaceFile, find: (file: string) => string, folder: string | undefined): OpenFace {
  const bytes = readFileSync(find(face.file))
  const fontFile = parseFontFile(bytes)
  const open = () => loadFontkit().create(bytes) as Font
  const kept = folder === undefined ? undefined : openShapes(folder, bytes, face.features)
  const memory = kept?.memory ?? emptyShapes()
  return {
    ...openShaper(open, fontFile.unitsPerEm, face.features, memory),
    metrics: metricsOf(fontFile),
    outline: (letter) => {
      const known = memory.outlines.get(letter)
      if (known) return known
      const outline = outlineOf(open(), letter)
      memory.outlines.set(letter, outline)
      return outline
    },
    fontFile, kept,
  }
}

/** Loaded only when a font is asked for what nobody has asked it before: that takes longer than all other work on fonts. */
function loadFontkit(): typeof import('fontkit') {
  return require('fontkit') as typeof import('fontkit')
}

function widthOf(text: string, style: TextStyle, face: OpenFace): number {
  let width = 0
  let glyphs = 0
  for (const word of wordsOf(text)) {
    const shaped = face.shape(word, runsFromRight(word) ? 'rtl' : 'ltr')
    width += shaped.width
    glyphs += shaped.glyphs.length
  }
  return inPoints(width, glyphs, style)
}

function inPoints(em: number, glyphs: number, { size, expansion = 0, tracking = 0 }: TextStyle): number {
  return em * size * (1 + expansion) + glyphs * tracking
}

function metricsOf({ ascent, descent, capHeight, xHeight, strike }: FontFile): FaceMetrics {
  return { ascent, descent, capHeight, xHeight, strike: { height: strike.position - strike.thickness / 2, thickness: strike.thickness } }
}

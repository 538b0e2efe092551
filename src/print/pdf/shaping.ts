/**
 * Words → glyphs, with the kerning, ligatures and features of their font. Shaping a word whole costs fontkit a fifth of a
 * millisecond, and hyphenation asks for every part of every word; but in most words each letter keeps its glyph whatever
 * stands beside it, and only the kerning of its pairs is to be known. Those are put together from letters and pairs that
 * fontkit has shaped once; a word in which any pair does more than kern (a ligature, a fraction) is shaped whole.
 */
import type { Font } from 'fontkit'

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

/** Shapes the words of one face, each once. */
export interface Shaper {
  shape(word: string): ShapedWord
  /** What is drawn for a character: itself, a stand-in, '' for one that is never seen; undefined when there is none. */
  drawn(char: string): string | undefined
}

export function openShaper(font: Font, features: string[]): Shaper {
  const words = new Map<string, ShapedWord>()
  const letters = new Map<string, Letter>()
  const pairs = new Map<string, number | undefined>()
  const letterOf = (char: string): Letter => {
    const known = letters.get(char)
    if (known) return known
    const shown = drawnFor(char, font)
    const { glyphs, positions } = font.layout(shown ?? '', features)
    const glyph = glyphs[0]
    const steady = glyphs.length === 1 && steadyScript.test(char) && positions[0]!.xAdvance === glyph!.advanceWidth
    const letter = { shown, point: char.codePointAt(0)!, ...(steady && { glyph: glyph!.id, width: glyph!.advanceWidth }) }
    letters.set(char, letter)
    return letter
  }
  const kerningOf = (before: Letter, after: Letter): number | undefined => {
    const key = before.shown! + after.shown!
    if (pairs.has(key)) return pairs.get(key)
    const { glyphs, positions } = font.layout(key, features)
    const steady = glyphs.length === 2 && glyphs[0]!.id === before.glyph && glyphs[1]!.id === after.glyph
      && positions[1]!.xAdvance === after.width && positions.every(({ xOffset, yOffset }) => xOffset === 0 && yOffset === 0)
    const kerning = steady ? positions[0]!.xAdvance - before.width! : undefined
    pairs.set(key, kerning)
    return kerning
  }
  const shape = (word: string) => {
    const known = words.get(word)
    if (known) return known
    const seen = Array.from(word.normalize('NFC'), letterOf).filter(({ shown }) => shown)
    const shaped = putTogether(seen, kerningOf, font.unitsPerEm) ?? shapeWhole(seen, font, features)
    words.set(word, shaped)
    return shaped
  }
  return { shape, drawn: (char) => letterOf(char).shown }
}

function drawnFor(char: string, font: Font): string | undefined {
  if (invisible.test(char)) return ''
  return [char, ...(standIns[char] ?? [])].find((choice) => font.hasGlyphForCodePoint(choice.codePointAt(0)!))
}

interface Letter {
  /** See `Shaper.drawn`. */
  shown: string | undefined
  /** The character itself. */
  point: number
  /** Glyph and width in the font's units, where the letter alone is one glyph. */
  glyph?: number
  width?: number
}

/** The word from its letters and pairs, or undefined where a letter or a pair is more than that. */
function putTogether(
  letters: Letter[], kerningOf: (before: Letter, after: Letter) => number | undefined, units: number,
): ShapedWord | undefined {
  const shaped: ShapedWord = { glyphs: [], codePoints: [], natural: [], advances: [], width: 0 }
  for (const [i, letter] of letters.entries()) {
    if (letter.glyph === undefined || letter.width === undefined) return undefined
    const next = letters[i + 1]
    const kerning = next ? kerningOf(letter, next) : 0
    if (kerning === undefined) return undefined
    shaped.glyphs.push(letter.glyph)
    shaped.codePoints.push([letter.point])
    shaped.natural.push(letter.width / units)
    shaped.advances.push((letter.width + kerning) / units)
    shaped.width += (letter.width + kerning) / units
  }
  return shaped
}

function shapeWhole(letters: Letter[], font: Font, features: string[]): ShapedWord {
  const run = font.layout(letters.map(({ shown }) => shown).join(''), features)
  const units = font.unitsPerEm
  const shaped: ShapedWord = { glyphs: [], codePoints: [], natural: [], advances: [], width: 0 }
  // A glyph object keeps the characters of the first word that it was made for, so a glyph that serves two characters
  // (space and no-break space) would speak of the wrong one: the characters are counted off the word instead.
  const counted = run.glyphs.reduce((sum, glyph) => sum + glyph.codePoints.length, 0) === letters.length
  let next = 0
  run.glyphs.forEach((glyph, i) => {
    const count = glyph.codePoints.length
    shaped.codePoints.push(counted ? letters.slice(next, next + count).map(({ point }) => point) : glyph.codePoints)
    next += count
    shaped.glyphs.push(glyph.id)
    shaped.natural.push(glyph.advanceWidth / units)
    const advance = run.positions[i]!.xAdvance / units
    shaped.advances.push(advance)
    shaped.width += advance
  })
  return shaped
}

/** Scripts whose letters stand side by side: what a pair does, it does in every word. Marks over letters are not among them. */
const steadyScript = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{S}\p{Zs}]$/u

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

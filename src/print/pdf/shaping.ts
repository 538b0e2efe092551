/**
 * Words → glyphs, with the kerning, ligatures and features of their font. Shaping a word whole costs fontkit a fifth of a
 * millisecond, and hyphenation asks for every part of every word; but in most words each letter keeps its glyph whatever
 * stands beside it, and only the kerning of its pairs is to be known. Those are put together from letters and pairs that
 * fontkit has shaped once; a word in which any pair does more than kern (a ligature, a fraction) is shaped whole. So is
 * every word of a script whose letters change with their neighbours: Arabic, Devanagari, Bengali.
 */
import type { Font, GlyphRun } from 'fontkit'
import { mirrorOf } from '../type/bidi.ts'

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
  /** How far each glyph stands to the right and above of where the pen is; absent where none does. */
  offsets?: [number, number][]
  /** What a word that runs from the left says, where its glyphs do not say it in their order. */
  text?: string
  /** Of a word that runs from the right: dots and vowel signs, drawn after its letters; what they say stands among these. */
  marks?: Mark[]
}

/** A glyph over or under a letter; where it stands, in em from the word's left end and above its base line. */
export interface Mark {
  glyph: number
  right: number
  up: number
}

export type Direction = 'ltr' | 'rtl'

/** Shapes the words of one face, each once. Glyphs stand from left to right, whichever way the word runs. */
export interface Shaper {
  shape(word: string, direction?: Direction): ShapedWord
  /** The first letters of a word, up to each of `ends`, and the same with a hyphen; undefined where they do more than stand and kern. */
  starts(word: string, ends: number[]): { plain: Extent[]; hyphened: Extent[] } | undefined
  /** What is drawn for a character: itself, a stand-in, '' for one that is never seen; undefined when there is none. */
  drawn(char: string): string | undefined
}

/** How far some letters go. */
export interface Extent {
  /** In em. */
  width: number
  glyphs: number
}

/** What is known of a face's letters, and grows with every letter that was never asked for. */
export interface ShapeMemory {
  letters: Map<string, Letter>
  /** Kerning by two letters, in the font's units; undefined where a pair does more than kern. */
  pairs: Map<string, number | undefined>
  /** Words of which a pair does. */
  words: Map<string, ShapedWord>
}

/**
 * @param open opens the font anew
 * @param units the font's units in an em
 * @param memory what is known already; what is asked of the font is added
 */
export function openShaper(open: () => Font, units: number, features: string[], memory: ShapeMemory): Shaper {
  const words = { ltr: new Map<string, ShapedWord>(), rtl: new Map<string, ShapedWord>() }
  const { letters, pairs } = memory
  let opened: Font | undefined
  const font = () => (opened ??= open())
  const letterOf = (char: string): Letter => {
    const known = letters.get(char)
    if (known) return known
    const shown = drawnFor(char, font())
    if (changing.test(char)) return { shown, point: char.codePointAt(0)! }
    const { glyphs, positions } = font().layout(shown ?? '', features)
    const glyph = glyphs[0]
    const steady = glyphs.length === 1 && steadyScript.test(char) && positions[0]!.xAdvance === glyph!.advanceWidth
    const letter = { shown, point: char.codePointAt(0)!, ...(steady && { glyph: glyph!.id, width: glyph!.advanceWidth }) }
    letters.set(char, letter)
    return letter
  }
  /** The pairs again, by their letters: they are asked for at every letter of every word. */
  const kernings = new Map<Letter, Map<Letter, number | undefined>>()
  const kerningOf = (before: Letter, after: Letter): number | undefined => {
    let known = kernings.get(before)
    if (!known) kernings.set(before, (known = new Map()))
    let kerning = known.get(after)
    if (kerning === undefined && !known.has(after)) known.set(after, (kerning = pairOf(before, after)))
    return kerning
  }
  const pairOf = (before: Letter, after: Letter): number | undefined => {
    const key = before.shown! + after.shown!
    if (pairs.has(key)) return pairs.get(key)
    const { glyphs, positions } = font().layout(key, features)
    const steady = glyphs.length === 2 && glyphs[0]!.id === before.glyph && glyphs[1]!.id === after.glyph
      && positions[1]!.xAdvance === after.width && positions.every(({ xOffset, yOffset }) => xOffset === 0 && yOffset === 0)
    const kerning = steady ? positions[0]!.xAdvance - before.width! : undefined
    pairs.set(key, kerning)
    return kerning
  }
  const wholeOf = (text: string, seen: Letter[]) => {
    const known = memory.words.get(text)
    if (known) return known
    const shaped = shapeWhole(seen, [font, open], features)
    memory.words.set(text, shaped)
    return shaped
  }
  const shape = (word: string, direction: Direction = 'ltr') => {
    const known = words[direction].get(word)
    if (known) return known
    const text = word.normalize('NFC')
    const steady = direction === 'ltr' && !changing.test(text)
    const letters = Array.from(text, letterOf)
    const seen = letters.filter(({ shown }) => shown)
    const shaped = steady
      ? putTogether(seen, kerningOf, units) ?? wholeOf(text, seen)
      : shapeSurely(letters, [font, open], features, direction)
    words[direction].set(word, shaped)
    return shaped
  }
  const starts = (word: string, ends: number[]) => {
    if (!oneUnitEach.test(word)) return undefined
    const hyphen = letterOf('-')
    const plain: Extent[] = []
    const hyphened: Extent[] = []
    let width = 0
    let glyphs = 0
    let last: Letter | undefined
    for (let at = 0, next = 0; at < word.length; at++) {
      const letter = letterOf(word[at]!)
      // A letter that is never seen may stand between two that kern; those words are few.
      if (!letter.shown || letter.glyph === undefined || letter.width === undefined) return undefined
      if (last) {
        const kerning = kerningOf(last, letter)
        if (kerning === undefined) return undefined
        width += (last.width! + kerning) / units
      }
      last = letter
      glyphs++
      for (; ends[next] === at + 1; next++) {
        const kerning = kerningOf(letter, hyphen)
        if (kerning === undefined || hyphen.width === undefined) return undefined
        plain.push({ width: width + letter.width / units, glyphs })
        hyphened.push({ width: width + (letter.width + kerning) / units + hyphen.width / units, glyphs: glyphs + 1 })
      }
    }
    return { plain, hyphened }
  }
  return { shape, starts, drawn: (char) => letterOf(char).shown }
}

function drawnFor(char: string, font: Font): string | undefined {
  if (invisible.test(char)) return ''
  return [char, ...(standIns[char] ?? [])].find((choice) => font.hasGlyphForCodePoint(choice.codePointAt(0)!))
}

export interface Letter {
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

/**
 * A glyph object keeps the characters of the first word that it was made for, so a glyph that serves two (space and no-break
 * space, f and i and their ligature) would speak of the wrong ones: the characters are counted off the word instead. Where their
 * number tells that the glyphs speak of another word, the word is shaped again with a font that has no memory.
 */
function shapeWhole(letters: Letter[], fonts: (() => Font)[], features: string[]): ShapedWord {
  let shaped: ShapedWord | undefined
  for (const open of fonts) {
    const font = open()
    const run = font.layout(letters.map(({ shown }) => shown).join(''), features)
    const counted = run.glyphs.reduce((sum, glyph) => sum + glyph.codePoints.length, 0) === letters.length
    shaped = wordOf(run, font.unitsPerEm, counted ? letters : undefined)
    if (counted) break
  }
  return shaped!
}

/** @param letters to be counted off; without them the glyphs say what they stand for */
function wordOf(run: GlyphRun, units: number, letters: Letter[] | undefined): ShapedWord {
  const shaped: ShapedWord = { glyphs: [], codePoints: [], natural: [], advances: [], width: 0 }
  let next = 0
  run.glyphs.forEach((glyph, i) => {
    const count = glyph.codePoints.length
    shaped.codePoints.push(letters ? letters.slice(next, next + count).map(({ point }) => point) : glyph.codePoints)
    next += count
    shaped.glyphs.push(glyph.id)
    shaped.natural.push(glyph.advanceWidth / units)
    const advance = run.positions[i]!.xAdvance / units
    shaped.advances.push(advance)
    shaped.width += advance
  })
  return shaped
}

/**
 * Some words (a lone ऐ) leave fontkit's tables in a state in which it takes good syllables for broken ones, and draws a
 * dotted circle that nobody wrote; and a glyph counts as many letters as it stood for when it was first met, so that a word may
 * come back with too many or too few. Such a word is shaped again with a font that has no memory.
 */
function shapeSurely(letters: Letter[], fonts: (() => Font)[], features: string[], direction: Direction): ShapedWord {
  let shaped: ShapedWord | undefined
  for (const open of fonts) {
    const font = open()
    shaped = shapeScript(letters, font, features, direction)
    const circle = font.glyphForCodePoint(dottedCircle).id
    const strange = shaped.glyphs.includes(circle) && !letters.some(({ point }) => point === dottedCircle)
    if (!strange && (direction === 'ltr' || saysAll(shaped, letters))) break
  }
  return shaped!
}

function saysAll({ codePoints }: ShapedWord, letters: Letter[]): boolean {
  return codePoints.flat().length === letters.filter(isKept).length
}

const dottedCircle = 0x25cc

/** Joiners steer how letters are shaped, and are kept for that. */
function isKept({ shown, point }: Letter): boolean {
  return Boolean(shown) || joiner.test(String.fromCodePoint(point))
}

/**
 * A word of a script whose letters change, join, part or swap places. The joiners that no eye sees steer that, so they are
 * kept until here.
 */
function shapeScript(letters: Letter[], font: Font, features: string[], direction: Direction): ShapedWord {
  const seen = letters.filter(isKept)
  const drawn = seen.map(({ shown, point }) => shown || String.fromCodePoint(point))
  const string = (direction === 'rtl' ? drawn.map(mirrorOf) : drawn).join('')
  // Without a script fontkit takes the first letter's; the language does not change these fonts' shapes.
  const run = font.layout(string, features, undefined, undefined, direction)
  const units = font.unitsPerEm
  const unseen = direction === 'rtl' ? unseenGlyph(font) : undefined
  const said = String.fromCodePoint(...seen.map(({ point }) => point))
  const shaped: ShapedWord = { glyphs: [], codePoints: [], natural: [], advances: [], width: 0 }
  const offsets: [number, number][] = []
  run.glyphs.forEach((glyph, i) => {
    const { xAdvance, xOffset, yOffset } = run.positions[i]!
    if (!unseen && glyph.advanceWidth === 0 && xAdvance === 0 && joiner.test(String.fromCodePoint(...glyph.codePoints))) return
    shaped.glyphs.push(glyph.id)
    shaped.codePoints.push(glyph.codePoints)
    shaped.natural.push(glyph.advanceWidth / units)
    shaped.advances.push(xAdvance / units)
    shaped.width += xAdvance / units
    offsets.push([xOffset / units, yOffset / units])
  })
  if (direction === 'rtl') {
    countOff(shaped, seen)
    if (unseen) partMarks(shaped, offsets, unseen)
  }
  if (offsets.some(([x, y]) => x !== 0 || y !== 0)) shaped.offsets = offsets
  // Readers of PDFs turn words that run from the right themselves, and would turn a text that stands for them as well.
  if (direction === 'ltr' && (shaped.offsets || String.fromCodePoint(...shaped.codePoints.flat()) !== said)) shaped.text = said
  return shaped
}

/**
 * Gives the glyphs of a word that runs from the right the letters that the editor wrote, counted off from its end: a body
 * that several letters share under their dots speaks of the first of them, and a mirrored bracket of the other one.
 */
function countOff(shaped: ShapedWord, letters: Letter[]) {
  if (shaped.codePoints.flat().length !== letters.length) return
  let left = letters.length
  shaped.codePoints = shaped.codePoints.map(({ length }) => letters.slice(left -= length, left + length).map(({ point }) => point))
}

/** A glyph without width or ink: zero width space, word joiner or byte order mark. Some fonts draw a line for the joiners. */
function unseenGlyph(font: Font): number | undefined {
  return [0x200b, 0x2060, 0xfeff].filter((point) => font.hasGlyphForCodePoint(point)).map((point) => font.glyphForCodePoint(point))
    .find(({ advanceWidth, path }) => advanceWidth === 0 && path.commands.length === 0)?.id
}

/**
 * Takes the dots and vowel signs out of a word that runs from the right: programs that read PDFs put letters together by where
 * they stand, and a sign that steps back between two of them would part the word. What a sign says is said in its place by a
 * glyph that nobody sees.
 */
function partMarks(shaped: ShapedWord, offsets: [number, number][], unseen: number) {
  const { glyphs, codePoints, natural, advances } = shaped
  const marks: Mark[] = []
  let pen = 0
  let kept = 0
  glyphs.forEach((glyph, i) => {
    const [right, up] = offsets[i]!
    const hasWidth = advances[i] !== 0 || natural[i] !== 0
    if (!hasWidth && !joiner.test(String.fromCodePoint(...codePoints[i]!))) marks.push({ glyph, right: pen + right, up })
    pen += advances[i]!
    if (!hasWidth && codePoints[i]!.length === 0) return
    glyphs[kept] = hasWidth ? glyph : unseen
    codePoints[kept] = codePoints[i]!
    natural[kept] = natural[i]!
    advances[kept] = advances[i]!
    offsets[kept++] = hasWidth ? offsets[i]! : [0, 0]
  })
  for (const column of [glyphs, codePoints, natural, advances, offsets]) column.length = kept
  if (marks.length > 0) shaped.marks = marks
}

/** Text whose characters are one unit each, and the same when composed. */
const oneUnitEach = /^[\x21-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u20ac]+$/

/** Letters that take their shape from their neighbours, and marks that are put over or under a letter. */
const changing = /[\u0300-\u036f\u0590-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Zero width non-joiner and joiner. */
const joiner = /^[\u200c\u200d]$/

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

import { hyphenatorFor, type Hyphenator } from '../../languages/hyphenation.ts'
import { hangLeftOf, hangRightOf } from './hanging.ts'
import type { Measurer } from './line.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import { jointsOf, lastResortJoints, type Joint } from './word.ts'

/** Letters of one style within a word. */
export interface Piece {
  text: string
  style: TextStyle
}

/** A word with all its joints, measured: fragment k lies between joint k - 1 and joint k. Lengths in em of its style, or in points where it has several. */
export interface MeasuredWord {
  joints: Joint[]
  /** Width of each fragment within the whole word, kerning and ligatures across its borders included. */
  widths: number[]
  /** Letters in each fragment: what tracking multiplies. */
  letters: number[]
  /** What the hyphen of each joint adds to its line; 0 where none is drawn. */
  hyphenWidths: number[]
  /** How far each fragment may hang to the left where it begins a line. */
  hangsLeft: number[]
  /** How far the line may hang to the right where it ends after each fragment. */
  hangsRight: number[]
  width: number
}

/**
 * Where words lie ready: every word that was set before, measured once for each face, whatever its size. A newspaper says the same words
 * again and again. It forgets everything when it is full, so a long-lived process stays small; what is set never depends on it.
 */
export class TypeCase {
  private readonly measurer: Measurer
  private readonly drawers = new Map<string, Drawer>()
  private readonly signs = new Map<string, Map<string, number>>()
  private size = 0

  constructor(measurer: Measurer) {
    this.measurer = measurer
  }

  /** The words of one style. Pass no language to keep them undivided, and `letters` for those that no line can hold. */
  drawer(style: TextStyle, language: string | undefined, reach: Reach): Drawer {
    const key = `${reach} ${language ?? ''} ${keyOf(style)}`
    let drawer = this.drawers.get(key)
    if (!drawer) this.drawers.set(key, (drawer = { words: new Map(), style: inEm(style), language, reach }))
    return drawer
  }

  word(text: string, drawer: Drawer): MeasuredWord {
    const known = drawer.words.get(text)
    if (known) return known
    if (++this.size > capacity) this.forget()
    const { style, language, reach } = drawer
    const made = this.measure([{ text, style }], language, reach)
    drawer.words.set(text, made)
    return made
  }

  /** A word of several styles. */
  measure(pieces: Piece[], language: string | undefined, reach: Reach): MeasuredWord {
    const text = pieces.map((piece) => piece.text).join('')
    const joints = jointsOf(text, language === undefined ? never : hyphenatorFor(language))
    return this.toMeasured(pieces, text, reach === 'joints' ? joints : lastResortJoints(text, joints))
  }

  /** Width of a single sign or space, in points. */
  sign(text: string, style: TextStyle): number {
    const key = keyOf(style)
    let widths = this.signs.get(key)
    if (!widths) this.signs.set(key, (widths = new Map()))
    let width = widths.get(text)
    if (width === undefined) widths.set(text, (width = this.measurer.width(text, inEm(style))))
    return width * style.size
  }

  private toMeasured(pieces: Piece[], text: string, joints: Joint[]): MeasuredWord {
    const measured: MeasuredWord = { joints, widths: [], letters: [], hyphenWidths: [], hangsLeft: [], hangsRight: [], width: 0 }
    const only = pieces.length === 1 ? pieces[0] : undefined
    const starts = only && this.measurer.starts?.(text, only.style, [...joints.map(({ at }) => at), text.length])
    let start = 0
    for (let k = 0; k <= joints.length; k++) {
      const joint = joints[k]
      const end = joint ? joint.at : text.length
      const whole = starts ? starts.plain[k]! : this.widthUpTo(pieces, end)
      measured.widths.push(whole - measured.width)
      measured.width = whole
      const fragment = text.slice(start, end)
      measured.letters.push(lettersIn(fragment))
      const last = pieceAt(pieces, end - 1)
      const first = pieceAt(pieces, start)
      measured.hyphenWidths.push(joint?.hyphen ? (starts ? starts.hyphened[k]! : this.widthUpTo(pieces, end, '-')) - whole : 0)
      measured.hangsLeft.push(hangLeftOf(fragment[0]!) && hangLeftOf(fragment[0]!) * this.sign(fragment[0]!, first.style))
      const lastSign = joint?.hyphen ? '-' : fragment.at(-1)!
      measured.hangsRight.push(hangRightOf(lastSign) && hangRightOf(lastSign) * this.sign(lastSign, last.style))
      start = end
    }
    return measured
  }

  /** Width of the word's first letters, as they stand in the whole word, and of what is drawn after them. */
  private widthUpTo(pieces: Piece[], end: number, after = ''): number {
    let width = 0
    let left = end
    for (const { text, style } of pieces) {
      const ends = left <= text.length
      width += this.measurer.width(ends ? text.slice(0, left) + after : text, style)
      if (ends) break
      left -= text.length
    }
    return width
  }

  private forget(): void {
    for (const { words } of this.drawers.values()) words.clear()
    this.size = 1
  }
}

/** Measured words of one style, language and reach, by what they say. */
export interface Drawer {
  words: Map<string, MeasuredWord>
  /** The style at a size of 1. */
  style: TextStyle
  language: string | undefined
  reach: Reach
}

function inEm(style: TextStyle): TextStyle {
  return { ...style, size: 1, tracking: (style.tracking ?? 0) / style.size }
}

/** Whether a word parts at its joints alone, or at any letter when nothing else helps. */
export type Reach = 'joints' | 'letters'

/** Words that a case holds: some dozens of newspapers' vocabulary. */
const capacity = 100_000

const never: Hyphenator = () => []

/** What a width in em depends on. */
function keyOf({ face, size, tracking }: TextStyle): string {
  return tracking ? `${face} ${tracking / size}` : face
}

function pieceAt(pieces: Piece[], at: number): Piece {
  let left = at
  for (const piece of pieces) {
    if (left < piece.text.length) return piece
    left -= piece.text.length
  }
  return pieces.at(-1)!
}

/**
 * Code points without accents and soft hyphens, near enough to what a font draws, between which there may be a little more
 * or less room: letters that hang together count for nothing.
 */
function lettersIn(text: string): number {
  if (plainLetters.test(text)) return text.length
  let count = 0
  for (const char of text) if (!unseen.test(char)) count++
  return count
}

const plainLetters = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027]*$/
const unseen = /[\p{Mn}\u00ad\u200b-\u200f\u2060\u0600-\u06ff\u0900-\u09ff]/u

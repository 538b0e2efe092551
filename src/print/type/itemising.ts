import type { Language } from '../../languages/language.ts'
import type { Copy, Stretch } from './copy.ts'
import { Items, type Breakpoint } from './items.ts'
import { tieBetween } from './ties.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import type { Drawer, MeasuredWord, Piece, Reach, TypeCase } from './typeCase.ts'

/** How far type gives at a stretch ratio of 1, as multiples of the point size (em) unless said otherwise. */
export interface Elasticity {
  /** How much wider, and how much narrower, the white between two words becomes. */
  spaceStretch: number
  spaceShrink: number
  /** How much may be added between letters, and how much taken away. */
  trackingStretch: number
  trackingShrink: number
  /** How much wider or narrower the letters themselves are set, as a part of their width. */
  expansion: number
  /** Which sides' signs hang into the margin. */
  hang: { left: boolean; right: boolean }
}

/** What divides the copy's words: their language; and no word but those wider than `narrowest` points unless `hyphenate`. */
export interface Division {
  language: Language
  hyphenate: boolean
  narrowest: number
}

/**
 * The copy as boxes, glue and penalties. A word wider than `narrowest` may be cut at any letter when nothing else helps. The answer is good
 * until the next paragraph is itemised: all take the same columns in turn.
 */
export function toItems(copy: Copy, division: Division, elasticity: Elasticity, typeCase: TypeCase): Items {
  const { text } = copy
  const items = columns
  items.clear()
  const { hang } = elasticity
  const words = new Words(typeCase)
  let stretch = 0
  for (let from = 0, word = nextWord(text, 0); from <= text.length; from = word.end + 1, word = nextWord(text, from)) {
    while (copy.stretches[stretch]!.end <= from && stretch < copy.stretches.length - 1) stretch++
    const pieces = piecesOf(copy, stretch, from, word.end)
    const hangRight = pieces.length > 0 ? addWord(items, pieces, from, division, elasticity, words) : 0
    const breakpoint: Breakpoint = {
      penalty: 0, flagged: false, level: 0, end: word.end, next: word.end + 1, hang: hang.right ? hangRight : 0,
    }
    if (word.end === text.length || text[word.end] === lineSeparator) {
      items.addGlue(0, fill, 0)
      items.addPenalty(0, { ...breakpoint, penalty: -Infinity, hang: 0 })
      continue
    }
    const { style } = stretchAt(copy, stretch, word.end)
    const width = typeCase.sign(text[word.end]!, style)
    const spaceStretch = elasticity.spaceStretch * style.size
    const spaceShrink = elasticity.spaceShrink * style.size
    const chained = text[word.end] === noBreakSpace
    const penalty = chained ? chainPenalty : tieBetween(word.text, nextWord(text, word.end + 1).text)
    if (penalty === 0) {
      items.addGlue(width, spaceStretch, spaceShrink, breakpoint)
    } else {
      items.addPenalty(0, { ...breakpoint, penalty, level: chained ? 2 : division.hyphenate ? 1 : 0 })
      items.addGlue(width, spaceStretch, spaceShrink)
    }
  }
  return items
}

const columns = new Items(1024)

const noBreakSpace = '\u00a0'
const lineSeparator = '\u2028'

/** A no-break space gives way where its words are wider than any line, and nowhere else. */
const chainPenalty = 1e7

/** Stretch of a paragraph's last line: enough for any measure, and so much that its ratio is always next to 0. */
const fill = 1e7

/** The word that begins here and ends before a space, a line separator or the end. May be empty. */
function nextWord(text: string, from: number): { text: string; end: number } {
  let end = from
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (code === 0x20 || code === 0xa0 || code === 0x2028) break
  }
  return { text: text.slice(from, end), end }
}

/** Adds the word's boxes with a penalty at each joint, and answers how far its last sign may hang. */
function addWord(items: Items, pieces: Piece[], from: number, division: Division, elasticity: Elasticity, words: Words): number {
  const [first] = pieces
  // Words of one style come in em.
  const em = pieces.length === 1 ? first!.style.size : 1
  let word = words.measured(pieces, division.hyphenate ? division.language : undefined, 'joints')
  if (word.width * em > division.narrowest) word = words.measured(pieces, division.language, 'letters')
  const { hang } = elasticity
  const { size } = first!.style
  const trackingStretch = elasticity.trackingStretch * size
  const trackingShrink = elasticity.trackingShrink * size
  const last = word.widths.length - 1
  for (let k = 0; k <= last; k++) {
    const width = word.widths[k]! * em
    const letters = word.letters[k]!
    const expansion = width * elasticity.expansion
    items.addBox(width, letters * trackingStretch + expansion, letters * trackingShrink + expansion, hang.left ? word.hangsLeft[k]! * em : 0)
    const joint = word.joints[k]
    if (!joint) break
    const at = from + joint.at
    items.addPenalty(word.hyphenWidths[k]! * em, {
      penalty: joint.penalty, flagged: joint.hyphen, level: joint.level, end: at, next: at,
      hang: hang.right ? word.hangsRight[k]! * em : 0,
    })
  }
  return word.hangsRight[last]! * em
}

/** The words of one paragraph: most are of one style, whose drawer of the type case stays open. */
class Words {
  private readonly typeCase: TypeCase
  private style: TextStyle | undefined
  private drawer: Drawer | undefined

  constructor(typeCase: TypeCase) {
    this.typeCase = typeCase
  }

  measured(pieces: Piece[], language: Language | undefined, reach: Reach): MeasuredWord {
    const [first] = pieces
    if (pieces.length > 1) return this.typeCase.measure(pieces, language, reach)
    const { text, style } = first!
    if (reach !== 'joints') return this.typeCase.word(text, this.typeCase.drawer(style, language, reach))
    if (style !== this.style || !this.drawer) {
      this.style = style
      this.drawer = this.typeCase.drawer(style, language, reach)
    }
    return this.typeCase.word(text, this.drawer)
  }
}

function piecesOf(copy: Copy, stretch: number, from: number, to: number): Piece[] {
  if (from === to) return []
  const pieces: Piece[] = []
  for (let k = stretch, at = from; at < to; k++) {
    const { end, style } = copy.stretches[k]!
    const upTo = Math.min(end, to)
    pieces.push({ text: copy.text.slice(at, upTo), style })
    at = upTo
  }
  return pieces
}

function stretchAt(copy: Copy, from: number, at: number): Stretch {
  let k = from
  while (copy.stretches[k]!.end <= at) k++
  return copy.stretches[k]!
}

/**
 * Quotation marks, apostrophes, dashes and dots as each language prints them. Editors type what their keyboard has;
 * what they typed well (“ ” « » ¿ ¡ —) stays as it is.
 */
import type { Language } from './language.ts'

/** The marks of a language: outer and inner quotation marks, with the spaces that belong inside them. */
interface Marks {
  open: string
  close: string
  innerOpen: string
  innerClose: string
}

const english: Marks = { open: '“', close: '”', innerOpen: '‘', innerClose: '’' }

/** Languages that differ from English. Spanish prints “ ” as Latin America does; narrow spaces as French typography asks. */
const marksByLanguage: Record<Language, Marks> = {
  ar: { open: '«', close: '»', innerOpen: '“', innerClose: '”' },
  de: { open: '„', close: '“', innerOpen: '‚', innerClose: '‘' },
  el: { open: '«', close: '»', innerOpen: '“', innerClose: '”' },
  fa: { open: '«', close: '»', innerOpen: '“', innerClose: '”' },
  fr: { open: '«\u202f', close: '\u202f»', innerOpen: '“', innerClose: '”' },
  it: { open: '«', close: '»', innerOpen: '“', innerClose: '”' },
  pl: { open: '„', close: '”', innerOpen: '‚', innerClose: '’' },
  ru: { open: '«', close: '»', innerOpen: '„', innerClose: '“' },
}

/** A piece of one paragraph. `fixed` is text that must stay (code); only its edges matter to its neighbours. */
export interface TextPiece {
  value: string
  fixed?: boolean
}

/**
 * Sets the punctuation of one paragraph, given as its pieces of text in reading order: a quotation may open in one piece
 * and close in another. Line ends inside a piece are kept, in number and order.
 * @returns the new value of every piece, in the same order
 */
export function smartPieces(pieces: TextPiece[], language: Language): string[] {
  const marks = marksByLanguage[language.split('-')[0]!.toLowerCase()] ?? english
  // Joined by a character that no text has, so that a mark at a piece's edge sees what stands on the other side.
  const cleaned = pieces.map(piece => (piece.fixed ? piece.value : clean(piece.value)))
  const joined = pieces.map((piece, index) => (piece.fixed ? standIn(piece.value) : cleaned[index]!)).join(seam)
  if (!needsWork.test(joined)) return cleaned
  const values = setQuotes(setDashes(joined), marks).split(seam)
  return pieces.map((piece, index) => (piece.fixed ? piece.value : values[index]!))
}

/** Sets the punctuation of a text that stands alone: a headline, a caption. */
export function smartText(text: string, language: Language): string {
  return smartPieces([{ value: text }], language)[0]!
}

/** Stands between two pieces, and for a piece that is not ours to change. Both are characters of Unicode's private use. */
const seam = '\uf8fe'
const fixedText = '\uf8fd'
const needsWork = /["'`]|--|\.\.\./

/** What a mark sees of a piece that stays: a line break is a space, code is a word. */
function standIn(value: string): string {
  return value.trim() === '' ? ' ' : fixedText
}

function clean(value: string): string {
  return value.replace(unseen, setSeen)
}

/**
 * What comes along when text is copied out of other programs, and what no reader sees and no font has: controls, marks that turn text about,
 * the line breaks of word processors, what is no character; and our own seam.
 */
const unseen = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\ufeff\ufffe\uffff\uf8fe]/g

function setSeen(sign: string): string {
  if (/[\x0b\x0c\u2028\u2029]/.test(sign)) return ' '
  // Windows keeps its quotation marks and dashes where Unicode has controls, and some programs take over the one for the other.
  return sign >= '\x80' && sign <= '\x9f' ? ofWindows[sign.charCodeAt(0) - 0x80]!.trim() : ''
}

/** Windows-1252 from 0x80 to 0x9f; a space where it has nothing. */
const ofWindows = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

function setDashes(text: string): string {
  return text
    .replace(/-{2,}/g, (dashes, at: number) => {
      if (dashes.length > 3) return dashes
      const between = /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + dashes.length] ?? '')
      return dashes.length === 2 && between ? '–' : '—'
    })
    .replace(/\.{3,}/g, dots => (dots.length === 3 ? '…' : dots))
}

function setQuotes(text: string, marks: Marks): string {
  let result = ''
  /** Quotations open at this point, the innermost last. */
  const open: ('"' | "'")[] = []
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!
    if (mark !== '"' && mark !== "'") {
      result += mark
      continue
    }
    const before = neighbour(text, at, -1)
    const after = neighbour(text, at, 1)
    if (isInchOrMinute(mark, before, open)) result += mark === '"' ? '″' : '′'
    else if (mark === "'" && isApostrophe(text, at, before, after, open)) result += '’'
    else if (closes(mark, before, after, open)) {
      // A mark that closes nothing still closes: the quotation may have begun in the paragraph before.
      if (open.includes(mark)) open.length = open.lastIndexOf(mark)
      result += mark === '"' ? marks.close : marks.innerClose
    } else {
      result += mark === '"' ? marks.open : marks.innerOpen
      open.push(mark)
    }
  }
  return result
}

/** The character beside a mark; a seam between two pieces does not part them. */
function neighbour(text: string, at: number, step: 1 | -1): string {
  let index = at + step
  while (text[index] === seam) index += step
  return text[index] ?? ' '
}

const isWord = (character: string): boolean => /[\p{L}\p{N}\uf8fd]/u.test(character)
const isSpace = (character: string): boolean => /\s/.test(character)
const opensAfter = (before: string): boolean => isSpace(before) || /[\p{Ps}\p{Pi}\p{Pd}/¿¡"'=]/u.test(before)

/** 6'2" and 12": only after a digit, and only when no quotation waits to be closed. */
function isInchOrMinute(mark: '"' | "'", before: string, open: readonly string[]): boolean {
  return /\d/.test(before) && mark === '"' && !open.includes('"')
}

/** don't, dogs', '90s, rock 'n' roll: marks that stand for missing letters and pair with nothing. */
function isApostrophe(text: string, at: number, before: string, after: string, open: readonly string[]): boolean {
  if (isWord(before) && isWord(after)) return true
  if (!isWord(before) && /^\d\ds?\b/.test(text.slice(at + 1, at + 5))) return true
  if (!isWord(before) && isElided(text, at)) return true
  return !opensAfter(before) && !open.includes("'")
}

/** Words whose head is cut off; whole words are compared, so that 'Emma' opens a quotation. */
function isElided(text: string, at: number): boolean {
  const word = /^[a-z]+/i.exec(text.slice(at + 1, at + 8))?.[0]?.toLowerCase() ?? ''
  if (word === 'n') return /['’]/.test(text[at + 2] ?? '')
  return ['tis', 'twas', 'em', 'til', 'cause'].includes(word)
}

function closes(mark: '"' | "'", before: string, after: string, open: readonly string[]): boolean {
  if (!open.includes(mark as never)) return !opensAfter(before) && !isWord(after)
  if (isSpace(before)) return isSpace(after)
  return !isWord(after) || !opensAfter(before)
}

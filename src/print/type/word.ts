import type { Hyphenator } from '../../languages/hyphenation.ts'
import type { Level } from './items.ts'

/** A place inside a word where a line may end. */
export interface Joint {
  /** Offset into the word: the next line begins with this unit. */
  at: number
  /** Whether a hyphen is drawn at the line's end. */
  hyphen: boolean
  penalty: number
  level: Level
}

/** What a break inside a word costs, as Knuth-Plass penalties. */
const penalties = {
  /** Where the language's patterns divide a word. */
  division: 460,
  /** More for a name, for a piece of two letters, for a part of a compound: each is read twice. */
  name: 120,
  shortPiece: 80,
  compound: 120,
  /** After a dash between words, and after a stroke. */
  dash: 0,
  stroke: 30,
  /** In a web address. */
  address: 60,
  /** Between any two letters of a word that no line can hold. */
  letter: 1000,
} as const

/** The joints of a word (all that stands between two spaces, punctuation included), in order. */
export function jointsOf(word: string, hyphenator: Hyphenator): Joint[] {
  const plain = plainWord.exec(word)
  if (plain) {
    const [, before, letters] = plain as unknown as [string, string, string]
    return hyphenator(letters).map((at) => division(letters, at, before.length, false))
  }
  if (isAddress(word)) return addressJoints(word)
  const own = ownJoints(word)
  if (!mayBeDivided(word)) return own
  const divisions: Joint[] = []
  const compound = own.length > 0 || hyphenInside.test(word)
  for (const { 0: letters, index } of word.matchAll(letterRuns)) {
    for (const at of softHyphens.test(letters) ? [] : hyphenator(letters)) divisions.push(division(letters, at, index, compound))
  }
  return merge(own, divisions)
}

/** Most words: Latin letters, of which the first alone may be large, between the marks that open and close. */
const plainWord = /^([“‘"(¿¡«]*)([A-Za-zÀ-ÖØ-öø-ÿ][a-zß-öø-ÿ]*)[.,;:!?…”’")»]*$/

/** A place, `at` letters into a run of them that begins `from` letters into the word, where a line may end with a hyphen. */
function division(letters: string, at: number, from: number, compound: boolean): Joint {
  const shortPiece = at < 3 || letters.length - at < 3
  const penalty = penalties.division + (startsLarge.test(letters) ? penalties.name : 0)
    + (shortPiece ? penalties.shortPiece : 0) + (compound ? penalties.compound : 0)
  return { at: from + at, hyphen: true, penalty, level: 1 }
}

/** The joints of a word that is wider than a line: after any letter, with a hyphen between letters of words that may be divided. */
export function lastResortJoints(word: string, joints: Joint[]): Joint[] {
  const hyphen = mayBeDivided(word) && !isAddress(word)
  const letters: Joint[] = []
  const sounds = [...word.matchAll(sound)]
  const first = sounds[0]?.index ?? 0
  const last = sounds.at(-1)?.index ?? word.length
  const step = word.length > longestWord && !writtenWithoutSpaces.test(word) ? 8 : 1
  let count = 0
  for (const { index } of graphemes().segment(word)) {
    if (count++ % step > 0) continue
    // A line that ends in the word's own hyphen could not be told from one that ends in a drawn one.
    if (word[index - 1] === '-') continue
    // Marks stay with the letters that they open or close.
    if (index <= first || index > last) continue
    const betweenLetters = hyphen && letterAt(word, index - 1) && letterAt(word, index)
    letters.push({ at: index, hyphen: betweenLetters, penalty: penalties.letter, level: 2 })
  }
  return merge(joints, letters)
}

/**
 * Letters above which a word is none, but something that was pasted: it is divided after every eighth. The work of breaking lines grows
 * with the square of the joints on one of them.
 */
const longestWord = 1000
const writtenWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u

let segmenter: Intl.Segmenter | undefined

/** Made when it is first asked for: few issues have a word that no line can hold, and the tables of Unicode are slow to open. */
function graphemes(): Intl.Segmenter {
  return segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
}

const sound = /[\p{L}\p{N}\p{Extended_Pictographic}]/gu
const letterRuns = /\p{L}[\p{L}\p{M}'’\u00ad\u200c\u200d]*/gu
const softHyphens = /\u00ad/
const startsLarge = /^\p{Lu}/u
const hyphenInside = /\p{L}[-‐‑]\p{L}/u

/** Joints of the left list, and those of the right one that stand elsewhere. */
function merge(first: Joint[], second: Joint[]): Joint[] {
  if (first.length === 0) return second
  const taken = new Set(first.map((joint) => joint.at))
  return [...first, ...second.filter((joint) => !taken.has(joint.at))].sort((a, b) => a.at - b.at)
}

/** Words with digits and words in capitals are read letter by letter and stay whole. */
function mayBeDivided(word: string): boolean {
  return !/\p{N}/u.test(word) && !/^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(word)
}

function letterAt(word: string, at: number): boolean {
  return /[\p{L}\p{M}]/u.test(word[at]!)
}

/** Web and mail addresses, with or without brackets and punctuation around them. */
function isAddress(word: string): boolean {
  return /:\/\/|^\W*www\.|\w@\w+\.\w|\w\.(?:com|net|org|info|edu|gov)(?:\W|$)/i.test(word)
}

/**
 * Joints that are part of the text: after a dash that stands between two words, after a stroke, and where the editor typed a soft
 * hyphen. A dash at a word's start opens a remark (the Spanish raya) and stays with it.
 */
function ownJoints(word: string): Joint[] {
  const joints: Joint[] = []
  for (let at = 2; at < word.length; at++) {
    const before = word[at - 1]!
    if (before === '\u00ad') joints.push({ at, hyphen: true, penalty: penalties.division, level: 1 })
    else if ((before === '—' || before === '/') && opensWord.test(word.slice(at)) && endsWord.test(word.slice(0, at - 1))) {
      joints.push({ at, hyphen: false, penalty: before === '/' ? penalties.stroke : penalties.dash, level: 0 })
    }
  }
  return joints
}

const endsWord = /[\p{L}\p{N}\p{Pe}\p{Pf}?!.…,]$/u
const opensWord = /^[\p{Ps}\p{Pi}"'¿¡]*[\p{L}\p{N}]/u

/** An address breaks after a stroke and before other signs (Chicago Manual), so that no sign looks like the sentence's. */
function addressJoints(word: string): Joint[] {
  const joints: Joint[] = []
  for (let at = 3; at < word.length - 2; at++) {
    const afterStroke = /[/]/.test(word[at - 1]!) && word[at] !== '/'
    const beforeSign = /[.?=&#_~%@-]/.test(word[at]!) && /[\p{L}\p{N}]/u.test(word[at - 1]!)
    if (afterStroke || beforeSign) joints.push({ at, hyphen: false, penalty: penalties.address, level: 0 })
  }
  return joints
}

/**
 * How grave a change of a source paragraph is for its translation. Only `content` asks for new words.
 */
import { foldTypography, hashOf, toWords } from './segment.ts'
import { diffWords } from './wordDiff.ts'

/** content: the meaning changed. copyedit: other words for the same. format: spelling, punctuation, articles, bold. references: links, pictures, notes. */
export type Grade = 'content' | 'copyedit' | 'format' | 'references'

/** A paragraph as it was and as it is: inline Markdown and what it points at. */
export interface Version {
  text: string
  refs: readonly string[]
}

/** Changed words that carry meaning: from so many on, or from such a share of the paragraph on, a change is one of content. */
const manyWords = 5
const largeShare = 0.25

/** So many words in a row, small ones among them, are a new thought. */
const newThought = 6

/** The grade of a change, or undefined when nothing changed but white space, quotation marks, dashes or soft hyphens. */
export function gradeOf(before: Version, after: Version): Grade | undefined {
  if (hashOf(before.text) !== hashOf(after.text)) return gradeOfWords(before.text, after.text)
  if (before.refs.join('\n') !== after.refs.join('\n')) return 'references'
  return foldTypography(before.text) === foldTypography(after.text) ? undefined : 'format'
}

function gradeOfWords(before: string, after: string): 'content' | 'copyedit' | 'format' {
  if (cellsIn(before) !== cellsIn(after)) return 'content'
  const old = toWords(before)
  const now = toWords(after)
  if (differ(old.filter(isNumber).map(plainNumber), now.filter(isNumber).map(plainNumber))) return 'content'
  if (differ(old.filter(isNegation).map(() => 'no'), now.filter(isNegation).map(() => 'no'))) return 'content'
  if (differ(quotedWords(before), quotedWords(after))) return 'content'
  const changed = changedWords(old, now)
  if (changed.longestRun >= newThought && Math.abs(old.length - now.length) >= newThought) return 'content'
  const meaning = [...changed.removed, ...changed.added].filter(carriesMeaning)
  const heavier = Math.max(changed.removed.filter(carriesMeaning).length, changed.added.filter(carriesMeaning).length)
  if (heavier >= manyWords) return 'content'
  if (meaning.some((word) => isName(word, before) || isName(word, after))) return 'content'
  const size = Math.max(old.filter(carriesMeaning).length, now.filter(carriesMeaning).length, 1)
  if (heavier >= 2 && heavier / size >= largeShare) return 'content'
  return isOnlySpelling(old, now) ? 'format' : 'copyedit'
}

/** Cells of a row of a table; any other text is one. */
function cellsIn(text: string): number {
  return text.split(' | ').length
}

/** Whether two texts differ in nothing that a translation shows: letters of a word, a word written in two, punctuation, articles and the like. */
function isOnlySpelling(old: string[], now: string[]): boolean {
  const [one, other] = [old, now].map((words) => words.map((word) => word.toLowerCase()).filter((word) => !linkWords.has(word)))
  if (one!.join('') === other!.join('')) return true
  return one!.length === other!.length && one!.every((word, at) => isSpelling(word, other![at]!))
}

/** Words that went and came, without those that are only spelled or bent otherwise, or stand elsewhere. */
function changedWords(old: string[], now: string[]): { removed: string[]; added: string[]; longestRun: number } {
  const removed: string[] = []
  const added: string[] = []
  let longestRun = 0
  for (const change of diffWords(old, now, (a, b) => a.toLowerCase() === b.toLowerCase())) {
    if (change.type !== 'same') longestRun = Math.max(longestRun, change.words.length)
    if (change.type === 'removed') removed.push(...change.words)
    if (change.type === 'added') added.push(...change.words)
  }
  const left = removed.filter((word) => {
    const twin = added.findIndex((other) => isSpelling(word, other))
    if (twin < 0) return true
    added.splice(twin, 1)
    return false
  })
  return { removed: left, added, longestRun }
}

function isSpelling(one: string, other: string): boolean {
  const a = one.toLowerCase()
  const b = other.toLowerCase()
  if (a === b) return true
  const shorter = Math.min(a.length, b.length)
  if (shorter < 4) return false
  return editDistance(a, b) <= (shorter < 6 ? 1 : 2)
}

/** Number of letters to add, drop or exchange (V. I. Levenshtein, 1966); anything beyond 2 is answered as 3. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return Math.min(row[b.length]!, 3)
}

function differ(one: string[], other: string[]): boolean {
  return [...one].sort().join(' ') !== [...other].sort().join(' ')
}

/** Short quotations name things as they are called: a button, a film, a slogan. */
function quotedWords(text: string): string[] {
  return [...foldTypography(text).matchAll(/"([^"]{1,40})"/g)].map(([, quoted]) =>
    toWords(quoted!.toLowerCase().replace('https://', 'http://')).filter((word) => !linkWords.has(word)).join(' '),
  )
}

function hasDigit(word: string): boolean {
  return /\p{N}/u.test(word)
}

/** In figures, or in words from two to a million; `one` is an article as often as a number. */
function isNumber(word: string): boolean {
  return hasDigit(word) || word.toLowerCase().split('-').some((part) => numberWords.has(part))
}

/** `1,200` and `1200` are one number; `1.5` and `15` are not. */
function plainNumber(word: string): string {
  return word.toLowerCase().replace(/,(?=\d{3}(?!\d))/g, '')
}

function isNegation(word: string): boolean {
  const lower = word.toLowerCase()
  return negations.has(lower) || lower.endsWith("n't")
}

/** A word with a capital that does not open a sentence. */
function isName(word: string, text: string): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return false
  const at = text.indexOf(word)
  return at > 0 && /[\p{L}\p{N},;:] [@#]?$/u.test(text.slice(0, at))
}

function carriesMeaning(word: string): boolean {
  return !smallWords.has(word.toLowerCase()) && (word.length > 2 || hasDigit(word))
}

const linkWords = new Set(['a', 'an', 'the', 'of', 'and'])

const negations = new Set([
  'no', 'not', 'never', 'nor', 'none', 'nobody', 'nothing', 'neither', 'without', 'cannot',
  'nunca', 'jamás', 'ni', 'sin', 'tampoco', 'nadie', 'nada', 'ningún', 'ninguna', 'ninguno',
])

const numberWords = new Set(
  (
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty ' +
    'forty fifty sixty seventy eighty ninety hundred thousand million half double twice ' +
    'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte ' +
    'treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil millón millones medio media doble'
  ).split(' '),
)

const smallWords = new Set(
  (
    'the and that this these those there their they them then than with from for are was were been being have has had its it is as at by of on or to in an be so ' +
    'you your our his her she him who whom which what when where will would can could may might should just also very really some any such more most ' +
    'about into over but only even much many here how does did do if up out ' +
    'que los las una uno unos unas con por para del como más pero sus este esta estos estas eso ese esa son fue era ser han había muy también ' +
    'porque cuando donde quien sobre entre hasta desde todo toda todos todas les nos ya hay así cada tan tanto'
  ).split(' '),
)

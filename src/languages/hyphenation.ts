import { createRequire } from 'node:module'
import type { Language } from './language.ts'

/** Where a word may be divided: offsets into it (UTF-16 units), in order. Anything but letters is never divided. */
export type Hyphenator = (word: string) => number[]

/**
 * Divides words by Liang's method with the patterns that TeX uses for the language (F. M. Liang, "Word Hy-phen-a-tion
 * by Com-put-er", 1983), its exceptions first. A language without patterns is not hyphenated.
 */
export function hyphenatorFor(language: Language): Hyphenator {
  const rule = ruleFor(language)
  if (!rule) return () => []
  let hyphenator = loaded.get(rule)
  if (!hyphenator) loaded.set(rule, (hyphenator = toHyphenator(rule)))
  return hyphenator
}

/** A pattern file of the package `hyphen`, and how many letters, each with its marks, must stay before and after a hyphen. */
interface Rule {
  file: string
  before: number
  after: number
}

/**
 * The minima are TeX's, but for Spanish: three letters go down to the next line where TeX allows two, for an ending such as
 * "-do" saves no room at all. Two may stay behind in both, for in a narrow column a short stump ("re-", "in-") reads better
 * than a hole; type charges more for it. In the scripts of India TeX allows a single letter on either side, which is a syllable: two
 * keep a line from ending in one.
 */
const rules: Record<string, Rule> = {
  en: { file: 'en-us', before: 2, after: 3 },
  'en-gb': { file: 'en-gb', before: 2, after: 3 },
  es: { file: 'es', before: 2, after: 3 },
  as: { file: 'as', before: 2, after: 2 },
  be: { file: 'be', before: 2, after: 2 },
  bg: { file: 'bg', before: 2, after: 2 },
  bn: { file: 'bn', before: 2, after: 2 },
  ca: { file: 'ca', before: 2, after: 2 },
  cs: { file: 'cs', before: 2, after: 3 },
  cy: { file: 'cy', before: 2, after: 3 },
  da: { file: 'da', before: 2, after: 2 },
  de: { file: 'de-1996', before: 2, after: 2 },
  el: { file: 'el-monoton', before: 2, after: 2 },
  et: { file: 'et', before: 2, after: 3 },
  eu: { file: 'eu', before: 2, after: 2 },
  fi: { file: 'fi', before: 2, after: 2 },
  fr: { file: 'fr', before: 2, after: 3 },
  ga: { file: 'ga', before: 2, after: 3 },
  gl: { file: 'gl', before: 2, after: 2 },
  gu: { file: 'gu', before: 2, after: 2 },
  hi: { file: 'hi', before: 2, after: 2 },
  hr: { file: 'hr', before: 2, after: 2 },
  hu: { file: 'hu', before: 2, after: 2 },
  hy: { file: 'hy', before: 2, after: 2 },
  id: { file: 'id', before: 2, after: 2 },
  is: { file: 'is', before: 2, after: 2 },
  it: { file: 'it', before: 2, after: 2 },
  ka: { file: 'ka', before: 2, after: 2 },
  ku: { file: 'kmr', before: 2, after: 2 },
  lt: { file: 'lt', before: 2, after: 2 },
  lv: { file: 'lv', before: 2, after: 2 },
  mr: { file: 'mr', before: 2, after: 2 },
  nb: { file: 'nb', before: 2, after: 2 },
  nl: { file: 'nl', before: 2, after: 2 },
  nn: { file: 'nn', before: 2, after: 2 },
  no: { file: 'no', before: 2, after: 2 },
  pa: { file: 'pa', before: 2, after: 2 },
  pl: { file: 'pl', before: 2, after: 2 },
  pt: { file: 'pt', before: 2, after: 3 },
  ro: { file: 'ro', before: 2, after: 2 },
  ru: { file: 'ru', before: 2, after: 2 },
  sk: { file: 'sk', before: 2, after: 3 },
  sl: { file: 'sl', before: 2, after: 2 },
  sq: { file: 'sq', before: 2, after: 2 },
  sr: { file: 'sr-cyrl', before: 2, after: 2 },
  sv: { file: 'sv', before: 2, after: 2 },
  ta: { file: 'ta', before: 2, after: 2 },
  te: { file: 'te', before: 2, after: 2 },
  tr: { file: 'tr', before: 2, after: 2 },
  uk: { file: 'uk', before: 2, after: 2 },
}

/** The rule of the language as it is written, or else of its first part: `es-MX` is divided as `es`. */
function ruleFor(language: Language): Rule | undefined {
  const tag = language.toLowerCase()
  return rules[tag] ?? rules[tag.split('-')[0]!]
}

const loaded = new Map<Rule, Hyphenator>()

/** A node of the package's trie: levels alone, the next letters alone, or both. Levels are an index into its table. */
type TrieNode = number | TrieBranch | [TrieBranch, number]
type TrieBranch = { [letter: string]: TrieNode }
type Patterns = [levels: number[][], trie: TrieBranch, exceptions: Record<string, number[]>]

const require = createRequire(import.meta.url)

function toHyphenator({ file, before, after }: Rule): Hyphenator {
  const [levels, trie, exceptions] = require(`hyphen/patterns/${file}.js`) as Patterns
  // The package counts the hyphens before a division in its offset: as-so-ciate is [2, 5], and divides at 2 and 4.
  const exceptionOf = new Map(Object.entries(exceptions).map(([word, at]) => [word, at.map((offset, k) => offset - k)]))
  return (word) => {
    if (latinLetters.test(word)) {
      const letters = word.toLowerCase()
      const last = letters.length - after
      if (last < before) return []
      return (exceptionOf.get(letters) ?? divisionsOf(letters, levels, trie)).filter((at) => at >= before && at <= last)
    }
    if (!onlyLetters.test(word)) return []
    const composed = toComposed(word)
    const letters = composed.letters.toLowerCase().replaceAll('’', "'")
    const starts = startsOf(letters)
    if (starts.length < before + after || letters.length !== composed.letters.length) return []
    const [first, last] = [starts[before]!, starts[starts.length - after]!]
    const divisions = exceptionOf.get(letters) ?? divisionsOf(letters, levels, trie)
    return divisions
      .filter((at) => at >= first && at <= last && !isApostrophe(letters, at))
      .map((at) => composed.origins[at]!)
      .filter((at) => at > 0)
  }
}

/** Letters that are one unit each, large or small: most words of western Europe. */
const latinLetters = /^[A-Za-zÀ-ÖØ-öø-ÿ]+$/

/** An apostrophe may stand within a word ("don’t"); joiners shape letters of Indian scripts. */
const onlyLetters = /^\p{L}[\p{L}\p{M}'’\u200c\u200d]*$/u

/** Where each letter begins: marks and joiners belong to the one before, and so do letters that a virama ties to it. */
function startsOf(letters: string): number[] {
  return Array.from(letters.matchAll(/(?<![\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd])[^\p{M}\u200c\u200d]/gu), ({ index }) => index)
}

/** No division touches an apostrophe. */
function isApostrophe(letters: string, at: number): boolean {
  return letters[at] === "'" || letters[at - 1] === "'"
}

/**
 * The word as patterns spell it, with every accent in its letter, and for each of its units where it stood in the word:
 * 0 where a division would part an accent from its letter.
 */
function toComposed(word: string): { letters: string; origins: number[] } {
  let letters = ''
  const origins: number[] = []
  let origin = 0
  for (const cluster of word.match(/\P{M}\p{M}*/gu)!) {
    const composed = cluster.normalize('NFC')
    for (let unit = 0; unit < composed.length; unit++) origins.push(unit === 0 ? origin : 0)
    letters += composed
    origin += cluster.length
  }
  return { letters, origins }
}

/** Every pattern that matches raises the levels between its letters; an odd level divides. */
function divisionsOf(letters: string, levels: number[][], trie: TrieBranch): number[] {
  const raised = new Uint8Array(letters.length + 1)
  const raise = (start: number, index: number): void => {
    const row = levels[index]!
    for (let k = 0; k < row.length && start + k <= letters.length; k++) {
      if (row[k]! > raised[start + k]!) raised[start + k] = row[k]!
    }
  }
  const bounded = `.${letters}.`
  for (let start = 0; start < bounded.length - 1; start++) {
    // The package counts levels from a pattern's first letter and leaves the dot of a word's start out.
    const firstLetter = Math.max(0, start - 1)
    let branch: TrieBranch | undefined = trie
    for (let at = start; branch && at < bounded.length; at++) {
      const node: TrieNode | undefined = branch[bounded[at]!]
      if (typeof node === 'number') raise(firstLetter, node)
      if (Array.isArray(node)) raise(firstLetter, node[1])
      branch = Array.isArray(node) ? node[0] : typeof node === 'object' ? node : undefined
    }
  }
  const divisions: number[] = []
  for (let at = 1; at < letters.length; at++) if (raised[at]! % 2 === 1) divisions.push(at)
  return divisions
}

/**
 * Lines in which text runs from right to left, or both ways: the Unicode Bidirectional Algorithm (UAX #9), as bidi-js does
 * it, over the paragraph; what a line shows is put in order by its rule L2.
 */
import bidiFactory, { type Bidi } from 'bidi-js'
import { directionOf, type Language } from '../../languages/language.ts'

/** Which way the parts of a paragraph run. */
export interface Directions {
  /** The paragraph's own: where its lines begin. */
  base: 'ltr' | 'rtl'
  /** Of each UTF-16 unit: odd runs from right to left. */
  levels: Uint8Array
}

/** Undefined where all runs from left to right, as in most papers. */
export function directionsOf(text: string, language: Language): Directions | undefined {
  const base = directionOf(language)
  if (base === 'ltr' && !rightToLeft.test(text)) return undefined
  return { base, levels: bidi.getEmbeddingLevels(text, base).levels }
}

/** The line's parts, given with their levels in reading order, as they stand from left to right (rule L2). */
export function fromLeft<T extends { level: number }>(parts: T[]): T[] {
  const shown = [...parts]
  const levels = parts.map(({ level }) => level)
  for (let level = Math.max(0, ...levels); level > 0; level--) {
    for (let start = 0; start < shown.length; start++) {
      if (shown[start]!.level < level) continue
      let end = start
      while (end < shown.length && shown[end]!.level >= level) end++
      shown.splice(start, end - start, ...shown.slice(start, end).reverse())
      start = end
    }
  }
  return shown
}

/** The sign that shows a bracket or quotation mark where text runs from right to left (rule L4); other signs show themselves. */
export function mirrorOf(char: string): string {
  return bidi.getMirroredCharacter(char) ?? char
}

/** Whether a word's letters run from right to left. */
export function runsFromRight(word: string): boolean {
  return rightToLeft.test(word)
}

/** Letters of Hebrew, Arabic and their neighbours; digits run from left to right everywhere. */
const rightToLeft = /[\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

// The package's types take its default export for an object that holds the function.
const bidi = (bidiFactory as unknown as () => Bidi)()

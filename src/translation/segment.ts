/**
 * The grain of translation status: one paragraph, heading, list item, caption … of one article, as plain data.
 */
import { createHash } from 'node:crypto'
import type { Place } from '../diagnostics/diagnostic.ts'

export type SegmentKind =
  | 'title'
  | 'kicker'
  | 'deck'
  | 'jumpHead'
  | 'caption'
  | 'alt'
  | 'heading'
  | 'paragraph'
  | 'listItem'
  | 'quote'
  | 'tableRow'
  | 'footnote'
  | 'code'

export interface Segment {
  kind: SegmentKind
  /** Depth of a heading, 1 to 6. */
  depth?: number
  /** Name of a footnote, by which the text refers to it. */
  label?: string
  /** The words as inline Markdown on one line: `The *whole* depot`. */
  text: string
  /** What it points at, in order: `link:https://…`, `story:issues/17-01/x`, `picture:…`, `footnote:a`. */
  refs: string[]
  /** Hash of its words alone, see `hashOf`. */
  hash: string
  place: Place
}

/** What a segment has to be told from a place in a file to a comparison; the record's rows have it too. */
export type Comparable = Pick<Segment, 'kind' | 'depth' | 'text' | 'refs' | 'hash'>

/** Builds a segment; white space is folded and the hash taken here, so that no two segments are hashed differently. */
export function toSegment(kind: SegmentKind, text: string, refs: string[], place: Place, depth?: number): Segment {
  const folded = foldSpace(text)
  return { kind, ...(depth === undefined ? {} : { depth }), text: folded, refs, hash: hashOf(folded), place }
}

/**
 * Hash of the words of an inline Markdown text: 16 hexadecimal digits of SHA-256 over `foldTypography(wordsOf(text))`.
 * Marks of format, link targets, white space, quotation marks, dashes and soft hyphens do not change it.
 */
export function hashOf(text: string): string {
  return createHash('sha256').update(foldTypography(wordsOf(text))).digest('hex').slice(0, 16)
}

/** An inline Markdown text without its marks: `[the *strike*](../x)[^1]` → `the strike`, `Rain {#rain}` → `Rain`. */
export function wordsOf(text: string): string {
  if (!marks.test(text)) return text
  return text
    .replace(/\s*\{#[\w-]+\}$/, '')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => String.fromCodePoint(0xe000 + mark.codePointAt(0)!))
    .replace(/\[\^[^\]]*\]/g, '')
    .replace(/!?\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/\*+|~~|`+/g, '')
    .replace(/[\ue000-\ue07f]/g, (mark) => String.fromCodePoint(mark.codePointAt(0)! - 0xe000))
}

const marks = /[\\[*~`]|\{#/

/** One spelling for what typists, programs and smart punctuation write differently: white space, quotes, dashes, soft hyphens. */
export function foldTypography(text: string): string {
  if (!folded.test(text)) return foldSpace(text)
  return foldSpace(
    text
      .normalize('NFC')
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
      .replace(/[“”„‟«»″]/g, '"')
      .replace(/[‘’‚‛‹›′]/g, "'")
      .replace(/…/g, '...')
      .replace(/\s*(?:[‒–—―]|-{2,})\s*/g, ' - '),
  )
}

/** What may have to be folded; most texts have nothing of it, and are spared all of the above. */
const folded = /[^ -~¡¿À-ÿ]|--/

/** Every run of white space as one space, none at the ends. */
export function foldSpace(text: string): string {
  return /[^\S ]|  /.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim()
}

/** The words of an inline Markdown text one by one: letters and digits with what may stand inside a word. */
export function toWords(text: string): string[] {
  return foldTypography(wordsOf(text)).match(/[\p{L}\p{M}\p{N}]+(?:['.,:@/-][\p{L}\p{M}\p{N}]+)*/gu) ?? []
}

/** Number of words that a translator has before them. */
export function countWords(text: string): number {
  return toWords(text).length
}

/**
 * What is known about translations, as plain data: the document that `translations --format json` prints.
 */
import type { CheckName, Finding } from './checks/finding.ts'
import type { Language } from '../languages/language.ts'

export type StoryState = 'missing' | 'stale' | 'draft' | 'current' | 'original'
export const segmentStates = ['untranslated', 'stale', 'removed', 'current', 'suspect'] as const
export type SegmentState = (typeof segmentStates)[number]

/** What happened to the source of a segment since its translation was confirmed. Only `content` makes it stale. */
export type Change = 'content' | 'copyedit' | 'format' | 'references' | 'moved' | 'split' | 'merged'

/** Why a segment has its state; the words for it stand under `translation.reason.*`. */
export type Reason =
  | 'not-translated'
  | 'new-in-source'
  | 'left-in-source'
  | 'translation-gone'
  | 'source-gone'
  | 'source-older'
  | 'no-source'
  | 'unconfirmed'
  | 'revised'
  | 'both-changed'
  | 'left-out'
  | 'added'
  | 'kept'
  | 'too-short'
  | 'too-long'
  | 'link-lost'
  | 'picture-lost'
  | 'footnote-lost'
  | CheckName

/** One paragraph of a translation beside its source. Lines count from 1; null where that side has nothing. */
export interface SegmentStatus {
  /** Counts from 1 in the order of the source; `done --paragraph` names it. */
  number: number
  kind: string
  state: SegmentState
  change: Change | null
  sourceLine: number | null
  line: number | null
  /** Inline Markdown as it stands now; empty where there is none. */
  source: string
  target: string
  /** The source as it was when the translation was confirmed, where it was another. */
  oldSource: string | null
  /** Words of the source. */
  words: number
  reasons: Reason[]
  /** What the checks on its words found, with the words that they mean. */
  findings: Finding[]
}

/** Paragraphs of one translation by state, and how many of the current ones nobody has confirmed. */
export type SegmentCounts = Record<SegmentState | 'unconfirmed', number>

/** One row of the board: a story in one language, without its paragraphs. */
export interface StoryRow {
  /** The story's slug, and its folder relative to the content folder. */
  story: string
  folder: string
  language: Language
  /** The language that it was translated from; in an original its own. */
  source: Language
  /** The Markdown file of this language, relative to the content folder, whether it exists or not. */
  file: string
  title: string
  state: StoryState
  /** Words of the source, and how many of them still ask for a translator. */
  words: number
  wordsLeft: number
  counts: SegmentCounts
}

export interface StoryStatus extends StoryRow {
  segments: SegmentStatus[]
}

/**
 * plural: a form that the language needs. variables: other facts are filled in than in English. unused: the program never asks for it.
 * undefined: the program asks for it, and there is none.
 */
export type InterfaceState = 'missing' | 'empty' | 'untranslated' | 'plural' | 'variables' | 'unused' | 'undefined'

/** A word of the site or of the printed page that a language lacks. */
export interface InterfaceStatus {
  language: Language
  key: string
  state: InterfaceState
}

export interface Summary {
  /** Stories times languages, originals among them, by state. */
  stories: Record<StoryState, number>
  /** Paragraphs of translations by state. */
  segments: Record<SegmentState, number>
  wordsLeft: number
  interface: number
}

/** What the board shows. */
export interface Board {
  stories: StoryRow[]
  interface: InterfaceStatus[]
  summary: Summary
}

export interface TranslationStatus extends Board {
  stories: StoryStatus[]
}

/** Counts what a status says. */
export function toSummary(stories: readonly StoryRow[], interfaceFindings: number): Summary {
  const summary: Summary = {
    stories: { missing: 0, stale: 0, draft: 0, current: 0, original: 0 },
    segments: { untranslated: 0, stale: 0, removed: 0, current: 0, suspect: 0 },
    wordsLeft: 0,
    interface: interfaceFindings,
  }
  for (const story of stories) {
    summary.stories[story.state]++
    summary.wordsLeft += story.wordsLeft
    for (const state of segmentStates) summary.segments[state] += story.counts[state]
  }
  return summary
}

/** Counts paragraphs by state. */
export function countSegments(segments: readonly SegmentStatus[]): SegmentCounts {
  const counts = { untranslated: 0, stale: 0, removed: 0, current: 0, suspect: 0, unconfirmed: 0 }
  for (const { state, reasons } of segments) {
    counts[state]++
    if (state === 'current' && reasons.includes('unconfirmed')) counts.unconfirmed++
  }
  return counts
}

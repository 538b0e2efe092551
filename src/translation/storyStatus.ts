/**
 * The state of one story in one language: its paragraphs, and what follows from them for the whole.
 */
import type { Language } from '../languages/language.ts'
import type { Term } from '../newsroom/glossary.ts'
import type { Article } from '../newsroom/article.ts'
import type { Story } from '../newsroom/story.ts'
import { follow, risingRun, type Pairing } from './follow.ts'
import type { Row, SyncRecord } from './record.ts'
import type { Segment } from './segment.ts'
import { toSegments } from './segments.ts'
import { toSegmentStatus, type Sides } from './segmentStatus.ts'
import { countSegments, type SegmentStatus, type StoryState, type StoryStatus } from './status.ts'

/** A translation laid beside its source. */
export interface Comparison extends Sides {
  article: Article
  pairings: Pairing[]
}

/** The language that a story's translation is compared with. */
export function sourceLanguageOf(story: Story, language: Language): Language {
  return story.articles.get(language)?.from ?? story.original
}

/** Lays a translation beside its source. Undefined when the story is not translated into `language`, or is the original. */
export function compare(story: Story, language: Language, record: SyncRecord | undefined, terms: readonly Term[] = []): Comparison | undefined {
  const from = sourceLanguageOf(story, language)
  const article = story.articles.get(language)
  const source = story.articles.get(from)
  if (!article || !source || from === language) return undefined
  const sources = toSegments(source)
  const targets = toSegments(article)
  const rows = record?.from === from ? record.rows : []
  const pairings = follow(record?.conflict ? withoutRivals(rows, sources, targets) : rows, sources, targets)
  return { article, sources, targets, from, into: language, terms, recorded: rows.length > 0, pairings }
}

/** After a merge conflict one paragraph may have two people's rows: the one that says what stands here now is kept. */
function withoutRivals(rows: readonly Row[], sources: readonly Segment[], targets: readonly Segment[]): Row[] {
  const here = new Set([...sources, ...targets].map(({ hash }) => hash))
  const fit = (row: Row): number => [...row.source, ...row.target].filter((hash) => here.has(hash)).length / (row.source.length + row.target.length)
  const same = (one: string[], other: string[]): boolean => one.length > 0 && one.join() === other.join()
  const kept: Row[] = []
  for (const row of rows) {
    const rival = kept.findIndex((other) => same(row.source, other.source) !== same(row.target, other.target))
    if (rival < 0) kept.push(row)
    else if (fit(row) > fit(kept[rival]!)) kept[rival] = row
  }
  return kept
}

/** The paragraphs of a comparison with their states, numbered from 1. */
export function toSegmentStatuses(comparison: Comparison, record: SyncRecord | undefined): SegmentStatus[] {
  const moved = movedPairings(comparison.pairings, record)
  return comparison.pairings.map((pairing, at) => toSegmentStatus(pairing, at + 1, comparison, moved.has(pairing)))
}

/** Pairings whose source went elsewhere since it was confirmed, unless the translation went along. */
function movedPairings(pairings: readonly Pairing[], record: SyncRecord | undefined): Set<Pairing> {
  const placed = pairings.filter((pairing) => pairing.rows.length > 0 && pairing.source.length > 0)
  const orderOf = new Map(record?.rows.map((row, at) => [row, at]))
  const before = placed.map((pairing) => orderOf.get(pairing.rows[0]!) ?? 0)
  const stayed = new Set(risingRun(before).map((at) => placed[at]!))
  if (stayed.size === placed.length) return new Set()
  const along = pairings.filter(({ source, target }) => source.length > 0 && target.length > 0).map(({ target }) => target[0]!)
  if (risingRun(along).length === along.length) return new Set()
  return new Set(placed.filter((pairing) => !stayed.has(pairing)))
}

/**
 * @param record what was confirmed, if anything was
 * @param sourceStatus the state of the source, when it is itself a translation: what is stale there is stale here
 * @param terms the paper's glossary
 */
export function toStoryStatus(
  story: Story,
  language: Language,
  record: SyncRecord | undefined,
  sourceStatus: StoryStatus | undefined,
  terms: readonly Term[] = [],
): StoryStatus {
  const source = sourceLanguageOf(story, language)
  const article = story.articles.get(language)
  const shown = article ?? story.articles.get(source)
  const head = { story: story.slug, folder: story.folder, language, source, file: `${story.folder}/${language}.md`, title: shown?.title ?? story.slug }
  if (language === story.original && article) return { ...head, source: language, state: 'original', words: 0, wordsLeft: 0, counts: countSegments([]), segments: [] }
  const segments = segmentsOf(story, source, language, record, terms)
  const inherited = sourceStatus ? segments.map((segment) => passAlong(segment, sourceStatus)) : segments
  const words = sumWords(inherited)
  const wordsLeft = sumWords(inherited.filter(({ state }) => state === 'untranslated' || state === 'stale'))
  return { ...head, state: article ? stateOf(inherited) : 'missing', words, wordsLeft, counts: countSegments(inherited), segments: inherited }
}

function segmentsOf(story: Story, source: Language, language: Language, record: SyncRecord | undefined, terms: readonly Term[]): SegmentStatus[] {
  const comparison = compare(story, language, record, terms)
  if (comparison) return toSegmentStatuses(comparison, record)
  const original = story.articles.get(source)
  if (!original) return []
  const sources = toSegments(original)
  const sides = { sources, targets: [], from: source, into: language, recorded: false }
  return sources.map((_, at) => toSegmentStatus({ rows: [], source: [at], target: [] }, at + 1, sides, false))
}

/** A paragraph translated from one that is itself stale says what the original no longer says. */
function passAlong(segment: SegmentStatus, source: StoryStatus): SegmentStatus {
  if (segment.state !== 'current' && segment.state !== 'suspect') return segment
  const behind = source.segments.find(({ state, line }) => state === 'stale' && line !== null && line === segment.sourceLine)
  return behind ? { ...segment, state: 'stale', change: 'content', reasons: [...segment.reasons, 'source-older'] } : segment
}

/** Stale: the source says something else than when it was confirmed. Draft: not everything is there, or not confirmed. */
function stateOf(segments: SegmentStatus[]): StoryState {
  const isBehind = ({ state, reasons }: SegmentStatus): boolean =>
    state === 'stale' || reasons.includes('new-in-source') || reasons.includes('source-gone')
  const isOpen = ({ state, reasons }: SegmentStatus): boolean => state !== 'current' || reasons.includes('unconfirmed')
  if (segments.some(isBehind)) return 'stale'
  return segments.some(isOpen) ? 'draft' : 'current'
}

function sumWords(segments: readonly SegmentStatus[]): number {
  return segments.reduce((sum, { words }) => sum + words, 0)
}

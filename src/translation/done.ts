/**
 * Confirming a translation: what its record says afterwards.
 */
import type { Language } from '../languages/language.ts'
import type { Story } from '../newsroom/story.ts'
import type { Pairing } from './follow.ts'
import type { Row, RowState, SyncRecord } from './record.ts'
import { compare, toSegmentStatuses, type Comparison } from './storyStatus.ts'
import type { SegmentStatus } from './status.ts'

export interface Confirmation {
  record: SyncRecord
  /** Paragraphs that are now recorded as up to date. */
  confirmed: number
  /** Paragraphs that nobody can confirm along with the rest: not translated, or no longer in the source. */
  open: SegmentStatus[]
}

/**
 * Records a translation as up to date, all of it or one paragraph. A paragraph that is not translated, or whose source is gone,
 * is only confirmed when it is named: then it was left out, added or left in the source's language on purpose.
 * @param paragraph number of a segment, as its status has it
 * @returns undefined when the story is not translated into `language` or has no such paragraph
 */
export function confirm(story: Story, language: Language, record: SyncRecord | undefined, paragraph?: number): Confirmation | undefined {
  const comparison = compare(story, language, record)
  if (!comparison) return undefined
  const statuses = toSegmentStatuses(comparison, record)
  if (paragraph !== undefined && !statuses.some(({ number }) => number === paragraph)) return undefined
  const rows: Row[] = []
  const open: SegmentStatus[] = []
  let confirmed = 0
  for (const [at, pairing] of comparison.pairings.entries()) {
    const status = statuses[at]!
    const named = paragraph === status.number
    const settled = status.state !== 'untranslated' && status.state !== 'removed'
    if (named || (paragraph === undefined && settled)) {
      rows.push(toRow(comparison, pairing, rowStateOf(pairing, status)))
      confirmed++
    } else {
      const begins = !comparison.recorded && pairing.target.length === 0
      rows.push(...(begins ? [toRow(comparison, pairing, 'open')] : pairing.rows))
      if (paragraph === undefined) open.push(status)
    }
  }
  return { record: { from: comparison.from, rows }, confirmed, open }
}

function rowStateOf(pairing: Pairing, status: SegmentStatus): RowState {
  if (pairing.target.length === 0) return 'omitted'
  if (pairing.source.length === 0) return 'added'
  return status.reasons.includes('left-in-source') || status.reasons.includes('kept') ? 'kept' : 'current'
}

function toRow(comparison: Comparison, pairing: Pairing, state: RowState): Row {
  const sources = pairing.source.map((at) => comparison.sources[at]!)
  const targets = pairing.target.map((at) => comparison.targets[at]!)
  const { kind, depth } = (sources[0] ?? targets[0])!
  return {
    kind,
    ...(depth === undefined ? {} : { depth }),
    source: sources.map(({ hash }) => hash),
    sourceText: sources.map(({ text }) => text).join('\n\n'),
    target: targets.map(({ hash }) => hash),
    refs: sources.flatMap(({ refs }) => refs),
    state,
    note: pairing.rows.map(({ note }) => note).filter((note) => note !== '').join(' '),
  }
}

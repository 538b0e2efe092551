/**
 * Confirming a translation: what its record says afterwards.
 */
import type { Language } from '../languages/language.ts'
import type { Term } from '../newsroom/glossary.ts'
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
  const isMeant = ({ number, state }: SegmentStatus): boolean =>
    paragraph === undefined ? state !== 'untranslated' && state !== 'removed' : number === paragraph
  const confirmation = confirmWhere(story, language, record, isMeant)
  if (paragraph === undefined || !confirmation) return confirmation
  return confirmation.confirmed === 0 ? undefined : { ...confirmation, open: [] }
}

/** Records that small changes of the source need no new translation: what is stale, new or not confirmed yet stays as it is. */
export function confirmMinor(story: Story, language: Language, record: SyncRecord | undefined): Confirmation | undefined {
  const confirmation = confirmWhere(story, language, record, ({ state, change, reasons }) =>
    state === 'current' && change !== null && !reasons.includes('unconfirmed'))
  return confirmation && { ...confirmation, open: [] }
}

/**
 * Records that a check is wrong about a paragraph, and why. A paragraph that nobody had confirmed is confirmed by it; one that is
 * stale or untranslated has nothing to dismiss yet.
 * @returns undefined when there is no such paragraph, or the check has found nothing in it
 */
export function dismiss(
  story: Story, language: Language, record: SyncRecord | undefined, terms: readonly Term[], dismissal: { check: string; paragraph: number; reason: string },
): SyncRecord | undefined {
  const comparison = compare(story, language, record, terms)
  const status = comparison && toSegmentStatuses(comparison, record)[dismissal.paragraph - 1]
  if (!status) return undefined
  const found: string[] = [...status.findings.map(({ check }) => check), ...status.reasons.filter((reason) => doubts.has(reason))]
  if (!found.includes(dismissal.check)) return undefined
  if (status.state === 'stale' || status.state === 'untranslated' || status.state === 'removed') return undefined
  const { record: confirmed } = confirm(story, language, record, dismissal.paragraph)!
  const wanted = toRow(comparison, comparison.pairings[dismissal.paragraph - 1]!, 'current')
  const at = confirmed.rows.findIndex(({ source, target }) => source.join() === wanted.source.join() && target.join() === wanted.target.join())
  const rows = confirmed.rows.map((row, index) =>
    index === at ? { ...row, dismissed: { ...row.dismissed, [dismissal.check]: dismissal.reason } } : row)
  return { ...confirmed, rows }
}

/** Doubts about paragraphs that nobody has confirmed; the checks on words stand beside them. */
const doubts = new Set(['too-short', 'too-long', 'link-lost', 'picture-lost', 'footnote-lost'])

function confirmWhere(
  story: Story, language: Language, record: SyncRecord | undefined, isMeant: (status: SegmentStatus) => boolean,
): Confirmation | undefined {
  const comparison = compare(story, language, record)
  if (!comparison) return undefined
  const statuses = toSegmentStatuses(comparison, record)
  const rows: Row[] = []
  const open: SegmentStatus[] = []
  let confirmed = 0
  for (const [at, pairing] of comparison.pairings.entries()) {
    const status = statuses[at]!
    if (isMeant(status)) {
      rows.push(toRow(comparison, pairing, rowStateOf(pairing, status)))
      confirmed++
    } else {
      const begins = !comparison.recorded && pairing.target.length === 0
      rows.push(...(begins ? [toRow(comparison, pairing, 'open')] : pairing.rows))
      open.push(status)
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
    ...dismissedOf(pairing),
  }
}

function dismissedOf({ rows }: Pairing): Pick<Row, 'dismissed'> {
  const dismissed = Object.assign({}, ...rows.map((row) => row.dismissed ?? {})) as Record<string, string>
  return Object.keys(dismissed).length === 0 ? {} : { dismissed }
}

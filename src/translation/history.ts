/**
 * What a translation's past says about it: which paragraphs were translated from which text of the source. Plain data in, a record
 * out; where the versions come from is the caller's affair.
 */
import type { Language } from '../languages/language.ts'
import type { Story } from '../newsroom/story.ts'
import { confirm } from './done.ts'
import type { SyncRecord } from './record.ts'
import type { SegmentStatus } from './status.ts'
import { compare, toSegmentStatuses } from './storyStatus.ts'

/**
 * The record that would stand there if every version of the translation had been confirmed when it was made: a paragraph is
 * confirmed against the source of the day when its translation last changed, and editing one confirms no other.
 * @param versions the story as it was each time its translation changed, oldest first
 */
export function recordOfHistory(versions: readonly Story[], language: Language): SyncRecord | undefined {
  let record: SyncRecord | undefined
  for (const story of versions) {
    const comparison = compare(story, language, record)
    if (!comparison) continue
    if (!record) {
      record = confirm(story, language, undefined)!.record
      continue
    }
    const touched = toSegmentStatuses(comparison, record).filter(({ target, reasons }) =>
      target !== '' && reasons.some((reason) => reason === 'revised' || reason === 'both-changed' || reason === 'unconfirmed'))
    for (const { target, source } of touched) {
      const now: SegmentStatus | undefined = toSegmentStatuses(compare(story, language, record)!, record).find((each) => each.target === target && each.source === source)
      if (now) record = confirm(story, language, record, now.number)?.record ?? record
    }
  }
  return record
}

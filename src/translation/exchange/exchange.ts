/**
 * Handing a translation to somebody who works elsewhere, and taking it back: a translation → a parcel in one of three formats, and
 * what came back → the Markdown, of which nothing else changes.
 */
import type { Article } from '../../newsroom/article.ts'
import type { Pairing } from '../follow.ts'
import { foldSpace, hashOf, type Segment } from '../segment.ts'
import { toSegmentStatuses, type Comparison } from '../storyStatus.ts'
import type { SyncRecord } from '../record.ts'
import { writeBack, type Insertion, type Replacement } from '../writeBack.ts'
import { formatDocxTable, parseDocxTable } from './docxTable.ts'
import { formatPo, parsePo } from './po.ts'
import type { ExchangeFormat, Parcel, Returned } from './unit.ts'
import { formatXliff, parseXliff } from './xliff.ts'

/** How a file of each format ends. */
export const endingOf: Record<ExchangeFormat, string> = { po: '.po', xliff: '.xlf', 'docx-table': '.docx' }

export function formatParcel(parcel: Parcel, format: ExchangeFormat): string | Uint8Array {
  return { po: formatPo, xliff: formatXliff, 'docx-table': formatDocxTable }[format](parcel)
}

export function parseReturned(bytes: Uint8Array, format: ExchangeFormat): Returned {
  if (format === 'docx-table') return parseDocxTable(bytes)
  const text = Buffer.from(bytes).toString('utf8').replace(/^\ufeff/, '')
  return format === 'po' ? parsePo(text) : parseXliff(text)
}

/** Every paragraph of the source with its translation, as far as there is one. */
export function toParcel(source: Article, comparison: Comparison, record: SyncRecord | undefined): Parcel {
  const statuses = toSegmentStatuses(comparison, record)
  const units = comparison.pairings.flatMap((pairing, at) => {
    const { state, source, target, oldSource, reasons } = statuses[at]!
    if (pairing.source.length === 0) return []
    const isCopy = state === 'untranslated' || reasons.includes('left-in-source')
    return [{ id: idOf(at, source), source, target: isCopy ? '' : target, oldSource: oldSource ?? '', isDone: state === 'current' }]
  })
  return { file: source.file, from: comparison.from, into: comparison.into, units }
}

function idOf(at: number, source: string): string {
  return `${at + 1}-${hashOf(source)}`
}

export interface BroughtBack {
  markdown: string
  /** Paragraphs that have new words now. */
  changed: number
  /** Numbers of paragraphs whose words have no place in the file; an editor must put them in. */
  refused: number[]
  /** Texts of which the source has changed since, or is gone. */
  outdated: number
  /** Whether any text is of this story at all. */
  isOwn: boolean
}

/** @param markdown the translation as it stands, of which `comparison` was made */
export function bringBack(markdown: string, comparison: Comparison, returned: Returned): BroughtBack {
  const replacements: Replacement[] = []
  const insertions: Insertion[] = []
  const numbers = new Map<Replacement | Insertion, number>()
  const hashes = new Map([...returned].map(([id, text]) => [id.slice(id.indexOf('-') + 1), text]))
  const known = new Set<string>()
  let before: Segment | undefined
  for (const [at, pairing] of comparison.pairings.entries()) {
    const sources = pairing.source.map((index) => comparison.sources[index]!)
    const targets = pairing.target.map((index) => comparison.targets[index]!)
    const source = sources.map(({ text }) => text).join(' ')
    known.add(hashOf(source))
    const text = returned.get(idOf(at, source)) ?? hashes.get(hashOf(source))
    if (sources.length > 0 && text !== undefined && foldSpace(text) !== targets.map((target) => target.text).join(' ')) {
      const change = changeOf(pairing, sources[0]!, targets, foldSpace(text), before)
      if (change) {
        numbers.set(change, at + 1)
        if ('after' in change) insertions.push(change)
        else replacements.push(change)
      }
    }
    before = targets.at(-1) ?? before
  }
  const outdated = [...hashes.keys()].filter((hash) => !known.has(hash))
  const { markdown: written, refused } = writeBack(markdown, replacements, insertions)
  return {
    markdown: written,
    changed: replacements.length + insertions.length - refused.length,
    refused: refused.map((change) => numbers.get(change)!),
    outdated: outdated.length,
    isOwn: outdated.length < hashes.size,
  }
}

/** A paragraph that the translator had parted in two keeps its first place; the second is left to the editor. */
function changeOf(pairing: Pairing, source: Segment, targets: Segment[], text: string, before: Segment | undefined): Replacement | Insertion | undefined {
  if (pairing.target.length === 0) return { after: before, segment: source, text }
  return { segment: targets[0]!, text }
}

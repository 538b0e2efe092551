/**
 * The record of a translation: `es.sync.json` beside `es.md`. It keeps what each paragraph of the source said when somebody last
 * confirmed its translation. It is written by the program, committed with the copy, and never trusted: what does not fit together
 * is left out, and a record that is lost or damaged only means that the translation must be confirmed again.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Diagnostic, Outcome, Place } from '../diagnostics/diagnostic.ts'
import type { Language } from '../languages/language.ts'
import { hashOf, type SegmentKind } from './segment.ts'

export const recordVersion = 1

const segmentKinds = [
  'title', 'kicker', 'deck', 'jumpHead', 'caption', 'alt', 'heading', 'paragraph', 'listItem', 'quote', 'tableRow', 'footnote', 'code',
] as const satisfies SegmentKind[]

/**
 * current: confirmed. omitted, added, kept: left out, added or left in the source's language on purpose.
 * open: not translated yet when the record was begun, so that it is not taken for new in the source.
 */
export const rowStates = ['current', 'omitted', 'added', 'kept', 'open'] as const
export type RowState = (typeof rowStates)[number]

const rowShape = z.object({
  kind: z.enum(segmentKinds),
  depth: z.number().int().min(1).max(6).optional(),
  source: z.array(z.string()).max(8),
  sourceText: z.string(),
  target: z.array(z.string()).max(8),
  refs: z.array(z.string()),
  state: z.enum(rowStates),
  note: z.string(),
  /** Checks that are wrong here, each with the reason that somebody gave; they are heard again when the paragraph changes. */
  dismissed: z.record(z.string(), z.string()).optional(),
})

/** One confirmed paragraph. `sourceText` holds the texts of `source`, in order, with an empty line between two. */
export type Row = z.infer<typeof rowShape>

export interface SyncRecord {
  /** The language that the rows' sources are in. */
  from: Language
  /** In the order of the source; what only the translation has stands where it has it. */
  rows: Row[]
  /** Read from a file with a merge conflict: one paragraph may have two rows. */
  conflict?: true
}

/** Path of a translation's record, relative to the content folder: `…/es.md` → `…/es.sync.json`. */
export function recordFileOf(article: { file: string }): string {
  return article.file.replace(/\.md$/, '.sync.json')
}

/** The texts that a row's `source` hashes stand for. */
export function sourceTextsOf(row: Row): string[] {
  return row.source.length === 0 ? [] : row.sourceText.split('\n\n')
}

/**
 * Reads a record. No file is no record and no finding; every other trouble is a warning, and what can be used is answered.
 * @param folder the content folder
 * @param file the record, relative to it
 */
export function readRecord(folder: string, file: string): Outcome<SyncRecord> {
  let text: string
  try {
    text = readFileSync(join(folder, file), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { value: undefined, diagnostics: [] }
    return { value: undefined, diagnostics: [{ id: 'translation/record-unreadable', place: { file }, params: {} }] }
  }
  return parseRecord(text, file)
}

/** Text of a record → its rows, see `readRecord`. */
export function parseRecord(text: string, file: string): Outcome<SyncRecord> {
  const conflict = text.search(/^<{7}/m)
  if (conflict >= 0) return parseConflict(text, { file, start: placeAt(text, conflict) })
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return { value: undefined, diagnostics: [{ id: 'translation/record-damaged', place: { file }, params: {} }] }
  }
  return toRecord(json, file)
}

function toRecord(json: unknown, file: string): Outcome<SyncRecord> {
  const head = z.object({ version: z.number(), from: z.string().min(1), rows: z.array(z.unknown()) }).safeParse(json)
  if (!head.success) return { value: undefined, diagnostics: [{ id: 'translation/record-damaged', place: { file }, params: {} }] }
  const { version, from, rows } = head.data
  if (version !== recordVersion) {
    return { value: undefined, diagnostics: [{ id: 'translation/record-version', place: { file }, params: { version, known: recordVersion } }] }
  }
  const usable = rows.flatMap((row) => {
    const parsed = rowShape.safeParse(row)
    return parsed.success && isWhole(parsed.data) ? [parsed.data] : []
  })
  const lost = rows.length - usable.length
  const diagnostics: Diagnostic[] = lost === 0 ? [] : [{ id: 'translation/record-rows', place: { file }, params: { count: lost } }]
  return { value: { from, rows: usable }, diagnostics }
}

/** A row whose old text is not the text that its hashes were taken of was edited by hand or merged badly. */
function isWhole(row: Row): boolean {
  const texts = sourceTextsOf(row)
  if (row.source.length === 0 && (row.target.length === 0 || row.sourceText !== '')) return false
  return texts.length === row.source.length && texts.every((text, at) => hashOf(text) === row.source[at])
}

/** Both sides of a merge conflict: the rows that either side has, each once. */
function parseConflict(text: string, place: Place): Outcome<SyncRecord> {
  const sides = [conflictSide(text, 'ours'), conflictSide(text, 'theirs')].flatMap((side) => {
    const { value } = /^<{7}/m.test(side) ? { value: undefined } : parseRecord(side, place.file)
    return value ? [value] : []
  })
  const diagnostics: Diagnostic[] = [{ id: 'translation/record-conflict', place, params: {} }]
  const [first, second] = sides
  if (!first) return { value: undefined, diagnostics }
  return { value: { ...(second ? mergeRecords(first, second) : first), conflict: true }, diagnostics }
}

function conflictSide(text: string, side: 'ours' | 'theirs'): string {
  return text.replace(
    /^<{7}[^\n]*\n([\s\S]*?)(?:^\|{7}[^\n]*\n[\s\S]*?)?^={7}[^\n]*\n([\s\S]*?)^>{7}[^\n]*(?:\n|$)/gm,
    (_, ours: string, theirs: string) => (side === 'ours' ? ours : theirs),
  )
}

/** The rows of two people's records: all of the first, then what only the second has, after the row it follows there. */
export function mergeRecords(first: SyncRecord, second: SyncRecord): SyncRecord {
  if (first.from !== second.from) return first
  const rows = [...first.rows]
  const keys = rows.map(keyOf)
  let at = 0
  for (const row of second.rows) {
    const known = keys.indexOf(keyOf(row))
    if (known >= 0) {
      at = known + 1
      continue
    }
    rows.splice(at, 0, row)
    keys.splice(at, 0, keyOf(row))
    at++
  }
  return { from: first.from, rows }
}

function keyOf(row: Row): string {
  return JSON.stringify([row.kind, row.source, row.target, row.refs, row.state, row.dismissed ?? {}])
}

/** Writes a record whole beside itself and then puts it in its place. Throws what the file system throws. */
export function writeRecord(folder: string, file: string, record: SyncRecord): void {
  const part = join(folder, `${file}.part`)
  writeFileSync(part, formatRecord(record))
  renameSync(part, join(folder, file))
}

/** Text of a record: every field on a line of its own, so that two versions can be compared and merged line by line. */
export function formatRecord(record: SyncRecord): string {
  const rows = record.rows.map((row) => {
    const fields = (['kind', 'depth', 'source', 'sourceText', 'target', 'refs', 'state', 'note', 'dismissed'] as const)
      .filter((key) => row[key] !== undefined)
      .map((key) => `      ${JSON.stringify(key)}: ${JSON.stringify(row[key])}`)
    return `    {\n${fields.join(',\n')}\n    }`
  })
  const body = rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n  ]`
  return `{\n  "version": ${recordVersion},\n  "from": ${JSON.stringify(record.from)},\n  "rows": ${body}\n}\n`
}

function placeAt(text: string, offset: number): { line: number; column: number } {
  return { line: text.slice(0, offset).split('\n').length, column: 1 }
}

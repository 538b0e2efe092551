/**
 * The state of one paragraph, from its pairing: what its source said when it was confirmed, what it says now, and the translation.
 */
import { keepsGoneName, lagOf, neutralRef } from './anchors.ts'
import { checkWords } from './checks/checks.ts'
import type { Finding } from './checks/finding.ts'
import type { Pairing } from './follow.ts'
import { gradeOf, type Grade, type Version } from './grade.ts'
import { isLeftInSource } from './leftover.ts'
import { sourceTextsOf, type Row } from './record.ts'
import { countWords, foldSpace, foldTypography, wordsOf, type Segment } from './segment.ts'
import type { Change, Reason, SegmentState, SegmentStatus } from './status.ts'
import type { Language } from '../languages/language.ts'
import type { Term } from '../newsroom/glossary.ts'

/** Both sides of a translation. */
export interface Sides {
  sources: readonly Segment[]
  targets: readonly Segment[]
  from: Language
  into: Language
  /** The paper's glossary. */
  terms?: readonly Term[]
  /** Whether somebody has confirmed any of it. */
  recorded: boolean
}

/** What was found out about a pairing, without its words and places. */
export interface Verdict {
  state: SegmentState
  change: Change | null
  reasons: Reason[]
}

/** A translation much shorter or longer than its source lacks or adds something; below so many characters nobody can tell. */
const omission = { shortest: 0.6, longest: 2, leastCharacters: 60 }

/**
 * @param pairing what belongs together
 * @param moved whether the source stands elsewhere than when it was confirmed, and the translation does not
 */
export function toSegmentStatus(pairing: Pairing, number: number, sides: Sides, moved: boolean): SegmentStatus {
  const sources = pairing.source.map((at) => sides.sources[at]!)
  const targets = pairing.target.map((at) => sides.targets[at]!)
  const source = joinTexts(sources)
  const before = confirmedRows(pairing).flatMap(sourceTextsOf).join(' ')
  const dismissed = dismissedChecks(pairing, sources, targets)
  const judged = verdictOf(pairing, sources, targets, sides, moved)
  const findings = findingsOf(judged, sources, targets, sides).filter(({ check }) => !dismissed.has(check))
  const lag = lagFindings(pairing, sources, targets, judged)
  const verdict = isAsConfirmed(pairing, sources, targets) ? judged : withFindings(judged, findings, dismissed)
  return {
    number,
    kind: (sources[0] ?? targets[0])!.kind,
    ...verdict,
    ...(lag.length > 0 && { reasons: [...verdict.reasons, 'not-followed' as const] }),
    sourceLine: sources[0]?.place.start?.line ?? null,
    line: targets[0]?.place.start?.line ?? null,
    source,
    target: joinTexts(targets),
    oldSource: before !== '' && foldTypography(before) !== foldTypography(source) ? before : null,
    words: countWords(source),
    findings: [...findings, ...lag],
  }
}

/** Whether both sides are as they were when somebody confirmed them: then findings are told, and the state stays that person's. */
function isAsConfirmed(pairing: Pairing, sources: Segment[], targets: Segment[]): boolean {
  const rows = confirmedRows(pairing)
  const recorded = [...rows.flatMap(({ source }) => source), ...rows.flatMap(({ target }) => target)]
  return recorded.join() === hashesOf([...sources, ...targets])
}

function hashesOf(segments: readonly Segment[]): string {
  return segments.map(({ hash }) => hash).join()
}

/** Checks that somebody said are wrong about this paragraph, as long as both its sides are as they were then. */
function dismissedChecks(pairing: Pairing, sources: Segment[], targets: Segment[]): Set<string> {
  if (!isAsConfirmed(pairing, sources, targets)) return new Set()
  return new Set(pairing.rows.flatMap(({ dismissed }) => Object.keys(dismissed ?? {})))
}

/** What is untranslated or waits to be translated again has no words to check yet. */
function findingsOf({ state }: Verdict, sources: Segment[], targets: Segment[], { from, into, terms = [] }: Sides): Finding[] {
  if ((state !== 'current' && state !== 'suspect') || sources.length === 0 || targets.length === 0) return []
  if (targets.some(({ kind }) => kind === 'code')) return []
  return checkWords({ source: joinTexts(sources), target: joinTexts(targets), from, into, terms })
}

/** Both sides changed: what shows that the translation was not changed along with its source. */
function lagFindings(pairing: Pairing, sources: Segment[], targets: Segment[], { change, reasons }: Verdict): Finding[] {
  const isOpen = reasons.includes('both-changed') || (reasons.includes('revised') && (change === 'copyedit' || change === 'references'))
  if (!isOpen) return []
  const rows = confirmedRows(pairing)
  const before = { text: rows.flatMap(sourceTextsOf).join(' '), refs: rows.flatMap(({ refs }) => refs) }
  const { lacks, keeps } = lagOf(before, toText(sources), toText(targets))
  return [...lacks.map((name) => `+ ${name}`), ...keeps.map((name) => `− ${name}`)].map((detail) => ({ check: 'not-followed', detail }))
}

function toText(segments: readonly Segment[]): { text: string; refs: string[] } {
  return { text: joinTexts(segments), refs: segments.flatMap(({ refs }) => refs) }
}

function withFindings(verdict: Verdict, findings: Finding[], dismissed: Set<string>): Verdict {
  const reasons = verdict.reasons.filter((reason) => !dismissed.has(reason))
  const checks = [...new Set(findings.map(({ check }) => check))]
  const isDoubted = verdict.state === 'suspect' && reasons.some((reason) => reason !== 'unconfirmed')
  if (checks.length === 0) return { ...verdict, reasons, state: verdict.state === 'suspect' && !isDoubted ? 'current' : verdict.state }
  return { ...verdict, state: 'suspect', reasons: [...checks, ...reasons] }
}

/** Rows of paragraphs that were not translated when the record was begun confirm nothing. */
function confirmedRows(pairing: Pairing): Row[] {
  return pairing.rows.filter(({ state }) => state !== 'open')
}

function joinTexts(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join(' ')
}

function verdictOf(pairing: Pairing, sources: Segment[], targets: Segment[], sides: Sides, moved: boolean): Verdict {
  if (confirmedRows(pairing).length === 0) {
    // A translation that was begun from a copy of its source is not translated where it still says the same, however short.
    const isCopy = pairing.rows.length > 0 && targets.length > 0 && hashesOf(targets) === hashesOf(sources)
    if (isCopy) return { state: 'untranslated', change: null, reasons: ['not-translated'] }
    return unconfirmedVerdict(sources, targets, sides, sides.recorded && pairing.rows.length === 0)
  }
  if (sources.length === 0) return withoutSource(pairing)
  const before = { text: pairing.rows.flatMap(sourceTextsOf).join(' '), refs: pairing.rows.flatMap(({ refs }) => refs) }
  const grade = gradeFor(before, sources, targets)
  const change = grade ?? structureChange(pairing, moved)
  if (targets.length === 0) return withoutTarget(pairing, change)
  const confirmed = pairing.rows.flatMap(({ target }) => target)
  const revised = confirmed.join(' ') !== targets.map(({ hash }) => hash).join(' ')
  const kept = pairing.rows.some(({ state }) => state === 'kept')
  // What was left was found when it was confirmed, and is kept or was not confirmed.
  if (!kept && revised && isLeft(sources, targets, sides)) return { state: 'untranslated', change, reasons: ['left-in-source'] }
  if (grade === 'content') return { state: 'stale', change, reasons: revised ? ['both-changed'] : [] }
  return { state: 'current', change, reasons: [...(kept ? ['kept' as const] : []), ...(revised ? ['revised' as const] : [])] }
}

/**
 * The grade of a change, seen beside the translation: one that has a name that the source dropped says something else. In code there is no
 * other way to say the same, and a translation that repeats it letter by letter is up to date.
 */
function gradeFor(before: Version, sources: Segment[], targets: Segment[]): Grade | undefined {
  const after = toText(sources)
  const grade = gradeOf(before, after)
  if (grade === undefined || grade === 'references') return grade
  if (sources.some(({ kind }) => kind === 'code')) {
    if (hashesOf(targets) === hashesOf(sources)) return 'format'
    return foldSpace(before.text) === after.text ? grade : 'content'
  }
  return keepsGoneName(before.text, after.text, joinTexts(targets)) ? 'content' : grade
}

function structureChange(pairing: Pairing, moved: boolean): Change | null {
  const parts = pairing.rows.reduce((sum, row) => sum + row.source.length, 0)
  if (pairing.source.length > parts) return 'split'
  if (pairing.source.length < parts) return 'merged'
  return moved ? 'moved' : null
}

function withoutSource(pairing: Pairing): Verdict {
  if (pairing.rows.every(({ state }) => state === 'added')) return { state: 'current', change: null, reasons: ['added'] }
  return { state: 'removed', change: 'content', reasons: ['source-gone'] }
}

function withoutTarget(pairing: Pairing, change: Change | null): Verdict {
  const leftOut = pairing.rows.every(({ state }) => state === 'omitted')
  if (!leftOut) return { state: 'untranslated', change, reasons: ['translation-gone'] }
  return change === 'content' ? { state: 'untranslated', change, reasons: ['new-in-source'] } : { state: 'current', change, reasons: ['left-out'] }
}

function unconfirmedVerdict(sources: Segment[], targets: Segment[], sides: Sides, isNew: boolean): Verdict {
  if (targets.length === 0) return { state: 'untranslated', change: null, reasons: [isNew ? 'new-in-source' : 'not-translated'] }
  if (sources.length === 0) return { state: 'removed', change: null, reasons: ['no-source'] }
  if (isLeft(sources, targets, sides)) return { state: 'untranslated', change: null, reasons: ['left-in-source'] }
  const doubts = doubtsAbout(sources, targets)
  return doubts.length > 0
    ? { state: 'suspect', change: null, reasons: [...doubts, 'unconfirmed'] }
    : { state: 'current', change: null, reasons: ['unconfirmed'] }
}

function isLeft(sources: Segment[], targets: Segment[], sides: Sides): boolean {
  if (targets.some(({ kind }) => kind === 'code')) return false
  return isLeftInSource(joinTexts(targets), joinTexts(sources), sides.from, sides.into)
}

/** What looks wrong between two texts of which nobody has said that they belong together. */
function doubtsAbout(sources: Segment[], targets: Segment[]): Reason[] {
  const doubts: Reason[] = []
  const length = wordsOf(joinTexts(sources)).length
  const ratio = wordsOf(joinTexts(targets)).length / Math.max(length, 1)
  if (length >= omission.leastCharacters && ratio < omission.shortest) doubts.push('too-short')
  if (length >= omission.leastCharacters && ratio > omission.longest) doubts.push('too-long')
  const lost = lostRefs(sources, targets)
  if (lost.some((ref) => /^(?:link|story):/.test(ref))) doubts.push('link-lost')
  if (lost.some((ref) => ref.startsWith('picture:'))) doubts.push('picture-lost')
  if (lost.some((ref) => ref.startsWith('footnote:'))) doubts.push('footnote-lost')
  return doubts
}

/** Links are counted, not compared: a translation may point at another page in its own language. Pictures and notes are compared. */
function lostRefs(sources: Segment[], targets: Segment[]): string[] {
  const there = targets.flatMap(({ refs }) => refs).map(neutralRef)
  const gone = sources.flatMap(({ refs }) => refs).filter((ref) => !there.includes(neutralRef(ref)))
  const isLink = (ref: string): boolean => /^(?:link|story):/.test(ref)
  const strange = there.filter(isLink).length - sources.flatMap(({ refs }) => refs).filter(isLink).length
  const links = gone.filter(isLink)
  return [...(strange >= 0 ? [] : links), ...gone.filter((ref) => !isLink(ref))]
}

/**
 * Where the paragraphs of a record are today: in the source, whatever was changed, moved, split or merged there, and in the
 * translation. Without rows it is plain alignment.
 */
import { align, alignStrays } from './align.ts'
import { sourceTextsOf, type Row } from './record.ts'
import { hashOf, toWords, type Comparable } from './segment.ts'
import { shortestPath } from './shortestPath.ts'
import { diffWords } from './wordDiff.ts'

/** What belongs together today. Every segment of source and translation is in exactly one pairing. */
export interface Pairing {
  /** The rows that it was confirmed by: none when it never was, two when two paragraphs of the source became one. */
  rows: Row[]
  source: number[]
  target: number[]
}

/** A part of a row: one hash of its source or of its target. */
interface Part {
  row: number
  kind: string
  hash: string
  text: string
}

/** Two versions of one paragraph share at least so much of their words where nothing else stands between the same neighbours. */
const sameInPlace = 0.25

/** … and so much when it also stands elsewhere. */
const sameElsewhere = 0.6

/** Pairings in the order of the source; what only the translation has follows what it follows there. */
export function follow(rows: readonly Row[], sources: readonly Comparable[], targets: readonly Comparable[]): Pairing[] {
  const sourceOf = findSources(rows, sources)
  const targetOf = findExactTargets(rows, targets)
  const claims = toClaims(rows, sources, sourceOf, targetOf)
  claimCopies(claims, sources, targets)
  claimTargets(claims, targets)
  return inOrder(toPairings(rows, claims, sourceOf, targets.length))
}

// The source, by the text that the record kept.

/** For every row the segments of the source that it stands for now. */
function findSources(rows: readonly Row[], sources: readonly Comparable[]): number[][] {
  const parts = rows.flatMap((row, at) =>
    sourceTextsOf(row).map((text, part) => ({ row: at, kind: row.kind, hash: row.source[part]!, text })),
  )
  const partOf = new Map<number, number[]>()
  const found = matchExactly(parts, sources)
  for (const [part, source] of found) partOf.set(part, [source])
  for (const [part, source] of matchChanged(parts, sources, found)) {
    partOf.set(part, [...(partOf.get(part) ?? []), source])
  }
  const sourceOf: number[][] = rows.map(() => [])
  for (const [part, found] of partOf) sourceOf[parts[part]!.row]!.push(...found)
  return sourceOf.map((found) => [...new Set(found)].sort(ascending))
}

/** Pairs of equal texts: in order where possible, then wherever else they stand. Answers part → segment. */
function matchExactly(parts: readonly Part[], segments: readonly Comparable[]): Map<number, number> {
  const found = new Map<number, number>()
  const taken = new Set<number>()
  let i = 0
  let j = 0
  for (const { type, words } of diffWords(parts.map(keyOf), segments.map(keyOf))) {
    for (let at = 0; at < words.length; at++) {
      if (type === 'same') {
        found.set(i, j)
        taken.add(j)
      }
      if (type !== 'added') i++
      if (type !== 'removed') j++
    }
  }
  for (const key of [keyOf, (item: { hash: string }) => item.hash]) {
    const free = new Map<string, number[]>()
    for (const [at, segment] of segments.entries()) {
      if (!taken.has(at)) free.set(key(segment), [...(free.get(key(segment)) ?? []), at])
    }
    for (const [at, part] of parts.entries()) {
      const segment = found.has(at) ? undefined : free.get(key(part))?.shift()
      if (segment === undefined) continue
      found.set(at, segment)
      taken.add(segment)
    }
  }
  return found
}

function keyOf(item: { kind: string; hash: string }): string {
  return `${item.kind} ${item.hash}`
}

/** Changed texts of the source: between the same unchanged neighbours first, then anywhere. */
function matchChanged(parts: readonly Part[], sources: readonly Comparable[], exact: ReadonlyMap<number, number>): [number, number][] {
  const found: [number, number][] = []
  const taken = new Set(exact.values())
  const done = new Set(exact.keys())
  const match = (partList: number[], sourceList: number[], least: number): void => {
    for (const [part, source] of alignVersions(parts, partList, sources, sourceList, least)) {
      found.push([part, source])
      taken.add(source)
      done.add(part)
    }
  }
  for (const gap of gapsBetween(exact, parts.length, sources.length)) {
    match(gap.first.filter((part) => !done.has(part)), gap.second.filter((source) => !taken.has(source)), sameInPlace)
  }
  const leftParts = [...parts.keys()].filter((part) => !done.has(part))
  const leftSources = [...sources.keys()].filter((source) => !taken.has(source))
  match(leftParts, leftSources, sameElsewhere)
  return found
}

/** Which of some old texts became which of some new ones, by the words that they share; one may become two, two one. */
function alignVersions(
  parts: readonly Part[],
  partList: number[],
  sources: readonly Comparable[],
  sourceList: number[],
  least: number,
): [number, number][] {
  if (partList.length === 0 || sourceList.length === 0) return []
  const before = partList.map((at) => ({ kind: parts[at]!.kind, bag: toWords(parts[at]!.text.toLowerCase()) }))
  const after = sourceList.map((at) => ({ kind: sources[at]!.kind as string, bag: toWords(sources[at]!.text.toLowerCase()) }))
  const links = shortestPath(before.length, after.length, (i, di, j, dj) => {
    if (di === 0 || dj === 0) return 0.5 * (di + dj)
    const one = before.slice(i, i + di)
    const other = after.slice(j, j + dj)
    if (isOnlyOne(one[0]!.kind) && di === 1 && dj === 1 && one[0]!.kind === other[0]!.kind) return 0
    const likeness = sharedWords(one.flatMap(({ bag }) => bag), other.flatMap(({ bag }) => bag))
    if (di === 1 && dj === 1) return likeness < least ? Infinity : 1 - likeness - (one[0]!.kind === other[0]!.kind ? 0.05 : 0)
    return likeness < Math.max(least, sameElsewhere) ? Infinity : 1.5 - likeness
  })
  return links.flatMap(({ source, target }) => source.flatMap((i) => target.map((j) => [partList[i]!, sourceList[j]!] as [number, number])))
}

/** A story has one title, one deck …: whatever it says now is what became of what it said. */
function isOnlyOne(kind: string): boolean {
  return kind === 'title' || kind === 'kicker' || kind === 'deck' || kind === 'jumpHead'
}

/** Share of words that two texts have in common, 0 to 1 (L. R. Dice, "Measures of the Amount of Ecologic Association", 1945). */
function sharedWords(one: string[], other: string[]): number {
  if (one.length + other.length === 0) return 1
  const left = new Map<string, number>()
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of other) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    shared++
  }
  return (2 * shared) / (one.length + other.length)
}

// The translation, of which the record keeps hashes only.

/** For every row the segments of the translation that are just as they were confirmed, and what an edited half of two became. */
function findExactTargets(rows: readonly Row[], targets: readonly Comparable[]): number[][] {
  const parts = rows.flatMap((row, at) => row.target.map((hash) => ({ row: at, kind: row.kind, hash, text: '' })))
  const found = matchExactly(parts, targets)
  const targetOf: number[][] = rows.map(() => [])
  for (const [part, target] of found) targetOf[parts[part]!.row]!.push(target)
  const taken = new Set(found.values())
  for (const [at, known] of targetOf.entries()) {
    if (known.length === 0 || known.length >= rows[at]!.target.length) continue
    const next = [Math.max(...known) + 1, Math.min(...known) - 1].find(
      (target) => targets[target]?.kind === targets[known[0]!]!.kind && !taken.has(target),
    )
    if (next === undefined) continue
    known.push(next)
    taken.add(next)
  }
  return targetOf.map((found) => found.sort(ascending))
}

/** Something that a segment of the translation may belong to: a row, or a paragraph of the source that has none. */
interface Claim {
  row?: number
  source: number[]
  target: number[]
  /** What to compare with, when the translation is not as it was. */
  text?: Comparable
}

/** Rows in their order, each paragraph without a row after the row of the paragraph before it. */
function toClaims(rows: readonly Row[], sources: readonly Comparable[], sourceOf: number[][], targetOf: number[][]): Claim[] {
  const claims: Claim[] = rows.map((row, at) => {
    const waits = targetOf[at]!.length === 0 && row.state !== 'omitted' && row.source.length > 0
    return { row: at, source: sourceOf[at]!, target: targetOf[at]!, ...(waits ? { text: oldText(row) } : {}) }
  })
  const known = new Set(sourceOf.flat())
  const lastOf = new Map(claims.map((claim) => [claim.source.at(-1), claim]))
  let after = -1
  for (const [at, segment] of sources.entries()) {
    if (known.has(at)) {
      const claim = lastOf.get(at)
      if (claim) after = claims.indexOf(claim)
      continue
    }
    claims.splice(++after, 0, { source: [at], target: [], text: segment })
  }
  return claims
}

function oldText(row: Row): Comparable {
  const text = row.sourceText.replaceAll('\n\n', ' ')
  return { kind: row.kind, ...(row.depth === undefined ? {} : { depth: row.depth }), text, refs: row.refs, hash: hashOf(text) }
}

/** What reads just as its source reads today belongs to it, whatever its source said before: code, names, text left alone. */
function claimCopies(claims: Claim[], sources: readonly Comparable[], targets: readonly Comparable[]): void {
  const waiting = claims.filter(({ text, source, target }) => text && source.length === 1 && target.length === 0)
  const taken = new Set(claims.flatMap(({ target }) => target))
  const free = [...targets.keys()].filter((at) => !taken.has(at))
  const parts = waiting.map(({ source }, at) => ({ row: at, kind: sources[source[0]!]!.kind, hash: sources[source[0]!]!.hash, text: '' }))
  for (const [claim, target] of matchExactly(parts, free.map((at) => targets[at]!))) waiting[claim]!.target.push(free[target]!)
}

/** Gives the changed and the new segments of the translation to the claims that wait between the same neighbours. */
function claimTargets(claims: Claim[], targets: readonly Comparable[]): void {
  const taken = new Set(claims.flatMap((claim) => claim.target))
  const anchors = new Map(claims.flatMap((claim, at) => claim.target.map((target) => [at, target] as [number, number])))
  const waiting = (list: readonly number[]): number[] => list.filter((at) => claims[at]!.text && claims[at]!.target.length === 0)
  const free = (list: readonly number[]): number[] => list.filter((at) => !taken.has(at))
  const give = (claim: number, found: number[]): void => {
    claims[claim]!.target.push(...found)
    for (const target of found) taken.add(target)
  }

  // What the source still has asks first: only what is left over can be the translation of something that is gone.
  const isGone = (at: number): boolean => claims[at]!.source.length === 0
  for (const isAsking of [(at: number) => !isGone(at), isGone]) {
    for (const gap of gapsBetween(anchors, claims.length, targets.length)) {
      const asking = waiting(gap.first).filter(isAsking)
      const offered = free(gap.second)
      if (asking.length === 0 || offered.length === 0) continue
      for (const link of align(asking.map((at) => claims[at]!.text!), offered.map((at) => targets[at]!))) {
        const [first, ...others] = link.source
        if (first === undefined || link.target.length === 0) continue
        give(asking[first]!, link.target.map((at) => offered[at]!))
        for (const other of others) absorb(claims[asking[first]!]!, claims[asking[other]!]!)
      }
    }
  }
  const asking = waiting([...claims.keys()])
  const offered = free([...targets.keys()])
  for (const [claim, target] of alignStrays(asking.map((at) => claims[at]!.text!), offered.map((at) => targets[at]!))) {
    give(asking[claim]!, [offered[target]!])
  }
}

/** Two claims share one segment of the translation: they become one pairing. */
function absorb(claim: Claim, other: Claim): void {
  if (claim.row === undefined || other.row === undefined) {
    if (claim.row !== other.row) return
    claim.source.push(...other.source)
    other.source = []
    return
  }
  other.target = claim.target
}

/** Stretches between pairs that stand in the same order on both sides. */
function gapsBetween(pairs: ReadonlyMap<number, number>, firsts: number, seconds: number): { first: number[]; second: number[] }[] {
  const ordered = [...pairs].sort(([a], [b]) => a - b)
  const kept = risingRun(ordered.map(([, second]) => second)).map((at) => ordered[at]!)
  const gaps: { first: number[]; second: number[] }[] = []
  let i = 0
  let j = 0
  for (const [first, second] of [...kept, [firsts, seconds] as const]) {
    if (first > i && second > j) gaps.push({ first: range(i, first), second: range(j, second) })
    i = first + 1
    j = second + 1
  }
  return gaps
}

/** Indices of a longest run of rising numbers (C. Schensted, "Longest Increasing and Decreasing Subsequences", 1961). */
export function risingRun(numbers: readonly number[]): number[] {
  const ends: number[] = []
  const before: number[] = []
  for (const [at, number] of numbers.entries()) {
    let length = ends.findIndex((end) => numbers[end]! >= number)
    if (length < 0) length = ends.length
    before[at] = length === 0 ? -1 : ends[length - 1]!
    ends[length] = at
  }
  const run: number[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) run.push(at)
  return run.reverse()
}

// What belongs together.

/** Claims that share a segment on either side are one pairing; rows of which nothing is left are dropped. */
function toPairings(rows: readonly Row[], claims: Claim[], sourceOf: number[][], targets: number): Pairing[] {
  const pairings: Pairing[] = []
  const holder = new Map<string, Pairing>()
  for (const claim of claims) {
    const source = claim.row === undefined ? claim.source : sourceOf[claim.row]!
    if (source.length === 0 && claim.target.length === 0) continue
    const keys = [...source.map((at) => `s${at}`), ...claim.target.map((at) => `t${at}`)]
    const pairing = keys.map((key) => holder.get(key)).find((held) => held !== undefined) ?? { rows: [], source: [], target: [] }
    if (pairing.rows.length === 0 && pairing.source.length === 0 && pairing.target.length === 0) pairings.push(pairing)
    if (claim.row !== undefined) pairing.rows.push(rows[claim.row]!)
    pairing.source = [...new Set([...pairing.source, ...source])].sort(ascending)
    pairing.target = [...new Set([...pairing.target, ...claim.target])].sort(ascending)
    for (const key of keys) holder.set(key, pairing)
  }
  const taken = new Set(pairings.flatMap((pairing) => pairing.target))
  const extra = range(0, targets).filter((at) => !taken.has(at))
  return [...pairings, ...extra.map((at) => ({ rows: [], source: [], target: [at] }))]
}

function inOrder(pairings: Pairing[]): Pairing[] {
  const ordered = pairings.filter((pairing) => pairing.source.length > 0).sort((a, b) => a.source[0]! - b.source[0]!)
  const alone = pairings.filter((pairing) => pairing.source.length === 0).sort((a, b) => a.target[0]! - b.target[0]!)
  for (const pairing of alone) {
    const before = ordered.findLastIndex((other) => other.target.includes(pairing.target[0]! - 1))
    if (before >= 0) ordered.splice(before + 1, 0, pairing)
    else ordered.splice(0, 0, pairing)
  }
  return ordered
}

function ascending(a: number, b: number): number {
  return a - b
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(end - start, 0) }, (_, at) => start + at)
}

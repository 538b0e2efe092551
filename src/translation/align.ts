/**
 * Which paragraph of a translation stands for which paragraph of its source, when no record says so.
 *
 * Lengths: W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1),
 * 1993: the same dynamic programming over 1-1, 1-0, 0-1, 2-1 and 1-2, here over paragraphs instead of sentences, with the kind of
 * the block and with anchors that no language changes (link targets, pictures, footnotes, numbers, names, words left alone) added
 * to the cost. Parts that were put in another order are found by a second pass over what the first left unlinked.
 */
import { anchorsOf, foldAccents } from './anchors.ts'
import { wordsOf, foldTypography, type Comparable } from './segment.ts'
import { shortestPath, type Link } from './shortestPath.ts'

/**
 * Costs are natural logarithms of unlikeliness, as in Gale and Church. Their sentences are joined far more often than left out; of
 * paragraphs the opposite is true, and a short paragraph that is missing must not pass for a part of its neighbour.
 */
const stepPrior = { pair: -Math.log(0.95), alone: -Math.log(0.02), merged: -Math.log(0.006) }

/** Variance of a translation's length for one character of its source (Gale and Church 1993, section 2.3). */
const lengthVariance = 6.8

/** A link out of order must be better than this: there nothing but its own likeness speaks for it. */
const strayLimit = -0.5

/** Front matter has one place for each of these, so they pair by kind alone. */
const singleKinds = new Set(['title', 'kicker', 'deck', 'jumpHead'])

/** What of a text survives translation, and how long it is. */
interface Profile {
  segment: Comparable
  length: number
  anchors: Set<string>
  /** Beginnings of its long words: related languages share many, and borrowed words are everywhere. */
  stems: Set<string>
}

/**
 * Links between the segments of two articles; every index of either side occurs exactly once, in the order of the source,
 * with what is only in the target where it stands. Works for any two languages.
 */
export function align(sources: readonly Comparable[], targets: readonly Comparable[]): Link[] {
  const a = sources.map(toProfile)
  const b = targets.map(toProfile)
  const first = shortestPath(a.length, b.length, (i, di, j, dj) => stepCost(a, i, di, b, j, dj))
  return linkStrays(first, sources, targets)
}

function stepCost(a: Profile[], i: number, di: number, b: Profile[], j: number, dj: number): number {
  if (di === 0 || dj === 0) return stepPrior.alone
  if (di === 1 && dj === 1) return stepPrior.pair + unlikeness(a[i]!, b[j]!)
  const [one, two] = di === 1 ? [a[i]!, [b[j]!, b[j + 1]!]] : [b[j]!, [a[i]!, a[i + 1]!]]
  if (!canMerge(one, two[0]!) || !canMerge(one, two[1]!)) return Infinity
  return stepPrior.merged + unlikeness(one, joined(two[0]!, two[1]!))
}

function canMerge(one: Profile, other: Profile): boolean {
  const kind = one.segment.kind
  return kind === other.segment.kind && (kind === 'paragraph' || kind === 'listItem' || kind === 'quote' || kind === 'footnote')
}

function joined(one: Profile, two: Profile): Profile {
  return { segment: one.segment, length: one.length + two.length, anchors: new Set([...one.anchors, ...two.anchors]), stems: new Set([...one.stems, ...two.stems]) }
}

function unlikeness(one: Profile, other: Profile): number {
  return kindCost(one.segment, other.segment) + lengthCost(one.length, other.length) + anchorCost(one, other) + stemCost(one.stems, other.stems)
}

function kindCost(one: Comparable, other: Comparable): number {
  if (one.kind === other.kind) return one.kind === 'heading' && one.depth !== other.depth ? 1.5 : 0
  if (singleKinds.has(one.kind) || singleKinds.has(other.kind)) return Infinity
  const prose = ['paragraph', 'listItem', 'quote', 'footnote']
  return prose.includes(one.kind) && prose.includes(other.kind) ? 3 : 9
}

function lengthCost(one: number, other: number): number {
  const mean = Math.max((one + other) / 2, 1)
  const delta = Math.abs(other - one) / Math.sqrt(mean * lengthVariance)
  return Math.min(-Math.log(Math.max(2 * (1 - normalDistribution(delta)), 1e-6)), 8)
}

/** Cumulative normal distribution, by formula 26.2.17 of Abramowitz and Stegun, "Handbook of Mathematical Functions". */
function normalDistribution(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series
}

function anchorCost(one: Profile, other: Profile): number {
  if (one.segment.hash === other.segment.hash) return one.length > 12 ? -12 : -4
  const total = one.anchors.size + other.anchors.size
  if (total === 0) return 0
  let shared = 0
  for (const anchor of one.anchors) if (other.anchors.has(anchor)) shared++
  const dice = (2 * shared) / total
  return shared === 0 ? 0.5 * Math.min(total / 2, 4) : -2.5 * dice * Math.min(shared + 0.5, 4)
}

/** Likeness by cognates (M. Simard, G. Foster, P. Isabelle, "Using Cognates to Align Sentences in Bilingual Corpora", TMI 1992). */
function stemCost(one: Set<string>, other: Set<string>): number {
  const fewer = Math.min(one.size, other.size)
  if (fewer === 0) return 0
  let shared = 0
  for (const stem of one) if (other.has(stem)) shared++
  return -Math.min(3 * (shared / fewer) * Math.min(shared, 4), 4)
}

function toProfile(segment: Comparable): Profile {
  const words = foldTypography(wordsOf(segment.text))
  return { segment, length: words.length, anchors: anchorsOf(segment), stems: stemsOf(words) }
}

function stemsOf(words: string): Set<string> {
  return new Set(foldAccents(words).match(/\p{L}{5,}/gu)?.map((word) => word.slice(0, 4)))
}

/** Second pass: what stands alone on both sides is laid beside each other again. */
function linkStrays(links: Link[], sources: readonly Comparable[], targets: readonly Comparable[]): Link[] {
  const strayA = links.flatMap((link) => (link.target.length === 0 ? link.source : []))
  const strayB = links.flatMap((link) => (link.source.length === 0 ? link.target : []))
  const found = alignStrays(strayA.map((at) => sources[at]!), strayB.map((at) => targets[at]!))
  if (found.length === 0) return links
  const partner = new Map(found.map(([a, b]) => [strayA[a]!, strayB[b]!]))
  const taken = new Set(partner.values())
  return links.flatMap((link) => {
    const target = link.target.length === 0 ? partner.get(link.source[0]!) : undefined
    if (target !== undefined) return [{ source: link.source, target: [target] }]
    return link.source.length === 0 && taken.has(link.target[0]!) ? [] : [link]
  })
}

/** Pairs of segments that must belong together wherever they stand: nothing but their own likeness speaks for them. */
export function alignStrays(sources: readonly Comparable[], targets: readonly Comparable[]): [number, number][] {
  if (sources.length === 0 || targets.length === 0) return []
  const a = sources.map(toProfile)
  const b = targets.map(toProfile)
  const links = shortestPath(a.length, b.length, (i, di, j, dj) => {
    if (di === 0 || dj === 0) return 0
    if (di !== 1 || dj !== 1) return Infinity
    const cost = unlikeness(a[i]!, b[j]!)
    return cost < strayLimit ? cost : Infinity
  })
  return links.flatMap(({ source, target }) => (source.length && target.length ? [[source[0]!, target[0]!] as [number, number]] : []))
}

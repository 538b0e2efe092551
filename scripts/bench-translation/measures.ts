/** How often the translation status is right on pages of which the history is known. */
import { align } from '../../src/translation/align.ts'
import { checkNames } from '../../src/translation/checks/finding.ts'
import { confirm } from '../../src/translation/done.ts'
import { isLeftInSource, proseWords } from '../../src/translation/leftover.ts'
import type { Segment } from '../../src/translation/segment.ts'
import { toSegments } from '../../src/translation/segments.ts'
import type { SegmentStatus } from '../../src/translation/status.ts'
import { toStoryStatus } from '../../src/translation/storyStatus.ts'
import type { Block, Page } from './corpus.ts'

/** Of what is true, how much was found; of what was said, how much is right. */
export interface Score {
  found: number
  of: number
  right: number
  called: number
}

/** Today's paragraphs against a record of the day when the page was translated. */
function statusesOf(page: Page): SegmentStatus[] {
  return toStoryStatus(page.now, 'es', confirm(page.then, 'es', undefined)!.record, undefined).segments
}

/** A paragraph whose words changed is to be looked at: the change is one of content or a copy-edit. */
function isNoticed({ state, change }: SegmentStatus): boolean {
  return state === 'stale' || change === 'content' || change === 'copyedit'
}

/** Blocks with their paragraphs; what stands at no line of its own (dropped pictures, foreign keys) is left out, unless it is stale. */
function judged(page: Page, segments: SegmentStatus[]): { block: Block; segment: SegmentStatus | undefined }[] {
  return page.blocks
    .filter(({ type }) => !type.startsWith('fm:'))
    .map((block) => ({ block, segment: segments.find(({ sourceLine }) => sourceLine === block.en_line) }))
    .filter(({ block, segment }) => segment || block.status === 'stale')
}

/** Paragraphs of the source that changed since they were translated, against those that did not or only in spelling. */
export function measureParagraphs(pages: Page[]): Score {
  const score = { found: 0, of: 0, right: 0, called: 0 }
  for (const page of pages) {
    for (const { block, segment } of judged(page, statusesOf(page))) {
      const isStale = block.status === 'stale'
      if (!isStale && !block.status.startsWith('fresh')) continue
      const noticed = segment !== undefined && isNoticed(segment)
      if (isStale) score.of++
      if (noticed) score.called++
      if (isStale && noticed) score.found++
    }
  }
  return { ...score, right: score.found }
}

/**
 * Files of which something is stale or missing, from what source and translation were once and are now, without anybody's `done`:
 * a paragraph is behind when its source changed and its translation did not. Files of which nobody knows are left out.
 */
export function measureFiles(pages: Page[]): Score {
  const score = { found: 0, of: 0, right: 0, called: 0 }
  for (const page of pages.filter(({ blocks }) => blocks.length > 0)) {
    const isBehind = page.blocks.some(({ status }) => status === 'stale' || status === 'missing-added')
    if (!isBehind && page.isUnsure) continue
    const said = statusesOf(page).filter(({ kind }) => kind !== 'code').some(isBehindForSure)
    if (isBehind) score.of++
    if (said) score.called++
    if (isBehind && said) score.found++
  }
  return { ...score, right: score.found }
}

/** What changed on both sides is behind where the translation shows that it was not changed along. */
function isBehindForSure(segment: SegmentStatus): boolean {
  const { reasons } = segment
  if (reasons.includes('new-in-source') || reasons.includes('not-followed')) return true
  return isNoticed(segment) && !reasons.includes('both-changed') && !reasons.includes('revised')
}

/** Pairs of paragraphs on pages where source and translation do not have the same kinds of blocks in the same order. */
export function measureAlignment(pages: Page[]): Score {
  const score = { found: 0, of: 0, right: 0, called: 0 }
  for (const page of pages) {
    const [sources, targets] = ['en', 'es'].map((language) => toSegments(page.now.articles.get(language)!)) as [Segment[], Segment[]]
    if (sources.map(({ kind }) => kind).join() === targets.map(({ kind }) => kind).join()) continue
    const lineOf = (segment: Segment | undefined): number | undefined => segment?.place.start?.line
    const linked = new Map(align(sources, targets).flatMap(({ source, target }) => source.map((at) => [lineOf(sources[at]), target.map((to) => lineOf(targets[to]))])))
    for (const { en_line: from, es_line: to, type } of page.blocks) {
      if (!to || type.startsWith('fm:') || !targets.some((segment) => lineOf(segment) === to) || !linked.has(from)) continue
      const lines = linked.get(from)!
      score.of++
      if (lines.length > 0) score.called++
      if (lines.includes(to)) score.found++
    }
  }
  return { ...score, right: score.found }
}

/** Published paragraphs that are not behind, with what is said of them when nobody has confirmed anything. */
function publishedParagraphs(pages: Page[]): SegmentStatus[] {
  return pages.flatMap((page) => judged(page, toStoryStatus(page.now, 'es', undefined, undefined).segments).flatMap(({ block, segment }) =>
    segment && block.status.startsWith('fresh') && segment.target !== '' ? [segment] : []))
}

function shareOf(paragraphs: SegmentStatus[], isFlagged: (segment: SegmentStatus) => boolean): Score {
  return { found: paragraphs.filter(isFlagged).length, of: paragraphs.length, right: 0, called: 0 }
}

/** Good published paragraphs that somebody is asked to look at. */
export function measureFlags(pages: Page[]): Score {
  return shareOf(publishedParagraphs(pages), ({ state }) => state === 'suspect')
}

/** … and those that count as not translated. */
export function measureErrors(pages: Page[]): Score {
  return shareOf(publishedParagraphs(pages), ({ state }) => state === 'untranslated')
}

/** Good published paragraphs that each check flags: its noise. */
export function measureChecks(pages: Page[]): { check: string; flagged: number; of: number; percent: string }[] {
  const paragraphs = publishedParagraphs(pages)
  const counts = new Map<string, number>(checkNames.map((check) => [check, 0]))
  for (const { reasons } of paragraphs) {
    for (const reason of reasons) if (reason !== 'unconfirmed') counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts].map(([check, flagged]) => ({ check, flagged, of: paragraphs.length, percent: ((100 * flagged) / paragraphs.length).toFixed(2) }))
}

/** Pairs of which no record can be made, or of which nothing belongs together: `found` of `of`. */
export function measureRefusals(pages: Page[]): Score {
  const refused = pages.filter((page) => {
    const confirmation = confirm(page.now, 'es', undefined)
    return !confirmation || !confirmation.record.rows.some(({ source, target }) => source.length > 0 && target.length > 0)
  })
  return { found: refused.length, of: pages.length, right: 0, called: 0 }
}

/** Source paragraphs put in the place of the translation, found; `right` of `called` good translations are not taken for untranslated. */
export function measureLeftovers(pages: Page[]): Score {
  const score = { found: 0, of: 0, right: 0, called: 0 }
  for (const page of pages) {
    const paragraphs = (language: string): Segment[] =>
      toSegments(page.now.articles.get(language)!).filter(({ kind, text }) => kind === 'paragraph' && proseWords(text).length >= 6)
    for (const { text } of paragraphs('en')) {
      score.of++
      if (isLeftInSource(text, undefined, 'en', 'es')) score.found++
    }
    for (const { text } of paragraphs('es')) {
      score.called++
      if (!isLeftInSource(text, undefined, 'en', 'es')) score.right++
    }
  }
  return score
}

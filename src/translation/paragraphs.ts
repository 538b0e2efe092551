/**
 * One translation paragraph by paragraph: what the source said, what it says now, the translation, and what to do; and the same
 * as single lines for editors' programs and forges.
 */
import type { Translate } from '../languages/translator.ts'
import { percentDone } from './board.ts'
import type { SegmentStatus, StoryStatus } from './status.ts'
import { diffWords } from './wordDiff.ts'

/** A terminal's line, and how far texts stand from its left edge. */
const lineLength = 100
const indent = 14

/** The paragraphs of one translation that ask for something. @param contentFolder as the reader named it */
export function formatParagraphs(story: StoryStatus, t: Translate, contentFolder: string): string {
  const head = [story.story, `${story.source} → ${story.language}`, t(`translation.state.${story.state}`), t('translation.percent', { number: percentDone(story) })]
  const title = `${head.join(' · ')}\n${contentFolder}/${story.file}\n`
  const open = story.segments.filter(asks)
  const waiting = story.segments.filter((segment) => !asks(segment) && segment.reasons.includes('unconfirmed')).length
  const quiet = story.segments.length - open.length - waiting
  const footer = [
    ...(story.state === 'missing' ? [`${t('translation.notYet', { story: story.story, language: story.language })}\n`] : []),
    ...(waiting > 0 ? [`${t('translation.waiting', { count: waiting, story: story.story, language: story.language })}\n`] : []),
    ...(quiet > 0 ? [`${t('translation.quiet', { count: quiet })}\n`] : []),
  ]
  return [title, ...open.map((segment) => formatParagraph(segment, story, t)), footer.join('')].join('\n')
}

/** A paragraph that only waits to be confirmed with the others has nothing to show. */
function asks({ state, change, findings }: SegmentStatus): boolean {
  return state !== 'current' || change !== null || findings.length > 0
}

function formatParagraph(segment: SegmentStatus, story: StoryStatus, t: Translate): string {
  const places = [
    ...(segment.sourceLine === null ? [] : [`${story.source}.md:${segment.sourceLine}`]),
    ...(segment.line === null ? [] : [`${story.language}.md:${segment.line}`]),
  ]
  const head = `${String(segment.number).padStart(3)}  ${t(`translation.kind.${segment.kind}`)} · ${places.join(' · ')}`
  return [
    head,
    `     ${explain(segment, t)}`,
    ...(segment.oldSource !== null && segment.source !== '' ? formatText(t('translation.changed'), formatWordDiff(segment.oldSource, segment.source)) : []),
    ...(segment.oldSource !== null && segment.source === '' ? formatText(t('translation.before'), segment.oldSource) : []),
    ...(segment.oldSource === null && segment.source !== '' ? formatText(story.source, segment.source) : []),
    ...(segment.target === '' ? [] : formatText(story.language, segment.target)),
    ...segment.findings.flatMap(({ check, detail }) => formatText(t('translation.finding'), `${detail} [${check}]`)),
    '',
  ].join('\n')
}

/** State, change and reasons in words: `Stale: the meaning of the source changed.` */
function explain({ state, change, reasons, findings }: SegmentStatus, t: Translate): string {
  const sentences = [
    ...(change === null || state === 'removed' ? [] : [t(`translation.change.${change}`)]),
    ...[...new Set([...reasons, ...findings.map(({ check }) => check)])].map((reason) => t(`translation.reason.${reason}`)),
  ]
  return `${t(`translation.segment.${state}`)}: ${sentences.join(' ')}`
}

/** What went and came between two texts: `The depot has [-214-] {+241+} buses.` */
export function formatWordDiff(before: string, after: string): string {
  return diffWords(before.split(' '), after.split(' '))
    .map(({ type, words }) => ({ same: words.join(' '), removed: `[-${words.join(' ')}-]`, added: `{+${words.join(' ')}+}` })[type])
    .join(' ')
}

function formatText(label: string, text: string): string[] {
  const lines = wrap(plain(text), lineLength - indent - 2)
  return lines.map((line, at) => `     ${(at === 0 ? label : '').padEnd(indent - 3)}${line}`)
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** Text of the copy without characters that would command a terminal; those that join letters are words' own in Persian and Hindi. */
function plain(text: string): string {
  return text.replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu, '')
}

/** One line for every paragraph that asks for something, and for every translation that is missing; '' when nothing does. */
export function formatShort(stories: readonly StoryStatus[], t: Translate, contentFolder: string): string {
  return findings(stories).map(({ story, segment }) => {
    if (!segment) return `${contentFolder}/${story.file} ${t('translation.state.missing')} ${t('translation.wordsLeft', { count: story.wordsLeft })}\n`
    return `${contentFolder}/${placeOf(story, segment)} ${explain(segment, t)} ${excerpt(segment)}\n`
  }).join('')
}

/** The same as annotations; source: GitHub's documentation, "Workflow commands for GitHub Actions". */
export function formatGithub(stories: readonly StoryStatus[], t: Translate, contentFolder: string): string {
  return findings(stories).map(({ story, segment }) => {
    const [file, line] = segment ? placeOf(story, segment).split(':') : [sourceFileOf(story), '1']
    const message = segment ? `${explain(segment, t)} ${excerpt(segment)}` : t('translation.notYet', { story: story.story, language: story.language })
    const level = segment && segment.state !== 'stale' && segment.state !== 'untranslated' ? 'notice' : 'warning'
    return `::${level} file=${escape(`${contentFolder}/${file}`)},line=${line},title=${escape(`translation ${story.language}`)}::${message.replaceAll('%', '%25')}\n`
  }).join('')
}

function findings(stories: readonly StoryStatus[]): { story: StoryStatus; segment?: SegmentStatus }[] {
  return stories.flatMap((story) => {
    if (story.state === 'missing') return [{ story }]
    return story.segments.filter(asks).map((segment) => ({ story, segment }))
  })
}

/** Where a translator must look: at the translation, or where it lacks the paragraph, at the source. */
function placeOf(story: StoryStatus, segment: SegmentStatus): string {
  return segment.line === null ? `${sourceFileOf(story)}:${segment.sourceLine ?? 1}` : `${story.file}:${segment.line}`
}

function sourceFileOf({ folder, source }: StoryStatus): string {
  return `${folder}/${source}.md`
}

function excerpt({ source, target }: SegmentStatus): string {
  const text = plain(target === '' ? source : target)
  return text.length > 60 ? `“${text.slice(0, 57).trimEnd()}…”` : `“${text}”`
}

function escape(text: string): string {
  return text.replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/**
 * The board as an editor reads it on a terminal: every story in every language, how far it is, and how much is left.
 */
import type { Translate } from '../languages/translator.ts'
import type { Board, InterfaceStatus, StoryRow } from './status.ts'

/** Cells of the bar that shows how much is done. */
const barLength = 10

/** Findings about one language's interface words that are named one by one; beyond that only counted. */
const mostKeys = 8

/** The table, one row for every translation, and a line that sums it up. Ends with a line feed. */
export function formatBoard(status: Board, t: Translate): string {
  const translations = status.stories.filter(({ state }) => state !== 'original')
  const widths = {
    name: widest(translations.map(({ story }) => story)),
    way: widest(translations.map(wayOf)),
    state: widest([...new Set(translations.map(({ state }) => state))].map((state) => t(`translation.state.${state}`))),
  }
  const groups = new Map<string, StoryRow[]>()
  for (const story of translations) {
    const group = groups.get(seriesOf(story))
    if (group) group.push(story)
    else groups.set(seriesOf(story), [story])
  }
  const rows = [...groups].map(([series, stories]) =>
    [`${series}\n`, ...stories.map((story) => `  ${formatRow(story, widths, t)}\n`)].join(''))
  return [...rows, ...formatInterface(status.interface, t), formatSummary(status, t)].join('\n')
}

/** `issues/17-01`, `leaflets` …: what stands together in the content folder. */
function seriesOf({ folder }: StoryRow): string {
  return folder.slice(0, folder.lastIndexOf('/'))
}

/** Widths of the columns, in characters. */
interface Widths {
  name: number
  way: number
  state: number
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, text.length), 0)
}

function formatRow(story: StoryRow, widths: Widths, t: Translate): string {
  const done = percentDone(story)
  const filled = Math.floor((done * barLength) / 100)
  return [
    marks[story.state],
    story.story.padEnd(widths.name),
    wayOf(story).padEnd(widths.way),
    t(`translation.state.${story.state}`).padEnd(widths.state),
    '█'.repeat(filled) + '░'.repeat(barLength - filled),
    t('translation.percent', { number: String(done).padStart(3) }),
    formatLeft(story, t),
  ].join('  ').trimEnd()
}

const marks = { missing: '✖', stale: '!', draft: '·', current: '✔', original: ' ' } as const

function wayOf({ source, language }: StoryRow): string {
  return `${source} → ${language}`
}

/** Share of the source's words whose translation needs nothing, in percent; never 100 while something is left. */
export function percentDone(story: StoryRow): number {
  if (story.words === 0) return story.state === 'missing' ? 0 : 100
  return story.wordsLeft === 0 ? 100 : Math.min(99, Math.floor(((story.words - story.wordsLeft) * 100) / story.words))
}

function formatLeft(story: StoryRow, t: Translate): string {
  const open = story.counts
  return [
    ...(story.wordsLeft > 0 ? [t('translation.wordsLeft', { count: story.wordsLeft })] : []),
    ...(['stale', 'untranslated', 'removed', 'suspect'] as const).flatMap((state) =>
      story.state === 'missing' || open[state] === 0 ? [] : [t(`translation.count.${state}`, { count: open[state] })],
    ),
    ...(story.state !== 'missing' && open.unconfirmed > 0 ? [t('translation.count.unconfirmed', { count: open.unconfirmed })] : []),
  ].join(', ')
}

function formatInterface(findings: readonly InterfaceStatus[], t: Translate): string[] {
  const languages = [...new Set(findings.map(({ language }) => language))]
  return languages.map((language) => {
    const own = findings.filter((finding) => finding.language === language)
    const keys = own.slice(0, mostKeys).map(({ key, state }) => `  ${key}  ${t(`translation.interface.${state}`)}\n`)
    const more = own.length > mostKeys ? [`  ${t('translation.interface.more', { count: own.length - mostKeys })}\n`] : []
    return [`${t('translation.interface.title', { language, count: own.length })}\n`, ...keys, ...more].join('')
  })
}

/** `2 missing, 1 stale, 21 current. 626 words are left to translate.` */
export function formatSummary({ summary }: Board, t: Translate): string {
  const states = (['missing', 'stale', 'draft', 'current'] as const)
    .filter((state) => summary.stories[state] > 0)
    .map((state) => `${marks[state]} ${t(`translation.stories.${state}`, { count: summary.stories[state] })}`)
  if (states.length === 0) return `${t('translation.nothing')}\n`
  const left = summary.wordsLeft === 0 ? t('translation.noWordsLeft') : t('translation.allWordsLeft', { count: summary.wordsLeft })
  return `${states.join(', ')}. ${left}\n`
}

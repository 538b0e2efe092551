/** Makes a folder for new copy, with front matter to fill in. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { Language } from '../languages/language.ts'
import type { Translate } from '../languages/translator.ts'
import { kinds } from './article.ts'

export const newKinds = ['story', 'issue', 'leaflet', 'pamphlet', 'page'] as const

/** What can be begun: a story of an issue, an issue, or copy of its own. */
export type NewKind = (typeof newKinds)[number]

/** The copy to begin. */
export interface NewCopy {
  kind: NewKind
  /** The folder to make, relative to the content folder. */
  folder: string
  title: string
  language: Language
  /** Of an issue. */
  volumeAndNumber?: { volume: number; number: number } | undefined
}

/**
 * Makes the folder and its first file: whole, beside its place, then renamed into it.
 * @param t translator of the language in which the hints are written
 * @returns the file, relative to the content folder; undefined when the folder is already there, and nothing was changed
 */
export function writeNew(root: string, copy: NewCopy, t: Translate): string | undefined {
  const target = join(root, copy.folder)
  if (existsSync(target)) return undefined
  const name = copy.kind === 'issue' ? 'issue.yaml' : `${copy.language}.md`
  const text = copy.kind === 'issue' ? formatIssue(copy, t) : formatStory(copy, t)
  // A name that begins with a full stop is passed over by every reader of the folder.
  const beside = join(dirname(target), `.new-${posix.basename(copy.folder)}`)
  mkdirSync(dirname(target), { recursive: true })
  rmSync(beside, { recursive: true, force: true })
  try {
    mkdirSync(beside)
    writeFileSync(join(beside, name), text)
    renameSync(beside, target)
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
  return posix.join(copy.folder, name)
}

function formatStory({ kind, title }: NewCopy, t: Translate): string {
  const hint = (key: string, value: string): string => `# ${key}: ${value}`
  const lines = [
    '---',
    `title: ${quoted(title)}`,
    `# ${t('new.hint')}`,
    ...(kind === 'story' ? [hint('kind', `article      # ${kinds.join(' | ')}`), hint('kicker', t('new.kicker'))] : []),
    ...(kind === 'page' ? [] : [hint('deck', t('new.deck')), hint('byline', t('new.byline'))]),
    ...(kind === 'story' ? [hint('dateline', t('new.dateline')), hint('date', '2026-11-15'), hint('section', t('new.section'))] : []),
    ...(kind === 'story' ? [hint('tags', t('new.tags')), hint('jumpHead', t('new.jumpHead'))] : []),
    ...(kind === 'page' ? [] : [hint('picture', t('new.picture'))]),
    '---',
    '',
    t('new.text'),
    '',
  ]
  return lines.join('\n')
}

function formatIssue({ volumeAndNumber }: NewCopy, t: Translate): string {
  const lines = [
    `volume: ${volumeAndNumber?.volume ?? 1}`,
    `number: ${volumeAndNumber?.number ?? 1}`,
    `date:                 # ${t('new.issueDate')}`,
    `# until: 2026-12-05   # ${t('new.until')}`,
    `# pages: 8            # ${t('new.pages')}`,
    `stories: []           # ${t('new.stories')}`,
    '',
  ]
  return lines.join('\n')
}

/** A headline that needs quotation marks in YAML gets them; others stay as an editor would type them. */
function quoted(title: string): string {
  const isPlain = /^[\p{L}\p{N}¿¡“«(][^#:]*$/u.test(title) && !/^(?:true|false|null|yes|no|on|off)$/i.test(title)
  return isPlain ? title : `"${title.replace(/[\\"]/g, '\\$&')}"`
}

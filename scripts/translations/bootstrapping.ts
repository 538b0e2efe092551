/** `init`: records for translations that have none, from the history that git keeps where there is one. */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Draft } from '../../src/newsroom/draft.ts'
import { inherit } from '../../src/newsroom/inheritance.ts'
import { isLanguage } from '../../src/languages/names.ts'
import type { Newsroom } from '../../src/newsroom/newsroom.ts'
import { parseDraft } from '../../src/newsroom/readStory.ts'
import type { Story } from '../../src/newsroom/story.ts'
import { confirm } from '../../src/translation/done.ts'
import { recordOfHistory } from '../../src/translation/history.ts'
import { readRecord, recordFileOf } from '../../src/translation/record.ts'
import { WrongCall, type Call } from '../commandLine.ts'
import { refuseBroken, selectionOf, translationsIn, type Translation } from './selection.ts'
import { saveRecord } from './confirming.ts'

/** Versions of one translation that are looked at, the newest: older ones have been written over since. */
const mostVersions = 40

/** Begins the records of translations that have none, and says of each how much could be known. */
export function initRecords(call: Call, newsroom: Newsroom, diagnostics: Diagnostic[], slugs: string[]): boolean {
  const { t, content } = call
  const selections = slugs.length === 0 ? [selectionOf(call, newsroom, undefined)] : slugs.map((slug) => selectionOf(call, newsroom, slug))
  const chosen = selections.flatMap((selection) => translationsIn(call, newsroom, selection))
  const without = chosen.filter(({ story, language }) => readRecord(newsroom.folder, recordFileOf(story.articles.get(language)!)).value === undefined)
  if (without.length === 0) throw new WrongCall(t('translation.init.nothing'))
  for (const [at, translation] of without.entries()) {
    call.progress(t('translation.init.progress', { done: at, all: without.length }))
    refuseBroken(call, translation, diagnostics)
    const { story, language } = translation
    const file = recordFileOf(story.articles.get(language)!)
    const versions = versionsOf(newsroom.folder, translation)
    const record = recordOfHistory(versions, language) ?? confirm(story, language, undefined)!.record
    saveRecord(call, newsroom.folder, file, record)
    if (!call.quiet) call.print(`${t(versions.length > 0 ? 'translation.init.history' : 'translation.init.guess', { file: `${content}/${file}`, count: versions.length })}\n`)
  }
  return true
}

/** The story at each commit that changed its translation, oldest first; none where git does not know it. */
function versionsOf(folder: string, { story, language }: Translation): Story[] {
  const root = resolve(folder)
  const article = story.articles.get(language)!
  const source = story.articles.get(article.from ?? story.original)!
  const log = git(root, 'log', '--follow', `--max-count=${mostVersions}`, '--format=%x01%H', '--name-only', '--relative', '--', article.file)
  const commits = log.split('\u0001').flatMap((entry) => {
    const [commit, file] = entry.split('\n').filter((line) => line !== '')
    return commit && file ? [{ commit, file }] : []
  })
  return commits.reverse().flatMap(({ commit, file }) => {
    const [translated, original] = [file, file.replace(/[^/]+$/, `${source.language}.md`)].map((path) => git(root, 'show', `${commit}:./${path}`))
    return translated && original ? [storyOfThen(story, { [source.language]: original, [language]: translated }, language, source.language)] : []
  })
}

function storyOfThen(story: Story, texts: Record<string, string>, language: string, from: string): Story {
  const drafts = new Map<string, Draft>()
  for (const [each, text] of Object.entries(texts).filter(([tag]) => isLanguage(tag))) {
    const context = { file: `${story.folder}/${each}.md`, folder: story.folder, language: each, findPicture: () => ({ state: 'found' as const }) }
    const draft = parseDraft(text.replaceAll('\r\n', '\n'), context).value
    drafts.set(each, each === language ? { ...draft, from } : draft)
  }
  return { ...story, original: from, articles: inherit(drafts, from).articles }
}

/** What git says, or nothing when it is not there or knows nothing. */
function git(folder: string, ...words: string[]): string {
  try {
    return execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 50_000_000 })
  } catch {
    return ''
  }
}

/**
 * Translation status: Newsroom → what is missing, untranslated, stale or current, by the paragraph.
 *
 *   segments.ts    an article's paragraphs, headings, captions …      record.ts   what was confirmed, beside the translation
 *   follow.ts      where the recorded paragraphs are today            align.ts    which belong together when nothing is recorded
 *   grade.ts       how grave a change of the source is                leftover.ts text left in the source's language
 *   done.ts        confirming                                         interface.ts the words of site and page
 */
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts'
import type { Language } from '../languages/language.ts'
import en from '../languages/words/en.json' with { type: 'json' }
import es from '../languages/words/es.json' with { type: 'json' }
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { Story } from '../newsroom/story.ts'
import { checkInterface } from './interface.ts'
import { readRecord, recordFileOf, type SyncRecord } from './record.ts'
import { sourceLanguageOf, toStoryStatus } from './storyStatus.ts'
import { toSummary, type StoryStatus, type TranslationStatus } from './status.ts'

/** Which part of the paper is asked about; whatever is absent is not limited. */
export interface Selection {
  language?: Language
  /** A story's slug. */
  story?: string
  /** An issue's name: `17-01`. */
  issue?: string
}

/**
 * The state of every story in every language, and of the interface's words. Reads the records beside the translations; trouble
 * with them is told in the diagnostics and means no more than that something is not confirmed. The value is always there.
 */
export function statusOf(newsroom: Newsroom, selection: Selection = {}): Outcome<TranslationStatus> & { value: TranslationStatus } {
  const diagnostics: Diagnostic[] = []
  const stories = storiesOf(newsroom, selection).flatMap((story) => {
    const records = readRecords(newsroom.folder, story, diagnostics)
    return languagesOf(newsroom, story)
      .filter((language) => selection.language === undefined || language === selection.language)
      .map((language) => toStatusIn(newsroom, story, language, records))
  })
  const languages = newsroom.paper.languages.filter((language) => selection.language === undefined || language === selection.language)
  const words = selection.story === undefined && selection.issue === undefined ? checkInterface({ en, es }, languages) : []
  return { value: { stories, interface: words, summary: toSummary(stories, words.length) }, diagnostics }
}

/** The stories of a selection: the newest issue first, then pamphlets, leaflets and pages. */
export function storiesOf(newsroom: Newsroom, selection: Selection): Story[] {
  const issues = newsroom.issues.filter(({ name }) => selection.issue === undefined || name === selection.issue)
  const others = selection.issue === undefined ? [...newsroom.pamphlets, ...newsroom.leaflets, ...newsroom.pages] : []
  return [...issues.flatMap(({ stories }) => stories), ...others].filter(({ slug }) => selection.story === undefined || slug === selection.story)
}

/** The paper's languages, then what else the story is written in. */
function languagesOf(newsroom: Newsroom, story: Story): Language[] {
  return [...new Set([...newsroom.paper.languages, ...story.articles.keys()])]
}

function readRecords(folder: string, story: Story, diagnostics: Diagnostic[]): Map<Language, SyncRecord> {
  const records = new Map<Language, SyncRecord>()
  for (const [language, article] of story.articles) {
    if (language === story.original) continue
    const record = readRecord(folder, recordFileOf(article))
    diagnostics.push(...record.diagnostics)
    if (record.value) records.set(language, record.value)
  }
  return records
}

/** A translation of a translation is as old as what it was made from: that one is looked at first. */
function toStatusIn(
  newsroom: Newsroom, story: Story, language: Language, records: Map<Language, SyncRecord>, seen: readonly Language[] = [],
): StoryStatus {
  const source = sourceLanguageOf(story, language)
  const isPivot = source !== story.original && !seen.includes(source)
  const sourceStatus = isPivot ? toStatusIn(newsroom, story, source, records, [...seen, language]) : undefined
  return toStoryStatus(story, language, records.get(language), sourceStatus, newsroom.glossary)
}

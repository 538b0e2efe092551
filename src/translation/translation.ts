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
import type { Newsroom } from '../newsroom/gather.ts'
import type { Story } from '../newsroom/story.ts'
import { interfaceStatus } from './interface.ts'
import { readRecord, recordFileOf, type SyncRecord } from './record.ts'
import { languagesOf, storiesOf, type Selection } from './selection.ts'
import { sourceLanguageOf, toStoryStatus } from './storyStatus.ts'
import { toSummary, type StoryStatus, type TranslationStatus } from './status.ts'

/**
 * The state of every story in every language, and of the interface's words. Reads the records beside the translations; trouble
 * with them is told in the diagnostics and means no more than that something is not confirmed. The value is always there.
 */
export function statusOf(newsroom: Newsroom, selection: Selection = {}): Outcome<TranslationStatus> & { value: TranslationStatus } {
  const diagnostics: Diagnostic[] = []
  const stories = storiesOf(newsroom, selection).flatMap((story) => {
    const found = statusOfStory(story, newsroom, selection.language)
    diagnostics.push(...found.diagnostics)
    return found.value
  })
  const words = interfaceStatus(newsroom.paper.languages, selection)
  return { value: { stories, interface: words, summary: toSummary(stories, words.length) }, diagnostics }
}

/** What of the newsroom the state of one story depends on. */
export type House = Pick<Newsroom, 'folder' | 'glossary'> & { paper: Pick<Newsroom['paper'], 'languages'> }

/** One story in all its languages, or in one. */
export function statusOfStory(story: Story, house: House, only?: Language): { value: StoryStatus[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const records = readRecords(house.folder, story, diagnostics)
  const value = languagesOf(house.paper.languages, story)
    .filter((language) => only === undefined || language === only)
    .map((language) => toStatusIn(house, story, language, records))
  return { value, diagnostics }
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
  house: House, story: Story, language: Language, records: Map<Language, SyncRecord>, seen: readonly Language[] = [],
): StoryStatus {
  const source = sourceLanguageOf(story, language)
  const isPivot = source !== story.original && !seen.includes(source)
  const sourceStatus = isPivot ? toStatusIn(house, story, source, records, [...seen, language]) : undefined
  return toStoryStatus(story, language, records.get(language), sourceStatus, house.glossary)
}

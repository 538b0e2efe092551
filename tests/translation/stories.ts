/** Stories built from Markdown in memory, read by the paper's own processor. */
import type { Language } from '../../src/languages/language.ts'
import type { Draft } from '../../src/newsroom/draft.ts'
import { inherit, originalOf } from '../../src/newsroom/inheritance.ts'
import { parseDraft } from '../../src/newsroom/readStory.ts'
import type { Story } from '../../src/newsroom/story.ts'
import { confirm } from '../../src/translation/done.ts'
import { formatRecord, parseRecord, type SyncRecord } from '../../src/translation/record.ts'
import type { StoryStatus } from '../../src/translation/status.ts'
import { toStoryStatus } from '../../src/translation/storyStatus.ts'

const folder = 'issues/17-01/depot'

/** A story from one Markdown text a language, front matter and all. */
export function storyOf(texts: Record<Language, string>): Story {
  const drafts = new Map<Language, Draft>()
  for (const [language, text] of Object.entries(texts)) {
    const context = { file: `${folder}/${language}.md`, folder, language, findPicture: () => ({ state: 'found' as const }) }
    drafts.set(language, parseDraft(text, context).value)
  }
  const original = originalOf(drafts, Object.keys(texts))
  return { slug: 'depot', folder, original, articles: inherit(drafts, original).articles }
}

/** English and its Spanish translation, each a title and a list of blocks. */
export function pairOf(source: string[], target: string[], front = { source: 'title: The depot', target: 'title: La terminal' }): Story {
  return storyOf({ en: pageOf(front.source, source), es: pageOf(`${front.target}\nfrom: en`, target) })
}

export function pageOf(front: string, blocks: string[]): string {
  return `---\n${front}\n---\n\n${blocks.join('\n\n')}\n`
}

/** What the record says after `done`, written to disk and read again. */
export function recordOf(story: Story, language: Language = 'es', before?: SyncRecord, paragraph?: number): SyncRecord {
  const { record } = confirm(story, language, before, paragraph)!
  return parseRecord(formatRecord(record), 'es.sync.json').value!
}

export function statusIn(story: Story, record?: SyncRecord, language: Language = 'es'): StoryStatus {
  return toStoryStatus(story, language, record, undefined)
}

/** `current`, `stale content`, `untranslated not-translated` …, one for each paragraph. */
export function verdictsOf(status: StoryStatus): string[] {
  return status.segments.map(({ state, change, reasons }) => [state, change, ...reasons].filter(Boolean).join(' '))
}

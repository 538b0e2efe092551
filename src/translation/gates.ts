/**
 * The gates of paper.yaml: what a translation must be before it is printed or put on the site. `any` asks nothing, `translated` that
 * every paragraph is translated, `current` that none of them is stale either. An issue's first story is its lead; everything else,
 * pamphlets, leaflets and pages among it, counts as `others`.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Language } from '../languages/language.ts'
import type { Article } from '../newsroom/article.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { Gate, GatedOutput } from '../newsroom/paper.ts'
import type { Story } from '../newsroom/story.ts'
import { recordFileOf } from './record.ts'
import { storiesOf } from './selection.ts'
import type { StoryStatus } from './status.ts'
import { statusOfStory } from './translation.ts'

export interface Gated {
  /**
   * The newsroom of everything that is read on a screen: without the translations that may not go there, which count as not translated
   * yet; and in the others it is noted when their original says more today.
   */
  site: Newsroom
  /** Translations that say less than their originals do today, by file. */
  behind: ReadonlyMap<string, StoryStatus>
  diagnostics: Diagnostic[]
  /** Whether an issue (`17-01`), a pamphlet or a leaflet (its folder) may be printed in a language. */
  mayPrint(of: string, language: Language): boolean
}

/**
 * Holds every translation against the gates. A paper without gates lets everything pass.
 * @param known the state of every translation, where it is known already
 */
export function passGates(newsroom: Newsroom, known: readonly StoryStatus[] = statusesThatCount(newsroom)): Gated {
  const translations = new Map(known.filter(({ state }) => state !== 'original').map((each) => [each.file, each]))
  const behind = new Map([...translations].filter(([, { state }]) => state === 'stale'))
  const stops = (output: GatedOutput, story: Story, language: Language, isLead: boolean): boolean => {
    const gate = newsroom.paper.gates[output]?.[isLead ? 'lead' : 'others'] ?? 'any'
    const translation = translations.get(`${story.folder}/${language}.md`)
    return translation !== undefined && story.articles.has(language) && !passes(translation, gate)
  }
  const { held, diagnostics } = holdBack(newsroom, stops)
  const onSite = (list: readonly Story[], hasLead: boolean): Story[] => list.map((story, at) => {
    const articles = [...story.articles].flatMap(([language, article]): [Language, Article][] => {
      const isLead = hasLead && at === 0
      if (!stops('site', story, language, isLead)) return [[language, behind.has(article.file) ? { ...article, behind: originalOf(story, article) } : article]]
      diagnostics.push({ id: 'translation/gate-site', place: { file: article.file }, params: { story: story.slug, language } })
      return []
    })
    return { ...story, articles: new Map(articles) }
  })
  const site: Newsroom = {
    ...newsroom,
    issues: newsroom.issues.map((issue) => ({ ...issue, stories: onSite(issue.stories, true) })),
    pamphlets: onSite(newsroom.pamphlets, false), leaflets: onSite(newsroom.leaflets, false), pages: onSite(newsroom.pages, false),
  }
  return { site, behind, diagnostics, mayPrint: (of, language) => !held.has(`${of} ${language}`) }
}

/** Without gates only what was once confirmed can be found to be behind; to look at the rest of an archive takes long and says nothing. */
function statusesThatCount(newsroom: Newsroom): StoryStatus[] {
  const hasGates = Object.keys(newsroom.paper.gates).length > 0
  const counts = (story: Story): boolean => hasGates || [...story.articles.values()].some((article) => existsSync(join(newsroom.folder, recordFileOf(article))))
  return storiesOf(newsroom, {}).filter(counts).flatMap((story) => statusOfStory(story, newsroom).value)
}

/** What may not be printed: issues and single stories in a language, because of one translation or several. */
function holdBack(
  newsroom: Newsroom, stops: (output: GatedOutput, story: Story, language: Language, isLead: boolean) => boolean,
): { held: Set<string>; diagnostics: Diagnostic[] } {
  const held = new Set<string>()
  const diagnostics: Diagnostic[] = []
  const hold = (of: string, story: Story, language: Language): void => {
    held.add(`${of} ${language}`)
    diagnostics.push({ id: 'translation/gate-press', place: { file: `${story.folder}/${language}.md` }, params: { issue: of, story: story.slug, language } })
  }
  for (const issue of newsroom.issues) {
    for (const language of newsroom.paper.languages) {
      for (const [at, story] of issue.stories.entries()) if (stops('press', story, language, at === 0)) hold(issue.name, story, language)
    }
  }
  for (const story of [...newsroom.pamphlets, ...newsroom.leaflets]) {
    for (const language of story.articles.keys()) if (stops('press', story, language, false)) hold(story.folder, story, language)
  }
  return { held, diagnostics }
}

/** What a translation was made from, as far as a reader is told. */
function originalOf(story: Story, { from }: Article): NonNullable<Article['behind']> {
  const language = from ?? story.original
  const date = story.articles.get(language)?.date
  return { language, ...(date !== undefined && { date }) }
}

function passes({ segments, state }: StoryStatus, gate: Gate): boolean {
  if (gate === 'any') return true
  if (segments.some((segment) => segment.state === 'untranslated')) return false
  return gate === 'translated' || state !== 'stale'
}

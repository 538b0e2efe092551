/**
 * The gates of paper.yaml: what a translation must be before it is printed or put on the site. `any` asks nothing, `translated` that
 * every paragraph is translated, `current` that none of them is stale either.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Language } from '../languages/language.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { Gate, GatedOutput } from '../newsroom/paper.ts'
import type { Story } from '../newsroom/story.ts'
import { statusOf } from './translation.ts'
import type { StoryStatus } from './status.ts'

export interface Gated {
  /** The newsroom without the translations that may not go on the site: there they count as not translated yet. */
  site: Newsroom
  /** Translations that say less than their originals do today, by file. */
  behind: ReadonlyMap<string, StoryStatus>
  diagnostics: Diagnostic[]
  /** Whether an issue may be printed in a language. */
  mayPrint(issue: string, language: Language): boolean
}

/** Holds every translation against the gates. A paper without gates lets everything pass. */
export function passGates(newsroom: Newsroom): Gated {
  const { stories } = statusOf(newsroom).value
  const translations = new Map(stories.filter(({ state }) => state !== 'original').map((status) => [status.file, status]))
  const behind = new Map([...translations].filter(([, { state }]) => state === 'stale'))
  const diagnostics: Diagnostic[] = []
  const held = new Set<string>()

  const stops = (output: GatedOutput, story: Story, language: Language, isLead: boolean): boolean => {
    const gate = newsroom.paper.gates[output]?.[isLead ? 'lead' : 'others'] ?? 'any'
    const status = translations.get(`${story.folder}/${language}.md`)
    return status !== undefined && story.articles.has(language) && !passes(status, gate)
  }
  for (const issue of newsroom.issues) {
    for (const language of newsroom.paper.languages) {
      const stopped = issue.stories.filter((story, at) => stops('press', story, language, at === 0))
      for (const story of stopped) {
        held.add(`${issue.name} ${language}`)
        diagnostics.push({ id: 'translation/gate-press', place: { file: `${story.folder}/${language}.md` }, params: { issue: issue.name, story: story.slug, language } })
      }
    }
  }
  const onSite = (list: readonly Story[], hasLead: boolean): Story[] => list.map((story, at) => {
    const out = [...story.articles.keys()].filter((language) => stops('site', story, language, hasLead && at === 0))
    if (out.length === 0) return story
    for (const language of out) {
      diagnostics.push({ id: 'translation/gate-site', place: { file: `${story.folder}/${language}.md` }, params: { story: story.slug, language } })
    }
    return { ...story, articles: new Map([...story.articles].filter(([language]) => !out.includes(language))) }
  })
  const site: Newsroom = {
    ...newsroom,
    issues: newsroom.issues.map((issue) => ({ ...issue, stories: onSite(issue.stories, true) })),
    pamphlets: onSite(newsroom.pamphlets, false), leaflets: onSite(newsroom.leaflets, false), pages: onSite(newsroom.pages, false),
  }
  return { site, behind, diagnostics, mayPrint: (issue, language) => !held.has(`${issue} ${language}`) }
}

function passes({ segments, state }: StoryStatus, gate: Gate): boolean {
  if (gate === 'any') return true
  if (segments.some((segment) => segment.state === 'untranslated')) return false
  return gate === 'translated' || state !== 'stale'
}

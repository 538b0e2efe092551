/** Which translations are meant. */
import type { Language } from '../languages/language.ts'
import type { Newsroom } from '../newsroom/gather.ts'
import type { Story } from '../newsroom/story.ts'

/** Which part of the paper is asked about; whatever is absent is not limited. */
export interface Selection {
  language?: Language
  /** A story's slug. */
  story?: string
  /** An issue's name: `17-01`. */
  issue?: string
}

/** The stories of a selection: the newest issue first, then pamphlets, leaflets and pages. */
export function storiesOf(newsroom: Newsroom, selection: Selection): Story[] {
  const issues = newsroom.issues.filter(({ name }) => selection.issue === undefined || name === selection.issue)
  const others = selection.issue === undefined ? [...newsroom.pamphlets, ...newsroom.leaflets, ...newsroom.pages] : []
  return [...issues.flatMap(({ stories }) => stories), ...others].filter(({ slug }) => selection.story === undefined || slug === selection.story)
}

/** The paper's languages, then what else the story is written in. */
export function languagesOf(languages: readonly Language[], story: Story): Language[] {
  return [...new Set([...languages, ...story.articles.keys()])]
}

/** Which translations are meant. */
import type { Language } from '../languages/language.ts'
import type { Story } from '../newsroom/story.ts'

/** Which part of the paper is asked about; whatever is absent is not limited. */
export interface Selection {
  language?: Language
  /** A story's slug. */
  story?: string
  /** An issue's name: `17-01`. */
  issue?: string
}

/** As much of a story as must be known to choose it. */
export interface Named {
  slug: string
  folder: string
  articles: ReadonlyMap<Language, unknown>
}

/** Of what is chosen: a newsroom, or its stories without their texts. Everything in its order. */
export interface Stock<S extends Named> {
  paper: { languages: Language[] }
  issues: { name: string; stories: S[] }[]
  pamphlets: S[]
  leaflets: S[]
  pages: S[]
}

/** The stories of a selection: the newest issue first, then pamphlets, leaflets and pages. */
export function storiesOf<S extends Named>(stock: Stock<S>, selection: Selection): S[] {
  const issues = stock.issues.filter(({ name }) => selection.issue === undefined || name === selection.issue)
  const others = selection.issue === undefined ? [...stock.pamphlets, ...stock.leaflets, ...stock.pages] : []
  return [...issues.flatMap(({ stories }) => stories), ...others].filter(({ slug }) => selection.story === undefined || slug === selection.story)
}

/** The paper's languages, then what else the story is written in. */
export function languagesOf(languages: readonly Language[], story: Story): Language[] {
  return [...new Set([...languages, ...story.articles.keys()])]
}

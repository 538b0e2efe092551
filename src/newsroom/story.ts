import type { Language } from '../languages/language.ts'
import type { Article } from './article.ts'

/** One story in all its languages: a folder of Markdown files and pictures. */
export interface Story {
  slug: string
  /** The folder, relative to the content folder: `issues/17-01/harbor-strike`, `leaflets/rent`, `pages/about`. */
  folder: string
  /** The language in which it was first written. */
  original: Language
  articles: Map<Language, Article>
}

import type { Article } from './article.ts'

/** One language's file of a story before it inherits from the original. */
export interface Draft extends Omit<Article, 'kind' | 'title' | 'tags' | 'bylines'> {
  kind?: Article['kind']
  title?: string
  tags?: string[]
  bylines?: string[]
}

import { gistOf } from '../gist.ts'
import type { ArticleRule } from './rule.ts'

/** A story without a word under its headline is not finished. */
export const checkEmptyBody: ArticleRule = article => {
  return gistOf(article.body).saysSomething ? [] : [{ id: 'story/empty', place: { file: article.file }, params: {} }]
}

import { toString } from 'mdast-util-to-string'
import type { ArticleRule } from './rule.ts'

/** A story without a word under its headline is not finished. */
export const checkEmptyBody: ArticleRule = article => {
  const hasText = article.body.children.some(block => block.type === 'figure' || toString(block).trim() !== '')
  return hasText ? [] : [{ id: 'story/empty', place: { file: article.file }, params: {} }]
}

import { likelyOf } from '../likely.ts'
import type { ArticleRule } from './rule.ts'

/** A story's language must be one of the paper's; leaflets may be in any language that there is. */
export const checkKnownLanguage: ArticleRule = (article, story, paper) => {
  if (paper.languages.includes(article.language) || story.folder.startsWith('leaflets/')) return []
  const params = { language: article.language, likely: likelyOf(article.language, paper.languages) ?? '', known: paper.languages.join(', ') }
  return [{ id: 'story/unknown-language', place: { file: article.file }, params, related: paper.place }]
}

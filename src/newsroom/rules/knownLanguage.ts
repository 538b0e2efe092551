import type { ArticleRule } from './rule.ts'

/** A story's language must be one of the paper's; leaflets may be in any language that there is. */
export const checkKnownLanguage: ArticleRule = (article, story, paper) => {
  if (paper.languages.includes(article.language) || story.folder.startsWith('leaflets/')) return []
  const params = { language: article.language, likely: likelyLanguage(article.language, paper.languages), known: paper.languages.join(', ') }
  return [{ id: 'story/unknown-language', place: { file: article.file }, params, related: paper.place }]
}

/** `EN` and `eng` mean `en`; of two short names that share a letter neither means the other. */
function likelyLanguage(language: string, known: string[]): string {
  const typed = language.toLowerCase()
  return known.find(each => typed === each.toLowerCase() || (typed.length > 2 && typed.startsWith(each.toLowerCase()))) ?? ''
}

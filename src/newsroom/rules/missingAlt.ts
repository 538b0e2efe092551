import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { gistOf } from '../gist.ts'
import type { ArticleRule } from './rule.ts'

/** Every picture needs words for readers who cannot see it, in the reader's own language. */
export const checkMissingAlt: ArticleRule = (article, story) => {
  const diagnostics: Diagnostic[] = []
  const { picture, places } = article
  const ownPlace = places['picture.alt'] ?? places.picture ?? { file: article.file, start: { line: 1, column: 1 } }
  if (picture && picture.alt === '') diagnostics.push({ id: 'pictures/missing-alt', place: ownPlace, params: { file: picture.file } })
  else if (picture && article.language !== story.original && !places['picture.alt']) {
    const related = story.articles.get(story.original)?.places['picture.alt']
    const params = { file: picture.file, alt: picture.alt }
    diagnostics.push({ id: 'pictures/alt-not-translated', place: ownPlace, params, ...(related && { related }) })
  }
  for (const { picture } of gistOf(article.body).figures) {
    if (picture.alt === '') diagnostics.push({ id: 'pictures/missing-alt', place: picture.place, params: { file: picture.file } })
  }
  return diagnostics
}

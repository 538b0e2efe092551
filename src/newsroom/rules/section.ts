import { likelyOf } from '../likely.ts'
import type { ArticleRule } from './rule.ts'

/** A story's section must be one of the paper's. */
export const checkSection: ArticleRule = (article, _story, paper) => {
  const { section, places } = article
  if (section === undefined || !places.section || paper.sections.has(section)) return []
  const known = [...paper.sections.keys()]
  const params = { value: section, likely: likelyOf(section, known) ?? '', known: known.join(', ') }
  return [{ id: 'story/unknown-section', place: places.section, params, related: paper.place }]
}

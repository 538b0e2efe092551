import { likelyOf } from '../likely.ts'
import type { ArticleRule } from './rule.ts'

/** A story's series must be one of the paper's. */
export const checkSeries: ArticleRule = (article, _story, paper) => {
  const { series, places } = article
  if (series === undefined || !places.series || paper.series.has(series)) return []
  const known = [...paper.series.keys()]
  const params = { value: series, likely: likelyOf(series, known) ?? '', known: known.join(', ') }
  return [{ id: 'story/unknown-series', place: places.series, params, related: paper.place }]
}

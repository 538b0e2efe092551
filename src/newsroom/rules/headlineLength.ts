import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { ArticleRule } from './rule.ts'

/** Letters that fit: a headline in three lines over three columns, a jump head in one line over one. */
const limits = { title: 90, kicker: 50, jumpHead: 34 } as const

/** A headline must fit over its story. */
export const checkHeadlineLength: ArticleRule = article => {
  const diagnostics: Diagnostic[] = []
  for (const key of ['title', 'kicker', 'jumpHead'] as const) {
    const length = [...(article[key] ?? '')].length
    const place = article.places[key]
    if (place && length > limits[key]) {
      diagnostics.push({ id: 'story/headline-too-long', place, params: { key, length, limit: limits[key], over: length - limits[key] } })
    }
  }
  return diagnostics
}

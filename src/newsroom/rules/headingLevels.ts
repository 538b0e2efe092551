import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { placeOfNode } from '../copy.ts'
import { gistOf } from '../gist.ts'
import type { ArticleRule } from './rule.ts'

/** Subheads go down one level at a time: after `##` comes `###`, not `####`. A story may begin with `#` or `##`. */
export const checkHeadingLevels: ArticleRule = article => {
  const diagnostics: Diagnostic[] = []
  let last = 1
  for (const heading of gistOf(article.body).headings) {
    if (heading.depth > last + 1) {
      const params = { has: '#'.repeat(heading.depth), fits: '#'.repeat(last + 1) }
      diagnostics.push({ id: 'text/heading-jump', place: placeOfNode(heading, article.file), params })
    }
    last = heading.depth
  }
  return diagnostics
}

import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { placeOfNode } from '../copy.ts'
import { gistOf } from '../gist.ts'
import { headingIds } from '../html.ts'
import type { ArticleRule } from './rule.ts'

/** A link to a heading of the same story, `[above](#the-vote)`, must find it. */
export const checkFragments: ArticleRule = article => {
  const diagnostics: Diagnostic[] = []
  let ids: Set<string> | undefined
  for (const link of gistOf(article.body).links) {
    if (!link.url.startsWith('#')) continue
    ids ??= new Set(headingIds(article))
    if (!ids.has(decoded(link.url.slice(1)))) {
      diagnostics.push({ id: 'link/dead-fragment', place: placeOfNode(link, article.file), params: { url: link.url.slice(0, 200) } })
    }
  }
  return diagnostics
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

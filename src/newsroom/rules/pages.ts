import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { IssueRule } from './rule.ts'

/** A sheet of newsprint is four pages, and wishes name pages that there are. */
export const checkPages: IssueRule = issue => {
  const { pages } = issue
  if (pages === undefined) return []
  const diagnostics: Diagnostic[] = []
  if (pages % 4 !== 0) {
    const params = { pages, fewer: pages - (pages % 4), more: pages + 4 - (pages % 4) }
    diagnostics.push({ id: 'issue/pages-not-sheets', place: issue.places.pages ?? issue.place, params })
  }
  for (const wish of issue.wishes.values()) {
    for (const page of [wish.page, wish.jump]) {
      if (typeof page === 'number' && page > pages) {
        diagnostics.push({ id: 'issue/page-not-there', place: wish.place, params: { story: wish.story, page, pages } })
      }
    }
    if (typeof wish.jump === 'number' && wish.page !== undefined && wish.jump <= wish.page) {
      diagnostics.push({ id: 'issue/jump-back', place: wish.place, params: { story: wish.story, page: wish.page, jump: wish.jump } })
    }
  }
  return diagnostics
}

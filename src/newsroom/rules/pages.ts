import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { IssueRule } from './rule.ts'

/** A sheet of newsprint is mostly four pages, and wishes name pages that there are. */
export const checkPages: IssueRule = (issue, { printer }) => {
  const { pages } = issue
  if (pages === undefined) return []
  const diagnostics: Diagnostic[] = []
  const { multiple: sheet } = printer.pages
  if (pages % sheet !== 0) {
    const params = { pages, sheet, more: pages + sheet - (pages % sheet) }
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

import { compareDates } from '../../languages/dates.ts'
import type { IssueRule } from './rule.ts'

/** An issue's period ends after it begins. */
export const checkPeriod: IssueRule = issue => {
  if (issue.until === undefined || compareDates(issue.until, issue.date) >= 0) return []
  return [{ id: 'issue/end-before-start', place: issue.places.until ?? issue.place, params: { date: issue.date, until: issue.until } }]
}

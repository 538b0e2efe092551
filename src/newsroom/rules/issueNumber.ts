import { numbersOf } from '../issueName.ts'
import type { IssueRule } from './rule.ts'

/** The folder `17-01` holds volume 17, number 1: it is the issue's address, and editors find it by it. */
export const checkIssueNumber: IssueRule = issue => {
  const named = numbersOf(issue.name)
  if (!named) return [{ id: 'issue/folder-name', place: issue.place, params: { name: issue.name } }]
  if (named.volume === issue.volume && named.number === issue.number) return []
  const place = issue.places[named.volume === issue.volume ? 'number' : 'volume'] ?? issue.place
  return [{ id: 'issue/folder-differs', place, params: { name: issue.name, volume: issue.volume, number: issue.number } }]
}

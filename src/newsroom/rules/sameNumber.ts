import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { isSameIssue } from '../issueName.ts'
import type { PaperRule } from './rule.ts'

/** `17-1` and `17-01` are the same issue; there can be only one of them. */
export const checkSameNumber: PaperRule = ({ issues }) => {
  const diagnostics: Diagnostic[] = []
  issues.forEach((issue, index) => {
    const twin = issues.slice(0, index).find(other => isSameIssue(other.name, issue.name))
    if (!twin) return
    const params = { name: issue.name, other: twin.name }
    diagnostics.push({ id: 'issue/same-number', place: issue.place, params, related: twin.place })
  })
  return diagnostics
}

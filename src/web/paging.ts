/** Long lists in parts: nobody waits on a telephone for ten years of a paper. A list that fits on one page has one, with no part. */
import type { Issue } from '../newsroom/issue.ts'

/** One page of a list that has several. */
export interface ListPart {
  /** Counted from one, which is the page that others link to. */
  number: number
  count: number
}

/** Stories of one part. */
const storiesOfPart = 60

/** Issues that stand on one page of the archive; when there are more, every year has a page. */
const mostIssues = 40

/** The parts of a list with so many stories. */
export function partsOf(stories: number): (ListPart | undefined)[] {
  const count = Math.ceil(stories / storiesOfPart)
  return count < 2 ? [undefined] : Array.from({ length: count }, (_, index) => ({ number: index + 1, count }))
}

/** What stands on one part of a list. */
export function partOfList<T>(list: T[], part: ListPart | undefined): T[] {
  return part === undefined ? list : list.slice((part.number - 1) * storiesOfPart, part.number * storiesOfPart)
}

/** The key of a part's page: `tags/rent/index.html`, `tags/rent/2/index.html`. */
export function partKey(first: string, part: ListPart | undefined): string {
  return part === undefined || part.number === 1 ? first : first.replace(/index\.html$/, `${part.number}/index.html`)
}

/** Whether the archive has a page for every year. */
export function hasYears(issues: Issue[]): boolean {
  return issues.length > mostIssues
}

/** The years of the issues, in their order. */
export function yearsOf(issues: Issue[]): string[] {
  return [...new Set(issues.map(({ date }) => date.slice(0, 4)))]
}

/** The key of a year's page in the archive. */
export function yearKey(year: string): string {
  return `archive/${year}/index.html`
}

/** The issues on a page of the archive: a year's, or those of the newest year where every year has a page, or all. */
export function issuesOfArchive(issues: Issue[], year: string | undefined): Issue[] {
  const shown = year ?? (hasYears(issues) ? yearsOf(issues)[0] : undefined)
  return shown === undefined ? issues : issues.filter(({ date }) => date.startsWith(shown))
}

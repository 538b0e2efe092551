import { compareDates, type CivilDate } from '../languages/dates.ts'
import type { Story } from './story.ts'

/** Order by date, those without one last, then by folder. */
export function oldestFirst(a: Story, b: Story): number {
  return byDate(a, b, 1)
}

/** Order by date, newest first, those without one last, then by folder. */
export function newestFirst(a: Story, b: Story): number {
  return byDate(a, b, -1)
}

/** The date of a story: its original's. */
export function dateOf(story: Story): CivilDate | undefined {
  return story.articles.get(story.original)?.date
}

function byDate(a: Story, b: Story, direction: 1 | -1): number {
  const [first, second] = [dateOf(a), dateOf(b)]
  if (first && second && first !== second) return direction * compareDates(first, second)
  if (first && !second) return -1
  if (second && !first) return 1
  return a.folder < b.folder ? -1 : 1
}

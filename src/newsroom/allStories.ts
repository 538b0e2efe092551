import type { Newsroom } from './gather.ts'
import type { Story } from './story.ts'

/** Every story of the newsroom, issues first. */
export function allStories(newsroom: Newsroom): Story[] {
  return [...newsroom.issues.flatMap(issue => issue.stories), ...newsroom.leaflets, ...newsroom.pamphlets, ...newsroom.pages]
}

/** The board's rows of one story, from its texts. */
import type { Paper } from '../newsroom/paper.ts'
import { readStory } from '../newsroom/readStory.ts'
import { dateOf } from '../newsroom/storyOrder.ts'
import type { KeptStory } from './kept.ts'
import { statusOfStory, type House } from './translation.ts'

/** @param folder the story's, relative to the content folder */
export function readRows(folder: string, house: House & { paper: Paper }): Omit<KeptStory, 'key'> {
  const { value: story } = readStory(house.folder, folder, house.paper)
  if (!story) return { rows: [], diagnostics: [] }
  const { value, diagnostics } = statusOfStory(story, house)
  const date = dateOf(story)
  return {
    story: { slug: story.slug, original: story.original, ...(date !== undefined && { date }), languages: [...story.articles.keys()] },
    rows: value.map(({ segments: _, ...row }) => row),
    diagnostics,
  }
}

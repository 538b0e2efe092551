import type { Article } from './article.ts'
import type { Picture } from './body.ts'
import { gistOf } from './gist.ts'
import { allStories } from './allStories.ts'
import type { Newsroom } from './gather.ts'
import type { Story } from './story.ts'

/** Every picture that the stories show, in the order of the newsroom; a picture shown twice stands twice. */
export function picturesOf(newsroom: Newsroom): Picture[] {
  return picturesOfStories(allStories(newsroom))
}

/** The same for some of its stories. */
export function picturesOfStories(stories: Story[]): Picture[] {
  return stories.flatMap((story) => [...story.articles.values()].flatMap(picturesIn))
}

/** Every picture of one article, the one at its head first. */
export function picturesIn(article: Article): Picture[] {
  return [...(article.picture ? [article.picture] : []), ...gistOf(article.body).figures.map(({ picture }) => picture)]
}

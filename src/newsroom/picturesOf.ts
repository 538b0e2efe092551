import type { Article } from './article.ts'
import type { Picture } from './body.ts'
import { gistOf } from './gist.ts'
import { allStories } from './allStories.ts'
import type { Newsroom } from './gather.ts'

/** Every picture that the stories show, in the order of the newsroom; a picture shown twice stands twice. */
export function picturesOf(newsroom: Newsroom): Picture[] {
  return allStories(newsroom).flatMap((story) => [...story.articles.values()].flatMap(picturesIn))
}

/** Every picture of one article, the one at its head first. */
export function picturesIn(article: Article): Picture[] {
  return [...(article.picture ? [article.picture] : []), ...gistOf(article.body).figures.map(({ picture }) => picture)]
}

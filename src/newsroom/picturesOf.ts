import { visit } from 'unist-util-visit'
import type { Article } from './article.ts'
import type { Figure, Picture } from './body.ts'
import { allStories, type Newsroom } from './newsroom.ts'

/** Every picture that the stories show, in the order of the newsroom; a picture shown twice stands twice. */
export function picturesOf(newsroom: Newsroom): Picture[] {
  return allStories(newsroom).flatMap((story) => [...story.articles.values()].flatMap(picturesIn))
}

/** Every picture of one article, the one at its head first. */
export function picturesIn(article: Article): Picture[] {
  const pictures: Picture[] = article.picture ? [article.picture] : []
  visit(article.body, 'figure', (figure: Figure) => {
    pictures.push(figure.picture)
  })
  return pictures
}

import { visit } from 'unist-util-visit'
import type { Figure, Picture } from './body.ts'
import { allStories, type Newsroom } from './newsroom.ts'

/** Every picture that the stories show, in the order of the newsroom; a picture shown twice stands twice. */
export function picturesOf(newsroom: Newsroom): Picture[] {
  const pictures: Picture[] = []
  for (const article of allStories(newsroom).flatMap((story) => [...story.articles.values()])) {
    if (article.picture) pictures.push(article.picture)
    visit(article.body, 'figure', (figure: Figure) => {
      pictures.push(figure.picture)
    })
  }
  return pictures
}

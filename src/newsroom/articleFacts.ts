/** All that an article says, as plain data for a key: what is made of the same facts, by the same program, is the same. */
import type { Article } from './article.ts'
import { sourceDigest } from './copyCache.ts'
import { gistOf } from './gist.ts'
import { picturesIn } from './picturesOf.ts'

/**
 * The facts of an article, without the places of its keys, which only findings name.
 * @param ofPicture what counts of a picture's file
 */
export function articleFacts(article: Article, ofPicture: (file: string) => unknown): unknown[] {
  const { body, places, ...facts } = article
  return [facts, sourceDigest(body) ?? body, linkedFolders(article), picturesIn(article).map(({ file }) => ofPicture(file))]
}

/** The stories that a text links to. */
export function linkedFolders({ body }: Article): string[] {
  return gistOf(body).links.flatMap(({ data }) => data?.crossReference?.folder ?? [])
}

/** What a board needs of texts that have changed: all that a parser must be loaded for, which takes longer than a board without it. */
import type { Language } from '../languages/language.ts'
import type { Article } from '../newsroom/article.ts'
import { gatherNewsroom } from '../newsroom/gather.ts'
import type { Term } from '../newsroom/glossary.ts'
import type { Paper } from '../newsroom/paper.ts'
import { readGlossary } from '../newsroom/readGlossary.ts'
import { readPaper } from '../newsroom/readPaper.ts'
import { readStory } from '../newsroom/readStory.ts'
import type { Story } from '../newsroom/story.ts'
import { dateOf } from '../newsroom/storyOrder.ts'
import { digest, type KeptOrder, type KeptSettings, type KeptStory } from './kept.ts'
import { statusOfStory } from './translation.ts'

export interface FreshBoard {
  /** What the board depends on of `paper.yaml` and `glossary.yaml`. */
  settings: Omit<KeptSettings, 'texts'>
  /** @param path the story's folder, relative to the content folder */
  readRows(path: string): Omit<KeptStory, 'key'>
  /** The order of stories of which the texts need not be known. */
  orderOf(stories: Record<string, KeptStory>): Omit<KeptOrder, 'key'>
}

/** @param folder the content folder */
export function openFreshBoard(folder: string): FreshBoard {
  const read = readPaper(folder)
  const paper = read.value!
  const glossary = readGlossary(folder).value ?? []
  return {
    settings: { languages: paper.languages, meaning: meaningOf(paper, glossary) },
    readRows: (path) => readRows(path, { folder, paper, glossary }),
    orderOf: (stories) => {
      const { value } = gatherNewsroom(folder, (_, path) => ({ value: storyOf(path, stories[path]), diagnostics: [] }), read)
      const folders = (list: Story[]): string[] => list.map((story) => story.folder)
      const { pamphlets, leaflets, pages } = value
      const issues = value.issues.map(({ name, stories: own }) => ({ name, stories: folders(own) }))
      return { issues, pamphlets: folders(pamphlets), leaflets: folders(leaflets), pages: folders(pages) }
    },
  }
}

/** Languages and terms; not in which line a term stands. */
function meaningOf({ languages }: Paper, glossary: readonly Term[]): string {
  return digest(JSON.stringify([languages, glossary.map(({ renderings, forbidden }) => [renderings, forbidden])]))
}

function readRows(path: string, house: { folder: string; paper: Paper; glossary: Term[] }): Omit<KeptStory, 'key'> {
  const { value: story } = readStory(house.folder, path, house.paper)
  if (!story) return { rows: [], diagnostics: [] }
  const { value, diagnostics } = statusOfStory(story, house)
  const date = dateOf(story)
  return {
    story: { slug: story.slug, original: story.original, ...(date !== undefined && { date }), languages: [...story.articles.keys()] },
    rows: value.map(({ segments: _, ...row }) => row),
    diagnostics,
  }
}

/** A story without its texts. */
function storyOf(folder: string, kept: KeptStory | undefined): Story | undefined {
  if (!kept?.story) return undefined
  const { slug, original, date, languages } = kept.story
  const articles = languages.map((language): [Language, Article] => [language, {
    story: slug, language, file: `${folder}/${language}.md`, kind: 'article', title: slug, bylines: [], tags: [],
    body: { type: 'root', children: [] }, places: {}, ...(date !== undefined && { date }),
  }])
  return { slug, folder, original, articles: new Map(articles) }
}

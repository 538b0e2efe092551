/**
 * References between the stories of an issue name pages, "see the back page (page 8)", and pages are known only when they are made
 * up. Flows are made for the pages that are known, and made again where these were wrong.
 */
import type { Article } from '../newsroom/article.ts'
import type { Issue } from '../newsroom/issue.ts'
import { pagesOf } from './findings.ts'
import type { Flow } from './flow/block.ts'
import { toFlow, type FlowWords } from './flow/flow.ts'
import { Memory } from './makeup/memory.ts'
import type { Layout } from './makeup/page.ts'
import type { Workshop } from './makeup/workshop.ts'

/** The page on which the story of a folder begins; undefined where that is not printed with it. */
export type PageOf = (folder: string) => number | undefined

/** Names of pages can move lines, and lines stories: make-up is repeated until the pages agree, a few times at most. */
const mostRounds = 4

/** In the first round no page is known; most have one figure. */
const likelyPage = 8

/** Makes up pages until every page that was named is the one on which the story begins. */
export function untilPagesAgree<T extends Layout>(issue: Issue, make: (pageOf: PageOf) => T): T {
  const slugs = new Map(issue.stories.map((story) => [story.folder, story.slug]))
  let pages = new Map<string, number>()
  const pageIn = (slug: string) => pages.get(slug) ?? likelyPage
  for (let round = 1; ; round++) {
    const named = new Map<string, number>()
    const layout = make((folder) => {
      const slug = slugs.get(folder)
      if (slug === undefined) return undefined
      named.set(slug, pageIn(slug))
      return pageIn(slug)
    })
    pages = pagesOf(layout)
    if (round === mostRounds || [...named].every(([slug, page]) => pageIn(slug) === page)) return layout
  }
}

/** A flow, and the pages that its words name. */
interface MadeFlow {
  flow: Flow
  named: Map<string, number | undefined>
}

const flows = new WeakMap<Workshop, Memory<Article, MadeFlow[]>>()

/** The article's flow: the same object as long as the pages that it names stay the same. `words` are those of its workshop. */
export function flowOf(article: Article, workshop: Workshop, words: FlowWords, pageOf: PageOf): Flow {
  let known = flows.get(workshop)
  if (!known) flows.set(workshop, (known = new Memory()))
  const made = known.of(article, 'flows', () => [])
  const same = made.find(({ named }) => [...named].every(([folder, page]) => pageOf(folder) === page))
  if (same) return same.flow
  const named = new Map<string, number | undefined>()
  const flow = toFlow(article, workshop.book, words, (folder) => {
    named.set(folder, pageOf(folder))
    return named.get(folder)
  })
  made.push({ flow, named })
  return flow
}

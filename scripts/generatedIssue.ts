/**
 * Issues for benchmarks, put together from the sample's own paragraphs and pictures by a seeded generator, so that everybody
 * sees the same numbers.
 */
import type { RootContent } from 'mdast'
import type { Article } from '../src/newsroom/article.ts'
import type { Issue } from '../src/newsroom/issue.ts'
import type { Story } from '../src/newsroom/story.ts'

/** Words a page that the sample's own density gives, with its pictures. */
const wordsPerPage = 960

/** An issue of so many pages and stories in the sample's languages; the same for the same seed. */
export function generateIssue(sample: Issue, mix: { pages: number; stories: number }, seed: number): Issue {
  const random = xorshift(seed * 7919)
  const bases = sample.stories.filter((story) => story.articles.size > 1)
  const weights = Array.from({ length: mix.stories }, () => 0.25 + random() ** 2 * 2)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const stories = weights.map((weight, index) => {
    const base = bases[Math.floor(random() * bases.length)]!
    const words = (wordsPerPage * mix.pages * weight) / total
    return generateStory(base, bases, words, index, random)
  })
  const name = `${mix.pages}p-${mix.stories}s`
  return { ...sample, name, folder: `issues/${name}`, pages: mix.pages, stories, wishes: new Map() }
}

/** A story of about so many words: paragraphs of the base first, then of others; the same ones in every language. */
function generateStory(base: Story, bases: Story[], words: number, index: number, random: () => number): Story {
  const slug = `${base.slug}-${index + 1}`
  const withPicture = random() < Math.min(0.75, words / 400)
  const order = [base, ...bases.filter((each) => each !== base).sort(() => random() - 0.5)]
  const picks: { story: Story; child: number }[] = []
  const [main] = base.articles.keys()
  let left = words
  for (const story of order) {
    const children = story.articles.get(main!)!.body.children
    for (let child = 0; child < children.length && left > 0; child++) {
      if (!isPlain(children[child]!) && !(story === base && withPicture)) continue
      picks.push({ story, child })
      left -= wordsOf(children[child]!)
    }
  }
  const articles = new Map([...base.articles].map(([language, article]): [string, Article] => {
    const children = picks.flatMap(({ story, child }) => story.articles.get(language)?.body.children[child] ?? [])
    const short = words < 150 ? { deck: undefined, kind: 'letter' as const } : {}
    return [language, { ...article, ...short, story: slug, picture: withPicture ? article.picture : undefined, body: { type: 'root', children } }]
  }))
  return { ...base, slug, folder: `issues/generated/${slug}`, articles }
}

function isPlain(node: RootContent): boolean {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'pullQuote'
}

function wordsOf(node: RootContent): number {
  if ('value' in node) return node.value.split(/\s+/).length
  return 'children' in node ? node.children.reduce((sum, child) => sum + wordsOf(child as RootContent), 0) : 0
}

/** Marsaglia's xorshift, 32 bits: numbers from 0 to 1, the same for the same seed. */
function xorshift(seed: number): () => number {
  let state = seed | 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

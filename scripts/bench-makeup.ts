/**
 * `npm run bench:makeup`: makes up the sample's newest issue and eight generated ones in both languages, and prints how often
 * each of the art director's rules is broken. Generated issues are put together from the sample's own paragraphs and pictures
 * by a seeded generator, so that everybody sees the same numbers.
 */
import { resolve } from 'node:path'
import type { RootContent } from 'mdast'
import type { Article } from '../src/newsroom/article.ts'
import type { Issue } from '../src/newsroom/issue.ts'
import { readNewsroom } from '../src/newsroom/newsroom.ts'
import { picturesOf } from '../src/newsroom/picturesOf.ts'
import type { Story } from '../src/newsroom/story.ts'
import { openPictures } from '../src/pictures/pictures.ts'
import { artRules, judgePages, type ArtRule } from '../src/print/makeup/artDirection.ts'
import { layOutIssue, openPrintShop } from '../src/print/print.ts'
import { runCommand, WrongCall, type Command } from './commandLine.ts'

/** Pages and stories of the generated issues: from long reads to a page of briefs. */
const mixes = [
  { pages: 4, stories: 7 }, { pages: 4, stories: 20 }, { pages: 8, stories: 5 }, { pages: 8, stories: 14 },
  { pages: 12, stories: 20 }, { pages: 16, stories: 26 }, { pages: 16, stories: 70 }, { pages: 24, stories: 15 },
]

/** Words a page that the sample's own density gives, with its pictures. */
const wordsPerPage = 960

const benchMakeup: Command = {
  name: 'bench:makeup',
  run: async (call) => {
    const newsroom = readNewsroom(call.content).value
    const sample = newsroom?.issues[0]
    if (!newsroom || !sample) throw new WrongCall(call.t('command.noContent', { folder: call.content }))
    const pictures = await openPictures(resolve(call.content), picturesOf(newsroom), resolve(`${call.out}.cache`))
    const shop = openPrintShop(newsroom.paper, pictures.value!)
    const issues = [sample, ...mixes.map((mix, index) => generateIssue(sample, mix, index + 1))]
    const rows = issues.flatMap((issue) => newsroom.paper.languages.map((language) => {
      const before = process.cpuUsage()
      const { value, diagnostics } = layOutIssue(issue, language, shop)
      const { user, system } = process.cpuUsage(before)
      const judged = judgePages(value!.pages)
      const sum = (rule: ArtRule) => judged.reduce((total, { broken }) => total + broken[rule], 0)
      return {
        issue: issue.name, language, pages: value!.pages.length, stories: issue.stories.filter((story) => story.articles.has(language)).length,
        'overset lines': diagnostics.reduce((total, each) => total + Number(each.params['lines'] ?? 0), 0),
        'other page': diagnostics.filter((each) => each.id === 'print/other-page').length,
        'empty %': Number((100 * judged.reduce((total, { empty }) => total + empty, 0) / judged.length).toFixed(1)),
        'CPU s': Number(((user + system) / 1e6).toFixed(2)),
        ...Object.fromEntries((Object.keys(artRules) as ArtRule[]).map((rule) => [rule, sum(rule) || '·'])),
      }
    }))
    console.table(rows)
    return true
  },
}

function generateIssue(sample: Issue, mix: { pages: number; stories: number }, seed: number): Issue {
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

if (import.meta.main) await runCommand(benchMakeup)

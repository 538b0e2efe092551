/** Random issues, the same for the same seed: stories from three words to sixteen hundred, with all that can stand in them. */
import type { Article } from '../../../src/newsroom/article.ts'
import type { Wish } from '../../../src/newsroom/issue.ts'
import { seeded } from '../type/builders.ts'
import { articleOf, storyText } from '../flow/article.ts'
import { prose, wish } from './workshop.ts'

export interface RandomIssue {
  articles: Article[]
  wishes: Wish[]
  pages?: number
}

export function randomIssue(seed: number): RandomIssue {
  const chance = seeded(seed)
  const oneOf = <T>(choices: readonly T[]): T => choices[Math.floor(chance() * choices.length)]!
  const slugs = ['anna', 'bert', 'cara', 'dora', 'emil', 'fred'].slice(0, 1 + Math.floor(chance() * 6))
  const articles = slugs.map((slug) => randomArticle(slug, chance, oneOf))
  const wishes = slugs.flatMap((slug): Wish[] => chance() < 0.12
    ? [wish(slug, oneOf<Partial<Wish>>([{ page: 2 }, { page: 1 }, { columns: 2 }, { columns: 3, jump: 'never' }, { jump: 'never' }]))]
    : [])
  const pages = oneOf([undefined, undefined, undefined, 1, 2, 4])
  return { articles, wishes, ...pages !== undefined && { pages } }
}

function randomArticle(slug: string, chance: () => number, oneOf: <T>(choices: readonly T[]) => T): Article {
  const words = oneOf([3, 20, 60, 150, 300, 300, 500, 900, 1600])
  const picture = chance() < 0.4 ? `\npicture: { file: ${oneOf(['wide', 'tall', 'plain'])}.jpg, alt: A yard, caption: ${slug} caption here, credit: Nobody }` : ''
  const keys = [
    `title: ${oneOf(['Strike', 'The night shift counts its own hours', 'What eleven hundred dockers decided on a Sunday in the rain'])}`,
    `kind: ${oneOf(['article', 'article', 'article', 'story', 'letter', 'editorial', 'notice'])}`,
    ...chance() < 0.5 ? ['deck: A second headline that explains the first'] : [],
    ...chance() < 0.5 ? ['byline: A reader'] : [],
  ].join('\n')
  const body = prose(slug, words, oneOf([8, 40, 90])).split('\n\n')
  const extras = [
    `:::pull-quote\n${slug}quote has been said\n:::`,
    `:::sidebar{title="Side"}\n${prose(`${slug}side`, oneOf([5, 40, 260]))}\n:::`,
    `![A crane](${oneOf(['wide', 'tall', 'plain'])}.jpg "${slug} figure")`,
    `## ${slug} subhead`,
    `# ${slug} part`,
    `- ${slug}item one\n- ${slug}item two`,
    `| ${slug}day | votes |\n|---|---|\n| one | two |`,
    '***',
  ]
  for (const extra of extras) if (chance() < 0.2) body.splice(Math.floor(chance() * (body.length + 1)), 0, extra)
  return articleOf(storyText(body.join('\n\n'), keys + picture), slug)
}

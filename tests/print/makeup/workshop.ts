/** A workshop without fonts: every letter is half its size wide, lines are filled greedily, words are never divided. */
import type { Article } from '../../../src/newsroom/article.ts'
import type { Issue, Wish } from '../../../src/newsroom/issue.ts'
import type { Flow } from '../../../src/print/flow/block.ts'
import { toFlow, type FlowWords } from '../../../src/print/flow/flow.ts'
import type { Paragraph, Span } from '../../../src/print/flow/paragraph.ts'
import type { FurnitureWords } from '../../../src/print/makeup/furniture.ts'
import { makeUp, type MadeUp } from '../../../src/print/makeup/makeup.ts'
import type { Workshop } from '../../../src/print/makeup/workshop.ts'
import { columnsWidth, stylebookFor, type Stylebook } from '../../../src/print/stylebook/stylebook.ts'
import type { TextStyle } from '../../../src/print/stylebook/textStyle.ts'
import type { Line, Run } from '../../../src/print/type/line.ts'
import { articleOf, storyText } from '../flow/article.ts'

/** US coldset tabloid, 11 × 13.5 in. */
export const tabloid = stylebookFor({ trim: { width: 792, height: 972 }, margin: 36, columns: 4, leading: 12, body: 9.7 })

/** Pictures say their shape in their names: `wide`, `tall`, `tower`, else three to two. */
export function aspectOf(file: string): number {
  return file.includes('wide') ? 3 : file.includes('tall') ? 0.67 : file.includes('tower') ? 0.06 : 1.5
}

export function workshopOf(book: Stylebook = tabloid): Workshop {
  return {
    book,
    set: greedy,
    setInLines: inLines,
    setHeadline: greedy,
    width,
    column: columnsWidth(book, 1),
    aspectOf,
    hasColor: () => true,
    words: { continuedOn: (page) => `Continued on page ${page}`, continuedFrom: (page) => `From page ${page}` },
  }
}

function width(text: string, style: TextStyle): number {
  return text.length * style.size * 0.5
}

function greedy(paragraph: Paragraph, measure: number): Line[] {
  const lines: Line[] = []
  let runs: Run[] = []
  let place = paragraph.spans[0]?.place
  let x = 0
  const end = (how: Line['end']): void => {
    if (runs.length > 0) lines.push({ runs, width: measure, wordSpace: 0, end: how, place: place! })
    runs = []
    x = 0
  }
  for (const word of wordsOf(paragraph.spans)) {
    const indent = lines.length === 0 ? paragraph.indent : 0
    const room = measure - paragraph.left - paragraph.right - indent
    if (runs.length > 0 && x + word.reduce((sum, { text, style }) => sum + width(text, style), 0) > room) end('space')
    if (runs.length === 0) place = word[0]!.place
    word.forEach((part, index) => {
      const text = index === word.length - 1 ? `${part.text} ` : part.text
      runs.push({ text, style: part.style, x: paragraph.left + (lines.length === 0 ? paragraph.indent : 0) + x })
      x += width(text, part.style)
    })
  }
  end('paragraph')
  return lines
}

/** Sets at ever smaller measures until there are as many lines as asked for: no more than three fifths of the measure may be lost. */
function inLines(paragraph: Paragraph, measure: number, lines: number): Line[] {
  for (let narrower = 0; narrower < 0.6 * measure; narrower += 4) {
    const set = greedy({ ...paragraph, right: paragraph.right + narrower }, measure)
    if (set.length >= lines) return set.length === lines ? set : []
  }
  return []
}

/** Words, each of one part or of several styles. */
function wordsOf(spans: Span[]): Span[][] {
  const words: Span[][] = []
  let open = false
  for (const span of spans) {
    for (const text of span.text.split(/(\s+)/).filter(Boolean)) {
      if (/^\s/.test(text)) open = false
      else if (open) words.at(-1)!.push({ ...span, text })
      else open = words.push([{ ...span, text }]) > 0
    }
  }
  return words
}

export const flowWords: FlowWords = { formatPage: (page) => `page ${page}`, notes: 'Notes' }

export const furnitureWords: FurnitureWords = {
  language: 'en',
  name: 'Red Flag',
  otherNames: ['Bandera Roja'],
  slogans: ['Fight for Communism', 'Luchar por el Comunismo'],
  numbering: 'Volume 17, Number 1',
  period: 'November 15 to December 5, 2026',
  publisher: 'The collective',
  inThisIssue: 'In this issue',
  colophon: ['The collective', 'Written by its readers.', 'Write to us.', 'paper@example.org', 'Box 1, Harbor Station'],
  ears: [['Read it.'], ['paper@example.org']],
  sections: new Map([['struggle', 'Stories of struggle']]),
  notices: [{ title: 'Write for us', text: 'Your shop, your street, your school.' }],
  contactLine: 'paper@example.org',
  place: { file: 'issues/17-01/issue.yaml' },
}

/** Words of a story, each its own: `strike1 strike2 …`. Paragraphs of `length` words. */
export function prose(slug: string, count: number, length = 60): string {
  const words = Array.from({ length: count }, (_, index) => `${slug}${index + 1}`)
  return Array.from({ length: Math.ceil(count / length) }, (_, index) => words.slice(index * length, (index + 1) * length).join(' ')).join('\n\n')
}

/** A plain story of so many words. */
export function plainStory(slug: string, words: number, keys = ''): Article {
  return articleOf(storyText(prose(slug, words), `title: The ${slug}\n${keys}`), slug)
}

export function flowOf(article: Article, book: Stylebook = tabloid): Flow {
  return toFlow(article, book, flowWords, () => undefined)
}

export function wish(story: string, wanted: Partial<Wish>): Wish {
  return { story, place: { file: 'issues/17-01/issue.yaml', start: { line: 6, column: 5 } }, ...wanted }
}

/** An issue of these articles, in their order. */
export function issueOf(articles: Article[], wishes: Wish[] = [], pages?: number): Issue {
  return {
    name: '17-01', folder: 'issues/17-01', volume: 17, number: 1, date: '2026-11-15',
    ...pages !== undefined && { pages },
    stories: articles.map((article) => ({
      slug: article.story, folder: `issues/17-01/${article.story}`, original: article.language, articles: new Map([[article.language, article]]),
    })),
    wishes: new Map(wishes.map((each) => [each.story, each])),
    place: { file: 'issues/17-01/issue.yaml' },
    places: {},
  }
}

/** The issue made up without a font. */
export function madeUp(articles: Article[], wishes: Wish[] = [], pages?: number, book: Stylebook = tabloid): MadeUp {
  const flows = articles.map((article) => flowOf(article, book))
  return makeUp({ issue: issueOf(articles, wishes, pages), flows, words: furnitureWords }, workshopOf(book))
}

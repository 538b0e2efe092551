/** A story as plain text: to paste into a message, to read on the simplest machine, to hear from a screen reader. */
import type { Nodes, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { formatDate } from '../languages/dates.ts'
import type { Article } from '../newsroom/article.ts'
import type { Picture } from '../newsroom/body.ts'
import { plainTextFile } from './address.ts'
import { keyOf } from './earlier.ts'
import type { Earlier } from './earlier.ts'
import type { PageKeys } from './pageKeys.ts'
import type { SitePage } from './site.ts'

const width = 72

/** Writes the plain text of a story's page, unless it is there or an earlier build left it of the same article. */
export function writePlainText({ subject, address }: SitePage, earlier: Earlier, keys: PageKeys): void {
  if (subject.kind !== 'story') return
  const { article, issue } = subject
  const file = plainTextFile(address)
  const key = keyOf([keys.article(article), issue?.date])
  if (earlier.sizeOf(file) !== undefined || earlier.take(file, key)) return
  earlier.write(file, toPlainText({ ...article, date: article.date ?? issue?.date }), key)
}

/** The whole story in lines of at most 72 letters; longer words stay whole. */
export function toPlainText(article: Omit<Article, 'date'> & { date?: Article['date'] | undefined }): string {
  const head = [
    article.kicker?.toLocaleUpperCase(article.language),
    article.title,
    article.deck,
    article.bylines.join(', '),
    article.date && formatDate(article.date, article.language),
  ].filter((line): line is string => line !== undefined && line !== '')
  const picture = article.picture ? pictureLines(article.picture) : []
  const blocks = article.body.children.flatMap((block) => toLines(block))
  if (article.dateline !== undefined) blocks.unshift(article.dateline)
  return `${[...head, ...picture, ...blocks].map((block) => fold(block)).join('\n\n')}\n`
}

/** The blocks of a node, each a text that is still one line, or lines that must stay. */
function toLines(node: RootContent): string[] {
  switch (node.type) {
    case 'heading': return [`${node.depth === 1 ? '== ' : '-- '}${inline(node)}`]
    case 'paragraph':
    case 'signOff': return [inline(node)]
    case 'figure': return pictureLines(node.picture)
    case 'list': return node.children.map((item, index) => {
      const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '* '
      return `${mark}${item.children.flatMap((child) => toLines(child)).join('\n')}`
    })
    case 'blockquote':
    case 'pullQuote': return node.children.flatMap((child) => toLines(child)).map((text) => `> ${text}`)
    case 'sidebar': return [...(node.title === undefined ? [] : [`-- ${node.title}`]), ...node.children.flatMap((child) => toLines(child))]
    case 'table': return [node.children.map((row) => row.children.map(inline).join(' | ')).join('\n')]
    case 'thematicBreak': return ['* * *']
    case 'footnoteDefinition': return [`[${node.label ?? node.identifier}] ${node.children.flatMap((child) => toLines(child)).join(' ')}`]
    case 'code': return [node.value]
    default: return []
  }
}

/** Running text: notes keep their mark, links to elsewhere their address. */
function inline(node: Nodes): string {
  if (node.type === 'footnoteReference') return `[${node.label ?? node.identifier}]`
  if (node.type === 'break') return '\n'
  if (node.type === 'link') {
    const words = node.children.map(inline).join('')
    return /^(https?|mailto):/.test(node.url) && words !== node.url ? `${words} <${node.url}>` : words
  }
  if ('children' in node) return node.children.map(inline).join('')
  return toString(node).replace(/\s\s+|[^\S ]/g, ' ')
}

function pictureLines({ alt, caption, credit }: Picture): string[] {
  const words = [caption ?? alt, credit].filter(Boolean).join(' ')
  return words === '' ? [] : [`[${words}]`]
}

/** Breaks every line at spaces. */
function fold(text: string): string {
  return text.split('\n').map((line) => {
    const lines: string[] = []
    let at = 0
    for (;;) {
      while (line[at] === ' ') at++
      const within = line.lastIndexOf(' ', at + width)
      const end = within > at ? within : line.indexOf(' ', at)
      if (line.length - at <= width || end === -1) return [...lines, line.slice(at)].join('\n')
      lines.push(line.slice(at, end))
      at = end + 1
    }
  }).join('\n')
}

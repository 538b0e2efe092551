/**
 * Article → its segments, in reading order: front matter first, then the body as it stands in the file.
 */
import { posix } from 'node:path'
import type { Nodes, PhrasingContent } from 'mdast'
import type { Article } from '../newsroom/article.ts'
import type { Picture } from '../newsroom/body.ts'
import { placeOfNode } from '../newsroom/copy.ts'
import { toSegment, type Segment, type SegmentKind } from './segment.ts'

/** The segments of one article. Empty texts are not segments. Never throws. */
export function toSegments(article: Article): Segment[] {
  const found = [...frontMatterSegments(article), ...bodySegments(article)]
  return found.filter((segment) => segment.text !== '')
}

function frontMatterSegments(article: Article): Segment[] {
  const words: Segment[] = (['title', 'kicker', 'deck', 'jumpHead'] as const).flatMap((kind) => {
    const text = article[kind]
    return text === undefined ? [] : [toSegment(kind, escapeMarks(text), [], article.places[kind] ?? { file: article.file })]
  })
  const picture = article.picture
  return picture ? [...words, ...pictureSegments(article, picture, article.places)] : words
}

function pictureSegments(article: Article, picture: Picture, places: Article['places'] = {}): Segment[] {
  return (['alt', 'caption'] as const).flatMap((kind) => {
    const text = picture[kind]
    if (text === undefined) return []
    return [toSegment(kind, escapeMarks(text), [`picture:${nearPath(article, picture.file)}`], places[`picture.${kind}`] ?? picture.place)]
  })
}

function bodySegments(article: Article): Segment[] {
  const found: Segment[] = []

  const add = (kind: SegmentKind, children: PhrasingContent[], node: Nodes, depth?: number): void => {
    const refs: string[] = []
    found.push(toSegment(kind, toInlineMarkdown(article, children, refs), refs, placeOfNode(node, article.file), depth))
  }

  const visit = (nodes: readonly Nodes[], kind: SegmentKind): void => {
    for (const node of nodes) {
      switch (node.type) {
        case 'heading':
          add('heading', node.children, node, node.depth)
          break
        case 'paragraph':
          add(kind, node.children, node)
          break
        case 'signOff':
          add('paragraph', node.children, node)
          break
        case 'figure':
          found.push(...pictureSegments(article, node.picture))
          break
        case 'blockquote':
        case 'pullQuote':
          visit(node.children, 'quote')
          break
        case 'sidebar':
          if (node.title) found.push(toSegment('heading', escapeMarks(node.title), [], placeOfNode(node, article.file), 6))
          visit(node.children, kind)
          break
        case 'list':
          for (const item of node.children) visit(item.children, 'listItem')
          break
        case 'table':
          for (const row of node.children) {
            add('tableRow', row.children.flatMap((cell, at) => [...separator(at), ...cell.children]), row)
          }
          break
        case 'footnoteDefinition':
          visit(node.children, 'footnote')
          break
        case 'code':
          found.push(toSegment('code', escapeMarks(node.value), [], placeOfNode(node, article.file)))
          break
      }
    }
  }

  visit(article.body.children, 'paragraph')
  return found
}

function separator(at: number): PhrasingContent[] {
  return at === 0 ? [] : [{ type: 'text', value: ' | ' }]
}

/** @param refs collects what the text points at */
function toInlineMarkdown(article: Article, nodes: readonly PhrasingContent[], refs: string[]): string {
  return nodes.map((node) => inlineMarkdownOf(article, node, refs)).join('')
}

function inlineMarkdownOf(article: Article, node: PhrasingContent, refs: string[]): string {
  switch (node.type) {
    case 'text':
      return escapeMarks(node.value)
    case 'emphasis':
      return `*${toInlineMarkdown(article, node.children, refs)}*`
    case 'strong':
      return `**${toInlineMarkdown(article, node.children, refs)}**`
    case 'delete':
      return `~~${toInlineMarkdown(article, node.children, refs)}~~`
    case 'inlineCode':
      return `\`${escapeMarks(node.value)}\``
    case 'break':
      return ' '
    case 'link': {
      const crossReference = node.data?.crossReference
      refs.push(crossReference ? `story:${nearPath(article, crossReference.folder)}` : `link:${node.url}`)
      return `[${toInlineMarkdown(article, node.children, refs)}](${node.url.replace(/[\s()\\]/g, escapeInTarget)})`
    }
    case 'footnoteReference':
      refs.push(`footnote:${node.identifier}`)
      return `[^${node.identifier}]`
    default:
      return ''
  }
}

/** A path as it is from the story's folder, so that a record outlives the renaming of an issue. */
function nearPath(article: Article, path: string): string {
  return posix.relative(posix.dirname(article.file), path)
}

function escapeInTarget(character: string): string {
  return `%${character.codePointAt(0)!.toString(16).padStart(2, '0')}`
}

/** Characters that `wordsOf` would read as marks. */
function escapeMarks(text: string): string {
  return text.replace(/[\\*~`[\]]/g, '\\$&')
}

/**
 * Article → its segments, in reading order: front matter first, then the body as it stands in the file.
 */
import { posix } from 'node:path'
import type { Nodes, PhrasingContent } from 'mdast'
import type { Place } from '../diagnostics/diagnostic.ts'
import type { Article } from '../newsroom/article.ts'
import type { Picture } from '../newsroom/body.ts'
import { placeOfNode } from '../newsroom/copy.ts'
import { toSegment, type Segment, type SegmentKind } from './segment.ts'

/** The segments of one article. Empty texts are not segments. Never throws. */
export function toSegments(article: Article): Segment[] {
  const found = [...frontMatterSegments(article), ...bodySegments(article)]
  return found.filter((segment) => segment.text !== '')
}

/** Only what this file says itself: words that it took over from its original are not its translation of them. */
function frontMatterSegments(article: Article): Segment[] {
  const words = (['title', 'kicker', 'deck', 'jumpHead'] as const).flatMap((kind): Segment[] => {
    const [text, place] = [article[kind], article.places[kind]]
    return text === undefined || !place ? [] : [toSegment(kind, escapeMarks(text), [], place)]
  })
  const { picture, places } = article
  return picture ? [...words, ...pictureSegments(article, picture, (kind) => places[`picture.${kind}`])] : words
}

function pictureSegments(article: Article, picture: Picture, placeOf: (kind: 'alt' | 'caption') => Place | undefined): Segment[] {
  return (['alt', 'caption'] as const).flatMap((kind): Segment[] => {
    const [text, place] = [picture[kind], placeOf(kind)]
    return text === undefined || !place ? [] : [toSegment(kind, escapeMarks(text), [`picture:${nearPath(article, picture.file)}`], place)]
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
      const before = found.length
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
          found.push(...pictureSegments(article, node.picture, () => node.picture.place))
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
          for (const note of found.slice(before)) note.label = node.identifier
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

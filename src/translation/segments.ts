/**
 * Article → its segments, in reading order: front matter first, then the body as it stands in the file.
 */
import type { Definition, Nodes, Parent, PhrasingContent, Root } from 'mdast'
import type { Place } from '../diagnostics/diagnostic.ts'
import type { Article } from '../newsroom/article.ts'
import type { Picture } from '../newsroom/body.ts'
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
  return picture ? [...words, ...pictureSegments(picture, article.places)] : words
}

function pictureSegments(picture: Picture, places: Record<string, Place> = {}): Segment[] {
  return (['alt', 'caption'] as const).flatMap((kind) => {
    const text = picture[kind]
    if (text === undefined) return []
    return [toSegment(kind, escapeMarks(text), [`picture:${picture.file}`], places[`picture.${kind}`] ?? picture.place)]
  })
}

function bodySegments(article: Article): Segment[] {
  const definitions = definitionsOf(article.body)
  const found: Segment[] = []

  const add = (kind: SegmentKind, children: PhrasingContent[], node: Nodes, depth?: number): void => {
    const place = toPlace(article.file, node)
    const refs: string[] = []
    const text = toInlineMarkdown(children, { definitions, refs, onPicture: (alt, ref) => found.push(toSegment('alt', alt, [ref], place)) })
    found.push(toSegment(kind, text, refs, place, depth))
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
          found.push(...pictureSegments(node.picture))
          break
        case 'blockquote':
        case 'pullQuote':
          visit(node.children, 'quote')
          break
        case 'sidebar':
          if (node.title) found.push(toSegment('heading', escapeMarks(node.title), [], toPlace(article.file, node), 6))
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
          found.push(toSegment('code', escapeMarks(node.value), [], toPlace(article.file, node)))
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

function toPlace(file: string, node: Nodes): Place {
  const position = node.position
  if (!position) return { file }
  const { start, end } = position
  return { file, start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } }
}

function definitionsOf(body: Root): Map<string, Definition> {
  const found = new Map<string, Definition>()
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
    if ('children' in node) for (const child of (node as Parent).children) visit(child)
  }
  visit(body)
  return found
}

interface Inline {
  definitions: Map<string, Definition>
  /** Collects what the text points at. */
  refs: string[]
  /** Called for a picture that stands inside a paragraph: its alt text is a segment of its own. */
  onPicture: (alt: string, ref: string) => void
}

function toInlineMarkdown(nodes: readonly PhrasingContent[], inline: Inline): string {
  return nodes.map((node) => inlineMarkdownOf(node, inline)).join('')
}

function inlineMarkdownOf(node: PhrasingContent, inline: Inline): string {
  switch (node.type) {
    case 'text':
      return escapeMarks(node.value)
    case 'emphasis':
      return `*${toInlineMarkdown(node.children, inline)}*`
    case 'strong':
      return `**${toInlineMarkdown(node.children, inline)}**`
    case 'delete':
      return `~~${toInlineMarkdown(node.children, inline)}~~`
    case 'inlineCode':
      return `\`${escapeMarks(node.value)}\``
    case 'break':
      return ' '
    case 'link':
      return linkMarkdown(node.children, node.data?.crossReference ? `story:${node.data.crossReference.folder}` : `link:${node.url}`, inline)
    case 'linkReference':
      return linkMarkdown(node.children, `link:${inline.definitions.get(node.identifier)?.url ?? node.identifier}`, inline)
    case 'image':
      return pictureMarkdown(node.alt, `picture:${node.url}`, inline)
    case 'imageReference':
      return pictureMarkdown(node.alt, `picture:${inline.definitions.get(node.identifier)?.url ?? node.identifier}`, inline)
    case 'footnoteReference':
      inline.refs.push(`footnote:${node.identifier}`)
      return `[^${node.identifier}]`
    default:
      return 'children' in node ? toInlineMarkdown((node as { children: PhrasingContent[] }).children, inline) : ''
  }
}

function linkMarkdown(children: PhrasingContent[], ref: string, inline: Inline): string {
  inline.refs.push(ref)
  return `[${toInlineMarkdown(children, inline)}](${ref.slice(ref.indexOf(':') + 1).replace(/[\s()\\]/g, escapeInTarget)})`
}

function escapeInTarget(character: string): string {
  return `%${character.codePointAt(0)!.toString(16).padStart(2, '0')}`
}

function pictureMarkdown(alt: string | null | undefined, ref: string, inline: Inline): string {
  inline.refs.push(ref)
  inline.onPicture(escapeMarks(alt ?? ''), ref)
  return ''
}

/** Characters that `wordsOf` would read as marks. */
function escapeMarks(text: string): string {
  return text.replace(/[\\*~`[\]]/g, '\\$&')
}

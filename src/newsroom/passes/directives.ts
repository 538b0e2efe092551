import type { BlockContent, Nodes, Paragraph, Parents, RootContent, Text } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { toString } from 'mdast-util-to-string'
import { smartText } from '../../languages/punctuation.ts'
import type { Figure, PullQuote, Sidebar } from '../body.ts'
import { placeOfNode, report, typed, type Copy } from '../copy.ts'
import { checkPicture } from '../pictureFiles.ts'
import { likelyOf } from '../likely.ts'

/** The house's containers, `:::name`, and its leaf, `::name`. */
const containers = ['pull-quote', 'sidebar']
const leaf = 'picture'
const pictureAttributes = ['file', 'alt', 'caption', 'credit']

/**
 * Makes the house's nodes of its directives. Before: `containerDirective` named `pull-quote`. After: `pullQuote`.
 * A directive of another name becomes again the text that was typed; the blocks inside it stay.
 */
export function setDirectives(copy: Copy): void {
  setWithin(copy, copy.tree)
}

function setWithin(copy: Copy, parent: Parents): void {
  const children: Nodes[] = []
  for (const child of parent.children) {
    if ('children' in child) setWithin(copy, child as Parents)
    if (child.type === 'containerDirective') children.push(...fromContainer(copy, child))
    else if (child.type === 'leafDirective') children.push(...fromLeaf(copy, child))
    else children.push(child)
  }
  parent.children = joinTyped(children) as typeof parent.children
}

function fromContainer(copy: Copy, node: ContainerDirective): Nodes[] {
  const open = typed(copy, node).split('\n', 1)[0]!.trim()
  const close = /\n[ \t>]*(:{3,})[ \t]*$/.exec(typed(copy, node))?.[1]
  if (!containers.includes(node.name)) return restoredContainer(copy, node, open, close)
  if (close === undefined) report(copy, 'text/unclosed-block', node, { name: node.name })
  const { children, label } = withoutLabel(node)
  if (node.name === 'pull-quote') {
    return [{ type: 'pullQuote', children: children as BlockContent[], position: node.position } satisfies PullQuote]
  }
  const title = smartText(node.attributes?.title?.trim() || label, copy.language)
  checkAttributes(copy, node, ['title'])
  const sidebar: Sidebar = { type: 'sidebar', children: children as BlockContent[], position: node.position }
  if (title !== '') sidebar.title = title
  return [sidebar]
}

/** `:::sidebar[Title]`: the label is the first paragraph of the directive's children. */
function withoutLabel(node: ContainerDirective): { children: RootContent[]; label: string } {
  const first = node.children[0]
  if (first?.type !== 'paragraph' || !first.data?.directiveLabel) return { children: node.children, label: '' }
  return { children: node.children.slice(1), label: toString(first) }
}

function restoredContainer(copy: Copy, node: ContainerDirective, open: string, close: string | undefined): Nodes[] {
  const likely = likelyOf(node.name, containers)
  if (likely) report(copy, 'text/unknown-block', node, { name: node.name, likely })
  const start = node.position!.start
  const end = node.position!.end
  const openEnd = { line: start.line, column: start.column + open.length, offset: start.offset! + open.length }
  const closeStart = { ...end, column: end.column - (close?.length ?? 0), offset: end.offset! - (close?.length ?? 0) }
  const head = typedParagraph(open, { start, end: openEnd })
  const blocks: Nodes[] = [head, ...withoutLabel(node).children]
  if (close) blocks.push(typedParagraph(close, { start: closeStart, end }))
  return blocks
}

function fromLeaf(copy: Copy, node: LeafDirective): Nodes[] {
  if (node.name !== leaf) {
    const likely = Object.keys(node.attributes ?? {}).length > 0 ? likelyOf(node.name, [leaf]) : undefined
    if (likely) report(copy, 'text/unknown-block', node, { name: node.name, likely })
    return [typedParagraph(typed(copy, node), node.position!)]
  }
  checkAttributes(copy, node, pictureAttributes)
  const value = (name: string): string => smartText(node.attributes?.[name]?.trim() ?? '', copy.language)
  const file = node.attributes?.file?.trim() ?? ''
  const place = placeOfNode(node, copy.file)
  const checked = checkPicture(file, copy, place)
  copy.diagnostics.push(...checked.diagnostics)
  if (checked.value === undefined) return []
  const picture: Figure['picture'] = { file: checked.value, alt: value('alt'), place }
  const caption = value('caption') || smartText(toString(node), copy.language)
  if (caption !== '') picture.caption = caption
  if (value('credit') !== '') picture.credit = value('credit')
  return [{ type: 'figure', picture, position: node.position } satisfies Figure]
}

function checkAttributes(copy: Copy, node: ContainerDirective | LeafDirective, known: string[]): void {
  for (const key of Object.keys(node.attributes ?? {})) {
    if (!known.includes(key)) report(copy, 'yaml/unknown-key', node, { key, likely: likelyOf(key, known) ?? '' })
  }
}

/** Paragraphs that a directive was wrongly taken out of: they must join their neighbours again, see joinTyped. */
const typedParagraphs = new WeakSet<Nodes>()

function typedParagraph(value: string, position: Paragraph['position']): Paragraph {
  const text: Text = { type: 'text', value, position }
  const paragraph: Paragraph = { type: 'paragraph', children: [text], position }
  typedParagraphs.add(paragraph)
  return paragraph
}

/** A line such as `::foo` ended the paragraph above it; without blank lines between them they are one paragraph. */
function joinTyped(children: Nodes[]): Nodes[] {
  const joined: Nodes[] = []
  for (const child of children) {
    const before = joined.at(-1)
    const isTouching = before?.type === 'paragraph' && child.type === 'paragraph'
      && (typedParagraphs.has(before) || typedParagraphs.has(child))
      && before.position!.end.line + 1 === child.position!.start.line
    if (!isTouching) {
      joined.push(child)
      continue
    }
    const position = { start: before.position!.end, end: child.position!.start }
    before.children.push({ type: 'text', value: '\n', position }, ...child.children)
    before.position = { start: before.position!.start, end: child.position!.end }
    typedParagraphs.add(before)
  }
  return joined
}

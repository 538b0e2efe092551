import type { Html, Nodes, Paragraph, Parents, PhrasingContent, Text } from 'mdast'
import type { Point } from 'unist'
import { report, typed, type Copy } from '../copy.ts'

/** Elements that run, load or send something; their content is no copy and goes with them. */
const dangerous = new Set([
  'script', 'style', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'form', 'input', 'button', 'select', 'textarea',
  'link', 'meta', 'base', 'template', 'noscript', 'svg', 'math', 'audio', 'video', 'portal',
])

/** Of these, the ones that have no end tag. */
const single = new Set(['input', 'embed', 'link', 'meta', 'base', 'frame'])

/** A piece of raw HTML: a tag by its name, or the text between tags. Offsets count in the node's text. */
type Piece = { kind: 'open' | 'close'; name: string; attributes: string; at: number } | { kind: 'text'; text: string; at: number }

/**
 * Removes raw HTML. Comments vanish; a tag is removed with a warning and its text is kept; what could run, load or send
 * something (scripts, frames, forms, event handlers) is an error and is removed with its content.
 */
export function removeRawHtml(copy: Copy): void {
  removeWithin(copy, copy.tree)
}

function removeWithin(copy: Copy, parent: Parents): void {
  const isPhrasing = ['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'delete', 'link'].includes(parent.type)
  const kept: Nodes[] = []
  /** Name of the dangerous element whose end is awaited. */
  let within = ''
  const children = parent.children as Nodes[]
  for (const [index, child] of children.entries()) {
    if (child.type !== 'html') {
      if (within !== '') continue
      if ('children' in child) removeWithin(copy, child)
      kept.push(child)
      continue
    }
    const result = textOf(copy, child, within)
    // An element that is never closed would swallow the rest of the story: what follows it is copy.
    const isClosed = result.within !== '' && children.slice(index + 1).some(next => next.type === 'html' && closes(next, result.within))
    within = isClosed ? result.within : ''
    kept.push(...(isPhrasing ? result.pieces : paragraphsOf(result.pieces)))
  }
  parent.children = kept as typeof parent.children
}

function closes(node: Html, name: string): boolean {
  return node.value.toLowerCase().includes(`</${name}`)
}

/** The text of one raw HTML node, and the dangerous element that is still open after it. */
function textOf(copy: Copy, node: Html, within: string): { pieces: PhrasingContent[]; within: string } {
  const source = typed(copy, node) || node.value
  const pieces: PhrasingContent[] = []
  for (const piece of piecesOf(source)) {
    if (piece.kind === 'text') {
      if (within === '' && piece.text.trim() !== '') pieces.push(textNode(node, source, piece))
      continue
    }
    if (within !== '') {
      if (piece.kind === 'close' && piece.name === within) within = ''
      continue
    }
    const place = { ...node, position: { start: pointIn(node, source, piece.at), end: node.position!.end } }
    if (dangerous.has(piece.name)) {
      if (piece.kind === 'open') report(copy, 'html/dangerous', place, { tag: piece.name })
      if (piece.kind === 'open' && !single.has(piece.name) && !/\/\s*$/.test(piece.attributes)) within = piece.name
    } else if (/(?:^|[\s/"'])on[a-z]+\s*=/i.test(piece.attributes)) report(copy, 'html/event-handler', place, { tag: piece.name })
    else if (piece.kind === 'open') report(copy, 'html/tag', place, { tag: piece.name })
    if (piece.name === 'br' && piece.kind === 'open') pieces.push({ type: 'break', position: place.position })
  }
  return { pieces, within }
}

/** Parts raw HTML into tags and text. Comments, processing instructions and declarations are left out. */
function piecesOf(source: string): Piece[] {
  const pieces: Piece[] = []
  const unseen = /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<![a-z][^>]*(?:>|$)/
  const seen = /<(\/?)([a-z][a-z0-9:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)(?:>|$)/
  const tag = new RegExp(`${unseen.source}|${seen.source}`, 'gi')
  let end = 0
  for (const match of source.matchAll(tag)) {
    if (match.index > end) pieces.push({ kind: 'text', text: source.slice(end, match.index), at: end })
    end = match.index + match[0].length
    if (match[2] !== undefined) {
      pieces.push({ kind: match[1] === '/' ? 'close' : 'open', name: match[2].toLowerCase(), attributes: match[3] ?? '', at: match.index })
    }
  }
  if (end < source.length) pieces.push({ kind: 'text', text: source.slice(end), at: end })
  return pieces
}

function textNode(node: Html, source: string, piece: { text: string; at: number }): Text {
  const value = piece.text.trim()
  const at = piece.at + piece.text.indexOf(value)
  return { type: 'text', value, position: { start: pointIn(node, source, at), end: pointIn(node, source, at + value.length) } }
}

function pointIn(node: Html, source: string, at: number): Point {
  const start = node.position!.start
  const lines = source.slice(0, at).split('\n')
  const column = lines.length === 1 ? start.column + at : lines.at(-1)!.length + 1
  return { line: start.line + lines.length - 1, column, offset: start.offset! + at }
}

/** Every stretch of text between two tags of a block is a paragraph; breaks between blocks mean nothing. */
function paragraphsOf(pieces: PhrasingContent[]): Paragraph[] {
  return pieces
    .filter(piece => piece.type === 'text')
    .map(piece => ({ type: 'paragraph', children: [piece], position: piece.position }))
}

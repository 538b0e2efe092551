/** Guards against text that is nested without end: by accident (a mail quoted fifty times) or by malice. */
import type { Node, Root } from 'mdast'

/** The most quotation and list marks that any line begins with; known without parsing, which such a text makes slow. */
export function depthOfBlocks(source: string): number {
  let most = 0
  for (const [marks] of source.matchAll(/^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]+|>)+/gm)) {
    const count = marks.match(/>|[-*+]|\d+/g)!.length
    if (count > most) most = count
  }
  for (const [indent] of source.matchAll(/^[ \t]{80,}(?=\S)/gm)) most = Math.max(most, Math.floor(indent.length / 2))
  return most
}

/**
 * Whether a text would keep the parser busy for minutes: its time grows with the square of the marks of one paragraph, and
 * with the square of the containers that are open at once. Bounded by counts, so that every machine answers alike.
 */
export function isBusy(source: string): boolean {
  let open = 0
  for (const [fence] of source.matchAll(/^[ \t>]*:{3,}[^\n]*$/gm)) {
    open = /^[ \t>]*:{3,}[ \t]*$/.test(fence) ? Math.max(0, open - 1) : open + 1
    if (open > mostContainers) return true
  }
  return source.split(/\n[ \t]*\n/).some(block =>
    (block.match(/[*_~[\]`<]+/g)?.length ?? 0) > mostMarks || (block.match(/\|/g)?.length ?? 0) > mostCells)
}

/** More sidebars than stand within each other on any page. */
const mostContainers = 20

/** Marks of emphasis, links, code and tags in one paragraph: fifty times what a page of dense references has. */
const mostMarks = 2000

/** Cells of one table; a page of stock prices had fewer. */
const mostCells = 10_000

/** Levels of a tree, counted without recursion. */
export function depthOfTree(tree: Root): number {
  let depth = 0
  let level: Node[] = [tree]
  while (level.length > 0) {
    depth++
    level = level.flatMap(node => ('children' in node ? (node.children as Node[]) : []))
  }
  return depth
}

/** The text as paragraphs without any mark-up, so that nothing is lost where it cannot be parsed. */
export function plainTree(source: string): Root {
  const children: Root['children'] = []
  let line = 1
  let offset = 0
  for (const block of source.split(/(\n[ \t]*\n)/)) {
    const value = block.trim()
    if (value !== '') {
      const start = { line, column: 1, offset }
      const lines = block.split('\n')
      const end = { line: line + lines.length - 1, column: lines.at(-1)!.length + 1, offset: offset + block.length }
      const position = { start, end }
      children.push({ type: 'paragraph', position, children: [{ type: 'text', value, position }] })
    }
    line += block.split('\n').length - 1
    offset += block.length
  }
  return { type: 'root', children }
}

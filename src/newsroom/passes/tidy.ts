import type { Nodes, Parents } from 'mdast'
import type { Copy } from '../copy.ts'

/** Joins texts that stand side by side after a tag or a link went, and drops what became empty. */
export function tidy({ tree }: Copy): void {
  tidyWithin(tree)
}

const vanishing = new Set(['paragraph', 'emphasis', 'strong', 'delete', 'link', 'heading', 'blockquote', 'list', 'pullQuote', 'sidebar'])

function tidyWithin(parent: Parents): void {
  const kept: Nodes[] = []
  for (const child of parent.children as Nodes[]) {
    if ('children' in child) tidyWithin(child)
    if (isEmpty(child)) continue
    const before = kept.at(-1)
    if (child.type === 'text' && before?.type === 'text') {
      before.value += child.value
      if (before.position && child.position) before.position = { start: before.position.start, end: child.position.end }
    } else kept.push(child)
  }
  parent.children = kept as typeof parent.children
}

function isEmpty(node: Nodes): boolean {
  if (node.type === 'text') return node.value === ''
  if (!vanishing.has(node.type) || !('children' in node)) return false
  return node.children.every(child => child.type === 'text' && child.value.trim() === '')
}

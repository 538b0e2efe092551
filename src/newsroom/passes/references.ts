import type { Definition, Image, Link, Nodes, Parents } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Copy } from '../copy.ts'
import { nodesOf } from '../nodesOf.ts'

/** Turns links and pictures that name a definition (`[text][ref]`) into plain ones, and drops the definitions. */
export function resolveReferences({ tree }: Copy): void {
  if (nodesOf(tree, 'definition').length === 0) return
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', (node, index, parent) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
    return remove(parent, index)
  })
  visit(tree, (node, index, parent) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return
    const definition = definitions.get(node.identifier)
    if (!definition || !parent || index === undefined) return
    const target = { url: definition.url, title: definition.title ?? null, position: node.position }
    const resolved: Link | Image = node.type === 'linkReference'
      ? { type: 'link', ...target, children: node.children as Link['children'] }
      : { type: 'image', ...target, alt: node.alt ?? '' }
    ;(parent as { children: Nodes[] }).children[index] = resolved
  })
}

function remove(parent: Parents | undefined, index: number | undefined): number | undefined {
  if (!parent || index === undefined) return undefined
  parent.children.splice(index, 1)
  return index
}

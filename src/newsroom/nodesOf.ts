import type { Nodes } from 'mdast'

/** Every node of one type, in the order of the text. A tree is walked for each question that is asked of it, so this does nothing else. */
export function nodesOf<T extends Nodes['type']>(tree: Nodes, type: T): Extract<Nodes, { type: T }>[] {
  const found: Extract<Nodes, { type: T }>[] = []
  gather(tree, type, found as Nodes[])
  return found
}

function gather(node: Nodes, type: string, found: Nodes[]): void {
  if (node.type === type) found.push(node)
  if (!('children' in node)) return
  for (const child of node.children) gather(child, type, found)
}

import type { Root, RootContent } from 'mdast'
import type { SignOff } from '../body.ts'
import type { Copy } from '../copy.ts'

/** Makes a sign-off of the last paragraph of a story, or of a part of it, when it begins with an em dash. */
export function setSignOffs({ tree }: Copy): void {
  for (const index of endsOfParts(tree)) {
    const block = tree.children[index]
    const first = block?.type === 'paragraph' ? block.children[0] : undefined
    if (block?.type !== 'paragraph' || first?.type !== 'text' || !/^(?:—|---?(?=[^\s-]))/.test(first.value)) continue
    tree.children[index] = { type: 'signOff', children: block.children, position: block.position } satisfies SignOff
  }
}

/** Index of the last block of text before every `# Heading` and at the end. */
function endsOfParts(tree: Root): number[] {
  const ends: number[] = []
  let last = -1
  tree.children.forEach((block, index) => {
    if (block.type === 'heading' && block.depth === 1) {
      ends.push(last)
      last = -1
    }
    if (isText(block)) last = index
  })
  return [...ends, last].filter(index => index >= 0)
}

/** Footnotes and figures may stand after a sign-off without being the story's end. */
function isText(block: RootContent): boolean {
  return block.type !== 'footnoteDefinition' && block.type !== 'figure' && block.type !== 'thematicBreak'
}

import type { Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { report, type Copy } from '../copy.ts'

/** Letters of one paragraph: a pamphlet without a break. The work of setting lines grows with them. */
const mostLetters = 200_000

/** Letters without a space between them, two newspaper pages of what is no word: the work of setting it grows with the square of them. */
const mostUnbroken = 20_000

/** Refuses a paragraph that goes on for pages, as when something was pasted that is no story. Bounded, so that every machine answers alike. */
export function checkLength(copy: Copy): void {
  if (copy.source.length > mostUnbroken) checkWithin(copy, copy.tree)
}

function checkWithin(copy: Copy, node: Nodes): void {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const text = toString(node)
    if (text.length > mostLetters) report(copy, 'text/long-paragraph', node, { length: text.length, limit: mostLetters })
    else checkUnbroken(copy, node, text.split(/\s+/))
  } else if (node.type === 'code') {
    checkUnbroken(copy, node, node.value.split('\n'))
  } else if ('children' in node) {
    for (const child of node.children) checkWithin(copy, child)
  }
}

function checkUnbroken(copy: Copy, node: Nodes, parts: string[]): void {
  const longest = parts.reduce((most, part) => Math.max(most, part.length), 0)
  if (longest > mostUnbroken) report(copy, 'text/long-paragraph', node, { length: longest, limit: mostUnbroken })
}

import type { Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { report, type Copy } from '../copy.ts'

/** Letters of one paragraph, two newspaper pages without a break: the work of setting lines grows with the square of them. */
const mostLetters = 20_000

/** Refuses a paragraph that goes on for pages, as when something was pasted that is no story. Bounded, so that every machine answers alike. */
export function checkLength(copy: Copy): void {
  if (copy.source.length > mostLetters) checkWithin(copy, copy.tree)
}

function checkWithin(copy: Copy, node: Nodes): void {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell' || node.type === 'code') {
    const longest = node.type === 'code' ? node.value.split('\n').reduce((most, line) => Math.max(most, line.length), 0) : toString(node).length
    if (longest > mostLetters) report(copy, 'text/long-paragraph', node, { length: longest, limit: mostLetters })
  } else if ('children' in node) {
    for (const child of node.children) checkWithin(copy, child)
  }
}

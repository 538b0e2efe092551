import type { Nodes, Text } from 'mdast'
import { smartPieces, type TextPiece } from '../../languages/punctuation.ts'
import type { Copy } from '../copy.ts'

/** Sets quotation marks, dashes and dots of every paragraph; code stays as it is. */
export function setPunctuation({ tree, language }: Copy): void {
  setWithin(tree, language)
}

const blocks = new Set(['paragraph', 'heading', 'tableCell', 'signOff'])

function setWithin(node: Nodes, language: string): void {
  if (!('children' in node)) return
  if (!blocks.has(node.type)) {
    for (const child of node.children) setWithin(child, language)
    return
  }
  const pieces: (TextPiece & { node?: Text })[] = []
  gather(node, pieces)
  const values = smartPieces(pieces, language)
  pieces.forEach((piece, index) => {
    if (piece.node) piece.node.value = values[index]!
  })
}

function gather(node: Nodes, pieces: (TextPiece & { node?: Text })[]): void {
  if (node.type === 'text') pieces.push({ value: node.value, node })
  else if (node.type === 'break') pieces.push({ value: '\n', fixed: true })
  else if ('children' in node) for (const child of node.children) gather(child, pieces)
  else if ('value' in node) pieces.push({ value: node.value, fixed: true })
}

/** A bracket that nobody closes, where the source closes all of its own. Faces such as :) are none, nor is the mark of a list, `a)`. */
import type { CheckedText, Finding } from './finding.ts'

export function checkBrackets({ sourceProse, targetProse }: CheckedText): Finding[] {
  if (openBracket(sourceProse) !== undefined) return []
  const open = openBracket(targetProse)
  return open === undefined ? [] : [{ check: 'bracket-open', detail: open }]
}

function openBracket(prose: string): string | undefined {
  const plain = prose.replace(/[:;=8][-']?[()[\]DP]/g, ' ').replace(/^[\p{L}\p{N}]{1,2}\)/u, ' ')
  for (const [open, close] of [['(', ')'], ['[', ']']] as const) {
    const depth = plain.split(open).length - plain.split(close).length
    if (depth !== 0) return depth > 0 ? open : close
  }
  return undefined
}

/** A bracket that nobody closes, where the source closes all of its own. Faces such as :) are none, nor is the mark of a list, `a)`. */
import { runningText, type Finding, type TranslatedText } from './finding.ts'

export function checkBrackets({ source, target }: TranslatedText): Finding[] {
  if (openBracket(source) !== undefined) return []
  const open = openBracket(target)
  return open === undefined ? [] : [{ check: 'bracket-open', detail: open }]
}

function openBracket(text: string): string | undefined {
  const plain = runningText(text).replace(/[:;=8][-']?[()[\]DP]/g, ' ').replace(/^[\p{L}\p{N}]{1,2}\)/u, ' ')
  for (const [open, close] of [['(', ')'], ['[', ']']] as const) {
    const depth = plain.split(open).length - plain.split(close).length
    if (depth !== 0) return depth > 0 ? open : close
  }
  return undefined
}

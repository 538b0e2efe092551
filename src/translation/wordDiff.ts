/**
 * What changed between two versions of one text, word by word.
 */

/** A run of words that stayed, went or came. */
export interface WordChange {
  type: 'same' | 'removed' | 'added'
  words: string[]
}

/** Longest texts that are compared word by word: beyond that the middle counts as exchanged. */
const cellLimit = 4_000_000

/**
 * The shortest way from one list of words to the other by taking away and adding (longest common subsequence;
 * R. A. Wagner and M. J. Fischer, "The String-to-String Correction Problem", JACM 21(1), 1974). In order, runs joined,
 * what went before what came.
 */
export function diffWords(before: readonly string[], after: readonly string[], same = (a: string, b: string): boolean => a === b): WordChange[] {
  let head = 0
  while (head < before.length && head < after.length && same(before[head]!, after[head]!)) head++
  let tail = 0
  const room = Math.min(before.length, after.length) - head
  while (tail < room && same(before[before.length - 1 - tail]!, after[after.length - 1 - tail]!)) tail++
  const middle = diffMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail), same)
  const changes: WordChange[] = []
  push(changes, 'same', after.slice(0, head))
  for (const { type, words } of middle) push(changes, type, words)
  push(changes, 'same', after.slice(after.length - tail))
  return changes
}

function diffMiddle(before: string[], after: string[], same: (a: string, b: string) => boolean): WordChange[] {
  const width = after.length + 1
  if ((before.length + 1) * width > cellLimit || before.length === 0 || after.length === 0) {
    return [{ type: 'removed', words: before }, { type: 'added', words: after }]
  }
  const common = new Uint32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i * width + j] = same(before[i]!, after[j]!)
        ? common[(i + 1) * width + j + 1]! + 1
        : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)
    }
  }
  const changes: WordChange[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && same(before[i]!, after[j]!)) {
      push(changes, 'same', [after[j]!])
      i++
      j++
    } else if (j >= after.length || (i < before.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      push(changes, 'removed', [before[i++]!])
    } else {
      push(changes, 'added', [after[j++]!])
    }
  }
  return changes
}

function push(changes: WordChange[], type: WordChange['type'], words: string[]): void {
  if (words.length === 0) return
  const last = changes.at(-1)
  if (last?.type === type) last.words.push(...words)
  else changes.push({ type, words: [...words] })
}

/**
 * The cheapest way to lay two sequences beside each other, by dynamic programming.
 */

/** A link of one alignment: which items of the first sequence go with which of the second. One of the two may be empty. */
export interface Link {
  source: number[]
  target: number[]
}

/** How many items of each side one step may take: 1-1, 1-0, 0-1, 2-1, 1-2. */
export const steps = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 1],
  [1, 2],
] as const

/** Cost of a step that takes `taken` and ends before `source` and `target`; lower is better, Infinity is never taken. */
export type StepCost = (source: number, sourceTaken: number, target: number, targetTaken: number) => number

/** Cells further than this from the diagonal are not looked at, so that a very long pair costs memory in proportion. */
const bandWidth = 400

/**
 * Links of the cheapest path from the start of both sequences to their ends, in order. Every index occurs exactly once.
 * @param cost called with the first index of either side and how many items the step takes there.
 */
export function shortestPath(sources: number, targets: number, cost: StepCost): Link[] {
  const band = Math.abs(sources - targets) + bandWidth
  const width = Math.min(targets + 1, 2 * band + 1)
  const offsetOf = (i: number): number => Math.max(0, Math.min(i - band, targets + 1 - width))
  const best = new Float64Array((sources + 1) * width).fill(Infinity)
  const taken = new Uint8Array((sources + 1) * width)
  const at = (i: number, j: number): number => {
    const column = j - offsetOf(i)
    return column < 0 || column >= width ? -1 : i * width + column
  }

  best[0] = 0
  for (let i = 0; i <= sources; i++) {
    const first = offsetOf(i)
    for (let j = first; j < first + width; j++) {
      const here = at(i, j)
      for (const [step, [di, dj]] of steps.entries()) {
        if (di > i || dj > j) continue
        const before = at(i - di, j - dj)
        if (before < 0 || best[before] === Infinity) continue
        const total = best[before]! + cost(i - di, di, j - dj, dj)
        if (total < best[here]!) {
          best[here] = total
          taken[here] = step
        }
      }
    }
  }
  return walkBack(sources, targets, (i, j) => steps[taken[at(i, j)]!]!)
}

function walkBack(sources: number, targets: number, stepAt: (i: number, j: number) => readonly [number, number]): Link[] {
  const links: Link[] = []
  let i = sources
  let j = targets
  while (i > 0 || j > 0) {
    const [di, dj] = stepAt(i, j)
    links.push({ source: indices(i - di, di), target: indices(j - dj, dj) })
    i -= di
    j -= dj
  }
  return links.reverse()
}

function indices(start: number, length: number): number[] {
  return Array.from({ length }, (_, at) => start + at)
}

/** `17-01` → volume 17, number 1; undefined for a name that is no issue's. */
export function numbersOf(name: string): { volume: number; number: number } | undefined {
  const match = /^(\d{1,4})-(\d{1,4})$/.exec(name)
  return match ? { volume: Number(match[1]), number: Number(match[2]) } : undefined
}

/** Whether two folder names are the same issue: `17-1` and `17-01`. */
export function isSameIssue(a: string, b: string): boolean {
  const [first, second] = [numbersOf(a), numbersOf(b)]
  if (!first || !second) return a === b
  return first.volume === second.volume && first.number === second.number
}

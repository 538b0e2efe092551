/** What stands before and after something in its list. */
export function neighbours<T>(list: readonly T[], item: T): { previous: T | undefined; next: T | undefined } {
  const at = list.indexOf(item)
  if (at < 0) return { previous: undefined, next: undefined }
  return { previous: list[at - 1], next: list[at + 1] }
}

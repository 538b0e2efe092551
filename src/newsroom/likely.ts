/**
 * The word that an editor most likely meant, or undefined when none is near. Case and accents do not count.
 * Distance: optimal string alignment (Damerau-Levenshtein), at most a third of the word's letters.
 */
export function likelyOf(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word)
  // A very long "word" is no slip of the keyboard, and the table of distances would grow with it.
  if (wanted.length > 40) return undefined
  let best: string | undefined
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = distanceOf(wanted, fold(candidate).slice(0, 60))
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** A text without case and accents, as tags and names are compared: `Huelga Ferroviária` → `huelga ferroviaria`. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** A folder's name for a title: `¡Huelga en la costa!` → `huelga-en-la-costa`. Empty when no letter can be kept. */
export function toSlug(title: string): string {
  return fold(title)
    .replace(/ß/g, 'ss')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function distanceOf(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, beforeLast[j - 2]! + 1)
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.length]!
}

/**
 * How much two neighbours want to stay on one line, as a Knuth-Plass penalty: 0 for most words. Where words may be divided, that
 * is tried first. A tie is no chain; where nothing else helps, the line ends there all the same. What must never part has a
 * no-break space between it.
 */
export function tieBetween(word: string, next: string): number {
  if (next.length === 1 && lonelyDash.test(next)) return ties.dash
  if (longWord.test(word)) return 0
  if (oneLetter.test(word)) return ties.oneLetter
  if (number.test(word) && unit.test(next)) return ties.unit
  if (title.test(word)) return ties.title
  return 0
}

const ties = {
  /** A spaced dash belongs to what stands before it. */
  dash: 1000,
  /** "a", "I", "y", "o" look lost at a line's end: dearer than any hyphen. */
  oneLetter: 1000,
  /** A number and what it counts. */
  unit: 300,
  title: 200,
} as const

/** Most words, which need no closer look: no number, no title, more than one letter. */
const longWord = /^[“"(¿¡«—]*[A-Za-zÀ-ÖØ-öø-ÿ]{2,}[,;:!?…”’")»]*$/
const lonelyDash = /^[—–-]$/
const oneLetter = /^[\p{Ps}\p{Pi}"'¿¡—]*\p{L}$/u
const number = /^[\p{Ps}\p{Sc}]*\d[\d.,/]*$/u
const unit = /^(?:%|‰|°\p{L}?|[kcmµ]?m[²³2]?|[kmc]?[gl]|km\/h|mph|kg|lb|ft|in|h|hs|min|[ap]\.?m\.|ha|€)[.,;:)]?$/u
const title = /^(?:Mr|Mrs|Ms|Dr|Dra|St|Sr|Sra|Srta|Ud|Uds|No|núm|pág|págs|p|pp|vol|art)\.$/

import type { Language } from '../../languages/language.ts'
import type { Copy } from './copy.ts'
import { glue, penalty, type Items } from './items.ts'
import { isBreakpoint } from './lineBreaking.ts'

/**
 * Breakpoints of a headline: as few lines as the measure asks for, and these as even as its words allow, without a small word at a
 * line's end or a single word on the last line, where that can be helped. Undefined where a word is wider than the measure.
 */
export function balanceLines(items: Items, copy: Copy, language: Language, width: number): number[] | undefined {
  const ends = endsOf(items)
  const widths = toWidths(items)
  const fewest = fewestLines(ends, widths, width)
  if (fewest === undefined) return undefined
  const ideal = widths.between(-1, items.count - 1) / fewest
  const costOf = (from: number, to: number): number => {
    const line = widths.between(from, to)
    if (line > width + tolerance) return Infinity
    const price = items.penalty[to]! > 0 ? items.penalty[to]! : 0
    const start = from < 0 ? 0 : items.next[from]!
    const end = items.end[to]!
    const lastWord = Math.max(start, copy.text.lastIndexOf(' ', end - 1) + 1, copy.text.lastIndexOf('\u00a0', end - 1) + 1)
    const last = to === items.count - 1
    const lonely = last && lastWord === start && line < 0.5 * ideal
    return ((line - ideal) / ideal) ** 2 * 100 + price / 100
      + (!last && isSmallWord(copy.text.slice(lastWord, end), language) ? costs.smallWord : 0) + (lonely ? costs.lonelyWord : 0)
  }
  return cheapest(ends, fewest, costOf)
}

/** In units of a hundredth of the squared departure from an even line: 4 is a line that misses by a fifth. */
const costs = { smallWord: 4, lonelyWord: 8 } as const

/** Rounding in sums of widths. */
const tolerance = 1e-6

/** Words that lean on the next one. */
const smallWords: Record<Language, Set<string>> = {
  en: new Set('a an and as at but by for from in is of on or our that the their to with your'.split(' ')),
  es: new Set('a al con de del e el en es la las lo los o para por que se sin su sus u un una y'.split(' ')),
}

function isSmallWord(word: string, language: Language): boolean {
  return smallWords[language.split('-')[0]!]?.has(word.toLowerCase()) ?? false
}

/** Where lines may end: word spaces and joints that are part of the text. */
function endsOf(items: Items): number[] {
  const ends: number[] = []
  for (let at = 0; at < items.count; at++) if (isBreakpoint(items, at, 0)) ends.push(at)
  return ends
}

/** Natural widths of lines from one breakpoint (-1 is the start) to another. */
function toWidths(items: Items): { between(from: number, to: number): number } {
  const sums = new Float64Array(items.count + 1)
  for (let at = 0; at < items.count; at++) sums[at + 1] = sums[at]! + (items.kind[at] === penalty ? 0 : items.width[at]!)
  return {
    between(from, to) {
      let first = from + 1
      while (first < to && items.kind[first] === glue) first++
      return sums[to]! - sums[first]!
    },
  }
}

/** As many lines as come of filling each before the next. */
function fewestLines(ends: number[], widths: ReturnType<typeof toWidths>, width: number): number | undefined {
  let lines = 1
  let from = -1
  for (let k = 0; k < ends.length; k++) {
    if (widths.between(from, ends[k]!) <= width + tolerance) continue
    from = ends[k - 1] ?? -1
    lines++
    if (k === 0 || widths.between(from, ends[k]!) > width + tolerance) return undefined
  }
  return lines
}

/** The cheapest way to end exactly so many lines, the last at the last end. */
function cheapest(ends: number[], lines: number, costOf: (from: number, to: number) => number): number[] {
  let ways = ends.map((end) => ({ cost: costOf(-1, end), breaks: [end] }))
  for (let line = 2; line <= lines; line++) {
    ways = ends.map((end, k) => {
      let best = { cost: Infinity, breaks: [end] }
      for (let from = 0; from < k; from++) {
        const cost = ways[from]!.cost + costOf(ends[from]!, end)
        if (cost < best.cost) best = { cost, breaks: [...ways[from]!.breaks, end] }
      }
      return best
    })
  }
  return ways.at(-1)!.breaks
}

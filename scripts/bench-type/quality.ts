/** How good set type is, counted on finished lines alone, so that every engine is measured alike. */
import type { SetLine } from './lines.ts'
import { type } from './copy.ts'

/** Space of the font that all engines set, in em. */
const naturalSpace = 0.237

/** Of each row less is better. */
export interface Quality {
  'ratio mean': number
  'ratio p95': number
  'gap sd em': number
  'loose %': number
  'over 1.5 %': number
  'hyphens %': number
  ladders: number
  longest: number
  runts: number
  widows: number
  orphans: number
}

/**
 * Ratios are those of TeX's font settings: a space gives half of itself, and takes a third. A line is loose whose gaps are more than half
 * an em on average; `over 1.5` those of more than one and a half natural spaces. A ladder is two or more hyphens below each other; a
 * runt a last line of less than a fifth of the measure.
 */
export function qualityOf(lines: SetLine[], measure: number): Quality {
  const full = lines.filter(({ endsParagraph }) => !endsParagraph)
  const gaps = full.flatMap((line) => line.gaps.map((gap) => gap / type.size))
  const ofLine = full.map((line) => line.gaps.length === 0 ? Infinity : meanOf(line.gaps) / type.size)
  const ratios = ofLine.map((gap) => gap === Infinity ? 10 : (gap - naturalSpace) / (gap > naturalSpace ? naturalSpace / 2 : naturalSpace / 3)).map(Math.abs)
  const mean = meanOf(gaps)
  const ladders = laddersOf(lines)
  const percent = (count: number) => (100 * count) / lines.length
  return rounded({
    'ratio mean': meanOf(ratios),
    'ratio p95': ratios.sort((a, b) => a - b)[Math.floor(0.95 * ratios.length)]!,
    'gap sd em': Math.sqrt(meanOf(gaps.map((gap) => (gap - mean) ** 2))),
    'loose %': percent(ofLine.filter((gap) => gap > 0.5).length),
    'over 1.5 %': percent(ofLine.filter((gap) => gap > 1.5 * naturalSpace).length),
    'hyphens %': percent(full.filter(isDivided).length),
    ladders: ladders.length,
    longest: Math.max(0, ...ladders),
    runts: lines.filter((line) => line.endsParagraph && !line.opensParagraph && line.width < 0.2 * measure).length,
    widows: lines.filter((line, k) => k > 0 && line.page !== lines[k - 1]!.page && line.endsParagraph && !line.opensParagraph).length,
    orphans: lines.filter((line, k) => line.opensParagraph && !line.endsParagraph && line.page !== lines[k + 1]?.page).length,
  })
}

function isDivided({ text }: SetLine): boolean {
  return /\p{L}[-\u00ad\u2010]$/u.test(text)
}

/** How many hyphens stand below each other, of each group of two or more. */
function laddersOf(lines: SetLine[]): number[] {
  const ladders: number[] = []
  let run = 0
  for (const line of lines) {
    run = isDivided(line) && !line.endsParagraph ? run + 1 : 0
    if (run === 2) ladders.push(2)
    if (run > 2) ladders[ladders.length - 1] = run
  }
  return ladders
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function rounded(quality: Quality): Quality {
  return Object.fromEntries(Object.entries(quality).map(([row, value]) => [row, Math.round(value * 1000) / 1000])) as unknown as Quality
}

/** An ink of its own costs a plate: only those that the printer has. `All` is the colour of cutting marks. */
import type { Color } from '../pressFile.ts'
import type { PdfRule } from './rule.ts'

const process = ['All', 'None', 'Cyan', 'Magenta', 'Yellow', 'Black']

export const spots: PdfRule = (file, { use, spots }) => {
  if (use !== 'press') return []
  const colorsOf = (color: Color): string[] => color.kind === 'spot' ? color.spots : []
  const used = new Map(file.pages.flatMap(({ number, marks }) => marks.flatMap((mark) => colorsOf(mark.color).map((ink) => [ink, { number, mark }] as const))).reverse())
  return [...used].filter(([ink]) => !process.includes(ink) && !spots.includes(ink))
    .map(([ink, { number, mark }]) => ({ id: 'preflight/spot', page: number, mark, params: { ink, known: spots.join(', ') || '–' } }))
}

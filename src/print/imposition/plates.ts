/** For a printer with one ink at a time, a risograph: pages on sheets that are larger than they are, one file an ink. */
import type { Frame, Page, Rect } from '../makeup/page.ts'
import type { Ink } from '../stylebook/ink.ts'
import { markThickness, type Side } from './sheet.ts'

const crossSize = 12

/**
 * Each page in the middle of a sheet, smaller only where its type would come nearer than `edge` to the sheet's. Where the sheet has
 * room above and below the page, a cross in the middle of both shows whether the inks fit.
 */
export function onSheets(pages: Page[], { width, height }: { width: number; height: number }, edge: number): Side[] {
  return pages.map((page): Side => {
    const scale = Math.min(1, (width - 2 * edge) / page.area.width, (height - 2 * edge) / page.area.height)
    const x = (width - page.trim.width * scale) / 2
    const y = (height - page.trim.height * scale) / 2
    const marks = y >= edge + crossSize ? [y, height - y].flatMap((at) => crossAt(width / 2, at < height / 2 ? at - crossSize / 2 : at + crossSize / 2)) : []
    return { width, height, placements: [{ page, x, y, ...scale < 1 && { scale } }], ...marks.length > 0 && { marks } }
  })
}

function crossAt(x: number, y: number): Rect[] {
  return [
    { x: x - crossSize / 2, y: y - markThickness / 2, width: crossSize, height: markThickness },
    { x: x - markThickness / 2, y: y - crossSize / 2, width: markThickness, height: crossSize },
  ]
}

const colored: Ink[] = ['accent', 'accentTint', 'paper']

/** What the colour's plate prints of a page. Black prints on top of colour, so it leaves no hole there; pictures do. */
export function colorPlate(page: Page): Page {
  return { ...page, frames: page.frames.flatMap((frame): Frame[] => {
    if (frame.kind === 'picture') return [{ kind: 'panel', ink: 'paper', x: frame.x, y: frame.y, width: frame.width, height: frame.height }]
    if (!('lines' in frame)) return colored.includes(frame.ink) ? [frame] : []
    const lines = frame.lines.flatMap(({ initial, ...placed }) => {
      const runs = placed.line.runs.filter(({ style }) => colored.includes(style.ink))
      const shown = initial && colored.includes(initial.style.ink) ? { initial } : {}
      return runs.length > 0 || 'initial' in shown ? [{ ...placed, ...shown, line: { ...placed.line, runs } }] : []
    })
    return lines.length > 0 ? [{ ...frame, lines }] : []
  }) }
}

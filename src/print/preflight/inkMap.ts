/**
 * How much ink lies where on a page: its rectangles and pictures painted into a coarse map of four inks, one cell a point. Type is
 * left out: its strokes are narrower than any area that matters.
 */
import { readInks } from '../../pictures/inks.ts'
import { inksOf } from './colors.ts'
import type { Box, FillMark, PictureMark, PressPage } from './pressFile.ts'

export interface InkMap {
  /** The largest connected area with more ink than the limit (percent), its size and its heaviest cell; undefined when there is none. */
  heaviest(limit: number): { ink: number; areaMm2: number; box: Box } | undefined
}

/** Rounding of eight-bit samples and of JPEG, in percent of all four inks together. */
const tolerance = 3
const cellMm2 = (25.4 / 72) ** 2
/** Larger sheets than this, in points, are measured in part: no newspaper page is. */
const longestSide = 4000

export async function inkMapOf(page: PressPage): Promise<InkMap> {
  const { left, bottom, right, top } = page.media
  const width = Math.min(longestSide, Math.ceil(right - left))
  const height = Math.min(longestSide, Math.ceil(top - bottom))
  const cells = new Uint8Array(width * height * 4)
  for (const mark of page.marks) {
    if (mark.kind === 'fill' && mark.isRectangle) paintFill(mark)
    else if (mark.kind === 'picture') await paintPicture(mark)
  }
  return { heaviest }

  /** Columns and rows that a box covers, rows from the top. */
  function spanOf(box: Box) {
    const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)))
    return {
      x0: within(box.left - left, width), x1: within(box.right - left, width),
      y0: within(top - box.top, height), y1: within(top - box.bottom, height),
    }
  }

  function paintFill({ box, color, overprints }: FillMark): void {
    const inks = inksOf(color)?.map((ink) => Math.round(ink * 255))
    if (!inks) return
    const { x0, x1, y0, y1 } = spanOf(box)
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) {
        for (let ink = 0; ink < 4; ink++) if (!overprints || inks[ink]! > 0) cells[(y * width + x) * 4 + ink] = inks[ink]!
      }
    }
  }

  async function paintPicture({ picture, box }: PictureMark): Promise<void> {
    const samples = await readInks(picture)
    if (!samples) return
    const { x0, x1, y0, y1 } = spanOf(box)
    for (let y = y0; y < y1; y++) {
      const row = Math.min(picture.height - 1, Math.floor(((y - y0 + 0.5) / (y1 - y0)) * picture.height))
      for (let x = x0; x < x1; x++) {
        const column = Math.min(picture.width - 1, Math.floor(((x - x0 + 0.5) / (x1 - x0)) * picture.width))
        const from = (row * picture.width + column) * samples.channels
        const to = (y * width + x) * 4
        if (samples.channels === 1) cells.set([0, 0, 0, 255 - samples.data[from]!], to)
        else for (let ink = 0; ink < 4; ink++) cells[to + ink] = samples.data[from + ink]!
      }
    }
  }

  function inkOf(cell: number): number {
    return ((cells[4 * cell]! + cells[4 * cell + 1]! + cells[4 * cell + 2]! + cells[4 * cell + 3]!) * 100) / 255
  }

  function heaviest(limit: number): ReturnType<InkMap['heaviest']> {
    const isHeavy = new Uint8Array(width * height)
    for (let cell = 0; cell < isHeavy.length; cell++) isHeavy[cell] = inkOf(cell) > limit + tolerance ? 1 : 0
    let largest: { cells: number; ink: number; box: Box } | undefined
    for (let start = 0; start < isHeavy.length; start++) {
      if (!isHeavy[start]) continue
      const region = regionFrom(start, isHeavy)
      if (!largest || region.cells > largest.cells) largest = region
    }
    return largest && { ink: largest.ink, areaMm2: largest.cells * cellMm2, box: largest.box }
  }

  /** Takes a connected region out of the map of heavy cells. */
  function regionFrom(start: number, isHeavy: Uint8Array): { cells: number; ink: number; box: Box } {
    const waiting = [start]
    isHeavy[start] = 0
    let [count, ink, x0, y0, x1, y1] = [0, 0, width, height, 0, 0]
    for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
      const [x, y] = [cell % width, Math.floor(cell / width)]
      count++
      ink = Math.max(ink, inkOf(cell))
      x0 = Math.min(x0, x)
      x1 = Math.max(x1, x + 1)
      y0 = Math.min(y0, y)
      y1 = Math.max(y1, y + 1)
      const beside = [x > 0 ? cell - 1 : -1, x < width - 1 ? cell + 1 : -1, cell - width, cell + width]
      for (const next of beside) {
        if (next < 0 || next >= isHeavy.length || !isHeavy[next]) continue
        isHeavy[next] = 0
        waiting.push(next)
      }
    }
    return { cells: count, ink, box: { left: left + x0, right: left + x1, top: top - y0, bottom: top - y1 } }
  }
}

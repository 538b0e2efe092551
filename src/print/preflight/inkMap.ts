/**
 * How much ink lies where on a page: its rectangles, lines and pictures painted into a coarse map of four inks and one of the
 * printer's own, one cell a point. Of type only letters count that are so large that one of them covers an area that matters.
 */
import { readInks } from '../../pictures/inks.ts'
import { inksOf } from './colors.ts'
import type { Box, Color, FillMark, PictureMark, PressPage, StrokeMark, TextMark } from './pressFile.ts'

export interface InkMap {
  /** The largest connected area with more ink than the limit (percent), its size and its heaviest cell; undefined when there is none. */
  heaviest(limit: number): { ink: number; areaMm2: number; box: Box } | undefined
}

/** Rounding of eight-bit samples and of JPEG, in percent of all four inks together. */
const tolerance = 3
const cellMm2 = (25.4 / 72) ** 2
/** Larger sheets than this, in points, are measured in part: no newspaper page is. */
const longestSide = 4000
/** Cyan, magenta, yellow, black, and what the printer has besides. */
const plates = 5
/** Part of the square of its size that a letter covers with ink: half an em wide, two thirds high, not quite half of that filled. */
const letterCover = 0.15
/** Points: letters of smaller type cover less than 5 mm². */
const largeType = 16

/** A colour on each plate, 255 is full ink; undefined for what is said in light. Ink on all plates is that of cutting marks. */
function platesOf(color: Color): number[] | undefined {
  const inks = color.kind === 'spot' && !color.spots.includes('All') ? [0, 0, 0, 0, Math.max(0, ...color.values)] : inksOf(color)
  return inks && [...inks, 0].slice(0, plates).map((ink) => Math.round(ink * 255))
}

export async function inkMapOf(page: PressPage): Promise<InkMap> {
  const { left, bottom, right, top } = page.media
  const width = Math.min(longestSide, Math.ceil(right - left))
  const height = Math.min(longestSide, Math.ceil(top - bottom))
  const cells = new Uint8Array(width * height * plates)
  const letters: { ink: number; areaMm2: number; box: Box }[] = []
  for (const mark of page.marks) {
    if (mark.kind === 'fill' && mark.isRectangle) paintFill(mark)
    else if (mark.kind === 'stroke') paintStroke(mark)
    else if (mark.kind === 'picture') await paintPicture(mark)
    else if (mark.kind === 'text' && !mark.invisible) weighType(mark)
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

  function paintFill({ box, color, overprints }: Pick<FillMark, 'box' | 'color' | 'overprints'>): void {
    const inks = platesOf(color)
    if (!inks) return
    const { x0, x1, y0, y1 } = spanOf(box)
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) {
        for (let ink = 0; ink < plates; ink++) if (!overprints || inks[ink]! > 0) cells[(y * width + x) * plates + ink] = inks[ink]!
      }
    }
  }

  /** Lines that lie or stand; of others the box says nothing about where their ink is. */
  function paintStroke({ box, thickness, ...mark }: StrokeMark): void {
    const half = thickness / 2
    if (box.right - box.left < 0.01) paintFill({ ...mark, box: { ...box, left: box.left - half, right: box.right + half } })
    else if (box.top - box.bottom < 0.01) paintFill({ ...mark, box: { ...box, bottom: box.bottom - half, top: box.top + half } })
  }

  function weighType({ box, color, overprints, size }: TextMark): void {
    const inks = size >= largeType ? platesOf(color) : undefined
    if (!inks) return
    const { x0, x1, y0, y1 } = spanOf(box)
    let most = 0
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) {
        let sum = 0
        for (let ink = 0; ink < plates; ink++) sum += inks[ink]! > 0 || !overprints ? inks[ink]! : cells[(y * width + x) * plates + ink]!
        most = Math.max(most, sum)
      }
    }
    letters.push({ ink: (most * 100) / 255, areaMm2: letterCover * size ** 2 * cellMm2, box })
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
        const to = (y * width + x) * plates
        if (samples.channels === 1) cells.set([0, 0, 0, 255 - samples.data[from]!, 0], to)
        else for (let ink = 0; ink < plates; ink++) cells[to + ink] = ink < 4 ? samples.data[from + ink]! : 0
      }
    }
  }

  function inkOf(cell: number): number {
    let sum = 0
    for (let ink = 0; ink < plates; ink++) sum += cells[plates * cell + ink]!
    return (sum * 100) / 255
  }

  function heaviest(limit: number): ReturnType<InkMap['heaviest']> {
    const isHeavy = new Uint8Array(width * height)
    const most = ((limit + tolerance) * 255) / 100
    for (let cell = 0, at = 0; cell < isHeavy.length; cell++, at += plates) {
      if (cells[at]! + cells[at + 1]! + cells[at + 2]! + cells[at + 3]! + cells[at + 4]! > most) isHeavy[cell] = 1
    }
    let largest: { cells: number; ink: number; box: Box } | undefined
    for (let start = isHeavy.indexOf(1); start >= 0; start = isHeavy.indexOf(1, start)) {
      const region = regionFrom(start, isHeavy)
      if (!largest || region.cells > largest.cells) largest = region
    }
    const area = largest && { ink: largest.ink, areaMm2: largest.cells * cellMm2, box: largest.box }
    return letters.filter(({ ink }) => ink > limit + tolerance).reduce((most, letter) => most && most.areaMm2 >= letter.areaMm2 ? most : letter, area)
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

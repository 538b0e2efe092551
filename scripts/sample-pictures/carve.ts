/** The marks of a gouge: hatching that follows form, rays, grain. Everything answers SVG path data. */
import { chance, wander } from './chance.ts'
import { ribbon } from './lines.ts'
import type { Cut, Point } from './lines.ts'

/** How light a place is: 0 stays black, 1 is cut away. */
export type Tone = (x: number, y: number) => number

export interface Hatching {
  /** The field that the lines cross: x, y, width, height. */
  field: readonly [number, number, number, number]
  /** Direction of the lines in degrees; 0 runs to the right, 90 down. */
  angle?: number
  /** From line to line. */
  gap?: number
  tone: Tone
  /** How far a line bows out in its middle, as round bodies show. */
  bow?: number
  /** How far lines wander, as grain in wood. */
  grain?: number
  seed?: number
}

/** Parallel cuts whose width says how light a place is. */
export function hatch({
  field: [x, y, width, height], angle = 0, gap = 16, tone, bow = 0, grain = 2, seed = 1,
}: Hatching): string {
  const turn = angle * Math.PI / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const length = Math.abs(width * cos) + Math.abs(height * sin)
  const depth = Math.abs(width * sin) + Math.abs(height * cos)
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  const drift = wander(seed)
  const hand = chance(seed)
  const step = Math.max(3, gap * 0.8)
  const marks: string[] = []
  for (let line = -Math.abs(bow); line < depth + Math.abs(bow); line += gap) {
    const offset = line - depth / 2 + hand.between(-0.12, 0.12) * gap
    let mark: Cut[] = []
    let rest = hand.between(12, 60)
    const end = () => {
      if (mark.length > 2) marks.push(ribbon(mark))
      mark = []
    }
    for (let run = -length / 2; run <= length / 2; run += step) {
      const arch = bow * Math.cos(run / length * Math.PI)
      const across = offset + arch + grain * drift(run / 260 + line / 190) + grain * 0.35 * drift(run / 70 + line / 90 + 400)
      const at: Point = [middleX + run * cos - across * sin, middleY + run * sin + across * cos]
      const light = Math.min(1, tone(at[0], at[1]) * (0.9 + 0.2 * drift(run / 50 + line * 3.1)))
      if (light < 0.1) {
        end()
        continue
      }
      // Now and then the hand lifts the gouge: a full cut stays whole, a thin one breaks.
      if (light < 0.9 && --rest < 0) {
        if (mark.length > 0) mark.push([at[0], at[1], 0.5])
        end()
        rest = hand.between(12, 60)
        continue
      }
      mark.push([at[0], at[1], mark.length === 0 ? 0.8 : light * gap * (light > 0.9 ? 1.15 : 0.9)])
    }
    end()
  }
  return marks.join('')
}

/** Wedges that shine out from a point, between two distances. `spread` in degrees, from and to; 0 to the right, 90 down. */
export function rays(
  [x, y]: Point, from: number, to: number,
  { count, spread = [0, 360], width, seed = 1 }: {
    count: number; spread?: readonly [number, number]; width: number; seed?: number
  },
): string {
  const hand = chance(seed)
  return Array.from({ length: count }, (_, index) => {
    const turn = (spread[0] + (spread[1] - spread[0]) * (index + hand.between(0.2, 0.8)) / count) * Math.PI / 180
    const [near, far] = [from * hand.between(1, 1.18), to * hand.between(0.72, 1)]
    const at = (distance: number, wide: number): Cut => [x + Math.cos(turn) * distance, y + Math.sin(turn) * distance, wide]
    return ribbon([
      at(near, 1), at(near + (far - near) * 0.35, width * hand.between(0.4, 0.8)), at(near + (far - near) * 0.8, width),
      at(far, 1),
    ])
  }).join('')
}

/** Broken circles around a point, between two distances: a glow, the air around a lamp, rings in water. */
export function rings(
  [x, y]: Point, from: number, to: number, { gap, tone, seed = 1 }: { gap: number; tone: Tone; seed?: number },
): string {
  const hand = chance(seed)
  const drift = wander(seed)
  const marks: string[] = []
  for (let reach = from; reach < to; reach += gap) {
    const step = 16 / reach
    let mark: Cut[] = []
    let rest = hand.between(4, 40)
    const end = () => {
      if (mark.length > 2) marks.push(ribbon([...mark.slice(0, -1), [mark.at(-1)![0], mark.at(-1)![1], 0.6]]))
      mark = []
      rest = hand.between(8, 40)
    }
    for (let turn = 0; turn < 2 * Math.PI + step; turn += step) {
      const off = reach + gap * 0.3 * drift(turn * 5 + reach / 40)
      const at: Point = [x + Math.cos(turn) * off, y + Math.sin(turn) * off]
      const light = Math.min(1, tone(...at))
      if (light < 0.08 || --rest < 0) end()
      else mark.push([at[0], at[1], mark.length === 0 ? 0.6 : light * gap * (0.85 + 0.25 * drift(turn * 9 + reach))])
    }
    end()
  }
  return marks.join('')
}

/** Short strokes strewn over a field, all in one direction: leftovers of carving, rain, straw, ripples. */
export function strew(
  [x, y, width, height]: readonly [number, number, number, number],
  { count, length, thick, angle = 0, seed = 1 }: { count: number; length: number; thick: number; angle?: number; seed?: number },
): string {
  const hand = chance(seed)
  return Array.from({ length: count }, () => {
    const turn = (angle + hand.between(-5, 5)) * Math.PI / 180
    const reach = length * hand.between(0.4, 1)
    const [fromX, fromY] = [x + width * hand.next(), y + height * hand.next()]
    const at = (part: number, wide: number): Cut =>
      [fromX + Math.cos(turn) * reach * part, fromY + Math.sin(turn) * reach * part, wide]
    return ribbon([at(0, 0.6), at(0.4, thick * hand.between(0.6, 1)), at(1, 0.6)])
  }).join('')
}

/** Light from one side of a field, falling off across it. Side in degrees as in Hatching; strength up to about 1.5. */
export function lightFrom(
  [x, y, width, height]: readonly [number, number, number, number], side: number, strength: number, floor = 0,
): Tone {
  const turn = side * Math.PI / 180
  const reach = Math.abs(width * Math.cos(turn)) + Math.abs(height * Math.sin(turn))
  return (atX, atY) => {
    const across = ((atX - x - width / 2) * Math.cos(turn) + (atY - y - height / 2) * Math.sin(turn)) / reach + 0.5
    return floor + (strength - floor) * Math.max(0, 1 - across) ** 1.6
  }
}

/** Light around a lamp, falling off with distance. */
export function lightAround([x, y]: Point, reach: number, strength: number, floor = 0): Tone {
  return (atX, atY) => floor + (strength - floor) * Math.max(0, 1 - Math.hypot(atX - x, atY - y) / reach) ** 1.3
}

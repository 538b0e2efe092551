/** Edges as a hand cuts them in lino: never quite straight, a little crumbled. */
import { wander } from './chance.ts'
import { polygon } from './lines.ts'
import type { Point } from './lines.ts'

/**
 * SVG path data (M, L, H, V, C, Z with absolute numbers) redrawn by an unsteady hand. `unit` is the length of a pixel of the
 * print in the path's own measure. The same path trembles the same way wherever it is used.
 */
export function tremble(path: string, unit: number): string {
  return outlinesOf(path).map((outline, index) => shaken(outline, unit, seedOf(path) + index)).join('')
}

function shaken(outline: readonly Point[], unit: number, seed: number): string {
  const [acrossX, acrossY] = [wander(seed), wander(seed + 1)]
  const points: Point[] = []
  let run = 0
  outline.forEach(([x, y], index) => {
    const [toX, toY] = outline[(index + 1) % outline.length]!
    const length = Math.hypot(toX - x, toY - y) / unit
    const pieces = Math.max(1, Math.ceil(length / 13))
    for (let piece = 0; piece < pieces; piece++) {
      const at = run + length * piece / pieces
      const shake = (drift: (at: number) => number) => unit * (2.6 * drift(at / 55) + 1.5 * drift(at / 13 + 900))
      points.push([x + (toX - x) * piece / pieces + shake(acrossX), y + (toY - y) * piece / pieces + shake(acrossY)])
    }
    run += length
  })
  return polygon(points)
}

function seedOf(path: string): number {
  let seed = 17
  for (let index = 0; index < path.length; index++) seed = (Math.imul(seed, 31) + path.charCodeAt(index)) % 100_003
  return Math.abs(seed)
}

const bends = 8

function outlinesOf(path: string): Point[][] {
  const outlines: Point[][] = []
  for (const [, letter, rest] of path.matchAll(/([MLHVCZ])([^MLHVCZ]*)/g)) {
    const numbers = (rest!.match(/-?[\d.]+/g) ?? []).map(Number)
    if (letter === 'M') outlines.push([])
    const outline = outlines.at(-1)!
    const [fromX, fromY] = outline.at(-1) ?? [0, 0]
    if (letter === 'H') outline.push([numbers[0]!, fromY])
    else if (letter === 'V') outline.push([fromX, numbers[0]!])
    else if (letter === 'C') outline.push(...bezier([fromX, fromY], numbers))
    else for (let index = 0; index + 1 < numbers.length; index += 2) outline.push([numbers[index]!, numbers[index + 1]!])
  }
  return outlines
}

function bezier(start: Point, numbers: readonly number[]): Point[] {
  const points: Point[] = []
  let from = start
  for (let index = 0; index + 5 < numbers.length; index += 6) {
    const [ax, ay, bx, by, x, y] = numbers.slice(index) as [number, number, number, number, number, number]
    for (let step = 1; step <= bends; step++) {
      const t = step / bends
      const mix = (p: number, a: number, b: number, q: number) =>
        p * (1 - t) ** 3 + 3 * a * t * (1 - t) ** 2 + 3 * b * t * t * (1 - t) + q * t ** 3
      points.push([mix(from[0], ax, bx, x), mix(from[1], ay, by, y)])
    }
    from = [x, y]
  }
  return points
}

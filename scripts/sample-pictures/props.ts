/** Things that stand, hang and steam in several pictures. */
import { hatch, lightFrom, rings } from './carve.ts'
import { chance } from './chance.ts'
import { blob, ellipse, gouge, limb, polygon, rectangle } from './lines.ts'
import type { Point } from './lines.ts'
import type { Color, Plate } from './plate.ts'

/** A lamp on its cord; `at` is its lower edge, `wide` half its width. */
export function hangingLamp(plate: Plate, [x, y]: Point, wide: number, shade: Color = 'ink'): void {
  plate.block(limb([[x, -20, 9], [x, y - wide * 0.7, 9]]), 3)
  plate.fill(ellipse(x, y, wide * 0.42, wide * 0.36), 'paper')
  plate.block(
    blob([
      [x - wide * 0.2, y - wide * 0.75], [x + wide * 0.2, y - wide * 0.75], [x + wide * 0.55, y - wide * 0.36],
      [x + wide, y], [x, y + wide * 0.09], [x - wide, y], [x - wide * 0.55, y - wide * 0.36],
    ]),
    6, shade,
  )
  plate.line(
    [[x - wide * 0.72, y - wide * 0.1], [x - wide * 0.38, y - wide * 0.4], [x - wide * 0.1, y - wide * 0.62]], wide * 0.09,
    shade === 'ink' ? 'paper' : 'ink',
  )
}

/** A window with its cross, and what is seen through it. */
export function window(
  plate: Plate, [x, y]: Point, width: number, height: number, panes: readonly [number, number], view: () => void,
): void {
  const opening = rectangle(x, y, width, height)
  plate.block(rectangle(x - 26, y - 26, width + 52, height + 52), 6)
  plate.inside(opening, view)
  for (let column = 1; column < panes[0]; column++) plate.block(rectangle(x + width * column / panes[0] - 9, y, 18, height), 4)
  for (let row = 1; row < panes[1]; row++) plate.block(rectangle(x, y + height * row / panes[1] - 9, width, 18), 4)
}

/** The moon and the night around it. */
export function moon(plate: Plate, at: Point, size: number, reach: number): void {
  plate.marks(rings(at, size * 1.35, reach, {
    gap: Math.max(17, size * 0.2), seed: 6, tone: (x, y) => 0.75 - Math.hypot(x - at[0], y - at[1]) / reach * 0.8,
  }))
  plate.fill(ellipse(...at, size), 'paper')
}

/** A skyline of houses with a few lights, standing on `ground`, from one x to another. */
export function skyline(
  plate: Plate, { from, to, ground, low, high, seed, wide = 150, lights = 0.3 }: {
    from: number; to: number; ground: number; low: number; high: number; seed: number; wide?: number; lights?: number
  },
): void {
  const luck = chance(seed)
  for (let x = from; x < to;) {
    const width = wide * luck.between(0.6, 1.2)
    const tall = luck.between(low, high)
    plate.block(rectangle(x, ground - tall, width, tall + 20), 5)
    const pane = wide * 0.13
    for (let top = ground - tall + pane * 1.4; top < ground - pane * 1.5; top += pane * 2.3) {
      for (let left = x + pane; left < x + width - pane * 1.4; left += pane * 1.9) {
        if (luck.next() < lights) plate.fill(rectangle(left, top, pane, pane * 1.2), luck.next() < 0.06 ? 'red' : 'paper')
      }
    }
    x += width
  }
}

/** An open book lying or held; `at` is the foot of its spine. Lines stand for words. */
export function openBook(plate: Plate, [x, y]: Point, width: number, tilt = 0, cover: Color = 'ink'): void {
  plate.at([x, y], width / 100, () => {
    plate.block(polygon([[-52, -4], [-46, -42], [0, -36], [46, -42], [52, -4], [0, 5]]), 300 / width, cover)
    for (const side of [-1, 1]) {
      const leaf = blob([[0, 0], [side * 24, -8], [side * 48, -6], [side * 43, -42], [side * 22, -45], [0, -38]])
      plate.block(leaf, 0.1, 'paper')
      for (let line = 0; line < 5; line++) {
        plate.fill(gouge(
          [[side * 6, -33 + line * 6.4], [side * 22, -39 + line * 6.6], [side * (40 + line * 0.8), -37 + line * 6.4]], 1.5,
        ))
      }
    }
    plate.fill(gouge([[0, -37], [0.6, -18], [0, 1]], 2.2))
  }, tilt)
}

/** A sheet of paper lying on a table, with lines for words. */
export function sheet(plate: Plate, [x, y]: Point, width: number, lean: number): void {
  const tall = width * 0.42
  plate.fill(polygon([[x - width * 0.02, y], [x + lean, y - tall], [x + width * 0.82 + lean, y - tall], [x + width, y]]), 'paper')
  plate.fill(gouge([[x + width * 0.12 + lean * 0.7, y - tall * 0.72], [x + width * 0.7 + lean * 0.7, y - tall * 0.72]], 5))
  plate.fill(gouge([[x + width * 0.1 + lean * 0.4, y - tall * 0.45], [x + width * 0.82 + lean * 0.4, y - tall * 0.45]], 5))
  plate.fill(gouge([[x + width * 0.1 + lean * 0.2, y - tall * 0.2], [x + width * 0.6 + lean * 0.2, y - tall * 0.2]], 5))
}

/** Steam that rises from a point in billows, growing as they go. */
export function steam(plate: Plate, [x, y]: Point, tall: number, wide: number, seed: number): void {
  const luck = chance(seed)
  const puffs: [number, number, number][] = []
  for (let part = 0; part <= 1; part += 0.085) {
    const reach = wide * (0.13 + 0.2 * part) * luck.between(0.85, 1.15)
    puffs.push([x + wide * (0.34 * Math.sin(part * 6 + seed) * (0.3 + part) + luck.between(-0.14, 0.14)), y - tall * part, reach])
  }
  for (const [left, top, reach] of puffs) plate.block(ellipse(left, top, reach * 1.08, reach * 0.96), 6)
  for (const [left, top, reach] of puffs) plate.fill(ellipse(left, top, reach, reach * 0.88), 'paper')
  for (const [left, top, reach] of puffs) {
    const turn = luck.between(-0.4, 0.4)
    const arc = (size: number, from: number, to: number) => Array.from({ length: 6 }, (_, step): Point => {
      const angle = turn + from + (to - from) * step / 5
      return [left + Math.cos(angle) * reach * size, top + Math.sin(angle) * reach * size * 0.88]
    })
    plate.fill(gouge(arc(0.82, -0.5, 1.7), reach * 0.1))
    plate.fill(gouge(arc(0.56, 0, 1.9), reach * 0.08))
    plate.fill(gouge(arc(0.32, 0.4, 2.4), reach * 0.07))
  }
}

/** A flat side of a body, lit: walls of machines, boxes, pots. */
export function panel(
  plate: Plate, path: string, field: readonly [number, number, number, number], side: number, strength: number, angle = 90,
): void {
  plate.block(path, 6)
  plate.carve(path, {
    field, angle, gap: Math.max(12, field[2] / 26), tone: lightFrom(field, side, strength),
    seed: Math.round(field[0] + field[1]),
  })
}

/** Floorboards or flagstones seen flat: lines that run to a vanishing point. */
export function floor(plate: Plate, top: number, bottom: number, vanish: Point, width: number, boards: number): void {
  const ground = rectangle(-20, top, width + 40, bottom - top + 40)
  plate.fill(ground)
  plate.inside(ground, () => {
    for (let board = -boards; board <= boards; board++) {
      const foot = vanish[0] + board * width * 1.6 / boards
      const part = (top - vanish[1]) / (bottom - vanish[1])
      plate.line([[vanish[0] + (foot - vanish[0]) * part, top], [foot, bottom + 30]], 9)
    }
    plate.marks(hatch({
      field: [0, top, width, bottom - top], gap: 30, tone: (_, y) => 0.1 + 0.12 * (y - top) / (bottom - top), seed: 4,
    }))
  })
}

/** The port at dawn, cranes standing still; and the vote in the hall the night before. */
import { hatch, lightAround, rings, strew } from './carve.ts'
import { chance } from './chance.ts'
import { arm, bust, rowFromBehind } from './figures.ts'
import type { Hair } from './heads.ts'
import { blob, ellipse, gouge, limb, polygon, rectangle } from './lines.ts'
import type { Point } from './lines.ts'
import type { Plate } from './plate.ts'
import { hangingLamp } from './props.ts'

export function drawCranes(plate: Plate): void {
  const sun: Point = [1010, 930]
  const horizon = 1080
  plate.marks(rings(sun, 300, 2300, {
    gap: 36, seed: 5, tone: (x, y) => y > horizon ? 0 : 1.42 - Math.hypot(x - sun[0], y - sun[1]) / 1330,
  }))
  plate.fill(ellipse(...sun, 322), 'paper')
  plate.fill(ellipse(...sun, 262), 'red')
  cloud(plate, 250, 330, 760)
  cloud(plate, 1750, 210, 620)
  cloud(plate, 2250, 560, 560)

  plate.block(blob([[-60, 1130], [-60, 985], [180, 1000], [420, 1035], [700, 1050], [760, 1130]]), 6)
  for (const [x, top] of [[60, 880], [150, 930], [330, 960]] as const) plate.block(rectangle(x, top, 46, 1100 - top), 5)
  water(plate, sun, horizon)
  ship(plate, 1430, 1090)
  crane(plate, 470, 1235, 900, 70)
  crane(plate, 1640, 1235, 1010, 76)
  crane(plate, 2330, 1235, 940, 8)

  plate.block(polygon([[-20, 1235], [2720, 1222], [2720, 1840], [-20, 1840]]), 7)
  plate.marks(strew([0, 1245, 2700, 130], { count: 90, length: 210, thick: 6, seed: 12 }))
  rowFromBehind(plate, { from: 20, to: 2720, y: 1345, size: 74, bottom: 1560, cloth: 0.5, seed: 41 })
  rowFromBehind(plate, { from: -30, to: 2720, y: 1430, size: 116, bottom: 1800, light: 'right', cloth: 0.42, seed: 77 })
  rowFromBehind(plate, { from: 40, to: 2760, y: 1560, size: 196, bottom: 1860, cloth: 0.5, seed: 15 })
  const front: readonly [number, number, Hair, number][] = [
    [200, 1690, 'cap', 300], [760, 1700, 'bun', 285], [1300, 1680, 'hardhat', 305], [2000, 1700, 'curly', 295],
    [2530, 1680, 'beanie', 310],
  ]
  for (const [x, y, hair, size] of front) {
    bust(plate, {
      at: [x, y], size, bottom: 1860, view: hair === 'curly' ? 'profile' : 'back', hair, skin: 0.7, cloth: 0.55,
      light: x < sun[0] ? 'right' : 'left', seed: x,
    })
  }
}

function cloud(plate: Plate, x: number, y: number, width: number): void {
  for (const [dx, dy, part] of [[0, 0, 1], [-0.16, 42, 0.7], [0.2, 78, 0.8]] as const) {
    const [middle, half] = [x + dx * width, width * part / 2]
    plate.block(
      gouge(
        [
          [middle - half, y + dy + 6], [middle - half * 0.3, y + dy - 12], [middle + half * 0.4, y + dy + 8],
          [middle + half, y + dy],
        ],
        40,
      ),
      5,
    )
  }
}

function water(plate: Plate, sun: Point, horizon: number): void {
  const sea = rectangle(-20, horizon, 2740, 180)
  plate.fill(sea)
  plate.inside(sea, () => {
    plate.marks(hatch({
      field: [0, horizon, 2700, 180], gap: 17, grain: 9, seed: 9, tone: (x) => 0.95 - Math.abs(x - sun[0]) / 1500,
    }))
    plate.marks(strew([sun[0] - 190, horizon, 300, 180], { count: 60, length: 150, thick: 12, seed: 4 }), 'red')
  })
}

function ship(plate: Plate, x: number, y: number): void {
  const luck = chance(23)
  for (let row = 0; row < 4; row++) {
    for (let column = row > 2 ? 2 : 0; column < 10 - row; column++) {
      const [left, top] = [x + 70 + column * 108, y - 105 - row * 56]
      const box = rectangle(left, top, 100, 50)
      plate.block(box, 4)
      if (luck.next() < 0.62) {
        plate.carve(box, { field: [left, top, 100, 50], angle: 90, gap: 14, grain: 0.6, tone: () => luck.between(0.35, 0.7) })
      }
    }
  }
  const bridge = polygon([[x + 1130, y - 60], [x + 1130, y - 390], [x + 1270, y - 390], [x + 1290, y - 60]])
  plate.block(bridge, 6)
  for (let deck = 0; deck < 5; deck++) plate.fill(rectangle(x + 1146, y - 366 + deck * 56, 108, 20), 'paper')
  const hull = polygon([[x - 70, y - 70], [x + 1420, y - 70], [x + 1370, y + 120], [x + 60, y + 120]])
  plate.block(hull, 7)
  plate.line([[x + 10, y - 36], [x + 700, y - 32], [x + 1390, y - 36]], 10)
  plate.carve(hull, { field: [x - 70, y + 10, 1490, 110], angle: 2, gap: 18, tone: lightAround([x - 60, y + 20], 620, 0.9) })
}

/** A gantry crane of height `tall`, legs on `ground`, its boom lifted by `lift` degrees. */
function crane(plate: Plate, x: number, ground: number, tall: number, lift: number): void {
  const beam = (from: Point, to: Point, wide: number) => {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1])
    const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
    plate.block(limb([[...from, wide], [...to, wide]]), 5)
    // The truss: a zigzag of cuts inside the beam.
    const bays = Math.floor(length / (wide * 1.15))
    for (let bay = 1; bay < bays - 1; bay++) {
      const [start, end] = [bay / bays * length, (bay + 0.8) / bays * length]
      const side = (bay % 2 ? 1 : -1) * wide * 0.26
      plate.line(
        [[from[0] + ux * start - uy * side, from[1] + uy * start + ux * side], [
          from[0] + ux * end + uy * side, from[1] + uy * end - ux * side,
        ]],
        wide * 0.2,
      )
    }
  }
  const up = (across: number, height: number): Point => [x + across * tall, ground - height * tall]
  const turn = lift * Math.PI / 180
  const hinge = up(-0.2, 0.6)
  const tip: Point = [hinge[0] - Math.cos(turn) * tall * 0.56, hinge[1] - Math.sin(turn) * tall * 0.56]
  for (const [from, to] of [[up(-0.02, 0.98), tip], [up(-0.02, 0.98), up(0.38, 0.62)], [
    up(-0.02, 0.98), [(tip[0] + hinge[0]) / 2, (tip[1] + hinge[1]) / 2],
  ]] as const) {
    plate.block(ribbonOf(from, to, 11), 3)
  }
  beam(up(-0.2, 0.6), up(-0.02, 0.99), 34)
  beam(up(0.2, 0.6), up(-0.02, 0.99), 34)
  beam(up(-0.2, 0), up(-0.2, 0.62), 46)
  beam(up(0.2, 0), up(0.2, 0.62), 46)
  beam(up(-0.2, 0.27), up(0.2, 0.27), 42)
  beam(up(-0.19, 0.28), up(0.19, 0.56), 26)
  beam(hinge, tip, 46)
  beam(up(-0.2, 0.6), up(0.42, 0.6), 54)
  plate.block(rectangle(x + tall * 0.1, ground - tall * 0.72, tall * 0.17, tall * 0.1), 5)
  plate.fill(rectangle(x + tall * 0.12, ground - tall * 0.69, tall * 0.05, tall * 0.04), 'paper')
  for (const across of [-0.2, 0.2]) plate.block(rectangle(x + across * tall - 60, ground - 32, 120, 36), 5)
}

function ribbonOf(from: Point, to: Point, width: number): string {
  return limb([[...from, width], [...to, width]])
}

/** Hands go up in the hall. */
export function drawVote(plate: Plate): void {
  const lamps: Point[] = [[480, 300], [1230, 240], [1960, 310]]
  const glow = (x: number, y: number) => Math.max(...lamps.map((lamp) => lightAround(lamp, 760, 0.85)(x, y)))
  plate.marks(hatch({ field: [0, 0, 2400, 1000], angle: 90, gap: 34, grain: 5, tone: glow, seed: 3 }))
  for (const x of [150, 800, 1540, 2180]) plate.block(rectangle(x, 0, 56, 960), 6)
  for (const y of [70, 130]) plate.block(rectangle(-20, y, 2440, 26), 5)
  for (const lamp of lamps) hangingLamp(plate, lamp, 120)

  plate.block(rectangle(820, 800, 780, 220), 7, 'red')
  plate.line([[840, 830], [1200, 836], [1580, 828]], 9, 'ink')
  for (const [x, hair, seed] of [[1010, 'bun', 4], [1230, 'short', 9], [1430, 'cap', 12]] as const) {
    bust(plate, {
      at: [x, 720], size: 128, bottom: 806, hair, seed, dress: 'coat', skin: seed === 9 ? 0.45 : 1, beard: hair === 'cap',
      light: x > 1230 ? 'left' : 'right',
    })
  }
  rowFromBehind(plate, { from: 0, to: 2440, y: 1010, size: 104, bottom: 1300, light: 'left', seed: 21 })
  const back: readonly [number, number, number][] = [
    [110, 1050, 660], [370, 1060, 760], [760, 1060, 840], [1640, 1050, 720], [1990, 1060, 800], [2320, 1060, 720],
  ]
  back.forEach(([x, from, to], index) => {
    arm(
      plate, [[x - 10, from + 160], [x + 24, (from + to) / 2 + 110], [x + (index % 2 ? 26 : -20), to]], 66,
      { skin: index % 3 ? 1 : 0.5, hand: { pose: 'open', flip: index % 2 === 0, turn: index % 2 ? 6 : -6 } },
    )
  })
  rowFromBehind(plate, { from: -60, to: 2440, y: 1230, size: 168, bottom: 1640, cloth: 0.5, seed: 63 })
  const raised: readonly [number, number, number, boolean][] = [
    [250, 860, 118, true], [570, 640, 128, false], [1800, 720, 120, true], [2180, 640, 128, false],
  ]
  for (const [x, top, thick, flip] of raised) {
    arm(
      plate, [[x + (flip ? 70 : -70), 1700], [x + (flip ? 66 : -60), 1270], [x, top]], thick,
      { skin: flip ? 0.5 : 1, bare: x === 570, hand: { pose: 'open', flip, turn: flip ? 5 : -4 } },
    )
  }
  for (const [x, hair, size] of [[560, 'short', 250], [1210, 'curly', 240], [1850, 'cap', 255]] as const) {
    bust(plate, { at: [x, 1480], size, bottom: 1660, view: 'back', hair, skin: 0.8, cloth: 0.7, seed: x })
  }
}

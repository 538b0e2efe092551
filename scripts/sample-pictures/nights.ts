/** Work after dark: the bus depot, the stairwell of an office tower, the rail yard at dusk. */
import { hatch, lightAround, lightFrom, rays, rings, strew } from './carve.ts'
import { arm, bust, person } from './figures.ts'
import { blob, ellipse, gouge, limb, polygon, rectangle } from './lines.ts'
import type { Point } from './lines.ts'
import type { Plate } from './plate.ts'
import { floor, moon, panel, skyline } from './props.ts'

/** Buses in rows, two drivers talking, the moon. */
export function drawDepot(plate: Plate): void {
  moon(plate, [1990, 330], 130, 2200)
  skyline(plate, { from: -20, to: 2720, ground: 760, low: 90, high: 330, seed: 12, wide: 170, lights: 0.32 })
  plate.block(
    polygon([
      [-20, 560], [260, 430], [260, 560], [540, 430], [540, 560], [820, 430], [820, 560], [1100, 430], [1100, 820],
      [-20, 820],
    ]),
    7,
  )
  for (const x of [20, 300, 580, 860]) {
    plate.marks(hatch({ field: [x, 590, 200, 150], angle: 90, gap: 22, seed: x, tone: () => 0.7 }))
  }
  floor(plate, 820, 1800, [1900, 560], 2700, 9)
  for (const [x, y, scale] of [
    [1900, 930, 0.46], [1560, 960, 0.52], [1150, 1030, 0.66], [640, 1180, 0.9],
  ] as const) busFront(plate, x, y, scale)
  plate.block(limb([[2560, 1100, 34], [2560, 420, 26], [2470, 330, 20], [2390, 340, 16]]), 6)
  plate.fill(polygon([[2330, 344], [2420, 344], [2440, 372], [2310, 372]]), 'paper')
  plate.marks(rays([2375, 400], 40, 640, { count: 11, spread: [56, 124], width: 17, seed: 8 }))
  busFront(plate, 120, 1500, 1.35)

  driver(plate, [1600, 1100], true)
  driver(plate, [2300, 1120], false)
}

function driver(plate: Plate, [x, y]: Point, left: boolean): void {
  const size = 330
  const out = left ? 1 : -1
  const look = { skin: left ? 0.5 : 1, cloth: 0.85, light: left ? 'right' : 'left' } as const
  if (left) arm(plate, [[x + 150, y + 180], [x + 190, y + 480], [x + 300, y + 330]], 118, {
    ...look, hand: { pose: 'open', turn: 24, size: 250 },
  })
  bust(plate, {
    at: [x, y], size, bottom: 1860, view: 'profile', hair: left ? 'cap' : 'bun', flip: left, beard: left, nod: 2, ...look,
    seed: x,
  })
  plate.fill(gouge([[x + out * 40, y + 150], [x + out * 60, y + 400], [x + out * 40, y + 700]], 13), 'paper')
  for (const down of [260, 400, 540]) plate.fill(ellipse(x + out * 84, y + down, 11), 'paper')
  arm(
    plate, [[x - out * 60, y + 170], [x - out * 40, y + 520], [x + out * (left ? 40 : 190), y + (left ? 740 : 500)]], 128,
    { ...look, hand: { flip: left } },
  )
  if (!left) {
    const cup: Point = [x - 235, y + 395]
    plate.block(
      polygon([[cup[0] - 46, cup[1] - 60], [cup[0] + 46, cup[1] - 60], [cup[0] + 34, cup[1] + 62], [cup[0] - 34, cup[1] + 62]]),
      6, 'red',
    )
    plate.line([[cup[0], cup[1] - 90], [cup[0] - 20, cup[1] - 150], [cup[0] + 14, cup[1] - 210], [cup[0] - 10, cup[1] - 270]], 13)
  }
}

/** A bus seen from the front; `x`, `y` is the middle of its foot. */
function busFront(plate: Plate, x: number, y: number, scale: number): void {
  plate.at([x, y], scale, () => {
    const cut = 6 / scale
    for (const side of [-1, 1]) plate.block(rectangle(side * 175 - 45, -60, 90, 80), cut)
    const body = blob([
      [-250, -20], [-262, -300], [-250, -620], [-200, -670], [200, -670], [250, -620], [262, -300], [250, -20], [0, -8],
    ])
    plate.block(body, cut)
    plate.carve(body, {
      field: [-262, -680, 524, 680], angle: 90, gap: Math.max(18, 13 / scale), seed: 4,
      tone: lightFrom([-262, -680, 524, 680], 180, 0.95),
    })
    plate.block(polygon([[-170, -650], [170, -650], [170, -590], [-170, -590]]), cut * 0.6)
    for (const line of [-120, -70, -20, 30, 80]) plate.fill(rectangle(line, -636, 34, 30), 'paper')
    const glass = polygon([[-218, -560], [218, -560], [226, -310], [-226, -310]])
    plate.block(glass, cut)
    plate.fill(glass, 'paper')
    plate.inside(glass, () => {
      plate.fill(polygon([[-230, -300], [-60, -570], [30, -570], [-150, -300]]))
      plate.fill(polygon([[90, -300], [210, -570], [240, -570], [150, -300]]))
      plate.fill(ellipse(110, -300, 86, 60))
    })
    plate.fill(rectangle(-8, -560, 16, 250))
    plate.block(rectangle(-256, -262, 512, 62), cut * 0.6, 'red')
    for (const side of [-1, 1]) {
      plate.block(ellipse(side * 176, -118, 52), cut * 0.7)
      plate.fill(ellipse(side * 176, -118, 38), 'paper')
      plate.block(
        limb([[side * 258, -560, 14], [side * 318, -540, 14], [side * 320, -440, 40], [side * 320, -400, 36]]), cut * 0.6,
      )
    }
    plate.block(rectangle(-100, -150, 200, 66), cut * 0.6)
    for (const line of [-132, -112]) plate.line([[-90, line], [0, line + 2], [90, line]], 7)
    plate.block(rectangle(-262, -54, 524, 42), cut * 0.6)
  })
}

/** A cleaner on the stairs, the lights of the city behind the glass. */
export function drawStairwell(plate: Plate): void {
  const glass = rectangle(70, 60, 1120, 1900)
  plate.inside(glass, () => {
    moon(plate, [350, 420], 120, 1250)
    skyline(plate, { from: 40, to: 1220, ground: 1980, low: 620, high: 1180, seed: 31, wide: 230, lights: 0.3 })
    skyline(plate, { from: -20, to: 1220, ground: 1990, low: 180, high: 640, seed: 17, wide: 190, lights: 0.5 })
  })
  for (const x of [60, 430, 800, 1170]) plate.block(rectangle(x - 18, 40, 36, 1950), 6)
  for (const y of [60, 700, 1340]) plate.block(rectangle(50, y - 18, 1150, 36), 6)
  const wall = polygon([[1190, -20], [1820, -20], [1820, 2720], [1190, 2720]])
  plate.block(wall, 8)
  plate.carve(wall, { field: [1190, 0, 640, 2720], angle: 88, gap: 34, seed: 4, tone: lightAround([1480, 760], 1150, 0.85) })
  plate.block(polygon([[1500, 620], [1640, 620], [1680, 700], [1460, 700]]), 6)
  plate.fill(polygon([[1480, 706], [1660, 706], [1630, 740], [1510, 740]]), 'paper')
  plate.marks(rays([1570, 740], 60, 640, { count: 21, spread: [30, 150], width: 26, seed: 3 }))

  const above: Point[] = [[1820, 130], [1820, 420], [420, -300], [100, -300]]
  plate.block(polygon(above), 8)
  plate.line([[1810, 390], [1200, 80], [980, -30]], 16)
  const steps: Point[] = [[-20, 1900]]
  for (let step = 0; step < 9; step++) {
    const [x, y] = [120 + step * 190, 1900 + step * 88]
    steps.push([x, y], [x, y + 88])
  }
  const flight = polygon([...steps, [1840, 2760], [-20, 2760]])
  plate.block(flight, 9)
  plate.inside(flight, () => {
    for (let step = 0; step < 10; step++) {
      const [x, y] = [-70 + step * 190, 1812 + step * 88]
      plate.fill(rectangle(x - 10, y + 88, 200, 30), 'paper')
      plate.marks(hatch({
        field: [x + 6, y + 124, 184, 700], angle: 90, gap: 24, seed: step, tone: (_, at) => 0.85 - (at - y - 124) / 300,
      }))
    }
  })
  const height = 1330
  const [top, foot]: [Point, Point] = [[800 - height * 0.2, 2250 - height * 0.86], [800 - height * 0.4, 2250 - height * 0.13]]
  plate.block(limb([[...top, 26], [...foot, 26]]), 6)
  person(plate, {
    at: [800, 2250], height, view: 'profile', hair: 'scarf', skin: 0.5, dress: 'apron', cloth: 0.8, light: 'right', nod: 14,
    hips: [0.03, 0.5], neck: [-0.05, 0.83],
    arms: [[[-0.2, 0.66], [-0.27, 0.52]], [[-0.02, 0.6], [-0.23, 0.64]]],
    legs: [[[-0.04, 0.27], [-0.07, 0.06]], [[0.1, 0.27], [0.11, -0.02]]],
  })
  for (let strand = -5; strand <= 5; strand++) {
    plate.block(
      limb([[foot[0], foot[1] - 10, 22], [foot[0] + strand * 17, foot[1] + 70, 22], [
        foot[0] + strand * 26, foot[1] + 150, 15,
      ]]),
      4, strand % 2 ? 'paper' : 'ink',
    )
  }
  panel(plate, polygon([[1160, 2110], [1470, 2110], [1430, 2430], [1200, 2430]]), [1160, 2100, 310, 330], 180, 1.1)
  plate.block(ellipse(1315, 2110, 155, 36), 6, 'red')
  plate.block(gouge([[1164, 2110], [1200, 1950], [1315, 1900], [1430, 1950], [1466, 2110]], 17), 4)
  plate.block(limb([[-40, 1560, 44], [900, 2010, 44], [1840, 2470, 44]]), 7, 'ink')
  plate.line([[-20, 1552], [900, 1996], [1820, 2452]], 11)
  for (let post = 0; post < 6; post++) {
    const x = 90 + post * 330
    plate.block(rectangle(x - 12, 1600 + (x + 40) * 0.485, 24, 420), 4)
  }
}

/** Tracks at dusk, a switch lantern and somebody who walks home along them. */
export function drawYard(plate: Plate): void {
  const vanish: Point = [1520, 700]
  plate.fill(rectangle(0, 0, 2700, 760), 'paper')
  plate.marks(
    hatch({
      field: [0, 0, 2700, 760], angle: -3, gap: 34, grain: 34, seed: 9,
      tone: (x, y) => 1.05 - y / 760 + Math.abs(x - 1500) / 6000,
    }),
    'ink',
  )
  plate.fill(ellipse(1520, 690, 190), 'red')
  plate.marks(
    hatch({ field: [1300, 520, 440, 180], angle: -2, gap: 40, grain: 10, seed: 2, tone: (_, y) => (y - 520) / 600 }),
    'paper',
  )
  skyline(plate, { from: -20, to: 1230, ground: 720, low: 40, high: 150, seed: 5, wide: 140, lights: 0.25 })
  skyline(plate, { from: 1750, to: 2720, ground: 720, low: 30, high: 170, seed: 8, wide: 150, lights: 0.25 })
  const ground = rectangle(-20, 700, 2740, 1120)
  plate.fill(ground)
  plate.marks(hatch({
    field: [0, 705, 2700, 1100], gap: 30, grain: 10, seed: 4,
    tone: (x, y) => 0.62 - Math.abs(x - 1500) / 2600 - (y - 700) / 2600,
  }))
  for (const foot of [-700, 240, 1160, 2080, 3100]) track(plate, vanish, foot, 1830)

  wagons(plate)
  plate.block(polygon([[2140, 740], [2180, 400], [2470, 400], [2510, 740]]), 7)
  plate.block(polygon([[2090, 400], [2325, 290], [2560, 400]]), 7)
  for (let pane = 0; pane < 4; pane++) plate.fill(rectangle(2192 + pane * 68, 430, 54, 84), 'paper')
  plate.marks(hatch({ field: [2170, 540, 310, 200], angle: 2, gap: 22, tone: lightFrom([2170, 540, 310, 200], 0, 0.9) }))
  for (const x of [1130, 1960]) {
    plate.block(rectangle(x - 10, 380, 20, 420), 5)
    plate.block(polygon([[x - 120, 380], [x + 120, 380], [x + 120, 404], [x - 120, 404]]), 5)
    plate.block(rectangle(x - 92, 408, 46, 110), 5)
    plate.fill(ellipse(x - 69, 435, 15), x < 1500 ? 'red' : 'paper')
    plate.fill(ellipse(x - 69, 488, 15), x < 1500 ? 'ink' : 'paper')
  }
  plate.line([[-20, 250], [1130, 372], [1960, 376], [2720, 260]], 8, 'ink')
  plate.marks(rings([2210, 1430], 70, 420, { gap: 30, seed: 5, tone: (x, y) => 0.95 - Math.hypot(x - 2210, y - 1430) / 440 }))
  person(plate, {
    at: [1960, 1740], height: 960, view: 'back', hair: 'cap', skin: 0.8, dress: 'coat', cloth: 0.7, light: 'right', seed: 5,
    arms: [[[-0.17, 0.64], [-0.15, 0.46]], [[0.18, 0.62], [0.25, 0.44]]],
    legs: [[[-0.07, 0.26], [-0.1, 0.04]], [[0.06, 0.26], [0.08, 0]]],
  })
  plate.block(gouge([[2166, 1350], [2180, 1290], [2210, 1270], [2240, 1290], [2254, 1350]], 14), 3)
  plate.block(polygon([[2166, 1350], [2254, 1350], [2270, 1500], [2150, 1500]]), 6)
  plate.fill(polygon([[2184, 1374], [2236, 1374], [2246, 1476], [2174, 1476]]), 'red')
}

function track(plate: Plate, vanish: Point, foot: number, bottom: number): void {
  const at = (offset: number, part: number): Point => [
    vanish[0] + (foot + offset - vanish[0]) * part, vanish[1] + 20 + (bottom - vanish[1]) * part,
  ]
  for (let tie = 1; tie < 15; tie++) {
    const part = (tie / 15) ** 2.1
    const deep = 0.034 * (0.15 + part)
    plate.block(polygon([at(-300, part), at(300, part), at(300, part + deep), at(-300, part + deep)]), 1 + part * 5)
  }
  for (const rail of [-200, 200]) {
    plate.fill(polygon([at(rail - 28, 0.01), at(rail + 28, 0.01), at(rail + 34, 1.05), at(rail - 34, 1.05)]))
    plate.fill(polygon([at(rail - 18, 0.01), at(rail + 14, 0.01), at(rail + 12, 1.05), at(rail - 20, 1.05)]), 'paper')
  }
}

function wagons(plate: Plate): void {
  for (const [left, right] of [[1010, 1230], [660, 980], [-60, 620]] as const) {
    const top = (x: number) => 660 - (1290 - x) * 0.33
    const foot = (x: number) => 730 + (1290 - x) * 0.33
    const side = polygon([[left, top(left)], [right, top(right)], [right, foot(right)], [left, foot(left)]])
    for (const part of [0.14, 0.3, 0.7, 0.86]) {
      const x = left + (right - left) * part
      plate.block(ellipse(x, foot(x) + (1290 - x) * 0.03, (1290 - x) * 0.052, (1290 - x) * 0.058), 5)
      plate.fill(ellipse(x, foot(x) + (1290 - x) * 0.03, (1290 - x) * 0.02), 'paper')
    }
    plate.block(side, 8)
    plate.carve(side, {
      field: [left, 200, right - left, 1000], angle: 90, gap: Math.max(16, (1290 - left) * 0.026), seed: left,
      tone: lightFrom([left, 0, right - left, 10], 180, 0.95, 0.2),
    })
    const [from, to] = [left + (right - left) * 0.38, left + (right - left) * 0.64]
    plate.block(polygon([[from, top(from) + 30], [to, top(to) + 24], [to, foot(to) - 20], [from, foot(from) - 26]]), 5)
    plate.marks(strew([from, 560, to - from, 300], { count: 16, length: 60, thick: 8, angle: 90, seed: 4 }))
  }
}

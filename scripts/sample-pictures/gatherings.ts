/** People sitting together: the long table, the reading circle, the steps of a house, the lamp over a book. */
import { hatch, lightAround, lightFrom, rays, rings, strew } from './carve.ts'
import { chance } from './chance.ts'
import { arm, bust } from './figures.ts'
import type { Bust } from './figures.ts'
import { hand } from './heads.ts'
import type { Hair } from './heads.ts'
import { blob, ellipse, gouge, limb, polygon, rectangle } from './lines.ts'
import type { Point } from './lines.ts'
import type { Plate } from './plate.ts'
import { hangingLamp, moon, openBook, sheet, skyline, window } from './props.ts'

/** Twelve people, one table, papers and a lamp. */
export function drawMeeting(plate: Plate): void {
  const lamp: Point = [1350, 330]
  plate.marks(rings([1350, 380], 330, 1500, { gap: 34, seed: 3, tone: (x, y) => 0.92 - Math.hypot(x - 1350, y - 380) / 1300 }))
  window(plate, [150, 150], 520, 520, [2, 2], () => {
    plate.fill(rectangle(140, 140, 540, 540))
    moon(plate, [510, 290], 62, 420)
    skyline(plate, { from: 120, to: 700, ground: 680, low: 120, high: 260, seed: 9, wide: 110 })
  })
  plate.block(rectangle(2080, 170, 470, 26), 5)
  plate.block(rectangle(2080, 400, 470, 26), 5)
  shelf(plate, 2090, 170, 450, 31)
  shelf(plate, 2090, 400, 450, 57)
  plate.fill(polygon([[1350, 330], [1150, 330], [620, 980], [2080, 980], [1550, 330]]), 'paper')
  hangingLamp(plate, lamp, 230, 'red')

  const back: readonly [number, number, Bust['view'], Hair, number, Partial<Bust>][] = [
    [770, 830, 'front', 'curly', 0.5, { flip: true }], [1100, 800, 'front', 'cap', 1, { beard: true }],
    [1370, 815, 'front', 'bun', 1, { glasses: true }],
    [1650, 800, 'front', 'short', 0.5, {}], [1940, 830, 'profile', 'scarf', 0.9, {}],
  ]
  for (const [x, y, view, hair, skin, more] of back) {
    bust(plate, {
      at: [x, y], size: 190, bottom: 1010, view, hair, skin, dress: 'coat', cloth: 0.7, light: x < 1350 ? 'right' : 'left',
      seed: x, ...more,
    })
  }
  plate.block(
    blob([[640, 980], [1350, 955], [2060, 980], [2330, 1200], [2560, 1500], [1350, 1560], [140, 1500], [370, 1200]]), 9,
    'paper',
  )
  plate.carve(blob([[640, 980], [1350, 955], [2060, 980], [2330, 1200], [2560, 1500], [1350, 1560], [140, 1500], [370, 1200]]), {
    field: [140, 950, 2420, 620], gap: 40, grain: 8, seed: 8,
    tone: (x, y) => (Math.hypot((x - 1350) * 0.7, y - 1120) - 420) / 900,
  }, 'ink')
  const papers: readonly [number, number, number, number][] = [
    [900, 1110, 180, 30], [1180, 1090, 160, 10], [1560, 1110, 170, -20], [700, 1270, 210, 40], [1230, 1300, 240, 0],
    [1800, 1280, 200, -40],
  ]
  for (const [x, y, width, lean] of papers) {
    plate.block(polygon([[x, y], [x + lean, y - width * 0.42], [x + width * 0.82 + lean, y - width * 0.42], [x + width, y]]), 2)
    plate.at([x + 8, y - 6], 0.93, () => sheet(plate, [0, 0], width, lean))
  }
  openBook(plate, [1630, 1330], 260)
  for (const [x, y] of [[1090, 1180], [1480, 1060], [880, 1330]] as const) {
    plate.block(rectangle(x, y, 56, 62), 4)
    plate.fill(ellipse(x + 28, y + 4, 22, 8), 'paper')
  }
  const sides: readonly [number, number, number, Hair, number, boolean][] = [
    [500, 960, 215, 'beanie', 0.9, true], [2210, 955, 210, 'short', 1, false], [270, 1130, 262, 'long', 0.5, true],
    [2440, 1120, 258, 'veil', 0.9, false],
  ]
  for (const [x, y, size, hair, skin, flip] of sides) {
    bust(plate, {
      at: [x, y], size, bottom: y + 640, view: 'profile', hair, skin, flip, cloth: 0.75, light: flip ? 'right' : 'left',
      seed: x, nod: 6,
    })
    const out = flip ? 1 : -1
    arm(
      plate,
      [
        [x + out * size * 0.1, y + size * 0.45], [x + out * size * 0.45, y + size * 1.3],
        [x + out * size * 1.15, y + size * 1.12],
      ],
      size * 0.34, { skin, cloth: 0.7, light: flip ? 'right' : 'left', hand: { flip } },
    )
  }
  for (const [x, y, size, hair, skin] of [
    [620, 1500, 300, 'bun', 0.9], [1330, 1560, 310, 'short', 0.5], [2060, 1500, 305, 'cap', 0.9],
  ] as const) {
    bust(plate, {
      at: [x, y], size, bottom: 1860, view: 'back', hair, skin, cloth: 0.6, light: x > 1350 ? 'left' : 'right', seed: x,
    })
  }
}

function shelf(plate: Plate, x: number, y: number, width: number, seed: number): void {
  const luck = chance(seed)
  for (let left = x; left < x + width - 30;) {
    const [wide, tall] = [luck.between(20, 46), luck.between(95, 165)]
    plate.block(rectangle(left, y - tall, wide, tall), 3, luck.next() < 0.3 ? 'paper' : 'ink')
    plate.line([[left + wide / 2, y - tall + 14], [left + wide / 2, y - 20]], 4, luck.next() < 0.5 ? 'paper' : 'ink')
    left += wide + 5
  }
}

/** Nine people and their books, in a circle under a tree. */
export function drawCircle(plate: Plate): void {
  plate.fill(rectangle(0, 0, 2700, 1000), 'paper')
  plate.marks(hatch({ field: [0, 0, 2700, 900], angle: -4, gap: 40, grain: 24, seed: 5, tone: (_, y) => 0.62 - y / 1100 }), 'ink')
  skyline(plate, { from: -20, to: 2720, ground: 900, low: 60, high: 210, seed: 14, wide: 190, lights: 0.4 })
  const lawn = rectangle(-20, 880, 2740, 940)
  plate.block(lawn)
  plate.marks(rings([1350, 1290], 120, 1700, {
    gap: 36, seed: 7, tone: (x, y) => y < 890 ? 0 : 0.9 - Math.hypot((x - 1350) * 0.7, (y - 1290) * 1.5) / 900,
  }))
  tree(plate)

  const back: readonly [number, number, Hair, number, Partial<Bust>][] = [
    [830, 905, 'veil', 0.9, {}], [1350, 870, 'bald', 1, { beard: true }], [1800, 900, 'curly', 0.5, { flip: true }],
  ]
  for (const [x, y, hair, skin, more] of back) reader(plate, x, y, 205, { hair, skin, ...more })
  const sides: readonly [number, number, number, Hair, number, boolean][] = [
    [480, 1010, 240, 'short', 0.5, true], [2210, 1000, 240, 'bun', 1, false], [290, 1230, 290, 'cap', 1, true],
    [2430, 1230, 285, 'long', 0.5, false],
  ]
  for (const [x, y, size, hair, skin, flip] of sides) {
    const out = flip ? 1 : -1
    const light = flip ? 'right' : 'left'
    bust(plate, {
      at: [x, y], size, bottom: y + size * 2, view: 'profile', hair, skin, flip, nod: 12, cloth: 0.75, light, seed: x,
    })
    openBook(plate, [x + out * size * 1.2, y + size * 1.12], size * 0.82, out * -8, hair === 'cap' ? 'red' : 'ink')
    arm(
      plate,
      [
        [x + out * size * 0.05, y + size * 0.45], [x + out * size * 0.3, y + size * 1.35],
        [x + out * size * 0.98, y + size * 1.18],
      ],
      size * 0.34, { skin, cloth: 0.75, light, hand: { flip, size: size * 0.5 } },
    )
  }
  for (const [x, y, size, hair, skin] of [[900, 1500, 320, 'scarf', 0.9], [1760, 1490, 325, 'short', 0.5]] as const) {
    bust(plate, {
      at: [x, y], size, bottom: 1860, view: 'back', hair, skin, cloth: 0.65, light: x < 1350 ? 'right' : 'left', seed: x,
    })
  }
}

function reader(plate: Plate, x: number, y: number, size: number, look: Partial<Bust>): void {
  bust(plate, { at: [x, y], size, bottom: y + size * 1.75, cloth: 0.75, light: x > 1350 ? 'left' : 'right', seed: x, ...look })
  for (const side of [-1, 1]) {
    arm(plate, [[x + side * size * 0.86, y + size * 0.5], [x + side * size * 0.92, y + size * 1.3], [
      x + side * size * 0.34, y + size * 1.28,
    ]], size * 0.34, {
      skin: look.skin ?? 1, cloth: 0.75, hand: { flip: side > 0, size: size * 0.48 },
    })
  }
  openBook(plate, [x, y + size * 1.34], size * 1.15, 0, look.hair === 'bald' ? 'red' : 'ink')
}

function tree(plate: Plate): void {
  for (const [from, over, to] of [
    [[1200, 330], [1500, 190], [1900, 90]], [[1070, 260], [820, 150], [480, 110]], [[1230, 420], [1420, 360], [1640, 380]],
  ] as const) {
    plate.block(limb([[...from, 74], [...over, 50], [...to, 16]]), 6)
    plate.line([[from[0], from[1] - 12], [over[0], over[1] - 8], [to[0], to[1]]], 8)
  }
  const trunk = blob([
    [1010, 930], [1080, 760], [1090, 420], [1020, 120], [1010, -40], [1250, -40], [1230, 140], [1250, 460], [1270, 780],
    [1370, 930], [1180, 905],
  ])
  plate.block(trunk, 9)
  plate.carve(trunk, {
    field: [1000, 0, 380, 940], angle: 88, gap: 20, grain: 18, seed: 3, tone: lightFrom([1020, 0, 300, 940], 180, 1),
  })
  const luck = chance(19)
  for (let leaf = 0; leaf < 330; leaf++) {
    const [x, y] = [1350 + (luck.next() + luck.next() - 1) * 1500, luck.between(-30, 330) * (0.6 + 0.5 * luck.next())]
    const turn = luck.between(-60, 60)
    plate.at([x, y], luck.between(0.75, 1.35), () => {
      plate.block(blob([[0, -46], [21, -16], [17, 24], [0, 46], [-17, 24], [-21, -16]]), 4, luck.next() < 0.12 ? 'red' : 'ink')
      plate.line([[0, -34], [1, 0], [0, 36]], 5)
    }, turn)
  }
}

/** One lamp, a book and the hands that hold it. */
export function drawLamp(plate: Plate): void {
  const lamp: Point = [900, 640]
  plate.marks(rays([900, 560], 330, 2300, { count: 58, spread: [18, 162], width: 40, seed: 4 }))
  plate.marks(rings([900, 620], 420, 1500, {
    gap: 36, seed: 2, tone: (x, y) => y > 640 ? 0 : 0.8 - Math.hypot(x - 900, y - 620) / 1050,
  }))
  const light = polygon([[560, 640], [1240, 640], [1660, 1810], [140, 1810]])
  plate.fill(light, 'paper')
  plate.inside(light, () => {
    plate.marks(rings([900, 560], 430, 1300, { gap: 46, seed: 12, tone: (_, y) => y < 640 ? 0 : (y - 820) / 2300 }), 'ink')
  })
  hangingLamp(plate, lamp, 390, 'red')
  const table = polygon([[-20, 1800], [1820, 1800], [1820, 2440], [-20, 2440]])
  plate.block(table, 9)
  plate.carve(table, { field: [-20, 1800, 1840, 640], gap: 34, grain: 16, seed: 6, tone: lightAround([900, 1800], 1100, 0.95) })
  plate.block(polygon([[1480, 1800], [1466, 1600], [1656, 1590], [1668, 1800]]), 6)
  plate.block(ellipse(1690, 1690, 52, 58), 6)
  plate.fill(ellipse(1690, 1690, 30, 36), 'paper')
  plate.fill(ellipse(1562, 1600, 84, 22), 'paper')
  plate.line([[1500, 1640], [1504, 1700], [1510, 1770]], 15)
  for (const [y, width, lean] of [[1800, 400, 0], [1730, 350, 22], [1664, 370, -6], [1600, 330, 20]] as const) {
    plate.block(rectangle(40 + lean, y - 62, width, 60), 6, y === 1730 ? 'red' : 'ink')
    plate.line([[60 + lean, y - 22], [30 + lean + width, y - 24]], 11)
  }
  for (const side of [-1, 1]) {
    arm(
      plate, [[900 + side * 1150, 2500], [900 + side * 900, 2420], [900 + side * 590, 2150]], 240,
      { cloth: 0.7, light: side < 0 ? 'right' : 'left', skin: 0.9, hand: { size: 20 } },
    )
  }
  openBook(plate, [900, 2160], 1180)
  for (const side of [-1, 1]) {
    hand(plate, {
      at: [900 + side * 610, 2180], size: 420, turn: side * -40, flip: side > 0, pose: 'open', skin: 0.9,
      light: side < 0 ? 'right' : 'left',
    })
  }
}

/** Neighbours on the steps of their house. */
export function drawStairs(plate: Plate): void {
  plate.carve(rectangle(0, 0, 2400, 1600), { field: [0, 0, 2400, 1200], gap: 54, grain: 3, seed: 3, tone: () => 0.16 })
  const luck = chance(8)
  for (let row = 0; row < 22; row++) {
    for (let x = (row % 2) * 60; x < 2400; x += 120) {
      if (luck.next() < 0.55) plate.marks(hatch({
        field: [x + 6, row * 54 + 6, 106, 42], gap: 10, grain: 1, seed: row * 40 + x, tone: () => 0.5,
      }))
    }
  }
  for (const x of [150, 1850]) {
    window(plate, [x, 130], 380, 520, [2, 2], () => {
      plate.fill(rectangle(x - 10, 120, 420, 560), x < 1000 ? 'ink' : 'paper')
      plate.fill(blob([[x, 120], [x + 110, 120], [x + 90, 380], [x + 20, 660], [x - 20, 660]]), x < 1000 ? 'paper' : 'red')
      if (x > 1000) bust(plate, { at: [x + 220, 500], size: 170, bottom: 690, hair: 'bun', skin: 0.5, dress: 'plain' })
    })
    plate.block(rectangle(x - 50, 672, 480, 36), 5)
    plate.marks(strew([x - 40, 680, 460, 20], { count: 14, length: 90, thick: 7, seed: x }))
  }
  const porch = rectangle(860, 40, 680, 900)
  plate.block(porch, 9)
  plate.block(polygon([[800, 90], [1200, -60], [1600, 90], [1600, 150], [800, 150]]), 7)
  plate.line([[830, 118], [1200, 122], [1570, 116]], 12)
  const door = rectangle(990, 230, 420, 700)
  plate.block(door, 10)
  plate.fill(door, 'paper')
  plate.marks(rays([1200, 560], 90, 430, { count: 30, width: 12, seed: 3 }), 'ink')
  plate.block(rectangle(990, 230, 210, 700), 6)
  for (const y of [270, 500, 730]) plate.line([[1020, y], [1090, y + 4], [1170, y]], 9)
  for (const x of [900, 1440]) {
    plate.block(rectangle(x, 160, 64, 780), 5)
    plate.marks(hatch({ field: [x + 8, 170, 48, 760], angle: 90, gap: 14, grain: 1, seed: x, tone: () => 0.6 }))
  }
  const tread: readonly [number, number, number][] = [
    [860, 900, 1540], [760, 1010, 1640], [650, 1130, 1750], [530, 1260, 1870], [400, 1400, 2000],
  ]
  const level = (index: number) => {
    const [from, y, to] = tread[index]!
    const step = rectangle(from, y, to - from, 1640 - y)
    plate.block(step, 8)
    plate.fill(rectangle(from + 8, y + 8, to - from - 16, 34), 'paper')
    plate.marks(strew([from + 20, y + 14, to - from - 60, 22], { count: 22, length: 80, thick: 4, seed: y }), 'ink')
    plate.marks(hatch({ field: [from, y + 50, to - from, 60], angle: 90, gap: 26, seed: y, tone: () => 0.35 }))
  }
  level(0)
  standing(plate, 1210, 480, 215)
  level(1)
  sitting(plate, 880, 800, 175, { hair: 'scarf', skin: 0.9, dress: 'coat' })
  sitting(plate, 1540, 800, 180, { hair: 'cap', beard: true, flip: true, view: 'profile' })
  level(2)
  level(3)
  sitting(plate, 720, 1000, 205, { hair: 'curly', skin: 0.5, view: 'profile', flip: true })
  sitting(plate, 1130, 1020, 195, { hair: 'short', skin: 0.9 })
  sitting(plate, 1640, 1010, 205, { hair: 'veil', skin: 0.9 })
  level(4)
  sitting(plate, 330, 1200, 235, { hair: 'short', skin: 0.5, view: 'back' })
  sitting(plate, 1370, 1250, 225, { hair: 'long', skin: 0.5, view: 'back' })
  sitting(plate, 1950, 1180, 245, { hair: 'beanie', view: 'profile' })
}

function sitting(plate: Plate, x: number, y: number, size: number, look: Partial<Bust>): void {
  const out = look.flip ? 1 : -1
  bust(plate, { at: [x, y], size, bottom: y + size * 1.55, cloth: 0.7, seed: x, ...look })
  if (look.view === 'back') return
  const knee = (side: number) => limb([
    [x + side * size * 0.5, y + size * 1.45, size * 0.6],
    [x + side * size * 0.62 + out * size * 0.2, y + size * 1.62, size * 0.56],
    [x + side * size * 0.56 + out * size * 0.2, y + size * 2.6, size * 0.4],
  ])
  for (const side of [-1, 1]) {
    plate.block(knee(side), 6)
    plate.carve(knee(side), {
      field: [x + side * size * 0.5 - size * 0.4, y + size * 1.2, size, size * 1.6], angle: 70, gap: 15, seed: x + side,
      tone: lightFrom([x + side * size * 0.5 - size * 0.2, y, size * 0.7, size], 0, 0.9),
    })
  }
  const skin = look.skin ?? 1
  for (const side of [-1, 1]) {
    arm(
      plate,
      [
        [x + side * size * 0.8, y + size * 0.5], [x + side * size * 0.9, y + size * 1.2],
        [x + side * size * 0.2, y + size * 1.42],
      ],
      size * 0.34, { skin, cloth: 0.7, hand: { flip: side > 0 } },
    )
  }
}

function standing(plate: Plate, x: number, y: number, size: number): void {
  arm(
    plate, [[x + size * 0.75, y + size * 0.5], [x + size * 1.25, y + size * 0.2], [x + size * 1.3, y - size * 0.75]],
    size * 0.36, { skin: 0.9, hand: { pose: 'open' } },
  )
  bust(plate, { at: [x, y], size, bottom: 1030, hair: 'bun', dress: 'coat', cloth: 0.8, skin: 0.9, seed: 3 })
  plate.block(
    polygon([
      [x - size * 0.95, y + size * 0.75], [x - size * 0.2, y + size * 0.66], [x - size * 0.1, y + size * 1.55],
      [x - size * 0.85, y + size * 1.65],
    ]),
    6, 'paper',
  )
  for (let row = 0; row < 5; row++) {
    plate.fill(gouge(
      [[x - size * 0.82, y + size * (0.9 + row * 0.15)], [x - size * 0.5, y + size * (0.88 + row * 0.15)], [
        x - size * 0.24, y + size * (0.84 + row * 0.15),
      ]],
      7,
    ))
  }
  arm(
    plate, [[x - size * 0.82, y + size * 0.5], [x - size * 1.15, y + size * 1.2], [x - size * 0.62, y + size * 1.5]],
    size * 0.36, { skin: 0.9 },
  )
}

/** Paris, spring of 1871: an invented bookbinder at her press, and a barricade under the roofs. */
import { lightFrom, rings } from './carve.ts'
import { chance } from './chance.ts'
import { arm, bust, person } from './figures.ts'
import type { Hair } from './heads.ts'
import { blob, ellipse, gouge, limb, polygon, rectangle } from './lines.ts'
import type { Point } from './lines.ts'
import type { Plate } from './plate.ts'
import { panel } from './props.ts'

/** A woman bookbinder, her press and her books. */
export function drawBookbinder(plate: Plate): void {
  plate.marks(rings([900, 900], 500, 2200, { gap: 38, seed: 11, tone: (x, y) => 1.12 - Math.hypot(x - 760, y - 820) / 1350 }))
  plate.block(rectangle(-20, 250, 700, 34), 5)
  plate.block(rectangle(-20, 620, 560, 34), 5)
  books(plate, 40, 250, 470, 3)
  books(plate, 40, 620, 330, 8)

  panel(plate, rectangle(1180, 640, 90, 1260), [1180, 640, 90, 1260], 0, 0.9)
  panel(plate, rectangle(1610, 640, 90, 1260), [1610, 640, 90, 1260], 0, 0.9)
  panel(plate, rectangle(1130, 560, 620, 130), [1130, 560, 620, 130], 90, 0.9, 2)
  plate.block(rectangle(1395, 330, 90, 1110), 6)
  for (let turn = 0; turn < 24; turn++) plate.line(
    [[1398, 352 + turn * 45], [1440, 342 + turn * 45], [1482, 328 + turn * 45]], 13,
  )
  plate.block(limb([[1160, 420, 40], [1440, 400, 56], [1720, 420, 40]]), 6)
  for (const x of [1160, 1720]) plate.block(ellipse(x, 420, 52), 6)
  for (const x of [1160, 1720]) plate.line([[x - 24, 410], [x - 6, 392], [x + 20, 396]], 11)
  panel(plate, rectangle(1240, 1420, 400, 100), [1240, 1420, 400, 100], 90, 1, 2)
  for (const [index, y] of [1524, 1596, 1668, 1740].entries()) {
    plate.block(rectangle(1290 - index * 9, y, 300 + index * 12, 66), 6, index === 1 ? 'red' : 'ink')
    plate.fill(rectangle(1310 - index * 9, y + 14, 270 + index * 12, 34), 'paper')
    plate.fill(gouge([[1312, y + 24], [1450, y + 26], [1580, y + 23]], 5))
    plate.fill(gouge([[1312, y + 38], [1450, y + 40], [1580, y + 37]], 5))
  }

  bust(plate, {
    at: [740, 1130], size: 690, bottom: 2500, broad: 1.7, view: 'front', hair: 'bun', skin: 1, cloth: 0.75, seed: 12,
  })
  const collar = blob([[600, 1100], [740, 1240], [890, 1100], [960, 1190], [830, 1330], [740, 1290], [650, 1330], [520, 1190]])
  plate.block(collar, 7, 'paper')
  plate.line([[590, 1170], [650, 1240], [700, 1250]], 11, 'ink')
  plate.line([[900, 1170], [830, 1250], [780, 1250]], 11, 'ink')
  plate.block(
    blob([[690, 1270], [740, 1250], [792, 1270], [840, 1370], [770, 1340], [740, 1400], [706, 1340], [640, 1370]]), 6,
    'red',
  )
  for (const y of [1480, 1600, 1720, 1840]) plate.block(ellipse(742, y, 17), 4, 'paper')
  panel(plate, polygon([[-20, 2010], [1820, 1890], [1820, 2440], [-20, 2440]]), [-20, 1890, 1840, 550], 0, 0.85, 176)
  const spread = polygon([[360, 2130], [1010, 2080], [1080, 2230], [330, 2290]])
  plate.block(spread, 8, 'red')
  plate.block(polygon([[420, 2130], [960, 2088], [1010, 2190], [400, 2240]]), 6, 'paper')
  plate.line([[690, 2112], [704, 2214]], 9, 'ink')
  arm(plate, [[300, 1310], [190, 1990], [430, 2150]], 200, { cloth: 0.85, skin: 1, hand: { size: 330, pose: 'open', turn: 82 } })
  arm(plate, [[1180, 1310], [1290, 1960], [1010, 2110]], 200, {
    cloth: 0.5, skin: 1, light: 'left', hand: { size: 310, flip: true },
  })
  plate.block(limb([[850, 2260, 20], [985, 2080, 34], [1090, 1930, 46]]), 6)
}

function books(plate: Plate, x: number, foot: number, reach: number, seed: number): void {
  const luck = chance(seed)
  for (let left = x; left < x + reach;) {
    const [wide, tall] = [luck.between(40, 82), luck.between(150, 225)]
    plate.block(rectangle(left, foot - tall, wide, tall), 5, luck.next() < 0.16 ? 'red' : 'ink')
    for (const part of [0.2, 0.3, 0.75]) plate.line(
      [[left + 5, foot - tall * part], [left + wide / 2, foot - tall * part - 2], [left + wide - 5, foot - tall * part]], 8,
    )
    left += wide + 6
  }
}

/** Roofs, paving stones, people and their flags. */
export function drawBarricade(plate: Plate): void {
  plate.fill(rectangle(0, 0, 3600, 800), 'paper')
  plate.marks(
    rings([1800, 1150], 420, 2600, {
      gap: 34, seed: 6, tone: (x, y) => y > 800 ? 0 : Math.hypot(x - 1800, (y - 1150) * 1.2) / 1700 - 0.42,
    }),
    'ink',
  )
  for (const [x, ground, wide, tall, seed] of [
    [-40, 760, 560, 430, 3], [430, 760, 420, 330, 4], [820, 760, 380, 260, 5], [2400, 760, 380, 270, 6],
    [2740, 760, 430, 350, 7], [3120, 760, 540, 450, 8],
  ] as const) {
    house(plate, x, ground, wide, tall, seed)
  }
  for (const [x, y, wide] of [
    [1290, 640, 250], [1560, 670, 220], [2050, 660, 260],
  ] as const) house(plate, x, 780, wide, 780 - y, x)
  const hill = blob([
    [-60, 1260], [-60, 900], [320, 820], [700, 850], [1100, 740], [1500, 700], [1850, 660], [2200, 710], [2620, 800],
    [3050, 830], [3400, 800], [3660, 880], [3660, 1260],
  ])

  flag(plate, [1820, 690], 560, 1)
  flag(plate, [760, 860], 430, -1)
  flag(plate, [2860, 830], 450, 1)
  const crowd: readonly [
    number, number, number, Hair, number, 'front' | 'profile' | 'back', boolean, 'skirt' | 'trousers' | 'coat',
  ][] = [
    [560, 1010, 430, 'cap', 0.9, 'profile', true, 'coat'], [1010, 960, 440, 'bun', 1, 'profile', true, 'skirt'],
    [1330, 900, 430, 'short', 0.9, 'front', false, 'trousers'],
    [1660, 860, 450, 'cap', 1, 'front', false, 'coat'], [1960, 850, 440, 'scarf', 0.9, 'profile', false, 'skirt'],
    [2280, 910, 420, 'short', 0.5, 'profile', false, 'coat'],
    [2620, 980, 430, 'cap', 1, 'back', false, 'coat'], [3080, 1010, 430, 'bun', 0.9, 'profile', false, 'skirt'],
  ]
  for (const [x, y, height, hair, skin, view, flip, dress] of crowd) {
    person(plate, {
      at: [x, y + 40], height: height * 1.22, hair, skin, view, flip, dress, cloth: 0.8, beard: hair === 'short',
      light: x < 1800 ? 'right' : 'left', seed: x,
      arms: x === 1660 ? [[[-0.18, 0.86], [-0.1, 1.04]], [[0.17, 0.64], [0.12, 0.5]]]
        : view === 'profile' ? [
          [[-0.16, 0.68], [-0.24, 0.76]], [[-0.1, 0.62], [-0.24, 0.6]],
        ] : [[[-0.17, 0.66], [-0.08, 0.56]], [[0.17, 0.66], [0.1, 0.54]]],
    })
  }
  plate.block(hill, 10)
  stones(plate, hill)
  wheel(plate, [1180, 1000], 170)
  wheel(plate, [2500, 1030], 150)
  panel(plate, polygon([[1900, 940], [2230, 890], [2260, 1110], [1930, 1170]]), [1900, 890, 360, 280], 0, 0.9, -8)
  for (const [x, hair, size, flip] of [[240, 'cap', 210, true], [3330, 'scarf', 205, false]] as const) {
    bust(plate, {
      at: [x, 960], size, bottom: 1260, view: 'profile', hair, flip, skin: 0.9, cloth: 0.8, light: flip ? 'right' : 'left',
      seed: x,
    })
  }
  bust(plate, { at: [1560, 1050], size: 215, bottom: 1260, view: 'back', hair: 'long', cloth: 0.8, seed: 2 })
  bust(plate, { at: [2890, 1080], size: 215, bottom: 1260, view: 'back', hair: 'cap', cloth: 0.8, seed: 9 })
}

function house(plate: Plate, x: number, ground: number, wide: number, tall: number, seed: number): void {
  const luck = chance(seed)
  const eaves = ground - tall
  plate.block(rectangle(x, eaves, wide, tall + 60), 6)
  const roof = polygon([
    [x - 14, eaves], [x + wide * 0.1, eaves - wide * 0.26], [x + wide * 0.9, eaves - wide * 0.26], [x + wide + 14, eaves],
  ])
  for (let pot = 0; pot < 3; pot++) {
    const left = x + wide * luck.between(0.14, 0.76)
    plate.block(rectangle(left, eaves - wide * 0.26 - luck.between(50, 90), 42, 130), 4)
  }
  plate.block(roof, 6)
  plate.carve(roof, {
    field: [x, eaves - wide * 0.3, wide, wide * 0.32], angle: 78, gap: 18, seed,
    tone: lightFrom([x, eaves - wide, wide, wide], seed % 2 ? 0 : 180, 1.1),
  })
  const pane = wide / 9
  for (let top = eaves + 36; top < ground - 40; top += pane * 2.3) {
    for (let column = 0; column < 4; column++) {
      const left = x + wide * (0.09 + column * 0.225)
      plate.fill(rectangle(left, top, pane, pane * 1.6), luck.next() < 0.75 ? 'paper' : 'ink')
      plate.fill(rectangle(left + pane * 0.44, top, pane * 0.14, pane * 1.6))
      plate.fill(rectangle(left, top + pane * 0.7, pane, pane * 0.14))
    }
    plate.line([[x + 8, top + pane * 1.9], [x + wide / 2, top + pane * 1.92], [x + wide - 8, top + pane * 1.9]], 6)
  }
}

function flag(plate: Plate, [x, y]: Point, tall: number, side: number): void {
  plate.block(limb([[x, y + 120, 20], [x + side * 20, y - tall, 15]]), 5)
  const [left, top] = [x + side * 20, y - tall]
  const wide = tall * 0.95 * side
  const cloth = blob([
    [left, top], [left + wide * 0.3, top - 34], [left + wide * 0.6, top + 22], [left + wide, top - 22],
    [left + wide * 0.94, top + tall * 0.24], [left + wide * 0.98, top + tall * 0.44], [left + wide * 0.6, top + tall * 0.5],
    [left + wide * 0.3, top + tall * 0.4], [left - side * 4, top + tall * 0.45],
  ])
  plate.block(cloth, 7, 'red')
  plate.inside(cloth, () => {
    for (const part of [0.26, 0.56, 0.84]) plate.line(
      [[left + wide * part, top - 10], [left + wide * (part + 0.04), top + tall * 0.2], [
        left + wide * (part - 0.02), top + tall * 0.44,
      ]],
      17, 'ink',
    )
  })
}

function stones(plate: Plate, hill: string): void {
  const luck = chance(77)
  plate.inside(hill, () => {
    for (let row = 0; row < 8; row++) {
      for (let x = -60 + (row % 2) * 60; x < 3660;) {
        const wide = luck.between(86, 150)
        const y = 690 + row * 74 + luck.between(-12, 12)
        const stone = blob([
          [x, y + 6], [x + wide * 0.5, y - 6], [x + wide - 10, y + 4], [x + wide - 4, y + 36], [x + wide - 12, y + 66],
          [x + wide * 0.5, y + 72], [x + 4, y + 64], [x - 4, y + 34],
        ])
        plate.block(stone, 4)
        if (luck.next() < 0.8) {
          plate.carve(stone, {
            field: [x, y - 6, wide, 80], angle: luck.between(-30, 30), gap: 15, seed: row * 31 + Math.round(x),
            tone: lightFrom([x, y - 10, wide, 74], 60, luck.between(0.5, 1.35)),
          })
        }
        x += wide
      }
    }
  })
}

function wheel(plate: Plate, [x, y]: Point, reach: number): void {
  const ring = (size: number) => Array.from(
    { length: 33 },
    (_, step): Point => [x + Math.cos(step * Math.PI / 16) * size, y + Math.sin(step * Math.PI / 16) * size],
  )
  for (let spoke = 0; spoke < 6; spoke++) {
    const angle = spoke * Math.PI / 6 + 0.2
    const [dx, dy] = [Math.cos(angle) * reach, Math.sin(angle) * reach]
    plate.block(limb([[x - dx, y - dy, 15], [x + dx, y + dy, 15]]), 4)
  }
  for (let part = 0; part < 32; part++) plate.block(
    limb([[...ring(reach)[part]!, 30], [...ring(reach)[part + 1]!, 30]]), part === 0 ? 5 : 0.1,
  )
  plate.block(ellipse(x, y, 34), 5)
  plate.fill(ellipse(x, y, 13), 'paper')
}

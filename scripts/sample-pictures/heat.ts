/** Work in the heat: the warehouse behind the open dock door, the water under the big sun. */
import { hatch, lightFrom, rays, rings, strew } from './carve.ts'
import { chance } from './chance.ts'
import { arm, bust, person } from './figures.ts'
import { blob, ellipse, limb, polygon, rectangle } from './lines.ts'
import type { Point } from './lines.ts'
import type { Plate } from './plate.ts'

/** Aisles of shelves that run towards the sun in the dock door. */
export function drawShelves(plate: Plate): void {
  const vanish: Point = [1260, 900]
  const door = rectangle(930, 560, 660, 640)
  plate.marks(rays([1260, 880], 480, 1700, { count: 40, spread: [190, 350], width: 30, seed: 9 }))
  plate.fill(door, 'paper')
  plate.inside(door, () => {
    plate.marks(rings([1260, 860], 215, 620, { gap: 30, seed: 4, tone: (x, y) => Math.hypot(x - 1260, y - 860) / 800 }), 'ink')
    plate.fill(ellipse(1260, 860, 195), 'red')
    plate.fill(rectangle(900, 1090, 720, 140))
    plate.marks(hatch({ field: [930, 1095, 660, 110], gap: 17, tone: (x) => 0.9 - Math.abs(x - 1260) / 420 }))
  })
  for (let slat = 0; slat < 5; slat++) plate.block(rectangle(912, 470 + slat * 22, 696, 20), 3)
  plate.block(rectangle(890, 470, 44, 740), 6)
  plate.block(rectangle(1586, 470, 44, 740), 6)

  const floorShape = polygon([[890, 1200], [1630, 1200], [2640, 1840], [-240, 1840]])
  plate.fill(floorShape)
  plate.inside(floorShape, () => {
    plate.marks(rays([1260, 900], 300, 1500, { count: 34, spread: [20, 160], width: 60, seed: 5 }))
    plate.marks(hatch({
      field: [0, 1200, 2400, 640], gap: 42, grain: 8, seed: 5,
      tone: (x, y) => 0.7 - Math.abs(x - 1260) / 1100 - (y - 1200) / 1500,
    }))
  })
  for (const side of [-1, 1]) {
    for (let bay = 0; bay < 4; bay++) rack(plate, vanish, side, bay)
  }
  person(plate, {
    at: [1400, 1640], height: 880, view: 'profile', hair: 'beanie', skin: 0.5, cloth: 0.75, light: 'left', nod: 10,
    hips: [0.03, 0.5], neck: [-0.07, 0.81],
    arms: [[[-0.13, 0.6], [-0.28, 0.56]], [[-0.08, 0.58], [-0.28, 0.53]]],
    legs: [[[-0.06, 0.28], [0.04, 0.05]], [[0.1, 0.27], [0.2, 0.03]]],
  })
  plate.block(limb([[1148, 1140, 20], [1150, 1300, 20], [1130, 1620, 20]]), 5)
  plate.block(polygon([[560, 1600], [1160, 1600], [1160, 1640], [560, 1640]]), 6)
  for (const [x, y, wide, tall] of [
    [590, 1390, 270, 208], [868, 1430, 250, 168], [640, 1210, 240, 178], [890, 1270, 200, 158],
  ] as const) box(plate, x, y, wide, tall)
  for (const x of [640, 1090]) {
    plate.block(ellipse(x, 1680, 46), 6)
    plate.fill(ellipse(x, 1680, 15), 'paper')
  }
}

function box(plate: Plate, x: number, y: number, wide: number, tall: number): void {
  const side = rectangle(x, y, wide, tall)
  plate.block(side, 6)
  plate.carve(side, { field: [x, y, wide, tall], angle: 88, gap: 19, seed: x, tone: lightFrom([x, y, wide, tall], 180, 1.15) })
  plate.fill(rectangle(x + wide * 0.42, y, wide * 0.14, tall))
  plate.fill(rectangle(x + wide * 0.08, y + tall * 0.62, wide * 0.22, tall * 0.24), 'paper')
}

function rack(plate: Plate, vanish: Point, side: number, bay: number): void {
  // Nearer bays are larger: each stands on a line to the vanishing point.
  const near = (1 + bay * 0.72) ** 1.42
  const far = (1 + (bay - 1) * 0.72) ** 1.42
  if (bay === 0) return
  const at = (depth: number, height: number): Point => [vanish[0] + side * 330 * depth, vanish[1] + height * depth]
  const luck = chance(bay * 10 + side)
  const levels = [-700, -440, -180, 80, 318]
  const wall = polygon([at(far, -760), at(near, -760), at(near, 318), at(far, 318)])
  plate.block(wall, 6)
  for (let level = 0; level < 4; level++) {
    for (let place = 0; place < 3; place++) {
      const [a, b] = [far + (near - far) * (place / 3 + 0.03), far + (near - far) * ((place + 1) / 3 - 0.03)]
      if (luck.next() < 0.12) continue
      const top = levels[level]! + luck.between(36, 110)
      const goods = polygon([at(a, top), at(b, top), at(b, levels[level + 1]! - 16), at(a, levels[level + 1]! - 16)])
      plate.block(goods, 4)
      const [x, y] = at(a, top)
      const [x2, y2] = at(b, levels[level + 1]!)
      const field = [Math.min(x, x2), Math.min(y, y2) - 200, Math.abs(x2 - x), Math.abs(y2 - y) + 400] as const
      const kind = luck.between(0.3, 1.2)
      plate.carve(goods, {
        field, angle: luck.next() < 0.5 ? 90 : side * 14, gap: Math.max(14, near * 7), seed: level * 9 + place,
        tone: lightFrom(field, side > 0 ? 0 : 180, kind),
      })
    }
    plate.block(
      polygon([
        at(far, levels[level + 1]! - 14), at(near, levels[level + 1]! - 14), at(near, levels[level + 1]! + 14),
        at(far, levels[level + 1]! + 14),
      ]),
      3,
    )
  }
  for (const depth of [far, near]) plate.block(
    polygon([at(depth * 0.985, -790), at(depth * 1.015, -790), at(depth * 1.015, 330), at(depth * 0.985, 330)]), 4,
  )
}

/** The sun stands over a roof, and there is water for everybody. */
export function drawSun(plate: Plate): void {
  const sun: Point = [1210, 520]
  plate.fill(rectangle(0, 0, 2400, 1300), 'paper')
  plate.marks(
    rings(sun, 430, 1900, { gap: 40, seed: 6, tone: (x, y) => Math.hypot(x - sun[0], y - sun[1]) / 1500 - 0.12 }), 'ink',
  )
  plate.fill(ellipse(...sun, 360), 'red')
  plate.marks(rings(sun, 190, 350, { gap: 40, seed: 3, tone: (x, y) => 0.1 + (x - sun[0] + y - sun[1]) / 1500 }), 'paper')
  const frame: readonly [Point, Point][] = [
    [[80, 1250], [80, 520]], [[520, 1250], [520, 640]], [[1880, 1250], [1880, 600]], [[2300, 1250], [2300, 480]],
    [[-20, 640], [620, 640]], [[1780, 600], [2420, 600]], [[80, 1040], [520, 640]], [[1880, 600], [2300, 1000]],
  ]
  for (const [from, to] of frame) plate.block(limb([[...from, 34], [...to, 34]]), 6)
  const ground = polygon([[-20, 1190], [700, 1130], [1700, 1130], [2420, 1190], [2420, 1640], [-20, 1640]])
  plate.block(ground, 8)
  plate.marks(hatch({
    field: [0, 1150, 2400, 450], gap: 30, grain: 14, seed: 9,
    tone: (x, y) => 0.72 - Math.abs(x - 1200) / 1500 - (y - 1150) / 1500,
  }))
  for (const [x, flip, hair] of [[960, true, 'hardhat'], [1440, false, 'scarf']] as const) {
    person(plate, {
      at: [x, 1310], height: 540, view: 'profile', hair, flip, skin: 0.9, cloth: 0.7, light: flip ? 'right' : 'left',
      nod: 20, hips: [0.05, 0.5], neck: [-0.13, 0.76],
      arms: [[[-0.2, 0.56], [-0.22, 0.38]], [[-0.14, 0.52], [-0.24, 0.34]]],
    })
    const out = flip ? 1 : -1
    plate.block(limb([[x + out * 60, 1010, 14], [x + out * 190, 1250, 14]]), 4)
    plate.block(polygon([[x + out * 150, 1230], [x + out * 240, 1200], [x + out * 290, 1300], [x + out * 210, 1330]]), 4)
  }
  // Head back, and the bottle high: the first gulp.
  const drinker: Point = [470, 960]
  bust(plate, {
    at: drinker, size: 330, bottom: 1680, view: 'profile', flip: true, hair: 'hardhat', skin: 0.5, nod: -24, dress: 'vest',
    cloth: 0.85, light: 'right', seed: 4,
  })
  plate.at([652, 832], 1, () => {
    plate.block(
      blob([
        [-24, 6], [-26, -60], [-62, -120], [-66, -330], [-40, -352], [40, -352], [66, -330], [62, -120], [26, -60], [24, 6],
      ]),
      7, 'paper',
    )
    plate.fill(blob([[-18, 0], [-18, -62], [-48, -124], [-50, -240], [0, -262], [50, -220], [48, -124], [18, -62], [18, 0]]))
    plate.line([[-26, -120], [-32, -170], [-28, -220]], 13)
  }, 43)
  arm(plate, [[440, 1170], [790, 1290], [850, 800]], 130, {
    skin: 0.5, bare: true, cloth: 0.85, light: 'right', hand: { flip: true, size: 215, turn: -48 },
  })
  // She wipes her forehead and holds the cup that comes next.
  bust(plate, {
    at: [1900, 990], size: 330, bottom: 1680, view: 'front', hair: 'scarf', skin: 1, dress: 'coat', cloth: 0.8, seed: 8,
  })
  arm(plate, [[2180, 1160], [2290, 830], [2060, 690]], 130, { skin: 1, bare: true, cloth: 0.7, hand: { size: 190, turn: -76 } })
  plate.block(polygon([[1420, 1040], [1590, 1040], [1570, 1260], [1440, 1260]]), 7, 'paper')
  plate.fill(polygon([[1432, 1110], [1578, 1110], [1564, 1250], [1448, 1250]]))
  plate.marks(strew([1440, 1120, 110, 120], { count: 14, length: 70, thick: 8, seed: 4 }))
  arm(plate, [[1690, 1160], [1660, 1520], [1540, 1270]], 130, { skin: 1, bare: true, cloth: 0.8, hand: { size: 210 } })
  canister(plate)
}

/** The canister on the planks, between the two. */
function canister(plate: Plate): void {
  const can = rectangle(1060, 1330, 250, 340)
  plate.block(can, 8)
  plate.carve(can, {
    field: [1060, 1330, 250, 340], angle: 90, gap: 24, seed: 3, tone: lightFrom([1060, 1330, 250, 340], 0, 1.2),
  })
  plate.block(ellipse(1185, 1332, 125, 34), 6)
  plate.block(rectangle(1158, 1480, 54, 40), 4, 'red')
  plate.line([[1090, 1390], [1180, 1400], [1280, 1390]], 12)
}

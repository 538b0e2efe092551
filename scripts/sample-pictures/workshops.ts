/** People at work: the sewing room, the assembly line, the laundry, the kitchen. */
import { hatch, lightAround, lightFrom, rays, rings, strew } from './carve.ts'
import { arm, bust } from './figures.ts'
import type { Bust } from './figures.ts'
import type { Hair } from './heads.ts'
import { blob, ellipse, gouge, limb, polygon, rectangle } from './lines.ts'
import type { Point } from './lines.ts'
import type { Color, Plate } from './plate.ts'
import { hangingLamp, panel, steam, window } from './props.ts'

/** Rows of women at sewing machines under hanging lamps. */
export function drawMachines(plate: Plate): void {
  plate.marks(hatch({ field: [0, 0, 2700, 700], gap: 38, grain: 6, seed: 2, tone: (_, y) => 0.5 - y / 1800 }))
  for (let bay = 0; bay < 6; bay++) {
    window(plate, [110 + bay * 430, 90], 310, 330, [3, 2], () => {
      plate.fill(rectangle(60 + bay * 430, 60, 420, 420), 'paper')
      plate.marks(
        hatch({
          field: [100 + bay * 430, 240, 340, 200], angle: -12, gap: 26, grain: 9, seed: bay,
          tone: (_, y) => (y - 230) / 330,
        }),
        'ink',
      )
    })
  }
  const rows: readonly { y: number; scale: number; from: number; gap: number; looks: readonly [Hair, number][] }[] = [
    {
      y: 640, scale: 0.42, from: 150, gap: 480,
      looks: [['scarf', 1], ['bun', 0.5], ['long', 1], ['veil', 0.9], ['short', 0.5], ['scarf', 1]],
    },
    { y: 850, scale: 0.68, from: 370, gap: 700, looks: [['long', 0.5], ['scarf', 1], ['bun', 0.9], ['curly', 0.5]] },
  ]
  for (const { y, scale, from, gap, looks } of rows) {
    plate.fill(rectangle(-20, y + 300 * scale, 2740, 1200))
    looks.forEach(([hair, skin], index) => seamstress(plate, [from + index * gap, y], scale, { hair, skin, seed: index * 7 + y }))
  }
  for (const x of [620, 1360, 2100]) hangingLamp(plate, [x, 330], 120)
  plate.fill(rectangle(-20, 1560, 2740, 300))
  seamstress(plate, [960, 1130], 1.1, { hair: 'scarf', skin: 0.5, seed: 91 }, 'red')
  seamstress(plate, [2230, 1130], 1.1, { hair: 'bun', skin: 1, seed: 33 }, 'paper')
}

/** One worker at her machine, looking left; at scale 1 her head is 300 pixels tall. */
function seamstress(plate: Plate, [x, y]: Point, scale: number, look: Partial<Bust>, cloth: Color = 'paper'): void {
  const at = (across: number, down: number): Point => [x + across * scale, y + down * scale]
  const size = 300 * scale
  const skin = look.skin ?? 1
  arm(plate, [at(70, 120), at(10, 380), at(-170, 360)], 104 * scale, { skin, cloth: 0.6, hand: { size: 150 * scale } })
  bust(plate, { at: at(140, 0), size, bottom: at(0, 620)[1], view: 'profile', nod: 16, cloth: 0.75, ...look })
  const table = polygon([at(-560, 400), at(330, 400), at(400, 470), at(-600, 470)])
  plate.block(table, 7)
  plate.line([at(-540, 424), at(-100, 420), at(320, 426)], 12 * scale)
  plate.block(rectangle(x - 520 * scale, y + 470 * scale, 40 * scale, 500 * scale), 5)
  const machine = polygon([
    at(-470, 400), at(-470, 360), at(-390, 350), at(-390, 250), at(-430, 240), at(-430, 150), at(-120, 130), at(-60, 170),
    at(-60, 390), at(-170, 400), at(-170, 250), at(-330, 254), at(-340, 400),
  ])
  plate.block(machine, 6)
  plate.carve(machine, {
    field: [x - 470 * scale, y + 120 * scale, 420 * scale, 290 * scale], angle: 4, gap: Math.max(10, 24 * scale),
    tone: lightFrom([x - 400 * scale, y + 130 * scale, 320 * scale, 180 * scale], 90, 1.1), seed: 4,
  })
  plate.block(ellipse(...at(-40, 215), 34 * scale, 84 * scale), 5)
  plate.fill(ellipse(...at(-36, 215), 12 * scale, 52 * scale), 'paper')
  plate.block(limb([[...at(-360, 148), 16 * scale], [...at(-360, 60), 12 * scale]]), 3)
  plate.block(polygon([at(-385, 100), at(-335, 100), at(-345, 40), at(-375, 40)]), 3, cloth === 'red' ? 'red' : 'ink')
  const fabric = blob([
    at(-600, 392), at(-440, 360), at(-280, 384), at(-130, 360), at(-40, 396), at(-240, 420), at(-470, 426), at(-500, 620),
    at(-590, 760), at(-700, 740), at(-640, 560),
  ])
  plate.block(fabric, 6, cloth)
  plate.inside(fabric, () => {
    for (const [index, bend] of [-640, -590, -545].entries()) {
      plate.line([at(bend + 90, 400), at(bend + 40, 520), at(bend - 10 - index * 10, 740)], 14 * scale, 'ink')
    }
    plate.line([at(-430, 388), at(-300, 404), at(-130, 384)], 10 * scale, 'ink')
  })
  arm(plate, [at(190, 130), at(150, 420), at(-90, 372)], 112 * scale, { skin, cloth: 0.75, hand: { size: 165 * scale } })
}

/** Car bodies on the line, and the people who build them. */
export function drawLine(plate: Plate): void {
  plate.marks(hatch({
    field: [0, 0, 2700, 1000], angle: 90, gap: 40, grain: 3, seed: 3, tone: lightAround([1500, 600], 1500, 0.75),
  }))
  for (let bay = -1; bay < 8; bay++) {
    plate.block(
      polygon([
        [bay * 380, 0], [bay * 380 + 60, 0], [bay * 380 + 250, 230], [bay * 380 + 440, 0], [bay * 380 + 500, 0],
        [bay * 380 + 270, 290], [bay * 380 + 230, 290],
      ]),
      5,
    )
  }
  plate.block(rectangle(-20, 280, 2740, 54), 6)
  plate.marks(strew([0, 290, 2700, 34], { count: 60, length: 120, thick: 7, seed: 9 }))
  for (const x of [520, 1240, 1960, 2560]) {
    plate.block(limb([[x, 330, 20], [x, 470, 20], [x + 60, 520, 20], [x + 90, 470, 14]]), 5)
  }
  for (const x of [330, 1130, 1900]) {
    worker(plate, [x, 620], 150, { hair: x === 1130 ? 'bun' : 'hardhat', skin: x === 330 ? 0.5 : 1, flip: x === 1130 }, 0.6)
  }
  for (const [x, scale] of [[40, 0.62], [860, 0.62], [1680, 0.62], [2500, 0.62]] as const) car(plate, [x - 250, 860], scale)
  const belt = polygon([[-20, 870], [2720, 870], [2720, 980], [-20, 980]])
  plate.block(belt, 7)
  for (let x = 20; x < 2700; x += 110) plate.fill(ellipse(x, 926, 26, 26), 'paper')
  for (let x = 20; x < 2700; x += 110) plate.fill(ellipse(x, 926, 15, 15))

  const spark: Point = [1490, 1105]
  plate.marks(rays(spark, 30, 520, { count: 64, width: 15, seed: 6 }))
  car(plate, [430, 1650], 1.9)
  plate.block(rectangle(-20, 1640, 2740, 200), 8)
  plate.marks(strew([0, 1660, 2700, 120], { count: 80, length: 260, thick: 9, seed: 12 }))
  plate.fill(ellipse(...spark, 42, 42), 'paper')
  plate.marks(rays(spark, 24, 300, { count: 38, width: 17, seed: 16 }), 'red')
  worker(plate, [2330, 1080], 330, { hair: 'hardhat', skin: 0.9, seed: 3 }, 1, spark)
  worker(plate, [230, 1150], 320, { hair: 'scarf', skin: 0.5, flip: true, seed: 5 }, 1)
}

function worker(plate: Plate, [x, y]: Point, size: number, look: Partial<Bust>, cloth: number, target?: Point): void {
  const out = look.flip ? 1 : -1
  const light = look.flip ? 'right' : 'left'
  const reach: Point = target ?? [x + out * size * 1.75, y + size * 0.9]
  const skin = look.skin ?? 1
  const tool = target !== undefined
  const wrist: Point = tool ? [reach[0] - out * size * 0.75, reach[1] + size * 0.3] : reach
  arm(
    plate,
    [[x + out * size * 0.3, y + size * 0.4], [x + out * size * 0.8, y + size * 1.1], [
      wrist[0] - out * size * 0.12, wrist[1] + size * 0.14,
    ]],
    size * 0.34, { cloth, light, skin },
  )
  bust(plate, { at: [x, y], size, bottom: y + size * 2.25, view: 'profile', nod: 8, cloth, dress: 'vest', light, ...look })
  if (tool) {
    plate.block(
      limb([
        [wrist[0] - out * 30, wrist[1] + 10, 60], [reach[0] - out * 90, reach[1] + 20, 50],
        [reach[0] - out * 20, reach[1], 16],
      ]),
      6,
    )
    plate.block(
      limb([[wrist[0] - out * 10, wrist[1] + 20, 30], [wrist[0] - out * 120, wrist[1] + 330, 34], [
        wrist[0] - out * 420, wrist[1] + 560, 34,
      ]]),
      6,
    )
  }
  arm(
    plate, [[x - out * size * 0.1, y + size * 0.46], [x + out * size * 0.35, y + size * 1.35], wrist], size * 0.38,
    { cloth, light, skin, hand: { flip: look.flip ?? false } },
  )
}

/** A body shell without doors; `at` is the left end of its sill. */
function car(plate: Plate, [x, y]: Point, scale: number): void {
  plate.at([x, y], scale, () => {
    const shell = blob([
      [-10, -40], [-6, -120], [60, -160], [230, -180], [330, -270], [430, -305], [640, -300], [760, -220], [850, -180],
      [940, -165], [960, -60], [900, -10], [60, -10],
    ])
    plate.block(shell, 7 / scale)
    plate.carve(shell, {
      field: [-20, -310, 990, 310], angle: 3, gap: 19, bow: -14, grain: 3, seed: 5,
      tone: (_, at) => at > -190 && at < -125 ? 1.1 : at < -255 ? 0.9 : at > -70 ? 0.3 : 0.62,
    })
    for (const pane of [[[290, -190], [355, -258], [470, -280], [476, -186]], [
      [504, -186], [502, -280], [620, -278], [706, -206], [700, -184],
    ]] as const) {
      plate.block(polygon(pane), 5 / scale)
      plate.line([[pane[0][0] + 40, -200], [pane[0][0] + 80, -240], [pane[0][0] + 110, -262]], 9)
    }
    for (const wheel of [190, 760]) {
      plate.block(ellipse(wheel, -16, 92, 92), 6 / scale)
      plate.carve(ellipse(wheel, -16, 92, 92), { field: [wheel - 92, -108, 184, 184], angle: 60, gap: 18, tone: () => 0.25 })
    }
    plate.fill(gouge([[490, -180], [494, -100], [480, -20]], 9))
    plate.fill(gouge([[270, -180], [262, -120], [290, -40]], 9))
    plate.fill(gouge([[520, -140], [550, -144], [580, -140]], 13))
  })
}

/** Drums, steam and a sheet between two pairs of hands. */
export function drawLaundry(plate: Plate): void {
  plate.marks(hatch({ field: [0, 0, 2400, 700], gap: 34, grain: 3, seed: 3, tone: lightAround([1200, 100], 1500, 0.55) }))
  for (const y of [90, 150]) {
    plate.block(rectangle(-20, y, 2440, 40), 5)
    plate.line([[0, y + 12], [1100, y + 15], [2400, y + 12]], 8)
  }
  for (let drum = 0; drum < 4; drum++) {
    const x = 310 + drum * 600
    panel(plate, rectangle(x - 265, 250, 530, 800), [x - 265, 250, 530, 800], 0, 0.85)
    plate.block(ellipse(x, 600, 215), 8)
    plate.block(ellipse(x, 600, 205), 8)
    plate.inside(ellipse(x, 600, 172), () => {
      plate.fill(ellipse(x, 600, 190), drum === 2 ? 'red' : 'ink')
      plate.marks(rings([x + 30, 640], 20, 230, {
        gap: 34, seed: drum + 4, tone: (atX, atY) => 0.35 + (drum % 2 ? atX - x : atY - 600) / 500,
      }))
      plate.fill(
        blob([[x - 150, 640], [x - 60, 560], [x + 20, 620], [x + 110, 560], [x + 160, 680], [x, 780], [x - 120, 740]]),
        'paper',
      )
      plate.fill(gouge([[x - 90, 640], [x - 20, 660], [x + 30, 730]], 14))
      plate.fill(gouge([[x + 40, 640], [x + 70, 660], [x + 100, 720]], 12))
    })
    plate.fill(rectangle(x - 220, 290, 130, 40), 'paper')
    for (const knob of [60, 130, 200]) plate.fill(ellipse(x + knob, 312, 22), 'paper')
    for (const knob of [60, 130, 200]) plate.fill(ellipse(x + knob, 312, 10))
    if (drum !== 1) steam(plate, [x + (drum % 2 ? 120 : -80), 235], 250, 330, drum * 3 + 1)
  }
  plate.block(rectangle(-20, 1050, 2440, 580), 7)
  plate.marks(strew([0, 1080, 2400, 500], { count: 130, length: 240, thick: 9, angle: 2, seed: 2 }))

  const folds = blob([
    [640, 790], [900, 850], [1200, 872], [1500, 850], [1760, 790], [1790, 1010], [1740, 1260], [1500, 1420], [1200, 1380],
    [900, 1440], [660, 1260], [610, 1010],
  ])
  for (const [x, flip, hair, skin] of [[420, true, 'hairnet', 0.5], [1985, false, 'hairnet', 1]] as const) {
    bust(plate, {
      at: [x, 760], size: 310, bottom: 1700, view: 'profile', flip, hair, skin, dress: 'plain', cloth: 0.8,
      light: flip ? 'right' : 'left', nod: 5, seed: x,
    })
  }
  plate.block(folds, 8, 'paper')
  plate.carve(
    folds,
    {
      field: [600, 780, 1200, 680], angle: 90, gap: 36, bow: 30, grain: 26, seed: 6,
      tone: (x, y) => 0.15 + 0.34 * Math.sin(x / 62 + y / 300) + (y - 1000) / 1400,
    },
    'ink',
  )
  for (const [x, flip, skin] of [[420, true, 0.5], [1985, false, 1]] as const) {
    const out = flip ? 1 : -1
    arm(plate, [[x + out * 90, 880], [x + out * 210, 1060], [x + out * 335, 850]], 108, {
      skin, bare: true, cloth: 0.8, light: flip ? 'right' : 'left', hand: { flip, size: 190 },
    })
    arm(plate, [[x - out * 20, 890], [x + out * 110, 1190], [x + out * 262, 1010]], 122, {
      skin, bare: true, cloth: 0.8, light: flip ? 'right' : 'left', hand: { flip, size: 210 },
    })
  }
  panel(plate, polygon([[960, 1330], [1440, 1330], [1400, 1640], [1000, 1640]]), [960, 1330, 480, 310], 0, 0.9, 4)
  plate.block(blob([[950, 1340], [1010, 1250], [1110, 1270], [1200, 1220], [1310, 1270], [1400, 1250], [1450, 1340]]), 6, 'paper')
  plate.line([[1040, 1330], [1080, 1290], [1140, 1300]], 12, 'ink')
  plate.line([[1220, 1320], [1280, 1290], [1360, 1310]], 12, 'ink')
}

/** Big pots for a whole school. */
export function drawPots(plate: Plate): void {
  plate.marks(rings([1250, 760], 260, 1700, { gap: 38, seed: 8, tone: (x, y) => 0.78 - Math.hypot(x - 1250, y - 760) / 1700 }))
  plate.block(rectangle(-20, 120, 2440, 30), 5)
  for (const [x, kind] of [[180, 0], [420, 1], [640, 2], [1780, 1], [2010, 0], [2240, 2]] as const) {
    plate.block(limb([[x, 140, 12], [x, 230, 12]]), 4)
    if (kind === 0) plate.block(ellipse(x, 370, 110), 6)
    else if (kind === 1) plate.block(
      blob([[x - 14, 220], [x + 14, 220], [x + 18, 400], [x + 60, 450], [x, 510], [x - 60, 450], [x - 18, 400]]), 6,
    )
    else plate.block(polygon([[x - 90, 240], [x + 90, 240], [x + 76, 420], [x - 76, 420]]), 6)
    plate.line([[x - 60, 330], [x - 40, 390], [x - 20, 430]], 14)
  }
  bust(plate, {
    at: [1640, 640], size: 350, bottom: 1420, view: 'profile', hair: 'hairnet', skin: 0.5, dress: 'plain', cloth: 0.8,
    nod: 12, seed: 4,
  })
  bust(plate, {
    at: [760, 680], size: 330, bottom: 1420, view: 'front', hair: 'scarf', skin: 1, dress: 'apron', cloth: 0.8,
    light: 'right', seed: 7,
  })
  const pots: readonly [number, number, number, Color][] = [
    [480, 1080, 380, 'ink'], [2010, 1100, 370, 'ink'], [1240, 1150, 430, 'ink'],
  ]
  for (const [x, y, half] of pots) {
    if (half < 430) steam(plate, [x + (x < 1000 ? -215 : 170), y - 10], 720, 400, x)
    else steam(plate, [x - 60, y - 10], 640, 330, x)
    plate.block(ellipse(x, y, half, half * 0.24), 8)
    plate.fill(ellipse(x, y, half * 0.93, half * 0.19), 'paper')
    plate.fill(ellipse(x, y + half * 0.03, half * 0.86, half * 0.15), half === 430 ? 'red' : 'ink')
    if (half === 430) arm(plate, [[1500, 800], [1480, 1010], [1225, 860]], 130, { skin: 0.5, bare: true, hand: { size: 230 } })
    if (half === 430) plate.block(limb([[1140, 600, 26], [1205, 900, 30], [1270, 1190, 34]]), 6)
    if (half === 430) plate.fill(ellipse(1272, 1184, 70, 24), 'ink')
    const [left, right] = [x - half, x + half]
    const body = `M${left},${y}C${left},${y + half * 0.32} ${right},${y + half * 0.32} ${right},${y}`
      + `L${x + half * 0.94},${y + 470}`
      + `C${x + half * 0.8},${y + 560} ${x - half * 0.8},${y + 560} ${x - half * 0.94},${y + 470}Z`
    plate.block(body, 8)
    plate.carve(body, {
      field: [x - half, y, half * 2, 560], angle: 90, gap: 26, bow: 0, grain: 3, seed: x,
      tone: (atX) => 0.1 + 1.1 * Math.max(
        0, 1 - Math.abs(atX - x + half * 0.55) / (half * 0.55),
      ) ** 1.2 + 0.5 * Math.max(0, 1 - Math.abs(atX - x - half * 0.82) / 60),
    })
    for (const side of [-1, 1]) plate.block(
      limb([
        [x + side * half * 0.96, y + 150, 34], [x + side * half * 1.12, y + 170, 34], [x + side * half * 0.95, y + 250, 34],
      ]),
      5,
    )
  }
  plate.block(rectangle(-20, 1600, 2440, 260), 8)
  plate.line([[0, 1622], [1200, 1630], [2400, 1620]], 16)
  for (let bowl = 0; bowl < 6; bowl++) {
    const x = 220 + bowl * 400
    const side = `M${x - 150},1650C${x - 130},1790 ${x + 130},1790 ${x + 150},1650Z`
    plate.block(side, 7)
    plate.carve(side, {
      field: [x - 150, 1640, 300, 150], angle: 84, gap: 20, seed: bowl, tone: lightFrom([x - 150, 1640, 300, 120], 0, 1.1),
    })
    plate.block(ellipse(x, 1650, 150, 30), 4, 'paper')
    plate.fill(ellipse(x, 1654, 118, 20), bowl === 2 ? 'red' : 'ink')
  }
}

/**
 * Heads and hands, drawn in a square of 100 units around their middle: the crown is at -50, the chin at 50. A profile and a
 * half-turned head look to the left; `flip` turns them to the right.
 */
import { lightFrom } from './carve.ts'
import { blob, ellipse, gouge, limb, polygon } from './lines.ts'
import type { Point } from './lines.ts'
import type { Plate } from './plate.ts'

type View = 'profile' | 'front' | 'back'

export type Hair = 'short' | 'curly' | 'bun' | 'long' | 'bald' | 'cap' | 'beanie' | 'hardhat' | 'scarf' | 'veil' | 'hairnet'

export interface Head {
  /** Middle of the head. */
  at: Point
  /** Crown to chin, in pixels. */
  size: number
  view?: View
  hair?: Hair
  /** How light the face is cut: about 0.4 for dark skin, 1.1 for light. */
  skin?: number
  flip?: boolean
  /** Side that the light comes from on the page. */
  light?: 'left' | 'right'
  beard?: boolean
  glasses?: boolean
  /** Degrees; positive nods forward in a profile. */
  nod?: number
  seed?: number
}

const skull = 'C-12,52 -2,46 8,38C18,32 26,26 33,22C38,14 40,8 40,0C42,-30 28,-49 6,-50Z'
const brow = 'M6,-50C-14,-51 -26,-43 -29,-28C-30,-22 -29,-18 -31,-13L-28,-7'
const profiles = [
  `${brow}C-32,1 -38,8 -41,14C-41,18 -36,19 -32,19L-34,25L-30,28L-33,33L-29,37C-33,43 -31,50 -23,51${skull}`,
  `${brow}C-30,1 -33,6 -38,11C-39,16 -35,18 -31,18L-34,24L-30,27.5L-34,32L-29,37C-31,42 -30,49 -22,50${skull}`,
] as const
const front = 'M0,-50C24,-50 36,-34 36,-10C36,12 29,32 16,45C8,51 -8,51 -16,45C-29,32 -36,12 -36,-10C-36,-34 -24,-50 0,-50Z'
  + 'M-36,-10C-43,-14 -43,4 -36,8ZM36,-10C43,-14 43,4 36,8Z'

/** Draws the neck, which stands between the head's middle and the shoulders. It comes before the body. */
export function neck(plate: Plate, look: Head, foot: Point): void {
  const { at: [x, y], size, view = 'front', light = 'left', skin = 1 } = look
  const back = view === 'profile' ? (look.flip ? -1 : 1) * size * 0.13 : 0
  const shape = limb([[x + back, y, size * 0.4], [(x + back + foot[0]) / 2, (y + foot[1]) / 2, size * 0.37], [
    foot[0], foot[1] + size * 0.16, size * 0.46,
  ]])
  const field = [
    Math.min(x + back, foot[0]) - size * 0.2, y, size * 0.4 + Math.abs(x + back - foot[0]), foot[1] - y + size * 0.2,
  ] as const
  plate.block(shape, 5)
  plate.carve(shape, {
    field, angle: light === 'left' ? 78 : 102, gap: Math.max(10, size / 20),
    tone: lightFrom(field, light === 'left' ? 0 : 180, skin * 1.3),
  })
}

/** Draws a head, without its neck. */
export function head(plate: Plate, look: Head): void {
  const { at, size, view = 'front', flip = false, nod = 0 } = look
  const scale = size / 100
  plate.at(at, [flip ? -scale : scale, scale], () => {
    const cut = 5 / scale
    if (view === 'profile') drawProfile(plate, look, cut)
    else if (view === 'front') drawFront(plate, look, cut)
    else drawBack(plate, look, cut)
    drawHair(plate, look, cut)
  }, flip ? nod : -nod)
}

// A lit plane with a short passage into the dark: the darker the skin, the narrower the plane and the thinner its cuts.
function skinOf(plate: Plate, look: Head, path: string, side: number): void {
  const { skin = 1, size, seed = 1 } = look
  const gap = Math.max(4.6, 1150 / size)
  const sign = side === 0 ? 1 : -1
  const edge = -14 + 30 * skin
  plate.carve(path, {
    field: [-46, -54, 92, 110], angle: side === 0 ? 76 : 104, gap, bow: -10 * sign, grain: 0.5, seed,
    tone: (x, y) => Math.min(skin > 0.7 ? 1.2 : 0.72, (edge + y * 0.12 - x * sign) / 26),
  })
}

/** 0 when the light falls on the left of the drawing as it is before any mirroring. */
function sideOf(look: Head): number {
  return (look.light === 'right') === (look.flip ?? false) ? 0 : 180
}

function drawProfile(plate: Plate, look: Head, cut: number): void {
  const profile = profiles[(look.seed ?? 0) % 2]!
  plate.block(profile, cut)
  skinOf(plate, look, profile, sideOf(look))
  plate.inside(profile, () => {
    plate.fill(gouge([[-30, -15], [-22, -18], [-12, -14]], 5))
    plate.fill(polygon([[-27, -9], [-18, -13], [-9, -7], [-18, -4]]))
    plate.fill(polygon([[-24, -8.5], [-19, -10.5], [-17, -7], [-20, -5.8]]), 'paper')
    plate.fill(ellipse(-21.6, -8, 2, 2.4))
    plate.fill(gouge([[-36, 17], [-31, 13], [-28, 17]], 4))
    plate.fill(gouge([[-36, 28], [-28, 28.6], [-20, 26.6]], 3.4))
    plate.fill(gouge([[-28, 36], [-24, 35], [-20, 37]], 2.4))
    if (look.beard || (look.seed ?? 0) % 3 === 0) plate.fill(gouge([[-25, 8], [-20, 16], [-17, 23]], 2.2))
    plate.line([[-31, -4], [-35, 6], [-38, 13]], 2.2)
    plate.line([[-17, 3], [-11, 12], [-13, 26]], 2.6)
    plate.line([[-31, 33], [-27, 34], [-24, 33]], 1.8)
    plate.line([[-22, 48], [-6, 45], [8, 33]], 2.4)
    if (look.beard) plate.fill(blob([
      [-34, 34], [-24, 23], [-6, 18], [14, -2], [22, 4], [14, 32], [-4, 50], [-26, 60], [-38, 48],
    ]))
  })
  if (look.beard) beardStrands(plate, -8)
  plate.fill(blob([[12, -8], [20, -10], [22, 2], [16, 14], [11, 8]]))
  plate.line([[14, -5], [19, -5], [17, 8]], 3)
}

function drawFront(plate: Plate, look: Head, cut: number): void {
  const side = sideOf(look)
  plate.block(front, cut)
  skinOf(plate, look, front, side)
  const toward = side === 0 ? 1 : -1
  plate.at([0, 0], [toward, 1], () => {
    for (const eye of [-15, 15]) {
      plate.fill(gouge([[eye - 11, -12], [eye, -17], [eye + 11, -12]], 5))
      plate.fill(polygon([[eye - 10, -5], [eye, -10], [eye + 10, -5], [eye, -1]]))
      plate.fill(polygon([[eye - 7, -5], [eye, -8], [eye + 7, -5], [eye, -2.5]]), 'paper')
      plate.fill(ellipse(eye, -5.2, 2.9, 3))
    }
    plate.fill(polygon([[2, -10], [6, 4], [10, 16], [3, 20], [-7, 18], [3, 15]]))
    plate.fill(gouge([[-13, 29.6], [0, 31], [13, 29.6]], 4))
    plate.fill(gouge([[-6, 38], [0, 39], [7, 37.5]], 2.6))
    plate.line([[7, 12], [5, 2], [2, -8]], 2.2)
    plate.line([[28, 0], [22, 12], [15, 20]], 2.8)
    plate.line([[26, -26], [30, -14], [32, -2]], 2.2)
    plate.line([[-7, 35], [1, 36.4], [9, 34.6]], 2.2)
    plate.line([[20, 36], [12, 45], [2, 48]], 2.4)
    if (look.beard) {
      plate.fill(blob([[-35, 6], [-26, 18], [-14, 23], [14, 23], [26, 18], [35, 6], [30, 36], [14, 58], [-14, 58], [-30, 36]]))
      plate.line([[-9, 31], [0, 30], [9, 31]], 3)
      beardStrands(plate, 0)
    }
  })
  if (look.glasses) {
    for (const eye of [-16, 16]) {
      const ring = Array.from(
        { length: 13 },
        (_, step): Point => [eye + 12 * Math.cos(step * Math.PI / 6), -5 + 10 * Math.sin(step * Math.PI / 6)],
      )
      plate.block(gouge(ring, 2.6), 1.3)
    }
    plate.block(gouge([[-5, -6], [0, -8], [5, -6]], 2.6), 1.3)
  }
}

function beardStrands(plate: Plate, lean: number): void {
  for (const [x, y] of [[-16, 36], [-9, 42], [-1, 44], [8, 42], [16, 34]] as const) {
    plate.line([[x + lean, y - 6], [x + lean * 1.2, y + 3], [x * 0.9 + lean * 1.3, y + 11]], 2.4)
  }
}

function drawBack(plate: Plate, look: Head, cut: number): void {
  plate.block(front, cut)
  skinOf(plate, look, front, sideOf(look))
}

function strands(plate: Plate, lines: readonly (readonly Point[])[], width: number): void {
  for (const line of lines) plate.line(line, width)
}

function drawHair(plate: Plate, look: Head, cut: number): void {
  const { view = 'front', hair = 'short' } = look
  const width = Math.max(2.2, 300 / look.size)
  const lift = view === 'profile' ? 5 : 0
  switch (hair) {
    case 'bald':
      if (view === 'back') plate.line([[-20, -36], [-26, -16], [-24, 6]], width * 1.4)
      return
    case 'short':
    case 'bun':
    case 'long':
    case 'curly':
      return drawLoose(plate, look, cut, width)
    case 'cap': {
      const dome: Point[] = [[-38 + lift, -20], [-40, -44], [-12, -64], [22, -62], [44, -40], [40 + lift, -16], [10, -24]]
      plate.block(blob(dome), cut)
      if (view === 'profile') plate.block(polygon([[-30, -30], [-60, -14], [-56, -9], [-24, -17]]), cut * 0.7)
      if (view === 'front') plate.block(blob([[-38, -22], [0, -34], [38, -22], [34, -12], [0, -19], [-34, -12]]), cut * 0.7)
      strands(
        plate, [[[-30, -42], [-8, -56], [16, -56]], [[-26, -34], [0, -46], [34, -40]], [[-6, -60], [4, -52], [20, -50]]],
        width,
      )
      return
    }
    case 'beanie': {
      plate.block(blob([[-37, -14], [-39, -38], [-16, -62], [16, -62], [39, -40], [40, -12], [0, -20]]), cut)
      plate.line([[-36, -20], [0, -27], [38, -18]], width)
      strands(plate, [-24, -12, 0, 12, 24].map((x) => [[x * 1.1, -30], [x * 0.9, -44], [x * 0.5, -56]] as const), width)
      return
    }
    case 'hardhat': {
      const shell = blob([[-40, -22], [-38, -46], [-14, -66], [16, -66], [40, -46], [42, -20], [0, -26]])
      plate.block(shell, cut, 'ink')
      plate.inside(shell, () => {
        plate.fill(blob([[-36, -24], [-34, -44], [-12, -62], [0, -62], [-14, -44], [-18, -26]]), 'paper')
        plate.line([[2, -66], [6, -46], [4, -24]], width * 1.6)
        plate.line([[22, -62], [26, -44], [24, -24]], width)
      })
      plate.block(view === 'profile' ? polygon([[-62, -17], [-40, -27], [42, -25], [44, -18], [-34, -16]])
        : blob([[-48, -18], [0, -28], [48, -18], [44, -12], [0, -19], [-44, -12]]), cut * 0.6)
      return
    }
    case 'scarf': {
      plate.block(
        blob([
          [-34 + lift, -24], [-30, -48], [-4, -60], [28, -54], [44, -28], [44, 10], [30, 26], [33, -2], [16, -26],
          [-10, -32],
        ]),
        cut,
      )
      plate.block(polygon([[38, 8], [56, 20], [52, 34], [34, 22]]), cut * 0.6)
      strands(
        plate, [[[-22, -44], [4, -54], [26, -44]], [[-12, -38], [16, -44], [36, -24]], [[24, -34], [38, -14], [38, 8]]],
        width,
      )
      return
    }
    case 'veil': {
      const cloth = view === 'profile'
        ? blob([
          [-26, -30], [-24, -52], [4, -60], [40, -50], [50, -10], [52, 40], [66, 74], [-8, 76], [-18, 56], [4, 36], [-8, 4],
          [-14, -24],
        ])
        : blob([[-40, -10], [-32, -50], [0, -62], [32, -50], [42, -10], [42, 36], [54, 74], [-54, 74], [-42, 36]])
      // Runs the other way round than the cloth, and so leaves the face free.
      const face = 'M0,-36C-18,-36 -28,-22 -28,-4C-28,20 -16,42 0,46C16,42 28,20 28,-4C28,-22 18,-36 0,-36Z'
      plate.block(view === 'front' ? cloth + face : cloth, cut)
      strands(plate, [[[20, -50], [40, -10], [38, 40]], [[30, -44], [46, -4], [48, 50]], [[8, 56], [24, 50], [40, 60]]], width)
      return
    }
    case 'hairnet': {
      plate.block(
        blob([[-36 + lift, -20], [-34, -46], [-8, -60], [24, -58], [44, -34], [42, 2], [30, 14], [24, -14], [-6, -28]]),
        cut,
      )
      for (const x of [-24, -10, 4, 18, 32]) plate.line([[x - 6, -32], [x + 2, -46], [x + 4, -56]], width * 0.8)
      plate.line([[-30, -36], [4, -48], [38, -26]], width * 0.8)
    }
  }
}

function drawLoose(plate: Plate, look: Head, cut: number, width: number): void {
  const { view = 'front', hair } = look
  if (hair === 'bun') {
    plate.block(view === 'profile' ? ellipse(46, -26, 15, 14) : ellipse(2, -64, 17, 14), cut)
    plate.line(view === 'profile' ? [[38, -32], [48, -34], [54, -24]] : [[-8, -66], [2, -72], [12, -66]], width)
  }
  const mass: Record<View, Point[]> = {
    profile: [
      [-30, -27], [-24, -50], [2, -60], [32, -54], [47, -24], [44, 10], [34, 30], [27, 10], [20, -16], [4, -22], [-12, -34],
    ],
    front: [[-38, -8], [-38, -36], [-18, -58], [14, -60], [38, -38], [38, -8], [32, -22], [16, -36], [-10, -32], [-30, -20]],
    back: [[-39, -6], [-38, -38], [-18, -60], [18, -60], [38, -38], [39, -6], [30, 22], [0, 30], [-30, 22]],
  }
  if (hair === 'long') {
    plate.block(view === 'profile'
      ? blob([[14, -20], [40, -30], [50, 10], [52, 56], [30, 70], [18, 40]])
      : blob(view === 'back' ? [
        [-40, -10], [0, -30], [40, -10], [46, 60], [0, 76], [-46, 60],
      ] : [[28, -30], [40, -16], [48, 56], [26, 62], [32, 20]]), cut)
    if (view === 'front') plate.block(blob([[-28, -30], [-40, -16], [-48, 56], [-26, 62], [-32, 20]]), cut)
  }
  if (hair === 'curly') {
    const around: Point[] = []
    for (let turn = 0; turn < 14; turn++) {
      const angle = (150 + turn * 240 / 13) * Math.PI / 180
      const reach = turn % 2 ? 53 : 45
      around.push([4 + Math.cos(angle) * reach, -16 + Math.sin(angle) * reach * 0.92])
    }
    plate.block(blob([...around, [28, 4], [26, -18], [-2, -32], [-28, -16]]), cut)
    if (view === 'back') plate.fill(ellipse(0, -10, 40, 40))
    for (const [x, y] of [[-30, -36], [-12, -50], [10, -52], [30, -40], [40, -18], [-2, -40], [20, -32]] as const) {
      plate.line([[x - 5, y + 3], [x, y - 4], [x + 5, y + 2]], width)
    }
    return
  }
  plate.block(blob(mass[view]), cut)
  const lines: Record<View, Point[][]> = {
    profile: [
      [[-20, -40], [6, -52], [30, -42]], [[-8, -36], [14, -42], [34, -20]], [[16, -50], [36, -30], [38, 0]],
      [[8, -30], [26, -24], [32, 8]],
    ],
    front: [[[-30, -34], [-14, -50], [8, -52]], [[-24, -28], [-4, -42], [20, -46]], [[4, -42], [24, -38], [34, -20]]],
    back: [
      [[-30, -20], [-28, -40], [-12, -54]], [[-22, 6], [-24, -20], [-8, -50]], [[-10, 20], [-8, -20], [0, -52]],
      [[8, 20], [10, -20], [8, -52]], [[24, 6], [26, -20], [16, -50]],
    ],
  }
  strands(plate, lines[view], width)
}

export interface Hand {
  /** The wrist. */
  at: Point
  /** Wrist to the tip of the middle finger, in pixels. */
  size: number
  /** Degrees; 0 points up. */
  turn?: number
  flip?: boolean
  pose?: 'open' | 'grip'
  skin?: number
  light?: 'left' | 'right'
}

/** Draws a hand, open with five fingers, or closed around something. */
export function hand(plate: Plate, { at, size, turn = 0, flip = false, pose = 'open', skin = 1, light = 'left' }: Hand): void {
  const scale = size / 100
  const cut = 4.5 / scale
  const gap = Math.max(5, 1100 / size)
  const side = (light === 'right') === flip ? 0 : 180
  const carve = (path: string, field: readonly [number, number, number, number]) =>
    plate.carve(path, { field, angle: 80, gap, grain: 0.6, tone: lightFrom(field, side, skin * 1.6) })
  plate.at(at, [flip ? -scale : scale, scale], () => {
    if (pose === 'open') {
      const fingers: [Point, Point, Point][] = [
        [[-17, -44], [-25, -68], [-30, -86]], [[-6, -48], [-8, -78], [-9, -99]], [[6, -48], [9, -76], [11, -95]],
        [[16, -42], [24, -62], [29, -78]],
      ]
      const thumb = limb([[16, -14, 17], [33, -30, 14], [43, -48, 9]])
      plate.block(thumb, cut)
      carve(thumb, [14, -50, 32, 40])
      const palm = blob([[-14, 6], [-22, -18], [-24, -46], [-8, -54], [10, -54], [22, -44], [22, -18], [14, 6]])
      plate.block(palm, cut)
      for (const [from, middle, to] of fingers) {
        const finger = limb([[...from, 13], [...middle, 12], [...to, 8]])
        plate.block(finger, cut * 0.7)
        carve(finger, [Math.min(from[0], to[0]) - 7, -100, Math.abs(from[0] - to[0]) + 15, 60])
      }
      carve(palm, [-24, -56, 48, 62])
      plate.fill(gouge([[-16, -38], [0, -34], [18, -40]], 3))
      plate.fill(gouge([[-12, -28], [2, -22], [10, -6]], 3))
    } else {
      const fist = blob([[-14, 8], [-30, -14], [-30, -40], [-12, -50], [18, -46], [28, -26], [16, 6]])
      plate.block(fist, cut)
      carve(fist, [-30, -60, 60, 68])
      for (const x of size > 90 ? [-14, 0, 14] : [-5]) plate.fill(gouge([[x, -45], [x - 1, -38], [x - 2, -29]], 4))
      const thumb = limb([[24, -14, 16], [8, -24, 15], [-12, -24, 11]])
      plate.block(thumb, cut * 0.6)
      carve(thumb, [-16, -34, 46, 26])
    }
  }, turn)
}

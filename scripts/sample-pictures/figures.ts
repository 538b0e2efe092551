/** People: seen from behind in a crowd, from the waist up, standing, at work. */
import { lightFrom } from './carve.ts'
import { hand, head, neck as drawNeck } from './heads.ts'
import type { Hair, Hand, Head } from './heads.ts'
import { blob, gouge, limb, polygon } from './lines.ts'
import type { Point } from './lines.ts'
import { chance } from './chance.ts'
import type { Plate } from './plate.ts'

type Side = 'left' | 'right'

/** A bust: head, shoulders and chest, down to `bottom`. Without arms. */
export interface Bust extends Omit<Head, 'at'> {
  /** Middle of the neck's foot. */
  at: Point
  /** Where the body ends, in pixels from the top of the picture. */
  bottom: number
  /** Width of the shoulders in heads. */
  broad?: number
  /** How light the clothes are cut, 0 to 1.2. */
  cloth?: number
  dress?: 'coat' | 'apron' | 'vest' | 'plain'
}

/** Draws shoulders, chest and head. */
export function bust(plate: Plate, look: Bust): void {
  const {
    at: [x, y], size, bottom, broad = 2.05, cloth = 0.6, view = 'front', dress = 'plain', light = 'left', seed = 1, flip,
  } = look
  const half = size * broad / 2 * (view === 'profile' ? 0.78 : 1)
  const neck = size * 0.17
  const body = blob([
    [x - neck, y - size * 0.04], [x - half * 0.5, y + size * 0.1], [x - half * 0.84, y + size * 0.2], [x - half, y + size * 0.5],
    [x - half * 0.94, bottom], [x + half * 0.94, bottom], [x + half, y + size * 0.5], [x + half * 0.84, y + size * 0.2],
    [x + half * 0.5, y + size * 0.1], [x + neck, y - size * 0.04],
  ])
  const field = [x - half, y - size * 0.1, half * 2, Math.max(size, bottom - y)] as const
  const lean = view === 'profile' ? (flip ? size * 0.14 : -size * 0.14) : 0
  const above: Head = { ...look, at: [x + lean, y - size * 0.52] }
  drawNeck(plate, above, [x, y])
  if (view === 'back') head(plate, above)
  plate.block(body, 6)
  const gap = Math.max(13, size / 15)
  plate.carve(body, {
    field, angle: light === 'left' ? 68 : 112, gap, bow: light === 'left' ? -size * 0.2 : size * 0.2, seed,
    tone: lightFrom(field, light === 'left' ? 0 : 180, cloth * 1.5),
  })
  plate.inside(body, () => {
    const thick = Math.max(4, size * 0.045)
    if (dress === 'coat' && view !== 'back') {
      plate.fill(polygon([
        [x, y + size * 0.7], [x - neck * 1.9, y - size * 0.02], [x - neck * 2.6, y + size * 0.2],
        [x - neck * 1.2, y + size * 0.62],
      ]))
      plate.fill(polygon([
        [x, y + size * 0.7], [x + neck * 1.9, y - size * 0.02], [x + neck * 2.6, y + size * 0.2],
        [x + neck * 1.2, y + size * 0.62],
      ]))
      plate.line([[x - neck * 1.8, y + size * 0.02], [x - neck, y + size * 0.4], [x, y + size * 0.72], [x, bottom]], thick)
      plate.line([[x + neck * 1.8, y + size * 0.02], [x + neck, y + size * 0.4], [x, y + size * 0.72]], thick)
    } else if (dress === 'vest') {
      const strap = (side: number) => polygon([
        [x + side * neck * 1.6, y - size * 0.1], [x + side * neck * 2.9, y - size * 0.1], [x + side * half * 0.66, bottom],
        [x + side * half * 0.4, bottom],
      ])
      plate.fill(strap(-1), 'red')
      plate.fill(strap(1), 'red')
    } else if (dress === 'apron') {
      plate.fill(
        polygon([
          [x - half * 0.5, y + size * 0.5], [x + half * 0.5, y + size * 0.5], [x + half * 0.72, bottom],
          [x - half * 0.72, bottom],
        ]),
        'paper',
      )
      plate.fill(gouge(
        [[x - half * 0.2, y + size * 0.8], [x - half * 0.25, bottom - size * 0.2], [x - half * 0.3, bottom]], thick,
      ))
      plate.fill(gouge(
        [[x + half * 0.25, y + size * 0.7], [x + half * 0.3, bottom - size * 0.2], [x + half * 0.34, bottom]], thick,
      ))
    }
    for (const side of [-1, 1]) {
      const sleeve: Point[] = [
        [x + side * half * 0.66, y + size * 0.5], [x + side * half * 0.6, y + size * 0.9], [x + side * half * 0.64, bottom],
      ]
      plate.fill(gouge(sleeve, thick * 1.3), (side < 0) === (light === 'left') ? 'ink' : 'paper')
    }
  })
  if (view !== 'back') head(plate, above)
  else plate.line([[x - neck * 2, y + size * 0.02], [x, y + size * 0.1], [x + neck * 2, y + size * 0.02]], size * 0.05)
}

/** Points of an arm or a leg: shoulder to hand, hip to foot. */
type Joints = readonly [Point, Point, Point]

/** Draws an arm with its sleeve, and the hand at its end. */
export function arm(
  plate: Plate, joints: Joints, thick: number,
  look: { cloth?: number; light?: Side; hand?: Partial<Hand>; bare?: boolean; skin?: number } = {},
): void {
  const { cloth = 0.6, light = 'left', skin = 1, bare = false } = look
  const [shoulder, elbow, wrist] = joints
  const turn = Math.atan2(wrist[0] - elbow[0], elbow[1] - wrist[1]) * 180 / Math.PI
  const fore = limb([
    [...elbow, thick * 0.86], [(elbow[0] + wrist[0]) / 2, (elbow[1] + wrist[1]) / 2, thick * 0.76], [...wrist, thick * 0.5],
  ])
  const down = (part: number): Point => [
    shoulder[0] + (elbow[0] - shoulder[0]) * part, shoulder[1] + (elbow[1] - shoulder[1]) * part,
  ]
  // It begins high and narrow, as a sleeve's seam does: a round end would look like a doll's joint.
  const upper = limb([
    [shoulder[0], shoulder[1] - thick * 0.5, thick * 0.42], [...down(0.2), thick * 0.96], [...down(0.6), thick * 1.02],
    [...elbow, thick * 0.9],
  ])
  hand(plate, { at: wrist, size: thick * 2, turn, skin, light, pose: 'grip', ...look.hand })
  plate.block(fore, 5)
  plate.block(upper, 5)
  // Both once more without their white lines: the arm is one piece, and only a black crease stays at the elbow.
  plate.fill(fore)
  carveLimb(plate, fore, [elbow, wrist], thick, bare ? skin : cloth, light)
  plate.fill(upper)
  carveLimb(plate, upper, [shoulder, elbow], thick, cloth, light)
}

function carveLimb(
  plate: Plate, path: string, [from, to]: readonly [Point, Point], thick: number, tone: number, light: Side,
): void {
  const left = Math.min(from[0], to[0]) - thick / 2
  const top = Math.min(from[1], to[1]) - thick / 2
  const field = [left, top, Math.abs(from[0] - to[0]) + thick, Math.abs(from[1] - to[1]) + thick] as const
  const along = Math.atan2(to[1] - from[1], to[0] - from[0]) * 180 / Math.PI
  // The lit side of a limb is the one across its length that faces the light.
  const across = Math.cos((along + 90) * Math.PI / 180) > 0 === (light === 'left') ? along + 90 : along - 90
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  const strip = [middle[0] - thick / 2, middle[1] - thick / 2, thick, thick] as const
  plate.carve(path, { field, angle: along + 70, gap: Math.max(9, thick / 7), tone: lightFrom(strip, across, tone * 1.5) })
}

interface Person extends Omit<Head, 'at' | 'size'> {
  /** Between the feet, on the ground. */
  at: Point
  height: number
  dress?: 'trousers' | 'skirt' | 'coat' | 'apron'
  cloth?: number
  /** Elbow and hand of each arm, from between the feet in heights; x to the right, y up. The first arm is behind the body. */
  arms?: readonly [readonly [Point, Point], readonly [Point, Point]]
  /** Knee and foot of each leg, likewise. */
  legs?: readonly [readonly [Point, Point], readonly [Point, Point]]
  /** Hips and neck, likewise. */
  hips?: Point
  neck?: Point
}

/** Draws a whole person. Poses are given in heights, so that one pose fits every size. */
export function person(plate: Plate, look: Person): void {
  const {
    at: [x, y], height, view = 'front', light = 'left', cloth = 0.5, dress = 'trousers', skin = 1, flip = false, seed = 1,
  } = look
  const mirror = flip ? -1 : 1
  const place = ([across, up]: Point): Point => [x + across * height * mirror, y - up * height]
  const hips = look.hips ?? [0, 0.5]
  const neck = look.neck ?? [0, 0.84]
  const spread = view === 'profile' ? 0.06 : 0.125
  const legs = look.legs ?? [[[-0.05, 0.26], [-0.06, 0.02]], [[0.06, 0.26], [0.08, 0.02]]]
  const arms = look.arms ?? [[[-0.155, 0.64], [-0.13, 0.47]], [[0.155, 0.64], [0.14, 0.47]]]
  const size = height * 0.155
  const thick = height * 0.075
  const shoulder = (side: number): Point => [neck[0] + side * spread * 0.86, neck[1] - 0.06]
  const drawArm = (index: 0 | 1) => arm(plate, [
    place(shoulder(index === 0 ? -1 : 1)), place(arms[index][0]), place(arms[index][1]),
  ], thick, {
    cloth, light, skin, hand: { flip: index === 0 },
  })

  if (dress !== 'skirt') {
    for (const [index, [knee, foot]] of legs.entries()) {
      const from = place([hips[0] + (index === 0 ? -0.04 : 0.04), hips[1]])
      const [bend, end] = [place(knee), place(foot)]
      const toe = end[0] + height * 0.07 * (view === 'profile' ? -mirror : index === 0 ? -0.8 : 0.8)
      const leg = limb([[...from, thick * 1.75], [...bend, thick * 1.35], [...end, thick * 1.1]])
      plate.block(leg, 5)
      const field = [
        Math.min(from[0], bend[0], end[0]) - thick / 2, from[1], thick + Math.abs(from[0] - end[0]), end[1] - from[1],
      ] as const
      plate.carve(leg, {
        field, angle: light === 'left' ? 62 : 118, gap: Math.max(9, thick / 6), seed,
        tone: lightFrom(field, light === 'left' ? 0 : 180, cloth * 1.1),
      })
      plate.block(blob([[end[0] - thick * 0.5, end[1] - thick * 0.2], [end[0] + thick * 0.5, end[1] - thick * 0.2], [
        Math.max(toe, end[0] + thick * 0.5), end[1] + height * 0.02,
      ],
        [Math.min(toe, end[0] - thick * 0.5), end[1] + height * 0.02]]), 4)
    }
  }
  drawArm(0)
  const hem = dress === 'skirt' ? 0.12 : dress === 'coat' ? 0.3 : hips[1] - 0.04
  const wide = dress === 'skirt' ? 0.17 : dress === 'coat' ? 0.15 : 0.1
  const torso = blob([
    place([neck[0] - 0.035, neck[1] + 0.01]), place([neck[0] - spread * 1.05, neck[1] - 0.035]),
    place([(neck[0] + hips[0]) / 2 - spread * 0.95, (neck[1] + hips[1]) / 2]),
    place([hips[0] - 0.09, hips[1]]), place([hips[0] - wide, hem]), place([hips[0] + wide, hem]),
    place([hips[0] + 0.09, hips[1]]),
    place([(neck[0] + hips[0]) / 2 + spread * 0.95, (neck[1] + hips[1]) / 2]),
    place([neck[0] + spread * 1.05, neck[1] - 0.035]), place([neck[0] + 0.035, neck[1] + 0.01]),
  ])
  const [neckX, neckY] = place(neck)
  const above: Head = { ...look, at: [neckX - (view === 'profile' ? mirror * size * 0.14 : 0), neckY - size * 0.5], size }
  drawNeck(plate, above, [neckX, neckY])
  plate.block(torso, 5)
  const [left, top] = place([Math.min(neck[0], hips[0]) * mirror - Math.max(wide, spread), neck[1]])
  const field = [
    Math.min(left, x - Math.max(wide, spread) * height), top, Math.max(wide, spread) * 2 * height, (neck[1] - hem) * height,
  ] as const
  plate.carve(torso, {
    field, angle: light === 'left' ? 70 : 110, gap: Math.max(9, thick / 5), seed,
    bow: light === 'left' ? -thick * 0.5 : thick * 0.5, tone: lightFrom(field, light === 'left' ? 0 : 180, cloth * 1.45),
  })
  if (dress === 'apron') {
    const bib = blob([
      place([hips[0] - 0.05, neck[1] - 0.13]), place([hips[0] + 0.05, neck[1] - 0.13]),
      place([hips[0] + 0.1, hips[1] - 0.2]), place([hips[0] - 0.1, hips[1] - 0.2]),
    ])
    plate.block(bib, 4, 'paper')
    plate.inside(
      bib,
      () => plate.line(
        [place([hips[0] + 0.03, neck[1] - 0.2]), place([hips[0] + 0.04, hips[1]]), place([hips[0] + 0.05, hips[1] - 0.2])],
        thick * 0.16, 'ink',
      ),
    )
  }
  head(plate, above)
  drawArm(1)
}

/** A row of people seen from behind, in caps, scarves and bare heads, none like the next. */
export function rowFromBehind(
  plate: Plate, { from, to, y, size, bottom, light = 'left', cloth = 0.35, seed }: {
    from: number; to: number; y: number; size: number; bottom: number; light?: Side; cloth?: number; seed: number
  },
): void {
  const luck = chance(seed)
  const kinds: [Hair, ...Hair[]] = [
    'cap', 'beanie', 'short', 'hardhat', 'bun', 'cap', 'curly', 'scarf', 'short', 'hardhat', 'long',
  ]
  let last: Hair = 'bald'
  for (let x = from; x < to; x += size * luck.between(1.5, 1.95)) {
    let hair = luck.pick(kinds)
    if (hair === last) hair = luck.pick(kinds)
    last = hair
    const tall = luck.between(-0.3, 0.22)
    bust(plate, {
      at: [x, y + tall * size], size: size * luck.between(0.92, 1.08), bottom, view: 'back', hair, light, flip: luck.next() < 0.5,
      skin: luck.between(0.45, 0.9), cloth: cloth * luck.between(0.6, 1.5), broad: luck.between(1.75, 2.2),
      seed: Math.floor(luck.next() * 1e6),
    })
  }
}

/** A point of a drawing in pixels, y downwards. */
export type Point = readonly [x: number, y: number]

/** A point of a cut and how wide the gouge is there. */
export type Cut = readonly [x: number, y: number, width: number]

const round = (value: number) => Math.round(value * 10) / 10

/** A closed shape with straight edges, as SVG path data. */
export function polygon(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${round(x)},${round(y)}`).join('L')}Z`
}

export function rectangle(x: number, y: number, width: number, height: number): string {
  return polygon([[x, y], [x + width, y], [x + width, y + height], [x, y + height]])
}

export function ellipse(x: number, y: number, across: number, down: number = across): string {
  return polygon(Array.from({ length: 40 }, (_, step): Point => {
    const turn = step * Math.PI / 20
    return [x + across * Math.cos(turn), y + down * Math.sin(turn)]
  }))
}

/** A closed shape through the points with soft corners, as SVG path data: a Catmull-Rom spline. */
export function blob(points: readonly Point[]): string {
  return polygon(along(points, true))
}

/** A stroke through the points that swells and tapers as its widths say. */
export function ribbon(cuts: readonly Cut[]): string {
  const left: Point[] = []
  const right: Point[] = []
  cuts.forEach(([x, y, width], index) => {
    const [fromX, fromY] = cuts[index - 1] ?? cuts[index]!
    const [toX, toY] = cuts[index + 1] ?? cuts[index]!
    const length = Math.hypot(toX - fromX, toY - fromY) || 1
    const acrossX = -(toY - fromY) / length * width / 2
    const acrossY = (toX - fromX) / length * width / 2
    left.push([x + acrossX, y + acrossY])
    right.unshift([x - acrossX, y - acrossY])
  })
  return polygon([...left, ...right])
}

/** A soft stroke through the points: pointed at both ends and fullest in the middle, as a gouge leaves it. */
export function gouge(points: readonly Point[], width: number): string {
  const soft = along(points, false)
  const last = soft.length - 1
  return ribbon(soft.map(([x, y], index) => [x, y, width * Math.min(1, 0.12 + 2.4 * Math.min(index, last - index) / last)]))
}

/** A soft limb through points with widths: an arm, a leg, a rope, a hose. */
export function limb(cuts: readonly Cut[]): string {
  const centre = along(cuts.map(([x, y]) => [x, y] as const), false)
  const steps = (centre.length - 1) / (cuts.length - 1)
  const strokes = centre.map(([x, y], index) => {
    const from = cuts[Math.floor(index / steps)]!
    const to = cuts[Math.ceil(index / steps)] ?? from
    const part = index / steps - Math.floor(index / steps)
    return [x, y, from[2] * (1 - part) + to[2] * part] as const
  })
  return ribbon([...roundEnd(strokes[0]!, strokes[1]!).reverse(), ...strokes, ...roundEnd(strokes.at(-1)!, strokes.at(-2)!)])
}

/** What makes a stroke end round: narrowing points beyond `end`, away from `inner`. */
function roundEnd([x, y, width]: Cut, [innerX, innerY]: Cut): Cut[] {
  const length = Math.hypot(x - innerX, y - innerY) || 1
  return [0.5, 0.8, 0.95].map((out) => [
    x + (x - innerX) / length * out * width / 2, y + (y - innerY) / length * out * width / 2, width * Math.sqrt(1 - out * out),
  ] as const)
}

const steps = 8

function along(points: readonly Point[], closed: boolean): Point[] {
  const count = points.length
  const at = (index: number) => points[closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index))]!
  const soft: Point[] = []
  for (let index = 0; index < (closed ? count : count - 1); index++) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    for (let step = 0; step < steps; step++) {
      const t = step / steps
      const spline = (a: number, b: number, c: number, d: number) =>
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
      soft.push([spline(before[0], from[0], to[0], after[0]), spline(before[1], from[1], to[1], after[1])])
    }
  }
  if (!closed) soft.push(points[count - 1]!)
  return soft
}

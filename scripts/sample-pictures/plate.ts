/** The printing block: shapes laid over one another in black, paper and red, and pulled as one print. */
import { hatch } from './carve.ts'
import type { Hatching } from './carve.ts'
import { gouge, rectangle } from './lines.ts'
import type { Point } from './lines.ts'
import { tremble } from './tremble.ts'

const colors = { ink: '#17130f', paper: '#f4efe4', red: '#d7261e' }

export type Color = keyof typeof colors

export interface Plate {
  /** A flat shape. */
  fill(path: string, color?: Color): void
  /** A shape cut free from what lies behind it by a white line around it. */
  block(path: string, cut?: number, color?: Color): void
  /** Hatching inside a shape, in paper unless another color is asked for; a thin black edge stays. */
  carve(path: string, hatching: Hatching, color?: Color): void
  /** Marks of the gouge, as carve.ts answers them: they are rough already. */
  marks(path: string, color?: Color): void
  /** One line of the gouge through the points. */
  line(points: readonly Point[], width: number, color?: Color): void
  /** Draws moved, scaled and, with a negative scale, mirrored. */
  at(origin: Point, scale: number | readonly [number, number], draw: () => void, turn?: number): void
  /** Draws only inside a shape. */
  inside(path: string, draw: () => void): void
  /** The finished print. */
  toSvg(): string
}

/** A block that nothing is cut from yet, size in pixels: it prints black, and light is cut out of the dark. */
export function openPlate(width: number, height: number): Plate {
  const parts: string[] = []
  let clips = 0
  let unit = 1
  const clipped = (path: string, draw: () => void) => {
    const id = `c${clips++}`
    parts.push(`<clipPath id="${id}"><path d="${tremble(path, unit)}"/></clipPath><g clip-path="url(#${id})">`)
    draw()
    parts.push('</g>')
  }
  const plate: Plate = {
    fill(path, color = 'ink') {
      parts.push(`<path d="${tremble(path, unit)}" fill="${colors[color]}"/>`)
    },
    block(path, cut = 7, color = 'ink') {
      const free = `stroke="${colors.paper}" stroke-width="${cut * 2}" stroke-linejoin="round" paint-order="stroke"`
      const shape = tremble(path, unit)
      parts.push(`<path d="${shape}" fill="${colors[color]}" ${free}/>`)
      // White on white would be lost: a black line holds it.
      if (color === 'paper') parts.push(`<path d="${shape}" fill="none" stroke="${colors.ink}" stroke-width="${9 * unit}"/>`)
    },
    carve(path, hatching, color = 'paper') {
      clipped(path, () => {
        parts.push(`<path d="${hatch(hatching)}" fill="${colors[color]}"/>`)
        parts.push(`<path d="${tremble(path, unit)}" fill="none" stroke="${colors.ink}" stroke-width="${10 * unit}"/>`)
      })
    },
    marks(path, color = 'paper') {
      parts.push(`<path d="${path}" fill="${colors[color]}"/>`)
    },
    line(points, lineWidth, color = 'paper') {
      plate.fill(gouge(points, lineWidth), color)
    },
    at([x, y], scale, draw, turn = 0) {
      const [across, down] = typeof scale === 'number' ? [scale, scale] : scale
      parts.push(`<g transform="translate(${x} ${y}) rotate(${turn}) scale(${across} ${down})">`)
      unit /= Math.abs(down)
      draw()
      unit *= Math.abs(down)
      parts.push('</g>')
    },
    inside: clipped,
    toSvg: () => [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
      `<rect width="${width}" height="${height}" fill="${colors.ink}"/>`,
      ...parts,
      `<path fill="${colors.paper}" d="M-9,-9V${height + 9}H${width + 9}V-9Z${tremble(window(width, height), 1)}"/>`,
      '</svg>',
    ].join(''),
  }
  return plate
}

// What the paper's margin leaves free of the block.
function window(width: number, height: number): string {
  const margin = Math.round(Math.min(width, height) * 0.014)
  return rectangle(margin, margin, width - 2 * margin, height - 2 * margin)
}

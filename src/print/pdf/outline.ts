/** The shape of a letter, for what is drawn and not said: drop caps. */
import type { Font } from 'fontkit'

/** A pen's step from where it stands, in em, y upwards: `m` lifts it, `l` is straight, `c` a cubic curve, `h` closes the shape. */
export interface Stroke {
  operator: 'm' | 'l' | 'c' | 'h'
  points: number[]
}

/** The shape of one letter at 1 pt of size. */
export function outlineOf(font: Font, letter: string): Stroke[] {
  const units = font.unitsPerEm
  let pen = [0, 0]
  return font.layout(letter).glyphs[0]!.path.commands.map(({ command, args }): Stroke => {
    const points = args.map((value) => value / units)
    const from = pen
    if (points.length > 0) pen = points.slice(-2)
    switch (command) {
      case 'moveTo': return { operator: 'm', points }
      case 'lineTo': return { operator: 'l', points }
      case 'bezierCurveTo': return { operator: 'c', points }
      case 'quadraticCurveTo': {
        // The cubic curve with the same shape: its handles stand two thirds of the way to the quadratic's one.
        const towards = (end: number[]) => end.map((value, axis) => value + (2 / 3) * (points[axis]! - value))
        return { operator: 'c', points: [...towards(from), ...towards(pen), ...pen] }
      }
      case 'closePath': return { operator: 'h', points: [] }
    }
  })
}

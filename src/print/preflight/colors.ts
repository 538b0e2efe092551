/** Colours of a PDF as preflight sees them. Source: ISO 32000-1, 8.6. */
import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib'
import type { PDFObject } from '@cantoo/pdf-lib'
import type { Color, ColorKind } from './pressFile.ts'
import { listOf, nameOf, textOf, valueOf } from './streams.ts'

/** A colour space: its kind, its inks when it is a spot's, and how many components a colour in it has. */
export interface Space {
  kind: ColorKind
  spots: string[]
  components: number
}

export const gray: Space = { kind: 'gray', spots: [], components: 1 }
export const rgb: Space = { kind: 'rgb', spots: [], components: 3 }
export const cmyk: Space = { kind: 'cmyk', spots: [], components: 4 }

/** The space of an object of the file: a name, or an array that begins with one. `resources` names a page's own spaces. */
export function spaceOf(object: PDFObject | undefined, resources: PDFDict | undefined): Space {
  if (object instanceof PDFName) {
    const own = valueOf(valueOf(resources, 'ColorSpace') as PDFDict | undefined, object.decodeText())
    if (own && own !== object) return spaceOf(own, undefined)
  }
  const [head, ...rest] = object instanceof PDFArray ? listOf(object) : [object]
  switch (nameOf(head)) {
    case 'DeviceGray': case 'G': return gray
    case 'DeviceRGB': case 'RGB': return rgb
    case 'DeviceCMYK': case 'CMYK': return cmyk
    case 'Separation': return { kind: 'spot', spots: [nameOf(rest[0]) ?? ''], components: 1 }
    case 'DeviceN': {
      const spots = listOf(rest[0]).map((each) => nameOf(each) ?? '')
      return { kind: 'spot', spots, components: spots.length }
    }
    case 'ICCBased': return { kind: 'icc', spots: [], components: 3 }
    case 'Lab': return { kind: 'lab', spots: [], components: 3 }
    case 'CalRGB': case 'CalGray': return { kind: 'calibrated', spots: [], components: 3 }
    case 'Indexed': case 'I': return spaceOf(rest[0], resources)
    case 'Pattern': return { kind: 'pattern', spots: [], components: 0 }
    default: return object === undefined ? gray : { kind: 'calibrated', spots: [textOf(head) ?? ''], components: 0 }
  }
}

/** The colour that a new space begins with: black, or full ink. */
export function firstColor(space: Space): Color {
  const values = space.kind === 'cmyk' ? [0, 0, 0, 1] : space.kind === 'spot' ? space.spots.map(() => 1) : [0, 0, 0].slice(0, space.components)
  return { kind: space.kind, spots: space.spots, values }
}

/** Process inks of a colour that says them: cyan, magenta, yellow, black, 0 to 1. undefined for the others. */
export function inksOf({ kind, values }: Color): [number, number, number, number] | undefined {
  if (kind === 'gray') return [0, 0, 0, 1 - (values[0] ?? 0)]
  return kind === 'cmyk' ? [values[0] ?? 0, values[1] ?? 0, values[2] ?? 0, values[3] ?? 0] : undefined
}

/** No ink at all. */
export function isWhite(color: Color): boolean {
  const inks = inksOf(color)
  if (inks) return inks.every((ink) => ink === 0)
  return color.kind === 'spot' ? color.values.every((tint) => tint === 0) : color.kind === 'rgb' && color.values.every((value) => value === 1)
}

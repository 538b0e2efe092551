/** A picture of a PDF, apart from where it is drawn. Source: ISO 32000-1, 8.9. */
import { PDFName } from '@cantoo/pdf-lib'
import type { PDFDict, PDFStream } from '@cantoo/pdf-lib'
import { firstColor, spaceOf } from './colors.ts'
import type { Picture } from './pressFile.ts'
import { contentsOf, filtersOf, listOf, numberOf, valueOf } from './streams.ts'
import type { Operand } from './tokens.ts'

export function readPicture(name: string, stream: PDFStream, resources: PDFDict | undefined): Picture {
  const { dict } = stream
  const isMask = String(valueOf(dict, 'ImageMask')) === 'true'
  return {
    name,
    width: numberOf(valueOf(dict, 'Width')) ?? 0,
    height: numberOf(valueOf(dict, 'Height')) ?? 0,
    // A stencil is painted in the colour of the page; it has none of its own.
    color: firstColor(spaceOf(isMask ? undefined : valueOf(dict, 'ColorSpace'), resources)),
    filters: filtersOf(dict),
    bits: isMask ? 1 : numberOf(valueOf(dict, 'BitsPerComponent')) ?? 8,
    inverted: numberOf(listOf(valueOf(dict, 'Decode'))[0]) === 1,
    bytes: contentsOf(stream) ?? new Uint8Array(),
  }
}

/** A picture that stands in the content itself; what it holds is not looked at. */
export function inlinePicture(entries: Operand | undefined, resources: PDFDict | undefined): Picture {
  const of = (short: string, long: string): Operand | undefined => entries instanceof Map ? entries.get(short) ?? entries.get(long) : undefined
  const space = of('CS', 'ColorSpace')
  const number = (value: Operand | undefined, usual: number): number => typeof value === 'number' ? value : usual
  const filters = [of('F', 'Filter') ?? []].flat()
  return {
    name: 'inline',
    width: number(of('W', 'Width'), 0),
    height: number(of('H', 'Height'), 0),
    color: firstColor(spaceOf(typeof space === 'string' ? PDFName.of(space.slice(1)) : undefined, resources)),
    filters: filters.flatMap((filter) => typeof filter === 'string' ? filter.slice(1) : []),
    bits: number(of('BPC', 'BitsPerComponent'), 8),
    inverted: false,
    bytes: new Uint8Array(),
  }
}

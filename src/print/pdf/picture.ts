/**
 * A finished JPEG as an object of the PDF. Its pixels go in as they are, its other segments do not: a camera, a place or a
 * program may speak there.
 */
import type { Objects, PdfObject } from './objects.ts'

/**
 * Fails on anything but a grey or CMYK JPEG; where colours are light, RGB is right too. The pictures' own stage has made it, so
 * anything else would be a fault of the program.
 */
export function embedPicture(given: Uint8Array, file: Pick<Objects, 'object'>, inLight: boolean): PdfObject {
  const jpeg = jpegOf(given)
  const space = jpeg.components === 3 && inLight ? 'DeviceRGB' : colorSpaces[jpeg.components]
  if (!space) throw new Error(`A press picture must be grey or CMYK; this one has ${jpeg.components} colour components`)
  const picture = file.object({
    Type: 'XObject', Subtype: 'Image', Width: jpeg.width, Height: jpeg.height, ColorSpace: space,
    BitsPerComponent: 8, Filter: 'DCTDecode',
  })
  // Programs that write Adobe's marker write CMYK upside down: 255 is no ink.
  if (jpeg.components === 4 && jpeg.adobe) picture.data.Decode = [1, 0, 1, 0, 1, 0, 1, 0]
  picture.end(jpeg.pieces)
  return picture
}

const colorSpaces: Record<number, string> = { 1: 'DeviceGray', 4: 'DeviceCMYK' }

interface Jpeg {
  width: number
  height: number
  components: number
  /** Whether Adobe's marker is there. */
  adobe: boolean
  /** Only what a decoder needs. */
  pieces: Uint8Array[]
}

/** A picture is taken apart once, however many files show it. */
function jpegOf(given: Uint8Array): Jpeg {
  let jpeg = jpegs.get(given)
  if (!jpeg) jpegs.set(given, (jpeg = parseJpeg(given)))
  return jpeg
}

const jpegs = new WeakMap<Uint8Array, Jpeg>()

/** Walks the segments up to the scan. Source: ITU-T T.81, annex B; Adobe's marker is in Adobe's technical note 5116. */
function parseJpeg(bytes: Uint8Array): Jpeg {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let frame: Pick<Jpeg, 'width' | 'height' | 'components'> | undefined
  let adobe = false
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) throw new Error('A press picture must be a JPEG')
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = view.getUint16(at)
    if (marker === 0xffda) {
      if (!frame) break
      return { ...frame, adobe, pieces: [...kept, bytes.subarray(at)] }
    }
    const end = at + 2 + view.getUint16(at + 2)
    if (isFrame(marker)) {
      frame = { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components: view.getUint8(at + 9) }
    }
    adobe ||= marker === adobeMarker
    if (!isApplication(marker) || marker === adobeMarker) kept.push(bytes.subarray(at, end))
    at = end
  }
  throw new Error('A press picture is cut off')
}

const adobeMarker = 0xffee

/** Start of frame, of any kind but the tables and the extension that share its numbers. */
function isFrame(marker: number): boolean {
  return marker >= 0xffc0 && marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc
}

/** Application data and comments. */
function isApplication(marker: number): boolean {
  return (marker >= 0xffe0 && marker <= 0xffef) || marker === 0xfffe
}

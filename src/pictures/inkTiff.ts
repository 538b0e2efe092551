/**
 * Bare inks as a TIFF in memory: the one way in which sharp takes four inks for four inks. Bare samples of four channels would be
 * red, green, blue and opacity to it. Source: TIFF 6.0, sections 2 and 16.
 */

/** Four inks as plain bytes, row by row: 0 is none, 255 all. */
export interface RawInks {
  width: number
  height: number
  bytes: Uint8Array
}

/** Uncompressed, in one strip, eight bits an ink, little-endian. */
export function toInkTiff({ width, height, bytes }: RawInks): Uint8Array {
  const bitsAt = headerLength + 2 + entryLength * entryCount + 4
  const pixelsAt = bitsAt + 8
  const entries: [tag: number, type: typeof short | typeof long, count: number, value: number][] = [
    [tags.imageWidth, long, 1, width],
    [tags.imageLength, long, 1, height],
    [tags.bitsPerSample, short, 4, bitsAt],
    [tags.compression, short, 1, 1],
    [tags.photometric, short, 1, separated],
    [tags.stripOffsets, long, 1, pixelsAt],
    [tags.samplesPerPixel, short, 1, 4],
    [tags.rowsPerStrip, long, 1, height],
    [tags.stripByteCounts, long, 1, bytes.length],
  ]
  const tiff = Buffer.alloc(pixelsAt + bytes.length)
  tiff.write('II', 'latin1')
  tiff.writeUInt16LE(42, 2)
  tiff.writeUInt32LE(headerLength, 4)
  tiff.writeUInt16LE(entries.length, headerLength)
  for (const [i, [tag, type, count, value]] of entries.entries()) {
    const at = headerLength + 2 + entryLength * i
    tiff.writeUInt16LE(tag, at)
    tiff.writeUInt16LE(type, at + 2)
    tiff.writeUInt32LE(count, at + 4)
    // Little-endian, so a short that stands alone is a long with zeros behind it.
    tiff.writeUInt32LE(value, at + 8)
  }
  for (let ink = 0; ink < 4; ink++) tiff.writeUInt16LE(8, bitsAt + 2 * ink)
  tiff.set(bytes, pixelsAt)
  return tiff
}

const headerLength = 8
const entryLength = 12
const entryCount = 9
const short = 3
const long = 4
/** Photometric interpretation: inks, and unless another tag says otherwise they are cyan, magenta, yellow and black. */
const separated = 5

const tags = {
  imageWidth: 256, imageLength: 257, bitsPerSample: 258, compression: 259, photometric: 262, stripOffsets: 273, samplesPerPixel: 277,
  rowsPerStrip: 278, stripByteCounts: 279,
}

/**
 * Holds a press picture to the ink that its printer takes. Newsprint that is given more stays wet and soils the next page.
 */
import sharp from 'sharp'

/** Four inks as plain bytes, row by row: 0 is none, 255 all. */
export interface RawInks {
  width: number
  height: number
  bytes: Uint8Array
}

export interface InkLimit {
  /** Percent of all four inks together. */
  inkLimit: number
  pixelsPerInch: number
}

/** Less than a third of what printers' checks let pass (15 mm² in one place): single pixels are left as they are. */
const leastArea = 5

/**
 * The picture with cyan, magenta and yellow taken back where all inks are more than the limit; black keeps the drawing. undefined
 * when it is well as it is. What has been limited must not become a JPEG again, which would blur it over the limit.
 * @param jpeg a CMYK JPEG; its inks are read as they are, without any profile
 */
export async function limitInk(jpeg: Uint8Array, { inkLimit, pixelsPerInch }: InkLimit): Promise<RawInks | undefined> {
  const { data, info } = await sharp(jpeg).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer({ resolveWithObject: true })
  const most = (inkLimit * 255) / 100
  let over = 0
  for (let at = 0; at < data.length; at += 4) if (inkAt(data, at) > most) over++
  if (over * (25.4 / pixelsPerInch) ** 2 < leastArea) return undefined
  for (let at = 0; at < data.length; at += 4) {
    const excess = inkAt(data, at) - most
    if (excess <= 0) continue
    const black = data[at + 3]!
    const share = Math.max(0, most - black) / (excess + most - black)
    for (let ink = at; ink < at + 3; ink++) data[ink] = Math.floor(data[ink]! * share)
  }
  return { width: info.width, height: info.height, bytes: data }
}

function inkAt(inks: Uint8Array, at: number): number {
  return inks[at]! + inks[at + 1]! + inks[at + 2]! + inks[at + 3]!
}

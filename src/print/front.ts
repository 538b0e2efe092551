/** The front page as a picture, for the site and for passing on by message. */
import { toShared } from '../pictures/shared.ts'
import { rasterPage } from './pdf/raster.ts'

/** One file of the front picture; width and height in pixels. */
export interface FrontPicture {
  /** Relative to the output folder. */
  file: string
  bytes: Uint8Array
  width: number
  height: number
}

/** Wide enough to read headlines on a telephone. */
const frontWidth = 1080

/** PNG and WebP of page one of a finished PDF, named after it: `…-17-01-en-front.png`. */
export async function renderFront({ file, bytes, product }: { file: string; bytes: Uint8Array; product: string }): Promise<FrontPicture[]> {
  const { width, height, png, webp } = await toShared(await rasterPage(bytes, 1, frontWidth))
  const name = file.slice(0, -`${product}.pdf`.length)
  return [{ file: `${name}front.png`, bytes: png, width, height }, { file: `${name}front.webp`, bytes: webp, width, height }]
}

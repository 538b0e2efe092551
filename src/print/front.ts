/** The front page as a picture, for the site and for passing on by message. */
import { join } from 'node:path'
import { hashOf, openCache } from '../pictures/cache.ts'
import type { SharedPicture } from '../pictures/shared.ts'

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

/** Wide enough for a list of issues on a telephone, or of books in a reading program, which load a fifth of the bytes. */
const smallWidth = 360

/** Raise it whenever the pictures would look different: older entries of the cache are then left alone. */
const recipe = 'fronts-1'

/**
 * PNG and WebP of page one of a finished PDF, named after it: `…-17-01-en-front.png`, and both small, `…-front-360.webp`. To draw a
 * page costs more than to set it, so all are kept in the cache by the bytes of the PDF.
 */
export async function renderFront(pdf: { file: string; bytes: Uint8Array; product: string }, cacheFolder: string): Promise<FrontPicture[]> {
  const cache = openCache(join(cacheFolder, recipe))
  const key = hashOf(pdf.bytes)
  let drawing: Promise<SharedPicture> | undefined
  const draw = () => (drawing ??= drawFront(pdf.bytes))
  const png = await cache.keep(`${key}.png`, async () => (await draw()).png)
  const webp = await cache.keep(`${key}.webp`, async () => (await draw()).webp)
  const size = sizeOf(png)
  const smallSize = { width: smallWidth, height: Math.round(size.height * smallWidth / size.width) }
  const small = (type: 'webp' | 'png') => (
    cache.keep(`${key}-${smallWidth}.${type}`, async () => (await import('../pictures/shared.ts')).toSmall(png, smallSize, type))
  )
  const name = pdf.file.slice(0, -`${pdf.product}.pdf`.length)
  return [
    { file: `${name}front.png`, bytes: png, ...size },
    { file: `${name}front.webp`, bytes: webp, ...size },
    { file: `${name}front-${smallWidth}.webp`, bytes: await small('webp'), ...smallSize },
    { file: `${name}front-${smallWidth}.png`, bytes: await small('png'), ...smallSize },
  ]
}

/** What draws PDFs is large, and is loaded when there is one to draw. */
async function drawFront(pdf: Uint8Array): Promise<SharedPicture> {
  const [{ rasterPage }, { toShared }] = await Promise.all([import('./pdf/raster.ts'), import('../pictures/shared.ts')])
  return toShared(await rasterPage(pdf, 1, frontWidth))
}

/** Every PNG begins with its size. */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const head = new DataView(png.buffer, png.byteOffset, 24)
  return { width: head.getUint32(16), height: head.getUint32(20) }
}

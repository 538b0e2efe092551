import sharp from 'sharp'

/** A picture to be passed on: every program opens the PNG, the WebP is smaller. */
export interface SharedPicture {
  png: Uint8Array
  webp: Uint8Array
}

/** Few colours are enough for print in black and one colour, and make the PNG a third as large. */
const colors = 64

/** Makes a PNG small enough to be sent, and a WebP of it. Neither carries metadata. */
export async function toShared(png: Uint8Array): Promise<SharedPicture> {
  const picture = sharp(png, { failOn: 'error' }).flatten({ background: '#ffffff' })
  return {
    png: await picture.clone().png({ palette: true, colors, effort: 4, dither: 0 }).toBuffer(),
    webp: await picture.clone().webp({ quality: 80 }).toBuffer(),
  }
}

/** The same picture smaller, for where it is shown small: as a WebP, or as a PNG for programs that ask for one. */
export function toSmall(png: Uint8Array, size: { width: number; height: number }, type: 'webp' | 'png'): Promise<Uint8Array> {
  const small = sharp(png, { failOn: 'error' }).resize({ ...size, fit: 'fill' })
  return (type === 'webp' ? small.webp({ quality: 72 }) : small.png({ palette: true, colors, effort: 4, dither: 0 })).toBuffer()
}

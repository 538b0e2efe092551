import sharp from 'sharp'

/** How pages or screens are shown side by side. Lengths in pixels. */
export interface PaletteRequest {
  /** Height of the result without its edge. */
  height: number
  /** Space between two of them. */
  gap: number
  /** Colours of the palette; the fewer, the smaller the file. libvips knows no sizes between these. */
  colors: 2 | 4 | 16 | 256
}

/**
 * Sets pictures side by side, scaled to one height, within a thin grey edge, as a PNG of few colours: small enough to lie
 * beside a text in a repository. Takes the bytes of PNGs or JPEGs. Fails when one of them is neither.
 */
export async function toPalettePng(pictures: Uint8Array[], { height, gap, colors }: PaletteRequest): Promise<Uint8Array> {
  const scaled = await Promise.all(pictures.map((bytes) =>
    sharp(bytes).flatten({ background: paper }).resize({ height }).png().toBuffer({ resolveWithObject: true })))
  let width = 1 - gap
  const laid = scaled.map(({ data, info }) => {
    const left = width + gap
    width = left + info.width
    return { input: data, left, top: 1 }
  })
  return sharp({ create: { width: width + 1, height: height + 2, channels: 3, background: edge } })
    .composite(laid)
    .png({ palette: true, colors, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer()
}

const paper = '#ffffff'
const edge = '#b8b8b8'

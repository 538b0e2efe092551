/** The inks of a finished picture, read back for preflight. */
import sharp from 'sharp'

/** A picture as it stands in a PDF: a JPEG, or bare samples of eight bits. */
export interface InkedPicture {
  width: number
  height: number
  bytes: Uint8Array
  filters: string[]
  color: { kind: string }
  bits: number
  /** Whether the file that holds it exchanges 0 and full ink. */
  inverted: boolean
}

/**
 * Its samples: four inks a pixel, 255 is full ink; or one grey, 255 is white. undefined for what is neither grey nor in four
 * inks, or cannot be decoded.
 */
export async function readInks(picture: InkedPicture): Promise<{ data: Uint8Array; channels: 1 | 4 } | undefined> {
  const { width, height, bytes, color: { kind }, filters, bits, inverted } = picture
  const channels = kind === 'cmyk' ? 4 : kind === 'gray' ? 1 : undefined
  if (channels === undefined || bits !== 8) return undefined
  if (filters.at(-1) !== 'DCTDecode') {
    if (bytes.length < width * height * channels) return undefined
    return { data: inverted ? bytes.map((sample) => 255 - sample) : bytes, channels }
  }
  try {
    const { data, info } = await sharp(bytes).pipelineColourspace(channels === 4 ? 'cmyk' : 'b-w').toColourspace(channels === 4 ? 'cmyk' : 'b-w').raw().toBuffer({ resolveWithObject: true })
    if (info.channels !== channels || info.width !== width || info.height !== height) return undefined
    // libvips turns what Adobe's marker says is upside down; the PDF must say the same, or the picture prints as its negative.
    const isTurned = channels === 4 && hasAdobeMarker(bytes)
    return { data: isTurned === inverted ? data : data.map((sample) => 255 - sample), channels }
  } catch {
    return undefined
  }
}

function hasAdobeMarker(jpeg: Uint8Array): boolean {
  return Buffer.from(jpeg.buffer, jpeg.byteOffset, Math.min(jpeg.byteLength, 4096)).includes('Adobe')
}

/** A kind of picture file that the paper takes. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'svg'

const extensions: Record<string, PictureKind> = {
  jpg: 'jpeg', jpeg: 'jpeg', png: 'png', webp: 'webp', avif: 'avif', gif: 'gif', svg: 'svg',
}

/** The kind that a file's name promises, or undefined when the paper does not take such files. */
export function kindByName(file: string): PictureKind | undefined {
  return extensions[file.slice(file.lastIndexOf('.') + 1).toLowerCase()]
}

/** The kind that a file's first bytes show, whatever its name says, or undefined when it is none that the paper takes. */
export function kindByContent(bytes: Uint8Array): PictureKind | undefined {
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp'
  if (ascii(0, 4) === 'GIF8') return 'gif'
  // HEIC of a telephone is the same box format under another brand; the paper takes only AVIF of the family.
  if (ascii(4, 8) === 'ftyp' && /avi[fs]/.test(ascii(8, 32))) return 'avif'
  if (/<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 4096)))) return 'svg'
  return undefined
}

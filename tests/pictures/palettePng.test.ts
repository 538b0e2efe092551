import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { toPalettePng } from '../../src/pictures/palettePng.ts'

describe('toPalettePng', () => {
  test('sets pictures of different sizes side by side at one height, with a gap between them and an edge around', async () => {
    const made = await toPalettePng([await plain(40, 80, '#ff0000'), await plain(100, 40, '#0000ff')], { height: 40, gap: 6, colors: 4 })
    const { data, info } = await sharp(made).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]
    expect([info.width, info.height]).toEqual([1 + 20 + 6 + 100 + 1, 42])
    expect(at(0, 0)).toEqual([0xb8, 0xb8, 0xb8])
    expect(at(10, 20)).toEqual([255, 0, 0])
    expect(at(23, 20)).toEqual([0xb8, 0xb8, 0xb8])
    expect(at(80, 20)).toEqual([0, 0, 255])
  })

  test('writes a PNG with a palette of no more colours than were asked for', async () => {
    const gradient = await sharp(Buffer.from(Array.from({ length: 256 * 8 * 3 }, (_, byte) => Math.floor(byte / 3) % 256)), { raw: { width: 256, height: 8, channels: 3 } })
      .png().toBuffer()
    const made = await toPalettePng([gradient], { height: 8, gap: 0, colors: 16 })
    const { isPalette } = await sharp(made).metadata()
    const raw = await sharp(made).removeAlpha().raw().toBuffer()
    const colors = new Set(Array.from({ length: raw.length / 3 }, (_, pixel) => raw.subarray(pixel * 3, pixel * 3 + 3).join()))
    expect(isPalette).toBe(true)
    expect(colors.size).toBeLessThanOrEqual(16)
    expect(colors.size).toBeGreaterThan(8)
  })

  test('is the same bytes every time', async () => {
    const picture = await plain(30, 20, '#d7261e')
    const request = { height: 20, gap: 0, colors: 4 } as const
    expect(await toPalettePng([picture], request)).toEqual(await toPalettePng([picture], request))
  })

  test('fails for what is no picture', async () => {
    await expect(toPalettePng([new TextEncoder().encode('no picture')], { height: 20, gap: 0, colors: 4 })).rejects.toThrow()
  })
})

function plain(width: number, height: number, background: string): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } }).png().toBuffer()
}

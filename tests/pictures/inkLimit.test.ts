import sharp from 'sharp'
import { expect, test } from 'vitest'
import { toLimitedJpeg } from '../../src/pictures/inkLimit.ts'
import { toInkTiff } from '../../src/pictures/inkTiff.ts'
import type { RawInks } from '../../src/pictures/inkTiff.ts'

const width = 200
const height = 100
const heavy = [250, 240, 180, 120]
const light = [10, 40, 60, 5]

/** Inks by pixel. */
function inks(at: (x: number, y: number) => number[]): RawInks {
  const bytes = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) bytes.set(at(x, y), (y * width + x) * 4)
  return { width, height, bytes }
}

const read = async (picture: Uint8Array) => sharp(picture).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()
const sums = (bytes: Uint8Array) => Array.from({ length: bytes.length / 4 }, (_, at) => (bytes[4 * at]! + bytes[4 * at + 1]! + bytes[4 * at + 2]! + bytes[4 * at + 3]!) / 2.55)
/** Square millimetres of what is over the limit. */
const areaOver = (bytes: Uint8Array, limit: number, pixelsPerInch: number) => sums(bytes).filter((sum) => sum > limit).length * (25.4 / pixelsPerInch) ** 2

test('sharp reads the inks of a TIFF of ours as they are', async () => {
  let state = 7
  const given = inks(() => Array.from({ length: 4 }, () => (state = (state * 75 + 74) % 65537) & 255))
  const back = await sharp(toInkTiff(given)).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer({ resolveWithObject: true })
  expect(back.info).toMatchObject({ width, height, channels: 4 })
  expect(back.data.equals(given.bytes)).toBe(true)
})

test('takes colour back until the JPEG has no more ink than the limit, and leaves black alone', async () => {
  const jpeg = await toLimitedJpeg(inks(() => heavy), { inkLimit: 220, pixelsPerInch: 200 })
  expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', space: 'cmyk', width, height, chromaSubsampling: '4:4:4:4', isProgressive: false })
  const bytes = await read(jpeg)
  expect(areaOver(bytes, 220, 200)).toBeLessThan(5)
  expect(Math.min(...sums(bytes))).toBeGreaterThan(212)
  for (let at = 3; at < bytes.length; at += 4) expect(Math.abs(bytes[at]! - heavy[3]!)).toBeLessThan(4)
})

test('changes nothing but what has too much', async () => {
  const bytes = await read(await toLimitedJpeg(inks((x) => x < 96 ? heavy : light), { inkLimit: 200, pixelsPerInch: 200 }))
  // From the next block of eight pixels on, JPEG carries nothing over.
  for (let x = 104; x < width; x++) for (let ink = 0; ink < 4; ink++) expect(Math.abs(bytes[x * 4 + ink]! - light[ink]!)).toBeLessThan(5)
})

test('a picture of hard dots, which JPEG carries far over the limit, is within it when it is read back', async () => {
  const dots = inks((x, y) => (x * 7 + y * 13) % 5 < 3 ? heavy : light)
  for (const inkLimit of [180, 220, 240]) {
    expect(areaOver(await read(await toLimitedJpeg(dots, { inkLimit, pixelsPerInch: 200 })), inkLimit, 200)).toBeLessThan(5)
  }
})

test('comes to an end where black alone is all that the limit leaves', async () => {
  const jpeg = await toLimitedJpeg(inks((x) => [0, 0, 0, x % 2 * 255]), { inkLimit: 60, pixelsPerInch: 20 })
  const bytes = await read(jpeg)
  for (let at = 0; at < bytes.length; at += 4) expect(Math.max(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!)).toBeLessThan(20)
})

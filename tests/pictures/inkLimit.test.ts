import sharp from 'sharp'
import { expect, test } from 'vitest'
import { limitInk } from '../../src/pictures/inkLimit.ts'

/** A CMYK JPEG that is dark and coloured all over, or only in its first columns. */
async function dark(columns: number, width = 200): Promise<Uint8Array> {
  const pixels = Buffer.alloc(width * 100 * 3, 255)
  for (let y = 0; y < 100; y++) for (let x = 0; x < columns; x++) pixels.set([30, 2, 40], (y * width + x) * 3)
  return sharp(pixels, { raw: { width, height: 100, channels: 3 } }).withIccProfile('cmyk', { attach: false })
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer()
}

const inksOf = async (jpeg: Uint8Array) => sharp(jpeg).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()
const most = (bytes: Uint8Array) => Math.max(...Array.from({ length: bytes.length / 4 }, (_, at) => bytes[4 * at]! + bytes[4 * at + 1]! + bytes[4 * at + 2]! + bytes[4 * at + 3]!)) / 2.55

test('takes colour back until no place has more ink than the limit, and leaves black alone', async () => {
  const jpeg = await dark(200)
  const before = await inksOf(jpeg)
  expect(most(before)).toBeGreaterThan(200)
  const limited = (await limitInk(jpeg, { inkLimit: 180, pixelsPerInch: 200 }))!
  expect(limited).toMatchObject({ width: 200, height: 100 })
  expect(most(limited.bytes)).toBeLessThanOrEqual(180)
  expect(most(limited.bytes)).toBeGreaterThan(177)
  for (let at = 3; at < before.length; at += 400) expect(limited.bytes[at]).toBe(before[at])
})

test('changes nothing but what has too much', async () => {
  const jpeg = await dark(100)
  const before = await inksOf(jpeg)
  const { bytes } = (await limitInk(jpeg, { inkLimit: 180, pixelsPerInch: 200 }))!
  for (let x = 120; x < 200; x++) expect([...bytes.subarray(x * 4, x * 4 + 4)]).toEqual([...before.subarray(x * 4, x * 4 + 4)])
})

test('lets pass what is within the limit, and what is over it on less than five square millimetres', async () => {
  expect(await limitInk(await dark(200), { inkLimit: 300, pixelsPerInch: 200 })).toBeUndefined()
  // 100 pixels high and 2 wide at 200 an inch: 3.2 mm².
  const few = await dark(2)
  expect(most(await inksOf(few))).toBeGreaterThan(160)
  expect(await limitInk(few, { inkLimit: 160, pixelsPerInch: 200 })).toBeUndefined()
})

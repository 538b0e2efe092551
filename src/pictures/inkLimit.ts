/**
 * Holds a press picture to the ink that its printer takes. Newsprint that is given more stays wet and soils the next page.
 */
import sharp from 'sharp'
import type { JpegOptions } from 'sharp'
import { toInkTiff } from './inkTiff.ts'
import type { RawInks } from './inkTiff.ts'

export interface InkLimit {
  /** Percent of all four inks together. */
  inkLimit: number
  /** Of the finished picture on paper. */
  pixelsPerInch: number
}

/** Baseline, because presses' older interpreters stumble over progressive JPEG; colours at full resolution, for red on black. */
export const pressJpeg: JpegOptions = { quality: 88, chromaSubsampling: '4:4:4' }

/** Less than a third of what printers' checks let pass (15 mm² in one place): single pixels are left as they are. */
const leastArea = 5

/** By how much less is aimed at when JPEG's own blur has carried too many pixels over the limit, in percent of ink. */
const step = 4

/**
 * The inks as a CMYK JPEG, with cyan, magenta and yellow taken back where all four are more than the limit; black keeps the
 * drawing. What is written is read back and measured, because JPEG blurs what was limited: as long as more than single pixels
 * are over, less is aimed at.
 */
export async function toLimitedJpeg(inks: RawInks, { inkLimit, pixelsPerInch }: InkLimit): Promise<Uint8Array> {
  const fewPixels = leastArea / (25.4 / pixelsPerInch) ** 2
  for (let aim = inkLimit; ; aim -= step) {
    const jpeg = await toJpeg({ ...inks, bytes: limited(inks.bytes, aim) })
    // Where no colour is left there is nothing more to take back: black alone is 100.
    if (aim <= 100 || countOver(await readBack(jpeg), inkLimit) < fewPixels) return jpeg
  }
}

function toJpeg(inks: RawInks): Promise<Uint8Array> {
  return asTheyAre(toInkTiff(inks)).jpeg(pressJpeg).toBuffer()
}

function readBack(jpeg: Uint8Array): Promise<Uint8Array> {
  return asTheyAre(jpeg).raw().toBuffer()
}

/** Inks stay the numbers that they are; without these words sharp would take them through a profile to light and back. */
function asTheyAre(picture: Uint8Array) {
  return sharp(picture).pipelineColourspace('cmyk').toColourspace('cmyk')
}

function limited(inks: Uint8Array, percent: number): Uint8Array {
  const most = (percent * 255) / 100
  const kept = Uint8Array.from(inks)
  for (let at = 0; at < kept.length; at += 4) {
    const excess = inkAt(kept, at) - most
    if (excess <= 0) continue
    const black = kept[at + 3]!
    const share = Math.max(0, most - black) / (excess + most - black)
    for (let ink = at; ink < at + 3; ink++) kept[ink] = Math.floor(kept[ink]! * share)
  }
  return kept
}

function countOver(inks: Uint8Array, percent: number): number {
  const most = (percent * 255) / 100
  let over = 0
  for (let at = 0; at < inks.length; at += 4) if (inkAt(inks, at) > most) over++
  return over
}

function inkAt(inks: Uint8Array, at: number): number {
  return inks[at]! + inks[at + 1]! + inks[at + 2]! + inks[at + 3]!
}

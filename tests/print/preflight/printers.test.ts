/** Press files for presses of every kind: preflight finds nothing in what the house makes for each. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readNewsroom } from '../../../src/newsroom/newsroom.ts'
import type { Newsroom } from '../../../src/newsroom/gather.ts'
import type { DesignName } from '../../../src/newsroom/paper.ts'
import { picturesOf } from '../../../src/newsroom/picturesOf.ts'
import { readPrinters } from '../../../src/newsroom/readPrinters.ts'
import { openPictures, type PictureLibrary } from '../../../src/pictures/pictures.ts'
import { limitsOf, limitsOfProduct } from '../../../src/print/preflight/limits.ts'
import { checkPdf } from '../../../src/print/preflight/preflight.ts'
import { openPrintShop } from '../../../src/print/print.ts'
import { printJobs, proofOf, renderProduct } from '../../../src/print/products.ts'
import { monoPaletteOf, paletteOf, spotPaletteOf } from '../../../src/print/stylebook/ink.ts'
import { photo, smallPaperWith, type ScratchPaper } from '../../papers/paper.ts'

const own = {
  pairs: 'trim: { width: 280 mm, height: 400 mm }\npairs: true\ncolorPages: { 4: [1, 4] }\nspots: 0\n',
  commercial: 'trim: { width: 240 mm, height: 340 mm }\nbleed: 3 mm\nmarks: 12 mm\npdfPage: { width: 236 mm, height: 330 mm }\nmargin: 15 mm\nthinnestLine: 0.4 pt\n',
}

let scratch: ScratchPaper
let newsroom: Newsroom
let pictures: PictureLibrary
beforeAll(async () => {
  const printers = Object.fromEntries(Object.entries(own).map(([name, yaml]) => [`printers/${name}.yaml`, yaml]))
  scratch = await smallPaperWith({ ...printers, 'issues/17-01/strike/crane.jpg': await photo(3600, 2400) })
  newsroom = readNewsroom(scratch.content).value!
  pictures = (await openPictures(scratch.content, picturesOf(newsroom), join(scratch.room, 'cache'))).value!
})
afterAll(() => scratch.remove())

describe('the press file', () => {
  test.each([
    ['cz-berliner'], ['a3'], ['risograph'], ['uk-newsprint'], ['uk-newsprint', 'poster'], ['uk-tabloid', 'poster'], ['pairs'], ['commercial'],
  ] as [string, DesignName?][])('for %s passes preflight (design: %s)', async (name, design = 'sober') => {
    const printer = readPrinters(scratch.content).value!.get(name)!
    const paper = { ...newsroom.paper, printer, design }
    const job = printJobs({ ...newsroom, paper }).find(({ kind, language }) => kind === 'issue' && language === 'en')!
    const shop = openPrintShop(paper, pictures)
    const { bytes, file } = await renderProduct(proofOf(job, shop), 'press', shop)
    const { diagnostics, pages } = await checkPdf(bytes, file, (count) => limitsOfProduct('press', paper, count))
    expect(diagnostics).toEqual([])
    expect(pages).toBe(name === 'pairs' ? 2 : 4)
  }, 60_000)
})

describe('limits', () => {
  const printer = (name: string) => readPrinters(scratch.content).value!.get(name)!

  test('of a page that is smaller than the trim count the margin from the knife', () => {
    const { margin, page } = limitsOf(printer('cz-berliner'), 4)
    expect(page!.height).toBeCloseTo(448 / 25.4 * 72)
    expect([margin!.side, margin!.head].map((points) => Math.round(points / 72 * 254) / 10)).toEqual([16.5, 6.5])
  })

  test('of pairs are those of two pages side by side', () => {
    const limits = limitsOf({ ...printer('pairs'), colorPages: new Map([[8, [1, 4, 8]]]), pages: { multiple: 4, least: 8, most: 48 } }, 4)
    expect(limits.page!.width).toBeCloseTo(2 * 280 / 25.4 * 72)
    expect(limits.pages).toEqual({ multiple: 2, least: 4, most: 24 })
    expect(limits.colorPages).toEqual([1, 3])
    expect(limitsOf({ ...printer('pairs'), colorPages: 'none' }, 4).colorPages).toEqual([])
  })
})

describe('the inks of a press page', () => {
  const weak = { inkLimit: 170, tints: { lightest: 12 } }
  const all = (color: unknown): number => (color as number[]).reduce((sum, ink) => sum + ink, 0)

  test('never hold more than the press does, and no tint that it would not print', () => {
    const { accent, tint, accentTint } = paletteOf([0, 95, 100, 0], weak)
    expect(accent).toEqual([0, 82, 87, 0])
    expect(all(accent)).toBeLessThanOrEqual(170)
    expect([tint, Math.max(...accentTint as number[]) >= 12]).toEqual([[0, 0, 0, 12], true])
    expect(monoPaletteOf(weak).accentTint).toEqual([0, 0, 0, 12])
    expect(spotPaletteOf('Red', [0, 95, 100, 0], weak).accentTint).toMatchObject({ tint: 12 })
  })

  test('are what the house has drawn where the press holds them', () => {
    expect(paletteOf([0, 95, 100, 0], { inkLimit: 240, tints: { lightest: 5 } })).toEqual(paletteOf([0, 95, 100, 0]))
  })
})

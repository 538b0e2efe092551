import { describe, expect, test } from 'vitest'
import type { Page } from '../../../src/print/makeup/page.ts'
import { openFonts, type Fonts } from '../../../src/print/pdf/fonts.ts'
import { drawPdf, type Press } from '../../../src/print/pdf/pdf.ts'
import { singlePages } from '../../../src/print/imposition/sheet.ts'
import { paletteOf, screenPaletteOf } from '../../../src/print/stylebook/ink.ts'
import { seeded } from '../type/builders.ts'
import { operatorsOf, readPdf } from '../../helpers/pdf.ts'
import { frame, line, page, picture, tag } from './pages.ts'

/** The heads of grey JPEGs of one pixel, and no more: drawing does not decode them. */
function jpeg(mark: number): Uint8Array {
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xff, 0xda, mark, 0xff, 0xd9])
}

const pictures = new Map(['a.jpg', 'b.jpg', 'c.jpg'].map((file, index) => [file, jpeg(index)]))
const live = { titles: new Map([['strike', 'The strike'], ['letters', 'Letters']]), storyIn: (folder: string) => folder }

function draw(pages: Page[], fonts: Fonts, wishes: Partial<Press> = {}): Promise<Uint8Array> {
  return drawPdf(singlePages(pages), {
    title: 'Red Flag', language: 'en', date: '2026-11-15', palette: () => screenPaletteOf('#bb0000'), marks: [0, 0, 0], fonts, live,
    picture: async ({ file }) => pictures.get(file), ...wishes,
  })
}

describe('a page that was drawn for another file', () => {
  const words = ['a\u00a0gap', 'well\u2011known', 'office', 'Muñoz', '“¿Quién?”', 'fluffy', '€5', '1⁄2', 'Zwölf', '(brackets)', 'en\u2002space', 'Δ', '∆', 'x']
  const random = seeded(11)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!

  function randomPage(number: number): Page {
    const story = pick(['strike', 'letters'])
    const lines = Array.from({ length: 3 }, () => line(openedFonts, [
      `${pick(words)} ${pick(words)} `, [pick(words), { face: pick(['text', 'textItalic', 'textCaps', 'label']) }], [pick(words), { link: 'story:letters' }],
    ], 'space'))
    return page(number, [
      frame(lines, { tag: tag(10 + number, 'P', story) }),
      ...random() < 0.6 ? [picture(pick([...pictures.keys()]), 'A yard', { story, tag: tag(30, 'Figure', story) })] : [],
      frame([line(openedFonts, ['See page 3'], 'paragraph')], { kind: 'jumpLine', y: 300, tag: tag(50, 'P', story) }),
    ])
  }

  const openedFonts = openFonts()

  test.each(Array.from({ length: 12 }, (_, round) => round))('is taken over into the same bytes as when it is drawn anew (round %i)', async () => {
    let pages = Array.from({ length: 5 }, (_, index) => randomPage(index + 1))
    for (let edit = 0; edit < 4; edit++) {
      const known = Buffer.from(await draw(pages, openedFonts))
      // Fonts that were never asked have no pages of an earlier file.
      expect(known.equals(Buffer.from(await draw(pages, openFonts())))).toBe(true)
      const at = Math.floor(random() * pages.length)
      pages = pages.with(at, randomPage(at + 1))
    }
  })

  test('is drawn anew on a sheet of another size, in other inks, and without links', async () => {
    const pages = [randomPage(1)]
    await draw(pages, openedFonts)
    const { live: _, ...plain } = { live }
    const wishes: Partial<Press>[] = [{ palette: () => paletteOf([0, 95, 100, 0]) }, { palette: () => screenPaletteOf('#00bb00') }, plain]
    for (const wish of wishes) {
      expect(Buffer.from(await draw(pages, openedFonts, wish)).equals(Buffer.from(await draw(pages, openFonts(), wish)))).toBe(true)
    }
    const sheet = (fonts: Fonts) => drawPdf(singlePages(pages).map((side) => ({ ...side, room: 30 })), {
      title: 'Red Flag', language: 'en', date: '2026-11-15', palette: () => screenPaletteOf('#bb0000'), marks: [0, 0, 0], fonts, picture: async ({ file }) => pictures.get(file),
    })
    expect(Buffer.from(await sheet(openedFonts)).equals(Buffer.from(await sheet(openFonts())))).toBe(true)
  })

  test('says what it says, where two signs share a glyph, whichever page comes first', async () => {
    const first = page(1, [frame([line(openedFonts, ['Δ and ∆'], 'paragraph')], { tag: tag(10) })])
    const second = page(2, [frame([line(openedFonts, ['∆ and Δ'], 'paragraph')], { tag: tag(11) })])
    for (const pages of [[first, second], [second, first]]) {
      const bytes = await draw(pages, openedFonts)
      expect((await readPdf(bytes)).pages.map(({ text }) => text.trim()).sort()).toEqual(['Δ and ∆', '∆ and Δ'].sort())
      expect(Buffer.from(bytes).equals(Buffer.from(await draw(pages, openFonts())))).toBe(true)
    }
  })

  test('is written with the same codes, whatever stands before it', async () => {
    const alone = page(1, [frame([line(openedFonts, ['Office, naïve'], 'paragraph')], { tag: tag(10) })])
    const other = page(2, [frame([line(openedFonts, ['xyz façade'], 'paragraph')], { tag: tag(11) })])
    const texts = async (pages: Page[]) => operatorsOf(await draw(pages, openFonts())).map((text) => text.match(/\[.*\]TJ/gs)![0])
    expect((await texts([other, alone]))[1]).toBe((await texts([alone]))[0])
  })
})

import { describe, expect, test } from 'vitest'
import { imposeBooklet } from '../../../src/print/imposition/booklet.ts'
import { singlePages } from '../../../src/print/imposition/sheet.ts'
import { toThumbnail } from '../../../src/print/imposition/thumbnail.ts'
import { openFonts } from '../../../src/print/pdf/fonts.ts'
import { frame, line, page, picture } from '../pdf/pages.ts'

const fonts = openFonts()
const inks = { black: '#222', accent: '#d7261e', accentTint: '#f3ebe9', paper: '#fff', grey: '#777', tint: '#eee' }
const pages = [1, 2, 3, 4].map((number) => page(number, [
  { kind: 'panel', ink: 'accent', x: 20, y: 20, width: 260, height: 40 },
  frame([line(fonts, ['Dockers win the vote of'], 'space'), line(fonts, ['the whole port.'], 'paragraph')], { y: 80 }),
  picture('<script>.jpg', '"><script>', { y: 200 }),
]))

describe('a thumbnail', () => {
  test('shows panels, pictures and lines of text where they stand, and no letter of the copy', () => {
    const svg = toThumbnail(singlePages(pages)[0]!, inks)
    expect(svg).toMatch(/^<svg viewBox="0 0 300 400" aria-hidden="true">/)
    expect(svg).toContain('<path fill="#d7261e" d="M20 20h260v40h-260z"/>')
    expect(svg).toContain('<path fill="#999" d="M20 200h100v50h-100z"/>')
    // A full line, then a shorter one, one leading below.
    const [, first, second] = /stroke="#222" stroke-width="5" d="M20 88h(\d+)M20 100h(\d+)"/.exec(svg)!.map(Number)
    expect(first).toBe(260)
    expect(second).toBeLessThan(120)
    expect(svg).not.toMatch(/script|Dockers|port/)
    expect(svg.match(/<(path|g|svg)\b/g)!.length).toBe(svg.match(/\/>|<\/(g|svg)>/g)!.length)
  })

  test('of a folded sheet has two pages, the second on its head where that is how it is printed', () => {
    const turned = new Set([pages[3]!])
    const svg = toThumbnail(imposeBooklet(pages, { width: 600, height: 400, creep: 0 }, turned)[0]!, inks)
    expect(svg).toContain('viewBox="0 0 600 400"')
    expect(svg.match(/<g transform="[^"]*"/g)).toEqual(['<g transform="translate(300 400)scale(-1 -1)"', '<g transform="translate(300 0)scale(1 1)"'])
  })
})

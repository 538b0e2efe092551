import { readdir, readFile } from 'node:fs/promises'
import { create } from 'fontkit'
import type { Font as Opened } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { cutFont } from '../../src/web/cutFonts.ts'
import { fontCuts, readFonts } from '../../src/web/fonts.ts'
import type { Font } from '../../src/web/fonts.ts'

const fonts = await readFonts()

const daily = (): Font[] => fonts.filter(({ file }) => file.includes('-daily-'))
const open = ({ bytes }: Font): Opened => create(Buffer.from(bytes)) as Opened

describe('the letters of every day', () => {
  test('are all there, for English and for Spanish', () => {
    for (const font of daily()) {
      const letters = new Set(open(font).characterSet)
      const missing = [...'The strike: “No!” (¿Qué? ¡Ñandú, pingüino, CAFÉ!) 17–01 — 50%…'].filter((letter) => !letters.has(letter.codePointAt(0)!))
      expect([font.file, missing]).toEqual([font.file, []])
    }
  })

  test('keep their kerning', () => {
    for (const font of daily()) {
      const width = (text: string, kern: boolean): number => open(font).layout(text, { kern }).advanceWidth
      expect(width('AV', true)).toBeLessThan(width('AV', false))
    }
  })

  test('take under 50 kB in all four faces', () => {
    expect(daily()).toHaveLength(4)
    expect(daily().reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(50_000)
  })
})

test('no letter stands in two files of a face', () => {
  const seen = new Map<string, string>()
  const twice: string[] = []
  for (const { file, rule } of fonts.filter((font) => !font.file.includes('latin-ext'))) {
    const face = file.replace(/-(daily|latin)-|-[0-9a-f]{10}\.woff2$/g, '|')
    for (const part of /unicode-range:([^}]+)/.exec(rule)![1]!.split(',')) {
      const [from, to = from] = part.slice(2).split('-').map((digits) => parseInt(digits, 16))
      for (let letter = from!; letter <= to!; letter++) {
        if (seen.has(`${face}${letter}`)) twice.push(`${face} U+${letter.toString(16)}`)
        seen.set(`${face}${letter}`, file)
      }
    }
  }
  expect(twice).toEqual([])
})

test('the cuts that lie in the program are those of today\'s faces and letters, and no others: npm run cut-fonts makes them', async () => {
  const cuts = await fontCuts()
  const folder = new URL('../../src/web/fonts/', import.meta.url)
  const lying = (await readdir(folder)).filter((name) => name.endsWith('.woff2'))
  expect(lying.sort()).toEqual(cuts.map(({ file }) => file.href.slice(folder.href.length)).sort())
  for (const cut of cuts) expect([cut.file.pathname, Buffer.compare(await readFile(cut.file), await cutFont(cut))]).toEqual([cut.file.pathname, 0])
})

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFonts } from '../../../src/print/pdf/fonts.ts'
import { openShapes } from '../../../src/print/pdf/shapeMemory.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'shapes-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const copy = 'The affluent officer won’t say 1⁄2 “fjord” AVATAR año dieciséis ¿Quién? wait\u2011and\u2011see'.split(' ')
const shapesOf = (fonts = openFonts()) => copy.map((word) => fonts.shape(word, 'text'))
const files = () => readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith('.json'))
const kept = () => join(folder, files()[0]!)

/** Asks a face as a run would, and writes down what it said. */
function run(): void {
  const fonts = openFonts(folder)
  shapesOf(fonts)
  fonts.outline('Q', 'headline')
  fonts.keep()
}

test('what one run was told the next one knows, to the last figure', () => {
  run()
  expect(files()).toHaveLength(2)
  const next = openFonts(folder)
  expect(shapesOf(next)).toEqual(shapesOf())
  expect(next.outline('Q', 'headline')).toEqual(openFonts().outline('Q', 'headline'))
  expect(next.missing('Año ✈', 'text')).toEqual(['✈'])
})

test('the font is not asked again: what was kept is what is answered', () => {
  run()
  const { memory, keep } = openShapes(folder, Buffer.from('a font'), [])
  memory.pairs.set('AV', -80)
  memory.pairs.set('fi', undefined)
  keep()
  expect([...openShapes(folder, Buffer.from('a font'), []).memory.pairs]).toEqual([['AV', -80], ['fi', undefined]])
})

test('of another font, or the same with other features, nothing is known', () => {
  const { memory, keep } = openShapes(folder, Buffer.from('a font'), ['smcp'])
  memory.pairs.set('AV', -80)
  keep()
  expect(openShapes(folder, Buffer.from('another'), ['smcp']).memory.pairs.size).toBe(0)
  expect(openShapes(folder, Buffer.from('a font'), []).memory.pairs.size).toBe(0)
  expect(openShapes(folder, Buffer.from('a font'), ['smcp']).memory.pairs.size).toBe(1)
})

test.each([
  ['cut off', (text: string) => text.slice(0, -9)], ['changed in one figure', (text: string) => text.replace(/\d(?=\D*$)/, '77')], ['empty', () => ''],
])('a file that was %s counts as absent, and is written anew', (_, spoil) => {
  run()
  const sound = files().map((name) => readFileSync(join(folder, name), 'utf8'))
  for (const name of files()) writeFileSync(join(folder, name), spoil(readFileSync(join(folder, name), 'utf8')))
  expect(shapesOf(openFonts(folder))).toEqual(shapesOf())
  run()
  expect(files().map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(sound)
})

test('nothing is written where nothing new was asked, nor any file left half', () => {
  run()
  rmSync(kept())
  const left = files()
  const fonts = openFonts(folder)
  fonts.outline('Q', 'headline')
  fonts.shape('The', 'text')
  const names = readdirSync(folder, { recursive: true })
  expect(names.filter((name) => String(name).endsWith('.part'))).toEqual([])
  expect(files()).toEqual(left)
})

test('a word that was kept says its own characters, whatever was asked first', () => {
  const words = ['a-b', 'a\u2011b', 'a\u00adb', 'ﬁn', 'fin']
  for (const order of [words, [...words].reverse()]) {
    rmSync(folder, { recursive: true, force: true })
    const fonts = openFonts(folder)
    for (const word of order) fonts.shape(word, 'text')
    fonts.keep()
    const next = openFonts(folder)
    for (const word of words) expect(String.fromCodePoint(...next.shape(word, 'text').codePoints.flat())).toBe(word.replace('\u00ad', ''))
  }
})

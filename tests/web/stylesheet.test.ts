import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { contrastOf } from '../../src/web/color.ts'
import { grounds, readStylesheet, tints, writeStylesheet } from '../../src/web/stylesheet.ts'

const sheetOf = (accent: string) => readStylesheet(accent)

test('the stylesheet asks for nothing outside its own folder', async () => {
  const { text, fonts } = await sheetOf('#d7261e')
  const asked = [...text.matchAll(/url\(([^)]+)\)/g)].map(([, file]) => `assets/${file}`)
  expect(asked.sort()).toEqual(fonts.map(({ file }) => file).sort())
  expect(text).not.toContain('@import')
})

test('its name tells its content: another accent, another name', async () => {
  const [red, again, blue] = await Promise.all(['#d7261e', '#d7261e', '#0050aa'].map(sheetOf))
  expect(again!.file).toBe(red!.file)
  expect(blue!.file).not.toBe(red!.file)
})

test('text in the accent can be read on both grounds, and on their tints', async () => {
  const { text } = await sheetOf('#ffee00')
  for (const [name, ground] of Object.entries(grounds)) {
    const accent = new RegExp(`--accent-${name}:(#[0-9a-f]{6})`).exec(text)![1]!
    expect(contrastOf(accent, ground)).toBeGreaterThanOrEqual(4.5)
    expect(contrastOf(accent, tints[name as keyof typeof tints])).toBeGreaterThanOrEqual(4.5)
  }
})

test('it stays small: 6 kB on the wire, and 2 kB for the pages that few open', async () => {
  const { text, seldom } = await sheetOf('#d7261e')
  expect(gzipSync(text).length).toBeLessThan(6000)
  expect(gzipSync(seldom.text).length).toBeLessThan(2000)
})

test('it is written with every font that it names', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stylesheet-'))
  try {
    const stylesheet = await sheetOf('#d7261e')
    await writeStylesheet(stylesheet, folder)
    expect(await readFile(join(folder, stylesheet.file), 'utf8')).toBe(stylesheet.text)
    expect(await readFile(join(folder, stylesheet.seldom.file), 'utf8')).toBe(stylesheet.seldom.text)
    expect((await readdir(join(folder, 'assets'))).length).toBe(stylesheet.fonts.length + 2)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

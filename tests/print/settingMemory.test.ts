import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { compositorFor } from '../../src/print/compositor.ts'
import type { Paragraph } from '../../src/print/flow/paragraph.ts'
import { openFonts } from '../../src/print/pdf/fonts.ts'
import { openSettingMemory } from '../../src/print/settingMemory.ts'
import type { Line } from '../../src/print/type/line.ts'

const rooms: string[] = []
let folder: string
beforeEach(() => {
  rooms.push(mkdtempSync(join(tmpdir(), 'lines-')))
  folder = join(rooms.at(-1)!, 'lines')
})
afterAll(() => rooms.forEach((room) => rmSync(room, { recursive: true })))

const fonts = openFonts()

function paragraph(text: string, changes: Partial<Paragraph> = {}): Paragraph {
  const spans = text.split('*').map((part, at) => ({
    text: part, style: { face: at % 2 === 1 ? 'textItalic' : 'text', size: 9.7, ink: 'black' } as const,
    place: { file: 'issues/17-01/strike/en.md', start: { line: 7, column: 1 + 10 * at } },
  }))
  return { spans, language: 'en', align: 'justify', indent: 12, left: 0, right: 0, hyphenate: true, ...changes }
}

const copy = 'The crane stood *still* for eleven days, and “nobody” came to ask why the containers were not unloaded at the terminal.'

/** One run: what it was asked, and how often a paragraph had to be set. */
function run(paragraphs: Paragraph[], measure = 168): { lines: Line[][]; set: number } {
  const memory = openSettingMemory(folder)
  let set = 0
  const lines = paragraphs.map((each) => compositorFor({ ...fonts }, {
    ...memory, lines: (asked, name, make) => memory.lines(asked, name, () => (set++, make())),
  }).set(each, measure))
  memory.keep()
  return { lines, set }
}

test('a paragraph of an earlier run is not set again, and has the same lines', () => {
  const first = run([paragraph(copy)])
  const second = run([paragraph(copy)])
  expect([first.set, second.set]).toEqual([1, 0])
  expect(second.lines).toEqual(first.lines)
  expect(second.lines[0]).toEqual(compositorFor({ ...fonts }).set(paragraph(copy), 168))
})

test('one of another text, measure, place, style or language is set', () => {
  run([paragraph(copy)])
  const moved = paragraph(copy)
  moved.spans[0]!.place = { file: 'issues/17-01/strike/en.md', start: { line: 8, column: 1 } }
  const larger = paragraph(copy)
  larger.spans[0]!.style = { face: 'text', size: 9.8, ink: 'black' }
  const others = [paragraph(`${copy} Yes.`), moved, larger, paragraph(copy, { language: 'en-GB' }), paragraph(copy, { hyphenate: false })]
  expect(run(others).set).toBe(others.length)
  expect(run([paragraph(copy)], 150).set).toBe(1)
})

test('a headline is no paragraph of the same words', () => {
  const memory = openSettingMemory(folder)
  const compositor = compositorFor({ ...fonts }, memory)
  const text = compositor.set(paragraph(copy), 168)
  memory.keep()
  const later = compositorFor({ ...fonts }, openSettingMemory(folder))
  expect(later.setHeadline(paragraph(copy), 168)).not.toEqual(text)
})

test('other scripts are not remembered: their fonts may come or go', () => {
  const arabic = paragraph('قبل الفجر')
  expect([run([arabic]).set, run([arabic]).set]).toEqual([1, 1])
})

test('a file for each issue and language; damaged or cut off, it counts as none', () => {
  run([paragraph(copy), paragraph(copy, { language: 'es' })])
  const files = readdirSync(folder).sort()
  expect(files).toEqual(['issues%2F17-01%20en', 'issues%2F17-01%20es'])
  const file = join(folder, files[0]!)
  const bytes = readFileSync(file)
  for (const damaged of [bytes.subarray(0, -1), Buffer.alloc(0), bytes.with(bytes.length >> 1, bytes[bytes.length >> 1]! ^ 1)]) {
    writeFileSync(file, damaged)
    expect(run([paragraph(copy)]).set).toBe(1)
  }
})

test('what eight runs did not ask for is forgotten', () => {
  run([paragraph(copy)])
  for (let k = 0; k < 8; k++) run([paragraph(`Run ${k}.`)])
  expect(run([paragraph(copy)]).set).toBe(0)
  for (let k = 0; k < 9; k++) run([paragraph(`Another run ${k}.`)])
  expect(run([paragraph(copy)]).set).toBe(1)
})

test('where nothing can be written, all is set', () => {
  writeFileSync(folder, 'a file where the folder should be')
  expect([run([paragraph(copy)]).set, run([paragraph(copy)]).set]).toEqual([1, 1])
})

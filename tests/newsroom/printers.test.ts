import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatPlace } from '../../src/diagnostics/words.ts'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { readPrinters } from '../../src/newsroom/readPrinters.ts'
import { contentFolder } from './contentFolder.ts'

const printers = readPrinters(contentFolder({})).value!
const house = printers.names.map((name) => printers.get(name)!)

/** `file:line:column id` of what is said about a paper with this printer profile. */
function findings(profile: string, paper = 'name: Red Flag\nlanguages: [en]\nprinter: ours\n'): string[] {
  const { diagnostics } = readNewsroom(contentFolder({ 'paper.yaml': paper, 'printers/ours.yaml': profile }))
  return diagnostics.map(({ id, place }) => `${formatPlace(place)} ${id}`)
}

test('eight profiles come with the program', () => {
  expect(house.map(({ name }) => name)).toEqual(['a3', 'copy-shop', 'cz-berliner', 'home', 'risograph', 'uk-newsprint', 'uk-tabloid', 'us-tabloid'])
})

test.each(house)('$name names a source, and its numbers agree with each other', (printer) => {
  const text = readFileSync(new URL(`../../src/print/stylebook/printers/${printer.name}.yaml`, import.meta.url), 'utf8')
  expect(text).toMatch(/^# .*\.(com|cz|co\.uk|org|info|edu)\b/)
  expect(printer.pdfPage.width).toBeLessThanOrEqual(printer.trim.width)
  expect(printer.pages.least % printer.pages.multiple).toBe(0)
  expect(printer.pages.least).toBeLessThanOrEqual(printer.pages.most)
  expect(printer.tints.lightest).toBeLessThan(printer.tints.darkest)
  expect(printer.pixelsPerInch.least).toBeLessThanOrEqual(printer.pixelsPerInch.target)
  expect(printer.pixelsPerInch.target).toBeLessThanOrEqual(printer.pixelsPerInch.most)
  expect(printer.reversedType.oneInk).toBeLessThanOrEqual(printer.reversedType.manyInks)
})

test.each(house)('$name says of every line of numbers where it is from', ({ name }) => {
  const lines = readFileSync(new URL(`../../src/print/stylebook/printers/${name}.yaml`, import.meta.url), 'utf8').trimEnd().split('\n')
  // The first lines stand under the sheet that the head names; a condition under the registry that lists it.
  const bare = lines.filter((line, i) => !line.includes('#') && !/^(trim|standard|body):/.test(line) && !(lines[i - 1] ?? '').startsWith('#'))
  expect(bare).toEqual(bare.filter((line) => line.includes('Custom')))
  for (const line of lines.filter((each) => /identifier: (IFRA|FOGRA)/.test(each))) expect(lines[lines.indexOf(line) - 1]).toContain('registry.color.org')
})

test('lengths in millimetres and inches are points', () => {
  expect(house.find(({ name }) => name === 'us-tabloid')!.trim).toEqual({ width: 792, height: 972 })
  const czech = house.find(({ name }) => name === 'cz-berliner')!
  expect(czech.trim.width).toBeCloseTo(892.91, 2)
  expect(czech.pdfPage.height).toBeCloseTo(1269.92, 2)
})

test('a paper adds its own profile, and replaces a profile of the house', () => {
  const paper = 'name: Red Flag\nlanguages: [en]\nprinter: ours\n'
  const ours = 'trim: { width: 10 in, height: 11.625 in }\ncolorPages: { 8: [1, 4, 5, 8] }\n'
  const { value, diagnostics } = readNewsroom(contentFolder({ 'paper.yaml': paper, 'printers/ours.yaml': ours, 'printers/a3.yaml': ours }))
  expect(diagnostics.filter(({ id }) => id.startsWith('printer') || id.startsWith('yaml'))).toEqual([])
  expect(value!.paper.printer).toMatchObject({
    name: 'ours', trim: { width: 720, height: 837 }, pdfPage: { width: 720 }, inkLimit: 240, standard: 'PDF/X-1a:2003', place: { file: 'printers/ours.yaml' },
  })
  expect(value!.paper.printer.colorPages).toEqual(new Map([[8, [1, 4, 5, 8]]]))
  expect(readPrinters(value!.folder).value!.get('a3')!.trim.width).toBe(720)
})

test('an unknown printer is an error that names the likely one, and the paper is laid out for the usual one', () => {
  const { value, diagnostics } = readNewsroom(contentFolder({ 'paper.yaml': 'name: Red Flag\nprinter: us-tabloyd\n' }))
  const found = diagnostics.find(({ id }) => id === 'paper/unknown-printer')!
  expect(formatPlace(found.place)).toBe('paper.yaml:2:1')
  expect(found.params).toMatchObject({ printer: 'us-tabloyd', likely: 'us-tabloid' })
  expect(value!.paper.printer.name).toBe('us-tabloid')
})

const trim = 'trim: { width: 289 mm, height: 380 mm }\n'

test.each([
  ['columns: 4\n', ['printers/ours.yaml:1:1 printer/missing-trim', 'paper.yaml:3:1 paper/unknown-printer']],
  ['trim: { width: wide, height: 380 mm }\n', ['printers/ours.yaml:1:9 printer/length', 'paper.yaml:3:1 paper/unknown-printer']],
  [`${trim}margin: 13\n`, ['printers/ours.yaml:2:1 printer/length']],
  [`${trim}colorPages: some\n`, ['printers/ours.yaml:2:1 printer/color-pages']],
  [`${trim}standard: PDF/X-1a:2013\n`, ['printers/ours.yaml:2:1 printer/standard']],
  [`${trim}officePaper: a5\n`, ['printers/ours.yaml:2:1 printer/office-paper']],
  [`${trim}pdfPage: { width: 300 mm, height: 380 mm }\n`, ['printers/ours.yaml:2:1 printer/pdf-page']],
  [`${trim}margin: 130 mm\n`, ['printers/ours.yaml:2:1 printer/no-room', 'paper.yaml:3:1 paper/unknown-printer']],
  [`${trim}pages: { most: 8 }\n`, ['printers/ours.yaml:2:1 yaml/not-number', 'printers/ours.yaml:2:1 yaml/not-number']],
  [`${trim}marx: 3 mm\n`, ['printers/ours.yaml:2:1 yaml/unknown-key']],
])('%s is told', (profile, expected) => {
  expect(findings(profile).sort()).toEqual(expected.sort())
})

test('an unknown design is an error that names the likely one, and the paper keeps the usual one', () => {
  const { value, diagnostics } = readNewsroom(contentFolder({ 'paper.yaml': 'name: Red Flag\ndesign: postr\n' }))
  const found = diagnostics.find(({ id }) => id === 'paper/unknown-design')!
  expect(formatPlace(found.place)).toBe('paper.yaml:2:1')
  expect(found.params).toMatchObject({ value: 'postr', likely: 'poster' })
  expect(value!.paper.design).toBe('sober')
  expect(readNewsroom(contentFolder({ 'paper.yaml': 'name: Red Flag\ndesign: poster\n' })).value!.paper.design).toBe('poster')
})

test('products are named by the paper and by an issue; one that is not known is an error with the likely one', () => {
  const issue = 'volume: 17\nnumber: 1\ndate: 2026-11-15\nproducts: [press, reeder]\n'
  const { value, diagnostics } = readNewsroom(contentFolder({ 'paper.yaml': 'name: Red Flag\nproducts: [flyer, riso, posters]\n', 'issues/17-01/issue.yaml': issue }))
  const found = diagnostics.filter(({ id }) => id === 'products/unknown')
  expect(found.map(({ place, params }) => [formatPlace(place), params!.value, params!.likely])).toEqual([['paper.yaml:2:25', 'posters', ''], ['issues/17-01/issue.yaml:4:19', 'reeder', 'reader']])
  expect([value!.paper.products, value!.issues[0]!.products]).toEqual([undefined, undefined])
  expect(readNewsroom(contentFolder({ 'paper.yaml': 'name: Red Flag\nproducts: [flyer, riso]\n' })).value!.paper.products).toEqual(['flyer', 'riso'])
})

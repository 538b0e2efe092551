import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Layout } from '../../../src/print/makeup/page.ts'
import { openFonts } from '../../../src/print/pdf/fonts.ts'
import { formatNumber } from '../../../src/print/pdf/number.ts'
import { pressSides } from '../../../src/print/imposition/press.ts'
import { singlePages, type Side } from '../../../src/print/imposition/sheet.ts'
import { drawPdf } from '../../../src/print/pdf/pdf.ts'
import type { Press } from '../../../src/print/pdf/pdf.ts'
import { readPressFile } from '../../../src/print/preflight/readPressFile.ts'
import { usualLimits } from '../../../src/print/preflight/limits.ts'
import { checkPdf } from '../../../src/print/preflight/preflight.ts'
import { blackPlate, paletteOf, spotPaletteOf } from '../../../src/print/stylebook/ink.ts'
import { ask, boxesOf, inksOf, operatorsOf, platesOf, readPdf, testWith } from '../../helpers/pdf.ts'
import type { Element } from '../../helpers/pdf.ts'
import { frame, justified, layout, line, page, picture, tag } from './pages.ts'

const fonts = openFonts()
const say = (text: string) => line(fonts, [text], 'paragraph')

function draw(pages: Layout, wishes: Partial<Press> = {}): Promise<Uint8Array> {
  return drawSides(singlePages(pages.pages), wishes)
}

function drawSides(sides: Side[], wishes: Partial<Press> = {}): Promise<Uint8Array> {
  const none = async () => {
    throw new Error('no picture expected')
  }
  return drawPdf(sides, {
    title: 'Red Flag', language: 'en', date: '2026-11-15', palette: () => paletteOf([0, 95, 100, 0]), marks: [100, 100, 100, 100], fonts, picture: none, ...wishes,
  })
}

async function jpegOf(color: string, kind: 'cmyk' | 'grey' | 'rgb'): Promise<Uint8Array> {
  const plain = sharp({ create: { width: 64, height: 32, channels: 3, background: color } })
  const inked = kind === 'cmyk' ? plain.withIccProfile('cmyk') : kind === 'grey' ? plain.greyscale().toColourspace('b-w') : plain
  return inked.jpeg({ quality: 95 }).toBuffer()
}

/** `Art(H1 P)` */
function outlineOf(elements: Element[]): string {
  return elements.map(({ role, children }) => (children.length > 0 ? `${role}(${outlineOf(children)})` : role)).join(' ')
}

describe('text', () => {
  const lines = [
    'The affluent officer found five flags in the office:',
    '“¿Quién? —¡Nadie!” ‘AVATAR’ Tó, Muñoz, naïve, façade',
    'page\u00a04, well\u2011known, 8/3, 1⁄2, €5 … 10–12',
  ]

  test('reads back as it was written: ligatures, kerning, accents, marks, shared glyphs', async () => {
    const read = await readPdf(await draw(layout(page(1, [frame(lines.map(say))]))))
    expect(read.pages[0]!.text.replace(/ \n/g, '\n').trim()).toBe(lines.join('\n').replaceAll('\u00a0', ' '))
  })

  testWith('pdftotext')('reads back the same through poppler', async () => {
    const bytes = await draw(layout(page(1, [frame(lines.map(say))])))
    expect(ask('pdftotext', ['-raw', 'FILE', '-'], bytes).trim()).toBe(lines.join('\n').replaceAll('\u00a0', ' '))
  })

  test('stands in the file as wide as it was measured, letters and spaces wider or narrower than the font has them', async () => {
    const set = [0.02, -0.02, 0].map((expansion) => justified(fonts, line(fonts, [['Tó wide and narrow ', { expansion, tracking: expansion * 10 }], ['office', { expansion }]], 'space')))
    const { value } = await readPressFile(await draw(layout(page(1, [frame(set)]))), 'type.pdf')
    const boxes = value!.pages[0]!.marks.filter(({ kind }) => kind === 'text').map(({ box }) => box)
    const edges = [...new Set(boxes.map(({ bottom }) => Math.round(bottom)))].map((bottom) => boxes.filter((box) => Math.round(box.bottom) === bottom))
      .map((line) => [Math.min(...line.map(({ left }) => left)), Math.max(...line.map(({ right }) => right))])
    expect(edges).toHaveLength(3)
    for (const [left, right] of edges) {
      expect(left).toBeCloseTo(20, 1)
      expect(right).toBeCloseTo(280, 0)
    }
  })

  test('does not depend on what was drawn before with the same fonts', async () => {
    const used = openFonts()
    await draw(layout(page(1, [frame([line(used, ['\u00a0 well\u2011known 和 ´'], 'paragraph')])])), { fonts: used })
    const pages = layout(page(1, [frame(lines.map(say))]))
    expect(await draw(pages, { fonts: used })).toEqual(await draw(pages, { fonts: openFonts() }))
  })

  test('reads back more different letters than a byte has safe values', async () => {
    const letters = Array.from({ length: 0x17f - 0x21 }, (_, i) => String.fromCodePoint(0x21 + i)).filter((letter) => /\P{C}/u.test(letter))
    const words = letters.filter((letter) => letter.normalize('NFKC') === letter && fonts.missing(letter, 'text').length === 0)
    expect(words.length).toBeGreaterThan(256)
    const rows = Array.from({ length: Math.ceil(words.length / 16) }, (_, i) => say(words.slice(16 * i, 16 * i + 16).join(' ')))
    const read = await readPdf(await draw(layout(page(1, [frame(rows)]))))
    expect(read.pages[0]!.text.split(/\s+/).filter((word) => word !== '')).toEqual(words)
  })

  test('puts a hyphen that has a style of its own where its run stands', async () => {
    const set = line(fonts, ['exam', ['-', { face: 'textItalic' }]], 'hyphen')
    const shown = operatorsOf(await draw(layout(page(1, [frame([set], { tag: tag(1) })]))))[0]!
    expect(shown).toContain(`1 0 0 1 ${formatNumber(20 + set.runs[1]!.x)} 370 Tm [()]TJ\nEMC\n/Artifact BMC\n[(`)
  })

  testWith('pdfinfo')('ends every line but a divided one with a space', async () => {
    const set = [line(fonts, ['The dock'], 'space'), line(fonts, ['men were waiting for a ves-'], 'hyphen'), say('sel.')]
    const said = ask('pdfinfo', ['-struct-text', 'FILE'], await draw(layout(page(1, [frame(set, { tag: tag(1) })]))))
    expect(said.match(/".*"/g)).toEqual(['"The dock men were waiting for a ves"', '"sel. "'])
  })

  test('writes no second space after one that the line has', async () => {
    const bytes = await draw(layout(page(1, [frame([line(fonts, ['a '], 'space')])])))
    const [, letter, space] = /\[\((..)(..)\)\]TJ/s.exec(operatorsOf(bytes)[0]!)!
    expect(operatorsOf(bytes)[0]!.match(/\[.*\]TJ/gs)).toEqual([`[(${letter}${space})]TJ`])
  })

  test('widens every space of a justified line and fills the measure', async () => {
    const set = justified(fonts, line(fonts, ['A line of ', ['several', { face: 'textItalic' }], ' words and a\u00a0gap'], 'space'))
    const bytes = await draw(layout(page(1, [frame([set])])))
    const space = formatNumber((-set.wordSpace * 1000) / 10)
    expect(operatorsOf(bytes)[0]!.split(`)${space}(`)).toHaveLength(1 + 8)
    const last = set.runs.at(-1)!
    expect(last.x + fonts.width(last.text, last.style) + 4 * set.wordSpace).toBeCloseTo(set.width, 6)
  })

  test('keeps the sizes, tracking, rise and ink of its runs', async () => {
    const set = line(fonts, ['a', ['b', { size: 6, rise: 3.5 }], ['c', { tracking: 0.25, ink: 'accent' }], 'd'], 'paragraph')
    const operators = operatorsOf(await draw(layout(page(1, [frame([set])]))))[0]!.split('\n')
    const state = operators.filter((operator) => /T[fsc]$|k$/.test(operator))
    expect(state).toEqual([
      '/F1 10 Tf', '0 0 0 1 k', '/F1 6 Tf', '3.5 Ts', '/F1 10 Tf', '0 Ts', '0.25 Tc', '0 0.95 1 0 k', '0 Tc', '0 0 0 1 k',
    ])
  })

  test('leaves out what the font cannot draw, and draws no box for it', async () => {
    const read = await readPdf(await draw(layout(page(1, [frame([say('Peace 和平 now')])]))))
    expect(read.pages[0]!.text.trim()).toMatch(/^Peace\s+now$/)
  })

  test('strikes out from the first to the last letter, spaces included', async () => {
    const set = { ...line(fonts, ['no ', ['struck out', { strike: true }], ' more'], 'paragraph'), wordSpace: 2 }
    const bytes = await draw(layout(page(1, [frame([set])])))
    const [x, , width] = /([\d.]+) ([\d.]+) ([\d.]+) [\d.]+ re f/.exec(operatorsOf(bytes)[0]!)!.slice(1).map(Number)
    expect(x).toBeCloseTo(20 + set.runs[1]!.x, 2)
    expect(width).toBeCloseTo(fonts.width('struck out', set.runs[1]!.style) + 2, 2)
  })

  test('strikes small letters out with a line that a press can print', async () => {
    const small = await draw(layout(page(1, [frame([line(fonts, [['struck', { strike: true, size: 6 }]], 'paragraph')])])))
    expect(/[\d.]+ [\d.]+ [\d.]+ ([\d.]+) re f/.exec(operatorsOf(small)[0]!)![1]).toBe('0.5')
  })

  test('draws an empty frame, and a line without letters, as nothing', async () => {
    const read = await readPdf(await draw(layout(page(1, [frame([]), frame([line(fonts, [''], 'paragraph')])]))))
    expect(read.pages[0]!.text.trim()).toBe('')
  })
})

describe('tags', () => {
  const story = (width: number) => layout(
    page(1, [
      frame([say('Red Flag')], { kind: 'nameplate' }),
      frame([say('Dockers win')], { y: 40, tag: tag(1, 'H1'), kind: 'headline' }),
      frame([say('A second story')], { y: 60, tag: tag(1, 'H2', 'laundry') }),
      frame([say('One.')], { y: 80, tag: tag(3, 'LI') }),
      frame([say('Two.')], { y: 100, tag: tag(4, 'LI') }),
      frame([line(fonts, ['They walked out at dawn and stayed to-'], 'hyphen', width)], { y: 120, tag: tag(5) }),
      frame([say('Continued on page 2')], { y: 140, kind: 'jumpLine' }),
      frame([say('They met at noon.')], { y: 160, tag: tag(2) }),
    ]),
    page(2, [frame([say('From page 1')], { kind: 'jumpLine' }), frame([say('gether to the end.')], { y: 60, tag: tag(5) })]),
  )

  test('gather each story, its blocks in reading order, its list items in a list', async () => {
    const read = await readPdf(await draw(story(260)))
    expect(outlineOf(read.pages[0]!.structure)).toBe('Document(Art(H1 P L(LI(LBody) LI(LBody)) P) Art(H2))')
  })

  test('skip furniture and the hyphens of divided words', async () => {
    const read = await readPdf(await draw(story(260)))
    const said = JSON.stringify(read.pages.map(({ structure }) => structure))
    expect(said).toContain('stayed to')
    for (const unsaid of ['stayed to-', 'Continued', 'From page', 'Red Flag']) expect(said).not.toContain(unsaid)
  })

  testWith('pdfinfo')('make one paragraph of its pieces on two pages', async () => {
    const said = ask('pdfinfo', ['-struct-text', 'FILE'], await draw(story(260)))
    expect(said.replace(/"\s*"/g, '')).toContain('"They walked out at dawn and stayed together to the end. "')
    expect(said.indexOf('They met at noon')).toBeLessThan(said.indexOf('"One.'))
  })

  test('say what a picture shows, and where it is', async () => {
    const red = await jpegOf('#d7261e', 'cmyk')
    const bytes = await draw(layout(page(1, [picture('a.jpg', 'Dockers with a “red” flag', { tag: tag(1, 'Figure') })])), { picture: async () => red })
    const [figure] = (await readPdf(bytes)).pages[0]!.structure[0]!.children[0]!.children
    expect(figure).toMatchObject({ role: 'Figure', alt: 'Dockers with a “red” flag' })
    expect(Buffer.from(bytes).toString('latin1')).toContain('/BBox [20 150 120 200]')
  })

  test('pass over a picture without words', async () => {
    const red = await jpegOf('#d7261e', 'cmyk')
    const bytes = await draw(layout(page(1, [picture('a.jpg', '', { tag: tag(1, 'Figure') })])), { picture: async () => red })
    expect(operatorsOf(bytes)[0]).toMatch(/^\/Artifact BMC\nq .* Do Q\nEMC$/)
  })
})

describe('sheet', () => {
  test('is the trim where there is no bleed, and larger by the bleed all round where there is', async () => {
    const bytes = await draw(layout(page(1, [frame([say('One')])]), page(2, [frame([say('Two')])], { bleed: 9 })))
    expect(boxesOf(bytes, 'MediaBox')).toEqual([[0, 0, 300, 400], [0, 0, 318, 418]])
    expect(boxesOf(bytes, 'BleedBox')).toEqual([[0, 0, 300, 400], [0, 0, 318, 418]])
    expect(boxesOf(bytes, 'TrimBox')).toEqual([[0, 0, 300, 400], [9, 9, 309, 409]])
  })

  test.each([[8.5, [25.5, 25.5, 342.5, 442.5]], [0, [34, 34, 334, 434]]])('with marks has room for them, and of that a bleed of %d alone', async (bleed, box) => {
    const [side] = pressSides([page(1, [])], { trim: { width: 300, height: 400 }, pdfPage: { width: 300, height: 400 }, pairs: false, marks: 34, bleed })
    const bytes = await drawSides([side!])
    expect(boxesOf(bytes, 'MediaBox')).toEqual([[0, 0, 368, 468]])
    expect(boxesOf(bytes, 'BleedBox')).toEqual([box])
    expect(boxesOf(bytes, 'TrimBox')).toEqual([[34, 34, 334, 434]])
  })

  test('puts what lies at the top of the trim at the top of the trim', async () => {
    const rule = { kind: 'rule', x: 20, y: 30, width: 260, height: 1, ink: 'black' } as const
    const operators = operatorsOf(await draw(layout(page(1, [rule]), page(2, [rule], { bleed: 9 }))))
    expect(operators[0]).toContain('20 369 260 1 re f')
    expect(operators[1]).toContain('29 378 260 1 re f')
  })
})

describe('ink', () => {
  test('is cyan, magenta, yellow and black, and nothing else', async () => {
    const panels = (['black', 'accent', 'paper', 'grey', 'tint', 'accentTint'] as const)
      .map((ink, i) => ({ kind: 'panel', x: 0, y: i * 20, width: 300, height: 20, ink }) as const)
    const bytes = await draw(layout(page(1, [...panels, frame([say('text')])])))
    expect(operatorsOf(bytes)[0]).not.toMatch(/ (rg|RG|g|G|cs|CS|sc|scn|K|sh)$/m)
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/DeviceRGB|CalRGB|ICCBased|\/ca |\/CA |\/SMask|\/Group/)
  })

  testWith('gs')('comes out as the palette says, small black type over it and large type through it', async () => {
    const block = (size: number, ink: 'black' | 'paper') => line(fonts, [['\u2014', { face: 'labelBlack', size, ink }]], 'paragraph')
    const bytes = await draw(layout(page(1, [
      { kind: 'panel', x: 0, y: 0, width: 300, height: 300, ink: 'accent' },
      { ...frame([block(19, 'black')], { x: 20, y: 40 }) },
      { ...frame([block(40, 'black')], { x: 20, y: 90 }) },
      { ...frame([block(19, 'paper')], { x: 20, y: 140 }) },
    ])))
    const scale = 4
    const inks = inksOf(bytes, 72 * scale)
    const middle = (y: number, size: number) => inks.at(Math.round((20 + size / 2) * scale), Math.round((y + 10 - 0.28 * size) * scale))
    const accent = [0, Math.round(0.95 * 255), 255, 0]
    expect(inks.at(10 * scale, 280 * scale)).toEqual(accent)
    expect(middle(40, 19)).toEqual([...accent.slice(0, 3), 255])
    expect(middle(90, 40)).toEqual([0, 0, 0, 255])
    expect(middle(140, 19)).toEqual([0, 0, 0, 0])
  })
})

describe('an ink of its own', () => {
  const spot = () => spotPaletteOf('Flag red', [0, 95, 100, 0])
  const panel = { kind: 'panel', x: 0, y: 0, width: 300, height: 300, ink: 'accent' } as const
  const pages = layout(page(1, [panel, { ...panel, y: 300, height: 60, ink: 'accentTint' }, frame([say('text')])]))

  test('is named, with the mix that stands for it on a screen', async () => {
    const bytes = await draw(pages, { palette: spot, marks: { spot: 'All', cmyk: [100, 100, 100, 100], tint: 100 } })
    const [operators] = operatorsOf(bytes)
    expect(operators!.split('\n').filter((operator) => / (scn|k)$/.test(operator))).toEqual(['/S-Flag#20red cs 1 scn', '/S-Flag#20red cs 0.1 scn', '0 0 0 1 k'])
    const file = Buffer.from(bytes).toString('latin1')
    expect(file).toContain('[/Separation /Flag#20red /DeviceCMYK')
    expect(file).toContain('/C1 [0 0.95 1 0]')
  })

  test('leaves no trace where there is none', async () => {
    expect(Buffer.from(await draw(pages)).toString('latin1')).not.toMatch(/Separation|ColorSpace <</)
  })

  testWith('gs')('makes a plate of its own, on which small black type leaves no hole and large type does', async () => {
    const block = (size: number) => line(fonts, [['\u2014', { face: 'labelBlack', size, ink: 'black' }]], 'paragraph')
    const bytes = await draw(layout(page(1, [panel, { ...frame([block(19)]), x: 20, y: 40 }, { ...frame([block(40)], { y: 90 }), x: 20 }])), { palette: spot })
    const plates = platesOf(bytes, 144)
    expect([...plates.keys()].sort()).toEqual(['Black', 'Cyan', 'Flag red', 'Magenta', 'Yellow'])
    const ink = async (plate: string) => sharp(plates.get(plate)!).greyscale().toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
    const [red, black, magenta] = [await ink('Flag red'), await ink('Black'), await ink('Magenta')]
    const at = ({ data, info }: typeof red, x: number, y: number) => 255 - data[Math.round(2 * y) * info.width + Math.round(2 * x)]!
    // In the middle of the small dash, of the large one, and beside both.
    const spots = [[20 + 9.5, 30 - 0.28 * 19], [20 + 20, 100 - 0.28 * 40], [250, 200]] as const
    expect(spots.map(([x, y]) => [at(red, x, y) > 250, at(black, x, y) > 250])).toEqual([[true, true], [false, true], [true, false]])
    expect(spots.map(([x, y]) => at(magenta, x, y))).toEqual([0, 0, 0])
  })
})

test('an area of black is what the palette has for areas; type and thin rules stay black', async () => {
  const wide = { kind: 'panel', x: 20, y: 20, width: 200, height: 40, ink: 'black' } as const
  const bytes = await draw(layout(page(1, [wide, { ...wide, kind: 'rule', y: 100, height: 1 }, { ...wide, kind: 'rule', y: 120, height: 9 }])), { palette: () => blackPlate })
  expect(operatorsOf(bytes)[0]!.split('\n').filter((operator) => / g$/.test(operator))).toEqual(['0.15 g', '0 g', '0.15 g'])
})

describe('pictures', () => {
  const onePicture = layout(page(1, [picture('a.jpg', 'A field')]))

  testWith('gs')('keep their inks', async () => {
    const red = await jpegOf('#d7261e', 'cmyk')
    const wanted = [...(await sharp(red).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()).subarray(0, 4)]
    const found = inksOf(await draw(onePicture, { picture: async () => red })).at(70, 225)
    wanted.forEach((ink, i) => expect(Math.abs(ink - found[i]!)).toBeLessThanOrEqual(3))
    expect(found[1]).toBeGreaterThan(200)
    expect(found[0]).toBeLessThan(80)
  })

  testWith('gs')('are not turned round when no Adobe marker says that they are', async () => {
    const marked = Buffer.from(await jpegOf('#d7261e', 'cmyk'))
    const at = marked.indexOf(Buffer.from([0xff, 0xee]))
    const plain = Buffer.concat([marked.subarray(0, at), marked.subarray(at + 2 + marked.readUInt16BE(at + 2))])
    const upright = inksOf(await draw(onePicture, { picture: async () => marked })).at(70, 225)
    const turned = inksOf(await draw(onePicture, { picture: async () => plain })).at(70, 225)
    upright.forEach((ink, i) => expect(Math.abs(ink + turned[i]! - 255)).toBeLessThanOrEqual(3))
  })

  testWith('pdfimages')('are CMYK or grey to a reader of the file', async () => {
    const jpegs = [await jpegOf('#d7261e', 'cmyk'), await jpegOf('#808080', 'grey')]
    const pages = layout(page(1, [picture('red.jpg', 'Red'), picture('grey.jpg', 'Grey', { y: 300 })]))
    const listed = ask('pdfimages', ['-list', 'FILE'], await draw(pages, { picture: async ({ file }) => jpegs[file === 'red.jpg' ? 0 : 1]! }))
    expect(listed.match(/ (cmyk|gray|rgb|icc) /g)).toEqual([' cmyk ', ' gray '])
  })

  test('bring nothing along but their pixels', async () => {
    const telling = await sharp(await jpegOf('#d7261e', 'cmyk')).withIccProfile('cmyk')
      .withExif({ IFD0: { Artist: 'Somebody Real', Make: 'Cameramaker' } }).jpeg().toBuffer()
    expect(telling.includes('Somebody Real')).toBe(true)
    const file = Buffer.from(await draw(onePicture, { picture: async () => telling }))
    for (const secret of ['Exif', 'Somebody', 'Cameramaker', 'ICC_PROFILE']) expect(file.includes(secret)).toBe(false)
  })

  test('are embedded once however often they are shown', async () => {
    const red = await jpegOf('#d7261e', 'cmyk')
    const twice = layout(page(1, [picture('a.jpg', 'A')]), page(2, [picture('a.jpg', 'A')]))
    const file = Buffer.from(await draw(twice, { picture: async () => red })).toString('latin1')
    expect(file.match(/\/Subtype \/Image/g)).toHaveLength(1)
  })

  test.each([
    ['an RGB picture', async () => jpegOf('#d7261e', 'rgb'), 'A press picture must be grey or CMYK; this one has 3 colour components'],
    ['what is no JPEG', async () => new Uint8Array([1, 2, 3, 4, 5]), 'A press picture must be a JPEG'],
    ['nothing', async () => new Uint8Array(), 'A press picture must be a JPEG'],
    ['a JPEG that is cut off', async () => (await jpegOf('#d7261e', 'cmyk')).subarray(0, 200), 'A press picture is cut off'],
  ])('refuse %s', async (_, read, message) => {
    await expect(draw(onePicture, { picture: read })).rejects.toThrow(message)
  })
})

describe('file', () => {
  const pages = () => layout(page(1, [frame([say('The office')], { tag: tag(1) })]))

  test('tells its title, language and date, and no more', async () => {
    const read = await readPdf(await draw(pages(), { title: 'Bandera Roja: «¿R & D?» <1>', language: 'es' }))
    expect(read.info).toMatchObject({ Title: 'Bandera Roja: «¿R & D?» <1>', CreationDate: 'D:20261115000000Z', Language: 'es', PDFFormatVersion: '1.4' })
    for (const key of ['Producer', 'Creator', 'Author', 'ModDate', 'Custom']) expect(read.info[key]).toBeUndefined()
    expect(read.xmp).toContain('>Bandera Roja: «¿R &amp; D?» &lt;1&gt;<')
    expect(read.xmp).toContain('<xmp:CreateDate>2026-11-15T00:00:00Z<')
  })

  test('shows its title and says that it is tagged', async () => {
    const file = Buffer.from(await draw(pages())).toString('latin1')
    expect(file).toContain('/DisplayDocTitle true')
    expect(file).toContain('/Marked true')
    expect(file).toContain('/Lang (en)')
  })

  test('has no key that is newer than its version', async () => {
    expect(Buffer.from(await draw(pages())).toString('latin1')).not.toMatch(/\/UserUnit|\/Tabs|\/length/)
  })

  test('is the same twice, and has another identifier when anything differs', async () => {
    const [one, again, other] = [await draw(pages()), await draw(pages()), await draw(pages(), { title: 'Red Flah' })]
    expect(again).toEqual(one)
    const idOf = (bytes: Uint8Array) => /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(Buffer.from(bytes).toString('latin1'))![1]
    expect(idOf(one)).not.toBe('0'.repeat(32))
    expect(idOf(other)).not.toBe(idOf(one))
  })

  test('names no program, no path', async () => {
    const file = Buffer.from(await draw(pages())).toString('latin1')
    expect(file).not.toMatch(/pdfkit|fontkit|node_modules|sharp|libvips/i)
    expect(file).not.toContain(process.cwd())
  })

  testWith('qpdf')('is sound', async () => {
    expect(ask('qpdf', ['--check', 'FILE'], await draw(pages()))).toContain('No syntax or stream encoding errors found')
  })

  testWith('pdffonts')('embeds a subset of each font, with the letters that its codes stand for', async () => {
    const set = line(fonts, ['plain ', ['italic', { face: 'textItalic' }]], 'paragraph')
    const listed = ask('pdffonts', ['FILE'], await draw(layout(page(1, [frame([set])])))).trim().split('\n').slice(2)
    expect(listed).toHaveLength(2)
    for (const font of listed) expect(font).toMatch(/^[A-Z]{6}\+SourceSerif4-\w+ +CID TrueType +Identity-H +yes yes yes/)
  })
})

describe('PDF/X-4', () => {
  const condition = { identifier: 'IFRA26', info: 'Newsprint', registry: 'http://www.color.org' }
  const profile = { bytes: Buffer.from(`${'x'.repeat(8)}\u0002\x40\0\0prtrCMYK${'y'.repeat(120)}`) }
  const pages = () => layout(page(1, [frame([say('The office')], { tag: tag(1) })]))
  const made = () => draw(pages(), { press: { standard: 'PDF/X-4', condition, profile } })

  test('says so in its packet alone, in a version that knows transparency, and carries the profile of its condition', async () => {
    const bytes = await made()
    const { info, xmp } = await readPdf(bytes)
    expect(info).toMatchObject({ PDFFormatVersion: '1.6', ModDate: 'D:20261115000000Z' })
    expect(Buffer.from(bytes).toString('latin1').match(/GTS_PDFXVersion/g)).toHaveLength(2)
    expect(xmp).toContain('<pdfxid:GTS_PDFXVersion xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">PDF/X-4<')
    expect(xmp).toMatch(/<xmpMM:DocumentID [^>]*>uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}</)
    expect(xmp).toContain('<xmpMM:RenditionClass xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">default<')
    expect(await made()).toEqual(bytes)
  })

  test('passes the rules that it breaks without the profile', async () => {
    const limits = { ...usualLimits('press'), standard: 'PDF/X-4' } as const
    expect((await checkPdf(await made(), 'paper.pdf', limits)).diagnostics).toEqual([])
    const without = await draw(pages(), { press: { standard: 'PDF/X-4', condition } })
    expect((await checkPdf(without, 'paper.pdf', limits)).diagnostics.map(({ id, params }) => [id, params])).toEqual([['preflight/output-intent', { reason: 'DestOutputProfile' }]])
  })

  test('is another file than PDF/X-1a, which may carry a profile too', async () => {
    const bytes = await draw(pages(), { press: { standard: 'PDF/X-1a:2003', condition, profile } })
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/^%PDF-1\.4[^]*\/DestOutputProfile \d+ 0 R/)
    expect((await checkPdf(bytes, 'paper.pdf', { ...usualLimits('press'), standard: 'PDF/X-1a:2003' })).diagnostics).toEqual([])
  })
})

/** Each rule over finished bytes: a broken file that it must catch, beside a good one that all rules must pass. */
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../src/diagnostics/catalogue.ts'
import type { DiagnosticId } from '../../../src/diagnostics/catalogue.ts'
import { describe as describeDiagnostic } from '../../../src/diagnostics/words.ts'
import type { Limits } from '../../../src/print/preflight/limits.ts'
import { checkPdf } from '../../../src/print/preflight/preflight.ts'
import { ask, testWith } from '../../helpers/pdf.ts'
import { draw, greyJpeg, handmade, strict, swap, type Parts } from './handmadePdf.ts'

async function found(change: (parts: Parts) => void | Promise<void>, limits: Partial<Limits> = {}) {
  return (await checkPdf(await handmade(change), 'paper.pdf', { ...strict, ...limits })).diagnostics
}

const artifact = (operators: string): string => `/Artifact BMC ${operators} EMC`
const words = (operators: string): string => artifact(`BT /F1 10 Tf 1 0 0 1 40 100 Tm ${operators} ET`)
const cmykPicture = (percent: number[]): Buffer => {
  // Bare samples, full ink is 255.
  const pixel = percent.map((ink) => Math.round(ink * 2.55))
  return Buffer.from(Array.from({ length: 20 * 20 }, () => pixel).flat())
}
const exif = (jpeg: Buffer): Buffer => Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, 14]), Buffer.from('Exif\0\0Camera'), jpeg.subarray(2)])

interface Case {
  name: string
  id: DiagnosticId
  break: (parts: Parts) => void | Promise<void>
  limits?: Partial<Limits>
  /** Facts that the finding must name. */
  params?: Record<string, unknown>
}

const cases: Case[] = [
  { name: 'type in RGB', id: 'preflight/color-space', break: (p) => draw(p, words('1 0 0 rg (Red) Tj')), params: { page: 1, space: 'RGB', what: 'Red', left: 14, top: 103 } },
  { name: 'a line in Lab', id: 'preflight/color-space', params: { space: 'Lab' }, break: (p) => {
    swap(p, 3, '/XObject', '/ColorSpace <</L [/Lab <</WhitePoint [0.9 1 0.8]>>]>> /XObject')
    draw(p, artifact('/L CS 50 0 0 SC 2 w 40 100 m 90 100 l S'))
  } },
  { name: 'a ground by a profile', id: 'preflight/color-space', params: { space: 'ICC' }, break: (p) => {
    p.objects.set(30, { dict: '/N 4', bytes: Buffer.from('profile') })
    swap(p, 3, '/XObject', '/ColorSpace <</L [/ICCBased 30 0 R]>> /XObject')
    draw(p, artifact('/L cs 0 0 0 1 scn 40 100 50 50 re f'))
  } },
  { name: 'a picture in RGB', id: 'preflight/picture-color', params: { page: 2, what: 'P1', story: 'Dockers win' }, break: async (p) => {
    const bytes = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#905050' } }).jpeg().toBuffer()
    p.objects.set(12, { dict: '/Type /XObject /Subtype /Image /Width 200 /Height 100 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode', bytes })
  } },
  { name: 'an inline picture in RGB', id: 'preflight/picture-color', break: (p) => draw(p, artifact('q 10 0 0 10 40 60 cm BI /W 30 /H 30 /CS /RGB /BPC 8 /F /AHx ID ffffff> EI Q')) },
  { name: 'a font that is not there', id: 'preflight/font-not-embedded', break: (p) => swap(p, 8, '/FontFile2 9 0 R', ''), params: { font: 'ABCDEF+SourceSerif4' } },
  { name: 'a whole font', id: 'preflight/font-not-subset', break: (p) => swap(p, 7, 'ABCDEF+', ''), params: { font: 'SourceSerif4' } },
  { name: 'no TrimBox', id: 'preflight/box-missing', break: (p) => swap(p, 5, '/TrimBox [0 0 300 400]', ''), params: { page: 2 } },
  { name: 'a trim outside the bleed', id: 'preflight/box-nesting', break: (p) => swap(p, 3, '/TrimBox [0 0 300 400]', '/TrimBox [-1 0 299 400]'), params: { page: 1, box: 'TrimBox' } },
  { name: 'a bleed outside the sheet', id: 'preflight/box-nesting', break: (p) => swap(p, 3, '/BleedBox [0 0 300 400]', '/BleedBox [0 0 310 410]'), params: { box: 'BleedBox' } },
  { name: 'another size', id: 'preflight/page-size', break: () => {}, limits: { page: { width: 300, height: 420 } }, params: { page: 1, width: 106, height: 141, wantedHeight: 148 } },
  { name: 'two pages where fours are folded', id: 'preflight/page-count', break: () => {}, limits: { pages: { multiple: 4, least: 4, most: 48 } }, params: { pages: 2, multiple: 4 } },
  { name: 'more pages than the press has', id: 'preflight/page-count', break: () => {}, limits: { pages: { multiple: 1, least: 1, most: 1 } } },
  { name: 'another standard', id: 'preflight/standard', break: (p) => swap(p, 13, 'PDF/X-1a:2003', 'PDF/X-3:2003'), params: { wanted: 'PDF/X-1a:2003', said: 'PDF/X-3:2003' } },
  { name: 'a newer PDF', id: 'preflight/version', break: (p) => void (p.version = '1.6'), params: { version: '1.6', newest: '1.4' } },
  { name: 'a newer PDF by its catalogue', id: 'preflight/version', break: (p) => swap(p, 1, '/Catalog', '/Catalog /Version /1.7'), params: { version: '1.7' } },
  { name: 'alpha', id: 'preflight/transparency', break: (p) => swap(p, 11, '/OP false', '/ca 0.5 /OP false'), params: { how: 'alpha' } },
  { name: 'a soft mask', id: 'preflight/transparency', break: (p) => swap(p, 12, '/BitsPerComponent', '/SMask 12 0 R /BitsPerComponent'), params: { how: 'soft mask' } },
  { name: 'a blend mode', id: 'preflight/transparency', break: (p) => swap(p, 11, '/OP false', '/BM /Multiply /OP false'), params: { how: 'blend mode' } },
  { name: 'a group', id: 'preflight/transparency', break: (p) => swap(p, 3, '/StructParents', '/Group <</S /Transparency>> /StructParents'), params: { how: 'group' } },
  { name: 'a link', id: 'preflight/annotation', break: (p) => swap(p, 3, '/StructParents', '/Annots [<</Type /Annot /Subtype /Link /Rect [0 0 9 9]>>] /StructParents'), params: { page: 1, kinds: 'Link' } },
  { name: 'a note in a file for the screen', id: 'preflight/annotation', limits: { use: 'screen' }, params: { kinds: 'Text' },
    break: (p) => swap(p, 3, '/StructParents', '/Annots [<</Subtype /Text /Rect [0 0 9 9]>> <</Subtype /Link /Rect [0 0 9 9]>>] /StructParents') },
  { name: 'a script that opens with the file', id: 'preflight/action', break: (p) => swap(p, 1, '/Lang', '/OpenAction <</S /JavaScript /JS (x)>> /Lang'), params: { action: 'JavaScript' } },
  { name: 'a program that is started', id: 'preflight/action', break: (p) => swap(p, 1, '/Lang', '/OpenAction <</S /Launch /F (x)>> /Lang'), params: { action: 'Launch' } },
  { name: 'an action of a page', id: 'preflight/action', break: (p) => swap(p, 3, '/StructParents', '/AA <</O <</S /Named>>>> /StructParents'), params: { action: 'AA' } },
  { name: 'a lock', id: 'preflight/encrypted', break: (p) => void (p.trailer += ' /Encrypt <</Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4>>') },
  { name: 'LZW', id: 'preflight/lzw', break: (p) => void p.objects.set(31, { dict: '/Filter /LZWDecode', bytes: Buffer.from([0x80, 0x0b, 0x60, 0x50]) }) },
  { name: 'LZW in an inline picture', id: 'preflight/lzw', break: (p) => draw(p, artifact('q 10 0 0 10 40 60 cm BI /W 30 /H 30 /CS /G /BPC 8 /F /LZW ID x EI Q')) },
  { name: 'layers', id: 'preflight/layers', break: (p) => swap(p, 1, '/Lang', '/OCProperties <</OCGs []>> /Lang') },
  { name: 'a file inside', id: 'preflight/attachment', break: (p) => void p.objects.set(31, '<</Type /Filespec /F (x) /EF <</F 9 0 R>>>>'), params: { files: 1 } },
  { name: 'no output intent', id: 'preflight/output-intent', break: (p) => swap(p, 1, '/OutputIntents [22 0 R]', ''), params: { reason: 'GTS_PDFX × 0' } },
  { name: 'an intent without a condition', id: 'preflight/output-intent', break: (p) => swap(p, 22, '(IFRA26)', '()'), params: { reason: 'OutputConditionIdentifier' } },
  { name: 'an intent that nobody registered', id: 'preflight/output-intent', break: (p) => swap(p, 22, '/RegistryName (http://www.color.org)', ''), params: { reason: 'RegistryName' } },
  { name: 'a monitor’s profile', id: 'preflight/output-intent', params: { reason: 'mntr ≠ prtr' }, break: (p) => {
    p.objects.set(30, { dict: '/N 4', bytes: Buffer.from(`${'x'.repeat(12)}mntrCMYK`) })
    swap(p, 22, '/Info', '/DestOutputProfile 30 0 R /Info')
  } },
  { name: 'a profile of three inks', id: 'preflight/output-intent', params: { reason: 'N = 3' }, break: (p) => {
    p.objects.set(30, { dict: '/N 3', bytes: Buffer.from(`${'x'.repeat(12)}prtrRGB `) })
    swap(p, 22, '/Info', '/DestOutputProfile 30 0 R /Info')
  } },
  { name: 'a profile of version 4 in a PDF/X-1a', id: 'preflight/output-intent', params: { reason: 'ICC 4' }, break: (p) => {
    p.objects.set(30, { dict: '/N 4', bytes: Buffer.from(`${'x'.repeat(8)}\u0004\0\0\0prtrCMYK`) })
    swap(p, 22, '/Info', '/DestOutputProfile 30 0 R /Info')
  } },
  { name: 'PDF/X-4 without the profile of its condition', id: 'preflight/output-intent', limits: { standard: 'PDF/X-4' }, params: { reason: 'DestOutputProfile' },
    break: (p) => swap(p, 13, 'PDF/X-1a:2003', 'PDF/X-4') },
  { name: 'Trapped as a text', id: 'preflight/trapped', break: (p) => swap(p, 13, '/Trapped /False', '/Trapped (False)'), params: { said: 'False' } },
  { name: 'no Trapped', id: 'preflight/trapped', break: (p) => swap(p, 13, '/Trapped /False', ''), params: { said: '–' } },
  { name: 'no title', id: 'preflight/missing-info', break: (p) => swap(p, 13, '/Title (Red & Flag)', ''), params: { key: 'Title' } },
  { name: 'no date of change', id: 'preflight/missing-info', break: (p) => swap(p, 13, '/ModDate (D:20261115000000Z)', ''), params: { key: 'ModDate' } },
  { name: 'no ID', id: 'preflight/missing-id', break: (p) => void (p.trailer = '/Root 1 0 R /Info 13 0 R') },
  { name: 'two titles', id: 'preflight/metadata-differs', break: (p) => swap(p, 13, 'Red & Flag', 'Red Flags'), params: { key: 'Title', info: 'Red Flags', xmp: 'Red & Flag' } },
  { name: 'two dates', id: 'preflight/metadata-differs', break: (p) => swap(p, 14, '2026-11-15', '2026-11-16'), params: { key: 'CreationDate' } },
  { name: 'two words on trapping', id: 'preflight/metadata-differs', break: (p) => swap(p, 14, '>False<', '>True<'), params: { key: 'Trapped' } },
  { name: 'an author', id: 'preflight/personal-data', break: (p) => swap(p, 13, '/Title', '/Author (Ana) /Title'), params: { what: 'Author: Ana' } },
  { name: 'a program’s trail', id: 'preflight/personal-data', break: (p) => swap(p, 13, '/Title', '/Producer (Setter 3.1) /Title'), params: { what: 'Producer: Setter 3.1' } },
  { name: 'a program’s trail in the packet', id: 'preflight/personal-data', break: (p) => swap(p, 14, '<xmp:CreateDate>', '<xmp:CreatorTool>Setter</xmp:CreatorTool><xmp:CreateDate>'), params: { what: 'xmp:CreatorTool' } },
  { name: 'a working hour', id: 'preflight/personal-data', break: (p) => swap(p, 13, '/ModDate (D:20261115000000Z)', "/ModDate (D:20261115231455-06'00')"), params: { what: "ModDate: D:20261115231455-06'00'" } },
  { name: 'a home folder', id: 'preflight/personal-data', break: (p) => void p.objects.set(31, '<</Note (made in /home/someone/paper)>>'), params: { what: '/home/someone/paper' } },
  { name: 'a camera', id: 'preflight/personal-data', params: { what: 'P1: Exif' }, break: async (p) => void p.objects.set(12, { ...(p.objects.get(12) as { dict: string }), bytes: exif(await greyJpeg) }) },
  { name: 'few pixels', id: 'preflight/resolution-low', break: (p) => swap(p, 6, '72 0 0 36', '144 0 0 72'), params: { page: 2, found: 100, limit: 150, left: 14 } },
  { name: 'too many pixels', id: 'preflight/resolution-high', break: (p) => swap(p, 6, '72 0 0 36', '30 0 0 15'), params: { found: 480, limit: 400 } },
  { name: 'a thin stroke', id: 'preflight/thin-line', break: (p) => draw(p, artifact('0 0 0 1 K 0.3 w 40 100 m 90 100 l S')), params: { thickness: '0.30', limit: 0.5 } },
  { name: 'a stroke that is scaled down', id: 'preflight/thin-line', break: (p) => draw(p, artifact('0 0 0 1 K q .1 0 0 .1 0 0 cm 2 w 400 1000 m 900 1000 l S Q')), params: { thickness: '0.20' } },
  { name: 'a thin filled line', id: 'preflight/thin-line', break: (p) => draw(p, artifact('0 0 0 1 k 40 100 .25 90 re f')), params: { thickness: '0.25' } },
  { name: 'small white type on one ink', id: 'preflight/reversed-type', break: (p) => swap(p, 4, '/F1 9 Tf', '/F1 7 Tf'), params: { limit: 8, typeSize: 7, what: 'White on black.' } },
  { name: 'small white type on two inks', id: 'preflight/reversed-type', break: (p) => swap(p, 4, '0 0 0 1 k 40 220 200 20 re f', '0 .9 .9 0 k 40 220 200 20 re f'), params: { limit: 12, typeSize: 9 } },
  { name: 'small type in two inks', id: 'preflight/many-inks-type', break: (p) => draw(p, words('0 .95 1 0 k /F1 7 Tf (Kicker) Tj')), params: { limit: 8, typeSize: 7 } },
  { name: 'a tint that vanishes', id: 'preflight/tint', break: (p) => draw(p, artifact('0 0 0 .03 k 40 100 50 50 re f')), params: { tint: 3, lightest: 5 } },
  { name: 'a grey that prints solid', id: 'preflight/tint', break: (p) => draw(p, artifact('.08 g 40 100 50 50 re f')), params: { tint: 92, darkest: 85 } },
  { name: 'an unknown ink', id: 'preflight/spot', params: { ink: 'Flag blue', known: 'Flag red', page: 1 }, break: (p) => {
    swap(p, 3, '/XObject', '/ColorSpace <</S [/Separation /Flag#20blue /DeviceCMYK 10 0 R]>> /XObject')
    draw(p, artifact('/S cs 1 scn 40 100 50 50 re f'))
  } },
  { name: 'colour where the press has black', id: 'preflight/color-page', break: () => {}, limits: { colorPages: [2] }, params: { page: 1, pages: '2' } },
  { name: 'white that overprints', id: 'preflight/white-overprint', break: (p) => swap(p, 4, '0 0 0 0 k BT', '/Over gs 0 0 0 0 k BT'), params: { what: 'White on black.' } },
  { name: 'small black that knocks out', id: 'preflight/black-knocks-out', break: (p) => draw(p, words('/Knock gs 0 0 0 1 k (Small) Tj')), params: { what: 'Small', typeSize: 10 } },
  { name: 'small black of four inks', id: 'preflight/black-of-many-inks', break: (p) => draw(p, words('/Over gs .6 .4 .4 1 k (Rich) Tj')), params: { what: 'Rich' } },
  { name: 'small black without black', id: 'preflight/black-of-many-inks', break: (p) => draw(p, words('/Over gs .9 .9 .9 0 k (Rich) Tj')) },
  { name: 'a ground of too much ink', id: 'preflight/ink-limit', break: (p) => draw(p, artifact('.8 .8 .8 .8 k 40 100 50 50 re f')), params: { ink: 320, limit: 240, page: 1, left: 14 } },
  { name: 'black that overprints a ground', id: 'preflight/ink-limit', break: (p) => draw(p, artifact('.6 .6 .6 0 k 40 100 50 50 re f /Over gs 0 0 0 1 k 40 100 50 50 re f')), params: { ink: 280 } },
  { name: 'letters of too much ink', id: 'preflight/ink-limit', break: (p) => draw(p, artifact('.8 .8 .8 .8 k BT /F1 60 Tf 1 0 0 1 40 100 Tm (RED) Tj ET')), params: { ink: 320, area: 67 } },
  { name: 'large black letters that overprint a ground', id: 'preflight/ink-limit', params: { ink: 280 },
    break: (p) => draw(p, artifact('.6 .6 .6 0 k 40 100 200 60 re f /Over gs 0 0 0 1 k BT /F1 60 Tf 1 0 0 1 40 110 Tm (RED) Tj ET')) },
  { name: 'a thick line of too much ink', id: 'preflight/ink-limit', break: (p) => draw(p, artifact('.8 .8 .8 .8 K 12 w 40 100 m 90 100 l S')), params: { ink: 320 } },
  { name: 'the printer’s own ink over too much of the four', id: 'preflight/ink-limit', params: { ink: 300 }, break: (p) => {
    swap(p, 3, '/XObject', '/ColorSpace <</S [/Separation /Flag#20red /DeviceCMYK 10 0 R]>> /XObject')
    draw(p, artifact('0 1 1 0 k 40 100 50 50 re f /Over gs /S cs 1 scn 40 100 50 50 re f'))
  } },
  { name: 'a picture of too much ink', id: 'preflight/ink-limit', params: { page: 2, ink: 280 }, break: (p) => void p.objects.set(12, {
    dict: '/Type /XObject /Subtype /Image /Width 20 /Height 20 /ColorSpace /DeviceCMYK /BitsPerComponent 8', bytes: cmykPicture([70, 60, 60, 90]),
  }), limits: { resolution: { least: 1, most: 999 } } },
  { name: 'type at the edge', id: 'preflight/outside-area', break: (p) => draw(p, artifact('/Over gs 0 0 0 1 k BT /F1 10 Tf 1 0 0 1 20 100 Tm (Lost) Tj ET')), params: { what: 'Lost', margin: 10.6, left: 7 } },
  { name: 'a line that runs out of the page', id: 'preflight/outside-area', break: (p) => draw(p, artifact('/Over gs 0 0 0 1 k BT /F1 10 Tf 1 0 0 1 180 100 Tm (A line that is too long by far) Tj ET')) },
  { name: 'no tags', id: 'preflight/untagged', break: (p) => swap(p, 1, '/Marked true', '/Marked false') },
  { name: 'type outside all tags', id: 'preflight/not-in-tags', break: (p) => draw(p, '/Over gs 0 0 0 1 k BT /F1 10 Tf 1 0 0 1 40 100 Tm (Stray) Tj ET'), params: { page: 1, what: 'Stray' } },
  { name: 'a picture without words', id: 'preflight/missing-alt', break: (p) => swap(p, 20, '/Alt (A crane over the quay)', '/Alt ( )'), params: { page: 2 } },
  { name: 'no language', id: 'preflight/missing-language', break: (p) => swap(p, 1, '/Lang (en)', '') },
  { name: 'a paragraph that nobody reads', id: 'preflight/reading-order', break: (p) => swap(p, 19, '[1 2', '[1'), params: { page: 1, what: 'White on black.' } },
  { name: 'a paragraph that is read twice', id: 'preflight/reading-order', break: (p) => swap(p, 19, '[1 2', '[1 1 2'), params: { page: 1, what: 'They walked out at dawn.' } },
  { name: 'an end before its beginning', id: 'preflight/reading-order', break: (p) => swap(p, 19, '[1 2 <</Type /MCR /Pg 5 0 R /MCID 0>>]', '[<</Type /MCR /Pg 5 0 R /MCID 0>> 1 2]'), params: { page: 1 } },
]

describe('the good file', () => {
  test('passes every rule', async () => {
    expect(await found(() => {})).toEqual([])
  })

  test.each(['paper', 'screen'] as const)('passes as a file for %s', async (use) => {
    expect(await found(() => {}, { use })).toEqual([])
  })

  testWith('qpdf')('is sound', async () => {
    expect(ask('qpdf', ['--check', 'FILE'], await handmade())).toContain('No syntax or stream encoding errors found')
  })
})

describe('a broken file is caught', () => {
  const known = new Map<string, Promise<Awaited<ReturnType<typeof found>>>>()
  const foundIn = ({ name, limits, break: change }: Case) => {
    if (!known.has(name)) known.set(name, found(change, limits))
    return known.get(name)!
  }

  test.each(cases)('$name: $id', async (each) => {
    const { id, params } = each
    const diagnostics = await foundIn(each)
    expect(diagnostics.map((each) => each.id)).toContain(id)
    const caught = diagnostics.find((each) => each.id === id)!
    expect(caught.place).toEqual({ file: 'paper.pdf' })
    if (params) expect(caught.params).toMatchObject(params)
    for (const language of ['en', 'es']) {
      const { message, fix } = describeDiagnostic(caught, language)
      expect(`${message} ${fix}`).not.toMatch(/\{\{|preflight\//)
    }
  })

  test('by that rule and no other, where one thing is wrong', async () => {
    const alone = new Set<string>()
    for (const each of cases) {
      const ids = new Set((await foundIn(each)).map(({ id }) => id))
      if (ids.size === 1) alone.add(each.id)
    }
    const rules = Object.keys(catalogue).filter((id) => id.startsWith('preflight/') && id !== 'preflight/unreadable')
    expect(rules.filter((id) => !cases.some((each) => each.id === id))).toEqual([])
    expect(rules.filter((id) => !alone.has(id))).toEqual([])
  })
})

describe('what is allowed', () => {
  test.each<[string, (parts: Parts) => void, Partial<Limits>]>([
    ['transparency in PDF/X-4', (p) => {
      swap(p, 11, '/OP false', '/ca 0.5 /OP false')
      swap(p, 13, 'PDF/X-1a:2003', 'PDF/X-4')
      p.objects.set(30, { dict: '/N 4', bytes: Buffer.from(`${'x'.repeat(12)}prtrCMYK`) })
      swap(p, 22, '/Info', '/DestOutputProfile 30 0 R /Info')
    }, { standard: 'PDF/X-4' }],
    ['RGB on a screen', (p) => draw(p, words('1 0 0 rg (Red) Tj')), { use: 'screen' }],
    ['the printer’s own ink', (p) => {
      swap(p, 3, '/XObject', '/ColorSpace <</S [/Separation /Flag#20red /DeviceCMYK 10 0 R]>> /XObject')
      draw(p, artifact('/S cs 1 scn 40 100 50 50 re f'))
    }, {}],
    ['large black that knocks out', (p) => draw(p, words('/Knock gs 0 0 0 1 k /F1 24 Tf (Big) Tj')), {}],
    ['small letters of too much ink', (p) => draw(p, artifact('.8 .8 .8 .8 k BT /F1 22 Tf 1 0 0 1 40 100 Tm (RED) Tj ET')), { manyInksType: 1 }],
    ['too much ink on a spot that is too small to smear', (p) => draw(p, artifact('.8 .8 .8 .8 k 40 100 8 8 re f')), {}],
    ['a picture of black and white of few pixels', (p) => swap(p, 12, '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode', '/ImageMask true /BitsPerComponent 1'), { resolution: { least: 600, most: 900 } }],
  ])('%s', async (_, change, limits) => {
    expect(await found(change, limits)).toEqual([])
  })
})

test('behind a lock nothing else is found', async () => {
  const both = await found((p) => {
    p.trailer += ' /Encrypt <</Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4>>'
    swap(p, 1, '/Lang (en)', '')
  })
  expect(both.map(({ id }) => id)).toEqual(['preflight/encrypted'])
})

describe('a file that is no PDF', () => {
  test.each([['a text', Buffer.from('Dear editors')], ['nothing', Buffer.alloc(0)], ['a head alone', Buffer.from('%PDF-1.4\n')]])('%s is one finding', async (_, bytes) => {
    const { diagnostics, pages } = await checkPdf(bytes, 'paper.pdf', strict)
    expect(diagnostics.map(({ id }) => id)).toEqual(['preflight/unreadable'])
    expect(pages).toBe(0)
  })

  test('nor does any damage make preflight fall', async () => {
    const good = await handmade()
    let seed = 17
    for (let round = 0; round < 30; round++) {
      const bytes = Buffer.from(good)
      for (let hit = 0; hit < 40; hit++) {
        seed = (seed * 48271) % 2147483647
        const at = seed % bytes.length
        // The font's bytes are not read; the head and the tail of the file are what counts.
        bytes[at % 2 ? at % 4000 : bytes.length - 1 - (at % 9000)] = seed % 256
      }
      const { diagnostics } = await checkPdf(bytes, 'paper.pdf', strict)
      expect(Array.isArray(diagnostics)).toBe(true)
    }
  })
})

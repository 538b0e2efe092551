import { describe, expect, test } from 'vitest'
import { openFonts } from '../../../src/print/pdf/fonts.ts'
import { singlePages } from '../../../src/print/imposition/sheet.ts'
import { drawPdf } from '../../../src/print/pdf/pdf.ts'
import { monoPalette } from '../../../src/print/stylebook/ink.ts'
import { checkTextCoverage } from '../../../src/print/preflight/textCoverage.ts'
import type { Paragraph } from '../../../src/print/flow/paragraph.ts'
import { partByScript } from '../../../src/print/stylebook/scripts.ts'
import { directionsOf, fromLeft } from '../../../src/print/type/bidi.ts'
import { setParagraph } from '../../../src/print/type/type.ts'
import { textOf } from '../../../src/print/type/line.ts'
import { ask, testWith } from '../../helpers/pdf.ts'
import { frame, layout, page } from './pages.ts'

const fonts = openFonts()
const style = { face: 'text', size: 10, ink: 'black' } as const
const paragraph = (text: string, language: string): Paragraph => ({
  spans: [{ text, style, place: { file: 'leaflets/heat/x.md' } }], language, align: 'justify', indent: 0, left: 0, right: 0, hyphenate: true,
})

describe('scripts', () => {
  test('part a text where it needs another face, signs with the letters before them', () => {
    expect(partByScript('Red Flag: «सब» — 17 العمل، ok.', style).map((part) => [part.text, part.style.face])).toEqual([
      ['Red Flag: «', 'text'], ['सब» — 17 ', 'devanagari'], ['العمل، ', 'arabic'], ['ok.', 'text'],
    ])
    expect(partByScript('Ζέστη жара', { ...style, face: 'labelBold' }).map((part) => part.style.face)).toEqual(['headlineBlack', 'labelBold'])
    expect(partByScript('Ζέστη жара heat', { ...style, face: 'poster' }).map((part) => part.style.face)).toEqual(['headlineBlack', 'condensedBold', 'poster'])
    expect(partByScript('plain', style)[0]!.style).toBe(style)
  })

  test('join Arabic letters, and draw them from right to left', () => {
    const alone = [...'عمل'].map((letter) => fonts.shape(letter, 'arabic', 'rtl').glyphs[0])
    const { glyphs, codePoints } = fonts.shape('عمل', 'arabic', 'rtl')
    expect(glyphs).toHaveLength(3)
    expect(glyphs.some((glyph) => alone.includes(glyph))).toBe(false)
    expect(String.fromCodePoint(...codePoints.flat().reverse())).toBe('عمل')
  })

  test('turn brackets that stand among letters from the right, and still read as they were written', () => {
    const [last, first] = [fonts.shape('(نعم)', 'arabic', 'rtl'), fonts.shape('()', 'arabic')].map(({ glyphs }) => glyphs)
    expect([last![0], last!.at(-1)]).toEqual([first![0], first![1]])
    expect(fonts.shape('(نعم)', 'arabic', 'rtl').codePoints[0]).toEqual([')'.codePointAt(0)])
  })

  test('say dots, vowel signs and joiners of Arabic in their order, and draw them where no letter is parted', () => {
    const read = (word: string) => String.fromCodePoint(...openFonts().shape(word, 'arabic', 'rtl').codePoints.flat().reverse())
    for (const word of ['تعرّق', 'فوراً', 'پارچهٔ', 'می‌شوند', 'ليبقَ', 'وَهْمٌ']) expect(read(word)).toBe(word)
    const word = fonts.shape('تعرّق', 'arabic', 'rtl')
    expect(word.offsets).toBeUndefined()
    expect(word.marks!.map(({ right }) => right > 0 && right < word.width)).toEqual([true, true, true])
    expect(fonts.shape('درود', 'arabic', 'rtl').marks).toBeUndefined()
  })

  test('count letters afresh where a sign has been met as a part of another letter', () => {
    const used = openFonts()
    used.shape('أو', 'arabic', 'rtl')
    used.shape('رأی', 'arabic', 'rtl')
    expect(String.fromCodePoint(...used.shape('همهٔ', 'arabic', 'rtl').codePoints.flat().reverse())).toBe('همهٔ')
  })

  testWith('pdftotext').each([
    ['ar', 'ليبقَ معك أحد، ولا تعطِ شرابًا لمن ليس في كامل وعيه. اكتبوا الدرجة والمكان والساعة أربع مرات في كل وردية، واحرصوا على ألّا يكون شخصًا وحيدًا أبدًا'],
    ['fa', 'ممکن است در کمتر از یک ساعت بکشد. فوراً آمبولانس خبر کنید. بیمار را به سایه ببرید، لباس‌های سنگین را درآورید، روی همهٔ بدنش آب بریزید و بادش بزنید'],
  ])('give %s back in the order in which it is read', async (language, text) => {
    const set = setParagraph(paragraph(text, language), 220, fonts)
    const bytes = await drawPdf(singlePages(layout(page(1, [frame(set)])).pages), {
      title: 'Red Flag', language, date: '2026-11-15', palette: () => monoPalette, marks: [100], fonts, picture: async () => undefined,
    })
    const said = ask('pdftotext', ['FILE', '-'], bytes).replace(/[\u200e\u200f\u202a-\u202e\f]/g, '').normalize('NFC')
    // Poppler puts a space on the wrong side of a sign that ends a sentence among letters from the right.
    const letters = (written: string) => written.normalize('NFC').match(/[\p{L}\p{M}\u200c]+/gu)
    expect(set.length).toBeGreaterThan(2)
    expect(letters(said)).toEqual(letters(text))
  })

  test('put the short i before its letter, join conjuncts, and say the word as it was written', () => {
    const word = fonts.shape('क्षति', 'devanagari')
    expect(word.glyphs.length).toBeLessThan(5)
    expect(word.text).toBe('क्षति')
    expect(fonts.shape('कम', 'devanagari').text).toBeUndefined()
  })

  test('draw no dotted circle after a lone vowel, whatever was set before', () => {
    const fresh = openFonts()
    fresh.shape('ऐ', 'devanagari')
    expect(fresh.shape('में', 'devanagari').glyphs).toEqual(openFonts().shape('में', 'devanagari').glyphs)
  })

  test('set lines from the right, with what runs from the left kept whole', () => {
    const text = 'اكتبوا إلينا redflag@example.org قبل 25 نوفمبر، من فضلكم، وشكرًا لكم جميعًا على كل شيء'
    const lines = setParagraph(paragraph(text, 'ar'), 150, fonts)
    expect(lines.map(textOf).join(' ')).toBe(text)
    const [first] = lines
    expect(first!.runs[0]!.direction).toBe('rtl')
    expect(first!.runs[0]!.x).toBeGreaterThan(first!.runs[1]!.x)
    for (const { runs } of lines) for (const { x } of runs) expect(x).toBeGreaterThan(-5)
  })

  test('order levels as rule L2 does', () => {
    const parts = [0, 1, 2, 1, 0].map((level, at) => ({ level, at }))
    expect(fromLeft(parts).map(({ at }) => at)).toEqual([0, 3, 2, 1, 4])
    expect(directionsOf('only Latin', 'en')).toBeUndefined()
  })

  test('name the package of a font that is not installed, once a file', () => {
    const without = openFonts(undefined, (file) => {
      if (file.includes('noto')) throw new Error('not installed')
      return new URL(`../../../node_modules/${file}`, import.meta.url).pathname
    })
    const set = setParagraph(paragraph('हम और हम', 'hi'), 200, without)
    const pages = layout(page(1, [frame([...set, ...set])]))
    expect(checkTextCoverage(pages, without)).toEqual([{
      id: 'print/missing-font', place: { file: 'leaflets/heat/x.md' },
      params: { character: 'ह', code: 'U+0939', fontPackage: '@expo-google-fonts/noto-serif-devanagari' },
    }])
    expect(checkTextCoverage(pages, fonts)).toEqual([])
  })
})

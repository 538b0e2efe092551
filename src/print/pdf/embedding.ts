/** A font in a PDF: only the glyphs that occur, how wide they are and which characters they stand for. Source: ISO 32000-1, 9.6 to 9.10. */
import type { FontFile } from './fontFile.ts'
import type { Objects, PdfObject } from './objects.ts'
import { pack, pdfText } from './objects.ts'

export interface EmbeddedFont {
  /** Its name in a page's resources. */
  name: string
  object: PdfObject
  /** The code that draws the glyph and reads as these characters. Width in em. */
  code(glyph: number, codePoints: number[], width: number): number
  /** Writes the font. Call it once, when all pages are drawn. */
  finish(): void
}

/** What a code draws and says. */
interface Said {
  glyph: number
  codePoints: number[]
  width: number
}

/** @param number of its own: the same font has the same in every file */
export function embedFont(font: FontFile, number: number, { object }: Pick<Objects, 'object'>): EmbeddedFont {
  // Code 0 is drawn where there is nothing to draw.
  const said = new Map<number, Said>([[0, { glyph: 0, codePoints: [0], width: font.advance(0) }]])
  const others = new Map<string, number>()
  const otherCode = (glyph: number, codePoints: number[], width: number) => {
    const key = `${glyph} ${codePoints.join(' ')}`
    let code = others.get(key)
    if (code === undefined) {
      code = font.glyphCount + doubles.length + others.size
      others.set(key, code)
      said.set(code, { glyph, codePoints, width })
    }
    return code
  }
  const whole = object()
  return {
    name: `F${number}`,
    object: whole,
    code: (glyph, codePoints, width) => {
      const usual = usualCode(font, glyph, codePoints)
      const known = said.get(usual)
      if (!known) said.set(usual, { glyph, codePoints, width })
      else if (known.glyph !== glyph || !isSame(known.codePoints, codePoints)) return otherCode(glyph, codePoints, width)
      return usual
    },
    finish: () => {
      const name = `${tagOf(number)}+${font.postscriptName.replaceAll(' ', '_')}`
      const codes = [...said.keys()].sort((a, b) => a - b)
      const subset = subsetOf(font, codes.map((code) => said.get(code)!.glyph))
      const file = object({ Filter: 'FlateDecode', Length1: subset.length })
      file.end(subset.packed)
      const descriptor = object(descriptorOf(font, name, file))
      descriptor.end()
      const glyphs = object()
      glyphs.end(glyphMap(codes))
      const glyphFont = object({
        Type: 'Font', Subtype: 'CIDFontType2', BaseFont: name, CIDToGIDMap: glyphs, FontDescriptor: descriptor,
        W: runsOf(codes).flatMap((run) => [run[0]!, run.map((code) => thousandths(said.get(code)!.width))]),
        CIDSystemInfo: { Registry: pdfText('Adobe'), Ordering: pdfText('Identity'), Supplement: 0 },
      })
      glyphFont.end()
      const map = object()
      map.end(formatCharacters(runsOf(codes), (code) => said.get(code)!.codePoints))
      Object.assign(whole.data, {
        Type: 'Font', Subtype: 'Type0', BaseFont: name, Encoding: 'Identity-H', DescendantFonts: [glyphFont], ToUnicode: map,
      })
      whole.end()
    },
  }
}

/**
 * The code that a glyph has unless another took it: its number in the font, so that a page is written with the same codes whatever stands
 * on other pages. Signs that fonts draw with the glyph of another have one of their own behind all glyphs, for each is to read as itself.
 */
export function usualCode({ glyphCount }: FontFile, glyph: number, codePoints: number[]): number {
  // Nearly all are plain letters.
  if (codePoints.length !== 1 || codePoints[0]! < doubles[0]!) return glyph
  const double = doubles.indexOf(codePoints[0]!)
  return double < 0 ? glyph : glyphCount + double
}

/** Spaces and hyphens beside the usual ones, the lowest first. */
const doubles = [0xa0, 0xad, ...Array.from({ length: 0x12 }, (_, i) => 0x2000 + i), 0x202f, 0x2212]

function isSame(a: number[], b: number[]): boolean {
  return a === b || (a.length === b.length && a.every((each, i) => each === b[i]))
}

/** The place of each code's glyph in the part of the font: two bytes a code, from 0 on. */
function glyphMap(codes: number[]): Uint8Array {
  const map = Buffer.alloc(2 * (codes.at(-1)! + 1))
  codes.forEach((code, place) => map.writeUInt16BE(place, 2 * code))
  return map
}

/** Codes that follow one another. A run of a PDF's tables may not run over the last byte of its codes. Source: Adobe's technical note 5014. */
function runsOf(codes: number[]): number[][] {
  const runs: number[][] = []
  for (const code of codes) {
    const last = runs.at(-1)
    if (last && last.at(-1) === code - 1 && (code & 255) !== 0) last.push(code)
    else runs.push([code])
  }
  return runs
}

interface Subset {
  packed: Uint8Array
  /** Bytes when it is unpacked. */
  length: number
}

/** Kept from the last few files: an issue's products show the same letters in the same order, and most do after a word is mended. */
function subsetOf(font: FontFile, glyphs: number[]): Subset {
  const key = glyphs.join(' ')
  const known = subsets.get(font) ?? new Map<string, Subset>()
  let subset = known.get(key)
  if (!subset) {
    if (known.size >= fewFiles) known.clear()
    const bytes = font.subset(glyphs)
    subsets.set(font, known.set(key, (subset = { packed: pack(bytes), length: bytes.length })))
  }
  return subset
}

const subsets = new WeakMap<FontFile, Map<string, Subset>>()
const fewFiles = 8

function descriptorOf(font: FontFile, name: string, file: PdfObject): Record<string, unknown> {
  return {
    Type: 'FontDescriptor', FontName: name, Flags: flagsOf(font), FontBBox: font.box.map(thousandths), ItalicAngle: font.italicAngle,
    Ascent: thousandths(font.ascent), Descent: thousandths(font.descent),
    CapHeight: thousandths(font.capHeight || font.ascent), XHeight: thousandths(font.xHeight),
    // How thick stems are matters only to programs that have no font.
    StemV: 0,
    FontFile2: file,
  }
}

/** Bits by their places in table 123. Symbolic: what a code draws is said by the font alone. */
function flagsOf({ isFixedPitch, hasSerifs, isItalic }: FontFile): number {
  return (isFixedPitch ? 1 : 0) | (hasSerifs ? 2 : 0) | 4 | (isItalic ? 64 : 0)
}

function thousandths(em: number): number {
  return em * 1000
}

/** Six capitals tell two subsets of one font apart. */
function tagOf(count: number): string {
  return `A${String(count).padStart(5, '0').replace(/\d/g, (digit) => String.fromCharCode(65 + Number(digit)))}`
}

function formatCharacters(runs: number[][], charactersOf: (code: number) => number[]): string {
  const format = (code: number) => `<${Buffer.from(String.fromCodePoint(...charactersOf(code)), 'utf16le').swap16().toString('hex')}>`
  const ranges = runs.map((run) => `<${hexOf(run[0]!)}> <${hexOf(run.at(-1)!)}> [${run.map(format).join(' ')}]`)
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
/Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${blocksOf(ranges).map((block) => `${block.length} beginbfrange\n${block.join('\n')}\nendbfrange`).join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

/** A block of ranges may hold a hundred. */
function blocksOf(ranges: string[]): string[][] {
  return Array.from({ length: Math.ceil(ranges.length / 100) }, (_, at) => ranges.slice(100 * at, 100 * at + 100))
}

function hexOf(code: number): string {
  return code.toString(16).padStart(4, '0')
}

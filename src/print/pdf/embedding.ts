/** A font in a PDF: only the glyphs that occur, how wide they are and which characters they stand for. Source: ISO 32000-1, 9.6 to 9.10. */
import type { FontFile } from './fontFile.ts'
import type { Objects, PdfObject } from './objects.ts'
import { pack, pdfText } from './objects.ts'

export interface EmbeddedFont {
  /** Its name in a page's resources. */
  name: string
  object: PdfObject
  /** A new code, from 1, that draws the glyph and reads as these characters. Width in em. */
  add(glyph: number, codePoints: number[], width: number): number
  /** Writes the font. Call it once, when all pages are drawn. */
  finish(): void
}

/** @param count fonts that are in the file already */
export function embedFont(font: FontFile, count: number, { object }: Pick<Objects, 'object'>): EmbeddedFont {
  // Code 0 is drawn where there is nothing to draw.
  const glyphs = [0]
  const widths = [thousandths(font.advance(0))]
  const characters = [[0]]
  const whole = object()
  return {
    name: `F${count + 1}`,
    object: whole,
    add: (glyph, codePoints, width) => {
      widths.push(width * 1000)
      characters.push(codePoints)
      return glyphs.push(glyph) - 1
    },
    finish: () => {
      const name = `${tagOf(count)}+${font.postscriptName.replaceAll(' ', '_')}`
      const subset = subsetOf(font, glyphs)
      const file = object({ Filter: 'FlateDecode', Length1: subset.length })
      file.end(subset.packed)
      const descriptor = object(descriptorOf(font, name, file))
      descriptor.end()
      const glyphFont = object({
        Type: 'Font', Subtype: 'CIDFontType2', BaseFont: name, CIDToGIDMap: 'Identity', FontDescriptor: descriptor, W: [0, widths],
        CIDSystemInfo: { Registry: pdfText('Adobe'), Ordering: pdfText('Identity'), Supplement: 0 },
      })
      glyphFont.end()
      const map = object()
      map.end(formatCharacters(characters))
      Object.assign(whole.data, {
        Type: 'Font', Subtype: 'Type0', BaseFont: name, Encoding: 'Identity-H', DescendantFonts: [glyphFont], ToUnicode: map,
      })
      whole.end()
    },
  }
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

/** The characters of each code, from 0 on. A range may not run over the last byte of its codes. Source: Adobe's technical note 5014. */
function formatCharacters(characters: number[][]): string {
  const texts = characters.map((codePoints) => `<${Buffer.from(String.fromCodePoint(...codePoints), 'utf16le').swap16().toString('hex')}>`)
  const ranges: string[] = []
  for (let start = 0; start < texts.length; start += 256) {
    const end = Math.min(start + 256, texts.length)
    ranges.push(`<${hexOf(start)}> <${hexOf(end - 1)}> [${texts.slice(start, end).join(' ')}]`)
  }
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
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

function hexOf(code: number): string {
  return code.toString(16).padStart(4, '0')
}

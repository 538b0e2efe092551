/**
 * A TrueType file: what a PDF says about a font, and the part of it that a PDF takes along. Source: Microsoft's OpenType
 * specification 1.9, chapters head, hhea, hmtx, maxp, loca, glyf, OS/2, post, name.
 */

/** Lengths in em (1 at any size), all positive but `descent`. */
export interface FontFile {
  unitsPerEm: number
  glyphCount: number
  postscriptName: string
  ascent: number
  descent: number
  capHeight: number
  xHeight: number
  /** Left, bottom, right, top of the box that every glyph lies in. */
  box: [number, number, number, number]
  /** Degrees, counter-clockwise from upright. */
  italicAngle: number
  /** What a PDF's font descriptor asks for. */
  isItalic: boolean
  hasSerifs: boolean
  isFixedPitch: boolean
  /** The line that strikes letters through. */
  strike: { position: number; thickness: number }
  /** How far the pen moves after a glyph. */
  advance(glyph: number): number
  /** A font of these glyphs, numbered in this order from 0; the parts of accented letters follow behind them. */
  subset(glyphs: number[]): Uint8Array
}

interface Tables {
  has(tag: string): boolean
  table(tag: string): Buffer
}

/** Fails where the bytes are no TrueType font: faces.ts names no other. */
export function parseFontFile(bytes: Uint8Array): FontFile {
  const tables = tablesOf(bytes)
  const [head, hhea, os2, post] = ['head', 'hhea', 'OS/2', 'post'].map(tables.table) as [Buffer, Buffer, Buffer, Buffer]
  const units = head.readUInt16BE(18)
  const em = (table: Buffer, at: number) => table.readInt16BE(at) / units
  const metrics = metricsOf(tables)
  // Classes 1 to 7 of IBM's are roman designs; heights of capitals came with version 2 of the table.
  const family = os2.readInt16BE(30) >> 8
  const heights = os2.readUInt16BE(0) >= 2
  return {
    unitsPerEm: units,
    glyphCount: tables.table('maxp').readUInt16BE(4),
    postscriptName: postscriptNameOf(tables.table('name')),
    ascent: em(hhea, 4),
    descent: em(hhea, 6),
    capHeight: heights ? em(os2, 88) : em(hhea, 4),
    xHeight: heights ? em(os2, 86) : 0,
    box: [em(head, 36), em(head, 38), em(head, 40), em(head, 42)],
    italicAngle: post.readInt32BE(4) / 65536,
    isItalic: (head.readUInt16BE(44) & 2) !== 0,
    hasSerifs: family >= 1 && family <= 7,
    isFixedPitch: post.readUInt32BE(12) !== 0,
    strike: { position: em(os2, 28), thickness: em(os2, 26) },
    advance: (glyph) => metrics(glyph).readUInt16BE(0) / units,
    subset: (glyphs) => subsetOf(tables, metrics, glyphs),
  }
}

function tablesOf(bytes: Uint8Array): Tables {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const places = new Map<string, Buffer>()
  for (let entry = 0; entry < file.readUInt16BE(4); entry++) {
    const at = 12 + 16 * entry
    const start = file.readUInt32BE(at + 8)
    places.set(file.toString('latin1', at, at + 4), file.subarray(start, start + file.readUInt32BE(at + 12)))
  }
  const table = (tag: string) => {
    const found = places.get(tag)
    if (!found) throw new Error(`A font of the paper has no table ${tag}: it must be TrueType`)
    return found
  }
  return { has: (tag) => places.has(tag), table }
}

/** Name 6, as Windows writes it. */
function postscriptNameOf(names: Buffer): string {
  const text = names.readUInt16BE(4)
  for (let at = 6; at < 6 + 12 * names.readUInt16BE(2); at += 12) {
    if (names.readUInt16BE(at) !== 3 || names.readUInt16BE(at + 6) !== 6) continue
    const start = text + names.readUInt16BE(at + 10)
    return Buffer.from(names.subarray(start, start + names.readUInt16BE(at + 8))).swap16().toString('utf16le')
  }
  throw new Error('A font of the paper has no PostScript name')
}

/** A glyph's advance and left side bearing, as four bytes. The last advance holds for all glyphs behind it. */
function metricsOf(tables: Tables): (glyph: number) => Buffer {
  const hmtx = tables.table('hmtx')
  const full = tables.table('hhea').readUInt16BE(34)
  return (glyph) => {
    if (glyph < full) return hmtx.subarray(4 * glyph, 4 * glyph + 4)
    const bearing = 4 * full + 2 * (glyph - full)
    return Buffer.concat([hmtx.subarray(4 * full - 4, 4 * full - 2), hmtx.subarray(bearing, bearing + 2)])
  }
}

/** What a glyph needs to be drawn by its number: no characters, no kerning, no names. */
function subsetOf(tables: Tables, metrics: (glyph: number) => Buffer, glyphs: number[]): Uint8Array {
  const head = Buffer.from(tables.table('head'))
  const drawn = drawnGlyphs(glyphs, outlinesOf(tables.table('glyf'), tables.table('loca'), head.readInt16BE(50)))
  const loca = Buffer.alloc(4 * (drawn.outlines.length + 1))
  let length = 0
  drawn.outlines.forEach((outline, i) => loca.writeUInt32BE(length += outline.length, 4 * (i + 1)))
  head.writeInt16BE(longOffsets, 50)
  head.writeUInt32BE(0, 8)
  const maxp = Buffer.from(tables.table('maxp'))
  maxp.writeUInt16BE(drawn.glyphs.length, 4)
  const hhea = Buffer.from(tables.table('hhea'))
  hhea.writeUInt16BE(drawn.glyphs.length, 34)
  const instructions = ['cvt ', 'fpgm', 'prep'].filter(tables.has).map((tag): [string, Buffer] => [tag, tables.table(tag)])
  return toFile([
    ...instructions, ['glyf', Buffer.concat(drawn.outlines)], ['head', head], ['hhea', hhea],
    ['hmtx', Buffer.concat(drawn.glyphs.map(metrics))], ['loca', loca], ['maxp', maxp],
  ])
}

const longOffsets = 1

/** A glyph's bytes; none where it draws nothing. */
function outlinesOf(glyf: Buffer, loca: Buffer, format: number): (glyph: number) => Buffer {
  const offset = format === longOffsets ? (i: number) => loca.readUInt32BE(4 * i) : (i: number) => 2 * loca.readUInt16BE(2 * i)
  return (glyph) => glyf.subarray(offset(glyph), offset(glyph + 1))
}

/** The outlines in the new order. A letter that is made of others is told their new numbers, and they are taken along. */
function drawnGlyphs(wanted: number[], outlineOf: (glyph: number) => Buffer): { glyphs: number[]; outlines: Buffer[] } {
  const glyphs = [...wanted]
  const outlines: Buffer[] = []
  for (let i = 0; i < glyphs.length; i++) {
    const outline = outlineOf(glyphs[i]!)
    const parts = partsOf(outline)
    if (parts.length === 0) {
      outlines.push(outline)
      continue
    }
    const renumbered = Buffer.from(outline)
    for (const at of parts) {
      const part = outline.readUInt16BE(at)
      const known = glyphs.indexOf(part)
      renumbered.writeUInt16BE(known >= 0 ? known : glyphs.push(part) - 1, at)
    }
    outlines.push(renumbered)
  }
  return { glyphs, outlines }
}

/** Where the numbers of its parts stand in a composite glyph, which says that it has -1 contours. */
function partsOf(outline: Buffer): number[] {
  const parts: number[] = []
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return parts
  for (let at = 10, flags = moreParts; (flags & moreParts) !== 0;) {
    flags = outline.readUInt16BE(at)
    parts.push(at + 2)
    at += 4 + ((flags & wordArguments) !== 0 ? 4 : 2)
    if ((flags & oneScale) !== 0) at += 2
    else if ((flags & twoScales) !== 0) at += 4
    else if ((flags & matrix) !== 0) at += 8
  }
  return parts
}

const [wordArguments, oneScale, moreParts, twoScales, matrix] = [0x1, 0x8, 0x20, 0x40, 0x80]

/** Tables by their names in order, each from a multiple of four bytes, with the sums that tell whether they are sound. */
function toFile(tables: [string, Buffer][]): Uint8Array {
  const directory = Buffer.alloc(12 + 16 * tables.length)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(tables.length, 4)
  directory.writeUInt16BE(power * 16, 6)
  directory.writeUInt16BE(Math.log2(power), 8)
  directory.writeUInt16BE((tables.length - power) * 16, 10)
  const padded = tables.map(([, table]) => table.length % 4 === 0 ? table : Buffer.concat([table, Buffer.alloc(4 - (table.length % 4))]))
  let start = directory.length
  tables.forEach(([tag, table], i) => {
    const at = 12 + 16 * i
    directory.write(tag, at, 'latin1')
    directory.writeUInt32BE(sumOf(padded[i]!), at + 4)
    directory.writeUInt32BE(start, at + 8)
    directory.writeUInt32BE(table.length, at + 12)
    start += padded[i]!.length
  })
  const file = Buffer.concat([directory, ...padded])
  const head = directory.readUInt32BE(12 + 16 * tables.findIndex(([tag]) => tag === 'head') + 8)
  file.writeUInt32BE((wholeSum - sumOf(file)) >>> 0, head + 8)
  return file
}

/** What all of a font's 32-bit numbers must sum up to. */
const wholeSum = 0xb1b0afba

function sumOf(table: Buffer): number {
  let sum = 0
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) | 0
  return sum >>> 0
}

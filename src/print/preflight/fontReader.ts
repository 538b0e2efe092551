/** A font of a PDF: how wide its codes are, and what they say. Source: ISO 32000-1, 9.6 to 9.10. */
import { PDFStream } from '@cantoo/pdf-lib'
import type { PDFDict } from '@cantoo/pdf-lib'
import type { PressFont } from './pressFile.ts'
import { contentsOf, dictOf, latin, listOf, nameOf, numberOf, valueOf } from './streams.ts'
import { operationsOf, type Operand } from './tokens.ts'

export interface FontReader extends PressFont {
  /** The glyphs of a shown string: width in em, the text that it stands for, and whether word spacing widens it. */
  glyphs(bytes: string): { width: number; text: string; isSpace: boolean }[]
}

export function readFont(font: PDFDict): FontReader {
  const descendant = dictOf(listOf(valueOf(font, 'DescendantFonts'))[0])
  const described = descendant ?? font
  const descriptor = dictOf(valueOf(described, 'FontDescriptor'))
  const name = nameOf(valueOf(font, 'BaseFont')) ?? ''
  const said = saidBy(font)
  const width = descendant ? compositeWidths(descendant) : simpleWidths(font)
  const codeLength = descendant ? 2 : 1
  return {
    name,
    // A Type 3 font is drawn by the page's own operators: there is nothing outside to be missing.
    embedded: nameOf(valueOf(font, 'Subtype')) === 'Type3'
      || ['FontFile', 'FontFile2', 'FontFile3'].some((key) => valueOf(descriptor, key) !== undefined),
    subset: /^[A-Z]{6}\+/.test(name),
    glyphs: (bytes) => Array.from({ length: Math.floor(bytes.length / codeLength) }, (_, i) => {
      const code = codeLength === 1 ? bytes.charCodeAt(i) : bytes.charCodeAt(2 * i) * 256 + bytes.charCodeAt(2 * i + 1)
      const text = said.get(code) ?? (codeLength === 1 && !said.size ? String.fromCharCode(code) : '')
      return { width: width(code), text, isSpace: codeLength === 1 && code === 32 }
    }),
  }
}

/** Widths of a composite font in em; 1 is the standard's own default. */
function compositeWidths(descendant: PDFDict): (code: number) => number {
  const widths = new Map<number, number>()
  const values = listOf(valueOf(descendant, 'W'))
  for (let i = 0; i < values.length;) {
    const first = numberOf(values[i]) ?? 0
    const last = numberOf(values[i + 1])
    if (last === undefined) {
      listOf(values[i + 1]).forEach((each, offset) => widths.set(first + offset, numberOf(each) ?? 0))
      i += 2
    } else {
      for (let code = first; code <= Math.min(last, 0xffff); code++) widths.set(code, numberOf(values[i + 2]) ?? 0)
      i += 3
    }
  }
  const usual = numberOf(valueOf(descendant, 'DW')) ?? 1000
  return (code) => (widths.get(code) ?? usual) / 1000
}

function simpleWidths(font: PDFDict): (code: number) => number {
  const first = numberOf(valueOf(font, 'FirstChar')) ?? 0
  const widths = listOf(valueOf(font, 'Widths')).map((each) => numberOf(each) ?? 0)
  // The fourteen standard fonts may leave their widths out; half an em is near enough to say where a line ends.
  return (code) => (widths[code - first] ?? 500) / 1000
}

/** What codes say, from the font's ToUnicode table. */
function saidBy(font: PDFDict): Map<number, string> {
  const said = new Map<number, string>()
  const stream = valueOf(font, 'ToUnicode')
  const contents = stream instanceof PDFStream ? contentsOf(stream) : undefined
  if (!contents) return said
  for (const { operator, operands } of operationsOf(latin(contents))) {
    if (operator === 'endbfchar') for (let i = 0; i + 1 < operands.length; i += 2) said.set(codeOf(operands[i]), utf16(operands[i + 1]))
    if (operator !== 'endbfrange') continue
    for (let i = 0; i + 2 < operands.length; i += 3) {
      const [from, to, target] = [codeOf(operands[i]), codeOf(operands[i + 1]), operands[i + 2]]
      for (let code = from; code <= Math.min(to, from + 0xffff); code++) {
        said.set(code, Array.isArray(target) ? utf16(target[code - from]) : following(utf16(target), code - from))
      }
    }
  }
  return said
}

function codeOf(operand: Operand | undefined): number {
  return [...bytesOf(operand)].reduce((code, byte) => code * 256 + byte.charCodeAt(0), 0)
}

function utf16(operand: Operand | undefined): string {
  const bytes = bytesOf(operand)
  let text = ''
  for (let i = 0; i + 1 < bytes.length; i += 2) text += String.fromCharCode(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1))
  return text
}

function following(text: string, offset: number): string {
  return text === '' ? '' : text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + offset)
}

function bytesOf(operand: Operand | undefined): string {
  return operand !== null && typeof operand === 'object' && 'bytes' in operand ? operand.bytes : ''
}

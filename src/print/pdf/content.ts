/**
 * What a page draws, as PDF operators. Text state (font, ink, rise, tracking, expansion) is written only where it changes, and the
 * whole page goes into the file in one piece.
 */
import type { Color, Ink, Palette } from '../stylebook/ink.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import type { DrawnFace } from './glyphs.ts'
import { formatNumber } from './number.ts'
import type { PdfObject } from './objects.ts'

/** Black type below this size prints on top of what lies under it, so that no white shows where plates do not fit. */
const overprintBelow = 20

export interface Content {
  operators: string[]
  fonts: Map<string, PdfObject>
  pictures: Map<string, PdfObject>
  /** Sets an ink; black type smaller than 20 pt overprints, also where a page of one ink has it for the accent. */
  ink(ink: Ink, textSize?: number): void
  /** Sets the ink of an area. */
  area(ink: Ink): void
  style(style: TextStyle, face: DrawnFace): void
}

/** PDF's names of the two graphics states that a page may use. */
export const knockOut = 'K'
export const overprint = 'O'

/** A name as PDF writes it. Source: ISO 32000-1, 7.3.5. */
export function formatName(text: string): string {
  return [...Buffer.from(text, 'utf8')].map((byte) => /[\w.-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `#${byte.toString(16).padStart(2, '0')}`).join('')
}

/** What a page calls an ink of its own. */
export function spotSpace(spot: string): string {
  return `S-${formatName(spot)}`
}

/** The operator that fills in a colour. */
export function formatColor(color: Color): string {
  if (!Array.isArray(color)) return `/${spotSpace(color.spot)} cs ${formatNumber(color.tint / 100)} scn`
  const operator = { 1: 'g', 3: 'rg', 4: 'k' }[color.length]
  return `${color.map((percent) => formatNumber(percent / 100)).join(' ')} ${operator}`
}

export function openContent(palette: Palette): Content {
  const operators: string[] = []
  const fonts = new Map<string, PdfObject>()
  let color = ''
  let printing = knockOut
  let font = ''
  let rise = 0
  let tracking = 0
  let expansion = 0
  let hidden = false
  let last: { style: TextStyle; face: DrawnFace } | undefined
  const colors = new Map<Ink, string>()
  const colorOf = (name: Ink) => {
    let known = colors.get(name)
    if (known === undefined) colors.set(name, (known = formatColor(palette[name])))
    return known
  }
  const area = (name: Ink) => ink(name, Infinity, name === 'black' && palette.solid ? formatColor(palette.solid) : colorOf(name))
  const ink = (name: Ink, textSize = Infinity, wanted = colorOf(name)) => {
    last = undefined
    if (wanted !== color) operators.push(color = wanted)
    const isBlack = name === 'black' || (name === 'accent' && wanted === colorOf('black'))
    const state = isBlack && textSize < overprintBelow ? overprint : knockOut
    if (state !== printing) operators.push(`/${printing = state} gs`)
  }
  const style = (wanted: TextStyle, face: DrawnFace) => {
    // Most lines have the style of the line before: the very same one.
    if (last?.style === wanted && last.face === face) return
    fonts.set(face.name, face.font)
    const chosen = `/${face.name} ${formatNumber(wanted.size)} Tf`
    if (chosen !== font) operators.push(font = chosen)
    if ((wanted.rise ?? 0) !== rise) operators.push(`${formatNumber(rise = wanted.rise ?? 0)} Ts`)
    if ((wanted.expansion ?? 0) !== expansion) operators.push(`${formatNumber(100 * (1 + (expansion = wanted.expansion ?? 0)))} Tz`)
    // PDF widens what stands between letters with them.
    const spacing = (wanted.tracking ?? 0) / (1 + expansion)
    if (spacing !== tracking) operators.push(`${formatNumber(tracking = spacing)} Tc`)
    if ((wanted.hidden ?? false) !== hidden) operators.push(`${(hidden = wanted.hidden ?? false) ? 3 : 0} Tr`)
    ink(wanted.ink, wanted.size)
    last = { style: wanted, face }
  }
  return { operators, fonts, pictures: new Map(), ink, area, style }
}

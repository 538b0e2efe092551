/** Nameplate: the paper's name, slogan, number and date at the head of page one, with ears where the name leaves room. */
import type { NameplateLook } from '../stylebook/look.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import { textFrame } from './frames.ts'
import { areaOf, lineDrawer, type FurnitureWords } from './furniture.ts'
import type { FillFrame, Frame, PlacedLine, Rect } from './page.ts'
import type { Workshop } from './workshop.ts'

export function nameplateFrames(words: FurnitureWords, workshop: Workshop): Frame[] {
  const { book } = workshop
  const area = areaOf(book)
  const look = book.nameplate
  const draw = lineDrawer(words, workshop)
  const band = { x: area.x, y: area.y, width: area.width, height: look.nameRows * book.leading }
  const name = words.name.toLocaleUpperCase(words.language)
  const earRoom = look.align === 'left' ? look.ear.width + book.gutter : 0
  const style = fitted(name, look.name, band.width - 2 * look.pad - earRoom, workshop)
  const nameWidth = workshop.width(name, style)
  const middle = band.y + band.height / 2 + (style.size * look.capHeight) / 2
  const fills: Frame[] = look.ground ? [{ kind: 'panel', ink: look.ground, ...band }] : []
  const lines = [draw(name, style, band.x + look.pad, band.width - 2 * look.pad, middle, look.align)]
  for (const ear of earsOf(words, band, nameWidth, look, workshop)) {
    const set = earFrames(ear, words, workshop)
    fills.push(...set.fills)
    lines.push(...set.lines)
  }
  if (look.slogan) lines.push(draw(words.slogans.join('  •  '), look.slogan, area.x, area.width, band.y + band.height + 1.4 * book.leading, 'center'))
  const bar = barFrames(words, workshop)
  return [
    ...fills, ...bar.fills,
    textFrame('nameplate', undefined, { x: area.x, y: area.y, width: area.width, height: book.nameplateRows * book.leading }, [...lines, ...bar.lines]),
  ]
}

/** A small box beside the name, and what it says. */
interface Ear {
  rect: Rect
  texts: string[]
  align: 'left' | 'right' | 'center'
}

/** One on either side of a name in the middle, if both have room; or one at its right. */
function earsOf(words: FurnitureWords, band: Rect, nameWidth: number, look: NameplateLook, workshop: Workshop): Ear[] {
  const { book } = workshop
  const { width } = look.ear
  const height = band.height - 2 * book.leading
  if (look.align === 'left') {
    return [{ rect: { ...band, x: band.x + band.width - width, width }, texts: words.slogans, align: 'center' }]
  }
  const room = (band.width - nameWidth) / 2 - look.pad - book.gutter / 2
  const isWide = (text: string) => text.split(' ').some((word) => workshop.width(word, look.ear.style) > width)
  if (room < width || words.ears.flat().length === 0 || words.ears.flat().some(isWide)) return []
  const y = band.y + book.leading
  return [
    { rect: { x: band.x + look.pad, y, width, height }, texts: words.ears[0], align: 'left' },
    { rect: { x: band.x + band.width - look.pad - width, y, width, height }, texts: words.ears[1], align: 'right' },
  ]
}

/** Texts under each other in the middle of the ear's height, as large as its sides allow. */
function earFrames({ rect, texts, align }: Ear, words: FurnitureWords, workshop: Workshop): { fills: FillFrame[]; lines: PlacedLine[] } {
  const { book } = workshop
  const { ear } = book.nameplate
  const inset = ear.ground ? book.inset : 0
  const width = rect.width - 2 * inset
  const setAt = (scale: number) => {
    const style = { ...ear.style, size: ear.style.size * scale }
    const leading = ear.leading * scale
    const gap = ear.ground ? leading * 0.4 : 0
    const set = texts.map((text) => workshop.setHeadline({
      spans: [{ text, style, place: words.place }], language: words.language, align, indent: 0, left: 0, right: 0, hyphenate: false,
    }, width))
    const isWide = texts.some((text) => text.split(' ').some((word) => workshop.width(word, style) > width))
    return { set, leading, gap, isWide, height: set.flat().length * leading + (texts.length - 1) * gap }
  }
  const tries = earScales.map(setAt)
  const { set, leading, gap, height } = tries.find((each) => !each.isWide && each.height <= rect.height - 2 * inset) ?? tries.at(-1)!
  const top = rect.y + (rect.height - height) / 2
  const lines: PlacedLine[] = []
  let y = top
  for (const text of set) {
    for (const line of text) {
      lines.push({ line, x: rect.x + inset, baseline: y + leading * 0.78 })
      y += leading
    }
    y += gap
  }
  const edge = (at: number): FillFrame[] => ear.rule ? [{ kind: 'rule', ink: ear.rule.ink, x: rect.x, y: at, width: rect.width, height: ear.rule.height }] : []
  return {
    fills: [...ear.ground ? [{ kind: 'panel', ink: ear.ground, ...rect } satisfies FillFrame] : [], ...edge(top - leading * 0.5), ...edge(top + height + leading * 0.3)],
    lines,
  }
}

/** Parts of the ear's size that are tried. */
const earScales = [1, 0.92, 0.84, 0.77, 0.7, 0.64, 0.58, 0.52, 0.47]

function barFrames(words: FurnitureWords, workshop: Workshop): { fills: FillFrame[]; lines: PlacedLine[] } {
  const { book } = workshop
  const area = areaOf(book)
  const { style, row, height, over, under, ground } = book.nameplate.bar
  const draw = lineDrawer(words, workshop)
  const top = area.y + row * book.leading
  const inset = ground ? book.inset : 0
  const baseline = top + height / 2 + style.size * 0.37
  const rule = (y: number, look: typeof over): FillFrame[] => look ? [{ kind: 'rule', ink: look.ink, x: area.x, y, width: area.width, height: look.height }] : []
  return {
    fills: [
      ...ground ? [{ kind: 'panel', ink: ground, x: area.x, y: top, width: area.width, height } satisfies FillFrame] : [],
      ...rule(top, over), ...rule(top + height, under),
    ],
    lines: ([[words.numbering, 'left'], [words.period, 'center'], [words.otherNames.join(' · '), 'right']] as const)
      .map(([text, align]) => draw(text, style, area.x + inset, area.width - 2 * inset, baseline, align)),
  }
}

/** The style, made smaller until the text fits the width. */
function fitted(text: string, style: TextStyle, width: number, workshop: Workshop): TextStyle {
  const natural = workshop.width(text, style)
  const scale = Math.min(1, width / natural)
  return { ...style, size: style.size * scale, tracking: style.tracking && style.tracking * scale }
}

/** Finished pages on the sides of sheets → the bytes of a press PDF: CMYK only, fonts embedded and subset, tagged, the same bytes every time. */
import { deflateSync } from 'node:zlib'
import type { Side } from '../imposition/sheet.ts'
import type { FillFrame, PictureFrame, Tag } from '../makeup/page.ts'
import type { Palette } from '../stylebook/ink.ts'
import { knockOut, openContent, overprint } from './content.ts'
import type { Content } from './content.ts'
import { openPdf } from './document.ts'
import type { About, PdfFile, PdfObject } from './document.ts'
import type { Fonts } from './fonts.ts'
import { openGlyphs } from './glyphs.ts'
import type { Glyphs } from './glyphs.ts'
import { formatNumber } from './number.ts'
import { embedPicture } from './picture.ts'
import { openStructure } from './structure.ts'
import type { Figure, Structure } from './structure.ts'
import { drawText } from './text.ts'
import type { TextCanvas } from './text.ts'

/** What the press file needs besides the pages. */
export interface Press extends About {
  palette: Palette
  fonts: Fonts
  /** The picture of a frame: a grey or CMYK JPEG, cropped as the frame asks. */
  picture(frame: PictureFrame): Promise<Uint8Array>
}

/** Draws the sides as they are; nothing is decided here. Characters that a font lacks are left out: preflight names them. */
export async function drawPdf(sides: Side[], press: Press): Promise<Uint8Array> {
  const pictures = await readPictures(sides, press)
  const file = openPdf(press)
  const house: House = {
    file,
    press,
    pictures,
    embedded: new Map(),
    glyphs: openGlyphs(file, press.fonts),
    structure: openStructure(file),
    states: statesOf(file),
  }
  const pages = sides.map((side) => drawSide(side, house))
  house.structure.finish()
  for (const page of pages) page.end()
  return file.bytes()
}

/** What all pages of a file share. */
interface House {
  file: PdfFile
  press: Press
  pictures: Map<PictureFrame, Uint8Array>
  embedded: Map<Uint8Array, { name: string; picture: PdfObject }>
  glyphs: Glyphs
  structure: Structure
  states: Record<string, PdfObject>
}

async function readPictures(sides: Side[], press: Press): Promise<Map<PictureFrame, Uint8Array>> {
  const frames = sides.flatMap((side) => side.placements.flatMap(({ page }) => page.frames)).filter((frame) => frame.kind === 'picture')
  return new Map(await Promise.all(frames.map(async (frame) => [frame, await press.picture(frame)] as const)))
}

function drawSide(side: Side, house: House): PdfObject {
  // Marks and bleed around a page are room that its sheet gives; the trim is what is left after cutting.
  const bleed = side.placements.length === 1 ? side.placements[0]!.page.bleed : 0
  const sheet = { width: side.width + 2 * bleed, height: side.height + 2 * bleed }
  const media = [0, 0, sheet.width, sheet.height]
  const object = house.file.object({
    Type: 'Page', MediaBox: media, BleedBox: media,
    TrimBox: [bleed, bleed, bleed + side.width, bleed + side.height],
  })
  house.file.addPage(object)
  const content = openContent(house.press.palette)
  for (const { page, x, y } of side.placements) {
    const canvas: Canvas = {
      content,
      glyphs: house.glyphs,
      fonts: house.press.fonts,
      left: (at) => formatNumber(bleed + x + at),
      up: (at) => formatNumber(sheet.height - bleed - y - at),
      piece: (tag, figure) => house.structure.piece(tag, object, figure),
    }
    for (const frame of page.frames) {
      if ('lines' in frame) drawText(frame, canvas)
      else if (frame.kind === 'picture') drawPicture(frame, canvas, house)
      else drawFill(frame, canvas)
    }
  }
  object.data.Contents = contentsOf(content, house.file)
  object.data.Resources = resourcesOf(content, house)
  return object
}

interface Canvas extends TextCanvas {
  piece(tag: Tag, figure?: Figure): number
}

function drawFill(frame: FillFrame, { content, left, up }: Canvas) {
  content.operators.push('/Artifact BMC')
  content.ink(frame.ink)
  const size = `${formatNumber(frame.width)} ${formatNumber(frame.height)}`
  content.operators.push(`${left(frame.x)} ${up(frame.y + frame.height)} ${size} re f`, 'EMC')
}

/** A picture without words for those who cannot see it is passed over by a listening reader. */
function drawPicture(frame: PictureFrame, { content, left, up, piece }: Canvas, house: House) {
  const { name, picture } = embeddedOf(house.pictures.get(frame)!, house)
  content.pictures.set(name, picture)
  const [x0, y0, x1, y1] = [left(frame.x), up(frame.y + frame.height), left(frame.x + frame.width), up(frame.y)]
  const box: [number, number, number, number] = [Number(x0), Number(y0), Number(x1), Number(y1)]
  const number = frame.tag && frame.alt !== '' ? piece(frame.tag, { alt: frame.alt, box }) : undefined
  const size = `${formatNumber(frame.width)} 0 0 ${formatNumber(frame.height)}`
  content.operators.push(
    number === undefined ? '/Artifact BMC' : `/Figure <</MCID ${number}>> BDC`,
    `q ${size} ${x0} ${y0} cm /${name} Do Q`,
    'EMC',
  )
}

/** Two frames that are given the same bytes share one picture. */
function embeddedOf(bytes: Uint8Array, { file, embedded }: House) {
  const known = embedded.get(bytes)
  if (known) return known
  const made = { name: `P${embedded.size + 1}`, picture: embedPicture(bytes, file) }
  embedded.set(bytes, made)
  return made
}

function statesOf(file: PdfFile): Record<string, PdfObject> {
  const states = {
    [knockOut]: file.object({ Type: 'ExtGState', OP: false, op: false, OPM: 0 }),
    [overprint]: file.object({ Type: 'ExtGState', OP: true, op: true, OPM: 1 }),
  }
  for (const state of Object.values(states)) state.end()
  return states
}

/** Less than half the time of zlib's own choice, for 4% more room. */
const compression = 4

function contentsOf(content: Content, file: PdfFile): PdfObject {
  const contents = file.object({ Filter: 'FlateDecode' })
  contents.end(deflateSync(Buffer.from(content.operators.join('\n'), 'latin1'), { level: compression }))
  return contents
}

function resourcesOf(content: Content, { states }: House): Record<string, unknown> {
  return {
    ProcSet: ['PDF', 'Text', 'ImageB', 'ImageC'],
    ExtGState: states,
    Font: Object.fromEntries(content.fonts),
    XObject: Object.fromEntries(content.pictures),
  }
}

/** Finished pages on the sides of sheets → the bytes of a press PDF: CMYK only, fonts embedded and subset, tagged, the same bytes every time. */
import type { Placement, Side } from '../imposition/sheet.ts'
import type { FillFrame, Page, PictureFrame, Rect, Tag } from '../makeup/page.ts'
import type { Face } from '../stylebook/faces.ts'
import type { Color, Palette, Spot } from '../stylebook/ink.ts'
import { formatColor, formatName, knockOut, openContent, overprint, spotSpace } from './content.ts'
import type { Content } from './content.ts'
import { openPdf } from './document.ts'
import type { About, PdfFile } from './document.ts'
import { drawnPages } from './drawnPage.ts'
import type { DrawnPage } from './drawnPage.ts'
import type { Fonts } from './fonts.ts'
import { openGlyphs } from './glyphs.ts'
import type { Glyphs } from './glyphs.ts'
import { openLinks } from './links.ts'
import type { Links, Live } from './links.ts'
import { formatNumber } from './number.ts'
import type { PdfObject } from './objects.ts'
import { embedPicture } from './picture.ts'
import { openStructure } from './structure.ts'
import type { Box, Figure, Structure } from './structure.ts'
import { drawText } from './text.ts'
import type { TextCanvas } from './text.ts'

/** What a file needs besides the pages. */
export interface Press extends About {
  /** The colours of a page: four inks for a press, light for a screen, grey for an office. */
  palette(page: Page): Palette
  /** The colour of cut and fold marks. */
  marks: Color
  fonts: Fonts
  /** The picture of a frame, cropped as the frame asks: a grey or CMYK JPEG, or for a screen an RGB JPEG. undefined leaves it out. */
  picture(frame: PictureFrame, page: Page): Promise<Uint8Array | undefined>
  /** For a screen: links, bookmarks and light instead of ink. */
  live?: Live
}

/** Draws the sides as they are; nothing is decided here. Characters that a font lacks are left out: preflight names them. */
export async function drawPdf(sides: Side[], press: Press): Promise<Uint8Array> {
  const pictures = await readPictures(sides, press)
  const file = openPdf(press, press.live ? '1.7' : press.press?.standard === 'PDF/X-4' ? '1.6' : '1.4')
  const structure = openStructure(file)
  const house: House = {
    file, press, pictures, structure,
    drawn: drawnPages(press.fonts),
    ranks: ranksOf(sides),
    embedded: new Map(),
    glyphs: openGlyphs(file, press.fonts),
    states: statesOf(file),
    spots: spotsOf(sides, press, file),
    links: press.live && openLinks(press.live, file, structure),
  }
  const pages = sides.map((side) => drawSide(side, house))
  house.links?.finish()
  structure.finish()
  for (const page of pages) page.end()
  return file.bytes()
}

/** What all pages of a file share. */
interface House {
  file: PdfFile
  press: Press
  pictures: Map<PictureFrame, Uint8Array | undefined>
  embedded: Map<Uint8Array, EmbeddedPicture>
  glyphs: Glyphs
  structure: Structure
  /** The place of each page among all that are read. */
  ranks: Map<Page, number>
  states: Record<string, PdfObject>
  /** Colour spaces of inks of their own, by what pages call them. */
  spots: Record<string, PdfObject>
  links: Links | undefined
  /** Pages that were drawn before. */
  drawn: ReturnType<typeof drawnPages<House>>
}

interface EmbeddedPicture {
  name: string
  picture: PdfObject
}

/** Pages by their numbers; those that stand on their heads are another paper, which is read after the first. */
function ranksOf(sides: Side[]): Map<Page, number> {
  const placed = sides.flatMap(({ placements }) => placements).sort((a, b) => Number(a.turned ?? false) - Number(b.turned ?? false) || a.page.number - b.page.number)
  return new Map([...new Set(placed.map(({ page }) => page))].map((page, rank) => [page, rank]))
}

async function readPictures(sides: Side[], press: Press): Promise<House['pictures']> {
  const shown = sides.flatMap((side) => side.placements.flatMap(({ page }) => page.frames.map((frame) => ({ page, frame }))))
  return new Map(await Promise.all(shown.flatMap(({ page, frame }) =>
    frame.kind === 'picture' ? [press.picture(frame, page).then((picture) => [frame, picture] as const)] : [])))
}

function drawSide(side: Side, house: House): PdfObject {
  // Marks and bleed around a page are room that its sheet gives; the trim is what is left after cutting.
  const room = side.room ?? (side.placements.length === 1 ? side.placements[0]!.page.bleed : 0)
  const sheet = { width: side.width + 2 * room, height: side.height + 2 * room }
  const media = [0, 0, sheet.width, sheet.height]
  const bleed = side.bleed ?? room
  const object = house.file.object({
    Type: 'Page', MediaBox: media,
    BleedBox: [room - bleed, room - bleed, room + side.width + bleed, room + side.height + bleed],
    TrimBox: [room, room, room + side.width, room + side.height],
  })
  house.file.addPage(object)
  const contents = side.placements.map((placement) => drawPlacement(placement, { room, sheet, object, house }, side.placements.length === 1))
  // Every page begins as if it stood alone: what one sets, overprinting among it, must not reach the next.
  const drawn = contents.length === 1 ? contents[0]!.operators : contents.flatMap(({ operators }) => ['q', ...operators, 'Q'])
  object.data.Contents = contentsOf([...drawn, ...drawMarks(side.marks ?? [], room, sheet.height, house)], house.file)
  object.data.Resources = resourcesOf(contents, house)
  return object
}

interface Around {
  room: number
  sheet: { width: number; height: number }
  object: PdfObject
  house: House
}

/** A page that stands upright and alone on its sheet is drawn once, however many files show it so. */
function drawPlacement(placement: Placement, around: Around, isAlone: boolean): Content {
  const { page, x, y, scale = 1, turned } = placement
  const { house, room, sheet, object } = around
  if (!isAlone || scale !== 1 || turned) return drawPage(placement, around, noteNothing(around))
  const shown = page.frames.filter((frame) => frame.kind === 'picture' && house.pictures.get(frame)).length
  const way = `${x} ${y} ${room} ${sheet.height} ${house.links !== undefined} ${shown} ${JSON.stringify(house.press.palette(page))}`
  const known = house.drawn.of(page, way)
  const content = known && takeOver(known, page, around)
  if (content) return content
  const drawn: DrawnPage<House> = { operators: '', resources: [], pictureNames: new Map(), words: new Set(), deeds: [] }
  let isPlain = true
  house.glyphs.watch((word) => {
    if (word?.isUsual) drawn.words.add(word)
    else isPlain = false
  })
  const fresh = drawPage(placement, around, {
    resource: (resource, name) => {
      if (name !== undefined) drawn.pictureNames.set(resource as PictureFrame, name)
      if (drawn.resources.at(-1) !== resource && !drawn.resources.includes(resource)) drawn.resources.push(resource)
    },
    deed: (deed) => {
      drawn.deeds.push(deed)
      return deed(house, object)
    },
  })
  house.glyphs.watch(undefined)
  drawn.operators = fresh.operators.join('\n')
  // What was told holds on to the content.
  fresh.operators.length = 0
  if (isPlain) house.drawn.keep(page, way, drawn)
  return { ...fresh, operators: [drawn.operators] }
}

/** What is told of a page while it is drawn. */
interface Notes {
  resource(resource: Face | PictureFrame, name?: string): void
  deed<T>(deed: (house: House, object: PdfObject) => T): T
}

function noteNothing({ house, object }: Around): Notes {
  return { resource: () => {}, deed: (deed) => deed(house, object) }
}

/**
 * The page as it was drawn for another file; undefined where its glyphs or pictures have other names in this one. Fonts, pictures and words
 * come into the file in the order in which drawing brings them.
 */
function takeOver({ operators, resources, pictureNames, words, deeds }: DrawnPage<House>, page: Page, { house, object }: Around): Content | undefined {
  const content = openContent(house.press.palette(page))
  for (const resource of resources) {
    if (typeof resource === 'string') {
      const { name, font } = house.glyphs.face(resource)
      content.fonts.set(name, font)
    } else {
      const { name, picture } = embeddedOf(house.pictures.get(resource)!, house, isLight(house.press.palette(page)))
      if (name !== pictureNames.get(resource)) return undefined
      content.pictures.set(name, picture)
    }
  }
  for (const word of words) if (!house.glyphs.take(word)) return undefined
  for (const deed of deeds) deed(house, object)
  content.operators.push(operators)
  return content
}

/** A page as it lies upright is drawn where it stands; one that is scaled or turned in a space of its own. */
function drawPage({ page, x, y, scale = 1, turned }: Placement, { room, sheet, house }: Around, { resource, deed }: Notes): Content {
  const content = openContent(house.press.palette(page))
  const { width, height } = page.trim
  const bottom = sheet.height - room - y - height * scale
  const matrix = turned
    ? [-scale, 0, 0, -scale, room + x + width * scale, bottom + height * scale]
    : [scale, 0, 0, scale, room + x, bottom]
  const moved = scale !== 1 || turned === true
  const place = (px: number, py: number): [number, number] => [matrix[0]! * px + matrix[4]!, matrix[3]! * (height - py) + matrix[5]!]
  const canvas: Canvas = {
    content,
    face: (face) => {
      resource(face)
      return house.glyphs.face(face)
    },
    fonts: house.press.fonts,
    left: (at) => formatNumber(moved ? at : room + x + at),
    up: (at) => formatNumber(moved ? height - at : sheet.height - room - y - at),
    box: (rect) => {
      const [from, to] = [place(rect.x, rect.y + rect.height), place(rect.x + rect.width, rect.y)]
      const box = [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])]
      return box.map((value) => Number(formatNumber(value))) as Box
    },
    piece: (tag, figure) => deed(({ structure, ranks }, object) => structure.piece(tag, object, ranks.get(page)!, figure)),
    picture: (frame, bytes) => {
      const embedded = embeddedOf(bytes, house, isLight(house.press.palette(page)))
      resource(frame, embedded.name)
      return embedded
    },
  }
  const isLive = house.links !== undefined
  if (isLive) {
    canvas.link = (target, rect, number) => {
      const box = canvas.box(rect)
      deed(({ links }, object) => links!.add(target, box, object, number))
    }
  }
  if (moved) content.operators.push(`q ${matrix.map(formatNumber).join(' ')} cm`)
  for (const frame of page.frames) {
    const { story } = frame
    const box = isLive && story !== undefined ? canvas.box(frame) : undefined
    if (box) deed(({ links }, object) => links!.meet(story!, box[3], object))
    if ('lines' in frame) {
      drawText(frame, canvas)
      if (box && frame.kind === 'jumpLine') deed(({ links }, object) => links!.jump(story!, box, object))
    } else if (frame.kind === 'picture') drawPicture(frame, canvas, house.pictures.get(frame))
    else drawFill(frame, canvas)
  }
  if (moved) content.operators.push('Q')
  return content
}

/** Marks are cut off or folded away: no part of what the pages say. */
function drawMarks(marks: Rect[], room: number, height: number, { press }: House): string[] {
  if (marks.length === 0) return []
  const rects = marks.map((mark) => [room + mark.x, height - room - mark.y - mark.height, mark.width, mark.height].map(formatNumber).join(' '))
  return ['/Artifact BMC', `q ${formatColor(press.marks)}`, ...rects.map((rect) => `${rect} re f`), 'Q', 'EMC']
}

interface Canvas extends TextCanvas {
  piece(tag: Tag, figure?: Figure): number
  /** A rectangle of the page in PDF's coordinates of the sheet. */
  box(rect: Rect): Box
  /** The picture of a frame in this file. */
  picture(frame: PictureFrame, bytes: Uint8Array): EmbeddedPicture
}

function isLight({ black }: Palette): boolean {
  return Array.isArray(black) && black.length === 3
}

/** Points: a rule that is thicker than this prints like an area. */
const thickRule = 6

function drawFill(frame: FillFrame, { content, left, up }: Canvas) {
  content.operators.push('/Artifact BMC')
  if (Math.min(frame.width, frame.height) > thickRule) content.area(frame.ink)
  else content.ink(frame.ink)
  const size = `${formatNumber(frame.width)} ${formatNumber(frame.height)}`
  content.operators.push(`${left(frame.x)} ${up(frame.y + frame.height)} ${size} re f`, 'EMC')
}

/** A picture without words for those who cannot see it is passed over by a listening reader. */
function drawPicture(frame: PictureFrame, { content, left, up, piece, box, picture: embed }: Canvas, bytes: Uint8Array | undefined) {
  if (!bytes) return
  const { name, picture } = embed(frame, bytes)
  content.pictures.set(name, picture)
  const number = frame.tag && frame.alt !== '' ? piece(frame.tag, { alt: frame.alt, box: box(frame) }) : undefined
  const size = `${formatNumber(frame.width)} 0 0 ${formatNumber(frame.height)}`
  content.operators.push(
    number === undefined ? '/Artifact BMC' : `/Figure <</MCID ${number}>> BDC`,
    `q ${size} ${left(frame.x)} ${up(frame.y + frame.height)} cm /${name} Do Q`,
    'EMC',
  )
}

/** Two frames that are given the same bytes share one picture. */
function embeddedOf(bytes: Uint8Array, { file, embedded }: House, inLight: boolean): EmbeddedPicture {
  const known = embedded.get(bytes)
  if (known) return known
  const made = { name: `P${embedded.size + 1}`, picture: embedPicture(bytes, file, inLight) }
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

/** One plate each: what prints it, and what stands for it on a screen. Source: ISO 32000-1, 8.6.6.4. */
function spotsOf(sides: Side[], { palette, marks }: Press, file: PdfFile): Record<string, PdfObject> {
  const pages = new Set(sides.flatMap(({ placements }) => placements.map(({ page }) => page)))
  const palettes = new Set([...pages].map(palette))
  const colors = [...[...palettes].flatMap((each) => Object.values(each)), marks].filter((color): color is Spot => !Array.isArray(color))
  return Object.fromEntries([...new Map(colors.map((color) => [color.spot, color]))].map(([spot, { cmyk }]) => {
    const mix = file.object({ FunctionType: 2, Domain: [0, 1], N: 1, C0: [0, 0, 0, 0], C1: cmyk.map((percent) => percent / 100) })
    mix.end()
    const space = file.object()
    space.data = ['Separation', formatName(spot), 'DeviceCMYK', mix] as unknown as PdfObject['data']
    space.end()
    return [spotSpace(spot), space]
  }))
}

function contentsOf(operators: string[], file: PdfFile): PdfObject {
  const contents = file.object()
  contents.end(operators.join('\n'))
  return contents
}

function resourcesOf(contents: Content[], { states, spots }: House): Record<string, unknown> {
  return {
    ProcSet: ['PDF', 'Text', 'ImageB', 'ImageC'],
    ExtGState: states,
    ...Object.keys(spots).length > 0 && { ColorSpace: spots },
    Font: Object.fromEntries(contents.flatMap(({ fonts }) => [...fonts])),
    XObject: Object.fromEntries(contents.flatMap(({ pictures }) => [...pictures])),
  }
}

/**
 * Pictures, from an editor's file to what a browser or a press takes. The only room where sharp is at work.
 *
 * Whatever comes out is upright, in sRGB, grey or four inks, on white, and carries no metadata: no camera, place, name or
 * profile. Finished work is kept by content, so that a picture is worked on once.
 */
import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import type sharp from 'sharp'
import type { Sharp, SharpOptions } from 'sharp'
import type { Diagnostic, Outcome, Place } from '../diagnostics/diagnostic.ts'
import type { DiagnosticId } from '../diagnostics/catalogue.ts'
import { hashOf, openCache, rememberEntries } from './cache.ts'
import type { Cache } from './cache.ts'
import type { InkLimit } from './inkLimit.ts'
import { kindByContent, kindByName } from './kinds.ts'
import type { PictureKind } from './kinds.ts'
import type { Profile } from './profile.ts'

/** Upright size in pixels, and the SHA-256 of the editor's file. */
export interface PictureInfo {
  width: number
  height: number
  hash: string
}

/** One file that a browser may choose. Width and height in pixels. */
export interface WebSource {
  type: 'image/avif' | 'image/webp' | 'image/jpeg'
  width: number
  height: number
  /** Name to publish it under: slug of its name, hash of its content, width. */
  file: string
  /** Absolute path of the finished file in the cache. */
  path: string
}

/** A picture for the web. Sources: AVIF, then WebP, narrow to wide, then one JPEG; width and height are the widest one's. */
export interface WebPicture {
  width: number
  height: number
  sources: WebSource[]
}

/** What print asks for. `crop` in fractions of the upright picture; the size in pixels is an upper bound, never blown up to. */
export interface PressRequest {
  crop: { x: number; y: number; width: number; height: number }
  widthPx: number
  heightPx: number
  color: 'cmyk' | 'grey' | 'rgb'
  /** How much ink the printer takes; for `cmyk` only. Its pixels on an inch are those that are asked for. */
  limit?: InkLimit
  /** Of the printing condition, for `cmyk`; a general one without it. */
  profile?: Profile
  /** The most ink anywhere in percent, for `grey`; 100 when absent. */
  mostInk?: number
}

/** All the pictures of a paper that can be used. */
export interface PictureLibrary {
  /** undefined for a picture that is missing or unusable; a diagnostic has said so. */
  info(file: string): PictureInfo | undefined
  /** Makes or finds the web sizes. Fails for a picture without info. */
  web(file: string): Promise<WebPicture>
  /** A JPEG, cropped, scaled down and in the inks asked for. Fails for a picture without info. */
  press(file: string, request: PressRequest): Promise<Uint8Array>
}

/** Raise it whenever finished work would look different: older entries of the cache are then left alone. */
const recipe = 'pictures-3'

/**
 * A small one in a list, and what a telephone's column (328 to 398 px) takes at 1.75, 2.6 and 3 dots to the pixel: browsers fetch the
 * next larger. WebP is for the few that cannot read AVIF.
 */
const avifWidths = [320, 720, 1080, 1280]
const webpWidths = [720, 1280]
const widestOnWeb = 1280
const largestBytes = 60 * 1024 * 1024
const largestPixels = 50_000_000
const smallestWidth = 900
const newsprintPixelsPerInch = 200
const drawnLongSide = 2700

/**
 * Opens every picture that the copy names. `folder` is the content folder; each `file` is relative to it, with forward
 * slashes, and `place` is where it is named. Damaged, enormous, tiny or unknown files become diagnostics (once a file, at its
 * first place). A file that does not exist, or lies outside the folder, has no info; the copy's own check reports it.
 */
export async function openPictures(
  folder: string, files: { file: string; place: Place }[], cacheFolder: string,
): Promise<Outcome<PictureLibrary>> {
  const cache = openCache(join(cacheFolder, recipe))
  const pictures = new Map<string, Picture>()
  const diagnostics: Diagnostic[] = []
  const seen = new Set<string>()
  const root = await realpath(folder).catch(() => folder)
  for (const { file, place } of files) {
    if (seen.has(file)) continue
    seen.add(file)
    const outcome = await readPicture(root, file, place, cache)
    diagnostics.push(...outcome.diagnostics)
    if (outcome.value) pictures.set(file, outcome.value)
  }

  const wanted = (file: string): Picture => {
    const picture = pictures.get(file)
    if (!picture) throw new Error(`The picture ${file} was asked for, but it was not opened or cannot be used.`)
    return picture
  }
  const printed = rememberEntries(cache, mostInMemory)
  const library: PictureLibrary = {
    info: (file) => pictures.get(file)?.info,
    web: async (file) => toWeb(wanted(file), cache),
    press: async (file, request) => toPress(wanted(file), request, printed),
  }
  return { value: library, diagnostics }
}

/** Bytes of press pictures that stay in memory: those of an issue, for readers even of one of a hundred pages. */
const mostInMemory = 32_000_000

interface Picture {
  file: string
  path: string
  info: PictureInfo
  options: SharpOptions
}

async function readPicture(folder: string, file: string, place: Place, cache: Cache): Promise<Outcome<Picture>> {
  const nothing = (diagnostics: Diagnostic[] = []) => ({ value: undefined, diagnostics })
  const failed = (id: DiagnosticId, params: Diagnostic['params']) => nothing([{ id, place, params: { file, ...params } }])

  const found = await insidePath(folder, file)
  if (!found) return nothing()
  const { path } = found
  const megabytes = Math.ceil(found.size / 1024 / 1024)
  if (megabytes * 1024 * 1024 > largestBytes) {
    return failed('pictures/too-large', { size: `${megabytes} MB`, limit: `${largestBytes / 1024 / 1024} MB` })
  }
  let fault: DiagnosticId = 'pictures/unreadable'
  const seen = await cache.keep(`${found.state}-seen`, async () => {
    const bytes = await readFile(path)
    const kind = kindByContent(bytes)
    if (!kind && !kindByName(file)) fault = 'pictures/unknown-kind'
    const hash = hashOf(bytes)
    const size = kind ? await keptSize(bytes, hash, kind, cache) : undefined
    return size ? encoded({ hash, size } satisfies Seen) : unsound()
  }).catch(ignoreUnsound)
  if (!seen) return failed(fault, {})
  const { hash, size } = decoded<Seen>(seen)
  if (isEnormous(size)) return failed('pictures/too-large', { size: `${size.width} × ${size.height}`, limit: `${largestPixels / 1e6} MP` })
  const { width, height } = size
  const options = optionsFor(size)

  const inches = width / newsprintPixelsPerInch
  const diagnostics: Diagnostic[] = width >= smallestWidth ? [] : [{
    id: 'pictures/too-small', place,
    params: { file, width, needed: smallestWidth, millimetres: Math.round(inches * 25.4), inches: inches.toFixed(1) },
  }]
  return { value: { file, path, info: { width, height, hash }, options }, diagnostics }
}

/** What a file was found to be when it was read. */
interface Seen {
  hash: string
  size: Size
}

/**
 * The real path of a file below the folder, links followed, its bytes, and a digest of its path, number, length and times: as long as that is
 * the same, it is not read again. Undefined when it is not there, or not below.
 */
async function insidePath(root: string, file: string): Promise<{ path: string; size: number; state: string } | undefined> {
  try {
    const path = await realpath(join(root, file))
    if (!path.startsWith(root + sep)) return undefined
    const facts = await stat(path, { bigint: true })
    if (!facts.isFile()) return undefined
    const { ino, size, mtimeNs, ctimeNs } = facts
    return { path, size: Number(size), state: hashOf(encoded([path, ...[ino, size, mtimeNs, ctimeNs].map(String)])) }
  } catch {
    return undefined
  }
}

/** A picture's own fault; a cache that cannot be written is not. */
class Unsound extends Error {}

function unsound(): never {
  throw new Unsound()
}

function ignoreUnsound(error: unknown): undefined {
  if (!(error instanceof Unsound)) throw error
}

/** Upright, in pixels; a drawing has none, and is drawn with so many on an inch. */
interface Size {
  width: number
  height: number
  density?: number
}

const usualOptions: SharpOptions = { limitInputPixels: largestPixels, failOn: 'error' }

/** sharp takes long to load: it is not, where all work is done already. */
async function loadSharp(): Promise<typeof sharp> {
  return (await import('sharp')).default
}

function optionsFor({ density }: Size): SharpOptions {
  return { ...usualOptions, ...density !== undefined && { density } }
}

/** More than is ever decoded. */
function isEnormous({ width, height }: Size): boolean {
  return width * height > largestPixels
}

/** The size of a picture that is whole; undefined for one that is damaged. What was found sound once is not decoded again. */
async function keptSize(bytes: Uint8Array, hash: string, kind: PictureKind, cache: Cache): Promise<Size | undefined> {
  const measure = async () => {
    const size = await sizeOf(bytes, kind).catch(unsound)
    if (!isEnormous(size)) await prove(bytes, optionsFor(size)).catch(unsound)
    return encoded(size)
  }
  const kept = await cache.keep(`${hash}-${kind}-sound-size`, measure).catch(ignoreUnsound)
  return kept && decoded<Size>(kept)
}

function encoded(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

function decoded<T>(bytes: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(bytes)) as T
}

/** The size from the file's head, without decoding it. A drawing is given a press picture's. */
async function sizeOf(bytes: Uint8Array, kind: PictureKind): Promise<Size> {
  const sharp = await loadSharp()
  const { autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata()
  if (kind !== 'svg') return { width: autoOrient.width, height: autoOrient.height }
  // sharp draws SVG at 72 pixels an inch, and takes 1 to 100,000.
  const density = Math.min(100_000, Math.max(1, 72 * (drawnLongSide / Math.max(autoOrient.width, autoOrient.height))))
  const drawn = await sharp(bytes, { ...usualOptions, density, limitInputPixels: false }).metadata()
  return { width: drawn.width, height: drawn.height, density }
}

/** Decodes the whole picture, because a head can be sound where the rest is cut off. */
async function prove(bytes: Uint8Array, options: SharpOptions): Promise<void> {
  const sharp = await loadSharp()
  await sharp(bytes, options).resize(64, 64, { fit: 'inside' }).png().toBuffer()
}

/** Upright, on white. sharp leaves out all metadata unless it is told to keep some; nothing here tells it. */
async function openUpright(picture: Picture): Promise<Sharp> {
  const bytes = await readFile(picture.path)
  if (hashOf(bytes) !== picture.info.hash) throw new Error(`The picture ${picture.file} was changed while it was being used.`)
  const sharp = await loadSharp()
  return sharp(bytes, picture.options).autoOrient().flatten({ background: '#ffffff' })
}

async function toWeb(picture: Picture, cache: Cache): Promise<WebPicture> {
  const { width, height, hash } = picture.info
  const widest = Math.min(width, widestOnWeb)
  const upTo = (widths: number[]): number[] => [...widths.filter((each) => each < widest), widest]
  const wanted = [
    ...upTo(avifWidths).map((each) => ({ type: 'image/avif', width: each }) as const),
    ...upTo(webpWidths).map((each) => ({ type: 'image/webp', width: each }) as const),
    { type: 'image/jpeg', width: widest } as const,
  ]
  const sources: WebSource[] = []
  for (const source of wanted) {
    const size = { width: source.width, height: Math.max(1, Math.round(height * source.width / width)) }
    const ending = `${source.width}.${source.type === 'image/jpeg' ? 'jpg' : source.type.slice('image/'.length)}`
    const entry = `${hash}-${ending}`
    await cache.keep(entry, async () => {
      const resized = (await openUpright(picture)).resize({ ...size, fit: 'fill' })
      // More effort costs twice the time for less than 2% of the bytes.
      if (source.type === 'image/avif') return resized.avif({ quality: 46, effort: 1 }).toBuffer()
      if (source.type === 'image/webp') return resized.webp({ quality: 74 }).toBuffer()
      return resized.jpeg({ quality: 78, mozjpeg: true }).toBuffer()
    })
    sources.push({ ...source, ...size, file: `${slugOf(picture.file)}-${hash.slice(0, 10)}-${ending}`, path: cache.path(entry) })
  }
  return { width: widest, height: sources.at(-1)!.height, sources }
}

async function toPress(picture: Picture, request: PressRequest, cache: Cache): Promise<Uint8Array> {
  const region = toRegion(picture.info, request.crop)
  const scale = Math.min(1, region.width / request.widthPx, region.height / request.heightPx)
  const width = Math.max(1, Math.round(request.widthPx * scale))
  const height = Math.max(1, Math.round(request.heightPx * scale))
  const { left, top } = region
  const limit = request.color === 'cmyk' ? request.limit : undefined
  const { color, profile, mostInk } = request
  const way = color === 'cmyk' && profile ? `-${profile.hash.slice(0, 12)}` : color === 'grey' && mostInk ? `-${mostInk}` : ''
  const inks = `${limit ? `cmyk-${limit.inkLimit}-${limit.pixelsPerInch}` : color}${way}`
  const entry = `${picture.info.hash}-${left}-${top}-${region.width}-${region.height}-${width}-${height}-${inks}.jpg`
  return cache.keep(entry, async () => {
    const cropped = (await openUpright(picture)).extract(region).resize({ width, height, fit: 'cover' }).sharpen({ sigma: 0.6 })
    const inked = inInks(cropped, request)
    const { pressJpeg, toLimitedJpeg } = await import('./inkLimit.ts')
    if (!limit) return inked.jpeg(pressJpeg).toBuffer()
    const { data, info } = await inked.raw().toBuffer({ resolveWithObject: true })
    const { inkLimit, pixelsPerInch } = limit
    return toLimitedJpeg({ width: info.width, height: info.height, bytes: data }, { inkLimit, pixelsPerInch: pixelsPerInch * scale })
  })
}

function inInks(picture: Sharp, { color, profile, mostInk = 100 }: PressRequest): Sharp {
  switch (color) {
    case 'rgb': return picture
    // Without the colour space the file would hold grey in three channels.
    case 'grey': {
      const grey = picture.greyscale()
      return (mostInk < 100 ? grey.linear(mostInk / 100, 255 * (1 - mostInk / 100)) : grey).toColourspace('b-w')
    }
    // Never toColourspace('cmyk') as well: it converts a second time. The PDF carries the profile, so the picture does not.
    case 'cmyk': return picture.withIccProfile(profile?.file ?? 'cmyk', { attach: false })
  }
}

/** Fractions of the picture as whole pixels inside it; at least one pixel. */
function toRegion(info: PictureInfo, crop: PressRequest['crop']): { left: number; top: number; width: number; height: number } {
  const edges = (from: number, length: number, whole: number) => {
    const start = Math.min(whole - 1, Math.max(0, Math.round(from * whole)))
    return { start, length: Math.max(1, Math.min(whole, Math.round((from + length) * whole)) - start) }
  }
  const across = edges(crop.x, crop.width, info.width)
  const down = edges(crop.y, crop.height, info.height)
  return { left: across.start, top: down.start, width: across.length, height: down.length }
}

function slugOf(file: string): string {
  const name = basename(file).replace(/\.[^.]*$/, '').normalize('NFD').toLowerCase()
  return name.replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'picture'
}

/**
 * Draws an SVG as a JPEG file: width and height in pixels, quality 1 to 100. For illustrations that a script makes.
 * The drawing's own proportions must be those of the size.
 */
export async function drawSvg(
  svg: string, file: string, { width, height, quality }: { width: number; height: number; quality: number },
): Promise<void> {
  const sharp = await loadSharp()
  await sharp(new TextEncoder().encode(svg), { limitInputPixels: largestPixels })
    .resize({ width, height, fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality, mozjpeg: true })
    .toFile(file)
}

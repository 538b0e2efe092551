import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { drawSvg, openPictures } from '../../src/pictures/pictures.ts'
import type { PictureLibrary } from '../../src/pictures/pictures.ts'

let room: string
let content: string
let cache: string

beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'pictures-'))
  content = join(room, 'content')
  cache = join(room, 'cache')
  await mkdir(content)
})
afterEach(() => rm(room, { recursive: true, force: true }))

const place = { file: 'story/en.md', start: { line: 4, column: 3 } }
const whole = { x: 0, y: 0, width: 1, height: 1 }
const secrets = ['Ana Secreta', 'SpyCam', 'Exif', 'GPS', '19.4326', 'adobe:ns:meta']

/** A picture whose left half is red and right half blue. */
function twoHalves(width = 1000, height = 500) {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const }
  return sharp({ create: { width, height, channels: 3, background: '#0000ff' } })
    .composite([{ input: { create: { ...half, background: '#ff0000' } }, left: 0, top: 0 }])
}

function withSecrets(width?: number, height?: number) {
  return twoHalves(width, height).withExif({
    IFD0: { Artist: 'Ana Secreta', Model: 'SpyCam' },
    IFD3: { GPSLatitude: '19.4326', GPSLatitudeRef: 'N' },
  })
}

/** A sound PNG of one bit a pixel, all black, which packs into almost nothing. */
function blackPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(body.length + 8)
    frame.writeUInt32BE(data.length, 0)
    body.copy(frame, 4)
    frame.writeUInt32BE(crc32(body), body.length + 4)
    return frame
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  const rows = deflateSync(new Uint8Array((Math.ceil(width / 8) + 1) * height))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', new Uint8Array()),
  ])
}

async function put(file: string, bytes: Uint8Array | string) {
  await mkdir(dirname(join(content, file)), { recursive: true })
  await writeFile(join(content, file), bytes)
}

async function open(...files: string[]) {
  const outcome = await openPictures(content, files.map((file) => ({ file, place })), cache)
  return { library: outcome.value!, diagnostics: outcome.diagnostics }
}

/** Makes the cache say another size of the only picture in it. */
async function retell(file: string, size: { width: number; height: number }) {
  const entries = (await readdir(cache, { recursive: true })).filter((name) => name.endsWith('-seen'))
  const { hash } = (await open(file)).library.info(file)!
  const told = JSON.stringify({ hash, size })
  await writeFile(join(cache, entries[0]!), told)
  await writeFile(join(cache, `${entries[0]!}.sha256`), createHash('sha256').update(told).digest('hex'))
}

async function pixel(picture: Uint8Array, x: number, y: number): Promise<number[]> {
  return [...await sharp(picture).extract({ left: x, top: y, width: 1, height: 1 }).raw().toBuffer()]
}

async function webBytes(library: PictureLibrary, file: string) {
  return Promise.all((await library.web(file)).sources.map(async (source) => ({ source, bytes: await readFile(source.path) })))
}

describe('what an editor gives', () => {
  test('a sound picture has its size and no diagnostics', async () => {
    await put('a/one.jpg', await twoHalves().jpeg().toBuffer())
    const { library, diagnostics } = await open('a/one.jpg')
    expect(library.info('a/one.jpg')).toMatchObject({ width: 1000, height: 500 })
    expect(diagnostics).toEqual([])
  })

  test.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('%s is taken', async (kind) => {
    await put(`one.${kind}`, await twoHalves().toFormat(kind).toBuffer())
    const { library, diagnostics } = await open(`one.${kind}`)
    expect(diagnostics).toEqual([])
    expect((await library.web(`one.${kind}`)).sources).toHaveLength(6)
  })

  test('the content counts, not the ending of the name', async () => {
    await put('one.jpg', await twoHalves().png().toBuffer())
    expect((await open('one.jpg')).diagnostics).toEqual([])
  })

  test('of a moving GIF the first frame is taken', async () => {
    const frame = (color: string) => sharp({ create: { width: 1000, height: 10, channels: 3, background: color } }).png().toBuffer()
    const frames = [await frame('#ff0000'), await frame('#0000ff')]
    await put('one.gif', await sharp(frames, { join: { animated: true } }).gif({ loop: 0 }).toBuffer())
    const { library } = await open('one.gif')
    expect(library.info('one.gif')).toMatchObject({ width: 1000, height: 10 })
    const first = await library.press('one.gif', { crop: whole, widthPx: 1000, heightPx: 10, color: 'rgb' })
    const [red, , blue] = await pixel(first, 500, 5)
    expect(red).toBeGreaterThan(240)
    expect(blue).toBeLessThan(15)
  })

  test('a drawing is rasterised at the size of a press picture, and its surroundings are white', async () => {
    const half = '<rect width="45" height="60" fill="red"/>'
    await put('one.svg', `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60">${half}</svg>`)
    const { library, diagnostics } = await open('one.svg')
    expect(diagnostics).toEqual([])
    expect(library.info('one.svg')).toMatchObject({ width: 2700, height: 1800 })
    const drawn = await library.press('one.svg', { crop: whole, widthPx: 900, heightPx: 600, color: 'rgb' })
    expect((await pixel(drawn, 100, 300))[1]).toBeLessThan(15)
    expect(await pixel(drawn, 800, 300)).toEqual([255, 255, 255])
  })

  test('a missing file and a file outside the folder have no info', async () => {
    await writeFile(join(room, 'outside.jpg'), await twoHalves().jpeg().toBuffer())
    await symlink(join(room, 'outside.jpg'), join(content, 'link.jpg'))
    const { library, diagnostics } = await open('gone.jpg', '../outside.jpg', 'link.jpg')
    expect(['gone.jpg', '../outside.jpg', 'link.jpg'].map(library.info)).toEqual([undefined, undefined, undefined])
    expect(diagnostics).toEqual([])
  })

  test('asking for a picture that cannot be used fails, and names it', async () => {
    const { library } = await open('gone.jpg')
    await expect(library.web('gone.jpg')).rejects.toThrow('The picture gone.jpg was asked for')
    await expect(library.press('gone.jpg', { crop: whole, widthPx: 1, heightPx: 1, color: 'rgb' })).rejects.toThrow('gone.jpg')
  })
})

describe('pictures that cannot be used are reported and never throw', () => {
  test('a file cut off in the middle', async () => {
    const bytes = await twoHalves().jpeg().toBuffer()
    await put('one.jpg', bytes.subarray(0, bytes.length / 2))
    const { library, diagnostics } = await open('one.jpg')
    expect(diagnostics).toEqual([{ id: 'pictures/unreadable', place, params: { file: 'one.jpg' } }])
    expect(library.info('one.jpg')).toBeUndefined()
  })

  test.each([
    ['an empty file', ''],
    ['words in place of a picture', 'This is not a picture.'],
    ['nothing but a head', '\xff\xd8\xff\xe0'],
  ])('%s', async (_, bytes) => {
    await put('one.jpg', Buffer.from(bytes, 'latin1'))
    expect((await open('one.jpg')).diagnostics).toEqual([{ id: 'pictures/unreadable', place, params: { file: 'one.jpg' } }])
  })

  test('a drawing that blows itself up by entities', async () => {
    const entities = Array.from({ length: 9 }, (_, level) =>
      `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`).join('')
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><text>&e9;</text></svg>'
    await put('one.svg', `<!DOCTYPE svg [<!ENTITY e0 "ha">${entities}]>${drawing}`)
    expect((await open('one.svg')).diagnostics).toEqual([{ id: 'pictures/unreadable', place, params: { file: 'one.svg' } }])
  })

  test('a tiny file of 20000 × 20000 pixels', async () => {
    const bomb = blackPng(20_000, 20_000)
    expect(bomb.length).toBeLessThan(100_000)
    await put('one.png', bomb)
    const { library, diagnostics } = await open('one.png')
    expect(diagnostics).toEqual([
      { id: 'pictures/too-large', place, params: { file: 'one.png', size: '20000 × 20000', limit: '50 MP' } },
    ])
    expect(library.info('one.png')).toBeUndefined()
  })

  test('a file of more than 60 MB', async () => {
    await put('one.jpg', new Uint8Array(60 * 1024 * 1024 + 1))
    expect((await open('one.jpg')).diagnostics).toEqual([
      { id: 'pictures/too-large', place, params: { file: 'one.jpg', size: '61 MB', limit: '60 MB' } },
    ])
  })

  test('a kind that the paper does not take', async () => {
    await put('one.tiff', await twoHalves().tiff().toBuffer())
    expect((await open('one.tiff')).diagnostics).toEqual([{ id: 'pictures/unknown-kind', place, params: { file: 'one.tiff' } }])
  })

  test('a picture under 900 pixels can be used, and the warning says how wide it prints', async () => {
    await put('one.jpg', await twoHalves(800, 400).jpeg().toBuffer())
    const { library, diagnostics } = await open('one.jpg')
    expect(diagnostics).toEqual([
      { id: 'pictures/too-small', place, params: { file: 'one.jpg', width: 800, needed: 900, millimetres: 102, inches: '4.0' } },
    ])
    expect(library.info('one.jpg')).toBeDefined()
  })

  test('a picture named twice is reported once, at its first place', async () => {
    await put('one.jpg', 'no')
    const second = { file: 'story/es.md' }
    const outcome = await openPictures(content, [{ file: 'one.jpg', place }, { file: 'one.jpg', place: second }], cache)
    expect(outcome.diagnostics.map((each) => each.place)).toEqual([place])
  })
})

describe('for the web', () => {
  test('four widths in AVIF, two in WebP, and one JPEG, in the picture\'s proportions', async () => {
    await put('a/Año Nuevo!.jpg', await twoHalves(2700, 1800).jpeg().toBuffer())
    const { library } = await open('a/Año Nuevo!.jpg')
    const hash = library.info('a/Año Nuevo!.jpg')!.hash.slice(0, 10)
    const web = await library.web('a/Año Nuevo!.jpg')
    expect(web).toMatchObject({ width: 1280, height: 853 })
    expect(web.sources.map(({ type, width, height, file }) => [type, width, height, file])).toEqual([
      ['image/avif', 320, 213, `ano-nuevo-${hash}-320.avif`],
      ['image/avif', 720, 480, `ano-nuevo-${hash}-720.avif`],
      ['image/avif', 1080, 720, `ano-nuevo-${hash}-1080.avif`],
      ['image/avif', 1280, 853, `ano-nuevo-${hash}-1280.avif`],
      ['image/webp', 720, 480, `ano-nuevo-${hash}-720.webp`],
      ['image/webp', 1280, 853, `ano-nuevo-${hash}-1280.webp`],
      ['image/jpeg', 1280, 853, `ano-nuevo-${hash}-1280.jpg`],
    ])
    for (const { source, bytes } of await webBytes(library, 'a/Año Nuevo!.jpg')) {
      expect(await sharp(bytes).metadata()).toMatchObject({
        format: source.type === 'image/avif' ? 'heif' : source.type.slice(6), width: source.width, height: source.height,
      })
    }
  })

  test('a picture is never blown up', async () => {
    await put('one.jpg', await twoHalves(600, 300).jpeg().toBuffer())
    const { sources } = await (await open('one.jpg')).library.web('one.jpg')
    expect(sources.map((each) => each.width)).toEqual([320, 600, 600, 600])
  })

  test('a picture taken on its side is turned upright', async () => {
    await put('one.jpg', await twoHalves(1000, 500).jpeg().withMetadata({ orientation: 6 }).toBuffer())
    const { library } = await open('one.jpg')
    expect(library.info('one.jpg')).toMatchObject({ width: 500, height: 1000 })
    const { bytes } = (await webBytes(library, 'one.jpg')).at(-1)!
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 500, height: 1000 })
    expect((await pixel(bytes, 250, 100))[0]).toBeGreaterThan(230)
    expect((await pixel(bytes, 250, 900))[2]).toBeGreaterThan(230)
  })
})

describe('for the press', () => {
  const request = { crop: whole, widthPx: 400, heightPx: 200 }

  test('four inks, four channels, no profile inside', async () => {
    await put('one.jpg', await twoHalves().jpeg().toBuffer())
    const bytes = await (await open('one.jpg')).library.press('one.jpg', { ...request, color: 'cmyk' })
    const metadata = await sharp(bytes).metadata()
    expect(metadata).toMatchObject({ format: 'jpeg', space: 'cmyk', channels: 4, width: 400, height: 200 })
    expect(metadata.icc).toBeUndefined()
  })

  test('red becomes magenta and yellow, almost without cyan and black', async () => {
    await put('one.jpg', await twoHalves().jpeg().toBuffer())
    const bytes = await (await open('one.jpg')).library.press('one.jpg', { ...request, color: 'cmyk' })
    const inks = await sharp(bytes).pipelineColourspace('cmyk').toColourspace('cmyk')
      .extract({ left: 100, top: 100, width: 1, height: 1 }).raw().toBuffer()
    const [cyan, magenta, yellow, black] = [...inks].map((value) => value / 255)
    expect(cyan).toBeLessThan(0.1)
    expect(magenta).toBeGreaterThan(0.85)
    expect(yellow).toBeGreaterThan(0.85)
    expect(black).toBeLessThan(0.1)
  })

  test('grey is one channel', async () => {
    await put('one.jpg', await twoHalves().jpeg().toBuffer())
    const bytes = await (await open('one.jpg')).library.press('one.jpg', { ...request, color: 'grey' })
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', space: 'b-w', channels: 1 })
  })

  test.each(['cmyk', 'grey', 'rgb'] as const)('a grey picture can be had in %s', async (color) => {
    await put('one.jpg', await twoHalves().greyscale().toColourspace('b-w').jpeg().toBuffer())
    const bytes = await (await open('one.jpg')).library.press('one.jpg', { ...request, color })
    expect((await sharp(bytes).metadata()).channels).toBe({ cmyk: 4, grey: 1, rgb: 3 }[color])
  })

  test('the crop is the part asked for, of the upright picture', async () => {
    await put('one.jpg', await twoHalves(1000, 500).jpeg().withMetadata({ orientation: 6 }).toBuffer())
    const { library } = await open('one.jpg')
    const lower = { x: 0, y: 0.6, width: 1, height: 0.4 }
    const bytes = await library.press('one.jpg', { crop: lower, widthPx: 250, heightPx: 200, color: 'rgb' })
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 250, height: 200 })
    const [red, , blue] = await pixel(bytes, 125, 5)
    expect(blue).toBeGreaterThan(240)
    expect(red).toBeLessThan(15)
  })

  test('asked for more pixels than there are, it gives those that there are', async () => {
    await put('one.jpg', await twoHalves(1000, 500).jpeg().toBuffer())
    const { library } = await open('one.jpg')
    const crop = { x: 0, y: 0, width: 0.5, height: 0.5 }
    const bytes = await library.press('one.jpg', { crop, widthPx: 2000, heightPx: 1000, color: 'rgb' })
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 500, height: 250 })
  })

  test('a crop that reaches over the edge is held inside', async () => {
    await put('one.jpg', await twoHalves(1000, 500).jpeg().toBuffer())
    const { library } = await open('one.jpg')
    const crop = { x: 0.8, y: -1, width: 1, height: 2 }
    const bytes = await library.press('one.jpg', { crop, widthPx: 200, heightPx: 500, color: 'rgb' })
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 200, height: 500 })
  })

  test('a camera\'s wide colours come out as sRGB without a profile', async () => {
    await put('one.jpg', await twoHalves().withIccProfile('p3').jpeg().toBuffer())
    const bytes = await (await open('one.jpg')).library.press('one.jpg', { ...request, color: 'rgb' })
    expect((await sharp(bytes).metadata()).icc).toBeUndefined()
  })
})

describe('privacy', () => {
  test('the planted secrets are really in the editor\'s file', async () => {
    const bytes = await withSecrets().jpeg().toBuffer()
    expect(bytes.includes('Ana Secreta') && bytes.includes('SpyCam')).toBe(true)
  })

  test.each(['jpeg', 'png', 'webp'] as const)('no name, camera or place of a %s reaches any output', async (kind) => {
    await put(`one.${kind}`, await withSecrets(1400, 700).toFormat(kind).toBuffer())
    const { library } = await open(`one.${kind}`)
    const outputs = (await webBytes(library, `one.${kind}`)).map((each) => each.bytes)
    for (const color of ['cmyk', 'grey', 'rgb'] as const) {
      outputs.push(Buffer.from(await library.press(`one.${kind}`, { crop: whole, widthPx: 700, heightPx: 350, color })))
    }
    expect(outputs).toHaveLength(10)
    for (const bytes of outputs) {
      const { exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata()
      expect({ exif, icc, xmp, iptc, orientation }).toEqual({})
      expect(secrets.filter((secret) => bytes.includes(secret))).toEqual([])
    }
  })
})

describe('the cache', () => {
  test('knows a file again that nobody touched, and reads one anew whose length and date are those of before', async () => {
    const [first, second] = [blackPng(1000, 500), blackPng(1000, 500)]
    // Another width, of which the sum is right: the bytes are as many.
    blackPng(1001, 500).copy(second, 0, 0, 33)
    await put('one.png', first)
    expect((await open('one.png')).library.info('one.png')).toMatchObject({ width: 1000 })
    const file = join(content, 'one.png')
    const { atime, mtime } = await stat(file)
    await retell('one.png', { width: 777, height: 500 })
    expect((await open('one.png')).library.info('one.png')).toMatchObject({ width: 777 })
    await new Promise((resolve) => setTimeout(resolve, 20))
    await writeFile(file, second)
    await utimes(file, atime, mtime)
    expect((await open('one.png')).library.info('one.png')?.width).not.toBe(1000)
  })

  const request = { crop: whole, widthPx: 400, heightPx: 200, color: 'cmyk' } as const

  test('work that is done is not done again', async () => {
    await put('one.jpg', await twoHalves().jpeg().toBuffer())
    const { library } = await open('one.jpg')
    const [first] = (await library.web('one.jpg')).sources
    const press = await library.press('one.jpg', request)
    await rm(join(content, 'one.jpg'))
    expect((await library.web('one.jpg')).sources[0]).toEqual(first)
    expect(Buffer.from(await library.press('one.jpg', request)).equals(press)).toBe(true)
  })

  test('a damaged entry is made again', async () => {
    await put('one.jpg', await twoHalves().jpeg().toBuffer())
    const { library } = await open('one.jpg')
    const { path } = (await library.web('one.jpg')).sources[0]!
    const sound = await readFile(path)
    await writeFile(path, sound.subarray(0, 100))
    await library.web('one.jpg')
    expect((await readFile(path)).equals(sound)).toBe(true)
  })

  test('the folder may be deleted, and the same bytes come again', async () => {
    await put('one.jpg', await twoHalves().jpeg().toBuffer())
    const all = async () => {
      const { library } = await open('one.jpg')
      const web = await webBytes(library, 'one.jpg')
      return [...web.map((each) => each.bytes), Buffer.from(await library.press('one.jpg', request))]
    }
    const first = await all()
    await rm(cache, { recursive: true })
    const second = await all()
    expect(second.map((bytes, index) => bytes.equals(first[index]!))).toEqual(first.map(() => true))
  })

  test('no half-written file is left', async () => {
    await put('one.jpg', await twoHalves().jpeg().toBuffer())
    const { library } = await open('one.jpg')
    await Promise.all([library.web('one.jpg'), library.web('one.jpg'), library.press('one.jpg', request)])
    const names = await readdir(cache, { recursive: true })
    expect(names.length).toBeGreaterThan(8)
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('a picture that is exchanged while it is in use is noticed', async () => {
    await put('one.jpg', await twoHalves().jpeg().toBuffer())
    const { library } = await open('one.jpg')
    await put('one.jpg', await twoHalves(1200, 600).jpeg().toBuffer())
    await expect(library.web('one.jpg')).rejects.toThrow('The picture one.jpg was changed while it was being used.')
  })
})

test('a drawing becomes a JPEG of the size asked for', async () => {
  const file = join(room, 'drawn.jpg')
  await drawSvg('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="15" height="20" fill="red"/></svg>',
    file, { width: 300, height: 200, quality: 82 })
  const bytes = await readFile(file)
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 300, height: 200 })
  expect((await pixel(bytes, 50, 100))[1]).toBeLessThan(15)
  expect(await pixel(bytes, 250, 100)).toEqual([255, 255, 255])
})

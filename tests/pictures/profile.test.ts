/** Profiles of printing conditions: which files are taken for one, and what pictures become by them. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPictures, type PictureLibrary } from '../../src/pictures/pictures.ts'
import { readProfile } from '../../src/pictures/profile.ts'

const room = mkdtempSync(join(tmpdir(), 'profile-'))
afterAll(() => rmSync(room, { recursive: true }))

/** The profile of four inks that comes with sharp, which is in the public domain. */
const free = async () => (await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).withIccProfile('cmyk').jpeg().toBuffer().then((jpeg) => sharp(jpeg).metadata())).icc!

function write(name: string, bytes: Uint8Array): string {
  writeFileSync(join(room, name), bytes)
  return join(room, name)
}

/** A head with one tag: the description as version 4 writes it, or as version 2 does. */
function profile(description: Buffer, kind = 'prtr', space = 'CMYK'): Buffer {
  const head = Buffer.alloc(144)
  head.write(kind.padEnd(4), 12, 'latin1')
  head.write(space.padEnd(4), 16, 'latin1')
  head.write('acsp', 36, 'latin1')
  head.writeUInt32BE(1, 128)
  head.write('desc', 132, 'latin1')
  head.writeUInt32BE(144, 136)
  head.writeUInt32BE(description.length, 140)
  return Buffer.concat([head, description])
}

function inUnicode(name: string): Buffer {
  const text = Buffer.from(name, 'utf16le').swap16()
  const tag = Buffer.alloc(28)
  tag.write('mluc', 0, 'latin1')
  ;[1, 12].forEach((number, i) => tag.writeUInt32BE(number, 8 + 4 * i))
  tag.write('enUS', 16, 'latin1')
  ;[text.length, 28].forEach((number, i) => tag.writeUInt32BE(number, 20 + 4 * i))
  return Buffer.concat([tag, text])
}

const inLetters = (name: string): Buffer => Buffer.concat([Buffer.from('desc\0\0\0\0'), Buffer.from([0, 0, 0, name.length + 1]), Buffer.from(`${name}\0`), Buffer.alloc(80)])

describe('a profile', () => {
  const place = { file: 'printers/ours.icc' }

  test('says its own name, in either way of writing', async () => {
    expect(readProfile(write('free.icc', await free()), place)).toMatchObject({ diagnostics: [], value: { name: 'Chemical proof' } })
    expect(readProfile(write('two.icc', profile(inLetters('ISOnewspaper26v4'))), place).value!.name).toBe('ISOnewspaper26v4')
    expect(readProfile(write('four.icc', profile(inUnicode('Papel de diario, ñ'))), place).value!.name).toBe('Papel de diario, ñ')
    expect(readProfile(write('none.icc', profile(Buffer.from('desc'))), place).value!.name).toBe('CMYK')
  })

  test.each([
    ['a monitor’s', profile(inLetters('sRGB'), 'mntr', 'RGB'), 'profile/not-press', { kind: 'mntr', space: 'RGB' }],
    ['a printer’s of three colours', profile(inLetters('Office'), 'prtr', 'RGB'), 'profile/not-press', { kind: 'prtr', space: 'RGB' }],
    ['a scanner’s', profile(inLetters('Scanner'), 'scnr', 'CMYK'), 'profile/not-press', { kind: 'scnr' }],
    ['a text', Buffer.from('Dear printer '.repeat(30)), 'profile/unreadable', { file: 'printers/ours.icc' }],
    ['a file that is cut off', profile(inLetters('x')).subarray(0, 100), 'profile/unreadable', {}],
  ] as const)('is not %s', (_, bytes, id, params) => {
    const { value, diagnostics } = readProfile(write('other.icc', bytes), place)
    expect(value).toBeUndefined()
    expect(diagnostics).toMatchObject([{ id, place, params }])
  })

  test('is not what is not there', () => {
    expect(readProfile(join(room, 'nothing.icc'), place).diagnostics.map(({ id }) => id)).toEqual(['profile/unreadable'])
  })
})

describe('a picture', () => {
  let pictures: PictureLibrary
  const request = { crop: { x: 0, y: 0, width: 1, height: 1 }, widthPx: 64, heightPx: 64 }

  beforeAll(async () => {
    write('black.png', await sharp({ create: { width: 1000, height: 1000, channels: 3, background: '#000' } }).png().toBuffer())
    pictures = (await openPictures(room, [{ file: 'black.png', place: { file: 'en.md' } }], join(room, 'cache'))).value!
  })

  const middle = async (jpeg: Uint8Array) => [...(await sharp(jpeg).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()).subarray(0, 4)].map((ink) => Math.round(ink / 2.55))

  test('takes its inks from the profile that is given, and the usual ones from none', async () => {
    const usual = await middle(await pictures.press('black.png', { ...request, color: 'cmyk' }))
    // The same conversion by the same profile, from a file.
    const same = readProfile(write('free.icc', await free()), { file: 'free.icc' }).value!
    expect(await middle(await pictures.press('black.png', { ...request, color: 'cmyk', profile: same }))).toEqual(usual)
    const swop = '/usr/share/color/icc/ghostscript/default_cmyk.icc'
    if (!existsSync(swop)) return void process.stderr.write('SKIPPED: Ghostscript’s CMYK profile is not installed, so no second profile is tried.\n')
    const other = readProfile(swop, { file: swop }).value!
    const black = await middle(await pictures.press('black.png', { ...request, color: 'cmyk', profile: other }))
    // Black by Ghostscript's own profile, as lcms makes it: 75/68/65/90.
    ;[75, 68, 65, 90].forEach((ink, i) => expect(Math.abs(ink - black[i]!)).toBeLessThanOrEqual(2))
  })

  const newsprint = ['/usr/share/color/icc/ISOnewspaper26v4.icc', join(process.env.HOME ?? '', '.local/share/icc/ISOnewspaper26v4.icc')].find((file) => existsSync(file))
  if (!newsprint) process.stderr.write('SKIPPED: ISOnewspaper26v4.icc is not installed (Debian: icc-profiles, non-free), so its black is not measured.\n')
  test.skipIf(!newsprint)('that is black has 59/45/40/95 on newsprint', async () => {
    const black = await middle(await pictures.press('black.png', { ...request, color: 'cmyk', profile: readProfile(newsprint!, { file: newsprint! }).value! }))
    ;[59, 45, 40, 95].forEach((ink, i) => expect(Math.abs(ink - black[i]!)).toBeLessThanOrEqual(1))
  })

  test('for a printer of one ink is nowhere darker than that holds', async () => {
    const darkest = async (mostInk?: number) => Math.min(...await sharp(await pictures.press('black.png', { ...request, color: 'grey', ...mostInk && { mostInk } })).raw().toBuffer())
    expect(await darkest()).toBe(0)
    expect(Math.round(100 - (await darkest(85)) / 2.55)).toBe(85)
  })
})

/**
 * Nothing of a camera, a computer or a person leaves the house: a whole paper, its photo full of marks, built twice by two people
 * on two machines. Every byte that is made is searched, and both must make the same.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../scripts/verify.ts'
import { usualLimits } from '../src/print/preflight/limits.ts'
import { checkPdf } from '../src/print/preflight/preflight.ts'
import { filesOf, photo, project, smallPaper, smallPaperWith, withSecrets, secrets, type ScratchPaper } from './papers/paper.ts'
import { productNames } from '../src/newsroom/products.ts'
import { unpacked } from './papers/printed.ts'
import { call } from './scripts/process.ts'

/** Who works at the two machines; neither name, nor the folder named after it, may be found anywhere. */
const people = ['plantedana', 'plantedbo'] as const
const camera = ['PlantedArtist', 'PlantedHolder', 'PlantedDatum', 'PlantedOwner']

const homes: string[] = []
const papers: ScratchPaper[] = []

/** A photo with a name, a holder of rights, a place and an owner in its metadata. */
async function marked(): Promise<Buffer> {
  const told = sharp(await photo()).withExif({
    IFD0: { Artist: camera[0]!, Copyright: camera[1]!, DateTime: '2026:11:14 03:14:15' },
    IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '33/1 35/1 3042/100', GPSLongitudeRef: 'W', GPSLongitude: '71/1 36/1 4105/100', GPSMapDatum: camera[2]! },
  }).withXmp(`<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><owner>${camera[3]}</owner></x:xmpmeta><?xpacket end="w"?>`)
  return withSecrets(await told.jpeg().toBuffer())
}

function homeOf(person: string): string {
  const home = join(realpathSync(mkdtempSync(join(tmpdir(), `${person}-`))), person)
  mkdirSync(home)
  homes.push(join(home, '..'))
  return home
}

async function buildAs(person: string, zone: string, locale: string): Promise<ScratchPaper> {
  const home = homeOf(person)
  const paper = await smallPaperWith({
    'issues/17-01/strike/crane.jpg': await marked(),
    'issues/17-01/issue.yaml': `${smallPaper['issues/17-01/issue.yaml']}products: [${productNames.issue.join(', ')}]\n`,
    'paper.yaml': `${smallPaper['paper.yaml']}products: [${[...productNames.leaflet, ...productNames.pamphlet].join(', ')}]\n`,
  })
  // As `npm run build` does.
  await promisify(execFile)(process.execPath, [
    '--import', pathToFileURL(join(project, 'scripts/compileCache.mjs')).href, join(project, 'scripts/build.ts'), '--content', paper.content, '--out', join(home, 'dist'), '--quiet',
  ], { cwd: project, env: { ...process.env, HOME: home, USER: person, LOGNAME: person, TZ: zone, LANG: locale, LC_ALL: locale } })
  return { ...paper, out: join(home, 'dist') }
}

beforeAll(async () => {
  papers.push(await buildAs(people[0], 'America/Santiago', 'es_CL.UTF-8'), await buildAs(people[1], 'Asia/Kolkata', 'C'))
}, 300_000)

afterAll(() => {
  for (const paper of papers) paper.remove()
  for (const home of homes) rmSync(home, { recursive: true, force: true })
})

/** Bytes as anyone can read them: as they stand, and unpacked where they are packed. */
function readable(file: string, bytes: Buffer): string {
  const packed = /\.(epub|zip)$/.test(file) ? Object.entries(unzipSync(bytes)).map(([name, each]) => `${name}\n${readable(name, Buffer.from(each))}`) : []
  return [file.endsWith('.pdf') ? unpacked(bytes) : bytes.toString('latin1'), ...packed].join('\n')
}

describe('a whole build', () => {
  test('was made from a photo that says all of it', async () => {
    const source = (await marked()).toString('latin1')
    for (const mark of [...camera, ...secrets, '2026:11:14 03:14:15']) expect(source).toContain(mark)
  })

  test('holds pages, feeds, pictures and PDFs', () => {
    const files = [...filesOf(papers[0]!.out).keys()]
    const pdfs = [...productNames.issue.filter((name) => name !== 'front' && name !== 'riso'), 'riso-black', 'riso-red', ...productNames.leaflet, ...productNames.pamphlet].map((name) => `-${name}.pdf`)
    for (const ending of ['.html', '.xml', '.json', '.webp', '.avif', '.jpg', '.epub', '.zip', 'front.png', ...pdfs, 'SHA256SUMS']) expect({ ending, isThere: files.some((file) => file.endsWith(ending)) }).toEqual({ ending, isThere: true })
  })

  test('has no mark of the camera, no name, no folder in any byte', () => {
    for (const { out, room, content } of papers) {
      const marks = [...camera, ...secrets, ...people, out, room, content, '2026:11:14', '03:14:15', project, 'Exif\0\0']
      for (const [file, bytes] of filesOf(out)) {
        const text = readable(file, bytes)
        expect({ file, found: marks.filter((mark) => text.includes(mark)) }).toEqual({ file, found: [] })
      }
    }
  })

  test('names no path of a machine in any text', () => {
    const path = /(?<![\w.~/:-])\/(?:home|root|tmp|Users|var|private)\/[\w.-]+|\b[A-Z]:\\\\?(?:Users|home)/
    for (const [file, bytes] of filesOf(papers[0]!.out)) {
      if (/\.(html|xml|json|css|js|txt|webmanifest)$|SUMS$/.test(file)) expect({ file, path: path.exec(bytes.toString('utf8'))?.[0] }).toEqual({ file, path: undefined })
    }
  })

  test('has pictures without metadata of any kind', async () => {
    const pictures = [...filesOf(papers[0]!.out)].filter(([file]) => /\.(webp|avif|jpe?g|png)$/.test(file))
    expect(pictures.length).toBeGreaterThan(3)
    for (const [file, bytes] of pictures) {
      const { exif, xmp, iptc, comments } = await sharp(bytes).metadata()
      expect({ file, exif, xmp, iptc, comments }).toEqual({ file, exif: undefined, xmp: undefined, iptc: undefined, comments: undefined })
    }
  })

  test('has PDFs that preflight finds nothing personal in', async () => {
    for (const [file, bytes] of filesOf(papers[0]!.out)) {
      if (!file.endsWith('.pdf')) continue
      const { diagnostics } = await checkPdf(bytes, file, usualLimits('paper'))
      expect(diagnostics.filter(({ id }) => id === 'preflight/personal-data')).toEqual([])
    }
  })

  test('is what its sums say, and the same in both folders', async () => {
    const [ours, theirs] = papers.map(({ out }) => out)
    expect((await call(verify, [ours!])).output).toContain('every file is what its list of sums says')
    expect((await call(verify, [ours!, theirs!])).output).toContain('are the same, byte for byte')
  })
})

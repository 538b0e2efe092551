/**
 * The site's fonts, cut to size. Each face lies in three files: the letters that nearly every page needs, the rest of the Latin
 * letters, and the extended ones. A browser fetches a file only when a page holds one of its letters (unicode-range).
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

/** One file of a face: its rule for the stylesheet, its file relative to the site's folder, and its bytes. */
export interface Font {
  rule: string
  file: string
  bytes: Uint8Array
}

interface Face {
  family: string
  package: string
  cut: string
  weight: string
  style: string
  /** OpenType features that the stylesheet asks for. */
  features: string[]
}

const faces: Face[] = [
  { family: 'Source Serif 4', package: 'source-serif-4', cut: '400-normal', weight: '400', style: 'normal', features: ['kern', 'liga', 'onum', 'pnum', 'lnum', 'tnum'] },
  { family: 'Source Serif 4', package: 'source-serif-4', cut: '400-italic', weight: '400', style: 'italic', features: ['kern', 'liga'] },
  { family: 'Source Serif 4', package: 'source-serif-4', cut: '800-normal', weight: '600 900', style: 'normal', features: ['kern', 'liga'] },
  { family: 'Libre Franklin', package: 'libre-franklin', cut: '600-normal', weight: '400 900', style: 'normal', features: ['kern', 'liga'] },
]

/** What English and Spanish are printed with, and the house's own signs (sheets of 11 × 17, `A−`). A fixed set: a new story never makes readers fetch the fonts again. */
const daily = ' !"$%&\'()+,-./0123456789:;?@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  + '\u00a0¡¿«»°·©×−ÁÉÍÓÚÜÑáéíóúüñ–—‘’“”•…'

/** Raise it whenever a finished font would look different. */
const recipe = 'fonts-1'

/** Every font file of the site. Cut fonts are kept in `cacheFolder`, an absolute path, under a name that tells their content. */
export async function readFonts(cacheFolder: string): Promise<Font[]> {
  const fonts = await Promise.all(faces.map((face) => readFace(face, join(cacheFolder, recipe))))
  return fonts.flat()
}

async function readFace(face: Face, cacheFolder: string): Promise<Font[]> {
  const require = createRequire(import.meta.url)
  const fileOf = (subset: string): string => require.resolve(`@fontsource/${face.package}/files/${face.package}-${subset}-${face.cut}.woff2`)
  const ranges = JSON.parse(await readFile(require.resolve(`@fontsource/${face.package}/unicode.json`), 'utf8')) as Record<string, string>
  const latin = lettersOf(ranges['latin']!)
  const common = latin.filter((letter) => daily.includes(String.fromCodePoint(letter)))
  const rare = latin.filter((letter) => !common.includes(letter))
  const whole = await readFile(fileOf('latin'))
  return [
    toFont(face, 'daily', toRange(common), await cutFont(whole, common, face, cacheFolder)),
    toFont(face, 'latin', toRange(rare), await cutFont(whole, rare, face, cacheFolder)),
    toFont(face, 'latin-ext', ranges['latin-ext']!, await readFile(fileOf('latin-ext'))),
  ]
}

function toFont(face: Face, subset: string, range: string, bytes: Uint8Array): Font {
  const file = `${face.package}-${subset}-${face.cut}-${hashOf(bytes)}.woff2`
  const rule = `@font-face{font-family:"${face.family}";font-style:${face.style};font-weight:${face.weight};font-display:swap;`
    + `src:url(${file}) format("woff2");unicode-range:${range}}`
  return { rule, file: `assets/${file}`, bytes }
}

/** A font with these letters alone. Hinting goes: screens of today do not use it, and it is a tenth of the file. */
async function cutFont(whole: Uint8Array, letters: number[], { features }: Face, cacheFolder: string): Promise<Uint8Array> {
  const kept = join(cacheFolder, `${hashOf(Buffer.concat([whole, Buffer.from(`${features.join()} ${letters.join()}`)]))}.woff2`)
  const found = await readFile(kept).catch(() => undefined)
  if (found !== undefined && isWhole(found)) return found
  const bytes = await subsetFont(Buffer.from(whole), String.fromCodePoint(...letters), {
    targetFormat: 'woff2', keepFeatures: features, noHinting: true,
  })
  await mkdir(dirname(kept), { recursive: true })
  await writeFile(`${kept}.${process.pid}.part`, bytes)
  await rename(`${kept}.${process.pid}.part`, kept)
  return bytes
}

/** A WOFF2 file names its own length in its head (W3C WOFF 2.0, section 4.1). */
function isWhole(bytes: Buffer): boolean {
  return bytes.length > 12 && bytes.toString('latin1', 0, 4) === 'wOF2' && bytes.readUInt32BE(8) === bytes.length
}

/** The letters of a CSS unicode-range: `U+0000-00FF,U+0131`. */
function lettersOf(range: string): number[] {
  return range.split(',').flatMap((part) => {
    const [from, to = from] = part.trim().slice(2).split('-').map((digits) => parseInt(digits, 16)) as [number, number?]
    return Array.from({ length: to! - from + 1 }, (_, index) => from + index)
  })
}

/** Ascending letters as a CSS unicode-range. */
function toRange(letters: number[]): string {
  const runs: [number, number][] = []
  for (const letter of letters) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === letter - 1) last[1] = letter
    else runs.push([letter, letter])
  }
  return runs.map(([from, to]) => `U+${from.toString(16)}${to === from ? '' : `-${to.toString(16)}`}`).join(',')
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 10)
}

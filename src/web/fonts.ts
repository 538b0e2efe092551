/**
 * The site's fonts, cut to size. Each face lies in three files: the letters that nearly every page needs, the rest of the Latin
 * letters, and the extended ones. A browser fetches a file only when a page holds one of its letters (unicode-range). What is cut lies beside
 * this file, in `fonts/`: to cut it takes seconds, and the copy has no part in it. `npm run cut-fonts` cuts it anew (cutFonts.ts).
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

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

/** A part of a face that is cut out of its font: the file it is cut to, what it is cut from, and what stays of that. */
export interface FontCut {
  file: URL
  whole: string
  letters: number[]
  features: string[]
}

/** All cuts of all faces. */
export async function fontCuts(): Promise<FontCut[]> {
  const cuts = await Promise.all(faces.map(async (face) => {
    const { common, rare } = await lettersOfFace(face)
    const whole = packageFile(face, `files/${face.package}-latin-${face.cut}.woff2`)
    return [['daily', common] as const, ['latin', rare] as const].map(([subset, letters]) => (
      { file: cutFile(face, subset), whole, letters, features: face.features }
    ))
  }))
  return cuts.flat()
}

/** Every font file of the site. Throws when one of the program's own files is missing. */
export async function readFonts(): Promise<Font[]> {
  const fonts = await Promise.all(faces.map(readFace))
  return fonts.flat()
}

async function readFace(face: Face): Promise<Font[]> {
  const { common, rare, extended } = await lettersOfFace(face)
  return [
    toFont(face, 'daily', toRange(common), await readFile(cutFile(face, 'daily'))),
    toFont(face, 'latin', toRange(rare), await readFile(cutFile(face, 'latin'))),
    toFont(face, 'latin-ext', extended, await readFile(packageFile(face, `files/${face.package}-latin-ext-${face.cut}.woff2`))),
  ]
}

/** The letters of every day, the other Latin ones, and the range of the extended ones. */
async function lettersOfFace(face: Face): Promise<{ common: number[]; rare: number[]; extended: string }> {
  const ranges = JSON.parse(await readFile(packageFile(face, 'unicode.json'), 'utf8')) as Record<string, string>
  const latin = lettersOf(ranges['latin']!)
  const common = latin.filter((letter) => daily.includes(String.fromCodePoint(letter)))
  return { common, rare: latin.filter((letter) => !common.includes(letter)), extended: ranges['latin-ext']! }
}

function packageFile(face: Face, file: string): string {
  return createRequire(import.meta.url).resolve(`@fontsource/${face.package}/${file}`)
}

function cutFile(face: Face, subset: string): URL {
  return new URL(`fonts/${face.package}-${subset}-${face.cut}.woff2`, import.meta.url)
}

function toFont(face: Face, subset: string, range: string, bytes: Uint8Array): Font {
  const file = `${face.package}-${subset}-${face.cut}-${hashOf(bytes)}.woff2`
  const rule = `@font-face{font-family:"${face.family}";font-style:${face.style};font-weight:${face.weight};font-display:swap;`
    + `src:url(${file}) format("woff2");unicode-range:${range}}`
  return { rule, file: `assets/${file}`, bytes }
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

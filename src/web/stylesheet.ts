/**
 * The site's one stylesheet and its fonts, under names that tell their content. Made here and not by Astro, whose links would
 * begin at the server's root and break in a sub-folder and from disk.
 */
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { toReadable } from './color.ts'

/** Paper and ink of the screen, light and dark; the style files use the same values through these variables. */
export const grounds = { light: '#fcfaf5', dark: '#161513' } as const

const styleFiles = ['base', 'furniture', 'front', 'lists', 'story', 'print']

const subsets = ['latin', 'latin-ext'] as const

const faces = [
  { family: 'Source Serif 4', package: 'source-serif-4', cut: '400-normal', weight: '400', style: 'normal' },
  { family: 'Source Serif 4', package: 'source-serif-4', cut: '400-italic', weight: '400', style: 'italic' },
  { family: 'Source Serif 4', package: 'source-serif-4', cut: '800-normal', weight: '600 900', style: 'normal' },
  { family: 'Libre Franklin', package: 'libre-franklin', cut: '600-normal', weight: '400 900', style: 'normal' },
]

/** The finished stylesheet: its file relative to the site's folder, its text, and the font files that it names. */
export interface Stylesheet {
  file: string
  text: string
  fonts: { path: string; file: string }[]
}

/** Reads the style files and sets the accent, `#rrggbb`, in them. Throws when the program's own files are missing. */
export async function readStylesheet(accent: string): Promise<Stylesheet> {
  const parts = await Promise.all(
    styleFiles.map((name) => readFile(new URL(`style/${name}.css`, import.meta.url), 'utf8')),
  )
  const fonts = await readFonts()
  // Large letters and rules may stay closer to the printed ink: WCAG asks 3 for them, 4.5 for text.
  const variables = `:root{--accent-light:${toReadable(accent, grounds.light)};--accent-dark:${toReadable(accent, grounds.dark)};`
    + `--flag-light:${toReadable(accent, grounds.light, 3.1)};--flag-dark:${toReadable(accent, grounds.dark, 3.1)};`
    + `--paper-light:${grounds.light};--paper-dark:${grounds.dark}}`
  const text = toSmall([fonts.map((font) => font.rule).join(''), variables, ...parts].join('\n'))
  return { file: `assets/site-${shortHash(text)}.css`, text, fonts: fonts.map(({ path, file }) => ({ path, file })) }
}

/** Writes stylesheet and fonts below `folder`. */
export async function writeStylesheet(stylesheet: Stylesheet, folder: string): Promise<void> {
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, stylesheet.file), stylesheet.text)
  await Promise.all(stylesheet.fonts.map((font) => copyFile(font.path, join(folder, font.file))))
}

async function readFonts(): Promise<{ rule: string; path: string; file: string }[]> {
  const require = createRequire(import.meta.url)
  return Promise.all(faces.flatMap((face) => subsets.map(async (subset) => {
    const name = `${face.package}-${subset}-${face.cut}`
    const path = require.resolve(`@fontsource/${face.package}/files/${name}.woff2`)
    const ranges = JSON.parse(await readFile(require.resolve(`@fontsource/${face.package}/unicode.json`), 'utf8')) as Record<string, string>
    const file = `${name}-${shortHash(await readFile(path))}.woff2`
    const rule = `@font-face{font-family:"${face.family}";font-style:${face.style};font-weight:${face.weight};font-display:swap;`
      + `src:url(${file}) format("woff2");unicode-range:${ranges[subset]}}`
    return { rule, path, file: `assets/${file}` }
  })))
}

/** Comments and idle white space out. Safe for our own files, which hold no strings with either. */
function toSmall(css: string): string {
  return css.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1').replaceAll(': ', ':').replaceAll(';}', '}').trim()
}

function shortHash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10)
}

/**
 * The site's stylesheet, a second one for the few pages with shapes of their own, and the fonts, under names that tell their content. Made here and not by Astro, whose links would
 * begin at the server's root and break in a sub-folder and from disk.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toReadable } from './color.ts'
import { readFonts } from './fonts.ts'
import type { Font } from './fonts.ts'
import { marginNotes } from './marginNotes.ts'

/** Paper and ink of the screen, light and dark; the style files use the same values through these variables. */
export const grounds = { light: '#fcfaf5', dark: '#161513' } as const

/** Under boxes and before a picture comes: nearer to the ink than the paper, so what can be read here can be read there. */
export const tints = { light: '#f4efe3', dark: '#201e1b' } as const

const styleFiles = ['base', 'furniture', 'teaser', 'lists', 'story', 'print']
const seldomFiles = ['front', 'seldom']

/** The finished stylesheet: its file relative to the site's folder, its text, and the font files that it names. */
export interface Stylesheet {
  file: string
  text: string
  fonts: Font[]
  /** What the few pages with shapes of their own need besides: the front page, the doors, search … */
  seldom: { file: string; text: string }
}

/** Reads the style files and sets the accent, `#rrggbb`, in them. Throws when the program's own files are missing. */
export async function readStylesheet(accent: string): Promise<Stylesheet> {
  const read = (name: string): Promise<string> => readFile(new URL(`style/${name}.css`, import.meta.url), 'utf8')
  const parts = await Promise.all(styleFiles.map(read))
  const seldom = toSmall((await Promise.all(seldomFiles.map(read))).join('\n'))
  const fonts = await readFonts()
  // Large letters and rules may stay closer to the printed ink: WCAG asks 3 for them, 4.5 for text.
  const variables = `:root{--accent-light:${toReadable(accent, tints.light)};--accent-dark:${toReadable(accent, tints.dark)};`
    + `--flag-light:${toReadable(accent, grounds.light, 3.1)};--flag-dark:${toReadable(accent, grounds.dark, 3.1)};`
    + `--paper-light:${grounds.light};--paper-dark:${grounds.dark};--tint-light:${tints.light};--tint-dark:${tints.dark}}`
  const text = toSmall([fonts.map((font) => font.rule).join(''), variables, ...parts, marginNotes()].join('\n'))
  return {
    file: `assets/site-${shortHash(text)}.css`, text, fonts,
    seldom: { file: `assets/seldom-${shortHash(seldom)}.css`, text: seldom },
  }
}

/** Writes stylesheet and fonts below `folder`. */
export async function writeStylesheet(stylesheet: Stylesheet, folder: string): Promise<void> {
  await mkdir(join(folder, 'assets'), { recursive: true })
  for (const { file, text } of [stylesheet, stylesheet.seldom]) await writeFile(join(folder, file), text)
  await Promise.all(stylesheet.fonts.map((font) => writeFile(join(folder, font.file), font.bytes)))
}

/** Comments and idle white space out. Safe for our own files, which hold no strings with either. */
function toSmall(css: string): string {
  return css.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ').replace(/ ?([{};,>]) ?/g, '$1').replaceAll(': ', ':').replaceAll(';}', '}').trim()
}

function shortHash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10)
}

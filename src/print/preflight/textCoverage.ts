/** Every letter on the pages must be in its font: what is not would be missing on paper. */
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts'
import type { Layout, Page } from '../makeup/page.ts'
import type { Fonts } from '../pdf/fonts.ts'
import { fontPackageOf } from '../stylebook/fontPackages.ts'
import type { Line, Run } from '../type/line.ts'

/**
 * At the first place of each: one diagnostic a file and font that is not installed; one a file and font that the house does not
 * have, with the number of letters that need it; one a file and character that no known font has. What the list of contents repeats of a
 * headline is told at the story alone.
 */
export function checkTextCoverage(layout: Layout, fonts: Pick<Fonts, 'missing' | 'lacking'>): Diagnostic[] {
  const found = new Map<string, Diagnostic>()
  const alike = new Map<string, Set<string>>()
  let sound = soundPages.get(fonts)
  if (!sound) soundPages.set(fonts, (sound = new WeakSet()))
  const lines = layout.pages.filter((page) => !sound.has(page)).flatMap((page) => page.frames.flatMap((frame) => ('lines' in frame ? frame.lines : [])))
  for (const { line } of lines) {
    for (const run of line.runs) {
      const lacking = fonts.lacking(run.style.face)
      for (const character of lacking ? [letterOf(run.text)] : fonts.missing(run.text, run.style.face)) {
        const fontPackage = lacking ?? fontPackageOf(character)
        const key = `${fontPackage ?? character} ${line.place.file}`
        alike.set(key, (alike.get(key) ?? new Set()).add(character))
        if (found.has(key)) continue
        const place = placeOf(character, run, line)
        const params = { character, code: codeOf(character) }
        found.set(key, fontPackage === undefined
          ? { id: 'print/missing-letter', place, params }
          : { id: lacking ? 'print/missing-font' : 'print/missing-script', place, params: { ...params, fontPackage } })
      }
    }
  }
  if (found.size === 0) for (const page of layout.pages) sound.add(page)
  // Furniture repeats headlines, and knows no line of them: what a story has told once is mended there.
  const told = new Set([...found.values()].flatMap(({ place, params }) => place.start ? [params.fontPackage ?? params.character] : []))
  const once = [...found].filter(([, { place, params }]) => place.start || !told.has(params.fontPackage ?? params.character))
  return once.map(([key, each]) => each.id === 'print/missing-script' ? { ...each, params: { ...each.params, count: alike.get(key)!.size } } : each)
}

/** Pages of which these fonts have every letter: an edit leaves most pages of an issue as they were. */
const soundPages = new WeakMap<Pick<Fonts, 'missing' | 'lacking'>, WeakSet<Page>>()

/** Where the character stands in the Markdown: exactly, unless the copy breaks its own line between the run's start and it. */
function placeOf(character: string, { text, place }: Run, line: Line): Place {
  const { file, start } = place ?? line.place
  return start ? { file, start: { line: start.line, column: start.column + Math.max(0, text.normalize('NFC').indexOf(character)) } } : { file }
}

/** The first letter of a text that is more than spaces and signs. */
function letterOf(text: string): string {
  return /\p{L}/u.exec(text)?.[0] ?? Array.from(text)[0]!
}

/** As Unicode's tables write it: `U+4E2D`. */
function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}

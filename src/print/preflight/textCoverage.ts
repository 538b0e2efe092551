/** Every letter on the pages must be in its font: what is not would be missing on paper. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Layout } from '../makeup/page.ts'
import type { Fonts } from '../pdf/fonts.ts'

/** One diagnostic a character and file, at the first line that has it; or one a file and font that is not installed. */
export function checkTextCoverage(layout: Layout, fonts: Pick<Fonts, 'missing' | 'lacking'>): Diagnostic[] {
  const found = new Map<string, Diagnostic>()
  const lines = layout.pages.flatMap((page) => page.frames.flatMap((frame) => ('lines' in frame ? frame.lines : [])))
  for (const { line } of lines) {
    for (const run of line.runs) {
      const fontPackage = fonts.lacking(run.style.face)
      if (fontPackage) {
        const key = `${fontPackage} ${line.place.file}`
        if (!found.has(key)) found.set(key, { id: 'print/missing-font', place: line.place, params: { character: letterOf(run.text), code: codeOf(letterOf(run.text)), fontPackage } })
        continue
      }
      for (const character of fonts.missing(run.text, run.style.face)) {
        const key = `${character} ${line.place.file}`
        if (found.has(key)) continue
        found.set(key, { id: 'print/missing-letter', place: line.place, params: { character, code: codeOf(character) } })
      }
    }
  }
  return [...found.values()]
}

/** The first letter of a text that is more than spaces and signs. */
function letterOf(text: string): string {
  return /\p{L}/u.exec(text)?.[0] ?? Array.from(text)[0]!
}

/** As Unicode's tables write it: `U+4E2D`. */
function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Small pages set by hand, for tests of drawing. */
import type { Frame, Layout, Page, PictureFrame, PlacedLine, Tag, TextFrame, TextKind } from '../../../src/print/makeup/page.ts'
import type { Line } from '../../../src/print/type/line.ts'
import type { TextStyle } from '../../../src/print/stylebook/textStyle.ts'
import type { Fonts } from '../../../src/print/pdf/fonts.ts'
import { isSpace, wordsOf } from '../../../src/print/pdf/fonts.ts'

export const body: TextStyle = { face: 'text', size: 10, ink: 'black' }

export function layout(...pages: Page[]): Layout {
  return { pages, overset: [], jumps: [] }
}

export function page(number: number, frames: Frame[], wishes: Partial<Page> = {}): Page {
  return {
    number, side: number % 2 === 0 ? 'left' : 'right', trim: { width: 300, height: 400 }, bleed: 0,
    area: { x: 20, y: 20, width: 260, height: 360 }, frames, ...wishes,
  }
}

/** A line of runs that follow each other, unjustified. */
export function line(fonts: Fonts, runs: (string | [string, Partial<TextStyle>])[], end: Line['end'], width = 260): Line {
  let x = 0
  const set = runs.map((run) => {
    const [text, style] = typeof run === 'string' ? [run, body] : [run[0], { ...body, ...run[1] }]
    const placed = { text, style, x }
    x += fonts.width(text, style)
    return placed
  })
  return { runs: set, width, wordSpace: 0, end, place: { file: 'issues/17-01/story/en.md', start: { line: 9, column: 1 } } }
}

/** The same line, its spaces widened until it fills its measure. */
export function justified(fonts: Fonts, set: Line): Line {
  const natural = set.runs.reduce((sum, run) => sum + fonts.width(run.text, run.style), 0)
  const spaces = set.runs.flatMap((run) => wordsOf(run.text)).filter(isSpace).length
  const wordSpace = (set.width - natural) / spaces
  let before = 0
  const runs = set.runs.map((run) => {
    const placed = { ...run, x: run.x + before * wordSpace }
    before += wordsOf(run.text).filter(isSpace).length
    return placed
  })
  return { ...set, runs, wordSpace }
}

/** Lines one under the other from the frame's top. */
export function frame(lines: Line[], where: { x?: number; y?: number; tag?: Tag; kind?: TextKind; leading?: number } = {}): TextFrame {
  const { x = 20, y = 20, tag, kind = 'leg', leading = 12 } = where
  const placed: PlacedLine[] = lines.map((set, i) => ({ line: set, x, baseline: y + 10 + i * leading, ...(tag && { tag }) }))
  return { kind, x, y, width: lines[0]?.width ?? 0, height: lines.length * leading, lines: placed, ...(tag && { story: tag.story }) }
}

export function tag(block: number, role: Tag['role'] = 'P', story = 'strike'): Tag {
  return { story, block, role }
}

export function picture(file: string, alt: string, wishes: Partial<PictureFrame> = {}): PictureFrame {
  return {
    kind: 'picture', x: 20, y: 200, width: 100, height: 50, file, alt, crop: { x: 0, y: 0, width: 1, height: 1 }, story: 'strike',
    ...wishes,
  }
}

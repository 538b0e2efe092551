/** Sets a job with this engine: its lines, its breaks between columns, its PDF. */
import type { Page } from '../../src/print/makeup/page.ts'
import { singlePages } from '../../src/print/imposition/sheet.ts'
import { fillLegs } from '../../src/print/makeup/legs.ts'
import type { Slug } from '../../src/print/makeup/slug.ts'
import { openFonts } from '../../src/print/pdf/fonts.ts'
import { drawPdf } from '../../src/print/pdf/pdf.ts'
import { monoPalette } from '../../src/print/stylebook/ink.ts'
import type { TextStyle } from '../../src/print/stylebook/textStyle.ts'
import { setParagraph } from '../../src/print/type/type.ts'
import { type, type TypeJob } from './copy.ts'

const fonts = openFonts()
const style: TextStyle = { face: 'text', size: type.size, ink: 'black' }

export async function setByHouse({ language, measure, paragraphs }: TypeJob): Promise<Uint8Array> {
  const slugs = paragraphs.flatMap((text) => slugsOf(text, language, measure))
  const { legs } = fillLegs(slugs, 0, slugs.map(() => type.linesOfPage))
  const height = type.linesOfPage * type.leading
  const trim = { width: measure + 2 * type.margin, height: height + 2 * type.margin }
  const area = { x: type.margin, y: type.margin, width: measure, height }
  const pages = legs.filter((leg) => leg.length > 0).map((leg, k): Page => ({
    number: k + 1, side: 'right', trim, bleed: 0, area,
    frames: [{
      kind: 'leg', story: language, ...area,
      lines: leg.map(({ slug, row }) => ({ line: slug.lines[0]!.line, x: area.x, baseline: area.y + (row + 0.75) * type.leading, tag: slug.lines[0]!.tag! })),
    }],
  }))
  return drawPdf(singlePages(pages), {
    title: 'Type', language, date: '2026-01-01', palette: () => monoPalette, marks: [0, 0, 0, 100], fonts, picture: async () => undefined,
  })
}

let block = 0

function slugsOf(text: string, language: string, measure: number): Slug[] {
  const place = { file: language }
  const lines = setParagraph({
    spans: [{ text, style, place }], language, align: 'justify', indent: type.indent, left: 0, right: 0, hyphenate: true,
  }, measure, fonts)
  const tag = { story: language, block: ++block, role: 'P' } as const
  return lines.map((line, index): Slug => ({
    rows: 1, before: 0, lines: [{ line, x: 0, y: 0, tag }], keepWithNext: false, float: false, place,
    paragraph: { index, count: lines.length },
  }))
}

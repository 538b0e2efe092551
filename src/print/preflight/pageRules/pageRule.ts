import type { Diagnostic, Place } from '../../../diagnostics/diagnostic.ts'
import type { Frame, Layout, Page } from '../../makeup/page.ts'

/** One rule over finished pages: what an editor or a programmer must know of them. */
export type PageRule = (layout: Layout) => Diagnostic[]

/** Where a frame comes from: its first line's place, or that of the first line of its story on this page. */
export function placeOf(frame: Frame, page: Page): Place {
  const own = 'lines' in frame ? frame.lines[0] : undefined
  if (own) return own.line.place
  const kin = page.frames.find((other) => 'lines' in other && other.story === frame.story && other.lines.length > 0)
  return kin && 'lines' in kin ? kin.lines[0]!.line.place : { file: 'file' in frame ? frame.file : '.' }
}

/** What the frame is called in a message: its story, or what kind of furniture it is. */
export function nameOf(frame: Frame): string {
  return frame.story ?? frame.kind
}

/** Tête-bêche: two papers in one, each with a front of its own. Turned over, the last page of one is the first of the other. */
import type { Frame, Page } from '../makeup/page.ts'

/** The first paper's pages, then the second's from its last to its first; those are to be turned on their heads. */
export function headToTail(first: Page[], second: Page[]): { pages: Page[]; turned: Set<Page> } {
  // The same story stands in both: its second telling is another element for a listening reader.
  const told = (frame: Frame): Frame => {
    const apart = <T extends { tag?: { story: string } }>(each: T): T => each.tag ? { ...each, tag: { ...each.tag, story: `${each.tag.story} turned` } } : each
    return 'lines' in frame ? { ...frame, lines: frame.lines.map(apart) } : frame.kind === 'picture' ? apart(frame) : frame
  }
  const other = second.map((page): Page => ({ ...page, frames: page.frames.map(told) })).toReversed()
  return { pages: [...first, ...other], turned: new Set(other) }
}

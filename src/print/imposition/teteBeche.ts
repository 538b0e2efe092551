/** Tête-bêche: two papers in one, each with a front of its own. Turned over, the last page of one is the first of the other. */
import type { Language } from '../../languages/language.ts'
import type { Frame, Page } from '../makeup/page.ts'

/** The first paper's pages, then the second's, in its language, from its last to its first; those are to be turned on their heads. */
export function headToTail(first: Page[], second: Page[], language: Language): { pages: Page[]; turned: Set<Page> } {
  const other = second.map((page) => retold(page, language)).toReversed()
  return { pages: [...first, ...other], turned: new Set(other) }
}

/** A page of the same stories in another language: to a listening reader its telling is another element, read in that language. */
export function retold(page: Page, language: Language): Page {
  const told = <T extends { tag?: { story: string } }>(each: T): T => each.tag ? { ...each, tag: { ...each.tag, story: `${each.tag.story} ${language}`, language } } : each
  const toldFrame = (frame: Frame): Frame => 'lines' in frame ? { ...frame, lines: frame.lines.map(told) } : frame.kind === 'picture' ? told(frame) : frame
  return { ...page, frames: page.frames.map(toldFrame) }
}

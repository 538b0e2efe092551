import type { Picture } from '../../newsroom/body.ts'
import type { Place } from '../../diagnostics/diagnostic.ts'
import type { Line } from '../type/line.ts'
import type { Initial, Tag } from './page.ts'

/** A line within a slug. */
export interface SlugLine {
  line: Line
  /** From the slug's left and top edges, in points; `y` is the baseline. */
  x: number
  y: number
  tag?: Tag
  /** A large first letter, from the slug's left and top edges. */
  initial?: Initial
}

/** The smallest piece of a story that is never divided: a line of body text, a part's headline, a pull quote. Whole grid rows. */
export interface Slug {
  rows: number
  /** Empty rows above, except at the head of a leg. */
  before: number
  lines: SlugLine[]
  /** A row of white may go above: the text changes its tone. */
  pauses?: true
  /** Must stand on one leg with what follows. */
  keepWithNext: boolean
  /** Which line of its paragraph this is; absent for anything but lines of paragraphs. */
  paragraph?: { index: number; count: number }
  /** May move to the head of the next leg while the text flows on. */
  float: boolean
  /** Number of the sidebar whose panel runs behind it. */
  panel?: number
  /** Rules above and below, for pull quotes. */
  ruled?: true
  /** A picture that fills the slug, above its lines. */
  picture?: { picture: Picture; height: number; tag: Tag }
  place: Place
}

/** Rows of a run of slugs set one under the other. */
export function rowsOf(slugs: Slug[]): number {
  return slugs.reduce((sum, slug, index) => sum + slug.rows + (index === 0 ? 0 : slug.before), 0)
}

/** Lines of a paragraph that no leg holds: one so long may be parted like a leg, lest a story without paragraphs finds no page. */
const endlessLines = 60

/** Whether a story may be parted before slug `index`: between paragraphs, or within one that no leg holds, and not after a heading. */
export function mayPart(slugs: Slug[], index: number): boolean {
  const before = slugs[index - 1]
  const after = slugs[index]
  if (!before) return false
  if (before.keepWithNext) return false
  if (before.panel !== undefined && before.panel === after?.panel) return false
  if (!before.paragraph) return true
  const { index: line, count } = before.paragraph
  // Neither an orphan before the jump line nor a widow under the jump head.
  return line === count - 1 || (count > endlessLines && line > 0 && line < count - 2)
}

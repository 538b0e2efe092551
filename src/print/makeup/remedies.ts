/**
 * Remedies: what an editor could change so that copy which found no room would stand. The words to cut are counted by the
 * overset itself; here are the other ways out. Each is made up before it is offered, so that none is an empty promise.
 */
import type { Issue } from '../../newsroom/issue.ts'
import { columnsWidth } from '../stylebook/stylebook.ts'
import { makeUp, usualPress, type Edition, type MadeUp } from './makeup.ts'
import type { Page } from './page.ts'
import { boxRows } from './pageCutter.ts'
import type { Workshop } from './workshop.ts'

export type Remedy =
  /** More pages. */
  | { kind: 'pages'; pages: number }
  /** One story's picture in one column, or (`columns` 0) not at all. */
  | { kind: 'picture'; story: string; columns: 0 | 1 }

/** Stories whose pictures are tried, the largest picture first. */
const mostPictures = 2
/** Stories with copy left over beyond which no picture is tried. */
const mostLeftOut = 2

/** Pages that are planned for remedies at most, all tries together: enough for every try in an issue of 32 pages, and for one in a book. */
const mostPlanned = 240

/** At most one remedy of each kind; none for an issue that has all its copy on its pages. */
export function remediesOf(edition: Edition, made: MadeUp, workshop: Workshop): Remedy[] {
  if (made.overset.length === 0) return []
  let planned = 0
  const solves = (issue: Issue) => {
    const pages = issue.pages ?? made.pages.length
    if (planned > 0 && planned + pages > mostPlanned) return false
    planned += pages
    return makeUp({ ...edition, issue }, workshop).overset.length === 0
  }
  const { multiple } = edition.press ?? usualPress
  const pages = morePages(edition.issue, multiple, made, workshop, solves)
  return [smallerPicture(edition.issue, made, workshop, solves), pages].filter((each) => each !== undefined)
}

function smallerPicture(issue: Issue, made: MadeUp, workshop: Workshop, solves: (issue: Issue) => boolean): Remedy | undefined {
  const stories = [...pictureRows(made.pages, workshop)].sort(([, a], [, b]) => b - a)
  // A story may be left out whole for the lack of a few lines; where more are, no picture is large enough.
  if (made.overset.length > mostLeftOut) return undefined
  for (const [story] of stories.slice(0, mostPictures)) {
    for (const columns of [1, 0] as const) {
      const wish = { ...issue.wishes.get(story) ?? { story, place: issue.place }, picture: columns }
      if (solves({ ...issue, wishes: new Map([...issue.wishes, [story, wish]]) })) return { kind: 'picture', story, columns }
    }
  }
  return undefined
}

/** Column rows that the pictures of each story take. */
function pictureRows(pages: Page[], { book }: Workshop): Map<string, number> {
  const rows = new Map<string, number>()
  for (const frame of pages.flatMap((page) => page.frames)) {
    if (frame.kind !== 'picture' || frame.story === undefined) continue
    const area = (frame.width / columnsWidth(book, 1)) * (frame.height / book.leading)
    rows.set(frame.story, (rows.get(frame.story) ?? 0) + area)
  }
  return rows
}

function morePages(issue: Issue, sheet: number, made: MadeUp, workshop: Workshop, solves: (issue: Issue) => boolean): Remedy | undefined {
  const missing = made.overset.reduce((sum, each) => sum + each.lines, 0)
  const more = Math.max(1, Math.ceil(missing / (sheet * boxRows(2, workshop) * workshop.book.columns)))
  for (const sheets of [more, more + 1]) {
    const pages = (Math.floor(made.pages.length / sheet) + sheets) * sheet
    if (solves({ ...issue, pages })) return { kind: 'pages', pages }
  }
  return undefined
}

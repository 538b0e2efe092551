/** Live matter outside the type area: the knife or the grippers may take it. */
import type { Page, Rect } from '../../makeup/page.ts'
import { nameOf, placeOf, type PageRule } from './pageRule.ts'

/** Points. */
const tolerance = 1
/** A panel's white may reach into the margin; the type on it does not. */
const inset = 8

export const frameOutside: PageRule = ({ pages }) => pages.flatMap((page) => page.frames
  .filter((frame) => sticksOut(frame, 'lines' in frame ? page.area : roomOf(page), frame.kind === 'panel' ? inset : tolerance))
  .map((frame) => ({ id: 'print/frame-outside' as const, place: placeOf(frame, page), params: { page: page.number, what: nameOf(frame) } })))

/** Pictures, rules and panels may run into the bleed, where the press has one. */
function roomOf({ area, bleed, trim }: Page): Rect {
  return bleed > 0 ? { x: -bleed, y: -bleed, width: trim.width + 2 * bleed, height: trim.height + 2 * bleed } : area
}

function sticksOut(frame: Rect, room: Rect, spare: number): boolean {
  return frame.x < room.x - spare || frame.y < room.y - spare
    || frame.x + frame.width > room.x + room.width + spare || frame.y + frame.height > room.y + room.height + spare
}

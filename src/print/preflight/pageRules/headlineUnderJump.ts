/** A story's own headline below the line that sends its readers to another page: nobody would find the beginning. */
import type { Frame } from '../../makeup/page.ts'
import { placeOf, type PageRule } from './pageRule.ts'

export const headlineUnderJump: PageRule = ({ pages }) => pages.flatMap((page) => {
  const lines = page.frames.filter((frame) => frame.kind === 'jumpLine' && frame.story !== undefined)
  return page.frames
    .filter((frame) => frame.kind === 'headline' && lines.some((line) => line.story === frame.story && isUnder(frame, line)))
    .map((frame) => ({ id: 'print/headline-under-jump' as const, place: placeOf(frame, page), params: { page: page.number } }))
})

function isUnder(frame: Frame, above: Frame): boolean {
  return frame.y >= above.y + above.height - 1 && frame.x < above.x + above.width && above.x < frame.x + frame.width
}

/** A story that says “continued on page 4” is on page 4, under a line that says where it comes from. */
import { placeOf, type PageRule } from './pageRule.ts'

export const jumpArrives: PageRule = ({ pages, jumps }) => jumps.flatMap(({ story, from, to }) => {
  const [start, end] = [pages[from - 1], pages[to - 1]]
  const arrives = end?.frames.some((frame) => frame.story === story && frame.kind === 'leg')
    && end.frames.some((frame) => frame.story === story && frame.kind === 'jumpLine')
  const frame = start?.frames.find((each) => each.story === story)
  return arrives || !start ? [] : [{ id: 'print/jump-lost' as const, place: frame ? placeOf(frame, start) : { file: '.' }, params: { page: from, story, to } }]
})

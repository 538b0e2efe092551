/** A story that says “continued on page 4” is on page 4. */
import { placeOf, type PageRule } from './pageRule.ts'

export const jumpArrives: PageRule = ({ pages, jumps }) => jumps.flatMap(({ story, from, to }) => {
  const start = pages[from - 1]
  const frame = start?.frames.find((each) => each.story === story)
  const arrives = pages[to - 1]?.frames.some((each) => each.story === story && each.kind === 'leg' && each.lines.length > 0)
  return arrives || !start ? [] : [{ id: 'print/jump-lost' as const, place: frame ? placeOf(frame, start) : { file: '.' }, params: { page: from, story, to } }]
})

/** One line of a paragraph alone at the head or the foot of a leg. */
import type { DiagnosticId } from '../../../diagnostics/catalogue.ts'
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts'
import type { Layout, PlacedLine } from '../../makeup/page.ts'
import { textOf } from '../../type/line.ts'
import type { PageRule } from './pageRule.ts'

/** A paragraph's last line alone at the head of a leg. */
export const widow: PageRule = (layout) => legEnds(layout).flatMap(({ page, before, after }) => {
  const [first, second] = after
  return sameBlock(before.at(-1), first) && !sameBlock(first, second) ? [diagnosticOf('print/widow', first!, page)] : []
})

/** A paragraph's first line alone at the foot of a leg. */
export const orphan: PageRule = (layout) => legEnds(layout).flatMap(({ page, before, after }) => {
  const [last, previous] = [before.at(-1), before.at(-2)]
  return sameBlock(last, after[0]) && !sameBlock(previous, last) ? [diagnosticOf('print/orphan', last!, page)] : []
})

/** Every place where a story goes from one leg to the next; the page is that of the next. */
function legEnds({ pages }: Layout): { page: number; before: PlacedLine[]; after: PlacedLine[] }[] {
  const last = new Map<string, PlacedLine[]>()
  return pages.flatMap((page) => page.frames.flatMap((frame) => {
    if (frame.kind !== 'leg' || frame.story === undefined || frame.lines.length === 0) return []
    const before = last.get(frame.story)
    last.set(frame.story, frame.lines)
    return before ? [{ page: page.number, before, after: frame.lines }] : []
  }))
}

function sameBlock(a: PlacedLine | undefined, b: PlacedLine | undefined): boolean {
  return a?.tag !== undefined && a.tag.story === b?.tag?.story && a.tag.block === b.tag.block
}

function diagnosticOf(id: DiagnosticId, { line }: PlacedLine, page: number): Diagnostic {
  return { id, place: line.place, params: { page, text: textOf(line).trim().slice(0, 48) } }
}

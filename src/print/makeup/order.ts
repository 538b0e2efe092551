/**
 * Order: how stories stand to one another. Which belong together, which is felt more, and what a box leaves for a later page.
 */
import type { PlacedBox } from './cuts.ts'
import { pieceOf, type Copy, type Piece } from './piece.ts'
import { leadProminence, type Prominence } from './variants.ts'
import type { Workshop } from './workshop.ts'

/** How much a story is to be felt on its page; `rank` counts the stories of the page, 0 is the first. */
export function prominenceOf(piece: Piece, rank: number, isFront: boolean, { column }: Workshop): Prominence {
  if (piece.from !== undefined) return rank === 0 && piece.copy.galley(column).length - piece.start > longTail ? 2 : 1
  const { kind } = piece.copy.flow.article
  if (kind === 'letter' || kind === 'notice') return 0
  if (isFront) return rank === 0 ? leadProminence : 2
  return rank === 0 ? 3 : 2
}

/** Lines of a continuation that make much of its page: a small head over them would leave it grey. */
const longTail = 70

/** Letters, stories of struggle and other sections keep together, at the place of their first. */
export function grouped(copies: Copy[]): Copy[] {
  const groups = new Map<unknown, Copy[]>()
  for (const copy of copies) {
    const key = groupKey(copy) ?? copy
    groups.set(key, [...groups.get(key) ?? [], copy])
  }
  return [...groups.values()].flat()
}

function groupKey(copy: Copy): string | undefined {
  const { kind } = copy.flow.article
  return kind === 'letter' || kind === 'story' ? kind : undefined
}

/** What keeps a piece together with others; undefined when nothing does. */
export function groupOf(piece: Piece): string | undefined {
  return groupKey(piece.copy)
}

/** What a box leaves of its story for a later page. */
export function tailOf(box: PlacedBox, page: number): Piece[] {
  const { solved, variant } = box
  if (!solved || variant.unit.kind !== 'story' || solved.cut >= solved.spec.slugs.length) return []
  const shown = new Set([solved.spec.lead?.block, solved.spec.foot?.block])
  const piece = variant.unit
  return [pieceOf({
    ...piece,
    id: `${piece.copy.flow.article.story}+${page}`,
    start: solved.cut,
    pictures: piece.pictures.filter((each) => !shown.has(each.block)),
    from: page,
    mayJump: false,
  })]
}

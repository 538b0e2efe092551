/**
 * Wishes: what the editor asked of a story's place in issue.yaml, held against what became of it.
 */
import type { Issue, Wish } from '../../newsroom/issue.ts'
import type { PlacedBox } from './cuts.ts'
import { boxRows } from './pageCutter.ts'
import type { Plan } from './plan.ts'
import { moduleRows, type Workshop } from './workshop.ts'

/** A wish that was not fulfilled: what was wanted, and what the story got instead. */
export interface Refusal {
  kind: 'page' | 'columns' | 'rows' | 'picture' | 'spread' | 'jump'
  wish: Wish
  wanted: number
  got: number
}

export function refusalsOf(wishes: Issue['wishes'], plan: Plan, workshop: Workshop): Refusal[] {
  return [...wishes.values()].flatMap((wish): Refusal[] => {
    const boxes = plan.pages.flatMap((page) => page.boxes.flatMap((box) => isOf(box, wish.story) ? [{ box, page: page.number }] : []))
    const [first, second] = boxes
    // A story that is not on any page is overset, and reported as that.
    if (!first) return []
    const modules = Math.round(first.box.rows / moduleRows(workshop.book))
    const found: (Refusal | undefined)[] = [
      refusal('page', wish, wish.page, first.page),
      refusal('columns', wish, wish.columns, first.box.variant.columns),
      refusal('rows', wish, wish.rows, modules),
      // A picture that was wished away is left out before anything is planned.
      wish.picture ? refusal('picture', wish, wish.picture, first.box.variant.spec?.lead?.columns ?? 0) : undefined,
      wish.spread && !isSpread(plan, wish.story, workshop) ? { kind: 'spread', wish, wanted: plan.pages.length / 2, got: first.page } : undefined,
      typeof wish.jump === 'number' ? refusal('jump', wish, wish.jump, second?.page ?? first.page) : undefined,
      wish.jump === 'never' && second ? refusal('jump', wish, first.page, second.page) : undefined,
    ]
    return found.filter((each) => each !== undefined)
  })
}

/** Whether a story stands on both pages in the middle of the issue, set as one, and fills the left one. */
export function isSpread(plan: Plan, story: string, workshop: Workshop): boolean {
  const middle = plan.pages.length / 2
  const boxes = plan.pages.flatMap(({ number, boxes }) => boxes.filter((box) => isOf(box, story)).map((box) => ({ number, box })))
  return middle % 2 === 0 && boxes.map(({ number }) => number).join() === `${middle},${middle + 1}`
    && boxes.every(({ box: { variant: { unit } } }) => unit.kind === 'story' && unit.copy.spread)
    && boxes[0]!.box.rows > boxRows(middle, workshop) - mostUnder
}

/** Rows under a spread's left page from which on it does not look full. */
const mostUnder = 4

function isOf({ variant }: PlacedBox, story: string): boolean {
  return variant.unit.kind === 'story' && variant.unit.copy.flow.article.story === story
}

function refusal(kind: Refusal['kind'], wish: Wish, wanted: number | undefined, got: number): Refusal | undefined {
  return wanted === undefined || wanted === got ? undefined : { kind, wish, wanted, got }
}

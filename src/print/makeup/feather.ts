/**
 * Feather: legs that end early are brought down to their full height, as a compositor does it. Paragraphs of theirs are set a line
 * longer where that is not seen; the rest is white over headings and around what floats. Done once, for boxes that stand on their pages.
 */
import type { Flow } from '../flow/block.ts'
import { stretched, whitesIn } from './evenLegs.ts'
import { slugsInLines } from './galley.ts'
import { endsDivided, type PlacedSlug } from './legs.ts'
import type { Slug } from './slug.ts'
import type { Workshop } from './workshop.ts'

/** Rows at the foot of a leg that no setting takes up: a story ends there. */
const mostFeathered = 7

/** A row at a leg's foot is seen less than this much between two words, in em, more than they have. */
const unseenSpace = 0.14

/** Legs, with the rows left empty at the foot of each. */
export interface Legs {
  legs: PlacedSlug[][]
  empty: number[]
}

/** The same copy in the same legs, their feet as level as its paragraphs allow. */
export function feather({ legs, empty }: Legs, flow: Flow, measure: number, workshop: Workshop): Legs {
  if (empty.every((rows) => rows === 0)) return { legs, empty }
  const paragraphs = paragraphsIn(legs)
  const longer = new Map<number, Slug[][]>()
  legs.forEach((placed, leg) => {
    const rows = empty[leg]!
    if (rows === 0 || rows > mostFeathered || placed.length === 0) return
    const missing = rows - whitesIn(placed).reduce((sum, each) => sum + each, 0)
    const ways = paragraphs.filter(({ block, counts }) => counts[leg]! > 0 && !longer.has(block))
      .flatMap((paragraph) => lengthened(paragraph, leg, flow, measure, workshop) ?? [])
      .filter(({ looseness }) => rows > 1 || looseness <= unseenSpace)
      .sort((a, b) => a.looseness - b.looseness)
    // A leg that stays short would have loose lines for nothing.
    if (missing - ways.length > 1) return
    for (const { block, slugs } of ways.slice(0, Math.max(0, missing))) longer.set(block, slugs)
  })
  const settled = legs.map((placed, leg) => stretched(relaid(placed, leg, longer), empty[leg]! + rowsUsed(placed)))
  return { legs: settled.map(({ leg }) => leg), empty: settled.map((each) => each.empty) }
}

/** A paragraph of the story's text that stands whole in the legs. */
interface Laid {
  block: number
  lines: number
  /** Its lines in each leg. */
  counts: number[]
}

function paragraphsIn(legs: PlacedSlug[][]): Laid[] {
  const laid = new Map<number, Laid & { isPlain: boolean; count: number }>()
  legs.forEach((leg, at) => {
    for (const { slug } of leg) {
      const block = blockOf(slug)
      if (block === undefined) continue
      let paragraph = laid.get(block)
      if (!paragraph) laid.set(block, (paragraph = { block, lines: 0, counts: legs.map(() => 0), isPlain: true, count: slug.paragraph!.count }))
      paragraph.lines++
      paragraph.counts[at]!++
      // Lines beside a large letter are one slug; a panel has its own measure.
      if (slug.rows !== 1 || slug.panel !== undefined) paragraph.isPlain = false
    }
  })
  return [...laid.values()].filter(({ isPlain, lines, count }) => isPlain && lines === count)
}

function blockOf({ paragraph, lines }: Slug): number | undefined {
  return paragraph && lines[0]?.tag?.block
}

interface Lengthened {
  block: number
  /** Its lines in each leg. */
  slugs: Slug[][]
  /** What its loosest line has more between two words than they have, in em. */
  looseness: number
}

/** The paragraph with a line more in one leg; undefined where it cannot be, or would end a leg in a divided word. */
function lengthened({ block, lines, counts }: Laid, leg: number, flow: Flow, measure: number, workshop: Workshop): Lengthened | undefined {
  const slugs = slugsInLines(flow, block, measure, lines + 1, workshop)
  if (slugs.length === 0) return undefined
  const parts: Slug[][] = []
  let from = 0
  for (const [at, count] of counts.entries()) {
    const to = from + count + (at === leg ? 1 : 0)
    if (to > from && to < slugs.length && endsDivided(slugs, to)) return undefined
    parts.push(slugs.slice(from, to))
    from = to
  }
  return { block, slugs: parts, looseness: Math.max(...slugs.map(({ lines: [first] }) => first!.line.wordSpace / first!.line.runs[0]!.style.size)) }
}

/** The leg with its longer paragraphs; what stands under one moves down. */
function relaid(placed: PlacedSlug[], leg: number, longer: Map<number, Slug[][]>): PlacedSlug[] {
  let more = 0
  let last: number | undefined
  return placed.flatMap(({ slug, row }): PlacedSlug[] => {
    const block = blockOf(slug)
    const slugs = block === undefined ? undefined : longer.get(block)?.[leg]
    if (!slugs) return [{ slug, row: row + more }]
    if (block === last) return []
    last = block
    const top = row + more
    more += slugs.length - placed.filter((each) => blockOf(each.slug) === block).length
    return slugs.map((each, at) => ({ slug: each, row: top + at }))
  })
}

function rowsUsed(leg: PlacedSlug[]): number {
  const last = leg.at(-1)
  return last ? last.row + last.slug.rows : 0
}

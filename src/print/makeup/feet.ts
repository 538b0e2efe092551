/**
 * Feet: boxes that end above what stands under them are brought down to it, when their page is cut and nothing else moves any longer.
 * Pictures give a little more than a cut may count on, and paragraphs are set a line longer (feather.ts).
 */
import { solveBox, solveWithGap, type Solved, type Spec } from './box.ts'
import type { PictureSpec } from './body.ts'
import type { PlacedBox } from './cuts.ts'
import { fewLines } from './evenLegs.ts'
import { feather } from './feather.ts'
import { endsDivided, isBad } from './legs.ts'
import type { Workshop } from './workshop.ts'

/** Rows of white under a box that are looked at: more of them are a page that lacks copy. */
const mostUnder = 8

/** Rows by which a picture may then be higher than a cut counts on. */
const morePicture = 3

/** The boxes of a page of so many rows, each as far down as its copy allows. */
export function bringDown(boxes: PlacedBox[], rows: number, workshop: Workshop): PlacedBox[] {
  return boxes.map((each) => {
    const box = closed(each, workshop)
    const under = rowsUnder(box, boxes, rows)
    if (under <= 0 || under > mostUnder) return box
    const { unit, spec } = box.variant
    if (unit.kind !== 'story') return { ...box, rows: box.rows + under }
    for (let more = under; spec && more > 0; more--) {
      const solved = solveBox(giving(spec), box.rows + more)
      if (solved && solved.cut === box.solved?.cut && isLevel(solved, workshop)) return { ...box, rows: box.rows + more, solved }
    }
    return box
  })
}

/** The box without white between its head and its text, where what is then missing at the feet of its legs can be set so that nobody sees it. */
function closed(box: PlacedBox, workshop: Workshop): PlacedBox {
  const { solved } = box
  for (let gap = 0; solved && gap < solved.gap; gap++) {
    const tighter = solveWithGap(giving(solved.spec), solved.rows, gap)
    if (tighter && tighter.cut === solved.cut && faultsIn(tighter) <= faultsIn(solved) && isLevel(tighter, workshop)) return { ...box, solved: tighter }
  }
  return box
}

/** Legs that end badly, or look like captions. */
function faultsIn({ fill: { legs }, spec: { slugs } }: Solved): number {
  const texts = legs.map((leg) => leg.filter(({ slug }) => !slug.float))
  const begins = texts.slice(1).flatMap(([first]) => first ? [slugs.indexOf(first.slug)] : [])
  return begins.filter((at) => isBad(slugs, at) || endsDivided(slugs, at)).length + texts.filter(({ length }) => length > 0 && length < fewLines).length
}

function rowsUnder(box: PlacedBox, boxes: PlacedBox[], rows: number): number {
  const foot = box.row + box.rows
  const tops = boxes.filter((other) => other.row >= foot && other.column < box.column + box.variant.columns && box.column < other.column + other.variant.columns)
  return Math.min(rows, ...tops.map(({ row }) => row)) - foot
}

/** The box with pictures that may be higher. */
function giving(spec: Spec): Spec {
  const higher = (picture: PictureSpec | undefined) => picture && { ...picture, maxRows: picture.maxRows + morePicture }
  return { ...spec, lead: higher(spec.lead), foot: higher(spec.foot), poured: new Map() }
}

function isLevel({ fill, spec }: Solved, workshop: Workshop): boolean {
  return feather(fill, spec.piece.copy.flow, spec.measure, workshop).empty.every((rows) => rows <= 1)
}

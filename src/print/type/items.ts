/** What a line may be broken at, and how dear it is. */
export interface Breakpoint {
  /** Aesthetic cost of a line that ends here; Infinity forbids it, -Infinity forces it. */
  penalty: number
  /** Whether the reader sees a broken word. */
  flagged: boolean
  /** In which pass the breakpoint comes into play. */
  level: Level
  /** Where the line's text ends, and where the next line's text begins, as offsets into the paragraph. */
  end: number
  next: number
  /** How far the line's last sign may stand out into the margin, in points. */
  hang: number
}

/** Word spaces and a word's own joints come first, then hyphens, and any letter of a word that no line can hold. */
export type Level = 0 | 1 | 2

/** Boxes, glues and penalties of Knuth and Plass, as numbers in the `kind` column. */
export const box = 0
export const glue = 1
export const penalty = 2

/**
 * A paragraph as Knuth and Plass see it, a column of numbers for each property. Lengths are points. Boxes stretch a little
 * too: letters may be set wider or tighter by a hair.
 */
export class Items {
  count = 0
  kind: Uint8Array
  width: Float64Array
  stretch: Float64Array
  shrink: Float64Array
  penalty: Float64Array
  flagged: Uint8Array
  level: Uint8Array
  /** Of a box: how far it may stand out to the left where it begins a line. Of a breakpoint: to the right where it ends one. */
  hang: Float64Array
  /** Of a breakpoint: where the text of its line ends. */
  end: Int32Array
  /** Of a breakpoint: where the text of the next line begins. */
  next: Int32Array

  constructor(capacity = 64) {
    this.kind = new Uint8Array(capacity)
    this.width = new Float64Array(capacity)
    this.stretch = new Float64Array(capacity)
    this.shrink = new Float64Array(capacity)
    this.penalty = new Float64Array(capacity)
    this.flagged = new Uint8Array(capacity)
    this.level = new Uint8Array(capacity)
    this.hang = new Float64Array(capacity)
    this.end = new Int32Array(capacity)
    this.next = new Int32Array(capacity)
  }

  /** Empties the columns, to be filled anew. */
  clear(): void {
    this.count = 0
  }

  /** Ink: a word, or a piece of one. */
  addBox(width: number, stretch = 0, shrink = 0, hang = 0): void {
    const at = this.add(box, width, stretch, shrink)
    this.hang[at] = hang
  }

  /** Space. A line may end before it where it follows a box, and `breakpoint` says so. */
  addGlue(width: number, stretch: number, shrink: number, breakpoint?: Breakpoint): void {
    const at = this.add(glue, width, stretch, shrink)
    if (breakpoint) this.mark(at, breakpoint)
    else this.penalty[at] = Infinity
  }

  /** A place to break that has no width, except where the line ends there. */
  addPenalty(width: number, breakpoint: Breakpoint): void {
    this.mark(this.add(penalty, width, 0, 0), breakpoint)
  }

  private add(kind: number, width: number, stretch: number, shrink: number): number {
    if (this.count === this.kind.length) this.grow()
    const at = this.count++
    this.kind[at] = kind
    this.width[at] = width
    this.stretch[at] = stretch
    this.shrink[at] = shrink
    this.penalty[at] = 0
    this.flagged[at] = 0
    this.level[at] = 0
    this.hang[at] = 0
    this.end[at] = 0
    this.next[at] = 0
    return at
  }

  private mark(at: number, breakpoint: Breakpoint): void {
    this.penalty[at] = breakpoint.penalty
    this.flagged[at] = breakpoint.flagged ? 1 : 0
    this.level[at] = breakpoint.level
    this.hang[at] = breakpoint.hang
    this.end[at] = breakpoint.end
    this.next[at] = breakpoint.next
  }

  private grow(): void {
    const old = { ...this }
    Object.assign(this, new Items(this.kind.length * 2), { count: old.count })
    this.kind.set(old.kind)
    this.width.set(old.width)
    this.stretch.set(old.stretch)
    this.shrink.set(old.shrink)
    this.penalty.set(old.penalty)
    this.flagged.set(old.flagged)
    this.level.set(old.level)
    this.hang.set(old.hang)
    this.end.set(old.end)
    this.next.set(old.next)
  }
}

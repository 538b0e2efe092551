import type { Place } from '../../diagnostics/diagnostic.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'

/** Letters of one style that stand side by side in a finished line. */
export interface Run {
  /** What is drawn, spaces and a hyphen at a line's end included. Never a line break. */
  text: string
  style: TextStyle
  /** From the line's left edge, in points; may be slightly negative where punctuation hangs. */
  x: number
  /** Where its first letter stands in the Markdown; absent where that is the line's place, and in furniture. */
  place?: Place
  /** Its words stand from right to left. Absent where they stand from left to right. */
  direction?: 'rtl'
}

/** A finished line of type. Nothing moves in it afterwards. */
export interface Line {
  /** In reading order; from left to right unless some of them run the other way. */
  runs: Run[]
  /** The measure it was set to. */
  width: number
  /** Points to add to every space of its runs. */
  wordSpace: number
  /** How it ends: in a divided word, after a dash or stroke that no space follows, at a space, or with its paragraph. */
  end: 'hyphen' | 'joint' | 'space' | 'paragraph'
  /** Where its first letter stands in the Markdown. */
  place: Place
}

/** Widths of shaped text (kerning and ligatures on), in points. Type is set without knowing what a font is. */
export interface Measurer {
  width(text: string, style: TextStyle): number
  /**
   * The width of a word up to each of `ends` (offsets into it, ascending), and the same with a hyphen behind it: exactly what `width` answers
   * for these texts, all at once. Undefined where they must be asked for one by one.
   */
  starts?(word: string, style: TextStyle, ends: number[]): { plain: number[]; hyphened: number[] } | undefined
}

/** The text of a line as a reader says it: without the hyphen at its end. */
export function textOf(line: Line): string {
  const text = line.runs.map((run) => run.text).join('')
  return line.end === 'hyphen' ? text.replace(/-$/, '') : text
}

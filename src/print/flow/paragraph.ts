import type { Place } from '../../diagnostics/diagnostic.ts'
import type { Language } from '../../languages/language.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'

/** Text of one style, with the place of its first letter. A no-break space stays one. */
export interface Span {
  text: string
  style: TextStyle
  place: Place
}

/** A paragraph ready to be set: what it says and how its lines are to lie. Lengths in points. */
export interface Paragraph {
  spans: Span[]
  language: Language
  align: 'justify' | 'left' | 'center' | 'right'
  /** Indent of the first line, besides `left`. Negative hangs it. */
  indent: number
  /** Indent of every line from the left, and from the right. */
  left: number
  right: number
  /** Whether words may be divided. */
  hyphenate: boolean
}

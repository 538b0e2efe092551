import type { Face } from './faces.ts'
import type { Ink } from './ink.ts'

/** How letters look. Sizes in points. */
export interface TextStyle {
  face: Face
  size: number
  ink: Ink
  /** Points above the baseline (superscripts); negative is below. */
  rise?: number
  /** Where the letters lead on a screen: an address, or `story:` and the folder of a story. */
  link?: string
  /** Struck through. */
  strike?: true
  /** Extra points between letters. */
  tracking?: number
  /** How much wider than drawn the letters are set, as a part of their width: -0.02 is two hundredths narrower. */
  expansion?: number
  /** Read, searched and copied, but not seen: a large letter stands for it. */
  hidden?: true
}

import type { Place } from '../diagnostics/diagnostic.ts'
import type { Language } from '../languages/language.ts'
import type { Printer } from './printer.ts'

/** A text in each of the paper's languages. */
export type LocalText = Record<Language, string>

/** An accent colour, for paper and screen. */
export interface Accent {
  name: string
  /** Cyan, magenta, yellow, black, 0 to 100. */
  cmyk: [number, number, number, number]
  /** `#rrggbb` */
  rgb: string
  /** Printed with an ink of its own. */
  spot: boolean
}

/** How printed pages look. */
export const designs = ['sober', 'poster'] as const

/** One of `designs`. */
export type DesignName = (typeof designs)[number]

/** What a translation must be before it leaves the house; see src/translation/gates.ts. */
export const gates = ['any', 'translated', 'current'] as const
export type Gate = (typeof gates)[number]
export type GatedOutput = 'press' | 'site'

/** The paper itself, from paper.yaml, defaults filled in. */
export interface Paper {
  name: LocalText
  slogan: LocalText
  publisher: LocalText
  /** In the paper's order; the first is the first choice where nothing else decides. */
  languages: Language[]
  url?: string
  color: Accent
  design: DesignName
  /** Section key → its name, in the paper's order. */
  sections: Map<string, LocalText>
  /** Series key → its name: stories that follow one another over several issues. */
  series: Map<string, LocalText>
  /** Topic key → what its tag is called in each language; see topics.ts. */
  tags: Map<string, LocalText>
  /** Ways to reach the paper, each text or text by language. */
  contact: Partial<Record<'email' | 'phone' | 'post' | 'web' | 'note', string | LocalText>>
  /** The printer's profile that it is laid out for. */
  printer: Printer
  /** Products that are made; absent: the usual ones. */
  products?: string[]
  /** What is asked of the translations of an issue's first story, and of all others; absent means any. */
  gates: Partial<Record<GatedOutput, Partial<Record<'lead' | 'others', Gate>>>>
  place: Place
}

/** The ink of its own that the paper's colour is printed with, where the paper wants one and its printer has it. */
export function spotOf({ color, printer: { spots } }: Pick<Paper, 'color' | 'printer'>): string | undefined {
  const isThere = Array.isArray(spots) ? spots.includes(color.name) : spots > 0
  return color.spot && isThere ? color.name : undefined
}

/** A text in one language, or in the first language that has it. */
export function localText(text: string | LocalText | undefined, language: Language): string {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  return text[language] ?? Object.values(text)[0] ?? ''
}

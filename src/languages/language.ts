/** A language as BCP 47 names it: `en`, `es`, `hi`, `ar`. The paper lists its own. */
export type Language = string

/** Writing direction of a language. Source of the list: scripts written right to left in Unicode's CLDR. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0]!.toLowerCase()) ? 'rtl' : 'ltr'
}

const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

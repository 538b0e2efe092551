import type { Root } from 'mdast'
import type { Place } from '../diagnostics/diagnostic.ts'
import type { CivilDate } from '../languages/dates.ts'
import type { Language } from '../languages/language.ts'
import type { Picture } from './body.ts'

export const kinds = ['article', 'story', 'letter', 'editorial', 'notice'] as const

/** What sort of copy it is; `story` is a story of struggle. */
export type Kind = (typeof kinds)[number]

/** A point of the earth in degrees: latitude north, longitude east. */
export interface MapPoint {
  latitude: number
  longitude: number
}

/** One story in one language. Plain data: what a translation inherits from its original is already filled in. */
export interface Article {
  /** The story's slug, the last part of its folder. */
  story: string
  language: Language
  /** The Markdown file, relative to the content folder. */
  file: string
  kind: Kind
  title: string
  kicker?: string
  deck?: string
  bylines: string[]
  dateline?: string
  date?: CivilDate
  /** A key of the paper's sections. */
  section?: string
  tags: string[]
  /** A key of the paper's series. */
  series?: string
  /** Where the site's map shows it. */
  map?: MapPoint
  /** Short headline over the continuation of a story that jumps. */
  jumpHead?: string
  picture?: Picture
  /** The language that a translation was made from; absent in an original. */
  from?: Language
  /** Who translated it, as the paper says it. */
  translator?: string
  /** The original of a translation that says more today than when it was translated; a record knows, and the gates enter it. */
  behind?: { language: Language; date?: CivilDate }
  /** Markdown without front matter, as the house's tree (see body.ts): no raw HTML, quotes and dashes set by language. */
  body: Root
  /** Place of every front matter key, by dotted path: `title`, `picture.file`. A key that was inherited has no place. */
  places: Record<string, Place>
}

import type { Place } from '../diagnostics/diagnostic.ts'
import type { CivilDate } from '../languages/dates.ts'
import type { Story } from './story.ts'

/** An editor's wishes for one story on paper, from issue.yaml. */
export interface Wish {
  /** Slug of the story. */
  story: string
  page?: number
  columns?: number
  /** Height in the stylebook's modules, 12 to a page. */
  rows?: number
  /** Columns that its first picture takes; 0 leaves the picture out of the made-up pages. */
  picture?: number
  /** Runs over both pages in the middle of the issue, as one. */
  spread?: boolean
  /** `never`, or the page on which it must continue. */
  jump?: 'never' | number
  /** Where the wish is written in issue.yaml. */
  place: Place
}

/** One number of the paper. */
export interface Issue {
  /** The folder's name, which is also its URL: `17-01`. */
  name: string
  /** The folder, relative to the content folder. */
  folder: string
  volume: number
  number: number
  /** First day of its period. */
  date: CivilDate
  /** Last day, when the issue names one. */
  until?: CivilDate
  /** Number of pages that the editor asks for. */
  pages?: number
  /** Products that are made of it; absent: those of the paper. */
  products?: string[]
  /** In order of priority: as listed, then the unlisted ones, oldest first. */
  stories: Story[]
  wishes: Map<string, Wish>
  /** issue.yaml, for diagnostics about the issue as a whole. */
  place: Place
  /** Place of every key of issue.yaml, by dotted path: `date`, `stories.0.page`. */
  places: Record<string, Place>
}

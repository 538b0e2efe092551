/**
 * What stands the same around all stories of issues in a language: they lie equally deep, and no way leads into their issue. To render it with
 * every page would take longer than what the page says itself.
 */
import type { SitePage } from './site.ts'

/** As HTML, made once. */
export interface Furniture {
  /** The navigation bar. */
  ways: string
  colophon: string
}

/** Pages with the same answer share their furniture; undefined for a page that has its own. */
export function furnitureKey({ subject, language, address }: SitePage): string | undefined {
  const isOfIssue = (subject.kind === 'story' || subject.kind === 'untranslated') && subject.issue !== undefined
  return isOfIssue ? `${language} ${address.split('/').length}` : undefined
}

/**
 * The file that a translator begins with: the source's structure and marks with its words in their places, to be written over.
 * Every paragraph that still says what the source says counts as untranslated.
 */
import { stringify } from 'yaml'
import type { Article } from '../newsroom/article.ts'
import type { SyncRecord } from './record.ts'
import { toSegments } from './segments.ts'

/** @param markdown the source's file as it stands */
export function formatStart(source: Article, markdown: string): string {
  const body = markdown.replace(/^\ufeff?---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/, '').replace(/^(?:\r?\n)+/, '')
  const { title, kicker, deck, bylines, dateline, jumpHead, picture } = source
  const words = {
    title,
    ...(kicker !== undefined && { kicker }),
    ...(deck !== undefined && { deck }),
    ...(bylines.length > 0 && { byline: bylines.length === 1 ? bylines[0] : bylines }),
    ...(dateline !== undefined && { dateline }),
    ...(jumpHead !== undefined && { jumpHead }),
    ...(picture && { picture: { alt: picture.alt, ...(picture.caption !== undefined && { caption: picture.caption }) } }),
    from: source.language,
  }
  return `---\n${stringify(words, { lineWidth: 0 })}---\n\n${body}`
}

/** The record of a translation that was only begun: nothing in it is translated. */
export function startRecord(source: Article): SyncRecord {
  const rows = toSegments(source).map(({ kind, depth, text, refs, hash }) => ({
    kind, ...(depth === undefined ? {} : { depth }), source: [hash], sourceText: text, target: [], refs, state: 'open' as const, note: '',
  }))
  return { from: source.language, rows }
}

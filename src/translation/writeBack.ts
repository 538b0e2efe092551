/**
 * Puts new words into a Markdown file at the places of its segments. Nothing else in the file changes, not even a line end.
 */
import { parseDocument, isScalar } from 'yaml'
import type { Segment } from './segment.ts'

/** New words for a segment that is there. */
export interface Replacement {
  segment: Segment
  /** Inline Markdown on one line. */
  text: string
}

/** A new paragraph, heading … after a segment that is there, or first of all. */
export interface Insertion {
  after: Segment | undefined
  segment: Pick<Segment, 'kind' | 'depth' | 'label'>
  text: string
}

export interface WrittenBack {
  markdown: string
  /** What has no place that could be written to. */
  refused: (Replacement | Insertion)[]
}

/** @param markdown the file as it stands, of which the segments were read */
export function writeBack(markdown: string, replacements: readonly Replacement[], insertions: readonly Insertion[] = []): WrittenBack {
  const lineEnd = markdown.includes('\r\n') ? '\r\n' : '\n'
  const text = markdown.replaceAll('\r\n', '\n')
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const offsetOf = ({ line, column }: { line: number; column: number }): number => (starts[line - 1] ?? text.length) + column - 1
  const refused: (Replacement | Insertion)[] = []
  const edits: { from: number; to: number; text: string }[] = []

  for (const replacement of replacements) {
    const edit = frontMatterEdit(text, replacement) ?? bodyEdit(text, replacement, offsetOf)
    if (edit) edits.push(edit)
    else refused.push(replacement)
  }
  for (const insertion of insertions) {
    const end = insertion.after ? insertion.after.place.end : undefined
    const block = blockOf(insertion, text)
    const at = insertion.after === undefined || frontMatterKeys.has(insertion.after.kind) ? frontMatterEnd(text) : end && offsetOf(end)
    if (at === undefined || block === undefined) refused.push(insertion)
    else edits.push({ from: at, to: at, text: `${followsClosely(insertion) ? '\n' : '\n\n'}${block}` })
  }

  // From the end, so that places further up stay right; insertions at one place keep their order.
  const ordered = edits.map((edit, at) => ({ ...edit, at })).sort((a, b) => b.from - a.from || b.at - a.at)
  const written = ordered.reduce((whole, edit) => whole.slice(0, edit.from) + edit.text + whole.slice(edit.to), text)
  return { markdown: lineEnd === '\n' ? written : written.replaceAll('\n', lineEnd), refused }
}

const frontMatterKeys = new Set(['title', 'kicker', 'deck', 'jumpHead'])

function frontMatterEnd(text: string): number {
  return /^---[ \t]*\n[\s\S]*?\n---[ \t]*(?=\n|$)/.exec(text)?.[0].length ?? 0
}

function frontMatterEdit(text: string, { segment, text: words }: Replacement): { from: number; to: number; text: string } | undefined {
  if (!frontMatterKeys.has(segment.kind) && !(segment.kind === 'alt' || segment.kind === 'caption')) return undefined
  const front = /^---[ \t]*\n([\s\S]*?)\n---/.exec(text)
  if (!front || (segment.place.start?.line ?? 0) > front[0].split('\n').length) return undefined
  const first = text.indexOf('\n') + 1
  const path = frontMatterKeys.has(segment.kind) ? [segment.kind] : ['picture', segment.kind]
  const node = parseDocument(front[1]!).getIn(path, true)
  if (!isScalar(node) || !node.range) return undefined
  return { from: first + node.range[0], to: first + node.range[1], text: JSON.stringify(plain(words)) }
}

function bodyEdit(
  text: string, { segment, text: words }: Replacement, offsetOf: (point: { line: number; column: number }) => number,
): { from: number; to: number; text: string } | undefined {
  const { start, end } = segment.place
  if (!start || !end || segment.kind === 'code') return undefined
  const [from, to] = [offsetOf(start), offsetOf(end)]
  const typed = text.slice(from, to)
  if (segment.kind === 'alt' || segment.kind === 'caption') return pictureEdit(typed, from, segment.kind, words)
  if (frontMatterKeys.has(segment.kind)) return undefined
  if (segment.kind === 'tableRow') return { from, to, text: `| ${words} |` }
  if (segment.kind === 'heading' && !/^#{1,6}\s/.test(typed)) return undefined
  const mark = segment.kind === 'heading' ? /^#{1,6}\s+/.exec(typed)![0] : ''
  return { from, to, text: mark + words }
}

/** Words of a picture: `![alt](file "Caption")`, or attributes of `::picture{…}`. */
function pictureEdit(typed: string, start: number, kind: 'alt' | 'caption', words: string): { from: number; to: number; text: string } | undefined {
  const [pattern, text] = typed.startsWith('!')
    ? kind === 'alt'
      ? [/(?<=^!\[)(?:\\.|[^\]\\])*(?=\])/, words] as const
      : [/(?<=^!\[(?:\\.|[^\]\\])*\]\((?:<[^>]*>|\S+)\s+)(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')(?=\s*\)$)/, `"${words.replaceAll('"', '\\"')}"`] as const
    : [new RegExp(`(?<=^::picture[^}]*\\s*\\b${kind}\\s*=\\s*)(?:"[^"]*"|'[^']*')`), `"${plain(words).replaceAll('"', '&quot;')}"`] as const
  const found = pattern.exec(typed)
  return found ? { from: start + found.index, to: start + found.index + found[0].length, text } : undefined
}

function plain(words: string): string {
  return words.replace(/\\([\\*~`[\]])/g, '$1')
}

/** Items of a list and rows of a table have no empty line between them. */
function followsClosely({ segment: { kind }, after }: Insertion): boolean {
  return kind === after?.kind && (kind === 'listItem' || kind === 'tableRow')
}

function blockOf({ segment: { kind, depth, label }, after, text }: Insertion, page: string): string | undefined {
  if (kind === 'heading') return `${'#'.repeat(depth ?? 2)} ${text}`
  if (kind === 'listItem') return `- ${text}`
  if (kind === 'quote') return `> ${text}`
  if (kind === 'tableRow') return after?.kind === 'tableRow' ? `| ${text} |` : undefined
  if (kind === 'footnote') return label === undefined || page.includes(`[^${label}]:`) ? undefined : `[^${label}]: ${text}`
  return kind === 'paragraph' ? text : undefined
}

/**
 * Findings: what make-up has to tell an editor about an issue's pages.
 */
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts'
import type { Language } from '../languages/language.ts'
import { hasWords } from '../languages/translator.ts'
import type { Issue } from '../newsroom/issue.ts'
import { usualPress, type MadeUp } from './makeup/makeup.ts'
import type { Layout, Overset } from './makeup/page.ts'
import type { Remedy } from './makeup/remedies.ts'
import type { Refusal } from './makeup/wishes.ts'
import { textOf } from './type/line.ts'

/** A language in which the paper says nothing of its own. */
export function wordlessDiagnostics(language: Language, place: Place): Diagnostic[] {
  return hasWords(language) ? [] : [{ id: 'print/no-words', place, params: { language } }]
}

/** First page of every story. */
export function pagesOf(layout: Layout): Map<string, number> {
  const pages = new Map<string, number>()
  for (const page of layout.pages) {
    for (const frame of page.frames) if (frame.story !== undefined && !pages.has(frame.story)) pages.set(frame.story, page.number)
  }
  return pages
}

/** Copy without room; `cure` is a second place where more room can be made. */
export function oversetDiagnostic(overset: Overset, cure: Place): Diagnostic {
  return {
    id: 'print/overset',
    place: overset.place,
    params: { lines: overset.lines, words: overset.words, text: overset.text, ...overset.whole && { whole: overset.story } },
    related: cure,
  }
}

/** A wish that was not fulfilled. */
export function refusalDiagnostic({ kind, wish, wanted, got }: Refusal): Diagnostic {
  const params = { story: wish.story, wanted, got }
  switch (kind) {
    case 'page': return { id: 'print/wish-page', place: wish.place, params }
    case 'columns': return { id: 'print/wish-columns', place: wish.place, params }
    case 'rows': return { id: 'print/wish-rows', place: wish.place, params }
    case 'picture': return { id: 'print/wish-picture', place: wish.place, params }
    case 'spread': return { id: 'print/wish-spread', place: wish.place, params }
    case 'jump': return { id: wish.jump === 'never' ? 'print/wish-no-jump' : 'print/wish-jump', place: wish.place, params }
  }
}

/** A change of issue.yaml with which everything would stand. */
export function remedyDiagnostic(remedy: Remedy, issue: Issue): Diagnostic {
  if (remedy.kind === 'pages') return { id: 'print/fits-pages', place: issue.places.pages ?? issue.place, params: { pages: remedy.pages } }
  const { story, columns } = remedy
  return { id: columns === 0 ? 'print/fits-without-picture' : 'print/fits-small-picture', place: issue.wishes.get(story)?.place ?? issue.place, params: { story } }
}

/** Fewer empty lines on a page are not worth a word. */
const leastRoom = 24

/** Words of a line where an issue has too few lines to say. */
const usualWords = 6
const fewLines = 24

/** Pages of an edition that could hold more copy. `press` says how many pages may be asked for. */
export function roomDiagnostics(issue: Issue, language: Language, layout: MadeUp, { multiple, least } = usualPress): Diagnostic[] {
  const lines = layout.pages.flatMap((page) => page.frames.flatMap((frame) => frame.kind === 'leg' ? frame.lines : []))
  const words = lines.reduce((sum, { line }) => sum + textOf(line).trim().split(/\s+/).length, 0)
  const aLine = lines.length < fewLines ? usualWords : words / lines.length
  const open = layout.white.flatMap((rows, index) => rows < leastRoom ? [] : [{ page: index + 1, rows }])
  if (open.length === 0) return []
  const room = open.reduce((sum, { rows }) => sum + rows, 0)
  // Fewer pages can be asked for where more than the fewest were.
  const fewer = issue.pages !== undefined && issue.pages - multiple >= least && { fewer: issue.pages - multiple }
  const params = { pages: open.map(({ page }) => page).join(', '), language, lines: room, words: Math.round(room * aLine), ...fewer }
  return [{ id: 'print/room', place: issue.place, params }]
}

/** Stories that stand on another page than in the edition of the leading language. */
export function strayDiagnostics(issue: Issue, language: Language, layout: Layout, leading: Language, sister: Layout): Diagnostic[] {
  const pages = pagesOf(layout)
  const others = pagesOf(sister)
  return issue.stories.flatMap((story): Diagnostic[] => {
    const page = pages.get(story.slug)
    const other = others.get(story.slug)
    const article = story.articles.get(language)
    if (page === undefined || other === undefined || page === other || !article) return []
    return [{ id: 'print/other-page', place: { file: article.file }, params: { page, other, language: leading } }]
  })
}

/** The stories that a list page shows. */
import { seriesOf } from './series.ts'
import { toEntries, toTags } from './site.ts'
import type { Entry } from './site.ts'
import type { PageView } from './view.ts'

/** The stories of the page's section, tag or kind in the reader's language, newest issue first; of a series, oldest first. */
export function entriesOf(view: PageView): Entry[] {
  const { newsroom } = view.edition
  const { subject } = view.page
  const all = toEntries(newsroom, view.language)
  switch (subject.kind) {
    case 'stories': return all.filter(({ article }) => article.kind === 'story')
    case 'letters': return all.filter(({ article }) => article.kind === 'letter')
    case 'section': return all.filter(({ article }) => article.section === subject.section)
    case 'series': return seriesOf(newsroom, view.language).get(subject.series) ?? []
    case 'tag': return toTags(newsroom, view.language).get(subject.slug)?.entries ?? []
    default: return []
  }
}

/** The stories that a list page shows. */
import { listOf } from './entries.ts'
import type { Entry } from './entries.ts'
import { partKey, partOfList } from './paging.ts'
import { firstKeyOf } from './site.ts'
import type { PageView } from './view.ts'

/** The stories of the page's part of its list, in the reader's language. */
export function entriesOf(view: PageView): Entry[] {
  const { subject } = view.page
  return 'part' in subject ? partOfList(wholeList(view), subject.part) : wholeList(view)
}

/** The stories of all parts. */
export function wholeList(view: PageView): Entry[] {
  const { subject } = view.page
  switch (subject.kind) {
    case 'stories':
    case 'letters':
    case 'section':
    case 'series':
    case 'tag': return listOf(view.edition.newsroom, view.language, subject)
    default: return []
  }
}

/** The ways to the parts before and after, where there are any. */
export function besidePart(view: PageView): { previous: string | undefined; next: string | undefined } {
  const { subject } = view.page
  const part = 'part' in subject ? subject.part : undefined
  const to = (number: number): string | undefined => (
    part === undefined || number < 1 || number > part.count ? undefined : view.link(partKey(firstKeyOf(view.page), { ...part, number }))
  )
  return part === undefined ? { previous: undefined, next: undefined } : { previous: to(part.number - 1), next: to(part.number + 1) }
}

/** What stands at the top of a page, and in its title. */
import { issueName } from './view.ts'
import type { PageView } from './view.ts'

/** A page's heading in its reader's language. */
export function headingOf(view: PageView): string {
  const { subject } = view.page
  const heading = wholeHeading(view)
  const part = 'part' in subject ? subject.part : undefined
  return part === undefined || part.number === 1 ? heading : view.t('web.part', { heading, number: part.number, of: part.count })
}

function wholeHeading(view: PageView): string {
  const { subject } = view.page
  const { paper } = view.edition.newsroom
  switch (subject.kind) {
    case 'front': return view.local(paper.name)
    case 'issue': return issueName(view, subject.issue)
    case 'story': return subject.article.title
    case 'untranslated': return view.t('web.notYetTranslated')
    case 'section': return view.local(paper.sections.get(subject.section))
    case 'series': return view.local(paper.series.get(subject.series))
    case 'tag': return subject.label
    case 'archive': return [view.t('web.nav.archive'), subject.year].filter(Boolean).join(' ')
    case 'notFound': return view.t('web.notFoundTitle')
    default: return view.t(`web.nav.${subject.kind}`)
  }
}

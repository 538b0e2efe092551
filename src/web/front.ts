/** The weight of an issue's stories on the front page. */
import type { Entry } from './entries.ts'

/** The front page's places, each in the order; every story stands in exactly one. */
export interface Front {
  lead: Entry | undefined
  /** Beside the lead: the next reports and the editorials. */
  second: Entry[]
  third: Entry[]
  struggle: Entry[]
  letters: Entry[]
  notices: Entry[]
}

const reportsBesideLead = 2

/** Sets the stories of an issue, in order of priority, in their places. A report leads; without one, the first story. */
export function toFront(entries: Entry[]): Front {
  const lead = entries.find(({ article }) => article.kind === 'article') ?? entries[0]
  const others = entries.filter((entry) => entry !== lead)
  const of = (kind: string): Entry[] => others.filter(({ article }) => article.kind === kind)
  const reports = of('article')
  return {
    lead,
    second: [...reports.slice(0, reportsBesideLead), ...of('editorial')],
    third: reports.slice(reportsBesideLead),
    struggle: of('story'),
    letters: of('letter'),
    notices: of('notice'),
  }
}

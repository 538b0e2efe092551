/** What the page "How to print this paper" shows: every file of the newest issue, of a pamphlet and of a leaflet, and which machine it is for. */
import { spotOf } from '../newsroom/paper.ts'
import type { Download } from './edition.ts'
import { downloadsOf } from './view.ts'
import type { DownloadView, PageView } from './view.ts'

/** One file, with the machine that it is for. */
export interface Offer extends DownloadView {
  machine: string
  /** SVG of its first side; '' where there is none. */
  thumbnail: string
}

/** The files of the newest issue that has any in the reader's language, then those of one pamphlet and one leaflet. */
export function toOffers(view: PageView): Offer[] {
  const { newsroom, downloads } = view.edition
  const isThere = (of: string): boolean => downloads.some((each) => each.issue === of && each.language === view.language && each.pages > 0)
  const kinds = [newsroom.issues.map(({ name }) => name), newsroom.pamphlets.map(({ folder }) => folder), newsroom.leaflets.map(({ folder }) => folder)]
  const shown = kinds.flatMap((each) => each.find(isThere) ?? [])
  const thumbnails = new Map(downloads.map(({ file, thumbnail }) => [view.file(file), thumbnail ?? '']))
  // A pamphlet's booklet is made of half sheets, as an issue's pocket booklet is.
  const machineOf = ({ issue, product }: Download): string => issue.startsWith('pamphlets/') && product === 'booklet' ? 'pocket' : product
  const machines = new Map(downloads.map((each) => [view.file(each.file), view.t(`web.machine.${machineOf(each)}`)]))
  return shown.flatMap((of) => downloadsOf(view, of, view.language))
    .map((each) => ({ ...each, machine: machines.get(each.href) ?? '', thumbnail: thumbnails.get(each.href) ?? '' }))
}

/** What a newspaper printer asks before it takes a file; undefined for a paper that makes none for a press. */
export function toPressFacts(view: PageView): { paper: string; facts: { name: string; value: string }[] } | undefined {
  const { t } = view
  const { paper, issues } = view.edition.newsroom
  const press = view.edition.downloads.find((each) => each.product === 'press' && each.language === view.language && issues.some(({ name }) => name === each.issue))
  if (!press) return undefined
  const { printer } = paper
  const spot = spotOf(paper)
  const millimetres = new Intl.NumberFormat(view.language, { maximumFractionDigits: 1 }).format((printer.bleed / 72) * 25.4)
  const fact = (key: string, value: string) => ({ name: t(`web.howToPrint.${key}`), value })
  return {
    paper: press.paper ?? '',
    facts: [
      fact('standard', printer.standard === 'none' ? t('web.howToPrint.standardNone') : printer.standard),
      fact('condition', `${printer.condition.info} (${printer.condition.identifier})`),
      fact('ink', t('web.howToPrint.inkMost', { percent: printer.inkLimit })),
      ...spot === undefined ? [] : [fact('spot', spot)],
      fact('bleed', printer.bleed > 0 ? `${millimetres} mm` : t('web.howToPrint.noBleed')),
      fact('fonts', t('web.howToPrint.fontsIn')),
    ],
  }
}

import { describe, expect, test } from 'vitest'
import type { Download } from '../../src/web/edition.ts'
import { headingOf } from '../../src/web/heading.ts'
import { toOffers, toPressFacts } from '../../src/web/howToPrint.ts'
import { copy, editionOf, newsroomOf, viewAt } from './paper.ts'

const files = {
  'issues/17-01/strike/en.md': copy('title: The strike'),
  'issues/17-01/strike/es.md': copy('title: La huelga\nfrom: en'),
  'pamphlets/circle/en.md': copy('title: The circle'),
  'leaflets/rent/en.md': copy('title: The rent'),
  'leaflets/heat/en.md': copy('title: Heat'),
}
const file = (issue: string, language: string, product: string, more: Partial<Download> = {}): Download => (
  { issue, language, product, file: `downloads/${issue}/${language}-${product}.pdf`, bytes: 61_000, pages: 8, paper: '11 × 13.5 inches', sheets: 2, thumbnail: `<svg>${product}</svg>`, ...more }
)
const downloads = [
  file('17-01', 'en', 'press'), file('17-01', 'en', 'booklet'), file('17-01', 'en', 'front', { picture: { width: 9, height: 9 } }), file('17-01', 'es', 'phone', { thumbnail: '' }),
  file('pamphlets/circle', 'en', 'booklet'), file('leaflets/rent', 'en', 'flyer'), file('leaflets/heat', 'en', 'flyer'),
]
const viewOf = (language: string, made = downloads) => viewAt(editionOf(newsroomOf(files), new Map(), made), `${language}/print/index.html`)

describe('the page that says how to print', () => {
  test('names for every file of the newest issue, one pamphlet and one leaflet the machine, the sheets and the way', () => {
    const offers = toOffers(viewOf('en'))
    expect(offers.map(({ machine, name, facts }) => [machine, name, facts])).toEqual([
      ['A newspaper printer', 'Newspaper for the press', '8 pages · 11 × 13.5 inches · 2 sheets · PDF, 61 kB'],
      ['A copier with large sheets that prints both sides', 'Booklet to fold', expect.any(String)],
      ['Any office printer that prints both sides', 'Booklet to fold', expect.any(String)],
      ['Any printer and scissors, for a leaflet', 'Flyer, two on a sheet', expect.any(String)],
    ])
    expect(offers.slice(0, 3).map(({ href }) => href)).toEqual(['17-01/en-press', '17-01/en-booklet', 'pamphlets/circle/en-booklet'].map((each) => `../../downloads/${each}.pdf`))
    expect(offers[0]!.thumbnail).toBe('<svg>press</svg>')
    for (const { hint } of offers) expect(hint).not.toBe('')
  })

  test('speaks the language of its readers, and offers what there is in it', () => {
    const view = viewOf('es')
    expect(headingOf(view)).toBe('Cómo imprimir este periódico')
    expect(toOffers(view)).toMatchObject([{ machine: 'Un teléfono', name: 'Para el teléfono', thumbnail: '' }])
    expect(toPressFacts(view)).toBeUndefined()
  })

  test('tells a newspaper printer what it asks first, from the printer’s own settings', () => {
    const told = toPressFacts(viewOf('en'))!
    expect(told.paper).toBe('11 × 13.5 inches')
    const facts = Object.fromEntries(told.facts.map(({ name, value }) => [name, value]))
    expect(facts).toMatchObject({ Standard: 'PDF/X-1a:2003', 'All inks together': 'at most 240 %', Bleed: 'none; pages end at the trim', Fonts: 'all in the file' })
    expect(facts['Printing condition']).toMatch(/\(IFRA26\)$/)
    expect(facts).not.toHaveProperty('Ink of its own')
  })

  test('is there before anything is printed', () => {
    expect(toOffers(viewOf('en', []))).toEqual([])
  })
})

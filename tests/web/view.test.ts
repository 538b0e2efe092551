import { describe, expect, test } from 'vitest'
import { toContacts } from '../../src/web/contact.ts'
import { toNavigation } from '../../src/web/navigation.ts'
import { toSitemap } from '../../src/web/sitemap.ts'
import { faultsOfSitemap } from '../feeds/feedRules.ts'
import { contentsByPage, downloadsOf, entriesFor, kickerBeside, toTeaser } from '../../src/web/view.ts'
import { copy, editionOf, newsroomOf, viewAt } from './paper.ts'

const files = {
  'issues/17-01/strike/en.md': copy('title: The strike\nbyline: [A docker, A driver]\nsection: struggle'),
  'issues/17-01/strike/es.md': copy('title: La huelga\nfrom: en'),
  'issues/17-01/kitchen/en.md': copy('title: The kitchen'),
  'pages/about/en.md': copy('title: About us'),
}

describe('a story in a list', () => {
  test('is shown in the language of the reader', () => {
    const view = viewAt(editionOf(newsroomOf(files)), 'es/index.html')
    const teaser = toTeaser(view, entriesFor(view, view.edition.newsroom.issues[0]!).find(({ story }) => story.slug === 'strike')!)
    expect(teaser).toMatchObject({ title: 'La huelga', href: '17-01/strike/index.html', languageNote: '', section: 'Historias de lucha' })
  })

  test('without a translation is shown in its original, and says so', () => {
    const view = viewAt(editionOf(newsroomOf(files)), 'es/index.html')
    const teaser = toTeaser(view, entriesFor(view, view.edition.newsroom.issues[0]!).find(({ story }) => story.slug === 'kitchen')!)
    expect(teaser).toMatchObject({ title: 'The kitchen', language: 'en', href: '../en/17-01/kitchen/index.html', languageNote: 'En inglés' })
  })
})

test.each([
  ['Letters', 'Letter', undefined], ['Cartas', 'carta', undefined], ['Mujeres', 'Mujer', undefined], ['Labor', 'Labor', undefined],
  ['Letters', 'Letter from a nurse', 'Letter from a nurse'], ['Labor', 'Harbor strike', 'Harbor strike'], ['', 'Harbor strike', 'Harbor strike'], ['Labor', undefined, undefined],
])('beside the section “%s” the kicker “%s” is shown as %s', (section, kicker, shown) => {
  const { stories } = newsroomOf(files).issues[0]!
  expect(kickerBeside(section, { ...stories[0]!.articles.get('en')!, ...kicker && { kicker } })).toBe(shown)
})

describe('the contents of an issue', () => {
  const front = (language: string, begins: Record<string, number>) => (
    { issue: '17-01', language, product: 'front', file: `downloads/17-01/${language}.webp`, bytes: 9, pages: 1, picture: { width: 320, height: 400 }, begins }
  )
  const contents = (address: string) => {
    const view = viewAt(editionOf(newsroomOf(files), new Map(), [front('en', { strike: 2, kitchen: 1 }), front('es', { strike: 1 })]), address)
    return contentsByPage(view, view.edition.newsroom.issues[0]!).map(({ page, entries }) => [page, entries.map(({ story }) => story.slug)])
  }

  test('stand in the order of the printed pages', () => {
    expect(contents('en/17-01/index.html')).toEqual([[1, ['kitchen']], [2, ['strike']]])
  })

  test('end with what this language does not print', () => {
    expect(contents('es/17-01/index.html')).toEqual([[1, ['strike']], [undefined, ['kitchen']]])
  })

  test('are one list in the order of the issue when nothing is printed', () => {
    const view = viewAt(editionOf(newsroomOf(files)), 'en/17-01/index.html')
    expect(contentsByPage(view, view.edition.newsroom.issues[0]!).map(({ page, entries }) => [page, entries.length])).toEqual([[undefined, 2]])
  })
})

test('the navigation names what exists, and the page that one is on', () => {
  const ways = toNavigation(viewAt(editionOf(newsroomOf(files)), 'en/about/index.html'))
  expect(ways.map(({ name }) => name)).toEqual(['Front page', 'Stories of struggle', 'Letters', 'Sections', 'Archive', 'Search', 'About us'])
  expect(ways.filter(({ current }) => current).map(({ name }) => name)).toEqual(['About us'])
})

test('contacts can be followed', () => {
  const view = viewAt(editionOf(newsroomOf(files)), 'es/index.html')
  view.edition.newsroom.paper.contact = { email: 'a@example.org', phone: '+1 (213) 555', web: 'https://example.org/x', post: { en: 'Box 1', es: 'Casilla 1' } }
  expect(toContacts(view)).toEqual([
    { label: 'Correo electrónico', text: 'a@example.org', href: 'mailto:a@example.org' },
    { label: 'Correo postal', text: 'Casilla 1', href: undefined },
    { label: 'Teléfono', text: '+1 (213) 555', href: 'tel:+1213555' },
    { label: 'Web', text: 'example.org/x', href: 'https://example.org/x' },
  ])
})

describe('a PDF', () => {
  const download = { issue: '17-01', language: 'es', product: 'press', file: 'downloads/17-01/a.pdf', bytes: 2_440_000, pages: 8 }
  const shown = (extra: object) => {
    const view = viewAt(editionOf(newsroomOf(files), new Map(), [{ ...download, ...extra }]), 'es/17-01/index.html')
    return downloadsOf(view, '17-01', 'es')
  }

  test('is offered with its pages, paper and size in words of the reader', () => {
    expect(shown({ paper: 'tabloide' })).toEqual([expect.objectContaining({
      href: '../../downloads/17-01/a.pdf', name: 'Periódico para la imprenta', facts: '8 páginas · tabloide · PDF, 2,4 MB',
    })])
  })

  test('of one page and few bytes is told so', () => {
    expect(shown({ pages: 1, bytes: 61_400 })[0]?.facts).toBe('1 página · PDF, 61 kB')
  })

  test('of a kind without words of its own keeps its name', () => {
    expect(shown({ product: 'mural' })[0]).toMatchObject({ name: 'mural', hint: '' })
  })

  test('of another issue or language is not offered', () => {
    expect([...shown({ language: 'en' }), ...shown({ issue: '16-12' })]).toEqual([])
  })
})

test('the site map lists what stands on its own, with its translations', () => {
  const sitemap = toSitemap(editionOf(newsroomOf(files, 'https://example.org/a&b')).pages, 'https://example.org/a&b')
  expect(sitemap).toContain('<loc>https://example.org/a&amp;b/es/17-01/strike/</loc>')
  expect(sitemap).toContain('hreflang="en" href="https://example.org/a&amp;b/en/17-01/strike/"')
  expect(sitemap).not.toContain('/es/17-01/kitchen/')
  expect(sitemap).not.toContain('404')
  expect(faultsOfSitemap(sitemap, 'https://example.org/a&b/')).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { toHead } from '../../src/web/head.ts'
import { toSwitch } from '../../src/web/switch.ts'
import { copy, editionOf, newsroomOf, viewAt, webPicture } from './paper.ts'

const files = {
  'issues/17-01/strike/en.md': copy('title: The strike\ndeck: Eleven days\ntags: [port]\npicture: { file: crane.jpg, alt: A crane }'),
  'issues/17-01/strike/es.md': copy('title: La huelga\nfrom: en\ntags: [puerto]'),
  'issues/17-01/strike/crane.jpg': '',
  'issues/17-01/kitchen/en.md': copy('title: The kitchen'),
  'leaflets/rent/en.md': copy('title: Rent'),
  'leaflets/rent/ar.md': copy('title: الإيجار\nfrom: en'),
}
const headAt = (address: string, url?: string) => toHead(viewAt(editionOf(newsroomOf(files, url)), address), 'Heading')

describe('translations in the head', () => {
  test('are not named without a public address: search engines take absolute ones only', () => {
    expect(headAt('en/17-01/strike/index.html').alternates).toEqual([])
  })

  test('are absolute with a public address', () => {
    expect(headAt('es/17-01/strike/index.html', 'https://example.org/paper').alternates).toEqual([
      { language: 'en', href: 'https://example.org/paper/en/17-01/strike/' },
      { language: 'es', href: 'https://example.org/paper/es/17-01/strike/' },
      { language: 'x-default', href: 'https://example.org/paper/en/17-01/strike/' },
    ])
  })

  test('of the front page leave the choice to the door of the site', () => {
    expect(headAt('es/index.html', 'https://example.org').alternates.at(-1)).toEqual({ language: 'x-default', href: 'https://example.org/' })
  })

  test('of a story in one language are not named', () => {
    expect(headAt('en/17-01/kitchen/index.html', 'https://example.org').alternates).toEqual([])
  })

  test('name a language beyond those of the paper', () => {
    expect(headAt('en/leaflets/rent/index.html', 'https://example.org').alternates.map(({ language }) => language)).toEqual(['en', 'ar', 'x-default'])
  })
})

describe('what the head says', () => {
  test('a page that only says that there is no translation is kept out of search engines', () => {
    expect(headAt('es/17-01/kitchen/index.html', 'https://example.org')).toMatchObject({ hidden: true, canonical: undefined, alternates: [] })
    expect(headAt('en/17-01/kitchen/index.html').hidden).toBe(false)
  })

  test('the title names page and paper, in the language of the page', () => {
    expect(headAt('es/17-01/strike/index.html').title).toBe('Heading – Bandera Roja')
    expect(headAt('es/index.html').title).toBe('Bandera Roja – Luchar por el Comunismo')
  })

  test('a story is described by its deck or by its first words', () => {
    expect(headAt('en/17-01/strike/index.html').description).toBe('Eleven days')
    expect(headAt('es/17-01/strike/index.html').description).toBe('The text of the story.')
  })

  test('every kind of page has a description in words', () => {
    const edition = editionOf(newsroomOf(files))
    for (const { address } of edition.pages) expect(toHead(viewAt(edition, address), 'x').description).not.toMatch(/^web\.|^$|\{\{/)
  })

  test('both feeds of every language are named', () => {
    expect(headAt('es/index.html').feeds.map(({ href }) => href)).toEqual(['../en/rss.xml', '../en/feed.json', 'rss.xml', 'feed.json'])
  })

  test('the lead picture has an absolute address or none', () => {
    const imageWith = (url?: string) => {
      const newsroom = newsroomOf(files, url)
      const edition = editionOf(newsroom, new Map([['issues/17-01/strike/crane.jpg', webPicture('crane')]]))
      return toHead(viewAt(edition, 'en/17-01/strike/index.html'), 'x').image
    }
    expect(imageWith('https://example.org')).toBe('https://example.org/pictures/crane-800.jpg')
    expect(imageWith()).toBeUndefined()
  })
})

describe('the language switch', () => {
  const switchAt = (address: string) => toSwitch(viewAt(editionOf(newsroomOf(files)), address))

  test('leads to the same story', () => {
    expect(switchAt('en/17-01/strike/index.html')).toEqual([
      { language: 'en', name: 'English', note: '' },
      { language: 'es', name: 'Español', note: '', href: '../../../es/17-01/strike/index.html' },
    ])
  })

  test('says that a story is not translated yet and leads to the page that says where it can be read', () => {
    expect(switchAt('en/17-01/kitchen/index.html')[1]).toEqual({
      language: 'es', name: 'Español', note: 'Not translated yet', href: '../../../es/17-01/kitchen/index.html',
    })
  })

  test('leads from a topic that the other language has not to the list of its topics', () => {
    expect(switchAt('en/tags/port/index.html')[1]?.href).toBe('../../../es/tags/index.html')
  })

  test('offers a language in which only this leaflet exists', () => {
    expect(switchAt('en/leaflets/rent/index.html').at(-1)).toEqual({
      language: 'ar', name: 'العربية', note: '', href: '../../../ar/leaflets/rent/index.html',
    })
  })

  test('leads back from a language without a front page', () => {
    expect(switchAt('ar/leaflets/rent/index.html').map(({ href }) => href)).toEqual([
      '../../../en/leaflets/rent/index.html', '../../../es/leaflets/rent/index.html', undefined,
    ])
  })
})

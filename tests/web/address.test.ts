import { describe, expect, test } from 'vitest'
import { relativeLink, storyKey, toPublicUrl, toTagSlug } from '../../src/web/address.ts'

describe('a link between two pages', () => {
  test.each([
    ['en/index.html', 'en/17-01/strike/index.html', '17-01/strike/index.html'],
    ['en/17-01/strike/index.html', 'es/17-01/strike/index.html', '../../../es/17-01/strike/index.html'],
    ['en/17-01/strike/index.html', 'en/index.html', '../../index.html'],
    ['en/17-01/strike/index.html', 'en/17-01/strike/index.html', 'index.html'],
    ['en/404.html', 'en/index.html', 'index.html'],
    ['en/search/index.html', 'en', '..'],
    ['en/17-01/index.html', 'en/17-01/strike', 'strike'],
    ['en/17-01/index.html', 'en/17', '../17'],
    ['en/17/index.html', 'en/17-01/index.html', '../17-01/index.html'],
    ['index.html', 'assets/site.css', 'assets/site.css'],
  ])('leads from %s to %s by %s', (from, to, link) => {
    expect(relativeLink(from, to)).toBe(link)
  })

  test('names a place inside the page', () => {
    expect(relativeLink('en/index.html', 'en/17-01/index.html', 'print')).toBe('17-01/index.html#print')
  })

  test('keeps letters of every script and signs that mean something in an address', () => {
    expect(relativeLink('en/index.html', 'en/tags/हड़ताल/index.html')).toBe(`tags/${encodeURI('हड़ताल')}/index.html`)
    expect(relativeLink('index.html', 'downloads/a#b?.pdf')).toBe('downloads/a%23b%3F.pdf')
  })

  test('never begins at the root of the server', () => {
    expect(relativeLink('index.html', 'index.html')).toBe('index.html')
  })
})

describe("a story's page", () => {
  test.each([
    ['issues/17-01/strike', '17-01/strike/index.html'],
    ['leaflets/rent', 'leaflets/rent/index.html'],
    ['pamphlets/circle', 'pamphlets/circle/index.html'],
    ['pages/about', 'about/index.html'],
  ])('of %s lies at %s', (folder, key) => {
    expect(storyKey({ folder })).toBe(key)
  })

  test('never takes the place of a page that the site has itself', () => {
    expect(storyKey({ folder: 'pages/archive' })).toBe('pages/archive/index.html')
    expect(storyKey({ folder: 'pages/downloads' })).toBe('pages/downloads/index.html')
  })
})

describe('a public address', () => {
  test('leaves index.html out', () => {
    expect(toPublicUrl('https://example.org/', 'en/17-01/index.html')).toBe('https://example.org/en/17-01/')
    expect(toPublicUrl('https://example.org/paper', 'index.html')).toBe('https://example.org/paper/')
  })

  test('keeps the name of every other file', () => {
    expect(toPublicUrl('https://example.org', 'en/404.html')).toBe('https://example.org/en/404.html')
  })

  test('is unknown when the paper has no address', () => {
    expect(toPublicUrl(undefined, 'en/index.html')).toBeUndefined()
  })
})

describe('a tag in an address', () => {
  test.each([
    ['Huelga general', 'huelga-general'],
    ['Educación', 'educacion'],
    ['  C & A!  ', 'c-a'],
    ['हड़ताल', 'हड़ताल'.normalize('NFC')],
    ['إضراب عام', 'إضراب-عام'],
  ])('%s becomes %s', (tag, slug) => {
    expect(toTagSlug(tag)).toBe(slug)
  })

  test('compares without case and accents', () => {
    expect(toTagSlug('TRÁNSITO')).toBe(toTagSlug('transito'))
  })

  test('made of signs alone still has an address of its own', () => {
    expect(toTagSlug('!!!')).toBe('21-21-21')
    expect(toTagSlug('!!!')).not.toBe(toTagSlug('???'))
  })
})

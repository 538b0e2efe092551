import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openPage, type Watched } from './browser.ts'
import { openVisit } from './visit.ts'

const strike = 'en/17-01/strike/index.html'
const kinds = [
  'index.html', '404.html', 'en/index.html', 'es/index.html', strike, 'es/17-01/strike/index.html', 'en/17-01/commune/index.html',
  'es/17-01/kitchen/index.html', 'en/17-01/index.html', 'en/archive/index.html', 'en/stories/index.html', 'es/letters/index.html',
  'en/sections/index.html', 'en/sections/history/index.html', 'en/tags/index.html', 'en/tags/port/index.html',
  'en/leaflets/index.html', 'ar/leaflets/rent/index.html', 'es/pamphlets/index.html', 'en/about/index.html', 'en/map/index.html', 'es/404.html',
  'en/places/index.html', 'es/places/index.html', 'en/series/past/index.html', 'en/search/index.html', 'es/search/index.html', 'en/device/index.html', 'es/device/index.html',
]

// A machine with other work to do is slow, not wrong.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 })

const visit = openVisit()

const html = (page: string): string => readFileSync(join(visit.site.folder, page), 'utf8')

/** Every address that a page names, in whatever attribute. */
function addressesIn(page: string): string[] {
  const text = html(page).replaceAll('&amp;', '&')
  const single = [...text.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, address]) => address!)
  const sets = [...text.matchAll(/\ssrcset="([^"]*)"/g)].flatMap(([, set]) => set!.split(', ').map((part) => part.split(' ')[0]!))
  return [...single, ...sets]
}

const isOutside = (address: string): boolean => /^[a-z]+:/.test(address)

describe('links', () => {
  test('there is a page of every kind', () => {
    expect(kinds.filter((page) => !visit.site.pages.includes(page))).toEqual([])
  })

  test('all are relative, and every link to a page names its file', () => {
    for (const page of visit.site.pages) {
      for (const address of addressesIn(page)) {
        if (isOutside(address)) expect([page, address]).toEqual([page, expect.stringMatching(/^(mailto:paper@example\.org(\?subject=.+)?|https:\/\/example\.org\/)$/)])
        else expect([page, address]).toEqual([page, expect.stringMatching(/^(?!\/)([^#]*\.[a-z0-9]+)?(#.+)?$/)])
      }
    }
  })

  test('a story on the map leads to its place there', () => {
    expect(addressesIn(strike)).toContain('../../places/index.html#17-01-strike')
    expect(addressesIn('es/17-01/strike/index.html')).toContain('../../places/index.html#17-01-strike')
    expect(addressesIn('es/places/index.html')).toContain('#17-01-strike')
  })

  test('none is dead', () => {
    const dead: string[] = []
    for (const page of visit.site.pages) {
      for (const address of addressesIn(page).filter((each) => !isOutside(each))) {
        const [path = '', id] = address.split('#')
        const target = path === '' ? page : posix.join(posix.dirname(page), decodeURI(path))
        // The feeds are written by another stage.
        if (/^(en|es)\/(sections\/[^/]+\/)?(rss\.xml|feed\.json)$/.test(target)) continue
        if (!existsSync(join(visit.site.folder, target))) dead.push(`${page} → ${address}`)
        else if (id !== undefined && !html(target).includes(` id="${decodeURIComponent(id)}"`)) dead.push(`${page} → ${address} (no such place)`)
      }
    }
    expect(dead).toEqual([])
  })

  test('every page can be reached from the door', () => {
    const reached = new Set(['index.html', '404.html', 'en/404.html', 'es/404.html'])
    const waiting = [...reached]
    for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
      for (const address of addressesIn(page).filter((each) => !isOutside(each) && each.includes('.html'))) {
        const target = posix.join(posix.dirname(page), decodeURI(address.split('#')[0]!))
        if (!reached.has(target) && visit.site.pages.includes(target)) waiting.push(target)
        reached.add(target)
      }
    }
    expect(visit.site.pages.filter((page) => !reached.has(page))).toEqual([])
  })
})

describe('what is sent', () => {
  test('has one script, the same on every page, and the search page its own beside it', () => {
    const scripts = new Set(visit.site.pages.flatMap((page) => [...html(page).matchAll(/<script[^]*?<\/script>/g)].map(([script]) => script)))
    const own = [...scripts].filter((script) => !/^<script defer src="[./]*assets\/search-[0-9a-f]{10}\.js"><\/script>$/.test(script))
    expect(own).toHaveLength(1)
    expect(gzipSync(own[0]!).length).toBeLessThan(2_000)
    expect(own[0]!.length + readFileSync(join(visit.site.folder, 'sw.js')).length).toBeLessThan(7_000)
  })

  test('has no handler, no key of a word, no hole and no empty value', () => {
    for (const page of visit.site.pages) {
      const text = html(page).replace(/<script[^]*?<\/script>/g, '')
      expect([page, /<script|javascript:|\son\w+=/i.exec(text)?.[0]]).toEqual([page, undefined])
      expect([page, /\b(web|copy)\.[a-z][\w.]+|\{\{|undefined|\[object/.exec(text)?.[0]]).toEqual([page, undefined])
    }
  })

  test('names its language, and its direction', () => {
    for (const page of visit.site.pages) expect([page, html(page)]).toEqual([page, expect.stringMatching(/^<!DOCTYPE html><html lang="(en|es)" dir="ltr"/)])
    expect(html('ar/leaflets/rent/index.html')).toMatch(/<article class="story[^>]* lang="ar" dir="rtl"/)
  })

  test('of a story is small: page, style and fonts under 60 kB on the wire, its pictures aside', () => {
    const style = /href="([^"]+\.css)"/.exec(html(strike))![1]!
    const styleFile = join(visit.site.folder, dirname(strike), style)
    const fonts = [...readFileSync(styleFile, 'utf8').matchAll(/url\(([^)]+-daily-[^)]+)\)/g)].map(([, file]) => join(dirname(styleFile), file!))
    expect(fonts).toHaveLength(4)
    const text = gzipSync(html(strike)).length + gzipSync(readFileSync(styleFile)).length
    expect(text + fonts.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(60_000)
  })
})

describe('a reader who goes from page to page', () => {
  let watched: Watched
  beforeAll(async () => {
    watched = await openPage(visit.browser, visit.site.home, { viewport: { width: 1280, height: 700 } })
  })
  afterAll(() => watched.close())

  test.each(kinds)('is asked on %s for nothing elsewhere, hears nothing on the console, and does not scroll sideways', async (address) => {
    const { page, complaints } = watched
    // What the page before was still fetching is no complaint about this one.
    await page.goto('about:blank')
    complaints.length = 0
    await page.goto(visit.site.home + address)
    for (const width of [320, 360, 1280]) {
      await page.setViewportSize({ width, height: 700 })
      expect([width, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([width, width])
    }
    expect(await page.evaluate(() => [...document.images].filter((image) => image.complete && image.naturalWidth === 0).length)).toBe(0)
    expect(complaints).toEqual([])
  })
})

describe('without JavaScript', () => {
  test('a reader goes from the door to a story and to its translation', async () => {
    const { page, complaints, close } = await openPage(visit.browser, visit.site.home, { javaScriptEnabled: false })
    await page.goto(`${visit.site.home}index.html`)
    await page.click('text=Leer en español')
    expect(await page.textContent('h1')).toBe('Bandera Roja')
    await page.click('text=Once días sin nombrada')
    expect(await page.textContent('h1')).toBe('Once días sin nombrada')
    await page.click('nav.switch >> text=English')
    expect(await page.textContent('h1')).toBe('Eleven days without the call')
    expect(complaints).toEqual([])
    await close()
  })

  test('the switch to a missing translation tells so and leads back to the original', async () => {
    const { page, close } = await openPage(visit.browser, visit.site.home, { javaScriptEnabled: false })
    await page.goto(`${visit.site.home}en/17-01/kitchen/index.html`)
    expect(await page.textContent('nav.switch')).toContain('Not translated yet')
    await page.click('nav.switch >> text=Español')
    expect(await page.textContent('h1')).toBe('Este artículo todavía no está en español')
    expect(await page.getAttribute('meta[name=robots]', 'content')).toBe('noindex')
    await page.click('text=Leerlo en inglés')
    expect(await page.textContent('h1')).toBe('Nine minutes for soup')
    await close()
  })

  test('the fonts of the paper are there', async () => {
    const { page, close } = await openPage(visit.browser, visit.site.home)
    await page.goto(visit.site.home + strike)
    const loaded = await page.evaluate(async () => {
      await document.fonts.ready
      return [...document.fonts].filter((font) => font.status === 'loaded').map((font) => `${font.family} ${font.weight}`)
    })
    expect(loaded).toEqual(expect.arrayContaining(['Source Serif 4 400', 'Source Serif 4 600 900', 'Libre Franklin 400 900']))
    await close()
  })
})

describe('from the keyboard', () => {
  test('the first stop leads past the navigation to the text', async () => {
    const { page, close } = await openPage(visit.browser, visit.site.home)
    await page.goto(visit.site.home + strike)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the text')
    expect(await page.evaluate(() => document.activeElement!.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    await close()
  })

  test('focus goes down the page in the order of reading, and is always seen', async () => {
    const { page, close } = await openPage(visit.browser, visit.site.home, { viewport: { width: 360, height: 700 } })
    await page.goto(visit.site.home + strike)
    const count = await page.evaluate(() => {
      const shown = [...document.querySelectorAll('a[href], button, summary, input, [tabindex="0"]')].filter((element) => element.checkVisibility())
      shown.forEach((element, index) => element.setAttribute('data-stop', String(index)))
      return shown.length
    })
    let last = -1
    for (let stop = 0; stop < count; stop++) {
      await page.keyboard.press('Tab')
      const { order, outline, name } = await page.evaluate(() => {
        const element = document.activeElement!
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        return { order: Number(element.getAttribute('data-stop')), outline: `${outlineStyle} ${outlineWidth}`, name: element.textContent }
      })
      expect([name, outline]).toEqual([name, 'solid 3px'])
      expect(order).toBe(last + 1)
      last = order
    }
    expect(last).toBe(count - 1)
    await close()
  })
})

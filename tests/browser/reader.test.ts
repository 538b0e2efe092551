/** What a reader can do on the site beyond reading: search, keep an issue, leave no traces, larger text. */
import type { Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { openPage } from './browser.ts'
import { openVisit } from './visit.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 })

const visit = openVisit({ served: true })

const strike = 'en/17-01/strike/index.html'

async function searchFor(page: Page, words: string): Promise<string[]> {
  await page.fill('input[type=search]', words)
  await page.click('form[role=search] button')
  await page.waitForFunction(() => document.querySelector('#page\\.status')!.textContent !== '')
  await page.waitForTimeout(100)
  return page.locator('#page\\.found a').allTextContents()
}

describe.each(['from disk', 'from a server'])('search %s', (where) => {
  const home = (): string => (where === 'from disk' ? visit.site.home : visit.server.home)

  test('finds words of both languages without their accents, and their beginnings', async () => {
    const { page, close } = await openPage(visit.browser, home())
    await page.goto(`${home()}es/search/index.html`)
    expect(await searchFor(page, 'HUELGA')).toContain('Once días sin nombrada')
    expect(await searchFor(page, 'votacion')).toContain('Once días sin nombrada')
    expect(await searchFor(page, 'estib')).toEqual(['Once días sin nombrada'])
    await page.goto(`${home()}en/search/index.html`)
    expect((await searchFor(page, 'seventy days'))[0]).toBe('Seventy-two days')
    await close()
  })

  test('leads to the story', async () => {
    const { page, close } = await openPage(visit.browser, home())
    await page.goto(`${home()}en/search/index.html`)
    await searchFor(page, 'soup')
    await page.click('#page\\.found a')
    expect(await page.textContent('h1')).toBe('Nine minutes for soup')
    await close()
  })
})

describe('a search', () => {
  test('forgives a wrong letter', async () => {
    const { page, close } = await openPage(visit.browser, visit.server.home)
    await page.goto(`${visit.server.home}en/search/index.html`)
    expect(await searchFor(page, 'minuets')).toEqual(['Nine minutes for soup'])
    await close()
  })

  test('is there before its script, and keeps what was typed meanwhile', async () => {
    const { page, close } = await openPage(visit.browser, visit.server.home)
    let send = (): void => undefined
    const sent = new Promise<void>((done) => { send = done })
    await page.route('**/assets/search-*.js', async (route) => {
      await sent
      await route.continue()
    })
    await page.goto(`${visit.server.home}en/search/index.html`, { waitUntil: 'commit' })
    await page.fill('input[type=search]', 'soup')
    const top = (): Promise<number> => page.locator('.ways-here').evaluate((ways) => ways.getBoundingClientRect().top)
    const before = await top()
    send()
    await page.waitForSelector('#page\\.found a')
    expect(await page.locator('#page\\.found a').allTextContents()).toEqual(['Nine minutes for soup'])
    await page.goto(`${visit.server.home}en/search/index.html`, { waitUntil: 'networkidle' })
    expect(await top()).toBeCloseTo(before, 0)
    await close()
  })

  test('that finds nothing says so and shows other ways', async () => {
    const { page, close } = await openPage(visit.browser, visit.server.home)
    await page.goto(`${visit.server.home}en/search/index.html`)
    expect(await searchFor(page, 'zzzzqqqq')).toEqual([])
    expect(await page.textContent('#page\\.status')).toBe('No story has these words. Look here:')
    expect(await page.locator('#page\\.ways a').count()).toBeGreaterThan(5)
    await close()
  })

  test('without scripts is no dead end', async () => {
    const { page, close } = await openPage(visit.browser, visit.site.home, { javaScriptEnabled: false })
    await page.goto(`${visit.site.home}es/search/index.html`)
    expect(await page.isVisible('form[role=search]')).toBe(false)
    expect(await page.isVisible('text=La búsqueda necesita JavaScript')).toBe(true)
    expect(await page.locator('#page\\.ways a').count()).toBeGreaterThan(5)
    await close()
  })
})

test('the headers of the recipe let every page be, without a complaint', async () => {
  const { page, complaints, close } = await openPage(visit.browser, visit.server.home)
  for (const address of ['index.html', 'en/', strike, 'es/search/index.html', 'en/device/index.html', 'ar/leaflets/rent/index.html']) {
    await page.goto(visit.server.home + address, { waitUntil: 'networkidle' })
    expect(await page.evaluate(() => document.documentElement.classList.contains('js'))).toBe(true)
  }
  expect(complaints).toEqual([])
  await close()
})

describe('an issue kept on the phone', () => {
  test('can be read without a network, and is gone after its removal', async () => {
    const { page, close } = await openPage(visit.browser, visit.server.home)
    await page.goto(`${visit.server.home}en/17-01/index.html`)
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length)).toBe(0)
    const button = page.locator('[data-do=keep]')
    await button.click()
    await page.waitForFunction(() => /^Keep it: [\d.]+ [kM]B$/.test(document.querySelector('[data-do=keep]')!.textContent!))
    await button.click()
    await page.waitForFunction(() => document.querySelector('.keep [role=status]')!.textContent!.startsWith('Kept'))
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

    visit.server.isDown = true
    await page.goto(visit.server.home + strike)
    expect(await page.textContent('h1')).toBe('Eleven days without the call')
    await page.waitForFunction(() => [...document.images].every((image) => image.loading === 'lazy' || image.naturalWidth > 0))
    expect(await page.evaluate(() => document.fonts.ready.then(() => [...document.fonts].filter((font) => font.status === 'loaded').length))).toBeGreaterThan(1)
    await page.goto(`${visit.server.home}en/archive/index.html`)
    expect(page.url()).toBe(`${visit.server.home}en/17-01/index.html`)

    await page.goto(`${visit.server.home}en/search/index.html`)
    expect(await searchFor(page, 'undecided breakwater')).toEqual(['Eleven days without the call'])
    expect((await searchFor(page, 'SEVENTY'))[0]).toBe('Seventy-two days')
    expect(await searchFor(page, 'zzzzqqqq')).toEqual([])
    await searchFor(page, 'soup')
    await page.click('#page\\.found a')
    expect(await page.textContent('h1')).toBe('Nine minutes for soup')
    visit.server.isDown = false

    await page.goto(`${visit.server.home}en/device/index.html`)
    await page.click('[data-do=larger] >> nth=1')
    await page.click('[data-do=remove]')
    await page.waitForFunction(() => document.querySelector('#page\\.removed')!.textContent!.startsWith('Removed'))
    const left = await page.evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length, localStorage.length, sessionStorage.length, document.cookie.length,
    ])
    expect(left).toEqual([0, 0, 0, 0, 0])
    await close()
  })

  test('that cannot be fetched whole leaves nothing, and says so', async () => {
    const { page, close } = await openPage(visit.browser, visit.server.home)
    await page.goto(`${visit.server.home}es/17-01/index.html`)
    await page.click('[data-do=keep]')
    await page.waitForFunction(() => document.querySelector('[data-do=keep]')!.textContent!.startsWith('Guardarlo'))
    visit.server.isDown = true
    await page.click('[data-do=keep]')
    await page.waitForFunction(() => document.querySelector('.keep [role=status]')!.textContent!.startsWith('No se pudo guardar'))
    visit.server.isDown = false
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0)
    await close()
  })
})

describe('on the device', () => {
  test('larger text is remembered', async () => {
    const { page, close } = await openPage(visit.browser, visit.server.home)
    await page.goto(visit.server.home + strike)
    const size = (): Promise<number> => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.text')!).fontSize))
    const before = await size()
    await page.click('.tools [data-do=larger]')
    await page.click('.tools [data-do=larger]')
    const larger = await size()
    expect(larger).toBeCloseTo(before * 1.25, 1)
    await page.goto(`${visit.server.home}en/17-01/commune/index.html`)
    expect(await size()).toBe(larger)
    await close()
  })

  test('the largest text still fits a narrow screen', async () => {
    const { page, close } = await openPage(visit.browser, visit.server.home, { viewport: { width: 320, height: 640 } })
    await page.goto(visit.server.home + strike)
    for (let step = 0; step < 8; step++) await page.click('.tools [data-do=larger]')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await close()
  })

  test('a plain title hides the paper’s name in the tab', async () => {
    const { page, close } = await openPage(visit.browser, visit.server.home)
    await page.goto(`${visit.server.home}en/device/index.html`)
    await page.click('[data-do=plain]')
    expect(await page.title()).toBe('Notes')
    await page.goto(visit.server.home + strike)
    expect([await page.title(), await page.locator('link[rel=icon]').count()]).toEqual(['Notes', 0])
    await close()
  })

  test('the quick exit leaves by a button, and by Escape pressed three times', async () => {
    const { page, close } = await openPage(visit.browser, visit.server.home)
    await page.goto(visit.server.home + strike)
    await page.click('[data-do=leave]')
    await page.waitForURL('about:blank')
    await page.goto(visit.server.home + strike)
    for (let time = 0; time < 3; time++) await page.keyboard.press('Escape')
    await page.waitForURL('about:blank')
    await close()
  })
})

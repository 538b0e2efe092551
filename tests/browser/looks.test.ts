/** How the site looks where a reader's screen, eyes or printer are not the usual ones. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { openPage } from './browser.ts'
import { openVisit } from './visit.ts'

// A machine with other work to do is slow, not wrong.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 })

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const strike = 'en/17-01/strike/index.html'
const visit = openVisit()

async function open(address: string, options: BrowserContextOptions): Promise<{ page: Page; close(): Promise<void> }> {
  const { page, close } = await openPage(visit.browser, visit.site.home, options)
  await page.goto(visit.site.home + address)
  return { page, close }
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const boxOf = (page: Page, selector: string): Promise<Box> => page.evaluate((name) => {
  const { left, right, top, bottom } = document.querySelector(name)!.getBoundingClientRect()
  return { left, right, top, bottom }
}, selector)

describe('every page of both languages', () => {
  test('fits a screen of 320 pixels', async () => {
    const { page, close } = await open('index.html', { viewport: { width: 320, height: 640 } })
    for (const address of visit.site.pages) {
      await page.goto(visit.site.home + address)
      expect([address, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([address, 320])
      // What a band holds that is only set near the reader would be cut off, and not make the page wider.
      expect([address, await page.evaluate(() => [...document.querySelectorAll('main *, .colophon *')].filter((each) => (
        each.getBoundingClientRect().right > 321 && each.closest('.table, .glossary, svg') === null
      )).map((each) => each.className || each.tagName))]).toEqual([address, []])
    }
    await close()
  })
})

describe('a story in a list', () => {
  test('opens by its picture and its words, and so does an issue by its front page', async () => {
    const { page, close } = await open('en/index.html', { viewport: { width: 1280, height: 900 } })
    for (const place of ['.lead img', '.lead .deck', '.columns .deck']) {
      await page.goto(`${visit.site.home}en/index.html`)
      const title = await page.locator(`.teaser:has(${place.split(' ')[1]!}) >> nth=0`).locator('.headline').textContent()
      const target = page.locator(place).first()
      await target.scrollIntoViewIfNeeded()
      const box = (await target.boundingBox())!
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
      await page.waitForURL(/17-01\/[a-z]+\/index\.html$/)
      if (place.startsWith('.lead')) expect(await page.textContent('h1')).toBe(title)
    }
    await page.goto(`${visit.site.home}en/archive/index.html`)
    const card = (await page.locator('.issues > li').first().boundingBox())!
    await page.mouse.click(card.x + card.width - 4, card.y + card.height - 4)
    await page.waitForURL(/17-01\/index\.html$/)
    await close()
  })

  test('has a small picture on a telephone that its words run around', async () => {
    const { page, close } = await open('en/stories/index.html', { viewport: { width: 360, height: 700 } })
    await page.evaluate(() => document.querySelector('.third')!.insertAdjacentHTML('afterbegin', '<div class="shot"><img width="90" height="60" alt=""></div>'))
    const [shot, headline] = await Promise.all(['.third .shot', '.third .headline'].map((name) => boxOf(page, name))) as [Box, Box]
    expect(shot.right - shot.left).toBe(112)
    expect(headline.top).toBeLessThan(shot.bottom)
    expect(Math.abs(shot.right - (360 - 16))).toBeLessThan(1)
    await close()
  })
})

describe('a leaflet from right to left', () => {
  const rent = 'ar/leaflets/rent/index.html'

  test('is found among the leaflets under the name of its language, to read and to print', async () => {
    const { page, close } = await open('es/leaflets/index.html', {})
    await page.click('summary >> text=العربية')
    const links = page.locator('details[open] a')
    expect(await links.evaluateAll((all) => all.map((each) => each.getAttribute('href')))).toEqual(['../../ar/leaflets/rent/index.html', '../../downloads/leaflets/rent/paper-ar.pdf'])
    await links.first().click()
    expect(await page.textContent('h1')).toBe('الإيجار')
    await close()
  })

  test('keeps what is said of it in another direction on its own side, joins its letters, and leans none', async () => {
    const { page, close } = await open(rent, { viewport: { width: 1280, height: 900 } })
    const looks = await page.evaluate(() => {
      const story = document.querySelector('.story')!
      story.insertAdjacentHTML('beforeend', '<footer class="tags"><h2 class="label" lang="en" dir="ltr">Topics</h2></footer><p lang="ar"><em>قبل</em></p>')
      const range = document.createRange()
      range.selectNodeContents(story.querySelector('.tags .label')!)
      const title = getComputedStyle(story.querySelector('h1')!)
      const stress = getComputedStyle(story.querySelector('em')!)
      return {
        label: Math.round(range.getBoundingClientRect().right - story.querySelector('.tags')!.getBoundingClientRect().right),
        spacing: title.letterSpacing, stress: [stress.fontStyle, stress.fontWeight],
      }
    })
    expect(looks).toEqual({ label: 0, spacing: 'normal', stress: ['normal', '700'] })
    await close()
  })
})

/** One page of each kind, the story with everything in it before others. */
function kindsIn(language: string): string[] {
  const kinds = new Map<string, string>()
  const richest = [`${language}/17-01/strike/index.html`, ...visit.site.pages.filter((address) => address.startsWith(`${language}/`))]
  for (const address of richest) {
    const kind = address.replace(/(tags|sections|series|leaflets|pamphlets)\/[^/]+\/index/, '$1/one').replace(/\d\d-\d\d\/[^/]+\/index/, 'story').replace(/\d\d-\d\d\//, 'issue/')
    if (!kinds.has(kind)) kinds.set(kind, address)
  }
  return [...kinds.values()]
}

describe.each([['en', []], ['es', ['index.html', '404.html', 'es/17-01/kitchen/index.html', 'ar/leaflets/rent/index.html']]])('every kind of page in %s', (language, others) => {
  test('has nothing for axe to find, in the colours of light and of dark', async () => {
    const { page, close } = await open('index.html', { bypassCSP: true })
    const addresses = [...kindsIn(language), ...others]
    expect(addresses.length).toBeGreaterThan(18)
    for (const address of addresses) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(visit.site.home + address)
      await page.evaluate(axe)
      // What a finger must hit is a rule of WCAG 2.2 AA that axe leaves out unless it is asked.
      expect([address, await findings(page, { rules: { 'target-size': { enabled: true } } })]).toEqual([address, []])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect([address, await findings(page, { runOnly: ['color-contrast'] })]).toEqual([address, []])
    }
    await close()
  })
})

async function findings(page: Page, options: RunOptions): Promise<string[]> {
  const run = (given: RunOptions): Promise<AxeResults> => (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(given)
  const { violations } = await page.evaluate(run, options)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

describe('footnotes', () => {
  test('stand in the margin beside their marks on a wide screen', async () => {
    const { page, close } = await open(strike, { viewport: { width: 1440, height: 900 } })
    const [mark, note, second, text] = await Promise.all(['.mark-1', '.note-1', '.note-2', '.text'].map((name) => boxOf(page, name))) as [Box, Box, Box, Box]
    expect(Math.abs(note.top - mark.top)).toBeLessThan(2)
    expect(note.right).toBeLessThan(text.left)
    expect(note.left).toBeGreaterThan(0)
    expect(second.top).toBeGreaterThanOrEqual(note.bottom)
    await close()
  })

  test('stand at the end elsewhere, under their heading', async () => {
    const { page, close } = await open(strike, { viewport: { width: 900, height: 900 } })
    const [note, text] = await Promise.all(['.note-1', '.text'].map((name) => boxOf(page, name))) as [Box, Box]
    expect(note.left).toBeGreaterThanOrEqual(text.left)
    expect(await page.isVisible('.footnotes h2')).toBe(true)
    await close()
  })
})

describe('a printed story', () => {
  test('is black on white and holds the text, its notes and the addresses of its links, and nothing to click', async () => {
    const { page, close } = await open(strike, { colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    for (const gone of ['.skip', '.bar', '.ways', '.listen', '.pass', '.related', '.pager', '.downloads']) {
      expect([gone, await page.locator(`${gone} >> visible=true`).count()]).toEqual([gone, 0])
    }
    for (const kept of ['h1', '.byline .by', '.text p', '.footnotes li', '.lead-picture img', '.colophon .name']) {
      expect([kept, await page.locator(kept).first().isVisible()]).toEqual([kept, true])
    }
    const [ground, ink, address] = await page.evaluate(() => [
      getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color,
      getComputedStyle(document.querySelector('.text a[href^="https"]')!, '::after').content,
    ])
    expect([ground, ink]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
    expect(address).toContain('https://example.org/')
    await close()
  })
})

describe('a reader who asked for', () => {
  test('colours of their own gets them, with every control still to be seen', async () => {
    const { page, close } = await open('index.html', { forcedColors: 'active', colorScheme: 'dark', bypassCSP: true })
    for (const address of ['en/index.html', strike, 'en/places/index.html', 'es/device/index.html', 'en/search/index.html']) {
      await page.goto(visit.site.home + address)
      await page.evaluate(axe)
      expect([address, await findings(page, { runOnly: ['color-contrast'] })]).toEqual([address, []])
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(0, 0, 0)')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid')
    }
    await close()
  })

  test('more contrast gets no grey letters', async () => {
    const { page, close } = await open(strike, { contrast: 'more' })
    const greys = await page.evaluate(() => {
      const ink = getComputedStyle(document.body).color
      return [...document.querySelectorAll('.byline, .credit, .label')].filter((each) => getComputedStyle(each).color !== ink).length
    })
    expect(greys).toBe(0)
    await close()
  })

  test('less motion gets none; for others only the page glides to a place within it', async () => {
    const { page, close } = await open(strike, { reducedMotion: 'reduce' })
    const moving = (): Promise<[string, number]> => page.evaluate(() => [
      getComputedStyle(document.documentElement).scrollBehavior,
      [...document.querySelectorAll('*')].filter((each) => {
        const { animationName, transitionDuration } = getComputedStyle(each)
        return animationName !== 'none' || transitionDuration !== '0s'
      }).length,
    ])
    expect(await moving()).toEqual(['auto', 0])
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    expect(await moving()).toEqual(['smooth', 0])
    await close()
  })
})

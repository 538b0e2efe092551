/** A browser for the tests: the Chromium of the machine, or the one that comes as a package. */
import { accessSync, constants } from 'node:fs'
import chromiumPackage from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
const installed = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Opens a browser without a window. */
export async function openBrowser(): Promise<Browser> {
  const own = installed.find(isProgram)
  if (own !== undefined) return chromium.launch({ executablePath: own, args: quiet })
  return chromium.launch({ executablePath: await chromiumPackage.executablePath(), args: [...chromiumPackage.args, ...quiet] })
}

/** The program file of the browser that `openBrowser` opens. */
export async function chromiumPath(): Promise<string> {
  return installed.find(isProgram) ?? chromiumPackage.executablePath()
}

/** A page, and everything that went wrong or left the site while it was open. */
export interface Watched {
  page: Page
  /** Console lines, failed requests, script errors, and requests to anywhere else than `home`. */
  complaints: string[]
  close(): Promise<void>
}

/** Opens a page of its own context and watches it. `home` is the address that every request must begin with. */
export async function openPage(browser: Browser, home: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (line) => complaints.push(`console: ${line.text()}`))
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) complaints.push(`left the site: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
  })
  return { page, complaints, close: () => context.close() }
}

function isProgram(path: string | undefined): path is string {
  if (path === undefined) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

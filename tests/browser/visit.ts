/** What the tests of one file share, from its first test to its last: the small site, a browser, and a server where it is asked for. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './browser.ts'
import { smallSite } from './builtSite.ts'
import type { BuiltSite } from './builtSite.ts'
import { serve } from './webServer.ts'
import type { WebServer } from './webServer.ts'

/** There once the first test runs. */
export interface Visit {
  site: BuiltSite
  browser: Browser
  /** Only for those who asked to be served. */
  server: WebServer
}

/** Opens all before the tests of the file that calls it, and closes it after them. */
export function openVisit({ served = false } = {}): Visit {
  const visit = {} as Visit
  beforeAll(async () => {
    [visit.site, visit.browser] = await Promise.all([smallSite(), openBrowser()])
    if (served) visit.server = await serve(visit.site.folder)
  })
  afterAll(async () => {
    await visit.browser?.close()
    await visit.server?.stop()
  })
  return visit
}

/**
 * The marks that Mozilla's HTTP Observatory (mdn/mdn-http-observatory, src/grader/charts.js) gives to the headers of the recipes, as far
 * as headers alone decide: cookies, CORS and redirection, which we have not, count nothing there. Being on the browsers' own HSTS list
 * would bring five more and is not counted.
 */
import { describe, expect, test } from 'vitest'
import { toRecipes } from '../../src/web/hosting.ts'
import { readScripts } from '../../src/web/scripts.ts'

type Headers = Map<string, string>

/** The headers that a recipe sends with every page. */
function headersIn(file: string, text: string): Headers {
  const row = {
    '_headers': /^ {2}([A-Z][\w-]+): (.+)$/gm,
    'hosting/nginx.conf': /^add_header ([A-Z][\w-]+) "([^"]+)" always;$/gm,
    'hosting/Caddyfile': /^\t\t([A-Z][\w-]+) "([^"]+)"$/gm,
  }[file]!
  const everyPage = file === '_headers' ? text.split(/^\/assets/m)[0]! : text
  return new Map([...everyPage.matchAll(row)].map(([, name, value]) => [name!.toLowerCase(), value!]))
}

function policyIn(headers: Headers): Map<string, string[]> {
  const parts = (headers.get('content-security-policy') ?? '').split(';').map((part) => part.trim().split(/\s+/))
  return new Map(parts.map(([name = '', ...sources]) => [name, sources]))
}

/** Points above or below 100. A bonus only counts where nothing is missing. */
function scoreOf(headers: Headers): number {
  const policy = policyIn(headers)
  const sources = [...policy.values()].flat()
  const scripts = policy.get('script-src') ?? policy.get('default-src') ?? []
  const isNone = (name: string): boolean => policy.get(name)?.join() === "'none'"
  const framed = policy.get('frame-ancestors')
  const age = Number(/max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '')?.[1] ?? -1)

  const content = !headers.has('content-security-policy') ? -25
    : scripts.length === 0 || scripts.some((each) => ["'unsafe-inline'", 'data:', 'https:', '*'].includes(each)) ? -20
      : sources.includes("'unsafe-eval'") ? -10
        : sources.some((each) => /unsafe|^http:|^data:/.test(each)) ? 0
          : isNone('default-src') && ["'none'", "'self'"].includes(policy.get('form-action')?.join() ?? '') ? 10 : 5
  const referrer = { 'no-referrer': 5, 'same-origin': 5, 'strict-origin': 5, 'strict-origin-when-cross-origin': 5 }[headers.get('referrer-policy') ?? ''] ?? 0
  const transport = age < 0 ? -20 : age < 15_768_000 ? -10 : 0
  const sniffing = headers.get('x-content-type-options') === 'nosniff' ? 0 : -5
  const framing = framed !== undefined && ["'none'", "'self'"].includes(framed.join()) ? 5 : /^(deny|sameorigin)$/i.test(headers.get('x-frame-options') ?? '') ? 5 : -20
  const sharing = { 'same-origin': 10, 'same-site': 10, 'cross-origin': 0 }[headers.get('cross-origin-resource-policy') ?? ''] ?? 0

  const points = [content, referrer, transport, sniffing, framing, sharing]
  const base = 100 + points.filter((each) => each < 0).reduce((sum, each) => sum + each, 0)
  return base < 90 ? base : base + points.filter((each) => each > 0).reduce((sum, each) => sum + each, 0)
}

const recipes = toRecipes(await readScripts()).filter(({ file }) => file !== 'hosting/onion.conf')

describe.each(recipes)('the headers of $file', ({ file, text }) => {
  const headers = headersIn(file, text)

  test('earn an A+', () => {
    expect(scoreOf(headers)).toBe(130)
  })

  test.each([
    ['content-security-policy', 75], ['strict-transport-security', 80], ['x-content-type-options', 125], ['referrer-policy', 125],
    ['cross-origin-resource-policy', 120],
  ])('would earn less without %s', (name, score) => {
    expect(headers.has(name)).toBe(true)
    expect(scoreOf(new Map([...headers].filter(([each]) => each !== name)))).toBe(score)
  })

  test('would earn less with scripts from anywhere', () => {
    const loose = new Map(headers).set('content-security-policy', headers.get('content-security-policy')!.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"))
    expect(scoreOf(loose)).toBe(80)
  })
})

test('an onion service has all of them that need no certificate', () => {
  const text = toRecipes({ page: '', pageHash: "'sha256-x'", search: { file: '', text: '' }, worker: '' }).find(({ file }) => file === 'hosting/onion.conf')!.text
  const headers = new Map([...text.matchAll(/^ {2}add_header ([A-Z][\w-]+) "([^"]+)" always;$/gm)].map(([, name, value]) => [name!.toLowerCase(), value!]))
  expect(scoreOf(headers)).toBe(80)
  expect(scoreOf(new Map(headers).set('strict-transport-security', 'max-age=63072000'))).toBe(130)
})

/**
 * `npm run bench:lighthouse -- [--out dist] [--language en] [--runs 5]`: Lighthouse's four marks, for a telephone, of the front page, a story,
 * the newest issue and the search of a built paper, in each of its languages, and what the first of them is made of: each the median of the
 * runs. Below 100 the findings follow. Ends with 1 when a mark is below 100.
 *
 * Lighthouse works out a telephone's times from what this machine needed, times four, and warns of machines whose index is below 1000: there
 * it is a slower telephone. On these the times are taken as often as makes the telephone that Lighthouse has in mind (a Moto G Power, index
 * 264 in the calibration of Chromium's own tools); the first run's mark, times four, is told beside the median.
 * Lighthouse is large and no part of the project: `npm install --no-save lighthouse` puts it beside the packages, or it stands on the PATH.
 */
import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { delimiter, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromiumPath } from '../tests/browser/browser.ts'
import { serve } from '../tests/browser/webServer.ts'

const mostAttempts = 3

interface Report {
  categories: Record<string, { title: string; score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { title: string; score: number | null; scoreDisplayMode: string; displayValue?: string; numericValue?: number }>
  environment: { benchmarkIndex: number }
}

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'dist' }, language: { type: 'string' }, runs: { type: 'string', default: '3' } },
})
const out = resolve(values.out)

async function pagesOf(language: string): Promise<string[]> {
  const issues = (await readdir(join(out, language))).filter((name) => /^\d+-\d+$/.test(name)).sort()
  const issue = issues.at(-1)
  if (issue === undefined) return [`${language}/`]
  const stories = (await readdir(join(out, language, issue), { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return [`${language}/`, `${language}/${issue}/${stories.sort()[0]!}/`, `${language}/${issue}/`, `${language}/search/`]
}

/** Undefined when there is no Lighthouse. On a busy machine a trace may be lost: it is tried again, a few times at most. */
async function measure(url: string, chromium: string, slowdown: number): Promise<Report | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await measureOnce(url, chromium, slowdown)
    } catch (error) {
      if (attempt === mostAttempts) throw error
    }
  }
}

async function measureOnce(url: string, chromium: string, slowdown: number): Promise<Report | undefined> {
  const program = process.platform === 'win32' ? 'lighthouse.cmd' : 'lighthouse'
  const path = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter)
  const child = spawn(program, [url, '--output=json', '--quiet', '--only-categories=performance,accessibility,best-practices,seo',
    `--throttling.cpuSlowdownMultiplier=${slowdown}`, '--chrome-flags=--headless=new --no-sandbox --disable-gpu'], {
    env: { ...process.env, PATH: path, CHROME_PATH: chromium }, stdio: ['ignore', 'pipe', 'inherit'],
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = await new Promise<number | undefined>((done, fail) => {
    child.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? done(undefined) : fail(error)))
    child.on('close', (code) => done(code ?? 1))
  })
  if (ended === undefined) return undefined
  if (ended !== 0) throw new Error(`Lighthouse ended with ${ended}.`)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Report
}

/** What Lighthouse makes the mark for performance of, in the words of this table. */
const parts = {
  'first-contentful-paint': 'first paint', 'largest-contentful-paint': 'largest paint', 'speed-index': 'speed index',
  'total-blocking-time': 'blocked', 'cumulative-layout-shift': 'shift',
} as const

/** How often Lighthouse takes a machine's times, below which index it warns of a machine, and the index of its telephone. */
const usualSlowdown = 4
const slowMachine = 1000
const telephone = 264

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

function slowdownOf(index: number): number {
  return index >= slowMachine ? usualSlowdown : Math.min(usualSlowdown, Math.max(1, index / telephone))
}

function tell(page: string, reports: Report[], first: { mark: number; slowdown: number }): boolean {
  const marks = Object.entries(reports[0]!.categories).map(([id, { title }]) => (
    { id, title, mark: Math.round(median(reports.map(({ categories }) => categories[id]!.score ?? 0)) * 100) }
  ))
  const figures = Object.entries(parts).map(([id, name]) => {
    const value = median(reports.map(({ audits }) => audits[id]!.numericValue ?? 0))
    return `${name} ${name === 'shift' ? value.toFixed(3) : `${(value / 1000).toFixed(2)} s`}`
  })
  console.log(`${page.padEnd(34)} ${marks.map(({ title, mark }) => `${title} ${mark}`).join('   ')}`)
  console.log(`    ${figures.join(', ')}`)
  const index = Math.round(median(reports.map(({ environment }) => environment.benchmarkIndex)))
  if (first.slowdown < usualSlowdown) {
    console.log(`    index of the machine ${index}: its times taken ${first.slowdown.toFixed(1)} times; taken ${usualSlowdown} times, Performance ${first.mark}`)
  }
  const wanting = marks.filter(({ mark }) => mark < 100)
  for (const { id, title } of wanting) {
    const { categories, audits } = reports.find(({ categories }) => (categories[id]!.score ?? 0) < 1)!
    for (const { id: audit } of categories[id]!.auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]!.score ?? 1) < 1)) {
      console.log(`    ${title}: ${audits[audit]!.title}${audits[audit]!.displayValue ? ` (${audits[audit]!.displayValue})` : ''}`)
    }
  }
  return wanting.length === 0
}

const chromium = await chromiumPath()
const languages = values.language === undefined
  ? (await readdir(out, { withFileTypes: true })).filter((entry) => entry.isDirectory() && /^[a-z]{2,3}$/.test(entry.name)).map(({ name }) => name)
  : [values.language]
const server = await serve(out)
try {
  for (const language of languages) {
    const hasFront = (await readdir(join(out, language))).includes('index.html')
    for (const page of hasFront ? await pagesOf(language) : []) {
      const first = await measure(server.home + page, chromium, usualSlowdown)
      if (first === undefined) {
        console.error('SKIPPED: Lighthouse is not installed, nothing was measured. To install it: npm install --no-save lighthouse')
        process.exit(0)
      }
      const slowdown = slowdownOf(first.environment.benchmarkIndex)
      const reports = slowdown === usualSlowdown ? [first] : []
      while (reports.length < Number(values.runs)) reports.push((await measure(server.home + page, chromium, slowdown))!)
      if (!tell(page, reports, { mark: Math.round((first.categories['performance']!.score ?? 0) * 100), slowdown })) process.exitCode = 1
    }
  }
} finally {
  await server.stop()
}

/**
 * `npm run bench:lighthouse -- [--out dist] [--language en]`: Lighthouse's four marks, for a telephone, of the front page, a story, the
 * newest issue and the search of a built paper, in each of its languages; below 100 the findings follow. Ends with 1 when a mark is below 100.
 * Lighthouse is large and no part of the project: `npm install --no-save lighthouse` puts it beside the packages, or it stands on the PATH.
 */
import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { delimiter, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromiumPath } from '../tests/browser/browser.ts'
import { serve } from '../tests/browser/webServer.ts'

interface Report {
  categories: Record<string, { title: string; score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { title: string; score: number | null; scoreDisplayMode: string; displayValue?: string }>
}

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' }, language: { type: 'string' } } })
const out = resolve(values.out)

async function pagesOf(language: string): Promise<string[]> {
  const issues = (await readdir(join(out, language))).filter((name) => /^\d+-\d+$/.test(name)).sort()
  const issue = issues.at(-1)
  if (issue === undefined) return [`${language}/`]
  const stories = (await readdir(join(out, language, issue), { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return [`${language}/`, `${language}/${issue}/${stories.sort()[0]!}/`, `${language}/${issue}/`, `${language}/search/`]
}

/** Undefined when there is no Lighthouse. */
async function measure(url: string, chromium: string): Promise<Report | undefined> {
  const program = process.platform === 'win32' ? 'lighthouse.cmd' : 'lighthouse'
  const path = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter)
  const child = spawn(program, [url, '--output=json', '--quiet', '--chrome-flags=--headless=new --no-sandbox --disable-gpu'], {
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

function tell(page: string, { categories, audits }: Report): boolean {
  const marks = Object.values(categories).map(({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`)
  console.log(`${page.padEnd(34)} ${marks.join('   ')}`)
  const wanting = Object.values(categories).filter(({ score }) => (score ?? 0) < 1)
  for (const { title, auditRefs } of wanting) {
    for (const { id } of auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]!.score ?? 1) < 1)) {
      console.log(`    ${title}: ${audits[id]!.title}${audits[id]!.displayValue ? ` (${audits[id]!.displayValue})` : ''}`)
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
      const report = await measure(server.home + page, chromium)
      if (report === undefined) {
        console.error('SKIPPED: Lighthouse is not installed, nothing was measured. To install it: npm install --no-save lighthouse')
        process.exit(0)
      }
      if (!tell(page, report)) process.exitCode = 1
    }
  }
} finally {
  await server.stop()
}

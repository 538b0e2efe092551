/**
 * Draws the pictures of the READMEs into docs/ from a paper that is already built: pages of the newest issue with pdftoppm
 * (of poppler), screens of the site with Chromium.
 * Usage: node scripts/readme-pictures.ts [--content content] [--out dist] [--only site|board]
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { translatorFor } from '../src/languages/translator.ts'
import { readNewsroom, type Newsroom } from '../src/newsroom/newsroom.ts'
import { picturesOf } from '../src/newsroom/picturesOf.ts'
import { openPictures } from '../src/pictures/pictures.ts'
import { layOutIssue, openPrintShop, renderPdf } from '../src/print/print.ts'
import { toPalettePng } from '../src/pictures/palettePng.ts'
import { renderTranslationPage } from '../src/translation/page.ts'
import { statusOf } from '../src/translation/translation.ts'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../tests/browser/browser.ts'

const run = promisify(execFile)
const docs = fileURLToPath(new URL('../docs/', import.meta.url))

/** Whoever opens the README, on whatever line, loads all of them. */
const largestBytes = 250_000
const palettes = [256, 16, 4] as const
/** Eight sheets must not weigh more than the rest of the project. */
const sheetPalettes = [16, 4] as const
const pixelsPerInch = 200

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' }, out: { type: 'string', default: 'dist' }, only: { type: 'string' } } })
try {
  await drawAll(resolve(values.content), resolve(values.out))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

async function drawAll(content: string, out: string): Promise<void> {
  const newsroom = readNewsroom(content).value
  const issue = newsroom?.issues[0]
  if (newsroom === undefined || issue === undefined) throw new Error(`There is no issue in ${content}.`)
  await mkdir(docs, { recursive: true })
  if (values.only === undefined) await drawPaper(newsroom, content, out)
  if (values.only !== 'board') await photographSite(newsroom, out)
  if (values.only !== 'site') await photographBoards(newsroom)
}

/** What is left to translate of the newest issue, as the report shows it in each language of the interface. */
async function photographBoards(newsroom: Newsroom): Promise<void> {
  const status = statusOf(newsroom, { issue: newsroom.issues[0]!.name }).value
  const folder = await mkdtemp(join(tmpdir(), 'boards-'))
  const browser = await openBrowser()
  try {
    for (const language of ['en', 'es']) {
      const file = join(folder, `${language}.html`)
      await writeFile(file, renderTranslationPage(status, translatorFor(language), language))
      await save(`board-${language}.png`, [await photograph(browser, pathToFileURL(file).href, { width: 1000, height: 760 })], 760)
    }
  } finally {
    await browser.close()
    await rm(folder, { recursive: true })
  }
}

async function drawPaper(newsroom: Newsroom, content: string, out: string): Promise<void> {
  const issue = newsroom.issues[0]!
  await drawPosters(newsroom, content, out)
  const english = await pressPdf(out, issue.name, 'en')
  const spanish = await pressPdf(out, issue.name, 'es')
  await save('page-en.png', [await drawPage(english, 1)], 1000)
  await save('page-es.png', [await drawPage(spanish, 1)], 1000)
  await save('spread.png', [await drawPage(english, 2), await drawPage(english, 3)], 800)
}

/** Two pictures for the pages about the site, and a sheet of its chief pages for every language, light and dark, wide and on a telephone. */
async function photographSite(newsroom: Newsroom, out: string): Promise<void> {
  const issue = newsroom.issues[0]!
  const lead = `${issue.name}/${issue.stories[0]!.slug}/index.html`
  const chief = ['index.html', lead, `${issue.name}/index.html`, 'archive/index.html', 'search/index.html']
  const phone = { width: 360, height: 720 }
  const wide = { width: 1440, height: 1080 }
  const browser = await openBrowser()
  const shot = (path: string, screen: Screen) => photograph(browser, pathToFileURL(join(out, path)).href, screen)
  try {
    await save('site-desktop.png', [await shot('en/index.html', { width: 1200, height: 900 })], 750)
    await save('site-phone.png', await inTurn(['es/index.html', `es/${lead}`], (path) => shot(path, { ...phone, density: 2 })), 720)
    for (const language of newsroom.paper.languages) {
      for (const scheme of ['light', 'dark'] as const) {
        const pages = chief.map((key) => `${language}/${key}`)
        await save(`site-${language}-${scheme}.png`, await inTurn(pages, (path) => shot(path, { ...wide, scheme })), 300, sheetPalettes)
        await save(`site-${language}-${scheme}-360.png`, await inTurn(pages, (path) => shot(path, { ...phone, scheme })), 520, sheetPalettes)
      }
    }
  } finally {
    await browser.close()
  }
}

async function inTurn<T, U>(list: T[], make: (each: T) => Promise<U>): Promise<U[]> {
  const made: U[] = []
  for (const each of list) made.push(await make(each))
  return made
}

/** The front pages in the other design than the built paper's usual one. */
async function drawPosters(newsroom: Newsroom, content: string, out: string): Promise<void> {
  const issue = newsroom.issues[0]!
  const pictures = (await openPictures(content, picturesOf(newsroom), `${out}.cache`)).value!
  const shop = openPrintShop({ ...newsroom.paper, design: 'poster' }, pictures)
  const folder = await mkdtemp(join(tmpdir(), 'posters-'))
  try {
    for (const language of ['en', 'es']) {
      const layout = layOutIssue(issue, language, shop).value!
      const file = join(folder, `${language}.pdf`)
      await writeFile(file, await renderPdf(layout, { title: issue.name, language, date: issue.date, colors: 'press', pixelsPerInch }, shop))
      await save(`poster-${language}.png`, [await drawPage(file, 1)], 1000)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function pressPdf(out: string, issue: string, language: string): Promise<string> {
  const folder = join(out, 'downloads', issue)
  const names = await readdir(folder).catch(() => [])
  const name = names.find((each) => each.endsWith(`-${issue}-${language}-press.pdf`))
  if (name === undefined) throw new Error(`${folder} holds no press PDF in the language ${language}. Build the paper first: npm run build`)
  return join(folder, name)
}

async function drawPage(pdf: string, page: number): Promise<Uint8Array> {
  try {
    const { stdout } = await run('pdftoppm', ['-png', '-r', String(pixelsPerInch), '-f', String(page), '-l', String(page), pdf],
      { encoding: 'buffer', maxBuffer: 2 ** 28 })
    return stdout
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error('pdftoppm is not installed: no picture was drawn. It comes with poppler (Debian: poppler-utils, macOS: brew install poppler).', { cause: error })
  }
}

interface Screen {
  width: number
  height: number
  density?: number
  scheme?: 'light' | 'dark'
}

async function photograph(browser: Browser, address: string, { width, height, density = 1, scheme = 'light' }: Screen): Promise<Uint8Array> {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: density, colorScheme: scheme })
  await page.goto(address, { waitUntil: 'networkidle' })
  const bytes = await page.screenshot()
  await page.close()
  return bytes
}

/** Writes docs/`name` in the most colours with which it is small enough. */
async function save(name: string, pictures: Uint8Array[], height: number, palette: readonly (256 | 16 | 4)[] = palettes): Promise<void> {
  for (const colors of palette) {
    const bytes = await toPalettePng(pictures, { height, gap: 12, colors })
    if (bytes.length > largestBytes && colors !== palette.at(-1)) continue
    await writeFile(join(docs, name), bytes)
    console.log(`docs/${name}  ${Math.round(bytes.length / 1000)} kB  ${colors} colours`)
    if (bytes.length > largestBytes) throw new Error(`docs/${name} is larger than ${largestBytes / 1000} kB: draw it smaller.`)
    return
  }
}

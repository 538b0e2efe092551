/**
 * `npm run bench:site -- [--issues 20]`: builds the site of a made-up archive (issues × 12 stories × 2 languages) three times: first,
 * with nothing changed, with one story changed. Each build is a process of its own, and tells its CPU seconds and its peak memory.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readNewsroom } from '../src/newsroom/newsroom.ts'
import { openPictures } from '../src/pictures/pictures.ts'
import { buildSite } from '../src/web/web.ts'

const words = 'strike harbor night shift paper workers street bread school kitchen train depot vote list morning rent stairs machine'.split(' ')
const storiesOfIssue = 12
const paragraphs = 10
const wordsOfParagraph = 70

/** A text that is the same for the same number: a linear congruential generator (Numerical Recipes' constants) chooses the words. */
function textOf(seed: number): string {
  let state = seed
  const next = (): string => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return words[state % words.length]!
  }
  const paragraph = (): string => `${Array.from({ length: wordsOfParagraph }, next).join(' ')}.`
  return Array.from({ length: paragraphs }, (_, index) => (index % 4 === 3 ? `## ${next()} ${next()}\n\n${paragraph()}` : paragraph())).join('\n\n')
}

function writeArchive(folder: string, issues: number): void {
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  write('paper.yaml', 'name: { en: Red Flag, es: Bandera Roja }\nlanguages: [en, es]\nsections: { struggle: { en: Struggle, es: Lucha } }\n')
  for (let issue = 0; issue < issues; issue++) {
    const [volume, number] = [Math.floor(issue / 12) + 1, (issue % 12) + 1]
    const name = `issues/${String(volume).padStart(2, '0')}-${String(number).padStart(2, '0')}`
    write(`${name}/issue.yaml`, `volume: ${volume}\nnumber: ${number}\ndate: ${1990 + volume}-${String(number).padStart(2, '0')}-01\n`)
    for (let story = 0; story < storiesOfIssue; story++) {
      const seed = issue * 100 + story
      const keys = `section: struggle\ntags: [${words[seed % words.length]!}]`
      write(`${name}/story-${story}/en.md`, `---\ntitle: Story ${seed}\n${keys}\n---\n\n${textOf(seed)}\n`)
      write(`${name}/story-${story}/es.md`, `---\ntitle: Historia ${seed}\nfrom: en\n---\n\n${textOf(seed + 1)}\n`)
    }
  }
}

/** One build, in a process of its own; its figures go to standard output. */
async function buildOnce(content: string, out: string, cacheFolder: string): Promise<void> {
  mkdirSync(out, { recursive: true })
  const newsroom = readNewsroom(content).value!
  const pictures = (await openPictures(content, [], cacheFolder)).value!
  const { pages } = await buildSite(newsroom, pictures, { outFolder: out, cacheFolder })
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  console.log(JSON.stringify({ pages, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMB: maxRSS / 1024 }))
}

function measure(name: string, room: string): void {
  const folders = ['content', 'out', 'cache'].map((each) => join(room, each))
  rmSync(folders[1]!, { recursive: true, force: true })
  const child = spawnSync(process.execPath, [import.meta.filename, '--build', ...folders], { encoding: 'utf8', maxBuffer: 1e8 })
  if (child.status !== 0) throw new Error(child.stderr)
  const { pages, cpuSeconds, peakMB } = JSON.parse(child.stdout) as { pages: number; cpuSeconds: number; peakMB: number }
  console.log(`${name.padEnd(18)} ${pages} pages  ${cpuSeconds.toFixed(1)} s CPU  ${(pages / cpuSeconds).toFixed(0)} pages/s  ${peakMB.toFixed(0)} MB`)
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { issues: { type: 'string', default: '20' }, build: { type: 'boolean' } } })
if (values.build) {
  const [content, out, cache] = positionals as [string, string, string]
  await buildOnce(content, out, cache)
} else {
  const room = mkdtempSync(join(tmpdir(), 'bench-site-'))
  try {
    writeArchive(join(room, 'content'), Number(values.issues))
    measure('first', room)
    measure('nothing changed', room)
    writeFileSync(join(room, 'content/issues/01-01/story-0/en.md'), `---\ntitle: Changed\n---\n\n${textOf(7)}\n`)
    measure('one story changed', room)
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

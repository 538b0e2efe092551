/** Papers that others wrote: each builds, or says at which line why not. They lie beside the project, and not everywhere. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { build } from '../../scripts/build.ts'
import { catalogue } from '../../src/diagnostics/catalogue.ts'
import { readPdf } from '../helpers/pdf.ts'
import { call } from '../scripts/process.ts'
import { warmCache } from '../web/warmCache.ts'
import { osgIssue } from './osg.ts'
import { filesOf, project, scratchPaper, type ScratchPaper } from './paper.ts'
import { missingFrom, piecesOf, printPaper, type Printed } from './printed.ts'

const shared = join(project, '..', 'shared')
const realPaper = join(shared, 'real-paper', 'content')
const corpus = join(shared, 'translation-corpus')

const rooms: ScratchPaper[] = []
afterAll(() => rooms.forEach((room) => room.remove()))

function room(files: Record<string, string>): ScratchPaper {
  const paper = scratchPaper(files)
  rooms.push(paper)
  return paper
}

/** A group of tests that needs a folder beside the project; where it is missing they are skipped, and it is said. */
function describeWith(folder: string): typeof describe | typeof describe.skip {
  if (existsSync(folder)) return describe
  process.stderr.write(`SKIPPED: there is no ../shared folder with this paper, so ${folder.split(/[\\/]/).slice(-2).join('/')} is not built.\n`)
  return describe.skip
}

describeWith(realPaper)('the real pamphlet', () => {
  test('builds, as pages, as a booklet and for the web', { timeout: 300_000 }, async () => {
    const { out } = room({})
    await warmCache(`${out}.cache`)
    const said = await call(build, ['--content', realPaper, '--out', out, '--format', 'json'])
    const { diagnostics } = JSON.parse(said.output) as { diagnostics: { severity: string; file: string; line: number }[] }
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(said).toMatchObject({ code: 0, errors: '' })
    const files = [...filesOf(out).keys()]
    expect(files.some((file) => /^downloads\/pamphlets\/mobilize-the-masses\/.*-en-booklet\.pdf$/.test(file))).toBe(true)
    expect(files).toContain('en/pamphlets/mobilize-the-masses/index.html')
  })
})

describeWith(corpus)('twelve essays as a bilingual issue of 24 pages', () => {
  let printed: Promise<Printed> | undefined
  const print = (): Promise<Printed> => {
    const paper = room(osgIssue(corpus))
    printed ??= printPaper(paper.content, join(paper.room, 'cache'))
    return printed
  }

  test('are all read, in both languages', async () => {
    const { newsroom } = await print()
    expect(newsroom.issues[0]!.stories).toHaveLength(12)
    for (const story of newsroom.issues[0]!.stories) {
      expect([...story.articles.keys()].sort()).toEqual(['en', 'es'])
      for (const article of story.articles.values()) expect(piecesOf(article).length).toBeGreaterThan(20)
    }
  }, 300_000)

  test('have every problem told with its file and line', async () => {
    const { diagnostics, proofs } = await print()
    expect(diagnostics.length).toBeGreaterThan(100)
    const vague = diagnostics.filter(({ id, place }) => catalogue[id] === 'error' && !(place.start && /^issues\/01-01\/.*\.(md|yaml)$/.test(place.file)))
    expect(vague).toEqual([])
    // A letter that no face has is told where its paragraph stands on a page.
    const whole = proofs.filter(({ layout }) => !layout.overset.some(({ story }) => story === 'building-community'))
    expect(whole.length).toBeGreaterThan(0)
    for (const { job } of whole) {
      expect(diagnostics.map(({ id, place }) => `${id} ${place.file}`)).toContain(`print/missing-letter issues/01-01/building-community/${job.language}.md`)
    }
  }, 300_000)

  test('lie on 24 pages in both languages, every paragraph whole, or are overset at a line', async () => {
    const { newsroom, pdfs, proofs } = await print()
    for (const { job, layout } of proofs) {
      expect(layout.pages).toHaveLength(24)
      const pdf = [...pdfs.values()].find(({ language }) => language === job.language)!
      const text = (await readPdf(pdf.bytes)).pages.map((page) => page.text).join('\n')
      const left = new Set(layout.overset.map(({ story }) => story))
      for (const { place, words } of layout.overset) expect({ line: place.start?.line, words }).toEqual({ line: expect.any(Number), words: expect.any(Number) })
      const placed = newsroom.issues[0]!.stories.filter(({ slug }) => !left.has(slug))
      expect(placed.length).toBeGreaterThan(6)
      for (const { slug, articles } of placed) {
        expect({ slug, missing: missingFrom(text, piecesOf(articles.get(job.language)!)) }).toEqual({ slug, missing: [] })
      }
    }
  }, 300_000)

  test('are not built as they are: the command says why, and leaves the output as it was', async () => {
    const paper = room(osgIssue(corpus))
    const said = await call(build, ['--content', paper.content, '--out', paper.out])
    expect(said.code).toBe(1)
    expect(said.output).toMatch(/issues\/01-01\/[a-z-]+\/e[ns]\.md:\d+:\d+ {2}error/)
    expect(existsSync(paper.out)).toBe(false)
  }, 120_000)
})

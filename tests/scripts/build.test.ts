import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../scripts/build.ts'
import { filesOf, photo, project, secrets, scratchPaper, smallPaperWith, withSecrets, type ScratchPaper } from '../papers/paper.ts'
import { unpacked } from '../papers/printed.ts'
import { warmCache } from '../web/warmCache.ts'
import { call, type Said } from './process.ts'

const rooms: ScratchPaper[] = []
afterAll(() => rooms.forEach((room) => room.remove()))

async function paperWith(changes: Parameters<typeof smallPaperWith>[0] = {}): Promise<ScratchPaper> {
  const paper = await smallPaperWith(changes)
  rooms.push(paper)
  return paper
}

function run(paper: ScratchPaper, ...more: string[]): Promise<Said> {
  return call(build, ['--content', paper.content, '--out', paper.out, ...more])
}

/** An output folder of an earlier day. */
function oldOutput(paper: ScratchPaper): Map<string, Buffer> {
  mkdirSync(join(paper.out, 'en'), { recursive: true })
  writeFileSync(join(paper.out, 'index.html'), 'yesterday')
  writeFileSync(join(paper.out, 'en', 'left-over.html'), 'yesterday')
  return filesOf(paper.out)
}

describe('a paper without faults', () => {
  let paper: ScratchPaper
  let said: Said
  let files: Map<string, Buffer>
  let before: string

  const status = (): string => execFileSync('git', ['status', '--porcelain'], { cwd: project, encoding: 'utf8' })

  beforeAll(async () => {
    before = status()
    paper = await paperWith({ 'issues/17-01/strike/crane.jpg': withSecrets(await photo()) })
    oldOutput(paper)
    await warmCache(`${paper.out}.cache`)
    said = await run(paper)
    files = filesOf(paper.out)
  }, 300_000)

  test('is built: exit 0, and a closing line says what was made', () => {
    expect(said.code).toBe(0)
    expect(said.output).toMatch(/\d+ web pages?, \d+ PDFs/)
  })

  test('has everything of the contract in its output', () => {
    const names = [...files.keys()]
    expect(names).toEqual(expect.arrayContaining([
      'index.html', 'en/index.html', 'es/index.html', 'en/17-01/index.html', 'es/17-01/strike/index.html', 'es/archive/index.html',
      'en/rss.xml', 'es/rss.xml', 'en/feed.json', 'es/feed.json',
      'downloads/17-01/red-flag-17-01-en-press.pdf', 'downloads/17-01/bandera-roja-17-01-es-press.pdf', 'downloads/17-01/SHA256SUMS',
      'downloads/pamphlets/circle/red-flag-circle-en-booklet.pdf', 'downloads/leaflets/rent/red-flag-rent-en-leaflet.pdf',
      'downloads/17-01/strike/red-flag-strike-en-flyer.pdf', 'downloads/17-01/strike/bandera-roja-strike-es-flyer.pdf',
    ]))
  })

  test('leads from a story to its flyer', () => {
    expect(files.get('es/17-01/strike/index.html')!.toString()).toContain('../../../downloads/17-01/strike/bandera-roja-strike-es-flyer.pdf')
  })

  test('replaces what was there before', () => {
    expect([...files.keys()]).not.toContain('en/left-over.html')
    expect(files.get('index.html')!.toString()).not.toContain('yesterday')
  })

  test('leaves no half-made folder beside its output, and the project as it was', () => {
    const beside = [...filesOf(paper.room).keys()].map((name) => name.split('/')[0])
    expect([...new Set(beside)].sort()).toEqual(['content', 'out', 'out.cache'])
    expect(status()).toBe(before)
  })

  test('is silent about its progress in a pipe', () => {
    expect(said.errors).toBe('')
    expect(said.output).not.toContain('\r')
  })

  test('has checksums that are right', () => {
    const sums = files.get('downloads/17-01/SHA256SUMS')!.toString().trim().split('\n')
    expect(sums.length).toBeGreaterThanOrEqual(2)
    for (const line of sums) expect(line).toMatch(/^[0-9a-f]{64} {2}[a-z0-9-]+\.(pdf|png|webp|epub)$/)
    const check = execFileSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: join(paper.out, 'downloads/17-01'), encoding: 'utf8' })
    expect(check.match(/: OK/g)).toHaveLength(sums.length)
  })

  test('stands while nothing changes: the next build says the same and touches nothing', async () => {
    const before = statSync(paper.out).ino
    const again = await run(paper)
    expect(again.code).toBe(0)
    expect(again.output).toContain('Nothing has changed since the last build.')
    expect(again.output).toContain(/\d+ web pages?, \d+ PDFs/.exec(said.output)![0])
    expect(statSync(paper.out).ino).toBe(before)
    expect(filesOf(paper.out)).toEqual(files)
  })

  test('is built again, with the same bytes, when its output was touched', { timeout: 300_000 }, async () => {
    writeFileSync(join(paper.out, 'en', 'index.html'), 'by hand')
    const again = await run(paper)
    expect(again.output).not.toContain('Nothing has changed')
    expect(filesOf(paper.out)).toEqual(files)
  })

  test('carries no mark of a camera, a folder or a person', () => {
    const marks = [...secrets, paper.room, ...homedir().length > 5 ? [homedir()] : []]
    const found = [...files].flatMap(([name, bytes]) => {
      const all = name.endsWith('.pdf') ? unpacked(bytes) : bytes.toString('latin1')
      return marks.filter((mark) => all.includes(mark)).map((mark) => `${name}: ${mark}`)
    })
    expect(found).toEqual([])
    // The marks were there to be found.
    expect(filesOf(paper.content).get('issues/17-01/strike/crane.jpg')!.toString('latin1')).toContain(secrets[0])
  })
})

describe('copy that must be mended', () => {
  const broken = '---\ntitle: The hour\n---\n\n<script>alert(1)</script>\n\nText.\n'

  test('ends with 1 and leaves an output of before as it was, byte for byte', async () => {
    const paper = await paperWith({ 'issues/17-01/letter/es.md': broken })
    const old = oldOutput(paper)
    const said = await run(paper)
    expect(said.code).toBe(1)
    expect(said.output).toContain('issues/17-01/letter/es.md:5:1  error')
    expect(said.output).toContain('[html/dangerous]')
    expect(filesOf(paper.out)).toEqual(old)
  })

  test('makes no output where there was none', async () => {
    const paper = await paperWith({ 'issues/17-01/letter/es.md': broken })
    const said = await run(paper, '--language', 'es')
    expect(said.code).toBe(1)
    expect(said.output).toContain('Qué hacer:')
    expect(existsSync(paper.out)).toBe(false)
  })

  test('is told as one JSON document', async () => {
    const paper = await paperWith({ 'issues/17-01/letter/es.md': broken })
    const said = await run(paper, '--format', 'json')
    const document = JSON.parse(said.output) as { diagnostics: { id: string; line: number }[]; summary: { errors: number } }
    expect(document.diagnostics).toContainEqual(expect.objectContaining({ id: 'html/dangerous', line: 5 }))
    expect(document.summary.errors).toBeGreaterThan(0)
  })

  test('may be a picture that is no picture', async () => {
    const paper = await paperWith({ 'issues/17-01/strike/crane.jpg': 'not a picture' })
    const said = await run(paper)
    expect(said.code).toBe(1)
    expect(said.output).toContain('crane.jpg')
    expect(existsSync(paper.out)).toBe(false)
  })
})

describe('a file that a printer would send back', () => {
  test('is made and told with its fix, and the build ends with 1', { timeout: 120_000 }, async () => {
    const paper = scratchPaper({
      'paper.yaml': 'name: Red Flag\nlanguages: [en]\nprinter: ours\n',
      'printers/ours.yaml': 'trim: { width: 289 mm, height: 380 mm }\nmargin: 13 mm\nstandard: PDF/X-4\n',
      'issues/17-01/issue.yaml': 'volume: 17\nnumber: 1\ndate: 2026-11-15\nproducts: [press]\n',
      'issues/17-01/strike/en.md': '---\ntitle: Eleven days\n---\n\nBefore dawn the gate was shut, and nobody had slept.\n',
    })
    rooms.push(paper)
    await warmCache(`${paper.out}.cache`)
    const said = await run(paper)
    expect(said.code).toBe(1)
    expect(said.output).toContain(`${paper.out}/downloads/17-01/red-flag-17-01-en-press.pdf  error`)
    expect(said.output).toContain('--profile FILE')
    expect([...filesOf(join(paper.out, 'downloads/17-01')).keys()].filter((file) => file.endsWith('.pdf') || file.endsWith('.png'))).toEqual(['red-flag-17-01-en-press.pdf'])
  })
})

describe('a wrong call', () => {
  test('of an unknown option ends with 1 and names the likely one, in English or Spanish', async () => {
    const paper = await paperWith()
    const english = await run(paper, '--contnet', 'x')
    expect(english.code).toBe(1)
    expect(english.output + english.errors).toContain('--content')
    const spanish = await call(build, ['--contnet', 'x'], { environment: { LANG: 'es_MX.UTF-8' } })
    expect(spanish.code).toBe(1)
    expect(spanish.output + spanish.errors).not.toBe(english.output + english.errors)
    expect(spanish.output + spanish.errors).toMatch(/opción/)
  })

  test('of a content folder that is not there ends with 1 and names it', async () => {
    const paper = await paperWith()
    const said = await call(build, ['--content', join(paper.room, 'nowhere'), '--out', paper.out])
    expect(said.code).toBe(1)
    expect(said.output + said.errors).toContain('nowhere')
    expect(existsSync(paper.out)).toBe(false)
  })
})

describe('what stands in the way', () => {
  test('of the folder beside the output is named with 1, and the output is left as it was', { timeout: 120_000 }, async () => {
    const paper = await paperWith()
    const old = oldOutput(paper)
    writeFileSync(`${paper.out}.cache`, 'in the way')
    const said = await run(paper)
    expect(said.code).toBe(1)
    expect(said.errors).toContain(`${paper.out}.cache`)
    expect(filesOf(paper.out)).toEqual(old)
  })
})

/** The sample paper: every word of it on paper, in both languages, and nothing else. */
import { cpSync, existsSync, readdirSync } from 'node:fs'
import { homedir, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../src/diagnostics/catalogue.ts'
import { ask, readPdf, testWith, type ReadPdf } from './helpers/pdf.ts'
import { copyOf, plantSecrets, project, secrets, type ScratchPaper } from './papers/paper.ts'
import { lettersOf, missingFrom, piecesOf, printPaper, unpacked, type CopyPiece, type Printed } from './papers/printed.ts'

const content = join(project, 'content')
const languages = ['en', 'es']

let copy: ScratchPaper
let printed: Printed
/** The same paper from another folder, its pictures full of a camera's and a person's marks. */
let again: Printed
const read = new Map<string, ReadPdf>()

beforeAll(async () => {
  copy = copyOf(content)
  printed = await printPaper(content, keptPictures(join(copy.room, 'cache')))
  expect(plantSecrets(copy.content)).toBeGreaterThan(10)
  again = await printPaper(copy.content, join(copy.room, 'cache-of-copy'))
  for (const [file, { bytes }] of printed.pdfs) read.set(file, await readPdf(bytes))
}, 600_000)
afterAll(() => copy.remove())

/** A cache with the pictures that the last `npm run build` kept, where there was one. The second printing begins with nothing, and both must be the same. */
function keptPictures(cache: string): string {
  const kept = join(project, 'dist.cache')
  for (const name of existsSync(kept) ? readdirSync(kept).filter((each) => each.startsWith('pictures-')) : []) cpSync(join(kept, name), join(cache, name), { recursive: true })
  return cache
}

function fileOf(of: string, language: string, product: string): string {
  return [...printed.pdfs.values()].find((pdf) => pdf.of === of && pdf.language === language && pdf.product === product)!.file
}

/** The text of a PDF as pdf.js gives it, in the order in which it is drawn. */
function textOf(file: string): string {
  return read.get(file)!.pages.map((page) => page.text).join('\n')
}

/** Whether a paragraph runs over the foot of a page of a pamphlet, where a pull quote or a running head may stand between its halves. */
function turnsPage(file: string, runningHead: string, { parts }: CopyPiece): boolean {
  const letters = parts.join('')
  const pages = read.get(file)!.pages.map(({ text }, index) => lettersOf(text.split('\n')
    .filter((line) => ![`${index + 1}`, runningHead, `${index + 1}${runningHead}`, `${index + 1} ${runningHead}`].includes(line.trim())).join('\n')))
  return pages.some((page, index) => Array.from(letters, (_, at) => at).some((at) => at > 0
    && pages[index + 1]?.startsWith(letters.slice(at)) && page.includes(letters.slice(0, at))))
}

function pamphletPages(language: string): number {
  return [...printed.pdfs.values()].find((pdf) => pdf.product === 'pages' && pdf.language === language)!.pages
}

function articlesOf(of: string, language: string) {
  return printed.newsroom.issues.find((issue) => issue.name === of)!.stories.flatMap((story) => story.articles.get(language) ?? [])
}

describe('the sample paper', () => {
  test('has nothing that keeps it from being published', () => {
    expect(printed.diagnostics.filter(({ id }) => catalogue[id] === 'error')).toEqual([])
  })

  test('makes an eight-page issue and a four-page one in both languages, a leaflet of one page in twelve, a booklet of whole sheets', () => {
    const pages = [...printed.pdfs.values()].map((pdf) => `${pdf.of} ${pdf.language} ${pdf.product} ${pdf.pages}`)
    for (const language of languages) {
      expect(pages).toContain(`17-01 ${language} press 8`)
      expect(pages).toContain(`16-12 ${language} press 4`)
    }
    for (const language of ['ar', 'bn', 'de', 'el', 'en', 'es', 'fa', 'fr', 'hi', 'it', 'pt', 'ru']) {
      expect(pages).toContain(`leaflets/heat-at-work ${language} leaflet 1`)
    }
    for (const { layout } of printed.proofs.filter(({ job }) => job.kind === 'pamphlet')) expect(layout.pages.length % 4).toBe(0)
  })

  test.each(['17-01', '16-12'])('leaves no line of issue %s over', (of) => {
    for (const proof of printed.proofs.filter(({ job }) => job.of === of)) {
      expect(proof.layout.overset).toEqual([])
      expect(articlesOf(of, proof.job.language).length).toBeGreaterThan(2)
    }
  })

  test.each([['17-01', 'en'], ['17-01', 'es'], ['16-12', 'en'], ['16-12', 'es']])('prints every paragraph of %s in %s whole and in order', (of, language) => {
    const text = textOf(fileOf(of, language, 'press'))
    for (const article of articlesOf(of, language)) expect({ story: article.story, missing: missingFrom(text, piecesOf(article)) }).toEqual({ story: article.story, missing: [] })
  })

  test.each(languages)('prints every paragraph of the pamphlet and the leaflet in %s', (language) => {
    const [pamphlet] = printed.newsroom.pamphlets
    const [leaflet] = printed.newsroom.leaflets
    const article = pamphlet!.articles.get(language)!
    const file = fileOf(pamphlet!.folder, language, 'pages')
    const onOnePage = piecesOf(article).filter((piece) => !turnsPage(file, article.jumpHead ?? article.title, piece))
    expect(missingFrom(textOf(file), onOnePage)).toEqual([])
    expect(onOnePage.length).toBeGreaterThan(piecesOf(article).length - pamphletPages(language))
    expect(missingFrom(textOf(fileOf(leaflet!.folder, language, 'leaflet')), piecesOf(leaflet!.articles.get(language)!))).toEqual([])
  })

  test('says where each jumping story continues, on pages that hold it', () => {
    for (const { job, layout } of printed.proofs) {
      const file = job.kind === 'issue' ? fileOf(job.of, job.language, 'press') : undefined
      for (const { from, to } of layout.jumps) {
        const { pages } = read.get(file!)!
        expect(pages[from - 1]!.text).toContain(job.language === 'es' ? `página ${to}` : `page ${to}`)
        expect(pages[to - 1]!.text).toContain(job.language === 'es' ? `página ${from}` : `page ${from}`)
      }
    }
  })

  test('tells in its PDFs title, language and date, and no more', () => {
    const told = new Set(['PDFFormatVersion', 'Language', 'Title', 'CreationDate', 'ModDate', 'Trapped', 'GTS_PDFXVersion', 'EncryptFilterName', 'Custom'])
    for (const [file, { info }] of read) {
      const { language } = printed.pdfs.get(file)!
      expect(info['Language']).toBe(language)
      expect(String(info['Title']).length).toBeGreaterThan(5)
      const more = Object.entries(info).filter(([key, value]) => !told.has(key) && !key.startsWith('Is') && value !== null)
      expect({ file, more }).toEqual({ file, more: [] })
    }
  })

  test('is the same, byte for byte, from another folder and from pictures with metadata', () => {
    expect([...again.pdfs.keys()]).toEqual([...printed.pdfs.keys()])
    const differing = [...printed.pdfs].filter(([file, { bytes }]) => !Buffer.from(bytes).equals(again.pdfs.get(file)!.bytes)).map(([file]) => file)
    expect(differing).toEqual([])
  })

  test('carries nothing of a camera, a computer or a person', () => {
    const { username } = userInfo()
    const marks = [...secrets, homedir(), project, copy.room, tmpdir(), ...username.length > 4 ? [username] : []]
      .filter((mark) => mark.length > 3 && mark !== '/root')
    for (const [file, { bytes }] of again.pdfs) {
      const all = unpacked(bytes)
      expect({ file, found: marks.filter((mark) => all.includes(mark)) }).toEqual({ file, found: [] })
    }
  })
})

describe('read by poppler', () => {
  testWith('pdftotext').each([['17-01', 'en'], ['17-01', 'es'], ['16-12', 'en'], ['16-12', 'es']])('every paragraph of %s in %s is whole and in order', (of, language) => {
    const { bytes } = printed.pdfs.get(fileOf(of, language, 'press'))!
    const text = ask('pdftotext', ['-raw', 'FILE', '-'], bytes)
    for (const article of articlesOf(of, language)) expect({ story: article.story, missing: missingFrom(text, piecesOf(article)) }).toEqual({ story: article.story, missing: [] })
  })

  testWith('pdftotext').each(languages)('nearly every paragraph in %s is whole even where columns are guessed from the page', (language) => {
    const { bytes } = printed.pdfs.get(fileOf('17-01', language, 'press'))!
    const text = ask('pdftotext', ['FILE', '-'], bytes)
    const pieces = articlesOf('17-01', language).flatMap(piecesOf).map((piece) => ({ ...piece, inOrder: false }))
    const missing = missingFrom(text, pieces)
    expect({ few: missing.length < pieces.length * 0.12, missing: missing.length, of: pieces.length }).toMatchObject({ few: true })
  })

  testWith('pdffonts')('all fonts are embedded as subsets', () => {
    for (const { file, bytes } of printed.pdfs.values()) {
      const fonts = ask('pdffonts', ['FILE'], bytes).trim().split('\n').slice(2).map((line) => line.trim().split(/\s+/))
      expect(fonts.length).toBeGreaterThan(1)
      for (const words of fonts) expect({ file, name: words[0], embedded: words.at(-5), subset: words.at(-4) }).toMatchObject({ embedded: 'yes', subset: 'yes' })
    }
  })
})

describe('content', () => {
  test('holds pictures at photo size, with their words', () => {
    expect(existsSync(join(content, 'issues/17-01/harbor-strike/cranes.jpg'))).toBe(true)
    for (const article of printed.newsroom.issues.flatMap((issue) => issue.stories.flatMap((story) => [...story.articles.values()]))) {
      if (article.picture) expect(article.picture.alt.length).toBeGreaterThan(20)
    }
  })
})

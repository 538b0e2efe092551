/** What an earlier build printed is taken over as long as nothing that it depends on changed, and never longer. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../scripts/commandLine.ts'
import { swapIn } from '../../scripts/output.ts'
import { makePdfs, type Printed } from '../../scripts/printedFiles.ts'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { picturesOf } from '../../src/newsroom/picturesOf.ts'
import { openPictures } from '../../src/pictures/pictures.ts'
import { passGates } from '../../src/translation/gates.ts'
import { filesOf, photo, smallPaperWith, type ScratchPaper } from '../papers/paper.ts'
import { call } from './process.ts'

let paper: ScratchPaper
let printed: Printed

const printAll: Command = {
  name: 'build',
  options: {},
  run: async (called) => {
    const newsroom = readNewsroom(called.content, `${called.out}.cache`).value!
    const pictures = await openPictures(resolve(called.content), picturesOf(newsroom), `${called.out}.cache`)
    printed = await swapIn(called.out, (folder) => makePdfs(called, newsroom, passGates(newsroom), pictures.value!, folder))
    return true
  },
}

/** Prints once more, and tells which files were made anew: those that are another file on the disk. */
async function printAgain(): Promise<string[]> {
  const numberOf = (name: string) => statSync(join(paper.out, name)).ino
  const before = new Map([...filesOf(paper.out).keys()].map((name) => [name, numberOf(name)]))
  const told = filesOfDownloads()
  await call(printAll, ['--content', paper.content, '--out', paper.out])
  expect(filesOfDownloads()).toEqual(told)
  return [...filesOf(paper.out).keys()].filter((name) => numberOf(name) !== before.get(name)).map((name) => name.replace(/^downloads\//, '')).sort()
}

/** What is offered to readers: taken over or made, it is the same. */
function filesOfDownloads(): string[] {
  return printed.downloads.map(({ file, product, language }) => `${file} ${product} ${language}`)
}

function edit(file: string, words: string | Uint8Array): void {
  mkdirSync(dirname(join(paper.content, file)), { recursive: true })
  writeFileSync(join(paper.content, file), words)
}

function change(file: string, from: string, to: string): void {
  const text = readFileSync(join(paper.content, file), 'utf8')
  expect(text).toContain(from)
  edit(file, text.replace(from, to))
}

const edition = ['17-01/bandera-roja-17-01-es-press.pdf', '17-01/red-flag-17-01-en-press.pdf']
const flyers = ['17-01/strike/bandera-roja-strike-es-flyer.pdf', '17-01/strike/red-flag-strike-en-flyer.pdf']

beforeAll(async () => {
  paper = await smallPaperWith({ 'issues/17-01/strike/crane.jpg': await photo() })
  change('paper.yaml', 'languages:', 'products: [press, flyer]\nlanguages:')
  await call(printAll, ['--content', paper.content, '--out', paper.out])
}, 120_000)
afterAll(() => paper.remove())

test('nothing is printed again when nothing changed', async () => {
  expect([...filesOf(paper.out).keys()]).toEqual(expect.arrayContaining([...edition, ...flyers].map((name) => `downloads/${name}`)))
  expect(await printAgain()).toEqual([])
})

test('a word of a story prints its issue again, in both languages, and its flyers; no other story', async () => {
  change('issues/17-01/strike/es.md', 'title:', 'deck: Una línea más\ntitle:')
  expect(await printAgain()).toEqual([...edition, ...flyers].sort())
})

test('a wish of the editor prints the issue again, and no flyer', async () => {
  change('issues/17-01/issue.yaml', 'date:', 'until: 2026-12-05\ndate:')
  expect(await printAgain()).toEqual(edition)
})

test('another picture of the same name counts', async () => {
  edit('issues/17-01/strike/crane.jpg', await photo(1300, 700))
  expect(await printAgain()).toEqual([...edition, ...flyers].sort())
})

test('a file that somebody opened and saved is made again, and so is what was printed with it', async () => {
  const file = join(paper.out, 'downloads', edition[0]!)
  const bytes = readFileSync(file)
  // Another file under its name: what is written into a file that was taken over would change the earlier one too.
  rmSync(file)
  writeFileSync(file, bytes.with(bytes.length >> 1, bytes[bytes.length >> 1]! ^ 1))
  expect(await printAgain()).toEqual(edition)
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test('a record that is cut off counts as none', async () => {
  const all = [...filesOf(paper.out).keys()].map((name) => name.replace(/^downloads\//, '')).sort()
  for (const record of ['printed.json', 'printed-found.json']) {
    const file = join(`${paper.out}.cache`, record)
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -9))
    expect(await printAgain()).toEqual(all)
  }
})

test('the paper\'s own facts are on every page', async () => {
  const all = [...filesOf(paper.out).keys()].map((name) => name.replace(/^downloads\//, '')).sort()
  change('paper.yaml', 'languages:', 'publisher: The printers\nlanguages:')
  expect(await printAgain()).toEqual(all)
})

test('after all these edits the files are those of a clean build', async () => {
  const files = filesOf(paper.out)
  const told = printed
  for (const folder of [paper.out, `${paper.out}.cache`]) rmSync(folder, { recursive: true })
  await call(printAll, ['--content', paper.content, '--out', paper.out])
  expect(filesOf(paper.out)).toEqual(files)
  expect(printed).toEqual(told)
})

/**
 * Measures the translation status on real pages with a known history and prints the figures, for each half of the pages and for all.
 * Then it makes up a paper of ten thousand files and measures the board over it.
 * Usage: node scripts/bench-translation.ts [--corpus DIR] [--files 10000], with 0 files for none
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gradeOf } from '../src/translation/grade.ts'
import { readPages, type Page } from './bench-translation/corpus.ts'
import { measureLargePaper } from './bench-translation/largePaper.ts'
import {
  measureAlignment, measureChecks, measureErrors, measureFiles, measureFlags, measureLeftovers, measureParagraphs, measureRefusals, type Score,
} from './bench-translation/measures.ts'

const { values } = parseArgs({
  options: { corpus: { type: 'string', default: '../shared/translation-corpus' }, files: { type: 'string', default: '10000' } },
})
if (existsSync(values.corpus)) {
  const pages = readPages(values.corpus)
  const halves = { 'even half': pages.filter((_, at) => at % 2 === 0), 'odd half': pages.filter((_, at) => at % 2 === 1), all: pages }
  console.table(Object.entries(halves).flatMap(([half, list]) => rowsOf(half, list)))
  console.table(gradeRows(values.corpus))
  console.table(measureChecks(pages))
} else {
  console.log(`There is no corpus in ${values.corpus}.`)
}

if (Number(values.files) > 0) {
  console.log('Goal: 1.5 CPU seconds each with nothing and with one file changed, 300 MB.')
  console.table(measureLargePaper(Number(values.files)))
}

function rowsOf(half: string, pages: Page[]) {
  return [
    row(half, 'changed paragraphs, with a record', '98 / 98', measureParagraphs(pages)),
    row(half, 'stale files, from two snapshots', '88 / 95', measureFiles(pages)),
    row(half, 'links where structures differ', '99 / 99.5', measureAlignment(pages)),
    row(half, 'pairs refused', '0', measureRefusals(pages)),
    row(half, 'good paragraphs flagged by default', '≤ 2', measureFlags(pages)),
    row(half, 'good paragraphs flagged as errors', '≤ 0.3', measureErrors(pages)),
    row(half, 'untranslated paragraphs; good ones let pass', '99.97 / 99.96', measureLeftovers(pages)),
  ]
}

/** Labelled changes: content found, and how many of those called content are. */
function gradeRows(corpus: string) {
  interface Labelled { id: number; old: string; new: string; label: string }
  const labelled = JSON.parse(readFileSync(join(corpus, 'labels', 'copyedit-vs-content.json'), 'utf8')) as Labelled[]
  const halves: [string, Labelled[]][] = [
    ['even half', labelled.filter(({ id }) => id % 2 === 0)], ['odd half', labelled.filter(({ id }) => id % 2 === 1)], ['all', labelled],
  ]
  return halves.map(([half, list]) => {
    const isContent = (each: Labelled): boolean => gradeOf({ text: each.old, refs: [] }, { text: each.new, refs: [] }) === 'content'
    const truth = list.filter(({ label }) => label === 'content')
    const called = list.filter(isContent)
    const both = truth.filter(isContent).length
    return row(half, 'content told from copy-edit', '92 / 90', { found: both, of: truth.length, right: both, called: called.length })
  })
}

function row(half: string, what: string, goal: string, { found, of, right, called }: Score) {
  const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`)
  return { half, what, goal, found: `${found}/${of}`, 'found %': percent(found, of), right: called === 0 ? '–' : `${right}/${called}`, 'right %': percent(right, called) }
}

/** The lines of a finished PDF of one column, whoever made it, from the boxes of its words as poppler finds them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type } from './copy.ts'

/** A line as it is on paper. Lengths in points. */
export interface SetLine {
  page: number
  text: string
  /** White between its words, in order. */
  gaps: number[]
  width: number
  opensParagraph: boolean
  endsParagraph: boolean
}

export function readLines(pdf: Uint8Array): SetLine[] {
  const lines = linesOf(wordsOf(pdf))
  const opens = lines.map((line) => line[0]!.left > type.margin + type.indent / 2)
  return lines.map((words, k): SetLine => ({
    page: words[0]!.page,
    text: words.map(({ text }) => text).join(' '),
    gaps: words.slice(1).map((word, n) => word.left - words[n]!.right),
    width: words.at(-1)!.right - type.margin,
    opensParagraph: opens[k]!,
    endsParagraph: opens[k + 1] ?? true,
  }))
}

interface Word {
  page: number
  text: string
  left: number
  right: number
  top: number
}

function wordsOf(pdf: Uint8Array): Word[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-type-'))
  const file = join(folder, 'job.pdf')
  writeFileSync(file, pdf)
  const { stdout, status, error } = spawnSync('pdftotext', ['-bbox', file, '-'], { maxBuffer: 1 << 28, encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  if (status !== 0) throw new Error(`pdftotext (poppler-utils) is needed to measure: ${error?.message ?? ''}`)
  const words: Word[] = []
  let page = 0
  for (const [tag, left, top, right, text] of stdout.matchAll(/<page |<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)"[^>]*>([^<]*)</g)) {
    if (tag === '<page ') page++
    else words.push({ page, text: text!, left: Number(left), right: Number(right), top: Number(top) })
  }
  return words
}

function linesOf(words: Word[]): Word[][] {
  const lines: Word[][] = []
  for (const word of words) {
    const line = lines.at(-1)
    if (line && line[0]!.page === word.page && Math.abs(line[0]!.top - word.top) < type.leading / 2) line.push(word)
    else lines.push([word])
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left))
}

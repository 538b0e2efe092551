/**
 * Sets 10,000 words in each language at three measures and prints how even the type is.
 * Usage: node scripts/bench-type.ts [--content DIR]
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import matter from 'gray-matter'
import { openFonts } from '../src/print/pdf/fonts.ts'
import type { Line, Measurer } from '../src/print/type/line.ts'
import type { TextStyle } from '../src/print/stylebook/textStyle.ts'
import type { Paragraph } from '../src/print/flow/paragraph.ts'
import { setParagraph } from '../src/print/type/type.ts'

const words = 10_000
const measures = [120, 168, 234]
const style: TextStyle = { face: 'text', size: 9.7, ink: 'black' }

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } })
const fonts = openFonts()
const rows = ['en', 'es'].flatMap((language) => {
  const paragraphs = readParagraphs(values.content, language)
  if (paragraphs.length === 0) throw new Error(`No ${language}.md in ${values.content}.`)
  return measures.map((measure) => benchmark(language, paragraphs, measure, fonts))
})
console.table(rows)

/** Plain paragraphs of every story in the language, repeated until there are enough words. */
function readParagraphs(folder: string, language: string): Paragraph[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => basename(file) === `${language}.md`)
  const texts = files.sort().flatMap((file) => matter(readFileSync(join(folder, file), 'utf8')).content.split(/\n\s*\n/))
    .filter((text) => /^[\p{L}“"¿¡—*_]/u.test(text))
    .map((text) => text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]|<[^>]*>/g, ''))
  const paragraphs: Paragraph[] = []
  for (let count = 0, k = 0; count < words && texts.length > 0; k++) {
    const text = texts[k % texts.length]!
    count += text.split(/\s+/).length
    paragraphs.push({
      spans: [{ text, style, place: { file: language } }],
      language, align: 'justify', indent: style.size, left: 0, right: 0, hyphenate: true,
    })
  }
  return paragraphs
}

function benchmark(language: string, paragraphs: Paragraph[], measure: number, measurer: Measurer) {
  const setAll = (): Line[][] => paragraphs.map((paragraph) => setParagraph(paragraph, measure, measurer))
  const started = performance.now()
  setAll()
  const cold = performance.now() - started
  const warm: number[] = []
  let lines: Line[][] = []
  for (let run = 0; run < 5; run++) {
    const again = performance.now()
    lines = setAll()
    warm.push(performance.now() - again)
  }
  return { language, measure, ...qualityOf(lines, measurer), cold: round(cold), warm: round(warm.sort((a, b) => a - b)[2]!) }
}

/** Gaps in em, of every line but a paragraph's last. A ladder is two or more hyphens below each other. */
function qualityOf(paragraphs: Line[][], measurer: Measurer) {
  const space = measurer.width(' ', style)
  const gaps: number[] = []
  const counts = { lines: 0, loose: 0, hyphens: 0, ladders: 0, runts: 0, tight: 0 }
  for (const lines of paragraphs) {
    lines.forEach((line, k) => {
      counts.lines++
      if (line.end === 'paragraph') {
        const last = line.runs.at(-1)!
        if (k > 0 && last.x + measurer.width(last.text, last.style) < 0.15 * line.width) counts.runts++
        return
      }
      if (line.end === 'hyphen') counts.hyphens++
      if (line.end === 'hyphen' && lines[k - 1]?.end === 'hyphen' && lines[k - 2]?.end !== 'hyphen') counts.ladders++
      const gap = (space + line.wordSpace + (line.runs[0]!.style.tracking ?? 0)) / style.size
      const spaces = line.runs.reduce((sum, run) => sum + run.text.split(' ').length - 1, 0)
      for (let n = 0; n < spaces; n++) gaps.push(gap)
      if (gap > 0.5 || spaces === 0) counts.loose++
      if (gap < 0.16) counts.tight++
    })
  }
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length)
  const percent = (count: number): string => `${((100 * count) / counts.lines).toFixed(2)}%`
  return {
    lines: counts.lines, 'mean gap': round(mean), 'sd em': deviation.toFixed(4), loose: percent(counts.loose),
    tight: percent(counts.tight),
    hyphenated: percent(counts.hyphens), ladders: counts.ladders, runts: counts.runts,
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

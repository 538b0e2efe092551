/** The words that every engine sets. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import matter from 'gray-matter'

/** Paragraphs of one language to set at one measure. Lengths in points. */
export interface TypeJob {
  language: 'en' | 'es'
  measure: number
  paragraphs: string[]
}

export const languages = ['en', 'es'] as const

/** Narrow; four columns of a US tabloid; three. */
export const measures = [120, 168, 229]

/** The house's body type on a tabloid, and the page of one column on which every engine sets it. Lengths in points. */
export const type = { size: 9.7, leading: 12, indent: 9.7, margin: 36, linesOfPage: 60 }

const words = 10_000

/** Plain paragraphs of every story in the language, repeated until there are enough words. */
export function readParagraphs(folder: string, language: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => basename(file) === `${language}.md`)
  const texts = files.sort().flatMap((file) => matter(readFileSync(join(folder, file), 'utf8')).content.split(/\n\s*\n/))
    .filter((text) => /^[\p{L}“"¿¡—*_]/u.test(text))
    .map((text) => text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]|<[^>]*>/g, '').replace(/\s+/g, ' ').trim())
  if (texts.length === 0) throw new Error(`No ${language}.md in ${folder}.`)
  const paragraphs: string[] = []
  for (let count = 0, k = 0; count < words; k++) {
    const text = texts[k % texts.length]!
    count += text.split(' ').length
    paragraphs.push(text)
  }
  return paragraphs
}

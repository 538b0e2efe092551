/**
 * Preflight: what a printer would send back, found before. Rules over finished pages speak of the copy; rules over finished bytes
 * speak of the PDF, and read it with a library that did not write it.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Layout } from '../makeup/page.ts'
import type { Limits } from './limits.ts'
import { pageRules } from './pageRules.ts'
import type { Mark, PressFile } from './pressFile.ts'
import { readPressFile } from './readPressFile.ts'
import { pdfRules } from './rules.ts'
import { encryption } from './rules/encryption.ts'
import type { Finding } from './rules/rule.ts'
import { storyNames } from './structure.ts'

/** What is wrong with finished pages, each at its place in the copy. */
export function checkPages(layout: Layout): Diagnostic[] {
  return pageRules.flatMap((rule) => rule(layout))
}

/**
 * What is wrong with the bytes of a PDF; `name` is how the messages call it. Limits may hang on the number of pages. Never throws
 * for what is in the bytes.
 */
export async function checkPdf(bytes: Uint8Array, name: string, limits: Limits | ((pages: number) => Limits)): Promise<Checked> {
  const { value: file, diagnostics } = await readPressFile(bytes, name)
  if (!file) return { diagnostics, pages: 0 }
  const kept = typeof limits === 'function' ? limits(file.pages.length) : limits
  const found: Finding[] = []
  // Behind a lock everything is noise.
  const rules = file.encrypted ? [encryption] : pdfRules
  for (const rule of rules) found.push(...await rule(file, kept))
  return { diagnostics: toDiagnostics(found, file), pages: file.pages.length }
}

export interface Checked {
  diagnostics: Diagnostic[]
  /** 0 for what cannot be read. */
  pages: number
}

/** The same fault of the same story on the same page is said once, at its first place, with how often it is there. */
function toDiagnostics(findings: Finding[], file: PressFile): Diagnostic[] {
  const nameOf = storyNames(file)
  const groups = new Map<string, { finding: Finding; story: string; times: number }>()
  for (const finding of findings) {
    const story = finding.mark && finding.page ? nameOf(finding.page, finding.mark) ?? '' : ''
    const params = finding.mark ? {} : finding.params
    const key = JSON.stringify([finding.id, finding.page, story, params, finding.mark?.kind === 'picture' && finding.mark.box])
    const group = groups.get(key)
    if (group) group.times++
    else groups.set(key, { finding, story, times: 1 })
  }
  return [...groups.values()].map(({ finding, story, times }) => ({
    id: finding.id,
    place: { file: file.name },
    params: { ...finding.params, ...finding.page && { page: finding.page, ...whereOf(finding, file), story, times } },
  }))
}

/** Millimetres from the trimmed page's top left corner, and the words that stand there. */
function whereOf({ page, mark, box = mark?.box }: Finding, file: PressFile): Record<string, string | number> {
  const { trim, media } = file.pages[page! - 1]!
  const edge = trim ?? media
  const mm = (points: number): number => Math.round((points / 72) * 25.4)
  return {
    left: box ? mm(box.left - edge.left) : 0,
    top: box ? mm(edge.top - box.top) : 0,
    ...mark && { what: wordsOf(mark), ...(mark.kind === 'text' && { typeSize: Math.round(mark.size * 10) / 10 }) },
  }
}

const longestExcerpt = 48

function wordsOf(mark: Mark): string {
  if (mark.kind === 'picture') return mark.picture.name
  if (mark.kind !== 'text') return '–'
  const text = mark.text.trim()
  return text.length > longestExcerpt ? `${text.slice(0, longestExcerpt)}…` : text
}

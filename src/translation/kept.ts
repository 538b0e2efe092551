/**
 * The file in which a board is kept: a digest of all that follows, a line feed, and JSON. It is never trusted: one byte that is not as
 * it was written, or another program, and nothing of it counts.
 */
import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CivilDate } from '../languages/dates.ts'
import type { Language } from '../languages/language.ts'
import type { StoryRow } from './status.ts'

/** What is kept of one folder. */
export interface KeptStory {
  /** Digest of everything in the folder that what is said depends on. */
  key: string
  /** Absent where the folder holds no story. */
  story?: { slug: string; original: Language; date?: CivilDate; languages: Language[] }
  rows: StoryRow[]
  diagnostics: Diagnostic[]
}

/** What is kept of `paper.yaml` and `glossary.yaml`. */
export interface KeptSettings {
  /** Digest of the two as they stand. */
  texts: string
  languages: Language[]
  /** Digest of all in them that what is said of a story depends on. */
  meaning: string
}

/** Folders of stories, in the order of the newsroom. */
export interface KeptOrder {
  /** Digest of everything that the order depends on. */
  key: string
  issues: { name: string; stories: string[] }[]
  pamphlets: string[]
  leaflets: string[]
  pages: string[]
}

/** Everything that is kept, and by which program. */
export interface Kept {
  program: string
  settings: KeptSettings
  order: KeptOrder
  stories: Record<string, KeptStory>
}

export function digest(data: string): string {
  return hash('sha256', data, 'base64url')
}

/** What was kept by this program; nothing where there is none, or where a byte of it is not as it was written. */
export function readKept(file: string, program: string): Kept | undefined {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    if (digest(text.slice(end + 1)) !== text.slice(0, end)) return undefined
    const kept = JSON.parse(text.slice(end + 1)) as Kept
    return kept.program === program ? kept : undefined
  } catch {
    return undefined
  }
}

/** Writes it whole; where that cannot be, the next board takes longer and says the same. */
export function writeKept(file: string, kept: Kept): void {
  const text = JSON.stringify(kept)
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.part`, `${digest(text)}\n${text}`)
    renameSync(`${file}.part`, file)
  } catch {
    // A folder that may not be written is no reason to show no board.
  }
}

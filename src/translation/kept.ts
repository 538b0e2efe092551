/**
 * The file in which a board is kept: a digest of all that follows, a line feed, and JSON. It is never trusted: one byte that is not as
 * it was written, another program or another glossary, and nothing of it counts.
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

/** Everything that is kept, and of what it was made. */
export interface Kept {
  program: string
  /** Digest of glossary and languages. */
  settings: string
  stories: Record<string, KeptStory>
}

export function digest(data: string): string {
  return hash('sha256', data, 'base64url')
}

/** What was kept by this program with these settings; nothing where there is none, or where a byte of it is not as it was written. */
export function readKept(file: string, { program, settings }: Pick<Kept, 'program' | 'settings'>): Kept['stories'] {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    if (digest(text.slice(end + 1)) !== text.slice(0, end)) return {}
    const kept = JSON.parse(text.slice(end + 1)) as Kept
    return kept.program === program && kept.settings === settings ? kept.stories : {}
  } catch {
    return {}
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

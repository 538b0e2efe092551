/**
 * Lines that were set in an earlier run: a paragraph that nobody touched need not be set again. A file for each issue and language, named by its
 * folder; what was set by another program, or in other type, counts as absent. Safe to delete.
 */
import { hash } from 'node:crypto'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Language } from '../languages/language.ts'
import { settingDigest } from '../newsroom/program.ts'
import { readSealed, writeSealed } from '../newsroom/sealedFile.ts'
import type { Paragraph } from './flow/paragraph.ts'
import type { Line } from './type/line.ts'

export interface SettingMemory {
  /** The lines of this name, set now unless they are remembered. `name` says all that they depend on. */
  lines(paragraph: Paragraph, name: string, set: () => Line[]): Line[]
  /** Writes down what was set anew, for the next run, and forgets all of it. */
  keep(): void
}

interface Kept {
  lines: Line[]
  /** Runs since it was last asked for. */
  idle: number
}

interface Shelf {
  kept: Map<string, Kept>
  isNew: boolean
}

/** Runs that need not ask for a paragraph before it is forgotten: a run may print one product of many. */
const mostIdle = 8

/** @param folder absolute; made when the first file is written */
export function openSettingMemory(folder: string): SettingMemory {
  const shelves = new Map<string, Shelf>()
  const fileOf = (name: string) => join(folder, encodeURIComponent(name))
  const shelfOf = (name: string) => {
    let shelf = shelves.get(name)
    if (!shelf) shelves.set(name, (shelf = { kept: readShelf(fileOf(name)), isNew: false }))
    return shelf
  }
  return {
    lines(paragraph, name, set) {
      // Other scripts are set in faces that may not be installed, and then in others.
      if (!paragraph.spans.every(({ text }) => latin.test(text))) return set()
      const shelf = shelfOf(nameOf(paragraph))
      const key = hash('sha1', name, 'base64url')
      const known = shelf.kept.get(key)
      if (known) {
        known.idle = 0
        return known.lines
      }
      const lines = set()
      shelf.kept.set(key, { lines, idle: 0 })
      shelf.isNew = true
      return lines
    },
    keep() {
      for (const [name, { kept, isNew }] of shelves) {
        if (!isNew) continue
        for (const [key, { idle }] of kept) if (idle > mostIdle) kept.delete(key)
        writeSealed(fileOf(name), settingDigest(), serialize(kept))
      }
      shelves.clear()
    },
  }
}

/** Letters, digits and signs of the house's own faces. */
const latin = /^[\n\x20-\u024f\u2000-\u206f\u20a0-\u20bf\u2190-\u22ff]*$/

/** The copy's folder, `issues/17-01`, and its language. */
function nameOf({ spans, language }: { spans: Paragraph['spans']; language: Language }): string {
  return `${spans[0]?.place.file.split('/').slice(0, 2).join('/')} ${language}`
}

function readShelf(file: string): Map<string, Kept> {
  const bytes = readSealed(file, settingDigest())
  if (!bytes) return new Map()
  const kept = deserialize(bytes) as Map<string, Kept>
  for (const each of kept.values()) each.idle++
  return kept
}

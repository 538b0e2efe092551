/**
 * What a face has told of its letters and pairs, kept from one run to the next: the library that asks the font is not even loaded
 * when all is known. A file a face, named by all that its answers depend on: the font, its features, that library and our own
 * shaping. What was damaged or changed counts as absent, and the font is asked again.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Stroke } from './outline.ts'
import type { Letter, ShapedWord, ShapeMemory } from './shaping.ts'

/** All that is known of a face. */
export interface FaceMemory extends ShapeMemory {
  /** Drawn letters. */
  outlines: Map<string, Stroke[]>
}

/** A memory that is kept in a file. */
export interface KeptShapes {
  memory: FaceMemory
  /** Writes it down, when there is more in it than was read. */
  keep(): void
}

export function emptyShapes(): FaceMemory {
  return { letters: new Map(), pairs: new Map(), words: new Map(), outlines: new Map() }
}

/** Words that are kept: a file that has grown beyond that is begun anew. */
const capacity = 20_000

/** Opens the memory of a font, given as the bytes of its file. */
export function openShapes(folder: string, font: Uint8Array, features: string[]): KeptShapes {
  const file = join(folder, `${digestOf(font, features.join(' '), ...shapingSources())}.json`)
  const memory = readShapes(file) ?? emptyShapes()
  const known = sizeOf(memory)
  return {
    memory,
    keep: () => {
      if (sizeOf(memory) > known) writeShapes(file, memory.words.size > capacity ? emptyShapes() : memory)
    },
  }
}

/** The text of what answers for a font: when it changes, other files are read and written. */
function shapingSources(): Uint8Array[] {
  const require = createRequire(import.meta.url)
  return [join(import.meta.dirname, 'shaping.ts'), join(dirname(require.resolve('fontkit')), '../package.json')].map((file) => readFileSync(file))
}

function sizeOf(memory: FaceMemory): number {
  return Object.values(memory).reduce((sum, { size }) => sum + size, 0)
}

/** A line with the digest of what follows, then the memory as JSON. */
function readShapes(file: string): FaceMemory | undefined {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const json = text.slice(end + 1)
    if (digestOf(json) !== text.slice(0, end)) return undefined
    const { letters, pairs, words, outlines } = JSON.parse(json) as Written
    return {
      letters: new Map(letters), words: new Map(words), outlines: new Map(outlines),
      pairs: new Map(pairs.map(([pair, kerning]) => [pair, kerning ?? undefined])),
    }
  } catch {
    return undefined
  }
}

interface Written {
  letters: [string, Letter][]
  pairs: [string, number | null][]
  words: [string, ShapedWord][]
  outlines: [string, Stroke[]][]
}

// Written beside and renamed, so that a second process or a power cut never shows half a file.
function writeShapes(file: string, { letters, pairs, words, outlines }: FaceMemory): void {
  const written: Written = {
    letters: [...letters], words: [...words], outlines: [...outlines],
    pairs: [...pairs].map(([pair, kerning]) => [pair, kerning ?? null]),
  }
  const json = JSON.stringify(written)
  const beside = `${file}.${process.pid}.part`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(beside, `${digestOf(json)}\n${json}`)
  renameSync(beside, file)
}

function digestOf(...parts: (string | Uint8Array)[]): string {
  const digest = createHash('sha256')
  // The length of each part, so that what moves from one to the next makes another digest.
  for (const part of parts) digest.update(`${part.length} `).update(part)
  return digest.digest('hex')
}

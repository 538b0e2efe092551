/**
 * What an earlier build left in its folder, taken over file by file. A file counts as finished when it was made from the same facts by
 * the same program and lies there byte for byte as it was written; any other is made again. The record of it lies in the cache and is
 * safe to delete.
 */
import { hash } from 'node:crypto'
import { copyFileSync, linkSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { programDigest } from '../newsroom/program.ts'

/** The files of this build, and those of an earlier one that may stay. Names are relative to the site's folder. */
export interface Earlier {
  /** Puts the earlier build's file into the new folder when it was made from the same facts; answers whether it did. */
  take(file: string, key: string): boolean
  /** The same for every file that was made under `group`; none is left when one of them cannot be taken. */
  takeAll(group: string, key: string): boolean
  /** Writes a finished file into the new folder, which was made from the facts of `key`. */
  write(file: string, text: string, key: string, group?: string): void
  /** Notes a finished file that was written there. */
  note(file: string, key: string, group?: string): void
  /** Bytes of a file that was taken or noted; undefined for any other. */
  sizeOf(file: string): number | undefined
  /** Keeps the record for the next build. */
  save(): void
}

/** What is known of one finished file: the digest of its facts, of its bytes, its size, the group that it was made in, and its place and day on the disk. */
type Finished = [key: string, bytes: string, size: number, group: string, node: number, written: number]

/** Milliseconds between two days that a disk can tell apart, at most: FAT's two seconds. */
const coarsestTick = 2000

interface BuildRecord {
  program: string
  files: { [file: string]: Finished }
}

/**
 * Opens the record of the last build. Without `earlierFolder` nothing is taken over.
 * @param outFolder the folder that is being filled
 * @param recordFile where the record lies; a missing or damaged one counts as none
 */
export function openEarlier(earlierFolder: string | undefined, outFolder: string, recordFile: string): Earlier {
  const { files: before, day } = earlierFolder === undefined ? { files: {}, day: 0 } : readRecord(recordFile)
  const groups = new Map<string, string[]>()
  for (const [file, [, , , group]] of Object.entries(before)) {
    const members = groups.get(group)
    if (members === undefined) groups.set(group, [file])
    else members.push(file)
  }
  const now: BuildRecord = { program: programDigest(), files: {} }
  const folders = new Set<string>()
  const makeFolder = (folder: string): void => {
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
    folders.add(folder)
  }

  const isWhole = (file: string, key: string): boolean => {
    const finished = before[file]
    if (finished === undefined || finished[0] !== key) return false
    try {
      const path = join(earlierFolder!, file)
      const { size, ino, mtimeMs } = statSync(path)
      if (size !== finished[2]) return false
      // Who changes a file changes its day, unless it was written in the same tick of the disk's clock as the record.
      const isAsItWas = ino === finished[4] && mtimeMs === finished[5] && mtimeMs < day - coarsestTick
      return isAsItWas || hashOf(readFileSync(path)) === finished[1]
    } catch {
      return false
    }
  }
  const takeOver = (file: string): void => {
    const target = join(outFolder, file)
    makeFolder(dirname(target))
    const [key, bytes, size, group] = before[file]!
    now.files[file] = linkOrCopy(join(earlierFolder!, file), target) ? before[file]! : [key, bytes, size, group, ...nodeOf(target)]
  }

  return {
    take(file, key) {
      if (!isWhole(file, key)) return false
      takeOver(file)
      return true
    },
    takeAll(group, key) {
      const files = groups.get(group) ?? []
      if (files.length === 0 || !files.every((file) => isWhole(file, key))) return false
      files.forEach(takeOver)
      return true
    },
    write(file, text, key, group = '') {
      const path = join(outFolder, file)
      const bytes = Buffer.from(text)
      makeFolder(dirname(path))
      writeFileSync(path, bytes)
      now.files[file] = [key, hashOf(bytes), bytes.length, group, ...nodeOf(path)]
    },
    note(file, key, group = '') {
      const bytes = readFileSync(join(outFolder, file))
      now.files[file] = [key, hashOf(bytes), bytes.length, group, ...nodeOf(join(outFolder, file))]
    },
    sizeOf: (file) => now.files[file]?.[2],
    save() {
      mkdirSync(dirname(recordFile), { recursive: true })
      writeFileSync(`${recordFile}.part`, JSON.stringify(now))
      renameSync(`${recordFile}.part`, recordFile)
    },
  }
}

/** The digest of facts, for a key. */
export function keyOf(facts: unknown): string {
  return hash('sha1', JSON.stringify(facts), 'base64url')
}

function nodeOf(path: string): [node: number, written: number] {
  const { ino, mtimeMs } = statSync(path)
  return [ino, mtimeMs]
}

function hashOf(bytes: Uint8Array): string {
  return hash('sha1', bytes, 'base64url')
}

/** The files, and the day of the record in milliseconds. */
function readRecord(file: string): { files: BuildRecord['files']; day: number } {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as Partial<BuildRecord>
    const isOurs = record.program === programDigest() && typeof record.files === 'object'
    return isOurs ? { files: record.files!, day: statSync(file).mtimeMs } : { files: {}, day: 0 }
  } catch {
    return { files: {}, day: 0 }
  }
}

/** A second name for the same bytes costs nothing: the earlier folder is about to go, and nobody writes into a finished file. Answers whether it is one. */
function linkOrCopy(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch {
    // Some disks know no second names, and the folders may lie on two disks.
    copyFileSync(from, to)
    return false
  }
}

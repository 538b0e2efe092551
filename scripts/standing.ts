/**
 * A build that still stands: while the copy, the program and the settings are what they were and nobody touched what was built, there is
 * nothing to do, and a build ends before anything of the paper is loaded. The record of it is safe to delete; damaged, all is built.
 */
import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs'
import { join, resolve } from 'node:path'
import { programDigest } from '../src/newsroom/program.ts'
import { readSealed, writeSealed } from '../src/newsroom/sealedFile.ts'

/** What a build is made from, and where it lies. */
export interface Ground {
  content: string
  out: string
  /** What else its output depends on, as plain data. */
  settings: unknown
  /** Absolute path of the record. */
  record: string
}

/** The last build on the same ground. */
export interface Standing<T> {
  /** What was kept of it, when it still stands. */
  value: T | undefined
  /** Keeps a build that is finished and in its place: plain data for the next call that finds it standing. */
  keep(value: T): void
}

interface Kept<T> {
  /** Milliseconds. */
  seen: number
  made: string
  built: string
  value: T
}

/** A file may be written twice between two ticks of its disk's clock; of a file as young as this, its bytes count. Two seconds are FAT's tick. */
const youngMilliseconds = 2000

/** Looks at the ground before a build. It is looked at again by nobody: copy that changes meanwhile differs from what is kept here. */
export function openStanding<T>({ content, out, settings, record }: Ground): Standing<T> {
  const house = houseDigest()
  const copy = filesOf(resolve(content))
  const madeFrom = (seen: number): string | undefined => copy && digestOf(JSON.stringify([house, resolve(content), settings, stateOf(copy, seen, true)]))
  const built = (seen: number): string | undefined => {
    const files = filesOf(resolve(out))
    return files && stateOf(files, seen, false)
  }
  const kept = readKept<T>(record)
  const stands = kept !== undefined && madeFrom(kept.seen) === kept.made && built(kept.seen) === kept.built
  const seen = Date.now()
  const made = stands ? kept.made : madeFrom(seen)
  return {
    value: stands ? kept.value : undefined,
    keep(value) {
      const now = built(seen)
      if (made !== undefined && now !== undefined) writeSealed(record, 'standing', Buffer.from(JSON.stringify({ seen, made, built: now, value } satisfies Kept<T>)))
    },
  }
}

/** A file that an option names, as it counts among the settings. */
export function settingOf(file: string | undefined): unknown {
  if (file === undefined) return null
  try {
    return [resolve(file), digestOf(readFileSync(file))]
  } catch {
    return [resolve(file), null]
  }
}

/** The program with its commands, and the packages that are installed. */
function houseDigest(): string {
  const scripts = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name).sort()
  const hash = createHash('sha1').update(programDigest())
  for (const name of scripts) hash.update(digestOf(readFileSync(join(import.meta.dirname, name))))
  return hash.update(JSON.stringify(settingOf(join(import.meta.dirname, '../node_modules/.package-lock.json')))).digest('base64url')
}

/** A file or folder of a folder, in the order of their paths. */
interface Found {
  path: string
  /** Undefined of a folder. */
  facts: Stats | undefined
}

/** Everything in a folder; undefined when there is no such folder, or a link in it. */
function filesOf(root: string): Found[] | undefined {
  const found: Found[] = []
  const visit = (folder: string): boolean => readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .every((entry) => {
      const path = join(folder, entry.name)
      found.push({ path, facts: entry.isDirectory() ? undefined : lstatSync(path) })
      return entry.isDirectory() ? visit(path) : entry.isFile()
    })
  try {
    return visit(root) ? found : undefined
  } catch {
    return undefined
  }
}

/**
 * A digest of the path, size and times of files.
 * @param withChange whether the day counts on which anything about a file changed, such as the number of its names
 */
function stateOf(files: Found[], seen: number, withChange: boolean): string {
  const hash = createHash('sha1')
  for (const { path, facts } of files) {
    if (facts === undefined) {
      hash.update(`${path}\0/`)
      continue
    }
    const { size, mtimeMs, ctimeMs, ino } = facts
    const young = (withChange ? ctimeMs : mtimeMs) > seen - youngMilliseconds
    hash.update(`${path}\0${size} ${mtimeMs} ${withChange ? ctimeMs : 0} ${ino} ${young ? digestOf(bytesOf(path)) : ''}\0`)
  }
  return hash.digest('base64url')
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch {
    // Gone since; then its folder is another as well.
    return new Uint8Array()
  }
}

function readKept<T>(file: string): Kept<T> | undefined {
  const kept = readSealed(file, 'standing')
  return kept && JSON.parse(Buffer.from(kept).toString('utf8')) as Kept<T>
}

function digestOf(bytes: Uint8Array | string): string {
  return createHash('sha1').update(bytes).digest('base64url')
}

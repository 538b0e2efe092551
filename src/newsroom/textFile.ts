import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Outcome, Place } from '../diagnostics/diagnostic.ts'

/** The largest file of copy that is read: eighty thousand words are a book and no story. */
const limitInBytes = 500_000

/**
 * Reads one text file of the content folder: UTF-8, without byte order mark, every line end as `\n`.
 * Reports `file/missing`, `file/outside`, `file/too-large`, `file/unreadable`, `file/not-utf8`.
 * @param root the content folder
 * @param file path relative to it, with forward slashes
 */
export function readTextFile(root: string, file: string): Outcome<string> {
  const refused = (id: 'file/missing' | 'file/outside' | 'file/too-large' | 'file/unreadable', params = {}): Outcome<string> =>
    ({ value: undefined, diagnostics: [{ id, place: { file }, params: { file, ...params } }] })
  let bytes: Buffer
  try {
    const path = join(root, file)
    if (!isInside(root, path)) return refused('file/outside')
    const facts = statSync(path)
    if (!facts.isFile()) return refused('file/unreadable')
    if (facts.size > limitInBytes) return refused('file/too-large', { size: Math.ceil(facts.size / 1000), limit: limitInBytes / 1000 })
    bytes = readFileSync(path)
  } catch (error) {
    return refused((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'file/missing' : 'file/unreadable')
  }
  return parseText(bytes, file)
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Text of bytes as editors' programs write them. Bytes that are not UTF-8 are an error at the first of them. */
export function parseText(bytes: Uint8Array, file: string): Outcome<string> {
  const text = decoder.decode(bytes)
  const whole = withoutMarks(text)
  const at = whole.indexOf('\ufffd')
  const place = at < 0 || isValid(bytes) ? undefined : placeAt(whole, at, file)
  return { value: whole, diagnostics: place ? [{ id: 'file/not-utf8', place, params: { file } }] : [] }
}

/** Whether a path, links followed, lies in a folder. Throws when either does not exist. */
export function isInside(folder: string, path: string): boolean {
  const home = realpathSync.native(folder)
  const real = realpathSync.native(path)
  return real === home || real.startsWith(home.endsWith(sep) ? home : home + sep)
}

/** Byte order marks (some programs write two) and the line ends of Windows and old Macintosh; NUL would end a C string. */
function withoutMarks(text: string): string {
  return text.replace(/^\ufeff+/, '').replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
}

function isValid(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !bytes.includes(0)
  } catch {
    return false
  }
}

/** The place of one character of a text. */
function placeAt(text: string, index: number, file: string): Place {
  const before = text.slice(0, index)
  const start = { line: before.split('\n').length, column: index - before.lastIndexOf('\n') }
  return { file, start, end: { line: start.line, column: start.column + 1 } }
}

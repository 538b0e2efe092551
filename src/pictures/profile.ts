/** Profiles of printing conditions: how inks look on a paper, as printers hand them out (`.icc`). Source: ICC.1:2010, 7.2, 7.3 and 10. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Outcome, Place } from '../diagnostics/diagnostic.ts'

/** A profile that pictures can be turned into inks by, and that a press file can carry. */
export interface Profile {
  /** Path of the file. */
  file: string
  /** The name that stands inside it: `ISOnewspaper26v4`. */
  name: string
  /** Of the ICC's format: `2.4`. */
  version: string
  hash: string
  bytes: Uint8Array
}

/** The profile in a file, when it is one of a press with four inks. `place` is where it was named. */
export function readProfile(file: string, place: Place): Outcome<Profile> {
  const bytes = bytesOf(file)
  if (!bytes || bytes.length < 132 || latin(bytes, 36, 4) !== 'acsp') return { value: undefined, diagnostics: [{ id: 'profile/unreadable', place, params: { file: place.file } }] }
  const [kind, space] = [latin(bytes, 12, 4).trim(), latin(bytes, 16, 4).trim()]
  if (kind !== 'prtr' || space !== 'CMYK') return { value: undefined, diagnostics: [{ id: 'profile/not-press', place, params: { file: place.file, kind, space } }] }
  const version = `${bytes[8]!}.${bytes[9]! >> 4}`
  return { value: { file, name: nameOf(bytes) || 'CMYK', version, hash: createHash('sha256').update(bytes).digest('hex'), bytes }, diagnostics: [] }
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** The `desc` tag: plain letters in profiles of version 2, a list of languages in version 4, of which the first is taken. */
function nameOf(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tags = Math.min(view.getUint32(128), 100)
  for (let at = 132; at + 12 <= Math.min(bytes.length, 132 + 12 * tags); at += 12) {
    if (latin(bytes, at, 4) !== 'desc') continue
    const start = view.getUint32(at + 4)
    if (start + 28 > bytes.length) return ''
    if (latin(bytes, start, 4) === 'desc') return plain(latin(bytes, start + 12, view.getUint32(start + 8)))
    const [length, offset] = [view.getUint32(start + 20), view.getUint32(start + 24)]
    return plain(new TextDecoder('utf-16be').decode(bytes.subarray(start + offset, start + offset + length)))
  }
  return ''
}

function plain(text: string): string {
  return text.replace(/\0[^]*$/, '').replace(/\p{C}/gu, '').trim().slice(0, 120)
}

function latin(bytes: Uint8Array, start: number, length: number): string {
  return Buffer.from(bytes.subarray(start, start + length)).toString('latin1')
}

/**
 * One zip of the whole site, to carry on a stick and open from any disk. The PDFs are left out: each is handed on by itself. What is in it as it
 * was in an earlier zip is taken from there, packed: to pack an archive again for one story would take longer than all else that is done for it.
 */
import { hash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, writeSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { Zip, ZipDeflate, ZipPassThrough, type ZipInputFile } from 'fflate'
import { programDigest } from '../src/newsroom/program.ts'
import { readSealed, writeSealed } from '../src/newsroom/sealedFile.ts'

/** What stays out of the zip: what is handed on by itself, and zips, this one among them. */
const leftOut = /\.(pdf|zip)$/
const packed = /\.(avif|webp|jpe?g|png|woff2|epub|zip)$/
const level = 6

/** Where a zip of an earlier build lies, and what was noted of it: absolute paths. */
export interface EarlierZip {
  zip: string
  record: string
}

/** A packed file in a zip: digests of its bytes, before and after, its first packed byte, their number, and the checksum of ZIP. */
type Noted = [bytes: string, packed: string, at: number, length: number, crc: number]

/**
 * Writes `file`, relative to `folder`, file after file, so that a large archive needs no large memory. The same site gives the same bytes, with an
 * earlier zip or without. A link to what is left out leads to the paper's public address; without one, its words stay and lead nowhere.
 * @returns how many files were packed anew
 */
export function writeSiteZip(folder: string, file: string, url?: string, earlier?: EarlierZip): number {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !leftOut.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
    .sort()
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  const before = openEarlierZip(earlier)
  const noted = new Map<string, Noted>()
  const out = openSync(join(folder, file), 'w')
  let written = 0
  let anew = 0
  try {
    const zip = new Zip((error, bytes) => {
      if (error) throw error
      written += writeSync(out, bytes)
    })
    for (const name of names) {
      const filename = `site/${name}`
      const read = readFileSync(join(folder, name))
      const bytes = name.endsWith('.html') ? withoutDeadLinks(read, name, url) : read
      // A zip's dates have no time zone; the copy has no time at all.
      const mtime = new Date(1980, 0, 1)
      if (packed.test(name)) {
        const entry = Object.assign(new ZipPassThrough(filename), { mtime })
        zip.add(entry)
        entry.push(bytes, true)
        continue
      }
      const [digest, at] = [hash('sha1', bytes, 'base64url'), written + headLength + Buffer.byteLength(filename)]
      const kept = before.packedOf(name, digest)
      if (kept !== undefined) {
        const entry: ZipInputFile = { filename, mtime, compression: 8, flag: 0, size: bytes.length, crc: kept.crc }
        zip.add(entry)
        entry.ondata!(null, kept.bytes, true)
        noted.set(name, [digest, kept.packed, at, kept.bytes.length, kept.crc])
        continue
      }
      const entry = Object.assign(new ZipDeflate(filename, { level }), { mtime })
      zip.add(entry)
      const parts: Uint8Array[] = []
      const { ondata } = entry
      entry.ondata = (error, part, final) => {
        parts.push(part)
        ondata(error, part, final)
      }
      entry.push(bytes, true)
      const whole = Buffer.concat(parts)
      noted.set(name, [digest, hash('sha1', whole, 'base64url'), at, whole.length, entry.crc])
      anew++
    }
    zip.end()
  } finally {
    closeSync(out)
    before.close()
  }
  if (earlier !== undefined) writeSealed(earlier.record, stateOf(), Buffer.from(JSON.stringify([...noted])))
  return anew
}

/** Bytes of a file's head in a zip, before its name (PKWARE's APPNOTE, 4.3.7). */
const headLength = 30

/** Packed files of an earlier zip. One that is not byte for byte what was noted counts as none. */
function openEarlierZip(earlier: EarlierZip | undefined): { packedOf(name: string, digest: string): { bytes: Buffer<ArrayBuffer>; packed: string; crc: number } | undefined; close(): void } {
  const record = earlier && readSealed(earlier.record, stateOf())
  const noted = new Map(record === undefined ? [] : JSON.parse(Buffer.from(record).toString('utf8')) as [string, Noted][])
  let handle: number | undefined
  try {
    handle = record === undefined ? undefined : openSync(earlier!.zip, 'r')
  } catch {
    // It is gone: all is packed anew.
  }
  return {
    packedOf(name, digest) {
      const found = noted.get(name)
      if (handle === undefined || found?.[0] !== digest) return undefined
      const [, packed, at, length, crc] = found
      const bytes = Buffer.alloc(length)
      readSync(handle, bytes, 0, length, at)
      return hash('sha1', bytes, 'base64url') === packed ? { bytes, packed, crc } : undefined
    },
    close() {
      if (handle !== undefined) closeSync(handle)
    },
  }
}

function stateOf(): string {
  return `zip ${level} ${programDigest()}`
}

/** A page as it stands in the zip. Our own pages write every address between double quotes. */
function withoutDeadLinks(page: Buffer, name: string, url: string | undefined): Buffer {
  return Buffer.from(page.toString('utf8').replace(/ href="([^":]*)"/g, (whole, address: string) => {
    if (!leftOut.test(address)) return whole
    return url === undefined ? '' : ` href="${url.replace(/\/+$/, '')}/${posix.join(posix.dirname(name), address)}"`
  }))
}

/** Files of a cache: each begins with a seal over what it holds and over what that depends on, so that nothing damaged or outdated is trusted. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What was written for the same `state`; undefined for anything else. */
export function readSealed(file: string, state: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(file)
    const body = bytes.subarray(sealLength)
    return sealOf(state, body).equals(bytes.subarray(0, sealLength)) ? body : undefined
  } catch {
    return undefined
  }
}

/** Writes a file that `readSealed` reads; answers whether it could. A folder that cannot be written keeps nothing: the work is done, and will be done again. */
export function writeSealed(file: string, state: string, body: Uint8Array): boolean {
  return writeWhole(file, [sealOf(state, body), body])
}

/** Writes a file of these parts, whole or not at all; answers whether it could. */
export function writeWhole(file: string, parts: Uint8Array[]): boolean {
  const beside = `${file}.${process.pid}.part`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(beside, Buffer.concat(parts))
    renameSync(beside, file)
    return true
  } catch {
    return false
  }
}

const sealLength = 20

function sealOf(state: string, body: Uint8Array): Buffer {
  return createHash('sha1').update(`${state}\n`).update(body).digest()
}

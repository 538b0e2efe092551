/** Profiles that lie on a machine: known by their bytes, never by their names alone. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { profileFolders, profileOnMachine } from '../../scripts/machineProfiles.ts'
import { readPrinters } from '../../src/newsroom/readPrinters.ts'
import { knownProfiles } from '../../src/print/stylebook/profiles.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'profiles-')) })
afterEach(() => rmSync(folder, { recursive: true }))

/** A head with a description, and something that tells two of them apart. */
function profile(name: string, rest = ''): Buffer {
  const bytes = Buffer.alloc(256)
  bytes.writeUInt8(2, 8)
  bytes.write('prtrCMYK', 12, 'latin1')
  bytes.write('acsp', 36, 'latin1')
  bytes.writeUInt32BE(1, 128)
  bytes.write('desc', 132, 'latin1')
  bytes.writeUInt32BE(144, 136)
  bytes.write('desc', 144, 'latin1')
  bytes.writeUInt32BE(name.length + 1, 152)
  bytes.write(name, 156, 'latin1')
  return Buffer.concat([bytes, Buffer.from(rest)])
}

const ours = profile('News26', 'right')
const known = [{ condition: 'NEWS', name: 'News26', sha256: createHash('sha256').update(ours).digest('hex'), bytes: ours.length }]

function put(name: string, bytes: Uint8Array): string {
  const file = join(folder, name)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, bytes)
  return file
}

describe('a profile on the machine', () => {
  test('is found by its bytes, whatever its file is called and however deep it lies', () => {
    put('News26.icc', profile('News26', 'wrong'))
    const file = put('printers/b/renamed.ICM', ours)
    expect(profileOnMachine('NEWS', [join(folder, 'none'), folder], known)).toMatchObject({ profile: { file, name: 'News26', version: '2.0' } })
  })

  test('that only bears the name is told apart', () => {
    const file = put('News26.icc', profile('News26', 'other'))
    expect(profileOnMachine('NEWS', [folder], known)).toEqual({ lookAlike: expect.objectContaining({ file }) })
  })

  test.each([
    ['of another condition', 'OTHER', 'a.icc', ours],
    ['in a file of another kind', 'NEWS', 'a.txt', ours],
    ['of another name', 'NEWS', 'a.icc', profile('News27')],
    ['that is damaged', 'NEWS', 'a.icc', ours.subarray(0, 40)],
  ])('%s is none', (_, condition, name, bytes) => {
    put(name, bytes)
    expect(profileOnMachine(condition, [folder], known)).toEqual({})
  })
})

test('profiles are looked for where systems keep them, and nowhere without a home', () => {
  expect(profileFolders({})).toEqual([])
  expect(profileFolders({ HOME: '/home/reader', XDG_DATA_DIRS: '/opt/share:relative' })).toEqual(expect.arrayContaining([
    join('/home/reader/.local/share/icc'), join('/opt/share/color/icc'), join('/home/reader/Library/ColorSync/Profiles'),
  ]))
  expect(profileFolders({ HOME: '/home/reader' })).toContain(join('/usr/share/color/icc'))
  expect(profileFolders({ SystemRoot: 'C:\\Windows' })).toHaveLength(1)
})

test('the conditions of the house’s own press printers are known by a profile', () => {
  const printers = readPrinters('.').value!
  const conditions = ['us-tabloid', 'uk-newsprint', 'uk-tabloid', 'cz-berliner', 'a3'].map((name) => printers.get(name)!.condition.identifier)
  for (const condition of conditions) expect(knownProfiles.map((each) => each.condition)).toContain(condition)
})

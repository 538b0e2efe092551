import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { swapIn, writeChecksums, writeWhole } from '../../scripts/output.ts'

let room: string
let out: string

beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'output-'))
  out = join(room, 'dist')
})
afterEach(() => rm(room, { recursive: true, force: true }))

describe('an output folder', () => {
  test('holds only what was made, and nothing is left beside it', async () => {
    await mkdir(out)
    await writeFile(join(out, 'old.html'), 'old')
    expect(await swapIn(out, async (folder) => {
      await writeFile(join(folder, 'new.html'), 'new')
      return 'made'
    })).toBe('made')
    expect(await readdir(out)).toEqual(['new.html'])
    expect(await readdir(room)).toEqual(['dist'])
  })

  test('is made where there was none', async () => {
    await swapIn(join(room, 'deep', 'dist'), (folder) => writeFile(join(folder, 'new.html'), 'new'))
    expect(await readdir(join(room, 'deep', 'dist'))).toEqual(['new.html'])
  })

  test('stays as it was, to the last moment and when the making fails', async () => {
    await mkdir(out)
    await writeFile(join(out, 'old.html'), 'old')
    const failing = swapIn(out, async (folder) => {
      await writeFile(join(folder, 'new.html'), 'new')
      expect(await readdir(out)).toEqual(['old.html'])
      throw new Error('no room on the disk')
    })
    await expect(failing).rejects.toThrow('no room on the disk')
    expect(await readdir(room)).toEqual(['dist'])
    expect(await readFile(join(out, 'old.html'), 'utf8')).toBe('old')
  })
})

test('an output folder that cannot be put in place leaves the one that was there', async () => {
  await mkdir(out)
  await writeFile(join(out, 'old.html'), 'old')
  // The folder that was made is gone when it is to be moved.
  await expect(swapIn(out, (folder) => rm(folder, { recursive: true }))).rejects.toThrow('ENOENT')
  expect(await readdir(room)).toEqual(['dist'])
  expect(await readdir(out)).toEqual(['old.html'])
})

describe('a file', () => {
  test('is written whole, with the folders to it, over what stood there', async () => {
    const file = join(out, 'downloads', 'paper.pdf')
    await writeWhole(file, 'a long first version')
    await writeWhole(file, 'second')
    expect(await readFile(file, 'utf8')).toBe('second')
    expect(await readdir(join(out, 'downloads'))).toEqual(['paper.pdf'])
  })
})

describe('checksums', () => {
  test('name every PDF of the folder in order, and nothing else', async () => {
    await mkdir(out)
    for (const name of ['b.pdf', 'a.pdf', 'notes.txt']) await writeFile(join(out, name), name)
    await writeChecksums(out)
    const sum = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(await readFile(join(out, 'SHA256SUMS'), 'utf8')).toBe(`${sum('a.pdf')}  a.pdf\n${sum('b.pdf')}  b.pdf\n`)
  })
})

import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
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

describe('what a build that was stopped leaves', () => {
  const dead = spawnSync(process.execPath, ['--version']).pid

  test('is cleared away by the next, and an output that was only moved aside is put back', async () => {
    await mkdir(`${out}.new-${dead}`)
    await utimes(`${out}.new-${dead}`, 0, 0)
    await mkdir(`${out}.old-${dead}`)
    await writeFile(join(`${out}.old-${dead}`, 'old.html'), 'old')
    await expect(swapIn(out, () => Promise.reject(new Error('fails')))).rejects.toThrow('fails')
    expect(await readdir(room)).toEqual(['dist'])
    expect(await readdir(out)).toEqual(['old.html'])
  })

  test('is not touched while that build runs, perhaps on another machine, nor what only looks alike', async () => {
    await mkdir(`${out}.new-${dead}`)
    const others = [`dist.new-${process.ppid}`, 'dist.new-copy', 'dist.older-1', `other.new-${dead}`]
    for (const name of others) {
      await mkdir(join(room, name))
      await utimes(join(room, name), 0, 0)
    }
    await swapIn(out, (folder) => writeFile(join(folder, 'new.html'), 'new'))
    expect((await readdir(room)).sort()).toEqual([...others, 'dist', `dist.new-${dead}`].sort())
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('is nothing, after %s: the output is as it was', { timeout: 60_000 }, async (signal) => {
    await mkdir(out)
    await writeFile(join(out, 'old.html'), 'old')
    const code = `const { swapIn } = await import(${JSON.stringify(new URL('../../scripts/output.ts', import.meta.url).href)})
      await swapIn(${JSON.stringify(out)}, () => new Promise(() => { setInterval(() => {}, 1000); console.log('busy') }))`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'exit')
    await once(child.stdout, 'data')
    child.kill(signal)
    expect(await ended).toEqual([null, signal])
    expect(await readdir(room)).toEqual(['dist'])
    expect(await readdir(out)).toEqual(['old.html'])
  })
})

test('two builds at once each end well, and one of them is what stands', { timeout: 60_000 }, async () => {
  const code = (name: string): string => `const { swapIn } = await import(${JSON.stringify(new URL('../../scripts/output.ts', import.meta.url).href)})
    const { writeFile } = await import('node:fs/promises')
    for (let round = 0; round < 60; round++) await swapIn(${JSON.stringify(out)}, (folder) => writeFile(folder + '/${name}', ''))`
  const ended = await Promise.all(['a', 'b'].map(async (name) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code(name)], { stdio: 'inherit' })
    return (await once(child, 'exit'))[0] as number
  }))
  expect(ended).toEqual([0, 0])
  expect(await readdir(room)).toEqual(['dist'])
  expect(['a', 'b']).toContain((await readdir(out)).join())
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

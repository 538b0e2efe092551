/** Work that many test files need and none of them tests: whoever comes first does it, the others wait. */
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const shelf = fileURLToPath(new URL('../../node_modules/.cache/tests', import.meta.url))

/**
 * A folder that `make` has filled, in this run or in an earlier one. `name` must tell to the byte what it is made of; it is safe to delete.
 * What stands on the shelf for a day goes when something is made.
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const room = join(shelf, name)
  await mkdir(shelf, { recursive: true })
  while (!existsSync(room)) {
    const turn = `${room}.turn`
    if (!await takeTurn(turn)) {
      await new Promise((done) => setTimeout(done, 200))
      continue
    }
    try {
      if (existsSync(room)) break
      await clear(shelf)
      const part = `${room}.part`
      await rm(part, { recursive: true, force: true })
      await mkdir(part)
      await make(part)
      await rename(part, room)
    } finally {
      await rm(turn, { force: true })
    }
  }
  return room
}

/** Whether this process may make it. A turn whose process is no more is free. */
async function takeTurn(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    const pid = Number(await readFile(file, 'utf8').catch(() => ''))
    if (pid > 0 && !isRunning(pid)) await rm(file, { force: true })
    return false
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function clear(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Infinity }))
    if (mtimeMs < Date.now() - 24 * 3_600_000) await rm(join(folder, name), { recursive: true, force: true })
  }
}

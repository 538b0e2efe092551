/**
 * Astro's work on the pages: components → JavaScript. The copy has no part in it, so it is done once for a program and kept in the cache.
 * A build that makes no page does not load Astro at all, and one that makes a few loads what it compiled alone.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { AstroInlineConfig } from 'astro'
import { programDigest } from '../newsroom/program.ts'
import { readSealed, writeSealed } from '../newsroom/sealedFile.ts'

/** What rendering.ts exports. */
export type CompiledPages = typeof import('./rendering.ts')

/** astro.config.mjs gives the compiled rendering.ts this name. */
const entry = 'prerender-entry.mjs'
const sealFile = 'seal'

/** The compiled pages of this program, from the cache where they lie there whole. Throws only for a fault of the program or of the disk. */
export async function openCompiledPages(cacheFolder: string): Promise<CompiledPages> {
  const folder = join(cacheFolder, 'pages')
  const compiled = join(folder, programDigest())
  if (!await isWhole(compiled)) {
    const fresh = await compilePages(join(cacheFolder, 'astro-root'))
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    await rename(fresh, compiled)
    await rm(dirname(fresh), { recursive: true })
  }
  return await import(pathToFileURL(join(compiled, entry)).href) as CompiledPages
}

/**
 * Has Astro compile the pages; answers the folder that they lie in, sealed. In a process of its own: Astro and Vite need more memory than a
 * large archive, and would keep it until the build is done.
 */
async function compilePages(root: string): Promise<string> {
  // Astro keeps generated files in its root. A root in the cache leaves the project and the editors' folder alone.
  await mkdir(root, { recursive: true })
  const server = join(root, `compiled-${process.pid}`)
  await rm(server, { recursive: true, force: true })
  const options: AstroInlineConfig = {
    root,
    configFile: relative(root, fileURLToPath(new URL('../../astro.config.mjs', import.meta.url))),
    // Nothing is written there: the pages' files are written by web.ts.
    outDir: join(server, 'out'),
    build: { server },
    cacheDir: join(root, 'astro'),
    vite: { cacheDir: join(root, 'vite') },
    logLevel: 'error',
  }
  const program = `import { build } from ${JSON.stringify(import.meta.resolve('astro'))}; await build(${JSON.stringify(options)})`
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], { env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } })
  const pages = join(server, 'pages')
  writeSealed(join(pages, sealFile), await stateOf(pages), new Uint8Array())
  return pages
}

async function isWhole(folder: string): Promise<boolean> {
  try {
    return readSealed(join(folder, sealFile), await stateOf(folder)) !== undefined
  } catch {
    return false
  }
}

/** A digest of every file in a folder but the seal itself. */
async function stateOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile() && file.name !== sealFile)
  for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
    const bytes = await readFile(path)
    hash.update(JSON.stringify([relative(folder, path), bytes.length])).update(bytes)
  }
  return hash.digest('hex')
}

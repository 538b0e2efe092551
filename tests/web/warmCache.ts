/** A cache as the program leaves it whatever the copy: Astro's compiled pages. For tests of other things. */
import { cp } from 'node:fs/promises'
import { programDigest } from '../../src/newsroom/program.ts'
import { openCompiledPages } from '../../src/web/compiledPages.ts'
import { madeOnce } from '../helpers/madeOnce.ts'

/** Lays them into a cache folder, which is made where there is none. Answers the folder. */
export async function warmCache(folder: string): Promise<string> {
  const made = await madeOnce(`site-${programDigest().slice(0, 16)}`, async (part) => {
    await openCompiledPages(part)
  })
  await cp(`${made}/pages`, `${folder}/pages`, { recursive: true })
  return folder
}

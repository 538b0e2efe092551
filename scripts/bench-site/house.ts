/** One build of this project's site, in a process of its own. Arguments: content, out, cache. */
import { join } from 'node:path'
import { openStanding } from '../standing.ts'

const [content, out, cacheFolder] = process.argv.slice(2) as [string, string, string]
const standing = openStanding<true>({ content, out, settings: 'bench', record: join(cacheFolder, 'standing.json') })
if (standing.value === undefined) {
  const { makeSite } = await import('./makeSite.ts')
  await makeSite(content, out, cacheFolder)
  standing.keep(true)
}

/** Writes all feeds, for `build`. Those that tell of the same stories as before are taken over from an earlier build. */
import { join } from 'node:path'
import type { PlannedFeeds } from '../src/feeds/feeds.ts'
import { keyOf, openEarlier } from '../src/web/earlier.ts'
import { writeWhole } from './output.ts'

/** Writes them below `folder`. */
export async function writeFeeds(
  feeds: PlannedFeeds[], { folder, cacheFolder, earlierFolder }: { folder: string; cacheFolder: string; earlierFolder: string },
): Promise<void> {
  const earlier = openEarlier(earlierFolder, folder, join(cacheFolder, 'feeds.json'))
  for (const { files, facts, render } of feeds) {
    const key = keyOf(facts)
    if (files.every((file) => earlier.take(file, key))) continue
    for (const { file, text } of render()) {
      await writeWhole(join(folder, file), text)
      earlier.note(file, key)
    }
  }
  earlier.save()
}

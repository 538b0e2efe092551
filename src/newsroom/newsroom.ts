/** The newsroom: everything that the content folder holds, read once and checked once. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '../diagnostics/diagnostic.ts'
import { allStories } from './allStories.ts'
import { openCopyCache } from './copyCache.ts'
import { gatherNewsroom, type Newsroom } from './gather.ts'
import { parseDraft, readStory } from './readStory.ts'
import { checkCopy } from './rules/rules.ts'
import { findStrayCopy } from './strayCopy.ts'
import { readTextFile } from './textFile.ts'

export type { Newsroom }

/**
 * Reads the content folder. Never throws: what cannot be read is a diagnostic, and everything else is there.
 * @param cacheFolder absolute path of a folder in which parsed copy is kept, so that only what changed is parsed; without it, all is
 * @returns no value only when there is no such folder
 */
export function readNewsroom(folder: string, cacheFolder?: string): Outcome<Newsroom> {
  if (!isFolder(folder)) return { value: undefined, diagnostics: [{ id: 'folder/missing', place: { file: '.' }, params: { folder } }] }
  const cache = cacheFolder === undefined ? undefined : openCopyCache(join(cacheFolder, 'copy'), parseDraft, (file) => readTextFile(folder, file).value)
  const { value, diagnostics } = gatherNewsroom(folder, (root, story, paper) => readStory(root, story, paper, cache?.parse))
  cache?.save()
  return { value, diagnostics: [...diagnostics, ...findStrayCopy(folder, value), ...checkCopy({ paper: value.paper, issues: value.issues, stories: allStories(value) })] }
}

function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

/** The newsroom: everything that the content folder holds, read once and checked once. */
import { statSync } from 'node:fs'
import type { Outcome } from '../diagnostics/diagnostic.ts'
import { gatherNewsroom, type Newsroom } from './gather.ts'
import { readStory } from './readStory.ts'
import { checkCopy } from './rules/rules.ts'
import type { Story } from './story.ts'

export type { Newsroom }

/**
 * Reads the content folder. Never throws: what cannot be read is a diagnostic, and everything else is there.
 * @returns no value only when there is no such folder
 */
export function readNewsroom(folder: string): Outcome<Newsroom> {
  if (!isFolder(folder)) return { value: undefined, diagnostics: [{ id: 'folder/missing', place: { file: '.' }, params: { folder } }] }
  const { value, diagnostics } = gatherNewsroom(folder, readStory)
  return { value, diagnostics: [...diagnostics, ...checkCopy({ paper: value.paper, issues: value.issues, stories: allStories(value) })] }
}

/** Every story of the newsroom, issues first. */
export function allStories(newsroom: Newsroom): Story[] {
  return [...newsroom.issues.flatMap(issue => issue.stories), ...newsroom.leaflets, ...newsroom.pamphlets, ...newsroom.pages]
}

function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

/** The newsroom: everything that the content folder holds, read once and checked once. */
import { statSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts'
import { compareDates } from '../languages/dates.ts'
import { foldersIn } from './folders.ts'
import type { Term } from './glossary.ts'
import type { Issue } from './issue.ts'
import type { Paper } from './paper.ts'
import { readGlossary } from './readGlossary.ts'
import { readIssue } from './readIssue.ts'
import { readPaper } from './readPaper.ts'
import { readStory } from './readStory.ts'
import { checkCopy } from './rules/rules.ts'
import type { Story } from './story.ts'
import { newestFirst } from './storyOrder.ts'

/** The paper, with all its copy. Every place in it is relative to `folder`. */
export interface Newsroom {
  /** The content folder, as the caller named it. */
  folder: string
  paper: Paper
  /** Newest first. */
  issues: Issue[]
  /** Newest first. */
  pamphlets: Story[]
  /** Newest first. */
  leaflets: Story[]
  /** In the order of their folders' names. */
  pages: Story[]
  glossary: Term[]
}

/**
 * Reads the content folder. Never throws: what cannot be read is a diagnostic, and everything else is there.
 * @returns no value only when there is no such folder
 */
export function readNewsroom(folder: string): Outcome<Newsroom> {
  if (!isFolder(folder)) return { value: undefined, diagnostics: [{ id: 'folder/missing', place: { file: '.' }, params: { folder } }] }
  const diagnostics: Diagnostic[] = []
  const take = <T>(outcome: Outcome<T>): T[] => {
    diagnostics.push(...outcome.diagnostics)
    return outcome.value === undefined ? [] : [outcome.value]
  }
  const [paper] = take(readPaper(folder)) as [Paper]
  const storiesIn = (name: string): Story[] =>
    foldersIn(join(folder, name)).flatMap(child => take(readStory(folder, posix.join(name, child), paper)))

  const newsroom: Newsroom = {
    folder,
    paper,
    issues: foldersIn(join(folder, 'issues')).flatMap(name => take(readIssue(folder, name, paper))).sort(newestIssueFirst),
    pamphlets: storiesIn('pamphlets').sort(newestFirst),
    leaflets: storiesIn('leaflets').sort(newestFirst),
    pages: storiesIn('pages'),
    glossary: take(readGlossary(folder)).flat(),
  }
  diagnostics.push(...checkCopy({ paper, issues: newsroom.issues, stories: allStories(newsroom) }))
  return { value: newsroom, diagnostics }
}

/** Every story of the newsroom, issues first. */
export function allStories(newsroom: Newsroom): Story[] {
  return [...newsroom.issues.flatMap(issue => issue.stories), ...newsroom.leaflets, ...newsroom.pamphlets, ...newsroom.pages]
}

function newestIssueFirst(a: Issue, b: Issue): number {
  return compareDates(b.date, a.date) || b.volume - a.volume || b.number - a.number || (a.name < b.name ? 1 : -1)
}

function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

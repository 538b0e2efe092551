/** What the content folder holds, put together from its stories, however those are had: read, or remembered. */
import { join, posix } from 'node:path'
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts'
import { compareDates } from '../languages/dates.ts'
import { foldersIn, lists } from './folders.ts'
import type { Term } from './glossary.ts'
import type { Issue } from './issue.ts'
import type { Paper } from './paper.ts'
import { readGlossary } from './readGlossary.ts'
import { readIssue } from './readIssue.ts'
import { readPaper } from './readPaper.ts'
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
 * One story by its folder, relative to the content folder.
 * @returns no value when there is no story in it
 */
export type StoryReader = (root: string, folder: string, paper: Paper) => Outcome<Story>

/**
 * Puts the newsroom together. Never throws; nothing is checked but what stands in the files themselves.
 * @param known the paper, where it has been read already
 */
export function gatherNewsroom(folder: string, read: StoryReader, known: Outcome<Paper> = readPaper(folder)): { value: Newsroom; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const take = <T>(outcome: Outcome<T>): T[] => {
    diagnostics.push(...outcome.diagnostics)
    return outcome.value === undefined ? [] : [outcome.value]
  }
  const [paper] = take(known) as [Paper]
  const storiesIn = (name: (typeof lists)[number]): Story[] =>
    foldersIn(join(folder, name)).flatMap(child => take(read(folder, posix.join(name, child), paper)))

  const value: Newsroom = {
    folder,
    paper,
    issues: foldersIn(join(folder, 'issues')).flatMap(name => take(readIssue(folder, name, paper, read))).sort(newestIssueFirst),
    pamphlets: storiesIn('pamphlets').sort(newestFirst),
    leaflets: storiesIn('leaflets').sort(newestFirst),
    pages: storiesIn('pages'),
    glossary: take(readGlossary(folder)).flat(),
  }
  return { value, diagnostics }
}

function newestIssueFirst(a: Issue, b: Issue): number {
  return compareDates(b.date, a.date) || b.volume - a.volume || b.number - a.number || (a.name < b.name ? 1 : -1)
}

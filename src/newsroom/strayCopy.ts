/** Copy that lies where no story is read, so that none is left out without a word. */
import { readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { isLanguage } from '../languages/names.ts'
import { allStories } from './allStories.ts'
import { foldersIn, lists, storyFolders } from './folders.ts'
import type { Newsroom } from './gather.ts'
import { likelyOf, toSlug } from './likely.ts'

/** What lies in the content folder itself. */
const known = ['issues', 'printers', ...lists]

/** Folders and files of a folder that nobody knows which are looked at. */
const mostLookedAt = 200

/** Reports `file/stray-place` for texts beside the folders of stories, and in folders that are not read. */
export function findStrayCopy(folder: string, newsroom: Newsroom): Diagnostic[] {
  const parents = [...foldersIn(join(folder, 'issues')).map(name => posix.join('issues', name)), ...lists]
  const language = newsroom.paper.languages[0]!
  const loose = ['', 'issues', ...parents].flatMap(parent => textsIn(folder, parent).map(name => {
    const stem = name.replace(/\.[^.]+$/, '')
    const slug = toSlug(stem)
    const hasRoom = parents.includes(parent) && slug !== '' && !isLanguage(stem)
    return stray(posix.join(parent, name), hasRoom ? posix.join(parent, slug, `${language}.md`) : '')
  }))
  const read = new Set(allStories(newsroom).map(story => story.folder))
  const nested = storyFolders(folder).filter(each => !read.has(each)).flatMap(each => (
    foldersIn(join(folder, each)).map(child => posix.join(each, child)).filter(child => holdsStory(folder, child)).map(child => stray(child, posix.join(posix.dirname(each), posix.basename(child))))
  ))
  const unknown = foldersIn(folder).filter(name => !known.includes(name)).slice(0, mostLookedAt).flatMap(name => {
    const children = foldersIn(join(folder, name)).slice(0, mostLookedAt).map(child => posix.join(name, child))
    return [name, ...children].some(each => holdsStory(folder, each)) ? [stray(name, likelyOf(name, known) ?? '')] : []
  })
  return [...loose, ...nested, ...unknown]
}

function stray(file: string, likely: string): Diagnostic {
  return { id: 'file/stray-place', place: { file }, params: { file, likely } }
}

function holdsStory(folder: string, path: string): boolean {
  return textsIn(folder, path).some(name => isLanguage(name.replace(/\.md$/i, '')))
}

/** Texts in a folder; not the notes that people keep there. */
function textsIn(folder: string, path: string): string[] {
  try {
    return readdirSync(join(folder, path)).filter(name => /^[^._].*\.(?:md|markdown)$/i.test(name) && !/^(?:readme|license|changelog|notes?|notas?)\b/i.test(name)).sort()
  } catch {
    return []
  }
}

import { readdirSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { isInside } from './textFile.ts'

/** Folders of stories that belong to no issue. */
export const lists = ['pamphlets', 'leaflets', 'pages'] as const

/** Every folder that may hold a story, relative to the content folder. */
export function storyFolders(folder: string): string[] {
  const parents = [...foldersIn(join(folder, 'issues')).map(name => posix.join('issues', name)), ...lists]
  return parents.flatMap(parent => foldersIn(join(folder, parent)).map(child => posix.join(parent, child)))
}

/** Names of the folders in a folder, in the order of their characters; hidden ones and those of a program are passed over. */
export function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => !/^[._]/.test(entry.name) && (entry.isDirectory() || (!entry.isFile() && isFolderWithin(folder, entry.name))))
      .map(({ name }) => name)
      .sort()
  } catch {
    return []
  }
}

/** The file of a folder that was meant for `issue.yaml`, as programs and people also write it: `issue.yml`, `Issue.yaml`, `issue.yaml.txt`; or ''. */
export function misspeltYaml(folder: string, name: string): string {
  const stem = name.replace('.yaml', '')
  const likely = new RegExp(`^${stem}\\.ya?ml(?:\\.txt)?$`, 'i')
  try {
    return readdirSync(folder).filter(each => each !== name && likely.test(each)).sort()[0] ?? ''
  } catch {
    return ''
  }
}

function isFolderWithin(parent: string, name: string): boolean {
  try {
    const path = join(parent, name)
    return statSync(path).isDirectory() && isInside(parent, path)
  } catch {
    return false
  }
}

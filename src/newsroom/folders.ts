import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isInside } from './textFile.ts'

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

function isFolderWithin(parent: string, name: string): boolean {
  try {
    const path = join(parent, name)
    return statSync(path).isDirectory() && isInside(parent, path)
  } catch {
    return false
  }
}

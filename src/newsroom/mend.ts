/** Mends the copy where it is certain what an editor meant: quotation marks that a headline with a colon needs. */
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { isInside, readTextFile } from './textFile.ts'
import { languageOf } from './readStory.ts'
import { mendYaml } from './yamlText.ts'

/** One line that was mended. */
export interface Mended {
  /** Relative to the content folder. */
  file: string
  line: number
}

/**
 * Mends every file of the content folder that needs it. A file is written whole beside itself and then put in its place;
 * nothing but the mended lines changes, not even a line end. Files that cannot be read or written stay as they are.
 */
export function mendCopy(root: string): Mended[] {
  return copyFiles(root, '').flatMap(file => mendFile(root, file))
}

function copyFiles(root: string, folder: string): string[] {
  let names: string[]
  try {
    names = readdirSync(join(root, folder)).filter(name => !/^[._]/.test(name)).sort()
  } catch {
    return []
  }
  return names.flatMap(name => {
    const path = posix.join(folder, name)
    if (isFolder(root, path)) return folder.split('/').length > 3 ? [] : copyFiles(root, path)
    return languageOf(name) !== undefined || /^(?:paper|issue|glossary)\.yaml$/.test(name) ? [path] : []
  })
}

function isFolder(root: string, path: string): boolean {
  try {
    return isInside(root, join(root, path)) && statSync(join(root, path)).isDirectory()
  } catch {
    return false
  }
}

function mendFile(root: string, file: string): Mended[] {
  const text = readTextFile(root, file)
  if (text.value === undefined || text.diagnostics.length > 0) return []
  const head = file.endsWith('.yaml') ? [0, text.value.length] : frontMatterOf(text.value)
  if (!head) return []
  const [from, to] = head as [number, number]
  const firstLine = text.value.slice(0, from).split('\n').length
  const yaml = text.value.slice(from, to)
  const lines = mendYaml(yaml, file).text.split('\n')
  const changed = yaml.split('\n').flatMap((line, index) => (line === lines[index] ? [] : [{ index, to: lines[index]! }]))
  if (changed.length === 0) return []

  const path = join(root, file)
  // The lines of the file as it stands, each with its own line end: reading made all of them alike.
  const original = readFileSync(path, 'utf8').split(/(\r\n|\r|\n)/)
  for (const change of changed) original[(change.index + firstLine - 1) * 2] = change.to
  const beside = `${path}.mended`
  try {
    writeFileSync(beside, original.join(''), { mode: statSync(path).mode, flag: 'wx' })
    renameSync(beside, path)
  } catch {
    rmSync(beside, { force: true })
    return []
  }
  return changed.map(({ index }) => ({ file, line: index + firstLine }))
}

/** Offsets of the front matter's text, after the first line of dashes and up to the last. */
function frontMatterOf(text: string): [number, number] | undefined {
  const match = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text)
  const open = match ? text.indexOf('\n') + 1 : 0
  return match ? [open, open + match[1]!.length] : undefined
}

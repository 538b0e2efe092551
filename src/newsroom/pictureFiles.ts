import { readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Outcome, Place } from '../diagnostics/diagnostic.ts'
import type { CopyContext, PictureState } from './copy.ts'
import { likelyOf } from './likely.ts'
import { isInside } from './textFile.ts'

/**
 * Checks the path of a picture as an editor wrote it. Reports `pictures/no-file`, `pictures/as-data`, `pictures/remote`,
 * `pictures/outside`, `pictures/missing`; a picture with any of these is left out.
 * @returns the path relative to the content folder
 */
export function checkPicture(typed: string, context: CopyContext, place: Place): Outcome<string> {
  const refused = (id: `pictures/${'no-file' | 'remote' | 'outside' | 'missing'}`, likely = ''): Outcome<string> =>
    ({ value: undefined, diagnostics: [{ id, place, params: { file: typed.slice(0, 200), likely } }] })
  if (typed === '') return refused('pictures/no-file')
  if (/^data:/i.test(typed)) return { value: undefined, diagnostics: [{ id: 'pictures/as-data', place, params: {} }] }
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/|\\\\)/i.test(typed) && !/^[a-z]:[\\/]/i.test(typed)) return refused('pictures/remote')
  let last: PictureState = { state: 'missing', likely: '' }
  for (const name of spellings(typed)) {
    const path = posix.normalize(name.replaceAll('\\', '/'))
    if (/^(?:\/|\.\.(?:\/|$)|[a-z]:)/i.test(path) || path.includes('\0')) return refused('pictures/outside')
    last = context.findPicture(path)
    if (last.state === 'found') return { value: posix.join(context.folder, path), diagnostics: [] }
  }
  return last.state === 'outside' ? refused('pictures/outside') : refused('pictures/missing', last.likely)
}

/** Looks for pictures in one story's folder. Links of the file system are followed and must stay inside the folder. */
export function pictureFinder(root: string, folder: string): CopyContext['findPicture'] {
  const home = join(root, folder)
  return path => {
    try {
      return { state: isInside(home, join(home, path)) ? 'found' : 'outside' }
    } catch {
      return { state: 'missing', likely: likelyOf(posix.basename(path), pictureNames(join(home, posix.dirname(path)))) ?? '' }
    }
  }
}

/** A path in Markdown may have its spaces as `%20`. A letter with its accent may be one sign or two: names from a Mac often have two. */
function spellings(typed: string): string[] {
  const asTyped = typed.includes('%') ? [typed, decoded(typed)] : [typed]
  return [...new Set([...asTyped, ...asTyped.map(each => each.normalize('NFC')), ...asTyped.map(each => each.normalize('NFD'))])]
}

function decoded(typed: string): string {
  try {
    return decodeURIComponent(typed)
  } catch {
    return typed
  }
}

function pictureNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter(name => /\.(jpe?g|png|webp|avif|gif|svg)$/i.test(name)).sort()
  } catch {
    return []
  }
}

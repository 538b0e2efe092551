import { posix } from 'node:path'
import { toSlug } from '../likely.ts'
import type { PaperRule } from './rule.ts'

/** A folder's name is part of an address on the web: small letters, digits and hyphens. */
export const checkFolderName: PaperRule = ({ stories }) =>
  stories.flatMap(({ folder }) => {
    const name = posix.basename(folder)
    if (/^[a-z0-9-]+$/.test(name)) return []
    return [{ id: 'folder/name' as const, place: { file: folder }, params: { name, likely: toSlug(name) } }]
  })

/** The folders of the faces that the copy needs, for engines that look for fonts by themselves. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { faces, type Face } from '../../src/print/stylebook/faces.ts'

const used: Face[] = ['text', 'textItalic', 'textBold', 'headline']

/** The name of the family that all these files belong to. */
export const family = 'Source Serif 4'

export function fontFiles(): string[] {
  const require = createRequire(import.meta.url)
  return used.map((face) => require.resolve(faces[face].file))
}

export function fontFolders(): string[] {
  return fontFiles().map((file) => dirname(file))
}

/** Cuts the site's fonts out of whole ones. Done when faces or letters change, not in a build: see fonts.ts. */
import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import type { FontCut } from './fonts.ts'

/** A font, as WOFF2, with the letters of a cut alone. Hinting goes: screens of today do not use it, and it is a tenth of the file. */
export async function cutFont({ whole, letters, features }: FontCut): Promise<Uint8Array> {
  return subsetFont(await readFile(whole), String.fromCodePoint(...letters), { targetFormat: 'woff2', keepFeatures: features, noHinting: true })
}

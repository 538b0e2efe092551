/** The sign in a browser's tab: a small front page under the paper's accent. */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The sign's file relative to the site's folder, and its SVG. */
export interface Icon {
  file: string
  text: string
}

/** @param accent `#rrggbb` */
export function toIcon(accent: string): Icon {
  const text = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
    + '<path fill="#fcfaf5" stroke="#1c1a17" d="M2.5.5h11v15h-11z"/>'
    + `<path fill="${accent}" d="M4 2h8v4H4z"/>`
    + '<path stroke="#1c1a17" d="M4 8.5h8M4 10.5h3.5M4 12.5h3.5M8.5 10.5H12M8.5 12.5H12"/></svg>'
  return { file: `assets/icon-${createHash('sha256').update(text).digest('hex').slice(0, 10)}.svg`, text }
}

/** Writes the sign below `folder`. */
export async function writeIcon(icon: Icon, folder: string): Promise<void> {
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, icon.file), icon.text)
}

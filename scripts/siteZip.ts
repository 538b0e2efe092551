/** One zip of the whole site, to carry on a stick and open from any disk. The PDFs are left out: each is handed on by itself. */
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** What stays out of the zip: what is handed on by itself, and zips, this one among them. */
const leftOut = /\.(pdf|zip)$/
const packed = /\.(avif|webp|jpe?g|png|woff2|epub|zip)$/

/**
 * Writes `file`, relative to `folder`, file after file, so that a large archive needs no large memory. The same site gives the same bytes.
 * A link to what is left out leads to the paper's public address; without one, its words stay and lead nowhere.
 */
export function writeSiteZip(folder: string, file: string, url?: string): void {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !leftOut.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
    .sort()
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  const out = openSync(join(folder, file), 'w')
  try {
    const zip = new Zip((error, bytes) => {
      if (error) throw error
      writeSync(out, bytes)
    })
    for (const name of names) {
      const entry = packed.test(name) ? new ZipPassThrough(`site/${name}`) : new ZipDeflate(`site/${name}`, { level: 6 })
      // A zip's dates have no time zone; the copy has no time at all.
      entry.mtime = new Date(1980, 0, 1)
      zip.add(entry)
      const bytes = readFileSync(join(folder, name))
      entry.push(name.endsWith('.html') ? withoutDeadLinks(bytes, name, url) : bytes, true)
    }
    zip.end()
  } finally {
    closeSync(out)
  }
}

/** A page as it stands in the zip. Our own pages write every address between double quotes. */
function withoutDeadLinks(page: Buffer, name: string, url: string | undefined): Buffer {
  return Buffer.from(page.toString('utf8').replace(/ href="([^":]*)"/g, (whole, address: string) => {
    if (!leftOut.test(address)) return whole
    return url === undefined ? '' : ` href="${url.replace(/\/+$/, '')}/${posix.join(posix.dirname(name), address)}"`
  }))
}

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, expect, test } from 'vitest'
import { writeSiteZip } from '../../scripts/siteZip.ts'

const folder = mkdtempSync(join(tmpdir(), 'zip-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the zip holds the whole site but the PDFs, and is the same bytes every time', () => {
  mkdirSync(join(folder, 'en/17-01'), { recursive: true })
  for (const [file, text] of Object.entries({ 'index.html': 'door', 'en/17-01/ñandú.html': 'story', 'en/a.webp': 'picture', 'en/a.pdf': 'no' })) {
    writeFileSync(join(folder, file), text)
  }
  writeSiteZip(folder, 'downloads/site.zip')
  const bytes = readFileSync(join(folder, 'downloads/site.zip'))
  const inside = unzipSync(bytes)
  expect(Object.entries(inside).map(([name, text]) => [name, strFromU8(text)])).toEqual([
    ['site/en/17-01/ñandú.html', 'story'], ['site/en/a.webp', 'picture'], ['site/index.html', 'door'],
  ])
  writeSiteZip(folder, 'downloads/site.zip')
  expect(Buffer.compare(readFileSync(join(folder, 'downloads/site.zip')), bytes)).toBe(0)
})

test('a link to what is not in the zip leads to the public address, and without one nowhere', () => {
  mkdirSync(join(folder, 'en/17-01'), { recursive: true })
  writeFileSync(join(folder, 'en/17-01/index.html'), (
    '<a href="../../downloads/17-01/paper.pdf" type="application/pdf">Paper</a> <a href="../index.html">Front</a> '
    + '<a href="../../downloads/site.zip">All</a> <a href="https://example.org/a.pdf">Elsewhere</a>'
  ))
  const page = (url?: string): string => {
    writeSiteZip(folder, 'downloads/site.zip', url)
    return strFromU8(unzipSync(readFileSync(join(folder, 'downloads/site.zip')))['site/en/17-01/index.html']!)
  }
  expect(page()).toBe('<a type="application/pdf">Paper</a> <a href="../index.html">Front</a> <a>All</a> <a href="https://example.org/a.pdf">Elsewhere</a>')
  expect(page('https://paper.example/red/')).toContain(
    '<a href="https://paper.example/red/downloads/17-01/paper.pdf" type="application/pdf">Paper</a> <a href="../index.html">',
  )
})

test('an earlier zip lends what is as it was, and the zip is the bytes of one that was packed anew', () => {
  const earlier = { zip: join(folder, 'earlier.zip'), record: join(folder, 'cache/zip') }
  const [site, file] = [join(folder, 'site'), 'downloads/site.zip']
  const write = (name: string, text: string): void => {
    mkdirSync(join(site, 'en'), { recursive: true })
    writeFileSync(join(site, name), text)
  }
  /** Packs upon the last zip; answers how many files were packed anew. */
  const pack = (): number => {
    const anew = writeSiteZip(site, file, undefined, earlier)
    const bytes = readFileSync(join(site, file))
    writeSiteZip(site, file)
    expect(Buffer.compare(readFileSync(join(site, file)), bytes)).toBe(0)
    writeFileSync(earlier.zip, bytes)
    return anew
  }
  for (const name of ['a.html', 'en/ñ.html', 'en/c.txt', 'en/d.webp', '__proto__']) write(name, `${name} `.repeat(900))
  expect(pack()).toBe(4)
  expect(pack()).toBe(0)
  write('en/c.txt', 'another text')
  write('A.html', 'a file before the others')
  expect(pack()).toBe(2)
  rmSync(join(site, 'en/ñ.html'))
  expect(pack()).toBe(0)
  const damaged = readFileSync(earlier.zip)
  damaged[damaged.indexOf('site/a.html') + 20]! ^= 1
  writeFileSync(earlier.zip, damaged)
  expect(pack()).toBe(1)
  writeFileSync(earlier.zip, damaged.subarray(0, 60))
  expect(pack()).toBe(4)
  writeFileSync(earlier.record, 'half')
  expect(pack()).toBe(4)
  rmSync(earlier.zip)
  expect(pack()).toBe(4)
})

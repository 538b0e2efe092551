import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keyOf, openEarlier } from '../../src/web/earlier.ts'
import type { Earlier } from '../../src/web/earlier.ts'

let room: string
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'earlier-'))
  const first = open('before', undefined)
  for (const file of ['en/index.html', 'search/en/a.js', 'search/en/b.js']) {
    write('before', file, `made: ${file}`)
    first.note(file, 'key', file.startsWith('search') ? 'search/en' : '')
  }
  first.save()
})
afterEach(() => rmSync(room, { recursive: true, force: true }))

const open = (folder: string, earlierFolder: string | undefined): Earlier => (
  openEarlier(earlierFolder && join(room, earlierFolder), join(room, folder), join(room, 'cache/record.json'))
)

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(room, folder, file)), { recursive: true })
  writeFileSync(join(room, folder, file), text)
}

describe('a file of an earlier build', () => {
  test('is taken when it was made from the same facts, and its size is known', () => {
    const now = open('after', 'before')
    expect(now.take('en/index.html', 'key')).toBe(true)
    expect(readFileSync(join(room, 'after/en/index.html'), 'utf8')).toBe('made: en/index.html')
    expect(now.sizeOf('en/index.html')).toBe(19)
    expect(now.sizeOf('es/index.html')).toBeUndefined()
  })

  test('is left when the facts are others, when it was not made before, changed since, or is gone', () => {
    const now = open('after', 'before')
    expect(now.take('en/index.html', 'other key')).toBe(false)
    expect(now.take('es/index.html', 'key')).toBe(false)
    write('before', 'en/index.html', 'made: en/index.htmL')
    expect(now.take('en/index.html', 'key')).toBe(false)
    rmSync(join(room, 'before/en/index.html'))
    expect(now.take('en/index.html', 'key')).toBe(false)
  })

  test('is left when no earlier folder is named', () => {
    expect(open('after', undefined).take('en/index.html', 'key')).toBe(false)
  })

  test('is left when the record is damaged, in whatever way', () => {
    const whole = readFileSync(join(room, 'cache/record.json'), 'utf8')
    for (const damaged of ['', '{', 'null', '[]', '7', '{"program":1}', whole.slice(0, -1), whole.replace('"program":"', '"program":"0')]) {
      writeFileSync(join(room, 'cache/record.json'), damaged)
      expect(open('after', 'before').take('en/index.html', 'key'), damaged).toBe(false)
    }
    writeFileSync(join(room, 'cache/record.json'), whole)
    expect(open('after', 'before').take('en/index.html', 'key')).toBe(true)
  })

  test('is taken from the build after, which took it as well', () => {
    const second = open('after', 'before')
    second.take('en/index.html', 'key')
    second.save()
    expect(open('third', 'after').take('en/index.html', 'key')).toBe(true)
  })
})

describe('a group of files', () => {
  test('is taken whole', () => {
    const now = open('after', 'before')
    expect(now.takeAll('search/en', 'key')).toBe(true)
    expect(readFileSync(join(room, 'after/search/en/b.js'), 'utf8')).toBe('made: search/en/b.js')
  })

  test('is left whole when one file cannot be taken, and when there is none', () => {
    write('before', 'search/en/b.js', '')
    const now = open('after', 'before')
    expect(now.takeAll('search/en', 'key')).toBe(false)
    expect(now.sizeOf('search/en/a.js')).toBeUndefined()
    expect(now.takeAll('search/es', 'key')).toBe(false)
  })
})

test('a key tells facts apart, and is the same for the same facts', () => {
  expect(keyOf(['a', ['b']])).toBe(keyOf(['a', ['b']]))
  expect(keyOf(['a', ['b']])).not.toBe(keyOf(['a', 'b']))
})

/**
 * Tiny papers, and what they are made into: diagnostics, page plans, feeds. A run that differs leaves `<name>-changed` beside the
 * paper, to be compared with `<name>/expected`; `UPDATE=1 npm test` keeps it.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { compareWithKept, copyGolden, filesMadeOf } from './golden.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'content')))
const isServer = Boolean(process.env['CI'])

describe('golden papers', () => {
  test.each(names)('%s is made into what is kept', async (name) => {
    if (isServer) expect(existsSync(join(folder, name, 'expected')), `tests/golden/${name}/expected was never kept`).toBe(true)
    const made = await filesMadeOf(join(folder, name, 'content'))
    const verdict = compareWithKept(folder, name, made, Boolean(process.env['UPDATE']) && !isServer)
    if (verdict.is === 'changed') {
      const [file] = verdict.files
      const kept = join(folder, name, 'expected', file!)
      expect(made.get(file!), `${verdict.files.join(', ')} differ; see tests/golden/${name}-changed`).toBe(existsSync(kept) ? readFileSync(kept, 'utf8') : undefined)
    }
    expect(verdict.is).not.toBe('changed')
  })

  test('hold together all that can be kept', () => {
    expect(names).toEqual(['broken-copy', 'one-story', 'two-languages'])
  })
})

describe('comparing', () => {
  function inCopy(check: (room: string) => void): void {
    const room = copyGolden(folder, 'one-story')
    try {
      check(room)
    } finally {
      rmSync(room, { recursive: true })
    }
  }

  const kept = (): Map<string, string> => new Map(readdirSync(join(folder, 'one-story', 'expected')).map((file) => [file, readFileSync(join(folder, 'one-story', 'expected', file), 'utf8')]))

  test('finds what is the same the same', () => {
    inCopy((room) => expect(compareWithKept(room, 'one-story', kept(), false)).toEqual({ is: 'same' }))
  })

  test('lays what differs beside the paper, and leaves what is kept alone', () => {
    inCopy((room) => {
      const made = kept().set('diagnostics.json', '{}\n')
      expect(compareWithKept(room, 'one-story', made, false)).toEqual({ is: 'changed', files: ['diagnostics.json'], folder: join(room, 'one-story-changed') })
      expect(readFileSync(join(room, 'one-story-changed', 'diagnostics.json'), 'utf8')).toBe('{}\n')
      expect(readFileSync(join(room, 'one-story', 'expected', 'diagnostics.json'), 'utf8')).not.toBe('{}\n')
    })
  })

  test('finds a file that is new or gone', () => {
    inCopy((room) => {
      const made = kept().set('more.txt', 'more\n')
      made.delete('diagnostics.json')
      expect(compareWithKept(room, 'one-story', made, false)).toMatchObject({ files: ['diagnostics.json', 'more.txt'] })
    })
  })

  test('keeps what is asked for, and takes old changes away', () => {
    inCopy((room) => {
      const made = kept().set('diagnostics.json', '{}\n')
      compareWithKept(room, 'one-story', made, false)
      expect(compareWithKept(room, 'one-story', made, true)).toEqual({ is: 'new' })
      expect(existsSync(join(room, 'one-story-changed'))).toBe(false)
      expect(compareWithKept(room, 'one-story', made, false)).toEqual({ is: 'same' })
    })
  })
})

import { cpSync, linkSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStanding, settingOf, type Standing } from '../../scripts/standing.ts'

let room: string
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'standing-'))
  write('content/issues/17-01/strike/en.md', 'The strike.')
  write('content/paper.yaml', 'name: Red Flag')
  write('out/en/index.html', 'page')
  write('out/index.html', 'door')
  look().keep('told')
})
afterEach(() => rmSync(room, { recursive: true, force: true }))

const look = (settings: unknown = 'as ever'): Standing<string> => (
  openStanding({ content: join(room, 'content'), out: join(room, 'out'), settings, record: join(room, 'cache/standing.json') })
)

function write(file: string, text: string): void {
  mkdirSync(dirname(join(room, file)), { recursive: true })
  writeFileSync(join(room, file), text)
}

describe('a build', () => {
  test('stands while nothing is changed, and again after that', () => {
    expect(look().value).toBe('told')
    expect(look().value).toBe('told')
  })

  const changes: [string, () => void][] = [
    ['copy', () => write('content/issues/17-01/strike/en.md', 'The strikes.')],
    ['copy of the same length', () => write('content/issues/17-01/strike/en.md', 'The street.')],
    ['copy of the same length and day', () => {
      const file = join(room, 'content/paper.yaml')
      const { atime, mtime } = statSync(file)
      writeFileSync(file, 'name: Red Flak')
      utimesSync(file, atime, mtime)
    }],
    ['a story more', () => write('content/issues/17-01/yard/en.md', 'The yard.')],
    ['a story less', () => rmSync(join(room, 'content/issues/17-01/strike/en.md'))],
    ['a folder of another name', () => renameSync(join(room, 'content/issues/17-01'), join(room, 'content/issues/17-02'))],
    ['an empty folder', () => mkdirSync(join(room, 'content/issues/17-02'))],
    ['a finished page', () => write('out/en/index.html', 'pagE')],
    ['a finished page less', () => rmSync(join(room, 'out/index.html'))],
    ['a file among the pages', () => write('out/notes.txt', 'mine')],
    ['another folder in the output\'s place', () => {
      cpSync(join(room, 'out'), join(room, 'copied'), { recursive: true })
      rmSync(join(room, 'out'), { recursive: true })
      renameSync(join(room, 'copied'), join(room, 'out'))
    }],
    ['no output', () => rmSync(join(room, 'out'), { recursive: true })],
    ['a damaged record', () => {
      const record = join(room, 'cache/standing.json')
      writeFileSync(record, readFileSync(record, 'latin1').replace('told', 'tolD'), 'latin1')
    }],
  ]
  for (const [what, change] of changes) {
    test(`does not stand after ${what}`, () => {
      change()
      expect(look().value).toBeUndefined()
    })
  }

  test('does not stand for other settings', () => {
    expect(look('others').value).toBeUndefined()
  })

  test('stands when its pages have second names, as the next build gives them', () => {
    linkSync(join(room, 'out/index.html'), join(room, 'second.html'))
    expect(look().value).toBe('told')
  })

  test('does not stand when copy changed while it was made', () => {
    const before = look('others')
    write('content/paper.yaml', 'name: Red Flags')
    before.keep('told of the old copy')
    expect(look('others').value).toBeUndefined()
  })

  test('is not kept of a folder with links, whose files may change elsewhere', () => {
    symlinkSync(join(room, 'out/index.html'), join(room, 'content/linked.md'))
    look().keep('told')
    expect(look().value).toBeUndefined()
  })
})

test('a file that an option names counts with its bytes', () => {
  write('profile.icc', 'inks')
  const before = settingOf(join(room, 'profile.icc'))
  expect(settingOf(join(room, 'profile.icc'))).toEqual(before)
  write('profile.icc', 'Inks')
  expect(settingOf(join(room, 'profile.icc'))).not.toEqual(before)
  expect(settingOf(undefined)).toBeNull()
  expect(settingOf(join(room, 'none.icc'))).toEqual([join(room, 'none.icc'), null])
})

import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { openNewsroom } from '../../src/newsroom/keptNewsroom.ts'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { contentFolder, issueYaml, story } from './contentFolder.ts'

vi.mock(import('../../src/newsroom/newsroom.ts'), async (original) => {
  const real = await original()
  return { ...real, readNewsroom: vi.fn(real.readNewsroom) }
})

const strike = 'issues/17-01/strike/en.md'

/** A paper of one story that names a picture which is not there, and an empty cache. */
function opened(): { folder: string; cache: string; open: () => ReturnType<typeof openNewsroom>; readings: () => number } {
  const folder = contentFolder({
    'paper.yaml': 'name: Red Flag\n', 'issues/17-01/issue.yaml': issueYaml,
    [strike]: story('Nobody *came*.[^1]\n\n![A crane](crane.jpg "The crane")\n\n[^1]: So he said.'),
  })
  const cache = join(contentFolder({}), 'kept')
  const before = vi.mocked(readNewsroom).mock.calls.length
  return { folder, cache, open: () => openNewsroom(folder, cache), readings: () => vi.mocked(readNewsroom).mock.calls.length - before }
}

describe('a content folder', () => {
  test('that nobody touched is not read again, and is the same', async () => {
    const { folder, open, readings } = opened()
    const first = await open()
    expect(first).toEqual(readNewsroom(folder))
    expect(first.diagnostics.map(({ id }) => id)).toContain('pictures/missing')
    const before = readings()
    expect(await open()).toEqual(first)
    expect(readings()).toBe(before)
  })

  test.each<[string, (folder: string) => void]>([
    ['a letter is another', (folder) => writeFileSync(join(folder, strike), story('Nobody *cane*.'))],
    ['the paper is called otherwise', (folder) => writeFileSync(join(folder, 'paper.yaml'), 'name: Red Flags\n')],
    ['a picture came', (folder) => writeFileSync(join(folder, 'issues/17-01/strike/crane.jpg'), 'a picture')],
    ['a story was added', (folder) => {
      mkdirSync(join(folder, 'issues/17-01/rent'))
      writeFileSync(join(folder, 'issues/17-01/rent/es.md'), story('Nadie vino.'))
    }],
    ['a story went', (folder) => rmSync(join(folder, strike))],
  ])('is read again when %s', async (_, change) => {
    const { folder, open, readings } = opened()
    await open()
    change(folder)
    expect(await open()).toEqual(readNewsroom(folder))
    expect(readings()).toBe(3)
  })

  test('with a link in it is read each time, because what it leads to may change', async () => {
    const { folder, open, readings } = opened()
    symlinkSync(join(folder, strike), join(folder, 'issues/17-01/strike/es.md'))
    await open()
    await open()
    expect(readings()).toBe(2)
  })

  test('is read again when what was kept is cut off, changed or of another folder', async () => {
    const { folder, cache, open, readings } = opened()
    const whole = await open()
    const kept = join(cache, 'newsroom')
    const bytes = readFileSync(kept)
    for (const damaged of [bytes.subarray(0, 90), Buffer.alloc(0), bytes.with(bytes.length >> 1, bytes[bytes.length >> 1]! ^ 1)]) {
      writeFileSync(kept, damaged)
      expect(await open()).toEqual(whole)
    }
    expect(readings()).toBe(4)
    expect((await openNewsroom(`${folder}/.`, cache)).value!.folder).toBe(`${folder}/.`)
    expect(readings()).toBe(5)
  })

  test('that is not there is no newsroom, and nothing is kept of it', async () => {
    const { folder, cache } = opened()
    const missing = await openNewsroom(join(folder, 'nowhere'), cache)
    expect(missing.value).toBeUndefined()
    expect(missing.diagnostics.map(({ id }) => id)).toEqual(['folder/missing'])
    expect(existsSync(cache)).toBe(false)
  })

  test('is read where nothing can be kept', async () => {
    const { folder, cache } = opened()
    writeFileSync(cache, 'a file where the folder should be')
    expect(await openNewsroom(folder, cache)).toEqual(readNewsroom(folder))
  })
})

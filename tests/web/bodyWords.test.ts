import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { openBodyWords } from '../../src/web/bodyWords.ts'
import { foldWords } from '../../src/web/searchIndex.ts'
import { contentFolder } from '../newsroom/contentFolder.ts'
import { copy, paperYaml } from './paper.ts'

const files = {
  'paper.yaml': paperYaml,
  'issues/17-01/issue.yaml': 'volume: 17\nnumber: 1\ndate: 2026-11-15\n',
  'issues/17-01/a/es.md': copy('title: La huelga', 'No, no, no y no. ¡No! No. No. Veinte.'),
  'issues/17-01/b/es.md': copy('title: Nada', '![](nada.jpg)'),
}

test('the words of a text are counted, six times at most, once for all builds that find it unchanged', () => {
  const content = contentFolder(files)
  const folder = join(content, '.cache', 'words')
  const counted = (): [string, number][][] => {
    const fold = vi.fn(foldWords)
    const words = openBodyWords(folder, fold)
    const { issues } = readNewsroom(content, join(content, '.cache')).value!
    const all = issues[0]!.stories.map(({ articles }) => [...words.of(articles.get('es')!)])
    words.save()
    folds.push(fold.mock.calls.length)
    return all
  }
  const folds: number[] = []
  const first = counted()
  expect(first).toEqual([[['no', 6], ['y', 1], ['veinte', 1]], []])
  expect(counted()).toEqual(first)
  const [name] = readdirSync(folder)
  writeFileSync(join(folder, name!), readFileSync(join(folder, name!), 'utf8').replace('veinte', 'Veinte'))
  expect(counted()).toEqual(first)
  writeFileSync(join(content, 'issues/17-01/a/es.md'), copy('title: La huelga', 'Veinte.'))
  expect(counted()).toEqual([[['veinte', 1]], []])
  expect(folds).toEqual([2, 0, 2, 1])
})

test('without a cache they are counted each time', () => {
  const { issues } = readNewsroom(contentFolder(files)).value!
  const words = openBodyWords(contentFolder({}), foldWords)
  expect([...words.of(issues[0]!.stories[0]!.articles.get('es')!)]).toHaveLength(3)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openBodyWords } from '../../src/web/bodyWords.ts'
import { foldWords, shelfOf, toSearchIndex } from '../../src/web/searchIndex.ts'
import { contentFolder } from '../newsroom/contentFolder.ts'
import { copy, editionOf, newsroomOf } from './paper.ts'

const files = {
  'issues/17-01/a/es.md': copy('title: La votación\ntags: [huelga]', 'Éramos veinte. ¡Veinte! Ñandú.'),
  'issues/17-01/b/es.md': copy('title: El puerto', 'Una votación y veinte grúas.'),
  'pages/about/es.md': copy('title: Quiénes somos'),
}
const index = toSearchIndex(editionOf(newsroomOf(files)), 'es', openBodyWords(contentFolder({}), foldWords))
const shelf = (name: string): Record<string, number[]> => {
  const { text } = index.find(({ file }) => file === `search/es/${name}.js`)!
  return JSON.parse(/^searchShelf\("[^"]+",(.*)\)\n$/.exec(text)![1]!) as Record<string, number[]>
}

test('words are compared without case and accents', () => {
  expect(foldWords('¿Qué? ÑANDÚ, pingüino 17-01')).toEqual(['que', 'nandu', 'pinguino', '17', '01'])
  expect(foldWords('الإيجار')).toHaveLength(1)
})

test('a word lies on the shelf of its first two letters', () => {
  expect([shelfOf('votacion'), shelfOf('y'), shelfOf('иод')]).toEqual(['76-6f', '79', '438-43e'])
})

test('a title weighs more than the text, and what is said twice more than once', () => {
  const [first, titleWeight, step, textWeight] = shelf('76-6f')['votacion']!
  expect([first, step]).toEqual([0, 1])
  expect(titleWeight).toBeGreaterThan(textWeight!)
  expect(shelf('76-65')['veinte']).toEqual([0, 2, 1, 1])
})

test('a story is found with its page, its title and where it stood', () => {
  const stories = shelf('stories-0') as unknown as string[][]
  expect(stories[0]).toEqual(['17-01/a/index.html', 'La votación', expect.stringContaining('Volumen 17, número 1')])
  expect(stories).toHaveLength(3)
})

test('the reader’s side counts drawers and folds words by the same rules', () => {
  const script = readFileSync(new URL('../../src/web/script/search.js', import.meta.url), 'utf8')
  const source = readFileSync(new URL('../../src/web/searchIndex.ts', import.meta.url), 'utf8')
  const rule = /text\.normalize\('NFD'\).*/.exec(source)![0]
  expect(script).toContain(rule)
  expect(script).toContain(`/ ${/drawerSize = (\d+)/.exec(source)![1]}`)
})

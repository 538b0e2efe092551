import { describe, expect, test } from 'vitest'
import { describe as inWords } from '../../src/diagnostics/words.ts'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { inWordsOf, topicOf } from '../../src/newsroom/topics.ts'
import { contentFolder, issueYaml, story } from './contentFolder.ts'

const tags = new Map<string, Record<string, string>>([
  ['wages', { en: 'wages', es: 'salarios' }],
  ['Paris Commune', { en: 'Paris Commune', es: 'Comuna de París' }],
  ['base', { en: 'base', es: 'cimiento' }],
  ['ground', { en: 'ground', es: 'base' }],
])

describe('the topic of a tag', () => {
  test.each([
    ['wages', 'en', 'wages'], ['SALARIOS', 'es', 'wages'], ['comuna de paris', 'es', 'Paris Commune'], ['salarios', 'en', 'wages'],
    // A name in the tag's own language goes before the key of another topic.
    ['base', 'es', 'ground'], ['base', 'en', 'base'], ['cimiento', 'es', 'base'], ['rent', 'en', undefined],
  ])('%s in %s is %s', (tag, language, key) => {
    expect(topicOf({ tags }, tag, language)).toBe(key)
  })

  test('is said in the words of the reader, once, and as it is written where there is no name', () => {
    expect(inWordsOf({ tags }, ['Wages', 'rent', 'salarios', 'Paris Commune'], 'en', 'es')).toEqual(['salarios', 'rent', 'Comuna de París'])
    expect(inWordsOf({ tags }, ['wages'], 'en', 'hi')).toEqual(['wages'])
  })
})

describe('a tag without a name', () => {
  const found = (paper: string, files: Record<string, string>) => readNewsroom(contentFolder({
    'paper.yaml': `name: { en: A, es: B }\nlanguages: [en, es]\n${paper}`, 'issues/17-01/issue.yaml': issueYaml, ...files,
  })).diagnostics
  const en = story('Text.', 'title: A\ntags: [wages, rent]')
  const es = story('Texto.', 'title: B\nfrom: en')

  test('is told once, where it is first written, with the line to add', () => {
    const files = { 'issues/17-01/a/en.md': en, 'issues/17-01/a/es.md': es, 'issues/17-01/b/en.md': en, 'issues/17-01/b/es.md': es }
    const told = found('tags: { port: { en: port, es: puerto } }\n', files)
    // A paper that names no tag at all is not asked to begin.
    expect(found('', files)).toEqual([])
    expect(told.map(({ id, place, params }) => [id, place.file, place.start?.line, params['tag']])).toEqual([
      ['story/tag-without-name', 'issues/17-01/a/en.md', 3, 'wages'], ['story/tag-without-name', 'issues/17-01/a/en.md', 3, 'rent'],
    ])
    expect(inWords(told[0]!, 'en').fix).toBe('write under “tags:” in paper.yaml what it is called there: wages: { en: wages, es: … }')
  })

  test('is told of a topic that lacks this language alone', () => {
    const told = found('tags: { wages: { en: wages }, rent: { en: rent, es: alquiler } }\n', { 'issues/17-01/a/en.md': en, 'issues/17-01/a/es.md': es })
    expect(told.map(({ params }) => params['tag'])).toEqual(['wages'])
  })

  test('is nobody\'s loss in one language, in a translation with tags of its own, or in a leaflet\'s further language', () => {
    const own = story('Texto.', 'title: B\nfrom: en\ntags: [salarios, alquiler]')
    const tags = 'tags: { port: { en: port, es: puerto } }\n'
    expect(found(tags, { 'issues/17-01/a/en.md': en, 'leaflets/rent/en.md': en, 'leaflets/rent/ar.md': story('x', 'title: C\nfrom: en') })).toEqual([])
    expect(found(tags, { 'issues/17-01/a/en.md': en, 'issues/17-01/a/es.md': own }).map(({ id }) => id)).toEqual([])
  })

  test('one text names it in every language', () => {
    expect(found('tags: { wages: wages, rent: rent }\n', { 'issues/17-01/a/en.md': en, 'issues/17-01/a/es.md': es })).toEqual([])
  })
})

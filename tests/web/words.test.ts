import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import en from '../../src/languages/words/en.json' with { type: 'json' }
import es from '../../src/languages/words/es.json' with { type: 'json' }

const isOurs = (key: string): boolean => key.startsWith('web.') || key.startsWith('command.start.')
const keysOf = (words: Record<string, string>): string[] => Object.keys(words).filter(isOurs).sort()
const withoutPlurals = (keys: string[]): string[] => [...new Set(keys.map((key) => key.replace(/_(one|many|other)$/, '')))]
const holesOf = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort()

test('English and Spanish have the same words', () => {
  expect(withoutPlurals(keysOf(es))).toEqual(withoutPlurals(keysOf(en)))
})

test.each(Object.entries({ en, es }))('every counted word has all the plurals of %s', (language, words) => {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const counted = keysOf(words).filter((key) => key.endsWith('_other')).map((key) => key.replace(/_other$/, ''))
  expect(counted.length).toBeGreaterThan(0)
  for (const key of counted) expect(Object.keys(words)).toEqual(expect.arrayContaining(categories.map((category) => `${key}_${category}`)))
})

test('every word has the same places for facts in both languages', () => {
  for (const key of keysOf(en).filter((key) => key in es)) {
    expect([key, holesOf((es as Record<string, string>)[key]!)]).toEqual([key, holesOf((en as Record<string, string>)[key]!)])
  }
})

test('every key that the pages name exists', () => {
  const folder = new URL('../../src/web/', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|astro)$/.test(file))
  const named = files.flatMap((file) => [...readFileSync(new URL(file, folder), 'utf8').matchAll(/'(web\.[\w.]+)'/g)].map(([, key]) => key!))
  const words = en as Record<string, string>
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((key) => words[key] === undefined && words[`${key}_other`] === undefined)).toEqual([])
})

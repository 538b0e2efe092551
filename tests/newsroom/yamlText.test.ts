import { describe, expect, test } from 'vitest'
import { parsePlainYaml, parseYaml } from '../../src/newsroom/yamlText.ts'
import { xorshift } from './hostileText.ts'

const file = 'issues/17-01/a/en.md'

/** Whether the text is plain; if so, it must be what the parser makes of it. */
function isPlain(text: string): boolean {
  const plain = parsePlainYaml(text, file)
  if (plain !== undefined) expect(JSON.stringify(plain), JSON.stringify(text)).toBe(JSON.stringify(parseYaml(text, file)))
  return plain !== undefined
}

const keys = ['title: ', 'tags: ', 'a-b_c: ', 'no: ', 'title : ', 'title:', '  title: ', '- ', '__proto__: ', '1: ', '? ', 'é: ', '"a": ', '']
const values = [
  'A', 'The dockers', 'Año 1917', '2026-11-15', 'a, b', 'a,b', 'no', 'null', '~', '0x1f', 'a: b', 'a:b', 'a #b', 'a#b', '#a', 'a  b', 'a ', ' a', '"a"', 'it\'s', '\'a\'', 'a "b" c', '[a, b]', '[a b, c-d]', '[a,b]', '[ a ]', '[a, ]', '[]', '[a: b]', '[a]b', '[[a]]',
  '[a, #b]', '[a', 'a]', '{a: b}', '{a}', '&a', '*a', '!a', '|', '>', '%a', '@a', '`a', '- a', 'a - b', '—a', '¿a?', 'a?', 'a!', 'a\\b', 'a\tb', 'a\u00a0b', 'a\u2028b', 'a\u0085b', 'a\ufeffb', 'a\u0007b', 'عربي', 'हिन्दी', '🜁 a', 'a 🜁', 'a\ud800b', '--- a', '...', '',
]
const ends = ['\n', '\n', '\n', '\n\n', '\n \n', '', ' \n', '\n---\n', '\n...\n', '\n  b\n']

describe('keys that are plain are what the parser makes of them, with their places', () => {
  test.each(values)('%j', (value) => {
    for (const key of keys) for (const text of [`${key}${value}`, `\n${key}${value}\nkind: letter\n`, `kind: letter\n${key}${value}\n\n`]) isPlain(text)
  })

  test('made-up texts', () => {
    const next = xorshift(41)
    let count = 0
    for (let made = 0; made < 1500; made++) {
      const text = Array.from({ length: 1 + next(4) }, () => (
        keys[next(next(2) === 0 ? 4 : keys.length)]! + values[next(next(3) === 0 ? values.length : 6)]! + ends[next(next(3) === 0 ? ends.length : 3)]!
      )).join('')
      if (isPlain(text)) count++
    }
    expect(count).toBeGreaterThan(150)
  })

  test('what most stories begin with is plain; the same key twice, a group and a quoted headline are not', () => {
    expect(isPlain('\ntitle: The dockers voted\ndate: 2026-11-15\ntags: [transit, night work]\nfrom: en')).toBe(true)
    for (const text of ['title: A\ntitle: B', 'picture:\n  file: a.jpg', 'title: "A: b"', 'title:', '', '\n', `${'k'.repeat(2000)}: a`]) expect(isPlain(text)).toBe(false)
  })
})

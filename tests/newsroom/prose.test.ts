import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseFrontMatter } from '../../src/newsroom/frontMatter.ts'
import { parserFor } from '../../src/newsroom/markdown.ts'
import { parseProse } from '../../src/newsroom/prose.ts'
import { parseText } from '../../src/newsroom/textFile.ts'
import { textOf } from '../../scripts/bench-site/archive.ts'
import { hostile, madeText, prose, xorshift } from './hostileText.ts'

/** Letters of a text that the parser was given, of the text's own. */
interface Handed {
  given: number
  whole: number
}

/** Holds the tree of a text against the one that the parser makes of it alone, to the last key and position. */
function hold(source: string): Handed {
  const parser = parserFor(source)
  let given = 0
  const tree = parseProse(source, (text) => {
    given += text.trim().length
    return parser.parse(text)
  })
  expect(JSON.stringify(tree), JSON.stringify(source)).toBe(JSON.stringify(parser.parse(source)))
  return { given, whole: source.trim().length }
}

describe('a text whose prose goes past the parser gets the tree that the parser makes of it', () => {
  const shared = fileURLToPath(new URL('../../../shared/real-paper/content', import.meta.url))
  const folders = [fileURLToPath(new URL('../../content', import.meta.url)), fileURLToPath(new URL('../golden', import.meta.url)), shared]

  test.each(folders.filter((folder) => existsSync(folder)))('all copy in %s', (folder) => {
    const files = readdirSync(folder, { recursive: true }).map(String).filter((file) => file.endsWith('.md'))
    const handed = files.map((file) => hold(parseFrontMatter(parseText(readFileSync(join(folder, file)), file).value!, file).body))
    const sum = (key: keyof Handed): number => handed.reduce((all, each) => all + each[key], 0)
    expect(files.length).toBeGreaterThan(0)
    expect(sum('given') / sum('whole')).toBeLessThan(0.4)
  })

  test('the copy of the bench, of which the parser sees nothing', () => {
    for (let seed = 0; seed < 20; seed++) expect(hold(`   \n\n${textOf(seed)}\n`).given).toBe(0)
  })

  test.each([...prose, ...hostile])('%j between paragraphs, and in a line', (piece) => {
    for (const text of [piece, `A ${piece} b`, `A.\n${piece}\nB.`, `- a\n\n${piece}\n\nB *b* c.\n\n${piece}\n\nD.\n\n- e\n`]) hold(text)
  })

  test.each(Array.from({ length: 6 }, (_, index) => index))('made-up texts, part %i', (part) => {
    const next = xorshift(part * 7919 + 17)
    let spared = 0
    for (let count = 0; count < 100; count++) {
      const { given, whole } = hold(madeText(next))
      if (given < whole) spared++
    }
    // Most of them hold prose that the parser never saw.
    expect(spared).toBeGreaterThan(30)
  })

  test('what an open fence, a comment, a script and a container swallow is no prose', () => {
    for (const open of ['```', '~~~', '<!--', '<script>', '<!X', '- ```', '> ```', ':::sidebar', '::: sidebar', '    a']) {
      for (const close of ['```', '~~~', '-->', '</script>', '>', ':::', '']) hold(`A.\n\n${open}\n\nB > c --> d.\n\nC.\n\n${close}\n\nD.\n\n- e\n\nF.\n`)
    }
  })
})

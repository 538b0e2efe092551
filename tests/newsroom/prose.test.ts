import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseFrontMatter } from '../../src/newsroom/frontMatter.ts'
import { parserFor } from '../../src/newsroom/markdown.ts'
import { parseProse } from '../../src/newsroom/prose.ts'
import { parseText } from '../../src/newsroom/textFile.ts'
import { textOf } from '../../scripts/bench-site/archive.ts'

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

/** Marsaglia's xorshift with 32 bits: the same numbers from the same seed. */
function xorshift(seed: number): (below: number) => number {
  let state = seed || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const prose = [
  'The dockers voted.', 'Una línea\nque sigue en otra.', '“¿Y ahora?” —dijo ella.', '## A subhead', '# Part *two*', 'See [the strike](../strike) and *this* or **that**.', 'a_b_c and 3 * 4', '*Whole line*',
  'Ends _well_, and\n*begins* again.', '(**bold:** yes) [a b](https://x.org/a_b?c=d&e=f#g)', 'العمال والعاملات', 'हर बीस *मिनट* में', '🜁 *a*🜁', '1917 was a year', '«*Ya*»', '[x]', 'a\u00a0b\u00a0', 'Title\n===', 'word', 'one\ntwo\nthree',
]

const hostile = [
  '- a', '- a\n  b', '  more', '    code', '\tcode', '> quoted', '>lazy', '1. one', '1917. The', '2) b', '***', '---', '___', '===', '+ x', '```', '~~~', '```js\nx\n```', '<div>', '</div>', '<!--', '-->', '<!-- c -->', '<b>x</b>',
  '<script>', '</script>', '<?x', '?>', '<!X', '<![CDATA[', ']]>', '| a | b |\n|---|:-:|\n| c | d |', 'a|b\n-|-', ':-', '[ref]', '[ref]: /x "t"', '[^1]', '[^1]: Note.', '[^1]: a\n\n    b', '![a](b.jpg)', '![a][ref]', '[a](<b c> "t")',
  '[a]()', '[a](b', '[a [b](c)](d)', '[*a](b*)', '*[a](b)*', ':::pull-quote', ':::', '::::sidebar{title="x"}', '::::', ':::sidebar[La *bel*]', '::picture{file="a.jpg"}', '::foo', ':x[y]{z}', '  :::', '&amp;', '&#0;', '&', '\\', '\\*', 'a\\\nb',
  'a  \nb', 'a \nb', 'a\n b', ' a', '   a', 'a ', '#', '# ', '#a', '####### a', '# a #', '# a \\#', '#\ta', '*', '**', '***a***', '**a *b* c**', '*a _b* c_', 'a*b*c', '_a_b_', '*a*b', '~~x~~', '~x~', '`code`', '``', '`a', '<https://x.org>', 'www.x.org',
  '\u00a0', '\u2028', '\v', '\f', '\u0000', '\ufeff', '\ud800', '\u202e', 'a\tb', '\t', ' ', '  ', '     ', '!', '![', ']', ']:', '[', '](', '(', ')', '.', '"', "'", '—', '…', '¿', 'x', '\r', '\r\n',
]

const ends = ['\n\n', '\n\n', '\n\n', '\n', '\n', '\n\n\n', '\n \n', '\n\t\n', ' ', '', '\n\n  ', '\n\n    ', '\n> \n', '\n\n> ', '\n\n- ']

function made(next: (below: number) => number): string {
  // Hostile pieces are rare in one text and all that there is in another.
  const share = 1 + next(10)
  return Array.from({ length: 1 + next(14) }, () => {
    const from = next(10) < share ? prose : hostile
    return from[next(from.length)]! + ends[next(share > 6 ? 4 : ends.length)]!
  }).join('')
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
      const { given, whole } = hold(made(next))
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

import type { Nodes, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { describe, expect, test } from 'vitest'
import type { CopyContext } from '../../src/newsroom/copy.ts'
import { parseMarkdown } from '../../src/newsroom/markdown.ts'

const context: CopyContext = { file: 'issues/17-01/strike/en.md', folder: 'issues/17-01/strike', language: 'en', findPicture: () => ({ state: 'found' }) }

function parse(text: string, language = 'en'): Root {
  return parseMarkdown(text, { ...context, language }).body
}

/** A tree in one line: `paragraph(text "x")`. */
function draw(node: Nodes): string {
  if ('children' in node) {
    const more = node.type === 'heading' ? node.depth : node.type === 'sidebar' && node.title !== undefined ? `[${node.title}]` : ''
    return `${node.type}${more}(${node.children.map(draw).join(' ')})`
  }
  if (node.type === 'figure') return `figure(${[node.picture.file, node.picture.alt, node.picture.caption, node.picture.credit].join('|')})`
  return 'value' in node ? JSON.stringify(node.value) : node.type
}

const drawBody = (text: string, language = 'en'): string => parse(text, language).children.map(draw).join(' ')

const trees: [behaviour: string, text: string, tree: string][] = [
  ['a pull quote', ':::pull-quote\nWe won.\n:::', 'pullQuote(paragraph("We won."))'],
  ['a sidebar with a title', ':::sidebar{title="How \'we\' won"}\nText.\n\n- a\n:::', 'sidebar[How ‘we’ won](paragraph("Text.") list(listItem(paragraph("a"))))'],
  ['a sidebar with a label', ':::sidebar[How *we* won]\nText.\n:::', 'sidebar[How we won](paragraph("Text."))'],
  ['a sidebar without a title', ':::sidebar\nText.\n:::', 'sidebar(paragraph("Text."))'],
  ['a picture by directive', '::picture{file="a.jpg" alt=\'Dockers\' caption="At the gate" credit="Ana"}', 'figure(issues/17-01/strike/a.jpg|Dockers|At the gate|Ana)'],
  ['a picture alone in its paragraph', '![Dockers](a.jpg "At the \'gate\'")', 'figure(issues/17-01/strike/a.jpg|Dockers|At the ‘gate’|)'],
  ['a picture by reference', '![Dockers][p]\n\n[p]: a.jpg "Gate"', 'figure(issues/17-01/strike/a.jpg|Dockers|Gate|)'],
  ['a picture with blanks in its name', '![D](a%20b.jpg)', 'figure(issues/17-01/strike/a%20b.jpg|D||)'],
  ['two pictures in one paragraph', '![A](a.jpg)\n![B](b.jpg)', 'figure(issues/17-01/strike/a.jpg|A||) figure(issues/17-01/strike/b.jpg|B||)'],
  ['a picture within a line', 'Look ![A](a.jpg) here.', 'paragraph("Look  here.") figure(issues/17-01/strike/a.jpg|A||)'],
  ['a picture that is a link', '[![A](a.jpg)](https://x.org)', 'figure(issues/17-01/strike/a.jpg|A||)'],
  ['a sign-off', 'Text.\n\n—The collective', 'paragraph("Text.") signOff("—The collective")'],
  ['a sign-off typed with hyphens', 'Text.\n\n--The collective', 'paragraph("Text.") signOff("—The collective")'],
  ['a sign-off of each part', '# A\n\nText.\n\n—Ana\n\n# B\n\nText.\n\n—Eva', 'heading1("A") paragraph("Text.") signOff("—Ana") heading1("B") paragraph("Text.") signOff("—Eva")'],
  ['a sign-off before footnotes', 'Text.[^1]\n\n—Ana\n\n[^1]: Note.', 'paragraph("Text." footnoteReference) signOff("—Ana") footnoteDefinition(paragraph("Note."))'],
  ['a dash in the middle of a story is no sign-off', '—Who? —We.\n\nText.', 'paragraph("—Who? —We.") paragraph("Text.")'],
  ['a year stays a paragraph', '1917. The *workers* rose.\n1918. War.', 'paragraph("1917. The " emphasis("workers") " rose.") paragraph("1918. War.")'],
  ['a colon in prose', 'Note:important at 8:30 :name[x]{y}', 'paragraph("Note:important at 8:30 :name[x]{y}")'],
  ['an unknown leaf', 'One\n::foo{a=b}\nTwo', 'paragraph("One\\n::foo{a=b}\\nTwo")'],
  ['an unknown container keeps what is in it', ':::note\nText.\n:::', 'paragraph(":::note\\nText.\\n:::")'],
  ['an unknown container keeps its blocks', ':::note\n\n- a\n\n:::', 'paragraph(":::note") list(listItem(paragraph("a"))) paragraph(":::")'],
  ['a comment vanishes', 'One <!-- x --> two.\n\n<!-- y -->', 'paragraph("One  two.")'],
  ['a tag goes and its text stays', 'One <u>two *three*</u>.', 'paragraph("One two " emphasis("three") ".")'],
  ['a block of tags goes and its text stays', '<div>\nOne\n</div>\n\nTwo', 'paragraph("One") paragraph("Two")'],
  ['a script goes with its text', 'One <script>two</script> three', 'paragraph("One  three")'],
  ['a form that is never closed does not swallow the story', '<form>\n\nOne\n\nTwo <object> three', 'paragraph("One") paragraph("Two  three")'],
  ['a form goes with what is in it', '<form>\n\nOne\n\n</form>\n\nTwo', 'paragraph("Two")'],
  ['a line break tag breaks the line', 'One<br>two', 'paragraph("One" break "two")'],
  ['a dangerous link is its text', 'Go [*out*](javascript:x) now', 'paragraph("Go " emphasis("out") " now")'],
  ['tables and strikethrough', '| a |\n|---|\n| ~~b~~ |', 'table(tableRow(tableCell("a")) tableRow(tableCell(delete("b"))))'],
  ['a section break', 'One\n\n***\n\nTwo', 'paragraph("One") thematicBreak paragraph("Two")'],
  ['code stays as it was typed', '`"a" -- b` and "c"', 'paragraph("\\"a\\" -- b" " and “c”")'],
  ['a quotation that closes within emphasis', '"One *two"* three', 'paragraph("“One " emphasis("two”") " three")'],
  ['an address in prose is no link', 'www.x.org and https://x.org', 'paragraph("www.x.org and https://x.org")'],
]

describe('the house tree', () => {
  test.each(trees)('%s', (_behaviour, text, tree) => {
    expect(drawBody(text)).toBe(tree)
  })

  test('Spanish dialogue and quotation marks', () => {
    expect(drawBody('—¿"Qué"? «Nada» -- dijo.', 'es')).toBe('signOff("—¿“Qué”? «Nada» — dijo.")')
  })

  test('line ends inside a paragraph are kept, as places are counted by them', () => {
    expect(toString(parse('"One\ntwo"\nthree'))).toBe('“One\ntwo”\nthree')
  })

  test('every node keeps its place', () => {
    const places: string[] = []
    const walk = (node: Nodes): void => {
      places.push(`${node.type} ${node.position?.start.line}:${node.position?.start.column}`)
      if ('children' in node) node.children.forEach(walk)
    }
    parse('## A\n\n:::sidebar\nB *c*\n:::\n\n—D').children.forEach(walk)
    expect(places).toEqual([
      'heading 1:1', 'text 1:4', 'sidebar 3:1', 'paragraph 4:1', 'text 4:1', 'emphasis 4:3', 'text 4:4', 'signOff 7:1', 'text 7:1',
    ])
  })

  test.each([
    ['../paris', 'issues/17-01/paris'],
    ['../paris/', 'issues/17-01/paris'],
    ['../paris/es.md', 'issues/17-01/paris'],
    ['../paris#vote', 'issues/17-01/paris'],
    ['../../16-12/rail', 'issues/16-12/rail'],
    ['../../../leaflets/rent', 'leaflets/rent'],
    ['../../../pages/about', 'pages/about'],
  ])('a link to %s refers to %s', (url, folder) => {
    const [paragraph] = parse(`[x](${url})`).children
    const link = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
    expect(link?.type === 'link' && link.data?.crossReference).toEqual({ folder })
  })

  test('links by reference are links', () => {
    expect(drawBody('[a][x], [x] and [y]\n\n[x]: https://x.org')).toBe('paragraph(link("a") ", " link("x") " and [y]")')
  })
})

test('a text is the same whichever extensions the rest of the story needs', () => {
  const pieces = [
    'Who\n:-', 'a\n-:', 'a\n---', '- a\n- b', '1. a', '> quote', '`code`', '*a* **b**', '~a~', '~ ~', ':a: 8:30', ': a', '[^', '[a]', '[a](b)', '^a^',
    '\\', '&amp;', '![A](a.jpg)', '***', '    code', '# Part', '1917. A', '<b>x</b>', 'word', 'word', '\n\n', '\n\n', '\n', ' ',
  ]
  const all = '\n\nA | b ~~c~~ :: d [^9].\n'
  let state = 17
  const chance = (most: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 8) % most
  }
  let compared = 0
  for (let round = 0; round < 800; round++) {
    const text = Array.from({ length: 3 + chance(12) }, () => pieces[chance(pieces.length)]!).join('')
    const [few, many] = ['\n\nThe end.\n', all].map((end) => parse(`${text.trimEnd()}${end}`).children) as [Root['children'], Root['children']]
    // Whatever swallows the last paragraph (a list, code) cannot be compared.
    if (few.at(-1)?.type !== 'paragraph' || draw(few.at(-1)!) !== 'paragraph("The end.")') continue
    compared++
    expect(many.slice(0, -1).map(draw), text).toEqual(few.slice(0, -1).map(draw))
  }
  expect(compared).toBeGreaterThan(400)
})

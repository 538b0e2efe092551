import { describe, expect, test } from 'vitest'
import { sortDiagnostics } from '../../src/diagnostics/report.ts'
import { describe as describeDiagnostic, formatPlace } from '../../src/diagnostics/words.ts'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { contentFolder, issueYaml, story } from './contentFolder.ts'

/** `file:line:column id` of every finding; the story's own file is left out of its places. */
function findings(files: Record<string, string | Uint8Array>): string[] {
  return sortDiagnostics(readNewsroom(contentFolder(files)).diagnostics)
    .map(({ id, place }) => `${formatPlace(place).replace('issues/17-01/strike/en.md:', '').replace('issues/17-01/', '')} ${id}`)
}

const inIssue = (text: string | Uint8Array, more: Record<string, string | Uint8Array> = {}): Record<string, string | Uint8Array> =>
  ({ 'issues/17-01/issue.yaml': issueYaml, 'issues/17-01/strike/en.md': text, ...more })

const bodies: [behaviour: string, body: string, expected: string[]][] = [
  ['a plain text is right', 'The dockers walked out.', []],
  ['a tag is removed', 'The <b>dockers</b> walked out.', ['5:5 html/tag']],
  ['a block of tags is removed', '<div class="x">\nThe dockers\n</div>', ['5:1 html/tag']],
  ['a comment may stand', 'The dockers <!-- check --> walked out.\n\n<!-- more\n\nhere -->', []],
  ['a script is an error', 'Out. <script>alert(1)</script>', ['5:6 html/dangerous']],
  ['a block of script is an error', '<script>\nalert(1)\n\nalert(2)\n</script>\n\nOut.', ['5:1 html/dangerous']],
  ['a style is an error', '<style>p{}</style>\n\nOut.', ['5:1 html/dangerous']],
  ['a frame is an error', 'Out. <iframe src="https://x.org"></iframe>', ['5:6 html/dangerous']],
  ['a form is an error', '<form action="x"><input></form>\n\nOut.', ['5:1 html/dangerous']],
  ['an event handler is an error', 'Out <b onclick="x()">now</b>.', ['5:5 html/event-handler']],
  ['a link to a script is an error', 'Go [out](javascript:alert(1)).', ['5:4 link/dangerous']],
  ['a link hidden in entities is an error', 'Go [out](java&#x73;cript&colon;alert(1)).', ['5:4 link/dangerous']],
  ['a link hidden in white space is an error', 'Go [out](<java&#9;script:alert(1)>).', ['5:4 link/dangerous']],
  ['a link hidden in percent signs is an error', 'Go [out](javascript%3Aalert(1)).', ['5:4 link/dangerous']],
  ['a link to data is an error', 'Go [out](data:text/html,x).', ['5:4 link/dangerous']],
  ['a link to Visual Basic is an error', 'Go [out](VBScript:x).', ['5:4 link/dangerous']],
  ['a dangerous definition is an error where it is used', 'Go [out][1].\n\n[1]: javascript:x', ['5:4 link/dangerous']],
  ['other schemes are not opened', 'Call [us](tel:123).', ['5:6 link/scheme']],
  ['a link to another host without scheme is not opened', 'Go [out](//x.org).', ['5:4 link/scheme']],
  ['http, https and mailto are right', '[a](http://x.org) [b](https://x.org) [c](mailto:a@x.org) <https://x.org>', []],
  ['an empty link leads nowhere', 'Go [out]().', ['5:4 link/empty']],
  ['a link to a file is dead', 'See [it](flyer.pdf).', ['5:5 link/dead']],
  ['a link from the root is dead', 'See [it](/about).', ['5:5 link/dead']],
  ['a link to a story that is not there', 'See [it](../stricke).', ['5:5 link/unknown-story']],
  ['a link to a story of another issue that is not there', 'See [it](../../16-01/x).', ['5:5 link/unknown-story']],
  ['a link to itself is right', 'See [it](../strike), [again](../strike/), [and](../strike/en.md).', []],
  ['a link to a heading', '## The vote\n\n[up](#the-vote) [down](#the-veto)', ['7:17 link/dead-fragment']],
  ['a picture of another site', '![Dockers](https://x.org/a.jpg)\n\nOut.', ['5:1 pictures/remote']],
  ['a picture of another host', '![Dockers](//x.org/a.jpg)\n\nOut.', ['5:1 pictures/remote']],
  ['a picture as data', '![Dockers](data:image/png;base64,AAAA)\n\nOut.', ['5:1 pictures/as-data']],
  ['a picture of another folder', '![Dockers](../a.jpg)\n\nOut.', ['5:1 pictures/outside']],
  ['a picture of the root', '![Dockers](/a.jpg)\n\nOut.', ['5:1 pictures/outside']],
  ['a picture of a drive', '![Dockers](C:\\a.jpg)\n\nOut.', ['5:1 pictures/outside']],
  ['a picture that is not there', '![Dockers](b.jpg)\n\nOut.', ['5:1 pictures/missing']],
  ['a picture without words', '![](a.jpg)', ['5:1 pictures/missing-alt']],
  ['a picture that is right', '![Dockers](a.jpg "At the gate")', []],
  ['a picture by directive without words', '::picture{file="a.jpg"}', ['5:1 pictures/missing-alt']],
  ['a picture by directive without file', '::picture{alt="Dockers"}\n\nOut.', ['5:1 pictures/no-file']],
  ['a directive with an unknown attribute', "::picture{file='a.jpg' alt='Dockers' captoin='x'}", ['5:1 yaml/unknown-key']],
  ['a picture within a line', 'Look ![Dockers](a.jpg) here.', ['5:6 pictures/in-text']],
  ['a picture of another site within a line', 'Look ![Dockers](https://x.org/a.jpg) here.', ['5:6 pictures/remote']],
  ['a block that is not closed', ':::sidebar\nText', ['5:1 text/unclosed-block']],
  ['a block with a likely name', ':::pullquote\nText\n:::', ['5:1 text/unknown-block']],
  ['colons in prose are right', 'Note:important at 8:30 :name\n\n::foo\n\n:::\n\nOut.', []],
  ['a year is no list', '1917. The workers rose.', ['5:1 text/year']],
  ['a short list is a list', '1. One\n2. Two', []],
  ['a heading that jumps', '## A\n\n#### B', ['7:1 text/heading-jump']],
  ['nested quotations without end', `${'> '.repeat(40)}deep`, ['strike/en.md text/too-deep']],
  ['a paragraph of a newspaper page', 'The dockers walked out. '.repeat(400), []],
  ['a paragraph that goes on for pages', `Out.\n\n${'The dockers walked out. '.repeat(10_000)}`, ['7:1 text/long-paragraph']],
  ['a word that is none', `Out.\n\n${'x'.repeat(30_000)}`, ['7:1 text/long-paragraph']],
  ['a heading without end', `## ${'x'.repeat(30_000)}`, ['5:1 text/long-paragraph']],
  ['a line of code without end', `    ${'x'.repeat(30_000)}`, ['5:1 text/long-paragraph']],
  ['a note without end', `Out.[^1]\n\n[^1]: ${'x '.repeat(110_000)}`, ['7:7 text/long-paragraph']],
  ['no text', '', ['strike/en.md story/empty']],
]

describe('Markdown in, findings out', () => {
  test.each(bodies)('%s', (_behaviour, body, expected) => {
    expect(findings(inIssue(story(body), { 'issues/17-01/strike/a.jpg': 'x' }))).toEqual(expected)
  })
})

const heads: [behaviour: string, keys: string, expected: string[]][] = [
  ['every key that there is', 'title: A\nkind: story\nkicker: B\ndeck: C\nbyline: [D, E]\ndateline: F\ndate: 2026-11-01\nsection: struggle\ntags: [g]\nmap: -33.6, -71.6\ntranslator: L\njumpHead: H\npicture: { file: a.jpg, alt: I, caption: J, credit: K }', []],
  ['no headline', 'deck: A', ['1:1 story/missing-title']],
  ['an empty headline', 'title:', ['2:1 story/missing-title']],
  ['a key with a slip', 'title: A\nbylin: B', ['3:1 yaml/unknown-key']],
  ['an unquoted colon', 'title: Strike: day two', ['2:14 yaml/unquoted-colon']],
  ['a headline with a hash', 'title: #1 in profits', ['2:8 yaml/needs-quotes']],
  ['a headline with an asterisk', 'title: *Red* flag', ['2:8 yaml/needs-quotes']],
  ['a headline with an at sign', 'title: @home', ['2:8 yaml/needs-quotes']],
  ['a headline quoted in part', 'title: "Commune" day', ['2:8 yaml/needs-quotes']],
  ['a number with its sign within a headline', 'title: Dock #5 shuts\nkicker: a note # stays one', ['2:8 yaml/needs-quotes']],
  ['brackets before a headline', 'title: [Update] The strike', ['2:8 yaml/needs-quotes']],
  ['a brace, a block or an item before a headline', 'title: {x} A\ndeck: > half\nkicker: - dash', ['2:8 yaml/needs-quotes', '3:7 yaml/needs-quotes', '4:9 yaml/needs-quotes']],
  ['a key without a space after its colon', 'title: A\ndeck:Out', ['3:1 yaml/broken', '3:1 yaml/unknown-key']],
  ['a blank of a word processor before a key and after its colon', 'title:\u00a0A\nbyline:\n\u00a0-\u00a0B\n\u00a0- C', []],
  ['a quotation mark that is not closed', 'title: "A\ndeck: B', ['3:8 yaml/unclosed']],
  ['a tab before a key', 'title: A\npicture:\n\tfile: a.jpg\n\talt: B', ['4:1 yaml/tab']],
  ['a key twice', 'title: A\ntitle: B', ['3:1 yaml/key-twice']],
  ['a text instead of keys', 'hello', ['1:1 story/missing-title', '2:1 yaml/not-keys']],
  ['a group where words must stand', 'title: { en: A }', ['2:1 story/missing-title', '2:1 yaml/not-text']],
  ['a kind with a slip', 'title: A\nkind: stroy', ['3:1 story/unknown-kind']],
  ['a picture in words alone', 'title: A\npicture: { alt: Dockers at the gate }', ['3:1 story/picture-without-file']],
  ['an unknown section', 'title: A\nsection: strugle', ['3:1 story/unknown-section']],
  ['an unknown series', 'title: A\nseries: commune', ['3:1 story/unknown-series']],
  ['a place on the map as a list', 'title: A\nmap: [-33.6, 151]', []],
  ['a place without a map', 'title: A\nmap: San Antonio', ['3:1 story/map-point']],
  ['a place beyond the pole', 'title: A\nmap: 133.6, 71.6', ['3:1 story/map-point']],
  ['half a place', 'title: A\nmap: 33.6', ['3:1 story/map-point']],
  ['a group for a place', 'title: A\nmap: { north: 1 }', ['3:1 story/map-point']],
  ['a date with single digits', 'title: A\ndate: 2026-2-3', ['3:1 date/wrong']],
  ['a day that is not in the calendar', 'title: A\ndate: 2026-02-30', ['3:1 date/wrong']],
  ['a language that is not there', 'title: A\nfrom: fr', ['3:1 story/unknown-original']],
  ['a long headline', `title: ${'word '.repeat(30)}`, ['2:1 story/headline-too-long']],
  ['a long jump head', `title: A\njumpHead: ${'word '.repeat(10)}`, ['3:1 story/headline-too-long']],
  ['a picture without words', 'title: A\npicture: a.jpg', ['3:1 pictures/missing-alt']],
  ['a picture that is not there', 'title: A\npicture: { file: b.jpg, alt: B }', ['3:12 pictures/missing']],
  ['an unknown key of the picture', 'title: A\npicture: { file: a.jpg, alt: B, captoin: C }', ['3:33 yaml/unknown-key']],
  ['aliases that would multiply', 'title: A\na: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]', ['3:1 yaml/unknown-key', '3:4 yaml/needs-quotes', '4:1 yaml/unknown-key', '4:4 yaml/needs-quotes', '5:1 yaml/unknown-key', '5:5 yaml/needs-quotes', '5:9 yaml/needs-quotes']],
  ['brackets without end', `title: A\ntags: ${'['.repeat(20)}${']'.repeat(20)}`, ['3:1 yaml/not-list', '3:19 yaml/too-deep']],
]

describe('front matter in, findings out', () => {
  test.each(heads)('%s', (_behaviour, keys, expected) => {
    expect(findings(inIssue(story('Text.', keys), { 'issues/17-01/strike/a.jpg': 'x' }))).toEqual(expected)
  })

  test('front matter that is missing', () => {
    expect(findings(inIssue('The dockers.'))).toEqual(['1:1 frontmatter/missing', '1:1 story/missing-title'])
  })

  test('front matter in a programming language is not run', () => {
    expect(findings(inIssue('---js\n{ title: process.exit(9) }\n---\n\nText.'))).toContain('1:1 frontmatter/missing')
  })

  test('front matter that is not closed', () => {
    expect(findings(inIssue('---\ntitle: A\n\nThe dockers.'))).toEqual(['1:1 frontmatter/unclosed', '1:1 story/missing-title'])
  })

  test('front matter without end', () => {
    expect(findings(inIssue(`---\ntitle: A\n# ${'x'.repeat(30_000)}\n---\n\nText.`))).toContain('1:1 frontmatter/too-long')
  })

  test('a picture whose accents are one sign in the text and two in its name, or the other way round', () => {
    const [one, two] = ['fotografía.jpg'.normalize('NFC'), 'fotografía.jpg'.normalize('NFD')]
    for (const [typed, saved] of [[one, two], [two, one]]) {
      const text = story(`![The gate](${typed})\n\n![The gate](${encodeURI(typed!)})`, `title: A\npicture: { file: ${typed}, alt: B }`)
      expect(findings(inIssue(text, { [`issues/17-01/strike/${saved}`]: 'x' }))).toEqual([])
    }
  })

  test('a language that is none of the paper\'s, and the one that was likely meant', () => {
    const files = inIssue(story('Text.'), { 'issues/17-01/strike/ES.md': story('Texto.', 'title: A\nfrom: en'), 'issues/17-01/strike/pt.md': story('Texto.', 'title: A\nfrom: en') })
    const said = readNewsroom(contentFolder(files)).diagnostics.filter(({ id }) => id === 'story/unknown-language')
    expect(said.map((each) => describeDiagnostic(each, 'en').fix)).toEqual([
      'rename the file to es.md if that was meant, or add ES to languages in paper.yaml.', "add it to languages in paper.yaml, or check the file's name.",
    ])
  })

  test('keys as other programs and other languages call them, and groups with an example of their own', () => {
    const said = readNewsroom(contentFolder(inIssue(story('Text.', 'title: A\nauthor: B\nsubtítulo: C\nimage: d.jpg\nxyz: E\npicture: [a.jpg]')))).diagnostics
    expect(sortDiagnostics(said).map((each) => describeDiagnostic(each, 'en').fix)).toEqual([
      'write byline instead.', 'write deck instead.', 'write picture instead.', 'remove it, or check how it is written.',
      'write it in braces, such as { file: gate.jpg, alt: Dockers at the gate }.',
    ])
  })

  test('tags in one line, with commas', () => {
    const { value } = readNewsroom(contentFolder(inIssue(story('Text.', 'title: A\ntags: docks, night work\nbyline: Port, Chile'))))
    expect(value!.issues[0]!.stories[0]!.articles.get('en')).toMatchObject({ tags: ['docks', 'night work'], bylines: ['Port, Chile'] })
  })

  test('a picture within a line is named as in the text', () => {
    const [said] = readNewsroom(contentFolder(inIssue(story('Look ![Dockers](a.jpg) here.'), { 'issues/17-01/strike/a.jpg': 'x' }))).diagnostics
    expect(describeDiagnostic(said!, 'en').message).toMatch(/^The picture a\.jpg stands/)
  })

  test('brackets that overflow the stack', () => {
    expect(findings(inIssue(story('Text.', `title: ${'['.repeat(9000)}`)))).toContain('2:20 yaml/too-deep')
  })

  test('byte order marks, Windows line ends and a last line without end are right', () => {
    expect(findings(inIssue('\ufeff\ufeff---\r\ntitle: A\r\n---\r\n\r\nText.'))).toEqual([])
  })

  test('bytes that are not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('---\ntitle: A\n---\n\nHu'), Buffer.from([0xe9]), Buffer.from('lga\n')])
    expect(findings(inIssue(bytes))).toEqual(['5:3 file/not-utf8'])
  })

  test('a file that is too large', () => {
    expect(findings(inIssue(story('x'.repeat(600_000))))).toEqual(['strike/en.md file/too-large'])
  })
})

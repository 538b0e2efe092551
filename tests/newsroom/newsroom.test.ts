import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { sortDiagnostics } from '../../src/diagnostics/report.ts'
import { describe as describeDiagnostic, formatPlace } from '../../src/diagnostics/words.ts'
import type { Article } from '../../src/newsroom/article.ts'
import { readNewsroom, type Newsroom } from '../../src/newsroom/newsroom.ts'
import { contentFolder, issueYaml, story } from './contentFolder.ts'

type Files = Record<string, string | Uint8Array>

function read(files: Files): { newsroom: Newsroom; findings: string[]; diagnostics: Diagnostic[] } {
  const { value, diagnostics } = readNewsroom(contentFolder(files))
  const sorted = sortDiagnostics(diagnostics)
  return { newsroom: value!, diagnostics: sorted, findings: sorted.map(({ id, place }) => `${formatPlace(place)} ${id}`) }
}

const issue = (files: Files, yaml = issueYaml): Files =>
  ({ 'issues/17-01/issue.yaml': yaml, ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`issues/17-01/${file}`, text])) })

function article(newsroom: Newsroom, slug: string, language: string): Article {
  return newsroom.issues[0]!.stories.find(story => story.slug === slug)!.articles.get(language)!
}

describe('inheritance', () => {
  const original = 'title: The strike\nkind: story\ndate: 2026-11-01\nsection: struggle\ntags: [port]\npicture: { file: a.jpg, alt: Dockers, caption: At the gate, credit: Ana }'
  const files = (es: string): Files => ({
    ...issue({ 'strike/en.md': story('Text.', original), 'strike/es.md': story('Texto.', es), 'strike/a.jpg': 'x', 'strike/b.jpg': 'x' }),
    'paper.yaml': 'name: { en: Red Flag, es: Bandera Roja }\nsections: { struggle: Struggle }\ntags: { port: { en: port, es: puerto } }\n',
  })

  test('a translation takes kind, date, section, tags, picture and credit from its original', () => {
    const { newsroom, findings } = read(files('title: La huelga\npicture: { alt: Estibadores, caption: En la puerta }\nfrom: en'))
    const es = article(newsroom, 'strike', 'es')
    expect(findings).toEqual([])
    expect(es).toMatchObject({ kind: 'story', date: '2026-11-01', section: 'struggle', tags: ['puerto'], from: 'en' })
    expect(es.picture).toMatchObject({ file: 'issues/17-01/strike/a.jpg', alt: 'Estibadores', caption: 'En la puerta', credit: 'Ana' })
    expect(es.places.kind).toBeUndefined()
  })

  test('a translation takes series and place on the map, and never the translator', () => {
    const { newsroom, findings } = read({
      ...issue({ 'strike/en.md': story('Text.', 'title: A\nseries: port\nmap: -33.6, -71.6\ntranslator: Ana'), 'strike/es.md': story('Texto.', 'title: B\nfrom: en') }),
      'paper.yaml': 'name: { en: A, es: B }\nseries: { port: { en: The port, es: El puerto } }\n',
    })
    const es = article(newsroom, 'strike', 'es')
    expect(findings).toEqual([])
    expect(newsroom.paper.series.get('port')).toEqual({ en: 'The port', es: 'El puerto' })
    expect(es).toMatchObject({ series: 'port', map: { latitude: -33.6, longitude: -71.6 } })
    expect(es.translator).toBeUndefined()
  })

  test('a translation that stands elsewhere on the map is told of', () => {
    const { findings } = read(issue({ 'strike/en.md': story('A', 'title: A\nmap: 1, 2'), 'strike/es.md': story('B', 'title: B\nfrom: en\nmap: 1, 3') }))
    expect(findings).toEqual(['issues/17-01/strike/es.md:4:1 story/differs'])
  })

  test('a value of its own wins, with a warning that names the original', () => {
    const { newsroom, diagnostics } = read(files('title: La huelga\nkind: article\ndate: 2026-11-02\ntags: [PUÉRTO]\npicture: { file: b.jpg, alt: B }\nfrom: en'))
    expect(article(newsroom, 'strike', 'es')).toMatchObject({ kind: 'article', date: '2026-11-02', picture: { file: 'issues/17-01/strike/b.jpg' } })
    expect(diagnostics.map(({ id, place, related }) => [id, place.start!.line, related?.start?.line])).toEqual([
      ['story/differs', 3, 3], ['story/differs', 4, 4], ['story/differs', 6, 7],
    ])
  })

  test('words are never inherited, except an alternative text, with a warning', () => {
    const { newsroom, findings } = read(files('title: La huelga\nfrom: en'))
    const es = article(newsroom, 'strike', 'es')
    expect(es.picture).toMatchObject({ alt: 'Dockers' })
    expect(es.picture!.caption).toBeUndefined()
    expect(findings).toEqual(['issues/17-01/strike/es.md:1:1 pictures/alt-not-translated'])
  })
})

describe('the original', () => {
  const originalOf = (en: string, es: string): string =>
    read(issue({ 'strike/en.md': story('A', `title: A\n${en}`), 'strike/es.md': story('B', `title: B\n${es}`) })).newsroom.issues[0]!.stories[0]!.original

  test('is the file without from beside one with it', () => {
    expect(originalOf('from: es', '')).toBe('es')
    expect(originalOf('', 'from: en')).toBe('en')
  })

  test('with none, it is the paper’s first language that exists', () => {
    expect(originalOf('', '')).toBe('en')
    const { newsroom } = read(issue({ 'strike/es.md': story('B') }))
    expect(newsroom.issues[0]!.stories[0]!.original).toBe('es')
  })

  test('a story may be made from a translation', () => {
    const { newsroom } = read({
      'paper.yaml': 'name: A\nlanguages: [en, es, pt]\n',
      ...issue({ 'a/es.md': story('A'), 'a/en.md': story('A', 'title: A\nfrom: es'), 'a/pt.md': story('A', 'title: A\nfrom: en') }),
    })
    const [only] = newsroom.issues[0]!.stories
    expect(only!.original).toBe('es')
    expect([...only!.articles.values()].map(({ language, from }) => [language, from])).toEqual([['en', 'es'], ['es', undefined], ['pt', 'en']])
  })
})

describe('an issue', () => {
  const three = { 'a/en.md': story('A'), 'b/en.md': story('B', 'title: B\ndate: 2026-11-02'), 'c/en.md': story('C', 'title: C\ndate: 2026-11-01'), 'd/en.md': story('D') }
  const slugs = (newsroom: Newsroom): string[] => newsroom.issues[0]!.stories.map(story => story.slug)

  test('has its listed stories first, then the others, oldest first, those without a date last', () => {
    expect(slugs(read(issue(three, `${issueYaml}stories: [d]\n`)).newsroom)).toEqual(['d', 'c', 'b', 'a'])
  })

  test('keeps the editor’s wishes, in both forms', () => {
    const { newsroom, findings } = read(issue(three, `${issueYaml}pages: 8\nstories:\n  - a\n  - { story: b, page: 1, columns: 3, rows: 6, jump: 4 }\n  - { story: c, jump: never }\n`))
    expect(findings).toEqual([])
    const [a, b, c] = [...newsroom.issues[0]!.wishes.values()]
    expect(a).toMatchObject({ story: 'a' })
    expect(b).toMatchObject({ page: 1, columns: 3, rows: 6, jump: 4, place: { start: { line: 7, column: 5 } } })
    expect(c).toMatchObject({ jump: 'never' })
  })

  const yamls: [behaviour: string, yaml: string, findings: string[]][] = [
    ['has no date', 'volume: 17\nnumber: 1\ndate:\n', ['3:1 issue/missing-date']],
    ['has a wrong date', 'volume: 17\nnumber: 1\ndate: 2026-2-3\n', ['3:1 date/wrong']],
    ['ends before it begins', `${issueYaml}until: 2026-11-01\n`, ['4:1 issue/end-before-start']],
    ['differs from its folder', 'volume: 16\nnumber: 1\ndate: 2026-11-15\n', ['1:1 issue/folder-differs']],
    ['has half a sheet', `${issueYaml}pages: 6\n`, ['4:1 issue/pages-not-sheets']],
    ['has too many pages', `${issueYaml}pages: 400\n`, ['4:1 yaml/number-out-of-range']],
    ['has pages in words', `${issueYaml}pages: eight\n`, ['4:1 yaml/not-number']],
    ['lists a story that is not there', `${issueYaml}stories: [aa]\n`, ['4:11 issue/unknown-story']],
    ['lists a story twice', `${issueYaml}stories: [a, b, a]\n`, ['4:17 issue/story-twice']],
    ['lists something else', `${issueYaml}stories: [[a], { page: 1 }]\n`, ['4:11 issue/not-a-story', '4:16 issue/not-a-story']],
    ['lists no list', `${issueYaml}stories: a\n`, ['4:1 yaml/not-list']],
    ['wishes for a page that is not there', `${issueYaml}pages: 4\nstories: [{ story: a, page: 5 }]\n`, ['5:11 issue/page-not-there']],
    ['wishes for too many columns', `${issueYaml}stories: [{ story: a, columns: 9 }]\n`, ['4:23 yaml/number-out-of-range']],
    ['wishes for too many rows', `${issueYaml}stories: [{ story: a, rows: 13 }]\n`, ['4:23 yaml/number-out-of-range']],
    ['jumps to nowhere', `${issueYaml}stories: [{ story: a, jump: maybe }]\n`, ['4:23 issue/wrong-jump']],
    ['jumps back', `${issueYaml}pages: 4\nstories: [{ story: a, page: 3, jump: 2 }]\n`, ['5:11 issue/jump-back']],
    ['has an unknown key', `${issueYaml}untill: 2026-12-01\n`, ['4:1 yaml/unknown-key']],
    ['is broken', `${issueYaml}stories: [a\npages: 8\n`, ['5:1 yaml/broken']],
  ]
  test('whose pages fill the sheets of its own printer', () => {
    const paper = (multiple: number) => ({
      'paper.yaml': 'name: A\nlanguages: [en]\nprinter: own\n',
      'printers/own.yaml': `trim: { width: 280 mm, height: 400 mm }\npages: { multiple: ${multiple}, least: 2, most: 32 }\n`,
    })
    const found = (multiple: number, pages: number) => read({ ...issue(three, `${issueYaml}pages: ${pages}\n`), ...paper(multiple) }).findings.filter((each) => each.includes('pages-not'))
    expect([found(2, 6), found(8, 16), found(1, 5)]).toEqual([[], [], []])
    expect(found(8, 12)).toEqual(['issues/17-01/issue.yaml:4:1 issue/pages-not-sheets'])
  })

  test.each(yamls)('that %s', (_behaviour, yaml, expected) => {
    expect(read(issue(three, yaml)).findings.map(finding => finding.replace('issues/17-01/issue.yaml:', ''))).toEqual(expected)
  })

  test('without issue.yaml takes its numbers from the folder', () => {
    const { newsroom, findings } = read({ 'issues/17-02/a/en.md': story('A', 'title: A\ndate: 2026-11-02') })
    expect(findings).toEqual(['issues/17-02/issue.yaml issue/missing'])
    expect(newsroom.issues[0]).toMatchObject({ volume: 17, number: 2, date: '2026-11-02' })
  })

  test('may not be there twice under two spellings', () => {
    const { findings } = read({ 'issues/17-01/issue.yaml': issueYaml, 'issues/17-1/issue.yaml': issueYaml })
    expect(findings).toEqual(['issues/17-01/issue.yaml issue/same-number'])
  })

  test('with another folder name is named so', () => {
    expect(read({ 'issues/may-day/issue.yaml': issueYaml }).findings).toEqual(['issues/may-day/issue.yaml issue/folder-name'])
  })

  test('issues come newest first', () => {
    const { newsroom } = read({ 'issues/16-12/issue.yaml': 'volume: 16\nnumber: 12\ndate: 2026-10-01\n', 'issues/17-01/issue.yaml': issueYaml })
    expect(newsroom.issues.map(({ name }) => name)).toEqual(['17-01', '16-12'])
  })
})

describe('the paper', () => {
  const paper = (yaml: string): Files => ({ 'paper.yaml': yaml })

  test('needs only a name', () => {
    const { newsroom, findings } = read(paper('name: Red Flag\n'))
    expect(findings).toEqual([])
    expect(newsroom.paper).toMatchObject({ name: { en: 'Red Flag' }, languages: ['en'], printer: { name: 'us-tabloid' }, contact: {}, color: { rgb: '#000000' } })
    expect(newsroom.paper.url).toBeUndefined()
  })

  test('keeps texts with and without languages', () => {
    const { newsroom } = read(paper('name: A\nlanguages: [es, en]\ncontact: { email: a@x.org, post: { en: Box 1, es: Apartado 1 } }\ncolor: { name: Red, cmyk: [0, 95, 100, 0] }\n'))
    expect(newsroom.paper).toMatchObject({
      name: { en: 'A', es: 'A' },
      contact: { email: 'a@x.org', post: { en: 'Box 1', es: 'Apartado 1' } },
      color: { name: 'Red', cmyk: [0, 95, 100, 0], rgb: '#ff0d00', spot: false },
    })
  })

  test.each([
    ['no name', 'languages: [en]\n', ['paper.yaml:1:1 paper/missing-name']],
    ['an address that is none', 'name: A\nurl: example\n', ['paper.yaml:2:1 paper/url']],
    ['an address behind which no page can be put', 'name: A\nurl: https://example.org/a?b=1#c\n', ['paper.yaml:2:1 paper/url']],
    ['a language that is none', 'name: A\nlanguages: [english_old, en]\n', ['paper.yaml:2:13 paper/language']],
    ['a colour that is none', 'name: A\ncolor: { rgb: red }\n', ['paper.yaml:2:10 paper/color']],
    ['an unknown key', 'name: A\nslogn: B\n', ['paper.yaml:2:1 yaml/unknown-key']],
    ['an unknown way of contact', 'name: A\ncontact: { fax: 1 }\n', ['paper.yaml:2:12 yaml/unknown-key']],
    ['a flag that is none', 'name: A\ncolor: { spot: maybe }\n', ['paper.yaml:2:10 yaml/not-flag']],
    ['sections that are no group', 'name: A\nsections: [a]\n', ['paper.yaml:2:1 yaml/not-group']],
  ])('with %s', (_behaviour, yaml, expected) => {
    expect(read(paper(yaml)).findings).toEqual(expected)
  })
})

describe('the content folder', () => {
  test('that is not there', () => {
    const { value, diagnostics } = readNewsroom(join(contentFolder({}), 'nowhere'))
    expect(value).toBeUndefined()
    expect(diagnostics.map(({ id }) => id)).toEqual(['folder/missing'])
  })

  test('with files of YAML under another name says how to rename them', () => {
    const root = contentFolder({ 'issues/17-01/issue.yml': issueYaml, 'issues/17-01/a/en.md': story('A'), 'Paper.yml': 'name: A\n', 'glossary.yml': '- { en: base }\n' })
    rmSync(join(root, 'paper.yaml'))
    const found = readNewsroom(root).diagnostics.map((each) => [each.id, describeDiagnostic(each, 'en').fix])
    expect(found).toEqual(expect.arrayContaining([
      ['paper/missing', 'rename Paper.yml to paper.yaml.'],
      ['issue/missing', 'rename issue.yml in its folder to issue.yaml.'],
      ['file/misspelt', 'rename it to glossary.yaml.'],
    ]))
    expect(found).toHaveLength(3)
  })

  test('without paper.yaml is read all the same', () => {
    const root = contentFolder(issue({ 'a/en.md': story('A') }))
    writeFileSync(join(root, 'paper.yaml'), '')
    const { value, diagnostics } = readNewsroom(root)
    expect(value!.issues[0]!.stories).toHaveLength(1)
    expect(diagnostics.map(({ id }) => id)).toEqual(['paper/missing-name'])
  })

  test('folders and files with names that are no addresses or languages', () => {
    const { findings } = read(issue({
      'Big Strike/en.md': story('A'), 'a/en.md': story('A'), 'a/English.md': 'x', 'a/es.markdown': 'x', 'a/README.md': 'x', 'a/fr.md': story('A'),
    }))
    expect(findings).toEqual([
      'issues/17-01/Big Strike folder/name',
      'issues/17-01/a/English.md file/stray-name',
      'issues/17-01/a/es.markdown file/stray-name',
      'issues/17-01/a/fr.md story/unknown-language',
    ])
  })

  test('copy that lies where no story is read, and where it should lie', () => {
    const root = contentFolder({
      ...issue({ 'a/en.md': story('A'), 'b/c/en.md': story('C'), 'a/old/en.md': story('Old'), 'The hour.md': story('B'), 'notes.md': 'x' }),
      'leaflets/rent.md': story('R'), 'Leaflets/heat/en.md': story('H'), 'drafts/x/es.md': story('X'), 'story.md': story('S'), 'README.md': 'x', 'pictures/a.txt': 'x',
    })
    const stray = readNewsroom(root).diagnostics.filter(({ id }) => id === 'file/stray-place')
    expect(Object.fromEntries(stray.map((each) => [each.place.file, each.params.likely]))).toEqual({
      'issues/17-01/The hour.md': 'issues/17-01/the-hour/en.md', 'issues/17-01/b/c': 'issues/17-01/c',
      'leaflets/rent.md': 'leaflets/rent/en.md', Leaflets: 'leaflets', drafts: '', 'story.md': '',
    })
  })

  test('two folders with one address', () => {
    const { newsroom, findings } = read(issue({ 'Strike/en.md': story('A'), 'strike/en.md': story('B') }))
    expect(findings).toEqual(['issues/17-01/Strike folder/name', 'issues/17-01/strike folder/same-address'])
    expect(newsroom.issues[0]!.stories).toHaveLength(1)
  })

  test('a page with an address that the site needs', () => {
    expect(read({ 'pages/archive/en.md': story('A') }).findings).toEqual(['pages/archive folder/same-address'])
  })

  test('a leaflet may be in any language', () => {
    const { newsroom, findings } = read({ 'leaflets/rent/ar.md': story('A') })
    expect(findings).toEqual([])
    expect(newsroom.leaflets[0]!.original).toBe('ar')
  })

  test('a picture that leads out of the folder by a link of the file system', () => {
    const root = contentFolder(issue({ 'a/en.md': story('![A](a.jpg)\n\nText.') }))
    symlinkSync(join(root, 'paper.yaml'), join(root, 'issues/17-01/a/a.jpg'))
    expect(readNewsroom(root).diagnostics.map(({ id }) => id)).toEqual(['pictures/outside'])
  })

  test('a story that leads out of the content folder', () => {
    const outside = contentFolder({ 'secret.md': story('A') })
    const root = contentFolder(issue({ 'a/en.md': story('A') }))
    symlinkSync(join(outside, 'secret.md'), join(root, 'issues/17-01/a/es.md'))
    expect(readNewsroom(root).diagnostics.map(({ id }) => id)).toEqual(['file/outside'])
  })
})

describe('cross references', () => {
  test('find stories of other issues under either spelling, and keep the folder’s own', () => {
    const { newsroom, findings } = read({
      ...issue({ 'a/en.md': story('[x](../../16-1/b)') }),
      'issues/16-01/issue.yaml': 'volume: 16\nnumber: 1\ndate: 2026-01-01\n', 'issues/16-01/b/en.md': story('B'),
    })
    expect(findings).toEqual([])
    const [paragraph] = article(newsroom, 'a', 'en').body.children
    const link = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
    expect(link?.data).toEqual({ crossReference: { folder: 'issues/16-01/b' } })
  })

  test('to a story without this language are a warning', () => {
    const { findings } = read(issue({ 'a/en.md': story('A'), 'a/es.md': story('[b](../b)', 'title: A\nfrom: en'), 'b/en.md': story('B') }))
    expect(findings).toEqual(['issues/17-01/a/es.md:6:1 link/not-translated'])
  })

  test('that miss by a slip name the likely folder', () => {
    const { diagnostics } = read(issue({ 'a/en.md': story('[b](../pariscommune)'), 'paris-commune/en.md': story('B') }))
    expect(diagnostics[0]).toMatchObject({ id: 'link/unknown-story', params: { likely: '../paris-commune' } })
  })
})

describe('the glossary', () => {
  test('has terms with our rendering first, and the forbidden ones', () => {
    const { newsroom, findings } = read({ 'glossary.yaml': '- { en: base, es: [base, la base], forbidden: { es: cimientos }, note: A }\n- { en: wage, es: salario }\n' })
    expect(findings).toEqual([])
    expect(newsroom.glossary).toMatchObject([
      { renderings: { en: ['base'], es: ['base', 'la base'] }, forbidden: { es: ['cimientos'] }, note: 'A', place: { start: { line: 1, column: 3 } } },
      { renderings: { en: ['wage'], es: ['salario'] }, forbidden: {} },
    ])
  })

  test.each([
    ['no list', 'a: b\n', ['glossary.yaml:1:1 yaml/not-a-list']],
    ['an item that is no term', '- base\n- { note: A }\n', ['glossary.yaml:1:3 glossary/not-a-term', 'glossary.yaml:2:3 glossary/not-a-term']],
    ['an unknown key', '- { en: base, forbiden: { es: a } }\n', ['glossary.yaml:1:15 yaml/unknown-key']],
  ])('with %s', (_behaviour, yaml, expected) => {
    expect(read({ 'glossary.yaml': yaml }).findings).toEqual(expected)
  })
})

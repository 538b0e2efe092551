import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { bringBack, formatParcel, parseReturned, toParcel } from '../../src/translation/exchange/exchange.ts'
import { exchangeFormats } from '../../src/translation/exchange/unit.ts'
import { readZip, writeZip } from '../../src/translation/exchange/zip.ts'
import { compare } from '../../src/translation/storyStatus.ts'
import { writeBack } from '../../src/translation/writeBack.ts'
import { toSegments } from '../../src/translation/segments.ts'
import { formatStart, startRecord } from '../../src/translation/start.ts'
import { pageOf, recordOf, statusIn, storyOf } from './stories.ts'

const english = pageOf('title: The depot\nkicker: Buses', ['The depot has *214* buses & "three" <doors>.', '## The yard', '- One gate\n- Two gates', '> Nobody is paid.', 'See [the list](https://example.org/list).'])
const spanish = pageOf('title: "La terminal"\nkicker: Autobuses\nfrom: en', ['La terminal tiene *214* autobuses y "tres" <puertas>.', '## El patio', '- Una puerta\n- Dos puertas', '> Nadie cobra.', 'Vea [la lista](https://example.org/list).'])
const pair = (en = english, es = spanish): ReturnType<typeof storyOf> => storyOf({ en, es })

function parcelOf(story: ReturnType<typeof storyOf>): { bytes: Record<string, Uint8Array>; comparison: NonNullable<ReturnType<typeof compare>>; sources: string[] } {
  const comparison = compare(story, 'es', undefined)!
  const parcel = toParcel(story.articles.get('en')!, comparison, undefined)
  return {
    comparison, sources: parcel.units.map(({ source }) => source),
    bytes: Object.fromEntries(exchangeFormats.map((format) => [format, Buffer.from(formatParcel({ ...parcel, units: parcel.units.map((unit) => ({ ...unit, isDone: true })) }, format))])),
  }
}

describe.each(exchangeFormats)('as %s', (format) => {
  test('what comes back unchanged changes nothing', () => {
    const { bytes, comparison } = parcelOf(pair())
    const returned = parseReturned(bytes[format]!, format)
    expect(returned.size).toBe(8)
    expect(bringBack(spanish, comparison, returned)).toEqual({ isOwn: true, markdown: spanish, changed: 0, refused: [], outdated: 0 })
  })

  test('new words come to their place, and nothing else moves', () => {
    const { bytes, comparison } = parcelOf(pair())
    const returned = parseReturned(bytes[format]!, format)
    const changes: [string, string][] = [['La terminal', 'El garaje'], ['Autobuses', 'Buses'], ['El patio', 'El patio viejo'], ['Dos puertas', 'Dos portones'], ['Nadie cobra.', 'Nadie cobra nada.']]
    for (const [id, text] of returned) {
      const change = changes.find(([old]) => old === text)
      if (change) returned.set(id, change[1])
    }
    const { markdown, changed, refused } = bringBack(spanish, comparison, returned)
    const expected = changes.reduce((text, [old, now]) => text.replace(new RegExp(`${old}(?=["\\n])`), now), spanish).replace('kicker: Buses', 'kicker: "Buses"')
    expect([markdown, changed, refused]).toEqual([expected, 5, []])
  })

  test('a paragraph that was missing is put in after the one before it', () => {
    const story = pair(english, spanish.replace('## El patio\n\n', ''))
    const { comparison } = parcelOf(story)
    const { bytes } = parcelOf(pair())
    expect(bringBack(spanish.replace('## El patio\n\n', ''), comparison, parseReturned(bytes[format]!, format)).markdown).toBe(spanish)
  })

  test('a text whose source has changed is left out', () => {
    const { bytes } = parcelOf(pair())
    const { comparison } = parcelOf(pair(english.replace('Nobody', 'Somebody')))
    expect(bringBack(spanish, comparison, parseReturned(bytes[format]!, format))).toMatchObject({ markdown: spanish, outdated: 1 })
  })

  test.each([['nothing', ''], ['noise', 'PK\x05\x06 no \x00\xff <w:tr msgctxt "'], ['a page', spanish]])('%s brings nothing back', (_, text) => {
    expect(parseReturned(Buffer.from(text, 'latin1'), format).size).toBe(0)
  })
})

test('what is stale or only begun travels as not finished, and is not taken back as it went', () => {
  const record = recordOf(pair())
  const story = pair(english.replace('214', '241'))
  const parcel = toParcel(story.articles.get('en')!, compare(story, 'es', record)!, record)
  expect(parcel.units[2]).toMatchObject({ isDone: false, oldSource: expect.stringContaining('214') as string })
  for (const format of exchangeFormats.filter((each) => each !== 'docx-table')) {
    expect(parseReturned(Buffer.from(formatParcel(parcel, format)), format).size).toBe(7)
  }
})

test('programs may wrap, escape and reorder', () => {
  const po = 'msgid ""\nmsgstr ""\n\n#. note\nmsgctxt "1-ab"\nmsgid "x"\nmsgstr ""\n"Dijo \\"sí\\" "\n"y se fue."\n\n#, fuzzy\nmsgctxt "2-cd"\nmsgid "y"\nmsgstr "no"\n'
  expect([...parseReturned(Buffer.from(po), 'po')]).toEqual([['1-ab', 'Dijo "sí" y se fue.']])
  const xliff = `<xliff><trans-unit approved="yes" id='1-ab'><source>x</source><alt-trans><target>old</target></alt-trans><target state="translated">Caf&#233; <g id="1">&amp;</g> <![CDATA[<té>]]></target></trans-unit></xliff>`
  expect([...parseReturned(Buffer.from(xliff), 'xliff')]).toEqual([['1-ab', 'Café & <té>']])
})

test('a Word file that was packed by another program is read', () => {
  const [name, text] = ['word/document.xml', '<w:tr ><w:tc ><w:t>1-ab</w:t></w:tc><w:tc ><w:t>x</w:t></w:tc><w:tc ><w:t>una </w:t><w:t>línea</w:t></w:tc></w:tr>']
  const data = deflateRawSync(Buffer.from(text))
  const stored = Buffer.from(writeZip([[name, data.toString('latin1')]]))
  const packed = Buffer.from(writeZip([[name, 'x'.repeat(data.length)]]))
  data.copy(packed, 30 + name.length)
  packed.writeUInt16LE(8, packed.indexOf('PK\x01\x02', 0, 'latin1') + 10)
  expect([...parseReturned(packed, 'docx-table')]).toEqual([['1-ab', 'una línea']])
  expect(readZip(stored, 'word/other.xml')).toBeUndefined()
})

test.each([
  ['an image', '![A bus](bus.jpg "The \\"night\\" bus")', '![Un autobús](bus.jpg "El \\"búho\\"")'],
  ['an image without a caption', '![A bus](bus.jpg)', '![Un autobús](bus.jpg)'],
  ['a directive', '::picture{file="bus.jpg" alt="A bus" caption=\'The "night" bus\' credit="Ana"}', '::picture{file="bus.jpg" alt="Un autobús" caption="El &quot;búho&quot;" credit="Ana"}'],
])('the words of %s are written back, and read as they were meant', (_, typed, expected) => {
  const page = pageOf('title: T', [typed])
  const segments = toSegments(storyOf({ en: page }).articles.get('en')!).filter(({ kind }) => kind === 'alt' || kind === 'caption')
  const { markdown, refused } = writeBack(page, segments.map((segment) => ({ segment, text: segment.kind === 'alt' ? 'Un autobús' : 'El "búho"' })))
  expect(refused).toEqual([])
  expect(markdown).toBe(page.replace(typed, expected))
  expect(toSegments(storyOf({ es: markdown }).articles.get('es')!).map(({ text }) => text)).toContain('Un autobús')
})

test('a row and a footnote that were missing are put in', () => {
  const blocks = ['It has 12 lines.[^a]', '| Line | Buses |\n|---|---|\n| One | 12 |\n| Two | 14 |', '[^a]: As of Monday.']
  const source = pageOf('title: Lines', blocks)
  const target = pageOf('title: Líneas\nfrom: en', ['Tiene 12 líneas.[^a]', '| Línea | Buses |\n|---|---|\n| Una | 12 |'])
  const comparison = compare(storyOf({ en: source, es: target }), 'es', undefined)!
  const parcel = toParcel(comparison.article, comparison, undefined)
  const words: Record<string, string> = { 'Two | 14': 'Dos | 14', 'As of Monday.': 'Desde el lunes.' }
  const returned = new Map(parcel.units.flatMap(({ id, source: text }) => (words[text] ? [[id, words[text]] as [string, string]] : [])))
  const { markdown, refused } = bringBack(target, comparison, returned)
  expect(refused).toEqual([])
  expect(markdown).toBe(pageOf('title: Líneas\nfrom: en', ['Tiene 12 líneas.[^a]', '| Línea | Buses |\n|---|---|\n| Una | 12 |\n| Dos | 14 |', '[^a]: Desde el lunes.']))
})

test('a picture in words is written back, code is not', () => {
  const page = pageOf('title: T', ['![A bus](bus.jpg)', '```\ncode\n```'])
  const segments = toSegments(storyOf({ en: page }).articles.get('en')!)
  const alt = segments.find(({ kind }) => kind === 'alt')!
  const code = segments.find(({ kind }) => kind === 'code')!
  const { markdown, refused } = writeBack(page, [{ segment: alt, text: 'Un autobús' }, { segment: code, text: 'x' }])
  expect(markdown).toBe(page.replace('A bus', 'Un autobús'))
  expect(refused).toHaveLength(1)
})

test('line ends of the file are kept', () => {
  const page = 'Una línea.\r\n\r\nOtra.\r\n'
  const segment = toSegments(storyOf({ es: 'Una línea.\n\nOtra.\n' }).articles.get('es')!)[1]!
  expect(writeBack(page, [{ segment, text: 'Otra más.' }]).markdown).toBe('Una línea.\r\n\r\nOtra más.\r\n')
})

describe('a translation that was begun', () => {
  const source = storyOf({ en: english }).articles.get('en')!
  const begun = formatStart(source, english)

  test('has the structure of its source, and nothing in it counts as translated', () => {
    const status = statusIn(pair(english, begun), startRecord(source))
    expect(begun).toBe(english.replace('kicker: Buses', 'kicker: Buses\nfrom: en'))
    expect([...new Set(status.segments.map(({ state }) => state))]).toEqual(['untranslated'])
  })

  test('counts down while it is written', () => {
    const status = statusIn(pair(english, begun.replace('The yard', 'El patio').replace('One gate', 'Una puerta')), startRecord(source))
    expect(status.segments.map(({ state }) => state)).toEqual(['untranslated', 'untranslated', 'untranslated', 'current', 'current', 'untranslated', 'untranslated', 'untranslated'])
  })
})

import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { describe as describeInWords } from '../../src/diagnostics/words.ts'
import { formatRecord, mergeRecords, parseRecord, readRecord, writeRecord, type SyncRecord } from '../../src/translation/record.ts'
import { pairOf, recordOf, statusIn, verdictsOf } from './stories.ts'

const english = ['The depot opens at 4 in the morning.', 'Nobody is paid for the hour in the yard.', 'On Monday the night shift votes on the list.']
const spanish = ['La terminal abre a las 4 de la mañana.', 'Nadie cobra la hora en el patio.', 'El lunes el turno de noche vota la lista.']
const pair = pairOf(english, spanish)
const record = recordOf(pair)
const text = formatRecord(record)
const file = 'issues/17-01/depot/es.sync.json'

const folders: string[] = []
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'record-'))
  folders.push(made)
  return made
}
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true })
})

describe('a record', () => {
  test('has every field on a line of its own, and says the same when read again', () => {
    expect(text.split('\n').slice(0, 13)).toEqual([
      '{', '  "version": 1,', '  "from": "en",', '  "rows": [', '    {', '      "kind": "title",', expect.stringMatching(/^ {6}"source": \["[0-9a-f]{16}"\],$/),
      '      "sourceText": "The depot",', expect.stringMatching(/^ {6}"target": \["[0-9a-f]{16}"\],$/), '      "refs": [],', '      "state": "current",', '      "note": ""', '    },',
    ])
    expect(parseRecord(text, file)).toEqual({ value: record, diagnostics: [] })
    expect(formatRecord(parseRecord(text, file).value!)).toBe(text)
  })

  test('of the same pair is the same text', () => {
    expect(formatRecord(recordOf(pairOf(english, spanish)))).toBe(text)
    expect(formatRecord(recordOf(pair, 'es', record))).toBe(text)
  })

  test('is written whole and leaves nothing beside itself', () => {
    const root = folder()
    writeRecord(root, 'es.sync.json', record)
    expect(readdirSync(root)).toEqual(['es.sync.json'])
    expect(readFileSync(join(root, 'es.sync.json'), 'utf8')).toBe(text)
    expect(readRecord(root, 'es.sync.json').value).toEqual(record)
  })
})

function problemOf(content: string): { id: string; message: string; rows: number | undefined; line: number | undefined } {
  const { value, diagnostics } = parseRecord(content, file)
  expect(diagnostics).toHaveLength(1)
  const [diagnostic] = diagnostics
  return { id: diagnostic!.id, message: describeInWords(diagnostic!, 'en').message, rows: value?.rows.length, line: diagnostic!.place.start?.line }
}

describe('a record that cannot be trusted', () => {
  test('is no record when there is none', () => {
    expect(readRecord(folder(), 'es.sync.json')).toEqual({ value: undefined, diagnostics: [] })
  })

  test('is said when it cannot be opened', () => {
    const root = folder()
    mkdirSync(join(root, 'es.sync.json'))
    expect(readRecord(root, 'es.sync.json').diagnostics).toEqual([{ id: 'translation/record-unreadable', place: { file: 'es.sync.json' }, params: {} }])
  })

  test.each([['cut off', text.slice(0, 300)], ['empty', ''], ['another document', '[1, 2]'], ['without rows', '{"version": 1, "from": "en"}']])('is left alone when it is %s', (_, content) => {
    expect(problemOf(content)).toMatchObject({ id: 'translation/record-damaged', rows: undefined, message: 'The record of this translation is damaged and is not used. The translation itself is untouched.' })
  })

  test('is left alone when another version wrote it', () => {
    expect(problemOf(text.replace('"version": 1', '"version": 2'))).toMatchObject({
      id: 'translation/record-version', message: 'The record of this translation was written by another version of the program (version 2; this one knows 1) and is not used.',
    })
  })

  test('loses the rows that were edited by hand, and no others', () => {
    const edited = text.replace('Nobody is paid', 'Everybody is paid').replace('"state": "current"', '"state": "fine"')
    expect(problemOf(edited)).toMatchObject({ id: 'translation/record-rows', rows: 2, message: expect.stringContaining('2 entries') as string })
    expect(verdictsOf(statusIn(pair, parseRecord(edited, file).value))).toEqual(['current unconfirmed', 'current', 'current unconfirmed', 'current'])
  })

  test('may begin with a byte order mark', () => {
    expect(parseRecord(`\ufeff${text}`, file).value).toEqual(record)
  })

  test('survives being lost: everything waits to be confirmed again', () => {
    expect(statusIn(pair, undefined)).toMatchObject({ state: 'draft', wordsLeft: 0 })
  })

  test('survives files of any bytes', () => {
    const root = folder()
    writeFileSync(join(root, 'es.sync.json'), Buffer.from([0xff, 0xfe, 0x00, 0x7b, 0xc3, 0x28]))
    expect(readRecord(root, 'es.sync.json').diagnostics[0]!.id).toBe('translation/record-damaged')
  })
})

describe('two people’s records', () => {
  const now = pairOf([english[0]!.replace('4', '5'), english[1]!, english[2]!.replace('Monday', 'Friday')], spanish)
  const [mine, yours] = [recordOf(now, 'es', record, 2), recordOf(now, 'es', record, 4)]
  const conflict = (ours: SyncRecord, theirs: SyncRecord): string => `{\n  "version": 1,\n  "from": "en",\n  "rows": [\n<<<<<<< HEAD\n${rowsOf(ours)}=======\n${rowsOf(theirs)}>>>>>>> other\n  ]\n}\n`
  const rowsOf = (some: SyncRecord): string => formatRecord(some).split('\n').slice(4, -3).join('\n') + '\n'

  test('in a merge conflict are both read, and said', () => {
    expect(problemOf(conflict(mine, yours))).toMatchObject({ id: 'translation/record-conflict', line: 5 })
    const merged = parseRecord(conflict(mine, yours), file).value
    expect(verdictsOf(statusIn(now, merged))).toEqual(Array(4).fill('current'))
  })

  test('with the common ancestor in the conflict are read the same way', () => {
    const withBase = conflict(mine, yours).replace('=======', `||||||| base\n${rowsOf(record)}=======`)
    expect(verdictsOf(statusIn(now, parseRecord(withBase, file).value))).toEqual(Array(4).fill('current'))
  })

  test('of which one is damaged leave the other', () => {
    const broken = conflict(mine, yours).replace(rowsOf(yours), '{{{\n')
    expect(verdictsOf(statusIn(now, parseRecord(broken, file).value))).toEqual(['current', 'current', 'current', 'stale content'])
  })

  test('merge into the rows of both, each once', () => {
    expect(mergeRecords(record, record)).toEqual(record)
    expect(mergeRecords(mine, yours).rows).toHaveLength(6)
    expect(mergeRecords(mine, { ...yours, from: 'fr' })).toBe(mine)
  })

  test('are clean again after done', () => {
    const merged = parseRecord(conflict(mine, yours), file).value
    expect(recordOf(now, 'es', merged).rows).toHaveLength(4)
  })
})

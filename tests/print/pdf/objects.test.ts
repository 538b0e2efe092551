import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openObjects, pdfText } from '../../../src/print/pdf/objects.ts'
import type { Objects } from '../../../src/print/pdf/objects.ts'

/** The file of one root that holds a value. */
function fileOf(value: unknown, more: (objects: Objects) => void = () => {}): string {
  const objects = openObjects('1.4')
  const root = objects.object({ Value: value })
  const info = objects.object()
  root.end()
  info.end()
  more(objects)
  return Buffer.from(objects.bytes(root, info)).toString('latin1')
}

test.each([
  ['Name', '/Name'], [pdfText('plain'), '(plain)'], [pdfText('a (b) \\ c\r\n'), '(a \\(b\\) \\\\ c\\r\\n)'],
  [pdfText('ñ'), '(\xfe\xff\0\xf1)'], [pdfText('😀'), '(\xfe\xff\xd8=\xde\0)'], [0.1 + 0.2, '0.3'], [-1e-9, '0'], [true, 'true'], [null, 'null'],
  [new Uint8Array([1, 171]), '<01ab>'], [[1, [2, 'X']], '[1 [2 /X]]'], [{ A: 1, B: undefined, C: { D: [] } }, '<</A 1\n/C <</D []>>>>'],
])('writes %s', (value, text) => {
  expect(fileOf(value)).toContain(`<</Value ${text}>>\n`)
})

test('says where each object begins, whichever was written first', () => {
  const objects = openObjects('1.7')
  const [root, info, late] = [objects.object(), objects.object(), objects.object({ Late: true })]
  late.end()
  root.data.Late = late
  info.end()
  root.end()
  const file = Buffer.from(objects.bytes(root, info)).toString('latin1')
  expect(file.startsWith('%PDF-1.7\n')).toBe(true)
  expect(file).toContain('/Late 3 0 R')
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)![1])
  const rows = file.slice(start).split('\n')
  expect(rows.slice(0, 3)).toEqual(['xref', '0 4', '0000000000 65535 f '])
  for (const number of [1, 2, 3]) expect(file.slice(Number(rows[2 + number]!.slice(0, 10)))).toMatch(new RegExp(`^${number} 0 obj\n`))
})

test('compresses a stream but one that is packed already or is to be read as it is', () => {
  const words = 'word '.repeat(100)
  const file = fileOf(1, (objects) => {
    objects.object().end(words)
    objects.object({ Filter: 'DCTDecode' }).end([Buffer.from('one'), Buffer.from('two')])
    objects.object().end('plain words', 'plain')
  })
  const [, length, packed] = /\/Filter \/FlateDecode\n\/Length (\d+)>>\nstream\n([^]*?)\nendstream/.exec(file)!
  expect(packed).toHaveLength(Number(length))
  expect(inflateSync(Buffer.from(packed!, 'latin1')).toString()).toBe(words)
  expect(file).toContain('<</Filter /DCTDecode\n/Length 6>>\nstream\nonetwo\nendstream\nendobj')
  expect(file).toContain('<</Length 11>>\nstream\nplain words\nendstream')
})

test('is known by all that is in it', () => {
  const id = (file: string) => /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(file)![1]
  expect(id(fileOf(1))).toBe(id(fileOf(1)))
  expect(id(fileOf(1))).not.toBe(id(fileOf(2)))
})

test('an object that was never written is our own fault', () => {
  expect(() => fileOf(1, (objects) => void objects.object())).toThrow('Object 3 of the PDF was never written')
})

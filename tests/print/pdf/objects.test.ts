import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openObjects, pdfName, pdfText } from '../../../src/print/pdf/objects.ts'
import type { Objects } from '../../../src/print/pdf/objects.ts'

/** A file with one object that holds a value. */
function fileOf(value: unknown, more: (objects: Objects) => void = () => {}): string {
  const objects = openObjects('1.4')
  objects.object({ Value: value }).end()
  more(objects)
  return Buffer.from(objects.bytes({ Title: pdfText('Red Flag'), Trapped: pdfName('False') })).toString('latin1')
}

test('says of itself what it is given, and nothing else', () => {
  const file = fileOf(1)
  expect(file).toMatch(/\(Red Flag\)\nendobj/)
  expect(file).toMatch(/obj\n\/False\nendobj/)
  expect(file).not.toMatch(/PDFKit|\(D:/)
})

test('says where each object begins, whichever was written first', () => {
  const objects = openObjects('1.7')
  const [early, late] = [objects.object(), objects.object({ Late: true })]
  late.end()
  early.data.Late = late
  early.end()
  const file = Buffer.from(objects.bytes({})).toString('latin1')
  expect(file.startsWith('%PDF-1.7\n')).toBe(true)
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)![1])
  const [, range, free, ...rows] = file.slice(start).split('\n')
  const count = Number(range!.split(' ')[1])
  expect(free).toBe('0000000000 65535 f ')
  for (let number = 1; number < count; number++) expect(file.slice(Number(rows[number - 1]!.slice(0, 10)))).toMatch(new RegExp(`^${number} 0 obj\n`))
  const lateNumber = /(\d+) 0 obj\n<<\n\/Late true/.exec(file)![1]
  expect(file).toContain(`/Late ${lateNumber} 0 R`)
})

test('compresses a stream but one that is packed already or is to be read as it is', () => {
  const words = 'word '.repeat(100)
  const file = fileOf(1, (objects) => {
    objects.object().end(words)
    objects.object({ Filter: 'DCTDecode' }).end([Buffer.from('one'), Buffer.from('two')])
    objects.object().end('plain words', 'plain')
  })
  const [, length, packed] = /\/Filter \/FlateDecode\n\/Length (\d+)\n>>\nstream\n([^]*?)\nendstream/.exec(file)!
  expect(packed).toHaveLength(Number(length))
  expect(inflateSync(Buffer.from(packed!, 'latin1')).toString()).toBe(words)
  expect(file).toContain('<<\n/Filter /DCTDecode\n/Length 6\n>>\nstream\nonetwo\nendstream\nendobj')
  expect(file).toContain('<<\n/Length 11\n>>\nstream\nplain words\nendstream')
})

test('is known by all that is in it', () => {
  const id = (file: string) => /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(file)![1]
  expect(id(fileOf(1))).toBe(id(fileOf(1)))
  expect(id(fileOf(1))).not.toBe(id(fileOf(2)))
})

test('an object that was never written is our own fault', () => {
  expect(() => fileOf(1, (objects) => void objects.object())).toThrow('An object of the PDF was never written')
})

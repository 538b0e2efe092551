/** The syntax of a PDF file: objects, one after the other, and a table of where each begins. Source: ISO 32000-1, 7.3 and 7.5. */
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { formatNumber } from './number.ts'

/**
 * A value of a dictionary. A plain string is a name, `pdfText` makes a string; bytes are written in hexadecimal; keys that are
 * undefined are left out.
 */
export type PdfValue = string | String | number | boolean | null | undefined | Uint8Array | PdfObject | PdfValue[] | { [key: string]: PdfValue }

/** One object of the file; a reference to it stands wherever the object is used as a value. */
export interface PdfObject {
  readonly number: number
  data: Record<string, unknown>
  /**
   * Writes the object: to its dictionary goes a stream where one is given, compressed unless the dictionary names a filter or says
   * that it is `plain`. Nothing of it may change afterwards.
   */
  end(stream?: string | Uint8Array | Uint8Array[], plain?: 'plain'): void
}

export interface Objects {
  object(data?: Record<string, unknown>): PdfObject
  /** Closes the file with its root and its information. Its identifier is a digest of all that is in it. */
  bytes(root: PdfObject, info: PdfObject): Uint8Array
}

/** A text as a PDF string. */
export function pdfText(text: string): String {
  return new String(text)
}

/** Less than half the time of zlib's own choice, for 4% more room. */
const compression = 4

export type PdfVersion = '1.4' | '1.6' | '1.7'

export function openObjects(version: PdfVersion): Objects {
  const pieces: Uint8Array[] = []
  const offsets: number[] = []
  let length = 0
  const write = (piece: string | Uint8Array) => {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
    pieces.push(bytes)
    length += bytes.length
  }
  // Four characters above 127 say to whoever moves the file that it is no text.
  write(`%PDF-${version}\n%\xff\xff\xff\xff\n`)
  return {
    object: (data = {}) => {
      const number = offsets.push(-1)
      const made: PdfObject = {
        number, data,
        end: (stream, plain) => {
          offsets[number - 1] = length
          const chunks = chunksOf(stream)
          const packed = chunks && !plain && made.data.Filter === undefined
          const written = packed ? [deflateSync(Buffer.concat(chunks), { level: compression })] : chunks
          if (packed) made.data.Filter = 'FlateDecode'
          if (written) made.data.Length = written.reduce((sum, chunk) => sum + chunk.length, 0)
          write(`${number} 0 obj\n${formatValue(made.data as PdfValue)}\n`)
          if (written) {
            write('stream\n')
            written.forEach(write)
            write('\nendstream\n')
          }
          write('endobj\n')
        },
      }
      objects.add(made)
      return made
    },
    bytes: (root, info) => {
      const missing = offsets.indexOf(-1)
      if (missing >= 0) throw new Error(`Object ${missing + 1} of the PDF was never written`)
      const digest = createHash('sha256')
      for (const piece of pieces) digest.update(piece)
      const id = new Uint8Array(digest.digest().subarray(0, 16))
      const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
      const trailer = formatValue({ Size: offsets.length + 1, Root: root, Info: info, ID: [id, id] })
      const start = length
      write(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`)
      return Buffer.concat(pieces, length)
    },
  }
}

/** Tells an object that is referred to from a dictionary that is written on the spot. */
const objects = new WeakSet<object>()

function chunksOf(stream: string | Uint8Array | Uint8Array[] | undefined): Uint8Array[] | undefined {
  if (stream === undefined || Array.isArray(stream)) return stream
  return [typeof stream === 'string' ? Buffer.from(stream, 'latin1') : stream]
}

function formatValue(value: PdfValue): string {
  if (typeof value === 'string') return `/${value}`
  if (typeof value === 'number') return formatNumber(value)
  if (value === undefined || value === null || typeof value === 'boolean') return String(value ?? null)
  if (value instanceof String) return formatText(value.valueOf())
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString('hex')}>`
  if (Array.isArray(value)) return `[${value.map(formatValue).join(' ')}]`
  if (objects.has(value)) return `${(value as PdfObject).number} 0 R`
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  return `<<${entries.map(([key, held]) => `/${key} ${formatValue(held as PdfValue)}`).join('\n')}>>`
}

/** In ASCII as it stands; else in UTF-16, with the mark that says so. */
function formatText(text: string): string {
  const isAscii = /^[\x00-\x7f]*$/.test(text)
  const bytes = isAscii ? text : `\xfe\xff${text.split('').map((unit) => String.fromCharCode(unit.charCodeAt(0) >> 8, unit.charCodeAt(0) & 255)).join('')}`
  return `(${bytes.replace(/[()\\]/g, '\\$&').replace(/\r/g, '\\r').replace(/\n/g, '\\n')})`
}

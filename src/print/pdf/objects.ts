/**
 * A PDF file as a set of objects. PDFKit numbers and writes them and their table; what is in them is ours, because PDFKit's own
 * pages, texts and metadata put RGB, the clock, its name or newer keys than a press takes into the file.
 */
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'

/** One object of the file; a reference to it stands wherever the object is used as a value. */
export interface PdfObject {
  /** A plain string is a name, `pdfText` makes a string; bytes are written in hexadecimal; keys that are undefined are left out. */
  data: Record<string, unknown>
  /**
   * Writes the object: to its dictionary goes a stream where one is given, compressed unless the dictionary names a filter or says
   * that it is `plain`. Nothing of it may change afterwards.
   */
  end(stream?: string | Uint8Array | Uint8Array[], plain?: 'plain'): void
}

export interface Objects {
  object(data?: Record<string, unknown>): PdfObject
  /** The catalogue and the root of all pages; they are written when the file is closed. */
  readonly root: Pick<PdfObject, 'data'>
  readonly pages: Pick<PdfObject, 'data'>
  /** Closes the file with its information. Its identifier is a digest of all that is in it. */
  bytes(info: Record<string, unknown>): Uint8Array
}

/** A text as a PDF string. */
export function pdfText(text: string): String {
  return new String(text)
}

/** A name where PDFKit would make a string of it: it shows other objects by their own words. */
export function pdfName(name: string): unknown {
  return { toString: () => `/${name}`, [Symbol.toStringTag]: 'name' }
}

/** Bytes as the filter FlateDecode takes them. */
export function pack(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: compression })
}

/** What a page draws, packed. Kept from the last files: a word that is mended changes one page of an issue, and leaves the others. */
function packText(text: string): Uint8Array {
  let packed = packedTexts.get(text)
  if (packed) return packed
  packed = olderTexts.get(text) ?? pack(Buffer.from(text, 'latin1'))
  if (packedTexts.size >= mostPacked) [olderTexts, packedTexts] = [packedTexts, new Map()]
  packedTexts.set(text, packed)
  return packed
}

/** Of many the older ones are forgotten. */
let packedTexts = new Map<string, Uint8Array>()
let olderTexts = new Map<string, Uint8Array>()
const mostPacked = 256

/** Less than half the time of zlib's own choice, for 4% more room. */
const compression = 4

export type PdfVersion = '1.4' | '1.6' | '1.7'

/** PDFKit's inner side, as far as it is used here. */
interface Kit {
  info: Record<string, unknown>
  _id: Uint8Array
  _root: { data: Record<string, unknown> & { Pages: { data: Record<string, unknown> } } }
  _waiting: number
  _offset: number
  _write(line: string): void
  ref(data: Record<string, unknown>): Reference
  endMetadata(): void
  endMarkings(): void
  end(): void
  read(): Uint8Array | null
}

interface Reference {
  id: number
  data: Record<string, unknown>
  end(): void
}

export function openObjects(version: PdfVersion): Objects {
  const kit = new PDFDocument({ pdfVersion: version, autoFirstPage: false, compress: false, font: null as unknown as string }) as unknown as Kit
  const written = openWritten(kit.read()!)
  // Of the object that is being written. PDFKit would copy it twice, and writes the object's end right after its dictionary.
  let stream: Uint8Array[] | undefined
  kit._write = (line) => {
    if (line === 'endobj' && stream) kit._offset += written.line('stream') + written.stream(stream) + written.line('\nendstream')
    kit._offset += written.line(line)
  }
  kit._id = placeholder
  // Metadata and the structure of tags are objects like all others.
  kit.endMetadata = kit.endMarkings = () => {}
  return {
    object: (data = {}) => {
      const reference = kit.ref(data)
      const write = reference.end.bind(reference)
      return Object.assign(reference, {
        end(given?: string | Uint8Array | Uint8Array[], plain?: 'plain') {
          if (given !== undefined) {
            const packed = !plain && reference.data.Filter === undefined
            if (packed) reference.data.Filter = 'FlateDecode'
            stream = packed ? [packStream(given)] : chunksOf(given)
            reference.data.Length = stream.reduce((sum, { length }) => sum + length, 0)
          }
          write()
          stream = undefined
        },
      })
    },
    root: kit._root,
    pages: kit._root.data.Pages,
    bytes: (info) => {
      kit.info = info
      kit.end()
      // PDFKit waits for the last object, and finishes nothing before.
      if (kit._waiting > 0) throw new Error('An object of the PDF was never written')
      return written.signed()
    },
  }
}

function packStream(stream: string | Uint8Array | Uint8Array[]): Uint8Array {
  return typeof stream === 'string' ? packText(stream) : pack(Array.isArray(stream) ? Buffer.concat(stream) : stream)
}

function chunksOf(stream: string | Uint8Array | Uint8Array[]): Uint8Array[] {
  if (Array.isArray(stream)) return stream
  return [typeof stream === 'string' ? Buffer.from(stream, 'latin1') : stream]
}

const placeholder = new Uint8Array(16)

/** The bytes of a file, as PDFKit hands them out line by line and we between them. */
function openWritten(head: Uint8Array) {
  const chunks: Uint8Array[] = [head]
  const digest = createHash('sha256')
  let text = ''
  const flush = () => {
    const bytes = Buffer.from(text, 'latin1')
    digest.update(bytes)
    chunks.push(bytes)
    text = ''
  }
  return {
    /** Answers how many bytes it takes. */
    line(line: string): number {
      text += `${line}\n`
      return line.length + 1
    },
    stream(pieces: Uint8Array[]): number {
      flush()
      for (const piece of pieces) digest.update(digestOf(piece))
      chunks.push(...pieces)
      return pieces.reduce((sum, { length }) => sum + length, 0)
    },
    /** All of it, with its identifier, a digest of what is in it, where the placeholder stands. */
    signed(): Uint8Array {
      flush()
      const id = digest.digest('hex').slice(0, 32)
      const file = Buffer.concat(chunks)
      const zeros = Buffer.from(placeholder).toString('hex')
      const trailer = file.lastIndexOf('trailer')
      for (let at = file.indexOf(zeros, trailer); at >= 0; at = file.indexOf(zeros, at)) file.write(id, at, 'latin1')
      return file
    },
  }
}

/** Pictures and most pages are the same bytes from file to file. */
function digestOf(bytes: Uint8Array): Uint8Array {
  let digest = digests.get(bytes)
  if (!digest) digests.set(bytes, (digest = createHash('sha256').update(bytes).digest()))
  return digest
}

const digests = new WeakMap<Uint8Array, Uint8Array>()

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

/** Less than half the time of zlib's own choice, for 4% more room. */
const compression = 4

export type PdfVersion = '1.4' | '1.6' | '1.7'

/** PDFKit's inner side, as far as it is used here. */
interface Kit {
  info: Record<string, unknown>
  _id: Uint8Array
  _root: { data: Record<string, unknown> & { Pages: { data: Record<string, unknown> } } }
  _waiting: number
  ref(data: Record<string, unknown>): Reference
  endMetadata(): void
  endMarkings(): void
  end(): void
  read(): Uint8Array | null
}

interface Reference {
  id: number
  data: Record<string, unknown>
  write(chunk: Uint8Array): void
  end(): void
}

export function openObjects(version: PdfVersion): Objects {
  const kit = new PDFDocument({ pdfVersion: version, autoFirstPage: false, compress: false, font: null as unknown as string }) as unknown as Kit
  kit._id = placeholder
  // Metadata and the structure of tags are objects like all others.
  kit.endMetadata = kit.endMarkings = () => {}
  return {
    object: (data = {}) => {
      const reference = kit.ref(data)
      const write = reference.end.bind(reference)
      return Object.assign(reference, {
        end(stream?: string | Uint8Array | Uint8Array[], plain?: 'plain') {
          const chunks = chunksOf(stream)
          const packed = chunks !== undefined && !plain && reference.data.Filter === undefined
          if (packed) reference.data.Filter = 'FlateDecode'
          for (const chunk of packed ? [pack(Buffer.concat(chunks))] : chunks ?? []) reference.write(chunk)
          write()
        },
      })
    },
    root: kit._root,
    pages: kit._root.data.Pages,
    bytes: (info) => {
      kit.info = info
      kit.end()
      const bytes = kit.read()
      // PDFKit waits for the last object, and hands out nothing before.
      if (bytes === null || kit._waiting > 0) throw new Error('An object of the PDF was never written')
      return signed(bytes)
    },
  }
}

function chunksOf(stream: string | Uint8Array | Uint8Array[] | undefined): Uint8Array[] | undefined {
  if (stream === undefined || Array.isArray(stream)) return stream
  return [typeof stream === 'string' ? Buffer.from(stream, 'latin1') : stream]
}

const placeholder = new Uint8Array(16)

/** Puts the file's identifier, a digest of all that is in it, where the placeholder stands. */
function signed(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const id = createHash('sha256').update(file).digest('hex').slice(0, 32)
  const zeros = Buffer.from(placeholder).toString('hex')
  const trailer = file.lastIndexOf('trailer')
  for (let at = file.indexOf(zeros, trailer); at >= 0; at = file.indexOf(zeros, at)) file.write(id, at, 'latin1')
  return file
}

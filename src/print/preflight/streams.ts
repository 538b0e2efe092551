/** Streams of a PDF unpacked, and values of its dictionaries by name. */
import { inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFStream, PDFString } from '@cantoo/pdf-lib'
import type { PDFObject } from '@cantoo/pdf-lib'

/** The value behind a key, references followed; undefined where there is none. */
export function valueOf(dict: PDFDict | undefined, key: string): PDFObject | undefined {
  return dict?.lookup(PDFName.of(key))
}

export function dictOf(object: PDFObject | undefined): PDFDict | undefined {
  return object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined
}

/** An array's values, references followed; a single value as an array of one. */
export function listOf(object: PDFObject | undefined): PDFObject[] {
  if (object instanceof PDFArray) return Array.from({ length: object.size() }, (_, i) => object.lookup(i)).filter((value) => value !== undefined)
  return object === undefined ? [] : [object]
}

export function numberOf(object: PDFObject | undefined): number | undefined {
  return object instanceof PDFNumber ? object.asNumber() : undefined
}

/** A name without its stroke. */
export function nameOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFName ? object.decodeText() : undefined
}

/** A text; a name with its stroke, so that it can be told from a text. */
export function textOf(object: PDFObject | undefined): string | undefined {
  if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText()
  return object instanceof PDFName ? `/${object.decodeText()}` : undefined
}

export function filtersOf(dict: PDFDict): string[] {
  return listOf(valueOf(dict, 'Filter')).flatMap((filter) => nameOf(filter) ?? [])
}

/** What a stream holds, but for a picture's own coding, which is left as it is. undefined where it cannot be unpacked. */
export function contentsOf(stream: PDFStream): Uint8Array | undefined {
  if (!(stream instanceof PDFRawStream)) return stream.getContents()
  const [first, ...rest] = filtersOf(stream.dict)
  try {
    if (first === undefined || isPictureCoding(first)) return stream.contents
    if (first === 'FlateDecode' && (rest.length === 0 || isPictureCoding(rest[0]!))) {
      const predictor = listOf(valueOf(stream.dict, 'DecodeParms')).map((parms) => numberOf(valueOf(dictOf(parms), 'Predictor')) ?? 1)[0] ?? 1
      return predictor > 1 ? undefined : inflateSync(stream.contents)
    }
    return decodePDFRawStream(stream).decode()
  } catch {
    return undefined
  }
}

/** Filters that are the coding of a picture itself. */
export function isPictureCoding(filter: string): boolean {
  return ['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode'].includes(filter)
}


/** Bytes as text, a character each. */
export function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

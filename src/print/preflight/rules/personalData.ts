/** Nobody's name, machine, camera, place or working hours leave the house. */
import { xmpOf } from '../metadata.ts'
import type { Picture, PressFile } from '../pressFile.ts'
import { latin } from '../streams.ts'
import type { Finding, PdfRule } from './rule.ts'

export const personalData: PdfRule = (file) => [...new Set([...entries(file), ...times(file), ...paths(file), ...pictures(file)])]
  .map((what): Finding => ({ id: 'preflight/personal-data', params: { what } }))

const allowed = new Set(['Title', 'CreationDate', 'ModDate', 'Trapped', 'GTS_PDFXVersion', 'GTS_PDFXConformance', 'Lang'])
const telltale = ['dc:creator', 'xmp:CreatorTool', 'xmpMM:History', 'xmpMM:DerivedFrom', 'photoshop:', 'exif:', 'tiff:', 'xmpRights:Owner']

/** Entries that name a person or a program. A producer may be named, but not which version of it ran. */
function entries({ info, xmp }: PressFile): string[] {
  const keys = [...info].filter(([key, value]) => !allowed.has(key) && !(key === 'Producer' && !/\d/.test(value))).map(([key, value]) => `${key}: ${value}`)
  const producer = xmpOf(xmp, 'pdf:Producer')
  return [...keys, ...telltale.filter((tag) => xmp.includes(`<${tag}`) || xmp.includes(` ${tag}`)), ...producer && /\d/.test(producer) ? [`pdf:Producer: ${producer}`] : []]
}

/** An issue has a day. The hour and the zone would say when and where somebody worked. */
function times({ info, xmp }: PressFile): string[] {
  const dates = [...info].filter(([key, value]) => key.endsWith('Date') && !/^D:\d{8}(000000(Z|[+-]00'?00'?)?)?$/.test(value)).map(([key, value]) => `${key}: ${value}`)
  return [...dates, ...[...xmp.matchAll(/\d{4}-\d\d-\d\dT(?!00:00(:00)?(Z|\+00:00))[^<"']*/g)].map(([text]) => text)]
}

function paths({ notes }: PressFile): string[] {
  return notes.flatMap((note) => /(^|[^\w.])(\/(home|Users|root|tmp|var|private)\/|[A-Z]:\\|file:\/\/)[^\s"'<)]*/.exec(note)?.[0].trim() ?? [])
}

function pictures(file: PressFile): string[] {
  const all = new Set(file.pages.flatMap(({ marks }) => marks.flatMap((mark) => mark.kind === 'picture' ? [mark.picture] : [])))
  return [...all].flatMap((picture) => picture.filters.at(-1) === 'DCTDecode' ? segmentsOf(picture).map((segment) => `${picture.name}: ${segment}`) : [])
}

/** The segments of a JPEG in which a camera or a program speaks. Source: ITU-T T.81, annex B. */
function segmentsOf({ bytes }: Picture): string[] {
  const found: string[] = []
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda;) {
    const [marker, length] = [bytes[at + 1]!, bytes[at + 2]! * 256 + bytes[at + 3]!]
    const head = latin(bytes.subarray(at + 4, at + 14)).replace(/[^\x20-\x7e].*/s, '')
    const isJfifOrAdobe = (marker === 0xe0 && head === 'JFIF') || (marker === 0xee && head.startsWith('Adobe'))
    if ((marker >= 0xe0 && marker <= 0xef && !isJfifOrAdobe) || marker === 0xfe) found.push(marker === 0xfe ? 'comment' : head || `APP${marker - 0xe0}`)
    at += 2 + length
  }
  return found
}

/** What a file says of itself stands in two places, and they agree. */
import { xmpOf } from '../metadata.ts'
import type { PdfRule } from './rule.ts'

const pairs: [info: string, xmp: string][] = [
  ['Title', 'dc:title'], ['CreationDate', 'xmp:CreateDate'], ['ModDate', 'xmp:ModifyDate'], ['Trapped', 'pdf:Trapped'],
  ['GTS_PDFXVersion', 'pdfx:GTS_PDFXVersion'], ['Producer', 'pdf:Producer'], ['Author', 'dc:creator'],
]

export const metadataAgrees: PdfRule = (file) => {
  if (file.xmp === '') return []
  return pairs.flatMap(([key, tag]) => {
    const [info, xmp] = [file.info.get(key), xmpOf(file.xmp, tag)]
    if (info === undefined || xmp === undefined || plain(info) === plain(xmp)) return []
    return [{ id: 'preflight/metadata-differs', params: { key, info, xmp } }]
  })
}

/** Dates are compared by their digits, names without their stroke. */
function plain(text: string): string {
  if (/^(D:)?\d{4}(-?\d\d){2}/.test(text)) return text.replace(/\D/g, '').replace(/0000$/, '').padEnd(14, '0').slice(0, 14)
  return text.replace(/^\//, '').trim()
}

/** Parcels as a table in a Word file: number, source, translation. Source of the format: ECMA-376, Office Open XML, part 1, 17.4. */
import type { Parcel, Returned } from './unit.ts'
import { escapeXml, textOfXml } from './xml.ts'
import { readZip, writeZip } from './zip.ts'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export function formatDocxTable({ from, into, units }: Parcel): Uint8Array {
  const rows = [['', from, into], ...units.map(({ id, source, target }) => [id, source, target])]
  const widths = [1200, 4200, 4200]
  const cell = (text: string, at: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr><w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p></w:tc>`
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:color="999999"/>`).join('')
  const table = `<w:tbl><w:tblPr><w:tblW w:w="9600" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    `${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  return writeZip([
    ['[Content_Types].xml', `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ` +
      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ' +
      'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'],
    ['_rels/.rels', `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'],
    ['word/document.xml', `${xml}<w:document xmlns:w="${main}"><w:body>${table}<w:p/><w:sectPr/></w:body></w:document>`],
  ])
}

/** Texts of such a table, whatever program saved it. Text that was struck out by a tracked change is gone. Not a Word file: nothing. */
export function parseDocxTable(bytes: Uint8Array): Returned {
  const returned: Returned = new Map()
  const document = readZip(bytes, 'word/document.xml')
  if (document === undefined) return returned
  for (const [row] of document.replace(/<w:del\b[\s\S]*?<\/w:del>/g, '').matchAll(/<w:tr[ >][\s\S]*?<\/w:tr>/g)) {
    const [id, , target] = [...row.matchAll(/<w:tc[ >][\s\S]*?<\/w:tc>/g)].map(([cell]) =>
      textOfXml(cell.replace(/<w:(?:tab|br)\/>|<\/w:p>/g, ' ')).replace(/\s+/g, ' ').trim())
    if (id && target) returned.set(id, target)
  }
  return returned
}

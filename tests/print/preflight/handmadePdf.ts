/** A small press file written by hand that nothing is wrong with, and the same with something in it replaced. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import type { Limits } from '../../../src/print/preflight/limits.ts'

/** What the good file keeps to. */
export const strict: Limits = {
  use: 'press', standard: 'PDF/X-1a:2003', page: { width: 300, height: 400 }, margin: { side: 30, head: 30 }, pages: { multiple: 2, least: 2, most: 8 },
  inkLimit: 240, tints: { lightest: 5, darkest: 85 }, reversedType: { oneInk: 8, manyInks: 12 }, manyInksType: 8, thinnestLine: 0.5,
  resolution: { least: 150, most: 400 }, spots: ['Flag red'], imposed: false,
}

const fontFile = createRequire(import.meta.url).resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf')

/** A grey picture, 200 × 100, as a JPEG. */
export const greyJpeg: Promise<Buffer> = sharp({ create: { width: 200, height: 100, channels: 3, background: '#909090' } })
  .greyscale().toColourspace('b-w').jpeg().toBuffer()

/** Objects by their numbers. Texts are written as they are; a stream's bytes follow its dictionary. */
export interface Parts {
  version: string
  objects: Map<number, string | { dict: string; bytes: Uint8Array }>
  trailer: string
}

/** The content of page one: a headline that overprints, a red rule, a white line on a black ground. */
export const content = `/H1 <</MCID 0>> BDC /Over gs 0 0 0 1 k BT /F1 18 Tf 1 0 0 1 40 350 Tm (Dockers win) Tj ET EMC
/P <</MCID 1>> BDC BT /F1 10 Tf 1 0 0 1 40 300 Tm (They walked out at dawn.) Tj ET EMC
/Artifact BMC /Knock gs 0 0.95 1 0 k 40 330 200 2 re f 0 0 0 1 k 40 220 200 20 re f EMC
/P <</MCID 2>> BDC 0 0 0 0 k BT /F1 9 Tf 1 0 0 1 50 226 Tm (White on black.) Tj ET EMC`

const second = `/P <</MCID 0>> BDC /Over gs 0 0 0 1 k BT /F1 10 Tf 1 0 0 1 40 350 Tm (The rest of it.) Tj ET EMC
/Figure <</MCID 1>> BDC q 72 0 0 36 40 200 cm /P1 Do Q EMC`

const xmp = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Red &amp; Flag</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-11-15T00:00:00Z</xmp:CreateDate><pdf:Trapped>False</pdf:Trapped>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

const page = (contents: number, more: string): string => `<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /BleedBox [0 0 300 400] /TrimBox [0 0 300 400]
/Contents ${contents} 0 R /Resources <</Font <</F1 7 0 R>> /ExtGState <</Over 10 0 R /Knock 11 0 R>> /XObject <</P1 12 0 R>>>> ${more}>>`

const text = (dict: string, words: string) => ({ dict, bytes: Buffer.from(words, 'utf8') })

async function good(): Promise<Parts> {
  return {
    version: '1.4',
    objects: new Map<number, string | { dict: string; bytes: Uint8Array }>([
      [1, '<</Type /Catalog /Pages 2 0 R /Lang (en) /MarkInfo <</Marked true>> /StructTreeRoot 15 0 R /Metadata 14 0 R /OutputIntents [22 0 R]>>'],
      [2, '<</Type /Pages /Kids [3 0 R 5 0 R] /Count 2>>'],
      [3, page(4, '/StructParents 0')], [4, text('', content)],
      [5, page(6, '/StructParents 1')], [6, text('', second)],
      [7, `<</Type /Font /Subtype /TrueType /BaseFont /ABCDEF+SourceSerif4 /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126
        /Widths [${Array.from({ length: 95 }, () => 500).join(' ')}] /FontDescriptor 8 0 R>>`],
      [8, '<</Type /FontDescriptor /FontName /ABCDEF+SourceSerif4 /Flags 32 /FontBBox [-200 -300 1200 1000] /ItalicAngle 0 /Ascent 900 /Descent -300 /CapHeight 670 /StemV 80 /FontFile2 9 0 R>>'],
      [9, { dict: '', bytes: readFileSync(fontFile) }],
      [10, '<</Type /ExtGState /OP true /op true /OPM 1>>'],
      [11, '<</Type /ExtGState /OP false /op false>>'],
      [12, { dict: '/Type /XObject /Subtype /Image /Width 200 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode', bytes: await greyJpeg }],
      [13, '<</Title (Red & Flag) /CreationDate (D:20261115000000Z) /ModDate (D:20261115000000Z) /Trapped /False /GTS_PDFXVersion (PDF/X-1a:2003)>>'],
      [14, text('/Type /Metadata /Subtype /XML', xmp)],
      [15, '<</Type /StructTreeRoot /K 16 0 R /ParentTree 21 0 R>>'],
      [16, '<</Type /StructElem /S /Document /P 15 0 R /K [17 0 R]>>'],
      [17, '<</Type /StructElem /S /Art /P 16 0 R /K [18 0 R 19 0 R 20 0 R]>>'],
      [18, '<</Type /StructElem /S /H1 /P 17 0 R /Pg 3 0 R /K 0>>'],
      [19, '<</Type /StructElem /S /P /P 17 0 R /Pg 3 0 R /K [1 2 <</Type /MCR /Pg 5 0 R /MCID 0>>]>>'],
      [20, '<</Type /StructElem /S /Figure /P 17 0 R /Pg 5 0 R /Alt (A crane over the quay) /K 1>>'],
      [21, '<</Nums [0 [18 0 R 19 0 R 19 0 R] 1 [19 0 R 20 0 R]]>>'],
      [22, '<</Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (IFRA26) /RegistryName (http://www.color.org) /Info (Newspaper)>>'],
    ]),
    trailer: '/Root 1 0 R /Info 13 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]',
  }
}

/** The good file, after `change` has had its way with the parts. */
export async function handmade(change: (parts: Parts) => void | Promise<void> = () => {}): Promise<Uint8Array> {
  const parts = await good()
  await change(parts)
  return assemble(parts)
}

/** Replaces a text in one object, or in its stream; fails where it does not stand there, so that no test breaks nothing. */
export function swap(parts: Parts, number: number, from: string, to: string): void {
  const part = parts.objects.get(number)!
  const isText = typeof part === 'string'
  const before = isText ? part : `${part.dict}\0${Buffer.from(part.bytes).toString('latin1')}`
  if (!before.includes(from)) throw new Error(`Object ${number} does not hold ${from}`)
  const after = before.replace(from, () => to)
  const [dict = '', ...rest] = after.split('\0')
  parts.objects.set(number, isText ? after : { dict, bytes: Buffer.from(rest.join('\0'), 'latin1') })
}

/** Adds operators at the end of page one. */
export function draw(parts: Parts, operators: string): void {
  const part = parts.objects.get(4) as { dict: string; bytes: Uint8Array }
  parts.objects.set(4, { ...part, bytes: Buffer.concat([part.bytes, Buffer.from(`\n${operators}`, 'latin1')]) })
}

function assemble({ version, objects, trailer }: Parts): Uint8Array {
  const pieces: Buffer[] = [Buffer.from(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`, 'latin1')]
  const offsets = new Map<number, number>()
  let length = pieces[0]!.length
  const add = (bytes: Buffer): void => {
    pieces.push(bytes)
    length += bytes.length
  }
  for (const [number, part] of objects) {
    offsets.set(number, length)
    const body = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.concat([
      Buffer.from(`<<${part.dict} /Length ${part.bytes.length}>>\nstream\n`, 'latin1'), part.bytes, Buffer.from('\nendstream'),
    ])
    add(Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]))
  }
  const start = length
  const count = Math.max(...objects.keys()) + 1
  const rows = Array.from({ length: count - 1 }, (_, i) => offsets.has(i + 1) ? `${String(offsets.get(i + 1)).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n')
  add(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${count} ${trailer}>>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(pieces)
}

/**
 * A PDF file as a set of objects. PDFKit writes the objects, compresses streams and embeds fonts; pages, text, tags and
 * metadata are ours, because PDFKit's own put RGB, the clock, its name or newer keys into the file.
 */
import { createHash } from 'node:crypto'
import type { Font } from 'fontkit'
import PDFDocument from 'pdfkit'
import type { CivilDate } from '../../languages/dates.ts'
import { directionOf, type Language } from '../../languages/language.ts'

/** What a press file is built to. PDF/X-4 must carry the profile of its condition, PDF/X-1a may. */
export type PressStandard = 'PDF/X-1a:2003' | 'PDF/X-4'

/** What the file says about itself, and all that it says. */
export interface About {
  title: string
  language: Language
  /** The day of the issue; the file is dated to its first second in UTC. */
  date: CivilDate
  /** Press standard and the printing condition that the inks are meant for; absent for what no press takes. */
  press?: { standard: PressStandard; condition: { identifier: string; info: string; registry?: string }; profile?: { bytes: Uint8Array } }
  /** How a viewer is to print: at its own size, and over which edge of the paper the sheet is turned. */
  printing?: { scaling: 'None'; duplex?: 'DuplexFlipShortEdge' | 'DuplexFlipLongEdge' }
}

/** One object of the file; a reference to it stands wherever the object is used as a value. */
export interface PdfObject {
  data: Record<string, unknown>
  write(chunk: string | Uint8Array): void
  end(chunk?: string | Uint8Array): void
}

/** A font as PDFKit embeds it: our own code fills the tables that it writes at the end. */
export interface FontObject {
  id: string
  subset: { glyphs: number[] }
  /** By character code in the PDF: width in thousandths of an em, and the characters that it stands for. */
  widths: number[]
  unicode: number[][]
  ref(): PdfObject
}

export interface PdfFile {
  object(data?: Record<string, unknown>): PdfObject
  font(font: Font): FontObject
  addPage(page: PdfObject): void
  /** Sets a key of the document's catalogue. */
  catalog(key: string, value: unknown): void
  /** The structure tree's root, for a tagged file. */
  tag(root: PdfObject): void
  /** Closes the file. The same calls give the same bytes. */
  bytes(): Uint8Array
}

/** A text as a PDF string; a plain JavaScript string is a PDF name. */
export function pdfText(text: string): unknown {
  return new String(text)
}

/** PDFKit's inner side, as far as it is used here. */
interface Kit {
  info: Record<string, unknown>
  _id: Uint8Array
  _root: { data: { Pages: PdfObject } & Record<string, unknown> }
  _font: FontObject
  ref(data?: Record<string, unknown>): PdfObject & { compress: boolean }
  font(font: Font): void
  endMetadata(): void
  end(): void
  read(): Uint8Array
}

/** Presses take version 1.4, that of PDF/X-1a:2003, or 1.6, that of PDF/X-4; links that are tagged need a newer one. */
export function openPdf(about: About, version: '1.4' | '1.6' | '1.7'): PdfFile {
  const kit = new PDFDocument({
    pdfVersion: version, autoFirstPage: false, font: null as unknown as string, lang: about.language, displayTitle: true,
  }) as unknown as Kit
  const pages = kit._root.data.Pages
  const date = new Date(`${about.date}T00:00:00Z`)
  kit.info = { Title: about.title, CreationDate: date }
  if (about.press) {
    // PDFKit makes strings of all that it finds here; an object that is shown as `/False` stays a name.
    const notTrapped = { toString: () => '/False', [Symbol.toStringTag]: 'name' }
    Object.assign(kit.info, { ModDate: date, ...about.press.standard !== 'PDF/X-4' && { GTS_PDFXVersion: about.press.standard }, Trapped: notTrapped })
    const profile = about.press.profile && kit.ref({ N: 4 })
    profile?.end(about.press.profile!.bytes)
    kit._root.data.OutputIntents = [{ ...intentOf(about.press.condition), ...profile && { DestOutputProfile: profile } }]
  }
  const { printing } = about
  const preferences = kit._root.data.ViewerPreferences as PdfObject
  if (directionOf(about.language) === 'rtl') preferences.data.Direction = 'R2L'
  if (printing) Object.assign(preferences.data, { PrintScaling: printing.scaling, ...printing.duplex && { Duplex: printing.duplex } })
  kit._id = placeholder
  kit.endMetadata = () => {
    const metadata = kit.ref({ Type: 'Metadata', Subtype: 'XML' })
    metadata.compress = false
    metadata.end(new TextEncoder().encode(metadataOf(about, version === '1.7')))
    kit._root.data.Metadata = metadata
  }
  return {
    object: (data = {}) => kit.ref(data),
    font: (font) => {
      kit.font(font)
      return kit._font
    },
    addPage: (page) => {
      page.data.Parent = pages
      const list = pages.data as { Kids: PdfObject[]; Count: number }
      list.Kids.push(page)
      list.Count++
    },
    tag: (root) => {
      kit._root.data.StructTreeRoot = root
      kit._root.data.MarkInfo = kit.ref({ Marked: true })
    },
    catalog: (key, value) => {
      kit._root.data[key] = value
    },
    bytes: () => {
      kit.end()
      return signed(kit.read())
    },
  }
}

/** A registered condition needs no profile in the file: PDF/X-1a, ISO 15930-4, 6.4.2. */
function intentOf({ identifier, info, registry }: { identifier: string; info: string; registry?: string }) {
  return {
    Type: 'OutputIntent', S: 'GTS_PDFX', OutputConditionIdentifier: pdfText(identifier), OutputCondition: pdfText(info), Info: pdfText(info),
    ...registry && { RegistryName: pdfText(registry) },
  }
}

const placeholder = new Uint8Array(16)

/** Puts the file's identifier, a digest of all that is in it, where the placeholder stands. */
function signed(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const id = createHash('md5').update(file).digest('hex')
  const zeros = Buffer.from(placeholder).toString('hex')
  for (let at = file.lastIndexOf('/ID ['); (at = file.indexOf(zeros, at)) >= 0;) file.write(id, at, 'latin1')
  return file
}

/** `isAccessible`: built to PDF/UA-1, as far as our own rules can tell. */
function metadataOf(about: About, isAccessible: boolean): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(about.title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escapeXml(about.language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${about.date}T00:00:00Z</xmp:CreateDate>${about.press ? pressMetadataOf(about) : ''}${isAccessible ? accessible : ''}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

const accessible = '\n<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>'

/** What a press file says of itself in its information dictionary must stand here too, and say the same. */
function pressMetadataOf(about: About): string {
  const { date, press } = about
  return `
<xmp:ModifyDate>${date}T00:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>${date}T00:00:00Z</xmp:MetadataDate>
<pdf:Trapped xmlns:pdf="http://ns.adobe.com/pdf/1.3/">False</pdf:Trapped>
${versionOf(press!.standard, `${about.title} ${about.language} ${date}`)}`
}

/** Each standard has a word of its own for itself; PDF/X-4 also wants a number of the document, which is made of what it is about. */
function versionOf(standard: PressStandard, about: string): string {
  if (standard === 'PDF/X-1a:2003') return `<pdfx:GTS_PDFXVersion xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/">${standard}</pdfx:GTS_PDFXVersion>`
  const id = createHash('md5').update(about).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  return `<pdfxid:GTS_PDFXVersion xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">${standard}</pdfxid:GTS_PDFXVersion>
<xmpMM:DocumentID xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">uuid:${id}</xmpMM:DocumentID>
<xmpMM:VersionID xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">1</xmpMM:VersionID>
<xmpMM:RenditionClass xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">default</xmpMM:RenditionClass>`
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/**
 * A PDF file: its catalogue, pages, fonts, and what it says about itself.
 */
import { createHash } from 'node:crypto'
import type { CivilDate } from '../../languages/dates.ts'
import { directionOf, type Language } from '../../languages/language.ts'
import { embedFont } from './embedding.ts'
import type { EmbeddedFont } from './embedding.ts'
import type { FontFile } from './fontFile.ts'
import { openObjects, pdfName, pdfText } from './objects.ts'
import type { Objects, PdfObject, PdfVersion } from './objects.ts'

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

export interface PdfFile extends Pick<Objects, 'object'> {
  /** `number` is the font's own: the same in every file. */
  font(font: FontFile, number: number): EmbeddedFont
  addPage(page: PdfObject): void
  /** Sets a key of the document's catalogue. */
  catalog(key: string, value: unknown): void
  /** The structure tree's root, for a tagged file. */
  tag(root: PdfObject): void
  /** Closes the file. The same calls give the same bytes. */
  bytes(): Uint8Array
}

/** Presses take version 1.4, that of PDF/X-1a:2003, or 1.6, that of PDF/X-4; links that are tagged need a newer one. */
export function openPdf(about: About, version: PdfVersion): PdfFile {
  const file = openObjects(version)
  const { root, pages } = file
  const kids: PdfObject[] = []
  Object.assign(root.data, {
    Lang: pdfText(about.language), ViewerPreferences: file.object(viewerPreferencesOf(about)),
    ...about.press && { OutputIntents: [intentOf(about.press, file)] },
  })
  const fonts: EmbeddedFont[] = []
  return {
    object: file.object,
    font: (font, number) => {
      const embedded = embedFont(font, number, file)
      fonts.push(embedded)
      return embedded
    },
    addPage: (page) => {
      page.data.Parent = pages
      kids.push(page)
    },
    tag: (tree) => {
      tree.end()
      Object.assign(root.data, { StructTreeRoot: tree, MarkInfo: { Marked: true } })
    },
    catalog: (key, value) => {
      root.data[key] = value
    },
    bytes: () => {
      for (const font of fonts) font.finish()
      const metadata = file.object({ Type: 'Metadata', Subtype: 'XML' })
      metadata.end(new TextEncoder().encode(metadataOf(about, version === '1.7')), 'plain')
      root.data.Metadata = metadata
      Object.assign(pages.data, { Count: kids.length, Kids: kids })
      return file.bytes(informationOf(about))
    },
  }
}

function viewerPreferencesOf({ language, printing }: About): Record<string, unknown> {
  return {
    DisplayDocTitle: true,
    ...directionOf(language) === 'rtl' && { Direction: 'R2L' },
    ...printing && { PrintScaling: printing.scaling, Duplex: printing.duplex },
  }
}

function informationOf({ title, date, press }: About): Record<string, unknown> {
  const day = pdfText(`D:${date.replaceAll('-', '')}000000Z`)
  return {
    Title: pdfText(title), CreationDate: day,
    ...press && { ModDate: day, Trapped: pdfName('False') },
    ...press && press.standard !== 'PDF/X-4' && { GTS_PDFXVersion: pdfText(press.standard) },
  }
}

/** A registered condition needs no profile in a PDF/X-1a: ISO 15930-4, 6.4.2. */
function intentOf({ condition: { identifier, info, registry }, profile }: NonNullable<About['press']>, { object }: Pick<Objects, 'object'>) {
  const embedded = profile && object({ N: 4 })
  embedded?.end(profile!.bytes)
  return {
    Type: 'OutputIntent', S: 'GTS_PDFX', OutputConditionIdentifier: pdfText(identifier), OutputCondition: pdfText(info), Info: pdfText(info),
    RegistryName: registry && pdfText(registry), DestOutputProfile: embedded,
  }
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

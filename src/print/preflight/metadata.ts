/** What a PDF says of itself in its XMP packet, and which standard it claims. */
import type { PressFile } from './pressFile.ts'

/** The value of a property, whether it stands as an element, in a list or as an attribute; undefined where it does not stand. */
export function xmpOf(xmp: string, tag: string): string | undefined {
  const element = new RegExp(`<${tag}[^>]*>([^]*?)</${tag}>`).exec(xmp)?.[1] ?? new RegExp(`\\s${tag}="([^"]*)"`).exec(xmp)?.[1]
  return element === undefined ? undefined : unescaped((/<rdf:li[^>]*>([^]*?)<\/rdf:li>/.exec(element)?.[1] ?? element).trim())
}

function unescaped(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&')
}

/** `PDF/X-1a:2003`, where the file claims it. The edition of 2001 says more of itself in a second entry. */
export function standardOf({ info, xmp }: Pick<PressFile, 'info' | 'xmp'>): string | undefined {
  return info.get('GTS_PDFXConformance') ?? info.get('GTS_PDFXVersion') ?? xmpOf(xmp, 'pdfxid:GTS_PDFXVersion') ?? xmpOf(xmp, 'pdfx:GTS_PDFXVersion')
}

/** The little that parcels need of XML 1.0 (W3C Recommendation, 5th edition): text in, text out. */

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark]!).replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '')
}

/** The text of a piece of XML: tags and comments taken out, references resolved. */
export function textOfXml(xml: string): string {
  return xml.replace(/<!--[\s\S]*?-->/g, '').split(/(<!\[CDATA\[[\s\S]*?\]\]>)/).map((part) =>
    part.startsWith('<![CDATA[') ? part.slice(9, -3) : part.replace(/<[^>]*>/g, '').replace(/&(#x?[0-9a-f]+|\w+);/gi, resolve)).join('')
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function resolve(whole: string, name: string): string {
  if (!name.startsWith('#')) return named[name] ?? whole
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

/**
 * XML as text, for documents small enough to be built from strings.
 */

/** A text as it may stand between tags and in attributes. What XML 1.0 cannot hold (control characters, lone surrogates) is left out. */
export function escapeXml(text: string): string {
  return stripControls(text).replace(/[&<>"]/g, (mark) => entities[mark]!)
}

/** A text without the characters that XML 1.0 section 2.2 forbids. */
export function stripControls(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}

/** `<name a="b">children</name>`; attributes that are undefined are left out. Children are XML already. */
export function toElement(name: string, attributes: Record<string, string | undefined>, children = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeXml(value)}"`]))
  return children === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${children}</${name}>`
}

/** `<name>text</name>`, or nothing at all for an empty text. */
export function toTextElement(name: string, text: string | undefined, attributes: Record<string, string | undefined> = {}): string[] {
  return text === undefined || text === '' ? [] : [toElement(name, attributes, escapeXml(text))]
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A strict reader of XML 1.0 without DTD: throws at the first thing that is not well formed. Independent of the program's writer. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

export function parseXml(source: string): XmlElement {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(source)) throw new Error('a character that XML forbids')
  const body = source.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/, '')
  const token = /<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>|[^<]+/y
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  while (token.lastIndex < body.length) {
    const at = token.lastIndex
    const match = token.exec(body)
    if (!match) throw new Error(`not well formed at ${at}: ${body.slice(at, at + 40)}`)
    const [whole, closes, name, attributes, empty] = match
    const parent = open.at(-1)!
    if (name === undefined) parent.text += unescape(whole)
    else if (closes) {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes nothing at ${at}`)
    } else {
      const element = { name, attributes: readAttributes(attributes!), children: [], text: '' }
      parent.children.push(element)
      if (!empty) open.push(element)
    }
  }
  if (open.length !== 1 || root.children.length !== 1 || root.text.trim() !== '') throw new Error('not one closed root')
  return root.children[0]!
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/([\w.:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, unescape(value!)]))
}

function unescape(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot);)/.test(text)) throw new Error(`an ampersand alone: ${text.slice(0, 40)}`)
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name]!)
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

export function textOf(element: XmlElement, name: string): string | undefined {
  return childrenOf(element, name)[0]?.text
}

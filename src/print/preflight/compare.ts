/** Two files that should be the same: where they begin to differ, in words that a person can follow. */

/** The first difference: the page or the object of a PDF, the line of a text, or the byte alone. Bytes count from 0. */
export interface Difference {
  byte: number
  page?: number
  object?: { number: number; kind: string }
  line?: number
}

/** undefined when they are the same. */
export function differenceOf(a: Uint8Array, b: Uint8Array): Difference | undefined {
  const byte = firstByte(a, b)
  if (byte === undefined) return undefined
  const text = Buffer.from(a.buffer, a.byteOffset, a.byteLength).toString('latin1')
  if (text.startsWith('%PDF-')) return { byte, ...placeInPdf(text, byte) }
  return text.slice(0, 8000).includes('\0') ? { byte } : { byte, line: text.slice(0, byte).split('\n').length }
}

function firstByte(a: Uint8Array, b: Uint8Array): number | undefined {
  const shorter = Math.min(a.length, b.length)
  for (let at = 0; at < shorter; at++) if (a[at] !== b[at]) return at
  return a.length === b.length ? undefined : shorter
}

/** The object that the byte stands in, and the page whose own it is or whose content. */
function placeInPdf(text: string, byte: number): Pick<Difference, 'page' | 'object'> {
  const starts = [...text.matchAll(/(?:^|\n)(\d+) \d+ obj\b/g)]
  const found = starts.findLast(({ index }) => index <= byte)
  if (!found) return {}
  const number = Number(found[1])
  const next = starts[starts.indexOf(found) + 1]?.index ?? text.length
  const body = text.slice(found.index, next)
  const pages = starts.flatMap(({ 1: id, index }, i) => {
    const own = text.slice(index, starts[i + 1]?.index ?? text.length)
    return /\/Type\s*\/Page\b(?!s)/.test(own) ? [{ id: Number(id), contents: [...own.matchAll(/\/Contents\s*\[?\s*([\d R]+)/g)].flatMap(([, refs]) => [...refs!.matchAll(/(\d+) \d+ R/g)].map(([, each]) => Number(each))) }] : []
  })
  const order = orderOfPages(text)
  const sorted = order.length === pages.length ? order.map((id) => pages.find((page) => page.id === id)!) : pages
  const page = sorted.findIndex((each) => each?.id === number || each?.contents.includes(number))
  return page >= 0 ? { page: page + 1 } : { object: { number, kind: kindOf(body) } }
}

/** Numbers of the pages' objects as the page tree lists them; empty where the tree has branches. */
function orderOfPages(text: string): number[] {
  const kids = /\/Type\s*\/Pages\b[^]*?\/Kids\s*\[([^\]]*)\]/.exec(text)?.[1] ?? ''
  return [...kids.matchAll(/(\d+) \d+ R/g)].map(([, id]) => Number(id))
}

function kindOf(body: string): string {
  return /\/Subtype\s*\/(\w+)/.exec(body)?.[1] ?? /\/Type\s*\/(\w+)/.exec(body)?.[1] ?? (/\/Title\b/.test(body) ? 'Info' : /\bstream\b/.test(body) ? 'stream' : '–')
}

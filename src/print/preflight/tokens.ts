/** The operators of a content stream, one after the other. Source: ISO 32000-1, 7.2 (lexical conventions) and 8.9.7 (inline pictures). */

/** A value before an operator. Strings are bytes, a character each; names keep their stroke. */
export type Operand = number | boolean | null | string | { bytes: string } | Operand[] | Map<string, Operand>

export interface Operation {
  operator: string
  operands: Operand[]
}

const space = /[\0\t\n\f\r ]/
const delimiter = /[()<>[\]{}/%]/

/** Splits a content stream. What cannot be read is passed over, so a damaged stream gives the operations before the damage and what follows it. */
export function* operationsOf(content: string): Generator<Operation> {
  let at = 0
  let operands: Operand[] = []

  const skipSpace = (): void => {
    for (; at < content.length; at++) {
      if (content[at] === '%') while (at < content.length && content[at] !== '\n' && content[at] !== '\r') at++
      else if (!space.test(content[at]!)) return
    }
  }
  const word = (): string => {
    const start = at
    while (at < content.length && !space.test(content[at]!) && !delimiter.test(content[at]!)) at++
    return content.slice(start, at)
  }
  const name = (): string => {
    at++
    return `/${word().replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))}`
  }
  const literal = (): Operand => {
    let bytes = ''
    let depth = 1
    for (at++; at < content.length; at++) {
      const character = content[at]!
      if (character === '\\') {
        const octal = /^[0-7]{1,3}/.exec(content.slice(at + 1, at + 4))?.[0]
        if (octal) bytes += String.fromCharCode(parseInt(octal, 8) & 255)
        else if (content[at + 1] !== '\n' && content[at + 1] !== '\r') bytes += escapes[content[at + 1]!] ?? content[at + 1] ?? ''
        at += octal?.length ?? 1
        continue
      }
      if (character === '(') depth++
      if (character === ')' && --depth === 0) break
      bytes += character
    }
    at++
    return { bytes }
  }
  const hexadecimal = (): Operand => {
    const end = content.indexOf('>', at)
    const digits = content.slice(at + 1, end < 0 ? content.length : end).replace(/[^0-9a-f]/gi, '')
    at = end < 0 ? content.length : end + 1
    return { bytes: (digits.length % 2 ? `${digits}0` : digits).replace(/../g, (pair) => String.fromCharCode(parseInt(pair, 16))) }
  }
  const until = (close: string): Operand[] => {
    const values: Operand[] = []
    for (skipSpace(); at < content.length && !content.startsWith(close, at); skipSpace()) {
      const start = at
      const value = operand()
      if (value !== undefined) values.push(value)
      if (at === start) at++
    }
    at += close.length
    return values
  }
  /** The next value; undefined where an operator stands, which is then still to be read. */
  const operand = (): Operand | undefined => {
    const character = content[at]!
    if (character === '/') return name()
    if (character === '(') return literal()
    if (content.startsWith('<<', at)) {
      at += 2
      return dictionaryOf(until('>>'))
    }
    if (character === '<') return hexadecimal()
    if (character === '[') {
      at++
      return until(']')
    }
    const start = at
    const text = word()
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return Number(text)
    if (text in constants) return constants[text]!
    at = start
    return undefined
  }

  for (skipSpace(); at < content.length; skipSpace()) {
    const value = operand()
    if (value !== undefined) {
      operands.push(value)
      continue
    }
    const operator = word()
    if (operator === '') {
      at++
      continue
    }
    if (operator === 'BI') {
      const pairs: Operand[] = []
      for (skipSpace(); at < content.length && !/^ID[\0\t\n\f\r ]/.test(content.slice(at, at + 3)); skipSpace()) pairs.push(operand() ?? word())
      const end = content.slice(at).search(/[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/)
      at = end < 0 ? content.length : at + end + 3
      operands = [dictionaryOf(pairs)]
    }
    yield { operator, operands }
    operands = []
  }
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const constants: Record<string, Operand> = { true: true, false: false, null: null }

function dictionaryOf(values: Operand[]): Map<string, Operand> {
  const entries = new Map<string, Operand>()
  for (let i = 0; i + 1 < values.length; i += 2) entries.set(String(values[i]).replace(/^\//, ''), values[i + 1]!)
  return entries
}

/**
 * YAML as editors write it, with the place of every key. Every value stays the text that was typed (YAML's failsafe schema):
 * a date is no Date, a headline `1917` is no number, `no` is no false. Shapes (see shape.ts) make numbers of what must be one.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLParseError } from 'yaml'
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts'

/** What stands in a YAML text. */
export interface YamlTree {
  /** Groups as objects, lists as arrays, everything else as text; an empty value is ''. */
  data: Record<string, unknown>
  /** Place of every key and list item, by dotted path: `picture.file`, `byline.0`; from the key's first letter to the value's end. */
  places: Record<string, Place>
  diagnostics: Diagnostic[]
}

/** Lines that `mendYaml` may change before it gives up: more than that is not a slip but another format. */
const mostMends = 20

/** Levels of groups and lists: the deepest that any file needs is four. */
const deepest = 12

/**
 * Parses a YAML text whose root is a group of keys.
 * @param firstLine the line of the file on which the text begins
 */
export function parseYaml(text: string, file: string, firstLine = 1): YamlTree {
  const { value, places, diagnostics } = readerOf(text, file, firstLine).read('yaml/not-keys', isMap)
  return { data: (value ?? {}) as Record<string, unknown>, places, diagnostics }
}

/**
 * A text of nothing but keys with a word, a line or a list of words each, as most stories begin: what `parseYaml` makes of it, at a tenth of
 * the time. Undefined of any other.
 */
export function parsePlainYaml(text: string, file: string): YamlTree | undefined {
  const data: Record<string, unknown> = {}
  const places: Record<string, Place> = {}
  const lines = text.split('\n')
  for (const [index, typed] of lines.entries()) {
    if (typed === '') continue
    const [, key, value, list] = plainLine.exec(typed) ?? []
    if (key === undefined || Object.hasOwn(data, key)) return undefined
    const place = (from: number, to: number): Place => ({ file, start: { line: index + 1, column: from + 1 }, end: { line: index + 1, column: to + 1 } })
    places[key] = place(0, typed.length)
    data[key] = value ?? [...list!.matchAll(plainItem)].map((item, number) => {
      const from = typed.length - list!.length - 1 + item.index
      places[`${key}.${number}`] = place(from, from + item[0].length)
      return item[0]
    })
  }
  return Object.keys(data).length === 0 ? undefined : { data, places, diagnostics: [] }
}

/** Words that no sign of YAML stands in or before. */
const plainWords = '[\\p{L}\\p{N}](?:[^:#\\[\\]{},\\s\\ufeff\\0-\\x1f\\x7f]| (?=[^\\s#]))*'
const plainItem = new RegExp(plainWords, 'gu')
const plainLine = new RegExp(`^([A-Za-z][\\w-]{0,40}): (?:(${plainWords}(?:, ${plainWords})*)|\\[(${plainWords}(?:, ${plainWords})*)\\])$`, 'u')

/** Parses a YAML text whose root is a list; the places of its items are `0`, `1` and so on. */
export function parseYamlList(text: string, file: string): Omit<YamlTree, 'data'> & { data: unknown[] } {
  const { value, places, diagnostics } = readerOf(text, file, 1).read('yaml/not-a-list', isSeq)
  return { data: (value ?? []) as unknown[], places, diagnostics }
}

/** Reads what stands there after the slips that are certain are mended, each with its diagnostic. */
function readerOf(text: string, file: string, firstLine: number): Reader {
  const untabbed = withoutTabs(withoutFixedBlanks(text), file, firstLine)
  const mended = mendYaml(untabbed.text, file, firstLine)
  return new Reader(mended.text, mended.parsed, file, firstLine, [...untabbed.diagnostics, ...mended.diagnostics])
}

/** A blank that no line may break at, as word processors set it, counts as any other before a key and after its colon. */
function withoutFixedBlanks(text: string): string {
  return text.replace(/^[ \t\u00a0]*(?:- *)?(?:[\w-]+:)?\u00a0+/gm, blanks => blanks.replaceAll('\u00a0', ' '))
}

/** YAML knows no tabs before a key. A space instead of each keeps both the order of groups and every column. */
function withoutTabs(text: string, file: string, firstLine: number): { text: string; diagnostics: Diagnostic[] } {
  const lines = text.split('\n')
  const index = lines.findIndex(line => /^[ ]*\t[ \t]*\S/.test(line))
  if (index < 0) return { text, diagnostics: [] }
  const start = { line: index + firstLine, column: lines[index]!.indexOf('\t') + 1 }
  const diagnostics: Diagnostic[] = [{ id: 'yaml/tab', place: { file, start, end: { ...start, column: start.column + 1 } }, params: {} }]
  return { text: lines.map(line => line.replace(/^[ \t]+/, blanks => ' '.repeat(blanks.length))).join('\n'), diagnostics }
}

/**
 * Puts quotation marks where a value needs them and it is certain that only they are missing: a headline with a colon,
 * a value that begins with a mark which YAML keeps for itself.
 * @returns the text, and one diagnostic for every line that was mended; its `mended` is the line as it should stand
 */
export function mendYaml(text: string, file: string, firstLine = 1): { text: string; parsed: Parsed; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  let lines = text.split('\n')
  let parsed = parse(text)
  for (let count = 0; count < mostMends; count++) {
    const wrong = lineToMend(lines, parsed)
    if (wrong === undefined) break
    const { index, value } = wrong
    const line = lines[index]!
    const quoted = `${line.slice(0, line.length - value.length)}"${value.trimEnd().replace(/[\\"]/g, '\\$&')}"`
    const colon = /:(?=\s|$)/.exec(value)
    const id = wrong.isColon && colon ? 'yaml/unquoted-colon' : 'yaml/needs-quotes'
    const column = line.length - value.length + (id === 'yaml/unquoted-colon' ? colon!.index : 0) + 1
    const start = { line: index + firstLine, column }
    diagnostics.push({
      id,
      place: { file, start, end: { line: start.line, column: line.length + 1 } },
      params: { key: keyOf(line), mended: quoted.trim() },
    })
    lines = lines.with(index, quoted)
    parsed = parse(lines.join('\n'))
  }
  return { text: lines.join('\n'), parsed, diagnostics }
}

/** The first line on which the parser stumbles and which quotation marks alone would set right. */
function lineToMend(lines: string[], { document, counter }: Parsed): { index: number; value: string; isColon: boolean } | undefined {
  const error = document?.errors[0]
  // No error for the parser, but not what an editor meant: a comment, an alias, a tag instead of a headline.
  const marked = lines.findIndex(line => /^[\w-]+:[ \t]+(?:#[^\s#]|[*&!])/.test(line) || cutOff.test(line))
  const index = error ? counter.linePos(error.pos[0]).line - 1 : marked
  const line = lines[index]
  const match = line === undefined ? null : /^\s*(?:- +)?[\w-]+:[ \t]+(\S.*)$/.exec(line)
  if (!match) return undefined
  const value = match[1]!
  if (!error) return { index, value, isColon: false }
  const isColon = error.code === 'BLOCK_AS_IMPLICIT_KEY' && !/^["'{[|>]/.test(value) && /:(\s|$)/.test(value)
  if (isColon) return { index, value, isColon }
  const isHalfQuoted = error.code === 'UNEXPECTED_TOKEN' && /^(?:["'].*["']\s*\S|[*&!])/.test(value)
  const isMarked = error.code === 'BAD_ALIAS' || (error.code === 'BAD_SCALAR_START' && /^[@`%]/.test(value))
  // “[Update] The strike”, “> 50 % more”, “- a dash”: what YAML takes for a list, a block or an item, with more behind it.
  const isOpened = /^(?:\[[^\]]*\]|\{[^}]*\}|[>|-](?=\s))\s*[^\s#,\]}]/.test(value)
  return isHalfQuoted || isMarked || isOpened ? { index, value, isColon: false } : undefined
}

/** Words that YAML would end at a “#5” within them; a note of the editors has a space after its sign. */
const cutOff = /^\s*(?:- +)?(?:title|kicker|deck|byline|dateline|jumpHead|caption|alt|credit|name|slogan|publisher|note):[ \t]+[^\s"'[{|>#*&!][^#]*[ \t]#[^\s#]/

/** A text as the parser took it. */
interface Parsed {
  counter: LineCounter
  /** Absent when thousands of nested brackets overflow the parser's stack; the reader says that the text is too deep. */
  document?: ReturnType<typeof parseDocument>
}

function parse(text: string): Parsed {
  const counter = new LineCounter()
  try {
    return { counter, document: parseDocument(text, { schema: 'failsafe', prettyErrors: false, lineCounter: counter, logLevel: 'silent' }) }
  } catch {
    return { counter }
  }
}

function keyOf(line: string): string {
  return /^\s*(?:- +)?([\w-]+):/.exec(line)?.[1] ?? ''
}

interface ReaderResult {
  value: unknown
  places: Record<string, Place>
  diagnostics: Diagnostic[]
}

/** Walks one document, and gathers values, places and diagnostics. */
class Reader {
  readonly text: string
  readonly file: string
  readonly firstLine: number
  readonly diagnostics: Diagnostic[]
  readonly places: Record<string, Place> = {}
  readonly parsed: Parsed

  constructor(text: string, parsed: Parsed, file: string, firstLine: number, diagnostics: Diagnostic[]) {
    this.text = text
    this.parsed = parsed
    this.file = file
    this.firstLine = firstLine
    this.diagnostics = diagnostics
  }

  /** The root's value, or undefined when the text is empty or its root is of another kind, which `otherwise` then says. */
  read(otherwise: 'yaml/not-keys' | 'yaml/not-a-list', isRight: (node: unknown) => boolean): ReaderResult {
    const { diagnostics, places, parsed: { document } } = this
    if (!document) {
      diagnostics.push({ id: 'yaml/too-deep', place: this.placeOf(0, 0), params: {} })
      return { value: undefined, places, diagnostics }
    }
    const error = document.errors[0]
    if (error) diagnostics.push(this.diagnosticOf(error))
    const root = document.contents
    if (root === null || (isScalar(root) && root.value === '')) return { value: undefined, places, diagnostics }
    if (isRight(root)) return { value: this.valueOf(root, '', 0), places, diagnostics }
    if (!error) diagnostics.push({ id: otherwise, place: this.placeOf(...rangeOf(root)), params: {} })
    return { value: undefined, places, diagnostics }
  }

  valueOf(node: unknown, path: string, depth: number): unknown {
    if (depth > deepest) {
      this.diagnostics.push({ id: 'yaml/too-deep', place: this.placeOf(...rangeOf(node)), params: {} })
      return ''
    }
    if (isScalar(node)) return typeof node.value === 'string' ? node.value.trim() : ''
    if (isAlias(node)) {
      const [from, to] = rangeOf(node)
      const mended = `"${this.text.slice(from, to)}"`
      this.diagnostics.push({ id: 'yaml/needs-quotes', place: this.placeOf(from, to), params: { key: path, mended } })
      return this.text.slice(from, to)
    }
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        const itemPath = path === '' ? String(index) : `${path}.${index}`
        this.places[itemPath] = this.placeOf(...rangeOf(item))
        return this.valueOf(item, itemPath, depth + 1)
      })
    }
    if (!isMap(node)) return ''
    const group: Record<string, unknown> = {}
    for (const { key, value } of node.items) {
      if (!isScalar(key) || typeof key.value !== 'string') continue
      const keyPath = path === '' ? key.value : `${path}.${key.value}`
      const [from, keyEnd] = rangeOf(key)
      const [, valueEnd] = value === null ? [0, keyEnd] : rangeOf(value)
      this.places[keyPath] = this.placeOf(from, Math.max(keyEnd, valueEnd))
      // A key of this name would set the object's prototype instead of a value.
      if (key.value !== '__proto__') group[key.value] = this.valueOf(value, keyPath, depth + 1)
    }
    return group
  }

  diagnosticOf(error: YAMLParseError): Diagnostic {
    const place = this.placeOf(...error.pos)
    if (error.code === 'DUPLICATE_KEY') {
      const key = /^[^\s:]+/.exec(this.text.slice(error.pos[0]))?.[0] ?? ''
      return { id: 'yaml/key-twice', place, params: { key } }
    }
    if (error.code === 'MISSING_CHAR' && /closing|must end/.test(error.message)) return { id: 'yaml/unclosed', place, params: {} }
    return { id: 'yaml/broken', place, params: { text: this.text.slice(error.pos[0]).split('\n')[0]!.slice(0, 40) } }
  }

  placeOf(from: number, to: number): Place {
    return { file: this.file, start: this.pointOf(from), end: this.pointOf(to) }
  }

  pointOf(offset: number): { line: number; column: number } {
    const { line, col } = this.parsed.counter.linePos(offset)
    return { line: Math.max(line, 1) + this.firstLine - 1, column: Math.max(col, 1) }
  }
}

function rangeOf(node: unknown): [number, number] {
  const range = (node as { range?: [number, number, number] | null } | null)?.range
  return range ? [range[0], range[1]] : [0, 0]
}

/**
 * Most copy is prose, of which Markdown has next to nothing to say. Its paragraphs and headings are set down here; the parser, which is a
 * hundred times slower, gets the other blocks, with a stand-in for all prose between two of them. The tree is the one that it makes of the whole
 * text, to the last position: a stand-in ends what a paragraph at the margin after a blank line ends (lists, quotations, notes), and where one
 * does not come back, because it fell into code or into HTML that was never closed, the parser gets the whole text.
 */
import type { Emphasis, Heading, Link, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent, Strong, Text } from 'mdast'
import type { Point } from 'unist'

/** Characters that the parser drops or replaces, and blanks at the end, which it counts in ways of its own. */
const unwonted = /[\r\0\ufeff]|[ \t]$/

/** Signs of anything within a line but emphasis and links, which are looked at one by one. */
const richWithin = /[\t`\\<~|]|!\[|&#?\w+;| (?:\n|$)/

/** Lines that may begin something else than prose, or end it. */
const richAtMargin = /(?:^|\n)(?:[\s#>+=:-]|[*_](?=[\s*_]|$)|\d{1,9}[.)])/

/** The mark of a heading before its text. */
const headingMark = /^(#{1,6}) (?=\S)/

/** `[text](address)` in its plainest form. */
const plainLink = /\[([^\s[\]*_^](?:[^\n[\]*_]*[^\s[\]*_])?)\]\(([^\s()[\]\0-\x20\x7f]+)\)/y

/** What stands for prose in the text that the parser gets: an empty heading. */
const standIn = '#'
const onlyStandIn = /^[ \t\n]*#[ \t\n]*$/

/** Neighbouring blocks of prose. */
interface Run {
  nodes: RootContent[]
  end: Point
  /** Where its stand-in begins in the text that the parser gets. */
  standIn: Point
}

/** The tree of a text, as `parse` alone would give it. */
export function parseProse(source: string, parse: (text: string) => Root): Root {
  if (unwonted.test(source)) return parse(source)
  const { runs, rest } = parted(source)
  const [only] = runs
  if (only === undefined) return parse(source)
  const tree: Root = onlyStandIn.test(rest) ? { type: 'root', children: only.nodes } : parse(rest)
  if (tree.children !== only.nodes && setIn(tree, runs) < runs.length) return parse(source)
  const start: Point = { line: 1, column: 1, offset: 0 }
  tree.position = { start, end: pointIn(source, source.length, start) }
  return tree
}

/** The runs of prose in a text, and the text with a stand-in for each of them. */
function parted(source: string): { runs: Run[]; rest: string } {
  const runs: Run[] = []
  let run: Run | undefined
  let rest = ''
  /** Up to here the text stands in `rest`, or is stood for. */
  let done = 0
  let line = 1
  for (let at = 0; at < source.length;) {
    const start: Point = { line, column: 1, offset: at }
    let end = at
    for (let next = endOfLine(source, at); !isBlank(source, end, next); next = endOfLine(source, end)) {
      end = next + 1
      line++
    }
    if (end === at) {
      at = endOfLine(source, at) + 1
      line++
      continue
    }
    const node = proseOf(source.slice(at, end - 1), start)
    at = end
    if (node === undefined) {
      run = undefined
      continue
    }
    if (run === undefined) {
      rest += source.slice(done, start.offset)
      const before = runs.at(-1)
      const lines = before === undefined ? 0 : before.standIn.line - before.end.line
      run = { nodes: [], end: start, standIn: { line: start.line + lines, column: 1, offset: rest.length } }
      runs.push(run)
      rest += standIn
    }
    run.nodes.push(node)
    run.end = node.position!.end
    done = end - 1
  }
  return { runs, rest: rest + source.slice(done) }
}

/** A block as a paragraph or a heading; undefined when it may be or hold anything else. */
function proseOf(block: string, start: Point): Paragraph | Heading | undefined {
  if (richWithin.test(block)) return undefined
  const mark = headingMark.exec(block)
  if (mark === null) return richAtMargin.test(block) ? undefined : withText({ type: 'paragraph', children: [] }, block, 0, start)
  if (block.includes('\n') || block.endsWith('#')) return undefined
  return withText({ type: 'heading', depth: mark[1]!.length as Heading['depth'], children: [] }, block, mark[0].length, start)
}

/** Fills a block with its text from `from` on. Undefined when a sign in it does not plainly open or close emphasis or make a link. */
function withText<T extends Paragraph | Heading>(node: T, block: string, from: number, start: Point): T | undefined {
  const between = (first: number, last: number): NonNullable<Nodes['position']> => ({ start: pointIn(block, first, start), end: pointIn(block, last, start) })
  const text = (first: number, last: number): Text[] => (
    first === last ? [] : [{ type: 'text', value: block.slice(first, last), position: between(first, last) }]
  )
  const whole = node.children as PhrasingContent[]
  /** The children of what is open, or of the block. */
  let into = whole
  let open: { run: string; at: number } | undefined
  /** Where the text begins that stands in no node yet. */
  let done = from
  const signs = /[[\]]|\*+|_+/g
  signs.lastIndex = from
  for (let sign = signs.exec(block); sign !== null; sign = signs.exec(block)) {
    const [run] = sign
    const at = sign.index
    into.push(...text(done, at))
    if (run === '[') {
      plainLink.lastIndex = at
      const [link, words, url] = plainLink.exec(block) ?? []
      if (link === undefined) return undefined
      signs.lastIndex = at + link.length
      into.push({ type: 'link', title: null, url: url!, children: text(at + 1, at + 1 + words!.length), position: between(at, signs.lastIndex) } satisfies Link)
    } else if (open === undefined && opens(block, at, run)) {
      open = { run, at }
      into = []
    } else if (open?.run === run && closes(block, at, run)) {
      const position = between(open.at, signs.lastIndex)
      whole.push({ type: run.length === 1 ? 'emphasis' : 'strong', children: into, position } satisfies Emphasis | Strong)
      open = undefined
      into = whole
    } else return undefined
    done = signs.lastIndex
  }
  if (open !== undefined) return undefined
  whole.push(...text(done, block.length))
  node.position = between(0, block.length)
  return node
}

/** Whether a run of marks can open emphasis and cannot close it: CommonMark's left-flanking run that is no right-flanking one. */
function opens(block: string, at: number, run: string): boolean {
  const [before, after] = sidesOf(block, at, run)
  return run.length <= 2 && ((before === 'space' && after !== 'space' && after !== 'mark') || (before === 'sign' && after === 'letter'))
}

/** Whether a run of marks can close emphasis and cannot open it. */
function closes(block: string, at: number, run: string): boolean {
  const [before, after] = sidesOf(block, at, run)
  return run.length <= 2 && ((after === 'space' && before !== 'space' && before !== 'mark') || (after === 'sign' && before === 'letter'))
}

type Side = 'space' | 'sign' | 'mark' | 'letter'

function sidesOf(block: string, at: number, run: string): [before: Side, after: Side] {
  return [sideOf(block[at - 1]), sideOf(block[at + run.length])]
}

function sideOf(character: string | undefined): Side {
  if (character === undefined || /\s/.test(character)) return 'space'
  if (/[*_]/.test(character)) return 'mark'
  return /[\p{P}\p{S}]/u.test(character) ? 'sign' : 'letter'
}

/** The place of a character of a block that begins at `start`. */
function pointIn(block: string, at: number, { line, offset }: Point): Point {
  let lines = 0
  for (let end = block.indexOf('\n'); end !== -1 && end < at; end = block.indexOf('\n', end + 1)) lines++
  return { line: line + lines, column: at - (lines === 0 ? -1 : block.lastIndexOf('\n', at - 1)), offset: offset! + at }
}

/** Puts the runs where their stand-ins stand, and every other node where it stands in the whole text. Answers how many stand-ins there were. */
function setIn(tree: Root, runs: Run[]): number {
  const byPlace = new Map(runs.map((run) => [run.standIn.offset, run]))
  let found = 0
  const set = (parent: Parents): void => {
    parent.children = (parent.children as RootContent[]).flatMap((node) => {
      const run = node.type === 'heading' && node.children.length === 0 ? byPlace.get(node.position!.start.offset) : undefined
      if (run !== undefined) {
        found++
        return run.nodes
      }
      if ('children' in node) set(node)
      const { start, end } = node.position!
      node.position = { start: moved(start, runs), end: moved(end, runs) }
      return [node]
    }) as typeof parent.children
  }
  set(tree)
  return found
}

/** Where a point of the text with stand-ins lies in the whole text. */
function moved({ line, column, offset = 0 }: Point, runs: Run[]): Point {
  const before = runs.findLast(({ standIn }) => standIn.offset! < offset)
  if (before === undefined) return { line, column, offset }
  const past = offset - before.standIn.offset! - standIn.length
  return past === 0 ? { ...before.end } : { line: line - before.standIn.line + before.end.line, column, offset: before.end.offset! + past }
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at)
  return end === -1 ? source.length : end
}

function isBlank(source: string, at: number, end: number): boolean {
  for (let index = at; index < end; index++) if (source[index] !== ' ' && source[index] !== '\t') return false
  return true
}
